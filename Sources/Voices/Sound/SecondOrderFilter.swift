import Foundation

/// A second-order filter section, direct form I.
///
/// Coefficients: Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".
struct SecondOrderFilter {
    private let b: (Double, Double, Double)
    private let a: (Double, Double)

    /// Butterworth high-pass.
    static func highPass(hertz: Double, sampleRate: Int) -> SecondOrderFilter {
        let angle = 2 * Double.pi * hertz / Double(sampleRate)
        let alpha = sin(angle) / (2 * 0.5.squareRoot())
        let edge = (1 + cos(angle)) / 2
        return SecondOrderFilter(
            b: (edge, -2 * edge, edge), a: (1 + alpha, -2 * cos(angle), 1 - alpha))
    }

    /// Shelf of slope 1 that changes what lies above `hertz` by `gainDB`.
    static func highShelf(hertz: Double, gainDB: Double, sampleRate: Int) -> SecondOrderFilter {
        let angle = 2 * Double.pi * hertz / Double(sampleRate)
        let gain = pow(10, gainDB / 40)
        let (c, root) = (cos(angle), (2 * gain).squareRoot() * sin(angle))
        return SecondOrderFilter(
            b: (
                gain * (gain + 1 + (gain - 1) * c + root), -2 * gain * (gain - 1 + (gain + 1) * c),
                gain * (gain + 1 + (gain - 1) * c - root)
            ),
            a: (gain + 1 - (gain - 1) * c + root, 2 * (gain - 1 - (gain + 1) * c),
                gain + 1 - (gain - 1) * c - root))
    }

    private init(b: (Double, Double, Double), a: (Double, Double, Double)) {
        self.b = (b.0 / a.0, b.1 / a.0, b.2 / a.0)
        self.a = (a.1 / a.0, a.2 / a.0)
    }

    func apply(to samples: inout [Float]) {
        var (x1, x2, y1, y2) = (0.0, 0.0, 0.0, 0.0)
        for index in samples.indices {
            let x = Double(samples[index])
            let y = b.0 * x + b.1 * x1 + b.2 * x2 - a.0 * y1 - a.1 * y2
            (x2, x1, y2, y1) = (x1, x, y1, y)
            samples[index] = Float(y)
        }
    }
}
