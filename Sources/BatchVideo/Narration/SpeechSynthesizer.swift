package import Foundation

/// What to say, once, by one voice.
package struct SpeechRequest: Hashable, Sendable, Codable {
    package var text: String
    package var language: Language
    /// A `Voice.id` of the synthesizer.
    package var voice: String
    /// 0.5 ... 2.0, 1 is the voice's normal pace; kept within 2 %.
    package var speed: Double
    /// Readings that win over all dictionaries: word -> pinyin with tone digits ("hang2 zhang3").
    package var lexicon: [String: String]

    package init(
        text: String, language: Language, voice: String, speed: Double = 1,
        lexicon: [String: String] = [:]
    ) {
        self.text = text
        self.language = language
        self.voice = voice
        self.speed = speed
        self.lexicon = lexicon
    }
}

/// Port: turns text into spoken audio with word times.
///
/// - `speak` writes a complete mono 16-bit PCM WAV at `file` or throws and leaves nothing there.
/// - Safe to call from several tasks at once; the adapter bounds its own concurrency.
/// - Cancelling the task ends the work and throws `CancellationError`.
/// - Throws `BatchVideoError`: `.invalid` for an unknown voice or text with nothing to say (say which),
///   `.unavailable` when the engine is missing or keeps dying.
package protocol SpeechSynthesizer: Sendable {
    /// Part of every fingerprint: changes when the same request would sound different.
    var version: String { get }
    var voices: [Voice] { get }
    func speak(_ request: SpeechRequest, to file: URL) async throws -> Speech
}
