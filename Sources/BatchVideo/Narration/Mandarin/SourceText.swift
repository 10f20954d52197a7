import Foundation

/// The text to read as Unicode scalars, each with the UTF-16 range it came from.
///
/// Compatibility forms are folded (full-width digits and letters, ideographic spaces, Kangxi
/// radicals); what is never spoken and never separates (variation selectors, zero-width marks) is
/// left out.
struct SourceText: Sendable {
    private(set) var scalars: [UInt32] = []
    private(set) var ranges: [TextRange] = []

    init(_ text: String) {
        var offset = 0
        for scalar in text.unicodeScalars {
            let range = TextRange(offset, offset + UTF16.width(scalar))
            offset = range.end
            for folded in Self.folded(scalar) {
                scalars.append(folded)
                ranges.append(range)
            }
        }
    }

    var count: Int { scalars.count }

    /// The scalar at `index`, or 0 outside the text.
    subscript(index: Int) -> UInt32 { scalars.indices.contains(index) ? scalars[index] : 0 }

    /// From the first to the last of the glyphs `from ..< to`, which must not be empty.
    func range(_ from: Int, _ to: Int) -> TextRange {
        TextRange(ranges[from].start, ranges[to - 1].end)
    }

    /// The glyphs `from ..< to` as text.
    func text(_ from: Int, _ to: Int) -> String {
        var out = String.UnicodeScalarView()
        for value in scalars[from..<to] { Unicode.Scalar(value).map { out.append($0) } }
        return String(out)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
        let value = scalar.value
        switch value {
        case 0..<0x80: return [value]
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F,
            0xE0100...0xE01EF, 0x00AD, 0x20E3:
            return []
        case 0xFF01...0xFF5E:
            return [keptWide.contains(value) ? value : value - 0xFEE0]
        case 0xFFE5: return [0xA5]
        case 0xFFE1: return [0xA3]
        case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: return [0x20]
        case 0x2F00...0x2FD5, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            let plain = String(scalar).precomposedStringWithCompatibilityMapping
            return plain.unicodeScalars.map(\.value)
        default: return [value]
        }
    }

    /// ！（），：；？ keep their width: as punctuation of Chinese text they mean more than their ASCII
    /// forms.
    private static let keptWide: Set<UInt32> = [
        0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F,
    ]
}

/// Classes of characters the reader tells apart.
enum Glyph {
    static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    static func isHan(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007: true
        default: false
        }
    }

    static func isLatin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    static func isASCIILetter(_ scalar: UInt32) -> Bool {
        (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
    }

    static func isUppercase(_ scalar: UInt32) -> Bool { (0x41...0x5A).contains(scalar) }

    static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x09 }
}
