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
        var gallery: Gallery
        var sound: SoundTrack
        var canvas: Canvas
        var seed: UInt64
        var captions: CaptionStyle
        var logo: SourceFile?
        var transitions: TransitionChoice?
        var motion: MotionChoice?
        var fit: PictureFit?
        var branding: Branding?
        var presenter: PresenterChoice?
        var reframe: ReframeChoice?
        var ai: AIContent?

        init(
            _ narration: Narration, _ cues: CueSheet, _ storyboard: Storyboard, _ gallery: Gallery,
            _ sound: MasteredSound, _ ai: AIContent, _ brief: FilmBrief
        ) throws {
            self.narration = narration
            self.cues = cues
            self.storyboard = storyboard
            self.gallery = gallery
            self.sound = sound.track
            canvas = brief.canvas
            seed = brief.seed
            captions = brief.captions
            logo = try brief.logo.map(SourceFile.init)
            transitions = brief.transitions
            motion = brief.motion
            fit = brief.fit
            branding = brief.branding
            presenter = brief.presenter
            reframe = brief.reframe
            self.ai = ai.isEmpty ? nil : ai
        }
    }

    var version: String { [parts.importer.version, parts.labels.version].joined(separator: "/") }

    func assemble(_ order: Order, _ progress: StageProgress) async throws -> Cut {
        let gallery = order.gallery
        var timeline = try TimelineAssembler(
            canvas: order.canvas, seed: order.seed, transitions: order.transitions ?? .auto,
            motion: order.motion ?? .auto, fit: order.fit
        ).assemble(
            narration: order.narration, storyboard: order.storyboard, visuals: gallery.visuals,
            sound: order.sound, bookends: gallery.bookends(fps: order.canvas.fps),
            presenter: gallery.presenterPlan(order.presenter))
        timeline.captions = try captions(order)
        let dresser = Dresser(parts: parts, workspace: workspace, canvas: order.canvas)
        let branding = order.branding ?? .none
        timeline.overlays = try await dresser.overlays(
            Dresser.Order(
                logo: order.logo, branding: branding, chapters: order.labelledChapters,
                cover: gallery.cover, narrated: timeline.narratedFrames,
                frameCount: timeline.frameCount,
                aiLabel: order.ai == nil ? nil : AILabel.text(in: order.narration.language)))
        timeline.progressBar = dresser.progressBar(branding)
        var reframe: Reframe?
        if let choice = order.reframe { reframe = try await dresser.reframe(choice) }
        let isLabelled = (branding.aiLabel ?? .metadata) != .none
        return Cut(timeline: timeline, reframe: reframe, ai: isLabelled ? order.ai : nil)
    }

    /// Renders the film, the clean and the reframed one if they are wanted, and the cover.
    func render(_ cut: Cut, _ making: RenderBrief, _ progress: StageProgress) async throws -> Films {
        let films = Films(workspace, brief: making.brief)
        try await parts.importer.exportJPEG(
            workspace.url(making.cover.file), at: nil, to: films.cover)
        let order = RenderOrder(
            workspace: workspace.root.path, timeline: cut.timeline,
            renditions: films.renditions(cut, making), quality: making.brief.quality,
            encoder: making.brief.encoder, segmentCache: workspace.segments.path,
            workers: workers)
        try await parts.renderer.render(order) { event in
            if event.kind == .warning { return progress.warn(event.message ?? "") }
            progress.set(
                done: event.framesDone, total: event.frameCount, reused: event.segmentsReused)
        }
        return films
    }

    /// Opens every film again; a fault is a failure, not a remark. `cues` as they lie in the film.
    func inspect(
        _ films: Films, _ cut: Cut, _ cues: CueSheet, _ visuals: [ShotVisual]
    ) async throws -> InspectionReport {
        let timeline = cut.timeline
        let target = InspectionTarget(
            timeline: timeline, cues: cues, hasCaptions: timeline.captions != nil,
            tolerated: tolerated(timeline, visuals))
        var watched = [(films.film, target)]
        var bare = target
        bare.hasCaptions = false
        if let clean = films.clean { watched.append((clean, bare)) }
        if let reframed = films.reframed, let reframe = cut.reframe {
            bare.timeline.canvas.size = reframe.canvas
            watched.append((reframed, bare))
        }
        let inspector = parts.inspector
        let reports = try await boundedMap(watched, limit: workers) { film, target in
            try await inspector.inspect(film, against: target)
        }
        try reports.forEach(demandFaultless)
        return reports[0]
    }

    private func captions(_ order: Order) throws -> CaptionTrack? {
        guard order.captions.look != .none else { return nil }
        let burnt = CardCaptions.burnt(
            order.cues, over: order.storyboard, showing: order.gallery.visuals
        ).shifted(by: order.gallery.lead(fps: order.canvas.fps))
        let document = CaptionDocument(
            cues: burnt, style: order.captions, canvas: order.canvas
        ).text
        let data = Data(document.utf8)
        let fingerprint = try Fingerprint(of: document, "captions")
        let path = workspace.path(.captions, "\(fingerprint.short).ass")
        try DurableFile.write(data, to: workspace.url(path))
        return CaptionTrack(file: path, sha256: try DurableFile.digest(workspace.url(path)).sha256)
    }

    /// Cards hold still by design, stills where no motion is wanted, and what the user filmed is
    /// the user's business.
    private func tolerated(_ timeline: Timeline, _ visuals: [ShotVisual]) -> [TimeSpan] {
        let clips = timeline.clips.filter { clip in
            guard let shot = clip.shot, visuals.indices.contains(shot) else { return true }
            if clip.source.medium == .still, clip.source.motion == .none { return true }
            return visuals[shot].plan.isTolerated
        }.map { $0.startFrame..<$0.endFrame }
        return (clips + (timeline.presenter?.spans ?? [])).map { frames in
            let fps = timeline.canvas.fps
            return TimeSpan(
                startMs: frames.lowerBound * 1000 / fps,
                endMs: (frames.upperBound * 1000 + fps - 1) / fps)
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

extension Cutter.Order {
    /// Chapters whose headings no card of the film shows in large letters already.
    fileprivate var labelledChapters: [Chapter] {
        let cards = zip(storyboard.shots, gallery.visuals).filter { _, shown in
            if case .chapter = shown.plan.picture?.subject { true } else { false }
        }.map(\.0.span)
        return narration.chapters.filter { chapter in
            !cards.contains { $0.start <= chapter.start && chapter.start < $0.end }
        }
    }
}

extension VisualPlan {
    /// Whether the picture may stand still or be dark.
    fileprivate var isTolerated: Bool {
        switch self {
        case .still: isCard
        case .loop: false
        case .image, .footage, .library, .generated: true
        }
    }
}
