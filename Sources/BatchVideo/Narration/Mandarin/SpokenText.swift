/// A character to be said in Mandarin and the text it stands for.
struct SpokenChar: Hashable, Sendable {
    enum Kind: Sendable {
        /// Stands in the text.
        case written
        /// Part of a number that is read as a value: "一百二十".
        case cardinal
        /// Part of a number that is read figure by figure: "二零二四". Tones never change.
        case figure
    }

    var scalar: UInt32
    /// The traditional character that `scalar` simplifies.
    var traditional: UInt32?
    var range: TextRange
    var kind: Kind = .written
    /// A reading from the user's lexicon.
    var reading: String?
    /// Distinguishes neighbouring lexicon words.
    var isWordStart = false
}

/// What is said, in order, before readings are chosen.
enum SpokenItem: Hashable, Sendable {
    case char(SpokenChar)
    case latin(String, TextRange)
    case pause(ms: Int)
    /// No word reaches across: a quotation mark, a space.
    case boundary
}

/// The normalised text: no figures, symbols or punctuation, only characters, Latin runs and pauses.
struct SpokenText: Sendable {
    private(set) var items: [SpokenItem] = []

    mutating func say(_ text: String, for range: TextRange, as kind: SpokenChar.Kind) {
        for scalar in text.unicodeScalars {
            items.append(.char(SpokenChar(scalar: scalar.value, range: range, kind: kind)))
        }
    }

    /// A word of the user's lexicon: each syllable stands for its character, or all for the whole
    /// word.
    mutating func say(_ syllables: [String], for ranges: [TextRange], scalars: [UInt32]) {
        guard let first = ranges.first, let last = ranges.last else { return }
        let whole = TextRange(first.start, last.end)
        let isOneToOne = ranges.count == syllables.count
        for (index, syllable) in syllables.enumerated() {
            items.append(
                .char(
                    SpokenChar(
                        scalar: isOneToOne ? scalars[index] : 0,
                        range: isOneToOne ? ranges[index] : whole,
                        reading: syllable, isWordStart: index == 0)))
        }
    }

    /// Latin runs with nothing but space between them are one run.
    mutating func sayLatin(_ text: String, for range: TextRange, joined: Bool) {
        if joined, case .boundary? = items.last { items.removeLast() }
        if joined, case .latin(let before, let old)? = items.last {
            items[items.count - 1] = .latin(before + " " + text, TextRange(old.start, range.end))
        } else {
            items.append(.latin(text, range))
        }
    }

    /// Pauses in a row are the longest of them; none stands at the start.
    mutating func pause(_ ms: Int) {
        if case .boundary? = items.last { items.removeLast() }
        guard let last = items.last else { return }
        if case .pause(let before) = last {
            items[items.count - 1] = .pause(ms: max(before, ms))
        } else {
            items.append(.pause(ms: ms))
        }
    }

    mutating func boundary() {
        switch items.last {
        case .char, .latin: items.append(.boundary)
        case .pause, .boundary, nil: break
        }
    }

    mutating func trimEnd() {
        while let last = items.last {
            switch last {
            case .pause, .boundary: items.removeLast()
            case .char, .latin: return
            }
        }
    }
}
