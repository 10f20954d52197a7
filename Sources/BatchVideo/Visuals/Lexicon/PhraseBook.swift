/// Phrases and what they stand for, found in a text longest first: "living room" is a room and not
/// life. A matched stretch is not matched again.
package struct PhraseBook<Meaning: Hashable & Sendable>: Sendable {
    package struct Match: Sendable {
        /// Of the tokens that were looked through.
        package var range: Range<Int>
        /// In the order in which they were added; at least one.
        package var meanings: [Meaning]
    }

    private var entries: [[LexicalToken]: [Meaning]] = [:]
    private var longestByFirst: [LexicalToken: Int] = [:]

    package init() {}

    /// Different phrases it knows.
    package var count: Int { entries.count }

    package mutating func add(_ phrase: String, _ meaning: Meaning) {
        let tokens = LexicalToken.tokens(of: phrase)
        guard let first = tokens.first else { return }
        if entries[tokens]?.contains(meaning) != true { entries[tokens, default: []].append(meaning) }
        longestByFirst[first] = max(longestByFirst[first] ?? 0, tokens.count)
    }

    /// In the order of the text, not overlapping.
    package func matches(in tokens: [LexicalToken]) -> [Match] {
        var matches: [Match] = []
        var position = 0
        while position < tokens.count {
            guard let match = longest(in: tokens, at: position) else {
                position += 1
                continue
            }
            matches.append(match)
            position = match.range.upperBound
        }
        return matches
    }

    private func longest(in tokens: [LexicalToken], at position: Int) -> Match? {
        guard let longest = longestByFirst[tokens[position]] else { return nil }
        for length in stride(from: min(longest, tokens.count - position), to: 0, by: -1) {
            let range = position..<position + length
            if let found = entries[Array(tokens[range])] { return Match(range: range, meanings: found) }
        }
        return nil
    }
}
