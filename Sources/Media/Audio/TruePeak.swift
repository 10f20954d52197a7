import Foundation

/// Peaks between the samples: the signal at four times its rate (BS.1770-4, annex 2).
///
/// Works on a stream: results come `delay` samples late, because they look that far ahead.
struct TruePeak: Sendable {
    /// Samples that the interpolation looks to each side.
    static let delay = 12
    private static let taps = 2 * delay
    /// Coefficients for a quarter, a half and three quarters of a sample after the middle.
    private static let branches: [[Float]] = (1...3).map { quarter in
        let beta = Kaiser.beta(attenuationDB: 70)
        let raw = (0..<taps).map { k in
            Kaiser.sinc(
                offset: Double(k - (delay - 1)) - Double(quarter) / 4, cutoff: 0.5,
                halfWidth: Double(delay), beta: beta)
        }
        let gain = raw.reduce(0, +)
        return raw.map { Float($0 / gain) }
    }

    private var history = [Float](repeating: 0, count: taps)

    /// For each sample that comes in, the largest magnitude from the sample `delay` before it to just
    /// before the next one.
    mutating func magnitudes(_ samples: [Float]) -> [Float] {
        let padded = history + samples + [Float](repeating: 0, count: 8)
        var peaks = [Float](repeating: 0, count: samples.count + 8)
        padded.withUnsafeBytes { input in
            peaks.withUnsafeMutableBytes { output in
                for index in stride(from: 0, to: samples.count, by: 8) {
                    let peak = Self.peak(input, from: index + 1)
                    output.storeBytes(of: peak, toByteOffset: index * 4, as: SIMD8<Float>.self)
                }
            }
        }
        peaks.removeLast(8)
        history = Array(padded[samples.count..<samples.count + Self.taps])
        return peaks
    }

    /// Eight neighbouring results; the window of the first begins at `start`.
    @inline(__always)
    private static func peak(_ input: UnsafeRawBufferPointer, from start: Int) -> SIMD8<Float> {
        let middle = (start + delay - 1) * 4
        var peak = magnitude(input.loadUnaligned(fromByteOffset: middle, as: SIMD8<Float>.self))
        for branch in branches {
            var sum = SIMD8<Float>.zero
            for k in 0..<taps {
                sum += branch[k]
                    * input.loadUnaligned(fromByteOffset: (start + k) * 4, as: SIMD8<Float>.self)
            }
            peak = pointwiseMax(peak, magnitude(sum))
        }
        return peak
    }

    @inline(__always)
    private static func magnitude(_ x: SIMD8<Float>) -> SIMD8<Float> { pointwiseMax(x, -x) }
}

/// The true peak of a whole stereo programme.
struct TruePeakMeter: Sendable {
    private var left = TruePeak()
    private var right = TruePeak()
    private var peak: Float = 0

    mutating func add(_ block: StereoBlock) {
        peak = max(peak, left.magnitudes(block.left).max() ?? 0)
        peak = max(peak, right.magnitudes(block.right).max() ?? 0)
    }

    /// In dBTP, -120 for silence. Call once, after the last block.
    mutating func finish() -> Double {
        let rest = [Float](repeating: 0, count: TruePeak.delay)
        add(StereoBlock(left: rest, right: rest))
        return max(-120, 20 * log10(Double(max(peak, 1e-6))))
    }
}
