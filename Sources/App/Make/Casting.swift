import ArgumentParser
import BatchVideo

/// Chooses the voice of each film. A wrong name is a wrong option, so it ends with status 64.
struct Casting: Sendable {
    private let voices: VoiceBook
    private let chosen: Voice?
    private let language: Language?

    init(_ options: MakeOptions, _ voices: VoiceBook) throws {
        self.voices = voices
        language = options.language.map { Language($0) }
        do {
            if let id = options.voice {
                chosen = try voices.voice(named: id)
            } else if let language {
                chosen = try voices.voice(for: language)
            } else {
                chosen = nil
            }
        } catch let error as BatchVideoError where error.code == .invalid {
            throw ValidationError(error.message)
        }
    }

    /// The voice for a text, and the language to read it in.
    func cast(for text: String) throws -> (voice: Voice, language: Language) {
        if let chosen {
            let own = chosen.language == .undetermined ? Language.detect(in: text) : chosen.language
            return (chosen, language ?? own)
        }
        let detected = Language.detect(in: text)
        let voice = try voices.voice(for: detected)
        return (voice, voice.language)
    }
}
