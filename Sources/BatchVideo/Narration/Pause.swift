import Foundation

/// Silences of a narration at speed 1, in milliseconds (reference: measured for Mandarin and English
/// narration; a comma is heard as shorter than a full stop, a paragraph as longer).
package enum Pause {
    package static let leadInMs = 300
    package static let tailMs = 600
    package static let enumerationMs = 120
    package static let commaMs = 210
    package static let colonMs = 280
    package static let semicolonMs = 320
    package static let ellipsisMs = 450
    package static let sentenceMs = 480
    package static let paragraphMs = 800

    /// Sentences begin on whole beats: 100 ms are whole frames (at 10, 20, 30, 50 and 60 a second) and
    /// whole hundredths. When one sentence becomes longer or shorter, everything after it moves by
    /// whole beats, lies on the frames as it did, and need not be encoded again.
    package static let beatMs = 100

    /// Slower speech pauses longer, but less than in proportion: ms / speed^0.7.
    package static func scaled(_ ms: Int, speed: Double) -> Int {
        Int((Double(ms) / pow(speed, 0.7)).rounded())
    }
}
