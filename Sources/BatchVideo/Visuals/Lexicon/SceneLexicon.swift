/// Which pictures the words of a text ask for, in Chinese and English.
///
/// Words are matched longest first, token by token, so that 上海 is a city and not the sea, and
/// "living room" is a room and not life. A matched stretch is not matched again.
package struct SceneLexicon: Sendable {
    package static let standard = SceneLexicon(
        concepts: times + seasons + weathers + places + subjects + moods)

    private var book = PhraseBook<Int>()
    package let concepts: [SceneConcept]

    package init(concepts: [SceneConcept]) {
        self.concepts = concepts
        for (number, concept) in concepts.enumerated() {
            for word in concept.words { book.add(word, number) }
        }
    }

    /// Different words it knows.
    package var wordCount: Int { book.count }

    package func evidence(in text: String) -> SceneEvidence {
        var evidence = SceneEvidence()
        for match in book.matches(in: LexicalToken.tokens(of: text)) {
            for number in match.meanings { evidence.add(concepts[number]) }
        }
        return evidence
    }
}

extension SceneConcept {
    /// In both languages.
    package var words: [String] { chineseWords + englishWords }

    package var chineseWords: [String] { chinese.split(whereSeparator: \.isWhitespace).map(String.init) }

    /// The words of a phrase with spaces between them.
    package var englishWords: [String] {
        english.split(whereSeparator: \.isWhitespace).map { String($0.replacing("_", with: " ")) }
    }
}
