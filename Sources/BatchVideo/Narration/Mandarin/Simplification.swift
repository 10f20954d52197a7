import Foundation

/// ICU's conversion of traditional into simplified characters, which looks at whole words (乾淨, but
/// 乾坤).
enum Simplification {
    /// As many scalars as given; the same ones where the conversion does not keep their number.
    static func simplified(_ scalars: [UInt32]) -> [UInt32] {
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        let converted = String(text).applyingTransform(StringTransform("Hant-Hans"), reverse: false)
        guard let converted, converted.unicodeScalars.count == scalars.count else { return scalars }
        return converted.unicodeScalars.map(\.value)
    }
}
