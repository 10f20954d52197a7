import BatchVideo
import Pipeline
import Providers
import Voices

/// Every voice that can be chosen: embedded ones by their ids, vendors' with the vendor's name before
/// them, "azure/zh-CN-XiaoxiaoNeural".
struct VoiceBook: Sendable {
    /// A vendor that speaks.
    struct Platform: Sendable {
        var name: String
        /// What kind of vendor it is, "azure": what language rows call a platform.
        var kind: String
        var speech: any SpeechVendor
    }

    let embedded: EmbeddedSpeech
    let platforms: [Platform]

    /// Embedded ones first; vendors that take any name are not in it.
    var all: [Voice] {
        embedded.voices
            + platforms.flatMap { platform in platform.speech.voices.map { voice(of: platform, $0) } }
    }

    /// Throws `.invalid` naming the choices.
    func voice(named id: String) throws -> Voice {
        guard let slash = id.firstIndex(of: "/") else { return try embedded.voice(named: id) }
        let (name, own) = (String(id[..<slash]), String(id[id.index(after: slash)...]))
        guard let platform = platform(name) else {
            let known = platforms.map(\.name).joined(separator: ", ")
            throw BatchVideoError(
                .invalid,
                "no vendor that speaks is called \(name)\(known.isEmpty ? "; none is configured" : ", but \(known)")")
        }
        guard let voice = voice(of: platform, named: own) else {
            let some = platform.speech.voices.prefix(8).map(\.id).joined(separator: ", ")
            throw BatchVideoError(
                .invalid,
                "\(platform.name) has no voice \(own.prefix(80)); it has "
                    + "\(some)\(platform.speech.voices.count > 8 ? " ..." : "")"
            )
        }
        return voice
    }

    /// The voice that speaks a language when nobody is named. Throws `.invalid` when nobody does.
    func voice(for language: Language) throws -> Voice { try embedded.voice(for: language) }

    /// A voice of a platform: the first of the names that it knows, else its first for the language.
    func voice(of platform: String, _ names: [String], _ language: Language) -> Voice? {
        guard let platform = self.platform(platform) else { return nil }
        // A vendor that takes any name would take "English" for one.
        let isListed = !platform.speech.voices.isEmpty
        let named = names.filter { isListed || !$0.isEmpty && Language($0).primary != language.primary }
        if let voice = named.lazy.compactMap({ self.voice(of: platform, named: $0) }).first { return voice }
        let fitting =
            platform.speech.voices.first { $0.language.tag.lowercased() == language.tag.lowercased() }
            ?? platform.speech.voices.first { $0.language.primary == language.primary }
        return fitting.map { voice(of: platform, $0) }
    }

    private func platform(_ name: String) -> Platform? {
        let name = name.lowercased()
        return platforms.first { $0.name == name } ?? platforms.first { $0.kind == name }
    }

    private func voice(of platform: Platform, named own: String) -> Voice? {
        guard !own.isEmpty else { return nil }
        if platform.speech.voices.isEmpty {
            return voice(
                of: platform,
                Voice(id: own, name: own, language: .undetermined, gender: .neutral, provider: platform.name))
        }
        let wanted = own.lowercased()
        return platform.speech.voices.first { $0.id.lowercased() == wanted }.map { voice(of: platform, $0) }
    }

    private func voice(of platform: Platform, _ own: Voice) -> Voice {
        var voice = own
        voice.id = "\(platform.name)/\(own.id)"
        voice.provider = platform.name
        return voice
    }
}

extension VoiceBook {
    var casting: JobBriefing.Voices {
        JobBriefing.Voices(
            named: { try? voice(named: $0) },  // nil: nobody's voice
            forLanguage: { try voice(for: $0) }, ofPlatform: { voice(of: $0, $1, $2) })
    }
}
