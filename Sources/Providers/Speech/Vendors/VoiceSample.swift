import BatchVideo

/// A recording that a server clones a voice from.
struct VoiceSample: Sendable {
    /// A path: on this machine or on the server, as the vendor needs it.
    var file: String
    /// What is said in it.
    var text: String?
    var language: Language?
}

extension VendorSettings {
    /// The setting `samples`: a map of voice and file, or of voice and a map of file, text and language.
    func samples() throws -> [String: VoiceSample] {
        guard let value = json("samples") else { return [:] }
        guard let members = value.object else { throw fault("samples", "must be a map of voices") }
        return try members.reduce(into: [:]) { samples, member in
            let (voice, sample) = member
            guard let file = sample.string ?? sample["file"]?.string, !file.isEmpty else {
                throw fault("samples", "has no file for \(voice)")
            }
            samples[voice] = VoiceSample(
                file: file, text: sample["text"]?.string,
                language: sample["language"]?.string.map { Language($0) })
        }
    }

    func voices(of samples: [String: VoiceSample]) -> [Voice] {
        samples.sorted { $0.key < $1.key }.map { voice($0.key, $0.value.language ?? Language("mul")) }
    }

    static let samplesHere =
        "Voices to clone: a map of name and {file, text, language}; file: 3 to 25 s of a voice whose owner "
        + "agreed, on this machine."
    static let samplesThere =
        "Voices to clone: a map of name and {file, text, language}; file: a recording's path on the server, of "
        + "a voice whose owner agreed."
}

extension [String: VoiceSample] {
    func sample(of request: SpeechRequest, vendor: String) throws -> VoiceSample {
        if let sample = self[request.voice] { return sample }
        let known = isEmpty ? "none" : keys.sorted().joined(separator: ", ")
        throw BatchVideoError(
            .invalid,
            "\(vendor) has no voice \"\(request.voice.prefix(40))\"; providers.\(vendor).samples has \(known)"
        )
    }
}
