import Foundation

/// What a text is matched by: each ideograph alone, each alphabetic word by its stem, and a border
/// wherever anything else stands between them.
package enum LexicalToken: Hashable, Sendable {
    case ideograph(Unicode.Scalar)
    case stem(String)
    case border

    /// Simplified Chinese and lower-case stems; traditional characters are simplified first.
    package static func tokens(of text: String) -> [LexicalToken] {
        let simplified = text.applyingTransform(
            StringTransform(rawValue: "Traditional-Simplified"), reverse: false)
        var tokens: [LexicalToken] = []
        var word = ""
        for scalar in (simplified ?? text).unicodeScalars {
            if scalar.isIdeograph || !(scalar.properties.isAlphabetic || scalar.isApostrophe) {
                if !word.isEmpty { tokens.append(.stem(WordStem.of(word))) }
                word = ""
                if scalar.isIdeograph {
                    tokens.append(.ideograph(scalar))
                } else if scalar != " " && tokens.last != .border {
                    tokens.append(.border)
                }
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { tokens.append(.stem(WordStem.of(word))) }
        return tokens
    }
}

/// English words without their endings: "mountains" and "mountain" are one, as are "snowing" and
/// "snow". Shorter than Porter's algorithm (1980), and only as strict as looking words up needs.
package enum WordStem {
    /// Nouns that only look like forms of a verb.
    private static let whole: Set<String> = [
        "evening", "morning", "building", "wedding", "during", "ceiling", "blessing", "meaning",
    ]

    package static func of(_ word: String) -> String {
        var stem = word.lowercased()
        for ending in ["'s", "\u{2019}s", "'", "\u{2019}"] where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
        }
        stem = withoutPlural(stem)
        guard !whole.contains(stem) else { return stem }
        for ending in ["ing", "ed", "ly"] where stem.hasSuffix(ending) {
            let rest = String(stem.dropLast(ending.count))
            guard rest.count >= 3, rest.contains(where: isVowel) else { continue }
            stem = ending == "ly" ? rest : undoubled(rest)
            break
        }
        if stem.count > 4, stem.hasSuffix("e") { stem.removeLast() }
        if stem.count > 3, stem.hasSuffix("y") { stem = stem.dropLast() + "i" }
        return stem
    }

    private static func withoutPlural(_ word: String) -> String {
        guard word.count > 3, word.hasSuffix("s") else { return word }
        if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        let sibilants = ["sses", "shes", "ches", "xes", "zes"]
        return String(word.dropLast(sibilants.contains(where: word.hasSuffix) ? 2 : 1))
    }

    /// "running" is "run", but "falling" is "fall".
    private static func undoubled(_ word: String) -> String {
        guard let last = word.last, word.dropLast().last == last, !"lsz".contains(last),
            !isVowel(last)
        else { return word }
        return String(word.dropLast())
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}

extension Unicode.Scalar {
    /// A Han character of the planes in daily use.
    package var isIdeograph: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" }
}
