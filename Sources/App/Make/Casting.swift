import ArgumentParser
import BatchVideo
import Providers

/// Chooses the voice of each film. A wrong name is a wrong option, so it ends with status 64.
struct Casting: Sendable {
    private let speech: EmbeddedSpeech
    private let chosen: Voice?
    private let language: Language?

    init(_ options: MakeOptions, _ speech: EmbeddedSpeech) throws {
        self.speech = speech
        language = options.language.map { Language($0) }
        do {
            if let id = options.voice {
                chosen = try speech.voice(named: id)
            } else if let language {
                chosen = try speech.voice(for: language)
            } else {
                chosen = nil
            }
        } catch let error as BatchVideoError where error.code == .invalid {
            throw ValidationError(error.message)
        }
    }

    /// The voice for a text, and the language to read it in.
    func cast(for text: String) throws -> (voice: Voice, language: Language) {
        if let chosen { return (chosen, language ?? chosen.language) }
        let detected = Language.detect(in: text)
        let voice = try speech.voice(for: detected)
        return (voice, voice.language)
    }
}
