import BatchVideo
import Foundation

/// Lets vendors make a presenter say a film's words.
struct SpeakingPresenter: Sendable {
    let vendors: FilmVendors
    let decoder: any SoundDecoder
    let workspace: Workspace
    let shelf: UserMedia
    let paid: PaidCalls

    struct Order: Codable, Sendable {
        var source: SourceFile
        /// The film's narration, relative to the workspace, and how long the presenter is seen of it.
        var narration: String
        var length: MediaTime
        var canvas: PixelSize
        var background: String?
    }

    private struct Request: Codable {
        var source: String
        var speech: String
        var size: PixelSize
        var background: String?
    }

    /// Of the speech that vendors listen to; the film keeps its own sound.
    private static let sampleRate = 16_000

    /// Nil when no vendor can: the presenter's own video is shown.
    func clip(_ order: Order, warn: (String) -> Void) async throws -> UserClip? {
        let brought = try? await shelf.bring(order.source)  // nil: a picture of the presenter
        let speech = try await speech(order)
        let request = PresenterRequest(
            source: order.source.path, isPicture: brought == nil, speech: speech.path, length: order.length,
            size: brought?.facts.size ?? order.canvas, background: order.background)
        let identity = Request(
            source: try DurableFile.digest(order.source.url).sha256,
            speech: try DurableFile.digest(speech).sha256, size: request.size,
            background: order.background)
        return try await vendors.ask(vendors.presenters, .presenter, warn: warn) { vendor in
            let made = try await paid.make(
                .presenter, by: vendor, of: identity,
                estimate: vendor.terms.cost(units: order.length.seconds), file: "clip"
            ) { slip, file in
                let media = try await vendor.generate(request, slip: slip, to: file)
                return (media.model ?? "", media.cost)
            }.made
            var clip = try await shelf.bring(try SourceFile(workspace.url(made.path ?? "").path))
            clip.visual.provenance = Provenance(
                source: vendor.name, detail: made.output, prompt: "", seed: 0,
                sha256: clip.visual.provenance.sha256, licence: "made by AI (\(vendor.name))")
            return clip
        }
    }

    private func speech(_ order: Order) async throws -> URL {
        let fingerprint = try Fingerprint(of: order, "presenter-speech")
        let path = workspace.path(.sound, "presenter-\(fingerprint.short).wav")
        guard !workspace.has(path) else { return workspace.url(path) }
        let sound = try await decoder.decode(workspace.url(order.narration), sampleRate: Self.sampleRate)
        let count = min(sound.samples.count, order.length.sample(rate: Self.sampleRate))
        let samples = sound.samples.prefix(count).map { $0.sixteenBit }
        try DurableFile.write(
            WaveFormat.file(samples, sampleRate: Self.sampleRate), to: workspace.url(path))
        return workspace.url(path)
    }
}
