import Foundation

/// A second-order filter in transposed direct form II.
///
/// Shapes from Robert Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients".
struct Biquad: Sendable {
    private let b0, b1, b2, a1, a2: Double
    private var s1 = 0.0
    private var s2 = 0.0

    init(b0: Double, b1: Double, b2: Double, a1: Double, a2: Double) {
        self.b0 = b0
        self.b1 = b1
        self.b2 = b2
        self.a1 = a1
        self.a2 = a2
    }

    @inline(__always)
    mutating func next(_ x: Double) -> Double {
        let y = b0 * x + s1
        s1 = b1 * x - a1 * y + s2
        s2 = b2 * x - a2 * y
        return y
    }

    /// Removes what lies below `hertz` (Butterworth, 12 dB per octave).
    static func highPass(_ hertz: Double, rate: Double) -> Biquad {
        let w = 2 * Double.pi * hertz / rate
        let alpha = sin(w) / (2 * 0.5.squareRoot())
        let a0 = 1 + alpha
        let b = (1 + cos(w)) / 2
        return Biquad(
            b0: b / a0, b1: -2 * b / a0, b2: b / a0, a1: -2 * cos(w) / a0, a2: (1 - alpha) / a0)
    }

    /// Removes what lies above `hertz` (Butterworth, 12 dB per octave).
    static func lowPass(_ hertz: Double, rate: Double) -> Biquad {
        let w = 2 * Double.pi * hertz / rate
        let alpha = sin(w) / (2 * 0.5.squareRoot())
        let a0 = 1 + alpha
        let b = (1 - cos(w)) / 2
        return Biquad(
            b0: b / a0, b1: 2 * b / a0, b2: b / a0, a1: -2 * cos(w) / a0, a2: (1 - alpha) / a0)
    }

    /// Raises or lowers what lies about `hertz` by `gainDB`; half of it `octaves` / 2 away.
    static func peak(_ hertz: Double, gainDB: Double, octaves: Double, rate: Double) -> Biquad {
        let a = pow(10, gainDB / 40)
        let w = 2 * Double.pi * hertz / rate
        let alpha = sin(w) * sinh(log(2.0) / 2 * octaves * w / sin(w))
        let a0 = 1 + alpha / a
        return Biquad(
            b0: (1 + alpha * a) / a0, b1: -2 * cos(w) / a0, b2: (1 - alpha * a) / a0,
            a1: -2 * cos(w) / a0, a2: (1 - alpha / a) / a0)
    }

    /// Raises or lowers what lies above `hertz` by `gainDB`, half of it at `hertz`.
    static func highShelf(_ hertz: Double, gainDB: Double, rate: Double) -> Biquad {
        let a = pow(10, gainDB / 40)
        let w = 2 * Double.pi * hertz / rate
        let c = cos(w)
        let k = 2 * a.squareRoot() * sin(w) / (2 * 0.5.squareRoot())
        let a0 = (a + 1) - (a - 1) * c + k
        return Biquad(
            b0: a * ((a + 1) + (a - 1) * c + k) / a0,
            b1: -2 * a * ((a - 1) + (a + 1) * c) / a0,
            b2: a * ((a + 1) + (a - 1) * c - k) / a0,
            a1: 2 * ((a - 1) - (a + 1) * c) / a0,
            a2: ((a + 1) - (a - 1) * c - k) / a0)
    }
}
