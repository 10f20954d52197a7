import Foundation

/// A room: sixteen delay lines that feed each other.
///
/// Jot and Chaigne, "Digital delay networks for designing artificial reverberators", 1991: each line
/// loses what its length costs at the wanted decay, more in the treble; the lines mix by a Householder
/// reflection, which keeps energy. Four all-pass filters before it (Schroeder 1962) thicken the onset.
struct Room: Sendable {
    /// In samples.
    private static let preDelays = [1021, 1117]
    private static let diffusers = [[229, 347, 557, 743], [313, 431, 509, 691]]

    /// What has sounded is gone after this many samples.
    let memory: Int
    private var sides: [Entrance]
    private var tank: Tank

    /// `decaySeconds` is the time to -60 dB below 1 kHz; the treble is gone after a third of it.
    init(decaySeconds: Double) {
        memory = Int(decaySeconds * 2 * Tank.rate)
        sides = zip(Self.preDelays, Self.diffusers).map(Entrance.init)
        tank = Tank(decaySeconds: decaySeconds)
    }

    /// What is heard of `block` in the room, without the block itself.
    mutating func process(_ block: StereoBlock) -> StereoBlock {
        var block = block
        sides[0].process(&block.left)
        sides[1].process(&block.right)
        tank.process(&block)
        return block
    }

    /// What a sound passes on its way in.
    private struct Entrance: Sendable {
        private var low = Biquad.highPass(160, rate: Tank.rate)
        private var delay: Delay
        private var thick: [Delay]

        init(_ preDelay: Int, _ diffusers: [Int]) {
            delay = Delay(preDelay)
            thick = diffusers.map(Delay.init)
        }

        mutating func process(_ samples: inout [Float]) {
            for index in samples.indices { samples[index] = Float(low.next(Double(samples[index]))) }
            delay.delay(&samples)
            for stage in thick.indices { thick[stage].diffuse(&samples) }
        }
    }
}

private struct Delay: Sendable {
    private var ring: [Float]
    private var place = 0
    private static let gain: Float = 0.6

    init(_ count: Int) { ring = [Float](repeating: 0, count: count) }

    mutating func delay(_ samples: inout [Float]) { pass(&samples) { x, old in (old, x) } }

    /// An all-pass filter.
    mutating func diffuse(_ samples: inout [Float]) {
        pass(&samples) { x, old in
            let inner = x - Self.gain * old
            return (old + Self.gain * inner, inner)
        }
    }

    /// `step` takes a sample and what leaves the ring, and gives what is heard and what enters it.
    @inline(__always)
    private mutating func pass(
        _ samples: inout [Float], _ step: (Float, Float) -> (heard: Float, kept: Float)
    ) {
        var at = place
        let count = ring.count
        ring.withUnsafeMutableBufferPointer { ring in
            samples.withUnsafeMutableBufferPointer { samples in
                for index in samples.indices {
                    (samples[index], ring[at]) = step(samples[index], ring[at])
                    at = at &+ 1 == count ? 0 : at &+ 1
                }
            }
        }
        place = at
    }
}

/// The sixteen lines.
private struct Tank: Sendable {
    static let rate = Double(Mixdown.rate)
    /// Primes between 25 and 90 ms.
    private static let lengths = [
        1213, 1361, 1523, 1697, 1867, 2039, 2213, 2411, 2617, 2833, 3037, 3257, 3491, 3727, 3989, 4271,
    ]
    /// Samples that are moved at once; shorter than any line.
    private static let chunk = 64

    private var lines = lengths.map { [Float](repeating: 0, count: $0) }
    private var places = [Int](repeating: 0, count: lengths.count)
    private var gains = SIMD16<Float>.zero
    private var damping = SIMD16<Float>.zero
    private var state = SIMD16<Float>.zero
    private let toLeft = SIMD16<Float>.of { $0 % 2 == 0 ? 0.35 : 0 }
    private let toRight = SIMD16<Float>.of { $0 % 2 == 1 ? 0.35 : 0 }
    private let fromLeft = SIMD16<Float>.of { ($0 / 2) % 2 == 0 ? 0.35 : -0.35 }
    private let fromRight = SIMD16<Float>.of { ($0 / 4) % 2 == 0 ? 0.35 : -0.35 }

    init(decaySeconds: Double) {
        for (line, length) in Self.lengths.enumerated() {
            let low = pow(10, -3 * Double(length) / Self.rate / decaySeconds)
            let high = pow(10, -3 * Double(length) / Self.rate / (decaySeconds / 3))
            // A one-pole filter with these gains at 0 Hz and at half the rate.
            let pole = (low - high) / (low + high)
            gains[line] = Float(low * (1 - pole))
            damping[line] = Float(pole)
        }
    }

    mutating func process(_ block: inout StereoBlock) {
        // One sample of all lines after another.
        var moved = [Float](repeating: 0, count: Self.chunk * Self.lengths.count)
        for start in stride(from: 0, to: block.count, by: Self.chunk) {
            let range = start..<min(start + Self.chunk, block.count)
            moved.withUnsafeMutableBytes { moved in
                for line in lines.indices { read(line, range.count, into: moved) }
                mix(moved, &block, range)
                for line in lines.indices { write(line, range.count, from: moved) }
            }
        }
    }

    private func read(_ line: Int, _ count: Int, into moved: UnsafeMutableRawBufferPointer) {
        var place = places[line]
        lines[line].withUnsafeBufferPointer { ring in
            for index in 0..<count {
                moved.storeBytes(of: ring[place], toByteOffset: index &* 64 &+ line &* 4, as: Float.self)
                place = place &+ 1 == ring.count ? 0 : place &+ 1
            }
        }
    }

    /// Where it was read.
    private mutating func write(_ line: Int, _ count: Int, from moved: UnsafeMutableRawBufferPointer) {
        var place = places[line]
        lines[line].withUnsafeMutableBufferPointer { ring in
            for index in 0..<count {
                ring[place] = moved.load(fromByteOffset: index &* 64 &+ line &* 4, as: Float.self)
                place = place &+ 1 == ring.count ? 0 : place &+ 1
            }
        }
        places[line] = place
    }

    private mutating func mix(
        _ moved: UnsafeMutableRawBufferPointer, _ block: inout StereoBlock, _ range: Range<Int>
    ) {
        let (gains, damping) = (gains, damping)
        var state = state
        block.left.withUnsafeMutableBufferPointer { left in
            block.right.withUnsafeMutableBufferPointer { right in
                for index in range {
                    let byte = (index &- range.lowerBound) &* 64
                    let out = moved.loadUnaligned(fromByteOffset: byte, as: SIMD16<Float>.self)
                    state = out * gains + state * damping
                    let turned = state - state.sum() / 8
                    let fed = turned + toLeft * left[index] + toRight * right[index]
                    moved.storeBytes(of: fed, toByteOffset: byte, as: SIMD16<Float>.self)
                    left[index] = (out * fromLeft).sum()
                    right[index] = (out * fromRight).sum()
                }
            }
        }
        self.state = state
    }
}

extension SIMD16<Float> {
    fileprivate static func of(_ value: (Int) -> Float) -> SIMD16<Float> {
        var result = SIMD16<Float>.zero
        for lane in 0..<16 { result[lane] = value(lane) }
        return result
    }
}
