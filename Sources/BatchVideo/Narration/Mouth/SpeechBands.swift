import Foundation

/// The power of speech in seven bands, in steps of 5 ms: as much of a spectrum as mouths are told by.
struct SpeechBands: Sendable {
    /// Lanes 0 ... 6; the last lane is nought.
    private(set) var powers: [SIMD8<Float>]

    /// Borders in Hz: voice, first formants of closed and of open vowels, second formants of
    /// back and of front ones, and two of hissing.
    private static let low: [Double] = [80, 250, 550, 1000, 1700, 3200, 4500, 4500]
    private static let high: [Double] = [250, 550, 1000, 1700, 3200, 4500, 7600, 7600]
    private static let smoothing = 0.01

    init(_ sound: MonoSound) {
        let rate = Double(max(sound.sampleRate, 1))
        var floor = Filters(edges: Self.low, rate: rate, isLowPass: false)
        var ceiling = Filters(edges: Self.high, rate: rate, isLowPass: true)
        let count = Int(Double(sound.samples.count) / rate * MouthCurve.rate)
        var powers: [SIMD8<Double>] = []
        powers.reserveCapacity(count)
        var mask = SIMD8<Double>(repeating: 1)
        mask[7] = 0
        for step in 0..<count {
            // From absolute times, so that rates that 200 does not divide do not drift.
            let start = Int(Double(step) * rate / MouthCurve.rate)
            let end = min(Int(Double(step + 1) * rate / MouthCurve.rate), sound.samples.count)
            var sum = SIMD8<Float>.zero
            for sample in sound.samples[start..<max(start, end)] {
                let heard = ceiling.next(floor.next(SIMD8(repeating: sample)))
                sum += heard * heard
            }
            powers.append(SIMD8<Double>(sum) / Double(max(1, end - start)) * mask)
        }
        self.powers = MouthCurve.smoothed(powers, deviation: Self.smoothing).map { SIMD8<Float>($0) }
    }

    /// Eight filters of the second order side by side (Butterworth; R. Bristow-Johnson's cookbook),
    /// in transposed direct form II.
    private struct Filters {
        private var b0 = SIMD8<Float>.zero
        private var b1 = SIMD8<Float>.zero
        private var a1 = SIMD8<Float>.zero
        private var a2 = SIMD8<Float>.zero
        private var z1 = SIMD8<Float>.zero
        private var z2 = SIMD8<Float>.zero

        init(edges: [Double], rate: Double, isLowPass: Bool) {
            for (lane, edge) in edges.enumerated() {
                let turn = 2 * Double.pi * min(edge, rate * 0.475) / rate
                let (cosine, alpha) = (cos(turn), sin(turn) / 2.0.squareRoot())
                let gain = (isLowPass ? 1 - cosine : 1 + cosine) / (1 + alpha)
                b0[lane] = Float(gain / 2)
                b1[lane] = Float(isLowPass ? gain : -gain)
                a1[lane] = Float(-2 * cosine / (1 + alpha))
                a2[lane] = Float((1 - alpha) / (1 + alpha))
            }
        }

        @inline(__always)
        mutating func next(_ x: SIMD8<Float>) -> SIMD8<Float> {
            let y = b0 * x + z1
            z1 = b1 * x - a1 * y + z2
            z2 = b0 * x - a2 * y
            return y
        }
    }
}
