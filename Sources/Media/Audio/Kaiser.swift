import Foundation

/// Windowed-sinc low-pass filters (Kaiser 1974; Oppenheim & Schafer, Discrete-Time Signal Processing, 7.6).
enum Kaiser {
    /// The window's shape for `attenuationDB` (above 50) of stop-band attenuation.
    static func beta(attenuationDB: Double) -> Double { 0.1102 * (attenuationDB - 8.7) }

    /// Width of the transition band in cycles per sample for a filter of `taps` samples.
    static func transition(attenuationDB: Double, taps: Int) -> Double {
        (attenuationDB - 7.95) / (14.36 * Double(taps))
    }

    /// The filter's value `offset` samples from its middle; `cutoff` in cycles per sample.
    static func sinc(offset: Double, cutoff: Double, halfWidth: Double, beta: Double) -> Double {
        let position = offset / halfWidth
        guard abs(position) < 1 else { return 0 }
        let x = 2 * Double.pi * cutoff * offset
        let core = abs(x) < 1e-9 ? 1 : sin(x) / x
        let window = bessel(beta * (1 - position * position).squareRoot()) / bessel(beta)
        return 2 * cutoff * core * window
    }

    /// The modified Bessel function of order zero, by its power series.
    static func bessel(_ x: Double) -> Double {
        var sum = 1.0
        var term = 1.0
        for k in 1...60 {
            term *= (x / 2 / Double(k)) * (x / 2 / Double(k))
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }
}
