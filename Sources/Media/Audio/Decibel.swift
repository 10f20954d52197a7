import Foundation

enum Decibel {
    static func ratio(_ decibels: Double) -> Double { pow(10, decibels / 20) }

    /// -120 for silence.
    static func of(_ ratio: Double) -> Double { 20 * log10(max(ratio, 1e-6)) }
}
