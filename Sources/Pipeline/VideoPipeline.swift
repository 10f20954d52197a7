package import BatchVideo
import Foundation

/// Makes a film: text -> script -> narration -> cues -> storyboard -> visuals -> timeline -> render ->
/// inspect -> publish. Each stage takes the one before, and is found again when its input is the same.
package struct VideoPipeline: Sendable {
    private let parts: PipelineParts
    /// CPU-bound pieces of work at once.
    private let workers: Int

    package init(_ parts: PipelineParts, workers: Int) {
        self.parts = parts
        self.workers = workers
    }

    /// What may be spent on a film, for who books its calls.
    var caps: SpendCaps { parts.caps }

    /// Makes the film of `brief` and puts it at `paths`; nothing is left there when it throws.
    ///
    /// - Parameters:
    ///   - board: what people chose for its shots, and the words that they changed.
    ///   - captions: what people changed in its captions.
    ///   - asksLostAnew: vendors' calls whose end nobody knows are paid again; for films without a `book`.
    ///   - book: remembers what vendors are paid for; nil: a file in the workspace.
    ///   - footage: knows what other films show; nil: nothing is known of others.
    package func make(
        _ brief: FilmBrief, in workspace: Workspace, as paths: PublicationPaths,
        board: ShotBoard? = nil, captions: [CaptionChange] = [], asksLostAnew: Bool = false,
        book: (any CallBook)? = nil, footage: (any FootageBook)? = nil,
        events: any EventSink
    ) async throws -> Publication {
        let stage = StageRunner(workspace, events, parts.meter)
        let paid = PaidCalls(
            workspace: workspace, book: try book ?? FolderBook(workspace, caps: parts.caps, asksLostAnew: asksLostAnew))
        let prompter = ShotPrompter(vendors: parts.vendors, paid: paid)
        let narrator = Narrator(parts: parts, workspace: workspace, paid: paid, concurrency: workers)
        let illustrator = Illustrator(
            parts: parts, workspace: workspace, paid: paid, footage: footage ?? LoneFootage(),
            concurrency: workers)
        let mixer = SoundMixer(parts: parts, workspace: workspace)
        let cutter = Cutter(parts: parts, workspace: workspace, workers: workers)

        let script = try await stage(.script, from: ScriptOrder(brief, board)) { order, _ in
            try order.edited ?? Script(reading: order.text, language: order.language)
        }
        let narration = try await stage(
            .narration, from: try Narrator.Order(script, brief), version: narrator.version,
            files: { [$0.audio] }, narrator.narrate)
        let cues = try await stage(.captions, from: CaptionOrder(narration, brief)) { order, _ in
            Captioner(.for(language: order.narration.language, canvas: order.canvas))
                .cues(for: order.narration)
        }
        let plain = try await written(cues, brief)
        let (written, wanted, left) = plain.changed(by: captions)
        if left > 0 { events.note(FilmEvent(.warning, .captions, message: Self.leftOut(left))) }
        let fitted = try await stage(
            .storyboard, from: StoryboardOrder(cues, narration, brief, board), version: prompter.version
        ) { order, progress in
            let fitted = try Storyboarder.plan(
                cues: order.cues, duration: order.narration.duration, mix: order.mix,
                by: order.measure ?? .shots, seed: order.seed
            ).fitted(to: order.board, cues: order.cues, narration: order.narration)
            fitted.warnings.forEach(progress.warn)
            return try await prompter.prompted(fitted, title: order.title, look: order.look, progress)
        }
        let storyboard = fitted.storyboard
        let gallery = try await stage(
            .visuals, from: Illustrator.Order(fitted, narration, brief, parts), version: illustrator.version,
            files: \.files, illustrator.illustrate)
        let sound = try await stage(
            .sound, from: SoundMixer.Order(narration, storyboard, gallery, brief),
            version: mixer.version, files: { [$0.track.file] }, mixer.mix)
        let cut = try await stage(
            .timeline,
            from: Cutter.Order(
                narration, written, storyboard, gallery, sound, AIContent(narration, gallery, parts.vendors), brief),
            version: cutter.version, files: \.ownFiles, cutter.assemble)
        let shownCues = written.shifted(by: gallery.lead(fps: brief.canvas.fps))
        let films = try await stage.always(.render) {
            try await cutter.render(
                cut, RenderBrief(brief: brief, cues: shownCues, cover: gallery.cover), $0)
        }
        parts.meter.rendered(
            filmSeconds: Double(cut.timeline.frameCount) / Double(brief.canvas.fps),
            seconds: Double(stage.stageMs[Stage.render.rawValue] ?? 0) / 1000)
        let report = try await stage.always(.inspect) { _ in
            try await cutter.inspect(films, cut, shownCues, gallery.visuals)
        }
        let making = Making(
            brief: brief.saying(script), narration: narration, cues: shownCues, board: fitted,
            gallery: gallery, sound: sound, timeline: cut.timeline, films: films, report: report)
        var publication = try await stage.always(.publish) { _ in
            try await Publisher(parts: parts, workspace: workspace, paths: paths)
                .publish(making, stageMs: stage.stageMs)
        }
        publication.captions = PublishedCaptions(
            made: plain, wanted: wanted, lead: gallery.lead(fps: brief.canvas.fps))
        return publication
    }

    private static func leftOut(_ count: Int) -> String {
        "\(count) changed captions were left out: the words they were made of are said no more"
    }

    /// Captions as they are to be read: in traditional characters when those are wanted.
    private func written(_ cues: CueSheet, _ brief: FilmBrief) async throws -> CueSheet {
        guard brief.captions.isTraditional == true, cues.language.isChinese else { return cues }
        return cues.written(as: try await parts.chinese.traditional(cues.runningTexts))
    }
}

extension AIContent {
    /// What vendors' models made of a film. Painted scenes and embedded voices follow rules, no model.
    fileprivate init(_ narration: Narration, _ gallery: Gallery, _ vendors: FilmVendors) {
        let pictures = gallery.visuals.compactMap { shown in
            if case .generated = shown.plan { shown.visual.provenance.source } else { nil }
        }
        let cover = gallery.cover.provenance.source
        let covering = vendors.images.contains { $0.name == cover } ? [cover] : []
        let presenter = gallery.presenter?.visual.provenance.source
        let speaking = presenter.flatMap { name in vendors.presenters.contains { $0.name == name } ? name : nil }
        self.init(vendors: pictures + covering + (narration.vendors ?? []) + [speaking].compactMap(\.self))
    }
}

extension FilmBrief {
    /// The brief of a film that says these words, so that its manifest makes the same film again.
    fileprivate func saying(_ script: Script) -> FilmBrief {
        guard (try? Script(reading: text, language: language)) != script else { return self }
        var brief = self
        brief.text = script.text
        return brief
    }
}
