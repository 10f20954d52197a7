import Foundation

/// Pinyin as people write it.
enum PinyinSpelling {
    private static let tones: [UInt32: Character] = [
        0x304: "1", 0x301: "2", 0x30C: "3", 0x300: "4",
    ]
    /// No reading of a word is longer.
    static let maxSyllables = 32

    /// "hang2 zhang3", "hang2zhang3", "háng zhǎng", "lü4", "lv4" -> syllables with tone digits.
    ///
    /// nil where something is no pinyin. A syllable without a mark or digit is neutral.
    static func syllables(of reading: String) -> [String]? {
        var out: [String] = []
        for part in reading.split(whereSeparator: { $0.isWhitespace || $0 == "'" || $0 == "-" }) {
            guard let found = syllables(ofPart: String(part)) else { return nil }
            out += found
        }
        return out.isEmpty || out.count > maxSyllables ? nil : out
    }

    private static func syllables(ofPart part: String) -> [String]? {
        var out: [String] = []
        var letters = ""
        var mark: Character?
        for scalar in part.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "a"..."z": letters.unicodeScalars.append(scalar)
            case "\u{308}": letters = letters.dropLast() + "v"
            case "0"..."5":
                guard isSyllable(letters), mark == nil else { return nil }
                out.append(letters + (scalar == "0" ? "5" : String(scalar)))
                letters = ""
            default:
                guard let tone = tones[scalar.value], mark == nil else { return nil }
                mark = tone
            }
        }
        guard !letters.isEmpty else { return mark == nil ? out : nil }
        guard isSyllable(letters) else { return nil }
        return out + [letters + String(mark ?? "5")]
    }

    private static func isSyllable(_ letters: String) -> Bool {
        (1...6).contains(letters.count)
            && (letters.contains { "aeiouv".contains($0) }
                || ["m", "n", "ng", "hm", "hng", "r"].contains(letters))
    }
}

extension String {
    /// The tone digit of a syllable, 5 where there is none.
    var tone: Int { utf8.last.flatMap { (0x31...0x35).contains($0) ? Int($0) - 0x30 : nil } ?? 5 }

    /// The syllable in another tone.
    func withTone(_ tone: Int) -> String { dropLast() + String(tone) }
}
