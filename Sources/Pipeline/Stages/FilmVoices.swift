import BatchVideo
import Foundation

/// Who speaks a film: an embedded voice or a vendor's, perhaps said again with another timbre. Each
/// sentence is kept under its own fingerprint.
struct FilmVoices: Sendable {
    private let parts: PipelineParts
    private let workspace: Workspace
    private let vendor: VendorSpeaker?
    private let timbre: TimbreChanger?

    struct Take: Sendable {
        var path: String
        var speech: Speech
        var isReused: Bool
    }

    /// Throws `.invalid` when the film wants a timbre and nobody can give it.
    init(
        parts: PipelineParts, workspace: Workspace, paid: PaidCalls, voice: String, timbre: SourceFile?,
        warn: @escaping @Sendable (String) -> Void
    ) throws {
        self.parts = parts
        self.workspace = workspace
        let vendors = parts.vendors
        vendor = vendors.speaker(of: voice).map { speaker in
            VendorSpeaker(
                vendor: speaker.vendor, voice: speaker.voice,
                listener: SpeechListener(
                    decoder: parts.decoder, aligner: parts.aligner, vendors: vendors, paid: paid),
                workspace: workspace, paid: paid, warn: warn)
        }
        guard timbre == nil || !vendors.converters.isEmpty else {
            throw BatchVideoError(
                .invalid,
                "the film is to sound like \(timbre?.name ?? "another voice"), but no vendor that converts voices is "
                    + "configured; add one or leave the voice out",
                field: "voice_id")
        }
        self.timbre = timbre.map { reference in
            TimbreChanger(
                reference: reference, decoder: parts.decoder, vendors: vendors, workspace: workspace,
                paid: paid)
        }
    }

    var areEmbedded: Bool { vendor == nil && timbre == nil }

    /// Names of the vendors whose models are heard.
    var vendors: [String] {
        [vendor?.vendor.name, timbre.flatMap { $0.vendors.converters.first?.name }].compactMap(\.self)
    }

    func speak(_ request: SpeechRequest) async throws -> Take {
        let spoken = try await take(request, "speech", vendor?.version ?? parts.speech.version) { file in
            guard let vendor else { return try await parts.speech.speak(request, to: file) }
            return try await vendor.speak(request, to: file)
        }
        guard let timbre else { return spoken }
        let order = Converted(request: request, sound: spoken.path, reference: timbre.reference)
        return try await take(order, "timbre", timbre.version) { file in
            try await timbre.convert(spoken.speech, in: workspace.url(spoken.path), to: file)
        }
    }

    private struct Converted: Codable {
        var request: SpeechRequest
        /// Its name is the fingerprint of how it was spoken.
        var sound: String
        var reference: SourceFile
    }

    private func take(
        _ input: some Encodable, _ kind: String, _ version: String,
        _ make: (URL) async throws -> Speech
    ) async throws -> Take {
        let fingerprint = try Fingerprint(of: input, kind, version)
        let path = workspace.path(.speech, "\(fingerprint.short).wav")
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find(kind, fingerprint, as: Speech.self, files: { _ in [path] }) {
            return Take(path: path, speech: known, isReused: true)
        }
        let spoken = try await make(workspace.url(path))
        try checkpoints.store(kind, fingerprint, spoken)
        return Take(path: path, speech: spoken, isReused: false)
    }
}
