/// A caption: what stands on the screen from `span.start` to `span.end`.
package struct Cue: Hashable, Sendable, Codable {
    /// Position in the sheet, from 0 (SRT numbers from 1).
    package var index: Int
    package var span: TimeSpan
    /// The lines as shown: wrapped, closing ，。 dropped in Chinese.
    package var lines: [String]
    /// The original text, every character of it: all cues joined give the script again.
    package var text: String
    /// The sentence it is cut from, and where in that sentence it stands.
    package var sentence: Int
    package var range: TextRange
    /// Word times for karaoke; each word is a stretch of `lines.joined(separator: "\n")`.
    package var words: [TimedWord]

    package init(
        index: Int, span: TimeSpan, lines: [String], text: String, sentence: Int, range: TextRange,
        words: [TimedWord]
    ) {
        self.index = index
        self.span = span
        self.lines = lines
        self.text = text
        self.sentence = sentence
        self.range = range
        self.words = words
    }
}

/// All captions of a film in order, none overlapping.
package struct CueSheet: Hashable, Sendable, Codable {
    package var language: Language
    package var cues: [Cue]

    package init(language: Language, cues: [Cue]) {
        self.language = language
        self.cues = cues
    }
}
