package import BatchVideo

extension EmbeddedSpeech {
    /// The voice that people call `id`: one of the catalogue, or `espeak:NAME` when espeak-ng has a
    /// voice of that name. Throws `.invalid` naming the choices.
    package func voice(named id: String) throws -> Voice {
        let found = try EmbeddedVoices.find(id).voice
        guard found.id.hasPrefix("espeak:") else { return found }
        let name = found.id.dropFirst("espeak:".count).prefix { $0 != "+" }
        guard report.espeakVoices.contains(where: { $0.lowercased() == name.lowercased() })
        else {
            throw BatchVideoError(
                .invalid,
                "espeak-ng has no voice '\(name.prefix(40))'; espeak-ng --voices lists their names")
        }
        return found
    }

    /// The voice for texts in `language`. Throws `.invalid` when no engine speaks it.
    package func voice(for language: Language) throws -> Voice {
        let id = EmbeddedVoices.default(for: language)
        do {
            return try voice(named: id)
        } catch let error as BatchVideoError where error.code == .invalid {
            var seen = Set<String>()
            let known = voices.map(\.language.tag).filter { seen.insert($0).inserted }
            throw BatchVideoError(
                .invalid,
                "no voice speaks '\(language.tag)'; choose one of \(known.joined(separator: ", ")), "
                    + "or a language that espeak-ng --voices lists")
        }
    }
}
