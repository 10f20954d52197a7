import BatchVideo
import Foundation

/// A family list and weight as pango knows them; free fonts of Noto, in the order of preference. CJK
/// faces come first: they bring matching Latin.
struct Typeface: Sendable {
    private let isSerif: Bool
    let isBold: Bool
    /// Whose Han it writes, when that is known already.
    private var region: String?

    /// For sayings.
    static let serif = Typeface(isSerif: true, isBold: true, region: nil)
    /// For numbers and titles.
    static let strong = Typeface(isSerif: false, isBold: true, region: nil)
    /// For captions.
    static let plain = Typeface(isSerif: false, isBold: false, region: nil)

    /// Looks at the text once, for who sets it in many sizes.
    func suited(to text: String) -> Typeface {
        var face = self
        face.region = Self.region(of: text)
        return face
    }

    /// Han is written otherwise in Beijing, Taipei, Tokyo and Seoul: the text says whose face it needs.
    func families(for text: String) -> String {
        let region = region ?? Self.region(of: text)
        let own =
            isSerif
            ? [
                "Noto Serif CJK \(region)", "Noto Serif", "Noto Naskh Arabic", "Noto Serif Thai", "Noto Serif Hebrew",
                "Noto Serif Devanagari", "DejaVu Serif", "serif",
            ]
            : [
                "Noto Sans CJK \(region)", "Noto Sans", "Noto Sans Arabic", "Noto Sans Thai", "Noto Sans Hebrew",
                "Noto Sans Devanagari", "DejaVu Sans", "sans",
            ]
        return own.joined(separator: ",")
    }

    private static func region(of text: String) -> String {
        if text.unicodeScalars.contains(where: \.isHangul) { return "KR" }
        if text.unicodeScalars.contains(where: \.isKana) { return "JP" }
        guard text.unicodeScalars.contains(where: \.isHan) else { return "SC" }
        let simplified = text.applyingTransform(
            StringTransform(rawValue: "Traditional-Simplified"), reverse: false)
        return simplified == text ? "SC" : "TC"
    }
}

extension Unicode.Scalar {
    /// Arabic, Syriac and their like: joined letters, which no space may part.
    var isJoining: Bool {
        switch value {
        case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: true
        default: false
        }
    }

    /// Marks above and below the letters: Arabic, Hebrew, Thai, Devanagari.
    var needsHighLines: Bool { isJoining || (0x0590...0x0E7F).contains(value) }
}
