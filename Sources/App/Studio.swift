import Artwork
import BatchVideo
import Foundation
import Media
import Pipeline
import Providers
import Voices

/// The wiring: every part of the world built once and handed to the pipeline.
struct Studio: Sendable {
    let voices: VoiceBook
    private let speech: EmbeddedSpeech
    private let parts: PipelineParts
    private let workers: Int
    private let shelf: WorkspaceShelf
    private let shop: VendorShop

    /// Throws `.invalid` when vendors are configured wrongly, with all that is wrong.
    init(_ settings: Settings, meter: any Meter = SilentMeter()) throws {
        let companions = Companions()
        workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let tools = try ToolPaths.locate()
        let recorder = FFmpegFrameRecorder(paths: tools)
        speech = try Self.speech(companions, workers: workers)
        shop = try VendorShop(settings, paths: tools, meter: meter)
        let vendors = try shop.vendors(settings.use)
        voices = VoiceBook(
            embedded: speech,
            platforms: vendors.speech.map { [shop] in
                VoiceBook.Platform(name: $0.name, kind: shop.kind(of: $0.name), speech: $0)
            })
        parts = PipelineParts(
            speech: speech, decoder: FFmpegSoundDecoder(paths: tools), aligner: EmbeddedAligner(voice: speech),
            sound: StudioSoundEngineer(paths: tools), music: MusicSynthesizer(), painter: PaintedScenes(),
            loops: AmbientLoops(recorder: recorder), labels: PaintedLabels(),
            presenter: DrawnPresenters(recorder: recorder),
            chinese: OpenCCConverter(),
            importer: FFmpegImporter(paths: tools), renderer: RenderChild(paths: tools),
            inspector: FilmInspection(paths: tools), vendors: vendors,
            caps: settings.budget, meter: meter)
        shelf = .standard(environment: ProcessInfo.processInfo.environment)
    }

    /// The embedded voices alone; ffmpeg need not be there.
    static func speech(_ companions: Companions, workers: Int) throws -> EmbeddedSpeech {
        try EmbeddedSpeech(
            program: try companions.program("batchvideo-voice"),
            readings: try companions.data("readings.bin"), workers: workers)
    }

    func make(
        _ brief: FilmBrief, film: URL, asksLostAnew: Bool = false, events: any EventSink
    ) async throws -> Publication {
        let workspace = try shelf.workspace(for: film)
        let publication = try await sharedPipeline().make(
            brief, in: workspace, as: PublicationPaths(film: film), asksLostAnew: asksLostAnew,
            events: events)
        shelf.prune()
        return publication
    }

    /// For films that are made at the same time in this process.
    func sharedPipeline() -> VideoPipeline {
        VideoPipeline(parts.sharing(Lane(capacity: workers), count: workers), workers: workers)
    }

    /// The same with other vendors, for measurements.
    func pipeline(with vendors: FilmVendors) -> VideoPipeline {
        var parts = parts
        parts.vendors = vendors
        return VideoPipeline(parts.sharing(Lane(capacity: workers), count: workers), workers: workers)
    }

    /// A painted picture and a loop of it.
    func paintSample(picture: URL, clip: URL) async throws {
        let scene = PaintedPicture(
            subject: .scene(.sea), palette: .warm, size: Canvas.landscape.size, seed: 1, mirrored: false)
        try await parts.painter.paint(scene, to: picture)
        _ = try await parts.loops.paint(scene, fps: Canvas.landscape.fps, to: clip)
    }

    var copiesVoices: Bool { !parts.vendors.converters.isEmpty }

    /// Ends the voice programs and the connections to vendors.
    func close() async {
        await speech.shutdown()
        await shop.close()
    }
}
