/// Puts a plate on a frame, moved by a fraction of a pixel: the inner loop of every loop.
///
/// Four taps with weights that are constant along a row do for all kinds of motion: bilinear
/// shifts use (x, y), (x+1, y), (x, y+1), (x+1, y+1); cross-fading drifts use two shifts in a row.
struct PlateBlit {
    enum Blend: Sendable { case over, screen }

    /// Offsets into the row's memory and weights out of 256.
    struct Taps {
        var offsets: (Int, Int, Int, Int)
        var weights: (UInt16, UInt16, UInt16, UInt16)
    }

    /// Pixels worked on at a time.
    static let lanes = 8
    typealias Words = SIMD8<UInt32>
    typealias Halves = SIMD16<UInt16>
    static let mask = Words(repeating: 0x00FF_00FF)

    /// Blends `count` pixels read around `source` on `target`.
    static func row(
        _ source: UnsafePointer<UInt32>, _ taps: Taps, on target: UnsafeMutablePointer<UInt32>,
        count: Int, _ blend: Blend
    ) {
        var x = 0
        while x + lanes <= count {
            let paint = gather(source + x, taps)
            store(blended(paint, load(target + x), blend), target + x)
            x += lanes
        }
        guard x < count else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: lanes) { rest in
            guard let base = rest.baseAddress else { return }
            rest.initialize(repeating: 0)
            for i in 0..<(count - x) { rest[i] = target[x + i] }
            store(blended(gather(source + x, taps), load(base), blend), base)
            for i in 0..<(count - x) { target[x + i] = rest[i] }
        }
    }

    @inline(__always)
    private static func load(_ p: UnsafePointer<UInt32>) -> Words {
        UnsafeRawPointer(p).loadUnaligned(as: Words.self)
    }

    @inline(__always)
    private static func load(_ p: UnsafeMutablePointer<UInt32>) -> Words {
        UnsafeRawPointer(p).loadUnaligned(as: Words.self)
    }

    @inline(__always)
    private static func store(_ words: Words, _ p: UnsafeMutablePointer<UInt32>) {
        UnsafeMutableRawPointer(p).storeBytes(of: words, as: Words.self)
    }

    /// The bytes of red and blue, or alpha and green, as 16-bit lanes.
    @inline(__always)
    private static func halves(_ words: Words) -> Halves { unsafeBitCast(words, to: Halves.self) }

    @inline(__always)
    private static func words(_ halves: Halves) -> Words { unsafeBitCast(halves, to: Words.self) }

    @inline(__always)
    private static func gather(_ p: UnsafePointer<UInt32>, _ taps: Taps) -> (Halves, Halves) {
        let half = Halves(repeating: 128)
        var (redBlue, alphaGreen) = (half, half)
        func add(_ offset: Int, _ weight: UInt16) {
            let word = load(p + offset)
            let w = Halves(repeating: weight)
            redBlue &+= halves(word & mask) &* w
            alphaGreen &+= halves((word &>> 8) & mask) &* w
        }
        add(taps.offsets.0, taps.weights.0)
        add(taps.offsets.1, taps.weights.1)
        add(taps.offsets.2, taps.weights.2)
        add(taps.offsets.3, taps.weights.3)
        return (redBlue &>> 8, alphaGreen &>> 8)
    }

    @inline(__always)
    private static func blended(
        _ paint: (redBlue: Halves, alphaGreen: Halves), _ under: Words, _ blend: Blend
    ) -> Words {
        let underRB = halves(under & mask)
        let underAG = halves((under &>> 8) & mask)
        var (keepRB, keepAG) = (Halves(repeating: 256), Halves(repeating: 256))
        switch blend {
        case .over:
            // 0...255 alpha leaves 256...0 of what is under: opaque paint hides it wholly.
            let alpha = words(paint.alphaGreen) &>> 16
            let raised = alpha &+ (alpha &>> 7)
            keepRB &-= halves(raised | (raised &<< 16))
            keepAG = keepRB
        case .screen:
            keepRB &-= paint.redBlue
            keepAG &-= paint.alphaGreen
        }
        let red = paint.redBlue &+ ((underRB &* keepRB) &>> 8)
        let green = paint.alphaGreen &+ ((underAG &* keepAG) &>> 8)
        return words(red) | (words(green) &<< 8)
    }
}
