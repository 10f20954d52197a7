/// Which pictures the words of a text ask for, in Chinese and English.
///
/// Words are matched longest first, token by token, so that 上海 is a city and not the sea, and
/// "living room" is a room and not life. A matched stretch is not matched again.
package struct SceneLexicon: Sendable {
    package static let standard = SceneLexicon(
        concepts: times + seasons + weathers + places + subjects + moods)

    private var entries: [[LexicalToken]: [Int]] = [:]
    private var longestByFirst: [LexicalToken: Int] = [:]
    private let concepts: [SceneConcept]

    package init(concepts: [SceneConcept]) {
        self.concepts = concepts
        for (number, concept) in concepts.enumerated() {
            let words =
                concept.chinese.split(separator: " ") + concept.english.split(separator: " ")
            for word in words {
                let text = word.map { $0 == "_" ? " " : $0 }
                add(LexicalToken.tokens(of: String(text)), number)
            }
        }
    }

    /// Different words it knows.
    package var wordCount: Int { entries.count }

    package func evidence(in text: String) -> SceneEvidence {
        let tokens = LexicalToken.tokens(of: text)
        var evidence = SceneEvidence()
        var position = 0
        while position < tokens.count {
            guard let match = longestMatch(in: tokens, at: position) else {
                position += 1
                continue
            }
            for number in match.concepts { evidence.add(concepts[number]) }
            position += match.length
        }
        return evidence
    }

    private mutating func add(_ word: [LexicalToken], _ concept: Int) {
        guard let first = word.first else { return }
        if entries[word]?.contains(concept) != true { entries[word, default: []].append(concept) }
        longestByFirst[first] = max(longestByFirst[first] ?? 0, word.count)
    }

    private func longestMatch(
        in tokens: [LexicalToken], at position: Int
    ) -> (length: Int, concepts: [Int])? {
        guard let longest = longestByFirst[tokens[position]] else { return nil }
        for length in stride(from: min(longest, tokens.count - position), to: 0, by: -1) {
            let key = Array(tokens[position..<position + length])
            if let found = entries[key] { return (length, found) }
        }
        return nil
    }
}
