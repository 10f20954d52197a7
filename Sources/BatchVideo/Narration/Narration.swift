/// The spoken film: one audio file and, in film time, every sentence and word of it.
package struct Narration: Hashable, Sendable, Codable {
    package var language: Language
    /// Path of the mono 48 kHz float WAV, relative to the workspace.
    package var audio: String
    package var sampleRate: Int
    package var sampleCount: Int
    package var sentences: [NarratedSentence]
    /// Vendors whose models speak it; nil: an embedded voice does.
    package var vendors: [String]?

    package init(
        language: Language, audio: String, sampleRate: Int, sampleCount: Int,
        sentences: [NarratedSentence], vendors: [String]? = nil
    ) {
        self.language = language
        self.audio = audio
        self.sampleRate = sampleRate
        self.sampleCount = sampleCount
        self.sentences = sentences
        self.vendors = vendors
    }

    /// Length of the film: lead-in, speech, pauses and tail.
    package var duration: MediaTime { MediaTime(sample: sampleCount, rate: sampleRate) }
}

package struct NarratedSentence: Hashable, Sendable, Codable {
    package var sentence: Sentence
    /// First to last audible sample.
    package var span: TimeSpan
    package var words: [TimedWord]
    /// In order, each up to the next, the last to the end of the span; nil: nobody knows them.
    package var phonemes: [TimedPhoneme]?

    package init(
        sentence: Sentence, span: TimeSpan, words: [TimedWord], phonemes: [TimedPhoneme]? = nil
    ) {
        self.sentence = sentence
        self.span = span
        self.words = words
        self.phonemes = phonemes
    }
}

/// A phoneme in espeak's mnemonics and when in the film it begins.
package struct TimedPhoneme: Hashable, Sendable, Codable {
    package var name: String
    package var start: MediaTime

    package init(name: String, start: MediaTime) {
        self.name = name
        self.start = start
    }
}

/// A word of a sentence in film time. Punctuation belongs to no word.
package struct TimedWord: Hashable, Sendable, Codable {
    /// Where the word stands in its sentence's text (UTF-16).
    package var range: TextRange
    package var span: TimeSpan

    package init(range: TextRange, span: TimeSpan) {
        self.range = range
        self.span = span
    }
}
