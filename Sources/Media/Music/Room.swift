import Foundation

/// A room: sixteen delay lines that feed each other.
///
/// Jot and Chaigne, "Digital delay networks for designing artificial reverberators", 1991: each line
/// loses what its length costs at the wanted decay, more in the treble; the lines mix by a Householder
/// reflection, which keeps energy. Four all-pass filters before it (Schroeder 1962) thicken the onset.
struct Room: Sendable {
    /// Primes between 25 and 90 ms.
    private let lengths = [
        1213, 1361, 1523, 1697, 1867, 2039, 2213, 2411, 2617, 2833, 3037, 3257, 3491, 3727, 3989, 4271,
    ]
    private static let diffusers = [(229, 313), (347, 431), (557, 509), (743, 691)]
    private static let preDelay = 1021
    private static let size = 8192
    private static let rate = Double(Mixdown.rate)

    /// Seconds after which nothing of a sound is heard any more.
    let seconds: Double

    private var lines = [SIMD16<Float>](repeating: .zero, count: size)
    private var place = 0
    private var gains = SIMD16<Float>.zero
    private var damping = SIMD16<Float>.zero
    private var state = SIMD16<Float>.zero
    private let toLeft = signs { $0 % 2 == 0 ? 0.35 : 0 }
    private let toRight = signs { $0 % 2 == 1 ? 0.35 : 0 }
    private let fromLeft = signs { ($0 / 2) % 2 == 0 ? 0.35 : -0.35 }
    private let fromRight = signs { ($0 / 4) % 2 == 0 ? 0.35 : -0.35 }
    private var before: [Delay]
    private var thick: [(left: AllPass, right: AllPass)]
    private var low: [Biquad]

    /// `decaySeconds` is the time to -60 dB below 1 kHz; the treble is gone after a third of it.
    init(decaySeconds: Double) {
        seconds = decaySeconds * 2
        for (line, length) in lengths.enumerated() {
            let low = pow(10, -3 * Double(length) / Self.rate / decaySeconds)
            let high = pow(10, -3 * Double(length) / Self.rate / (decaySeconds / 3))
            // A one-pole filter with these gains at 0 Hz and at half the rate.
            let pole = (low - high) / (low + high)
            gains[line] = Float(low * (1 - pole))
            damping[line] = Float(pole)
        }
        before = [Delay(Self.preDelay), Delay(Self.preDelay + 97)]
        thick = Self.diffusers.map { (AllPass($0.0), AllPass($0.1)) }
        low = [Biquad](repeating: .highPass(160, rate: Self.rate), count: 2)
    }

    mutating func next(_ left: Float, _ right: Float) -> (Float, Float) {
        var l = before[0].next(Float(low[0].next(Double(left))))
        var r = before[1].next(Float(low[1].next(Double(right))))
        for index in thick.indices {
            l = thick[index].left.next(l)
            r = thick[index].right.next(r)
        }
        var out = SIMD16<Float>.zero
        for line in 0..<16 { out[line] = lines[(place &- lengths[line]) & (Self.size - 1)][line] }
        state = out * gains + state * damping
        let mixed = state - state.sum() / 8
        lines[place] = mixed + toLeft * l + toRight * r
        place = (place + 1) & (Self.size - 1)
        return ((out * fromLeft).sum(), (out * fromRight).sum())
    }

    private static func signs(_ value: (Int) -> Float) -> SIMD16<Float> {
        var result = SIMD16<Float>.zero
        for line in 0..<16 { result[line] = value(line) }
        return result
    }

    private struct Delay: Sendable {
        private var ring: [Float]
        private var place = 0

        init(_ count: Int) { ring = [Float](repeating: 0, count: count) }

        mutating func next(_ x: Float) -> Float {
            let y = ring[place]
            ring[place] = x
            place = place + 1 == ring.count ? 0 : place + 1
            return y
        }
    }

    private struct AllPass: Sendable {
        private var ring: [Float]
        private var place = 0
        private static let gain: Float = 0.6

        init(_ count: Int) { ring = [Float](repeating: 0, count: count) }

        mutating func next(_ x: Float) -> Float {
            let delayed = ring[place]
            let inner = x - Self.gain * delayed
            ring[place] = inner
            place = place + 1 == ring.count ? 0 : place + 1
            return delayed + Self.gain * inner
        }
    }
}
