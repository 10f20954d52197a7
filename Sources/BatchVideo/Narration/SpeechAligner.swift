package import Foundation

/// A text and a sound that speaks it, to be brought together.
package struct AlignmentRequest: Hashable, Sendable {
    package var text: String
    package var language: Language
    /// As in `SpeechRequest`.
    package var lexicon: [String: String]
    package var sound: MonoSound

    package init(
        text: String, language: Language, lexicon: [String: String] = [:], sound: MonoSound
    ) {
        self.text = text
        self.language = language
        self.lexicon = lexicon
        self.sound = sound
    }
}

/// Where a text's words lie in a sound.
package struct Alignment: Hashable, Sendable, Codable {
    /// Every word of the text, in order; in samples of the sound, not overlapping, inside it.
    package var words: [SpokenWord]
    /// Mouth shapes; may be empty.
    package var phonemes: [SpokenPhoneme]
    /// 0 ... 1. Below `doubtful` the sound may speak another text, or none; loud noise makes it doubtful too.
    package var confidence: Double

    package init(words: [SpokenWord], phonemes: [SpokenPhoneme] = [], confidence: Double) {
        self.words = words
        self.phonemes = phonemes
        self.confidence = confidence
    }

    package static let doubtful = 0.3
}

/// Port: finds the words of a known text in a sound that speaks it (forced alignment).
///
/// - The text is spoken as it is written, from beginning to end; noise, music and pauses around and
///   between the words are borne.
/// - Cancelling the task ends the work and throws `CancellationError`.
/// - Throws `BatchVideoError`: `.invalid` when the text holds nothing to say, is in a language that
///   cannot be aligned, or cannot fit into so short or silent a sound (say which).
package protocol SpeechAligner: Sendable {
    /// Part of every fingerprint: changes when the same request would be answered differently.
    var version: String { get }
    func align(_ request: AlignmentRequest) async throws -> Alignment
}

/// Port: the sound of a file that somebody brought, or that a vendor gave.
///
/// Channels are mixed to one; what an encoder put before the sound is left out. Throws `.notFound` or
/// `.media` naming the file that cannot be read, holds no sound, or is longer than memory should hold.
package protocol SoundDecoder: Sendable {
    /// - Parameters:
    ///   - sampleRate: of the result, 8000 ... 192 000.
    ///   - tempo: how much faster the result is, at the same pitch, 0.25 ... 4.
    func decode(_ file: URL, sampleRate: Int, tempo: Double) async throws -> MonoSound
}

extension SoundDecoder {
    /// As it lies there.
    package func decode(_ file: URL, sampleRate: Int) async throws -> MonoSound {
        try await decode(file, sampleRate: sampleRate, tempo: 1)
    }
}

extension [SpokenWord] {
    /// The words with their times put right: in order, not overlapping, inside the sound, and none
    /// shorter than `shortest` samples where there is room.
    package func settled(within sampleCount: Int, shortest: Int) -> [SpokenWord] {
        guard !isEmpty else { return [] }
        let least = Swift.max(0, Swift.min(shortest, sampleCount / count))
        var starts = map { Swift.min(Swift.max($0.startSample, 0), sampleCount) }
        for index in starts.indices.dropFirst() {
            starts[index] = Swift.max(starts[index], starts[index - 1] + least)
        }
        for index in starts.indices.reversed() {
            let next = index + 1 < count ? starts[index + 1] : sampleCount
            starts[index] = Swift.min(starts[index], next - least)
        }
        return indices.map { index in
            let next = index + 1 < count ? starts[index + 1] : sampleCount
            let end = Swift.min(Swift.max(self[index].endSample, starts[index] + least), next)
            return SpokenWord(range: self[index].range, startSample: starts[index], endSample: end)
        }
    }
}
