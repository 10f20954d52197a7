/// The cleaned text of a film in sentences. Made by `Script(reading:language:)`.
package struct Script: Hashable, Sendable, Codable {
    package var language: Language
    package var sentences: [Sentence]

    package init(language: Language, sentences: [Sentence]) {
        self.language = language
        self.sentences = sentences
    }

    /// The whole text again: sentences joined, paragraphs on lines of their own.
    package var text: String {
        var out = ""
        for (i, sentence) in sentences.enumerated() {
            if i > 0 {
                out += sentences[i - 1].paragraph == sentence.paragraph ? sentences[i - 1].joiner : "\n"
            }
            out += sentence.text
        }
        return out
    }
}

/// One sentence with its closing punctuation, trimmed of outer white space.
package struct Sentence: Hashable, Sendable, Codable {
    /// Position in the script, from 0.
    package var index: Int
    /// The paragraph it stands in, from 0.
    package var paragraph: Int
    package var text: String
    /// What separated it from the next sentence of its paragraph: "" in Chinese, " " in English.
    package var joiner: String

    package init(index: Int, paragraph: Int, text: String, joiner: String) {
        self.index = index
        self.paragraph = paragraph
        self.text = text
        self.joiner = joiner
    }
}
