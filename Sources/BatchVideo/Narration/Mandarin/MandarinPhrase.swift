/// A stretch of Mandarin text made ready to speak. Made by `MandarinReader`.
package enum MandarinPhrase: Hashable, Sendable, Codable {
    /// Words spoken without a break, as pinyin.
    case words([PinyinWord])
    /// A run in Latin letters, to be spoken by an English voice. `text` is what to say.
    case latin(text: String, range: TextRange)
    /// Silence of punctuation inside the sentence, at speed 1.
    case pause(ms: Int)
}

/// One word as espeak's `cmn-latn-pinyin` takes it, e.g. "yin2hang2", and where it came from.
package struct PinyinWord: Hashable, Sendable, Codable {
    /// Syllables with tone digits 1-5, joined: sandhi already applied.
    package var syllables: [String]
    /// The text it reads (UTF-16): a number such as "2024" covers all the words it is read with.
    package var range: TextRange

    package init(syllables: [String], range: TextRange) {
        self.syllables = syllables
        self.range = range
    }

    package var pinyin: String { syllables.joined() }
}
