/// One sentence as a synthesizer spoke it: a mono WAV file and where each word lies in it.
///
/// The file holds no lead-in or trailing silence beyond a few milliseconds; pauses *inside* the
/// sentence (commas) are part of it, pauses after it are the narrator's affair (`Pause`).
package struct Speech: Hashable, Sendable, Codable {
    /// Samples per second of the file.
    package var sampleRate: Int
    package var sampleCount: Int
    /// In order, not overlapping; times in samples of the file.
    package var words: [SpokenWord]
    /// Mouth shapes for a presenter; may be empty.
    package var phonemes: [SpokenPhoneme]

    package init(
        sampleRate: Int, sampleCount: Int, words: [SpokenWord], phonemes: [SpokenPhoneme] = []
    ) {
        self.sampleRate = sampleRate
        self.sampleCount = sampleCount
        self.words = words
        self.phonemes = phonemes
    }
}

/// A word and the samples that speak it.
package struct SpokenWord: Hashable, Sendable, Codable {
    /// Where the word stands in the sentence's text (UTF-16).
    package var range: TextRange
    package var startSample: Int
    package var endSample: Int

    package init(range: TextRange, startSample: Int, endSample: Int) {
        self.range = range
        self.startSample = startSample
        self.endSample = endSample
    }
}

/// A phoneme in espeak's ASCII mnemonics, from `startSample` to the next one's start.
package struct SpokenPhoneme: Hashable, Sendable, Codable {
    package var name: String
    package var startSample: Int

    package init(name: String, startSample: Int) {
        self.name = name
        self.startSample = startSample
    }
}
