import Foundation

/// Changes the sample rate of a short piece of speech: a windowed sinc, computed where it is needed.
///
/// Smith, "Digital audio resampling" (bandlimited interpolation), with a Kaiser window of beta 8.
enum Resampler {
    private static let halfWidth = 24

    static func resample(_ samples: [Float], from source: Int, to target: Int) -> [Float] {
        guard source != target, !samples.isEmpty else { return samples }
        let step = Double(source) / Double(target)
        // Below the lower of the two Nyquist frequencies, with room for the filter's slope.
        let cutoff = min(1, Double(target) / Double(source)) * 0.94
        let reach = Double(halfWidth) / cutoff
        let count = Int((Double(samples.count) / step).rounded())
        return (0..<count).map { index in
            let centre = Double(index) * step
            let first = max(0, Int((centre - reach).rounded(.up)))
            let last = min(samples.count - 1, Int((centre + reach).rounded(.down)))
            guard first <= last else { return 0 }
            var sum = 0.0
            for tap in first...last {
                let distance = Double(tap) - centre
                sum += Double(samples[tap]) * cutoff * sinc(distance * cutoff)
                    * window(distance / reach)
            }
            return Float(sum)
        }
    }

    private static func sinc(_ x: Double) -> Double {
        abs(x) < 1e-9 ? 1 : sin(.pi * x) / (.pi * x)
    }

    private static let beta = 8.0
    private static let steps = 4096
    private static let windowTable = (0...steps).map { step in
        let x = Double(step) / Double(steps)
        return bessel(beta * (1 - x * x).squareRoot()) / bessel(beta)
    }

    private static func window(_ x: Double) -> Double {
        windowTable[min(steps, Int((abs(x) * Double(steps)).rounded()))]
    }

    /// Modified Bessel function of the first kind, order 0 (its power series).
    private static func bessel(_ x: Double) -> Double {
        var (sum, term, k) = (1.0, 1.0, 1.0)
        while term > sum * 1e-10 {
            term *= (x / (2 * k)) * (x / (2 * k))
            sum += term
            k += 1
        }
        return sum
    }
}
