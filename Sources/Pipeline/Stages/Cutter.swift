import BatchVideo
import Foundation

/// Cuts the film: timeline, render and inspection.
struct Cutter: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    /// Segments encoded at once.
    let workers: Int

    struct Order: Codable, Sendable {
        var narration: Narration
        var cues: CueSheet
        var storyboard: Storyboard
        var visuals: [ShotVisual]
        var sound: SoundTrack
        var canvas: Canvas
        var seed: UInt64
        var captions: CaptionStyle
        var logo: SourceFile?
        var transitions: TransitionChoice?
        var motion: MotionChoice?
        var fit: PictureFit?

        init(
            _ narration: Narration, _ cues: CueSheet, _ storyboard: Storyboard, _ gallery: Gallery,
            _ sound: MasteredSound, _ brief: FilmBrief
        ) throws {
            self.narration = narration
            self.cues = cues
            self.storyboard = storyboard
            visuals = gallery.visuals
            self.sound = sound.track
            canvas = brief.canvas
            seed = brief.seed
            captions = brief.captions
            logo = try brief.logo.map(SourceFile.init)
            transitions = brief.transitions
            motion = brief.motion
            fit = brief.fit
        }
    }

    var version: String { parts.importer.version }

    func assemble(_ order: Order, _ progress: StageProgress) async throws -> Timeline {
        try TimelineAssembler(
            canvas: order.canvas, seed: order.seed, transitions: order.transitions ?? .auto,
            motion: order.motion ?? .auto, fit: order.fit
        ).assemble(
            narration: order.narration, storyboard: order.storyboard, visuals: order.visuals,
            captions: try captions(order), logo: try await logo(order), sound: order.sound)
    }

    /// Renders the film, and the clean one if it is wanted, into the workspace.
    func render(_ timeline: Timeline, _ brief: FilmBrief, _ progress: StageProgress) async throws -> Films {
        let films = Films(workspace, hasClean: brief.wantsClean)
        let order = RenderOrder(
            workspace: workspace.root.path, timeline: timeline, renditions: films.renditions(timeline),
            quality: brief.quality, encoder: brief.encoder, segmentCache: workspace.segments.path,
            workers: workers)
        try await parts.renderer.render(order) { event in
            if event.kind == .warning { return progress.warn(event.message ?? "") }
            progress.set(
                done: event.framesDone, total: event.frameCount, reused: event.segmentsReused)
        }
        return films
    }

    /// Opens every film again; a fault is a failure, not a remark.
    func inspect(
        _ films: Films, _ timeline: Timeline, _ cues: CueSheet, _ visuals: [ShotVisual]
    ) async throws -> InspectionReport {
        let target = InspectionTarget(
            timeline: timeline, cues: cues, hasCaptions: timeline.captions != nil,
            tolerated: tolerated(timeline, visuals))
        let report = try await parts.inspector.inspect(films.film, against: target)
        try demandFaultless(report)
        if let clean = films.clean {
            var bare = target
            bare.hasCaptions = false
            try demandFaultless(try await parts.inspector.inspect(clean, against: bare))
        }
        return report
    }

    private func captions(_ order: Order) throws -> CaptionTrack? {
        guard order.captions.look != .none else { return nil }
        let burnt = CardCaptions.burnt(
            order.cues, over: order.storyboard, showing: order.visuals)
        let document = CaptionDocument(
            cues: burnt, style: order.captions, canvas: order.canvas
        ).text
        let data = Data(document.utf8)
        let fingerprint = try Fingerprint(of: document, "captions")
        let path = workspace.path(.captions, "\(fingerprint.short).ass")
        try DurableFile.write(data, to: workspace.url(path))
        return CaptionTrack(file: path, sha256: try DurableFile.digest(workspace.url(path)).sha256)
    }

    /// 100 pixels wide and 30 from the edges at a width of 1360; in proportion elsewhere, measured
    /// on the longer side so that it looks the same in portrait.
    private func logo(_ order: Order) async throws -> LogoOverlay? {
        guard let file = order.logo else { return nil }
        let scale = Double(order.canvas.size.longer) / 1360
        let width = max(16, Int((100 * scale).rounded()))
        let fingerprint = try Fingerprint(of: file, "logo", "\(width)", parts.importer.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        _ = try await onUserFile {
            try await parts.importer.importLogo(file.url, width: width, to: workspace.url(path))
        }
        return LogoOverlay(
            file: path, sha256: try DurableFile.digest(workspace.url(path)).sha256,
            margin: Int((30 * scale).rounded()))
    }

    /// Cards hold still by design, stills where no motion is wanted, and what the user filmed is
    /// the user's business.
    private func tolerated(_ timeline: Timeline, _ visuals: [ShotVisual]) -> [TimeSpan] {
        timeline.clips.filter { clip in
            guard visuals.indices.contains(clip.shot) else { return false }
            if clip.source.medium == .still, clip.source.motion == .none { return true }
            return visuals[clip.shot].plan.isTolerated
        }.map { clip in
            let fps = timeline.canvas.fps
            return TimeSpan(
                startMs: clip.startFrame * 1000 / fps,
                endMs: (clip.endFrame * 1000 + fps - 1) / fps)
        }
    }

    private func demandFaultless(_ report: InspectionReport) throws {
        guard !report.faults.isEmpty else { return }
        let faults = report.faults.map { "\($0.name): \($0.detail)" }.joined(separator: "; ")
        throw BatchVideoError(
            .media, "the finished film does not pass inspection (\(faults)); "
                + "please report it if it stays", retry: .backoff)
    }
}

extension VisualPlan {
    /// Whether the picture may stand still or be dark.
    fileprivate var isTolerated: Bool {
        switch self {
        case .still: isCard
        case .loop: false
        case .image, .footage: true
        }
    }
}

/// The encoded films in the workspace.
struct Films: Sendable {
    let film: URL
    let clean: URL?

    init(_ workspace: Workspace, hasClean: Bool) {
        film = workspace.url(workspace.path(.renditions, "film.mp4"))
        clean = hasClean ? workspace.url(workspace.path(.renditions, "clean.mp4")) : nil
    }

    func renditions(_ timeline: Timeline) -> [RenditionOrder] {
        let branded = RenditionOrder(
            file: film.path, hasCaptions: timeline.captions != nil, hasLogo: timeline.logo != nil)
        let bare = clean.map { RenditionOrder(file: $0.path, hasCaptions: false, hasLogo: false) }
        return [branded] + (bare.map { [$0] } ?? [])
    }
}

extension Timeline {
    /// Files that the cutter made itself; the others belong to earlier stages.
    var ownFiles: [String] { [captions?.file, logo?.file].compactMap { $0 } }
}
