import BatchVideo
import Foundation

/// Reads text written with spaces (or, for Cantonese, without): tokens, and pauses for punctuation.
enum PlainText {
    static func read(_ text: String, english: Bool = false) -> SpokenText {
        var reader = Reader(text)
        var spoken = reader.read()
        if english { spoken = EnglishText.spelledOut(spoken) }
        return spoken
    }

    private struct Reader {
        private let scalars: [Unicode.Scalar]
        private let offsets: [Int]
        private var out = SpokenText()
        private var token = ""
        private var start = 0
        private var end = 0

        init(_ text: String) {
            scalars = Array(text.unicodeScalars)
            var offset = 0
            offsets = scalars.map { scalar in
                defer { offset += scalar.utf16.count }
                return offset
            }
        }

        mutating func read() -> SpokenText {
            for index in scalars.indices {
                let scalar = scalars[index]
                switch Mark.of(scalar, before: self[index - 1], after: self[index + 1]) {
                case .sound:
                    if isEdge(index) { finish() }
                    append(scalar, at: index)
                case .inside:
                    append(scalar, at: index)
                case .silence(let ms):
                    // "Dr." and "U.S." do not end a sentence inside one.
                    let isAbbreviation = scalar == "." && Abbreviation.isOne(token)
                    finish()
                    if !isAbbreviation { out.pause(ms) }
                case .space:
                    finish()
                }
            }
            finish()
            return out
        }

        private subscript(index: Int) -> Unicode.Scalar? {
            scalars.indices.contains(index) ? scalars[index] : nil
        }

        /// Whether a new token begins here although nothing stands between: "iPhone手机", "有2024年".
        private func isEdge(_ index: Int) -> Bool {
            guard !token.isEmpty, let before = self[index - 1] else { return false }
            let (a, b) = (Script.of(before), Script.of(scalars[index]))
            if a == .han || b == .han { return true }
            return a != b && a != .common && b != .common
        }

        private mutating func append(_ scalar: Unicode.Scalar, at index: Int) {
            if token.isEmpty { start = offsets[index] }
            token.unicodeScalars.append(scalar)
            end = offsets[index] + scalar.utf16.count
        }

        private mutating func finish() {
            // A mark may open or stand in a word ("-5", "don't") but is no word by itself.
            if token.unicodeScalars.contains(where: { Mark.isSpoken($0) }) {
                out.tokens.append(SpokenToken(text: token, range: TextRange(start, end)))
            }
            token = ""
        }
    }
}

/// What a scalar does to speech.
private enum Mark {
    case sound
    /// Part of the word it stands in: "3.5", "don't", "e-mail".
    case inside
    case silence(ms: Int)
    case space

    static func of(
        _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Mark {
        if isSpoken(scalar) || joins(scalar, before, after) {
            return isSpoken(scalar) ? .sound : .inside
        }
        if let ms = silences[scalar] { return .silence(ms: ms) }
        if scalar == "-", before == "-" { return .silence(ms: Pause.colonMs) }
        return .space
    }

    /// Letters, figures, the marks on them, and signs that have a name.
    static func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return !scalar.properties.isVariationSelector
        case .currencySymbol:
            return true
        default:
            return "%‰°&@+=#×÷§℃℉".unicodeScalars.contains(scalar)
        }
    }

    private static func joins(
        _ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        guard let after, isSpoken(after) else { return false }
        let isAfterWord = before.map(isSpoken) ?? false
        switch scalar {
        case ",", ":": return isAfterWord && isFigure(before) && isFigure(after)
        case ".": return isAfterWord || isFigure(after)
        case "'", "’", "/", "_", "·", "‑": return isAfterWord
        case "-", "−": return isAfterWord || isFigure(after)
        case "–": return isFigure(before) && isFigure(after)
        default: return false
        }
    }

    private static func isFigure(_ scalar: Unicode.Scalar?) -> Bool {
        scalar?.properties.generalCategory == .decimalNumber
    }

    private static let silences: [Unicode.Scalar: Int] = {
        let groups: [(String, Int)] = [
            ("、()（）[]【】{}|", Pause.enumerationMs), (",，،", Pause.commaMs),
            (":：—―–", Pause.colonMs), (";；؛", Pause.semicolonMs), ("…⋯", Pause.ellipsisMs),
            (".。．!！?？؟।", Pause.sentenceMs), ("\n\r\u{2028}\u{2029}", Pause.paragraphMs),
        ]
        var table: [Unicode.Scalar: Int] = [:]
        for (marks, ms) in groups {
            for mark in marks.unicodeScalars { table[mark] = ms }
        }
        return table
    }()
}

/// Words that end in a full stop without ending a sentence.
private enum Abbreviation {
    static func isOne(_ word: String) -> Bool {
        let word = word.lowercased()
        let parts = word.split(separator: ".")
        let isInitials = parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
        return known.contains(word) || (isInitials && (parts.count > 1 || word.count == 1))
    }

    private static let known: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "rev", "gen", "sen", "rep", "sr", "jr", "st", "mt", "vs",
        "etc", "no", "vol", "fig", "approx", "dept", "est", "inc", "ltd", "co", "corp", "ave",
        "sra", "dra", "hr", "fr", "bzw", "ca", "usw", "mme", "mlle",
    ]
}
