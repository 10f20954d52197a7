package import BatchVideo

/// The catalogue of the embedded voices.
package enum EmbeddedVoices {
    package static let all: [Voice] = EmbeddedVoice.all.map(\.voice)

    /// The voice for a language that nobody chose one for: the exact tag, else the primary language,
    /// else whatever espeak-ng calls by that name.
    package static func `default`(for language: Language) -> String {
        let tag = language.tag.lowercased()
        if let exact = all.first(where: { $0.language.tag.lowercased() == tag }) { return exact.id }
        let primary = language.primary == "cmn" ? "zh" : language.primary
        if let near = all.first(where: { $0.language.primary == primary }) { return near.id }
        return "espeak:" + primary
    }

    /// Throws `.invalid` when there is no such voice. `espeak:NAME` is any voice of espeak-ng's own,
    /// with or without a variant ("espeak:pl", "espeak:pl+f2").
    static func find(_ id: String) throws -> EmbeddedVoice {
        let wanted = id.lowercased()
        if let known = EmbeddedVoice.all.first(where: { $0.voice.id == wanted }) { return known }
        let prefix = "espeak:"
        if wanted.hasPrefix(prefix), wanted.utf8.count > prefix.utf8.count {
            return .custom(id, espeak: String(id.dropFirst(prefix.count)))
        }
        let known = EmbeddedVoice.all.map(\.voice.id).joined(separator: ", ")
        throw BatchVideoError(
            .invalid,
            "unknown voice ‘\(id.prefix(60))’; choose one of \(known), or espeak:NAME "
                + "(espeak-ng --voices lists the names)")
    }
}
