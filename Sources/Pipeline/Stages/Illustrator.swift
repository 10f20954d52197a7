import BatchVideo
import Foundation

/// Gets a picture or clip for every shot: decides what to show, then paints and imports, each piece
/// kept under its own fingerprint so that a changed shot costs one picture.
struct Illustrator: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    let paid: PaidCalls
    let footage: any FootageBook
    /// Pictures painted at once.
    let concurrency: Int

    /// Calls to vendors waiting at once: they have limits of their own and take no core.
    private static let waiting = 32

    struct Order: Codable, Sendable {
        var storyboard: Storyboard
        var title: String
        var canvas: Canvas
        var seed: UInt64
        var images: [SourceFile]
        var footage: [SourceFile]
        var intro: SourceFile?
        var outro: SourceFile?
        var presenter: SourceFile?
        /// What people chose, one per shot.
        var entries: [ShotBoard.Entry]
        var look: PictureLook?
        var mixing: MixChoice?
        /// Headings of the text; nil: none.
        var chapters: [Chapter]?
        var coverStyle: CoverStyle?
        /// What the cover says, when that is not the title.
        var coverText: String?
        /// Set when vendors are to make the presenter speak.
        var speaking: SpeakingPresenter.Order?
        /// Set when this program draws the presenter, or moves the mouth of a picture.
        var drawn: DrawnSpeaker.Order?

        init(
            _ board: FittedBoard, _ narration: Narration, _ brief: FilmBrief, _ parts: PipelineParts
        ) throws {
            storyboard = board.storyboard
            entries = board.entries
            title = brief.title
            canvas = brief.canvas
            seed = brief.seed
            look = brief.look
            mixing = brief.mixing
            chapters = narration.chapters.isEmpty ? nil : narration.chapters
            coverStyle = brief.branding?.coverStyle
            coverText = brief.branding?.coverText
            images = try brief.images.map(SourceFile.init)
            footage = try brief.footage.map(SourceFile.init)
            intro = try brief.branding?.intro.map(SourceFile.init)
            outro = try brief.branding?.outro.map(SourceFile.init)
            guard let choice = brief.presenter else { return }
            presenter = try choice.file.map(SourceFile.init)
            drawn = try DrawnSpeaker.Order(choice, narration, brief, version: parts.presenter.version)
            guard let presenter, choice.speaks != false, !parts.vendors.presenters.isEmpty else { return }
            speaking = SpeakingPresenter.Order(
                source: presenter, narration: narration.audio,
                length: choice.spoken(of: narration.duration), canvas: brief.canvas.size,
                background: choice.background)
        }
    }

    var version: String {
        let vendors =
            parts.vendors.images.map(\.version) + parts.vendors.clips.map(\.version)
            + parts.vendors.libraries.map(\.version) + parts.vendors.presenters.map(\.version)
        return ([parts.painter.version, parts.loops.version, parts.importer.version] + vendors)
            .joined(separator: "/")
    }

    func illustrate(_ order: Order, _ progress: StageProgress) async throws -> Gallery {
        let shelf = UserMedia(parts.importer, workspace, concurrency)
        let images = try await shelf.pictures(order.images, covering: order.canvas.size)
        let clips = try await shelf.clips(order.footage)
        let warnings = images.warnings + clips.warnings
        warnings.forEach(progress.warn)

        let libraries = LibraryClips(
            libraries: parts.vendors.libraries, workspace: workspace, shelf: shelf, canvas: order.canvas,
            language: order.storyboard.language, seed: order.seed)
        let mixing = order.mixing ?? MixChoice()
        let caster = MovingCaster(
            vendors: parts.vendors, footage: footage, libraries: libraries, mixing: mixing,
            canvas: order.canvas, seed: order.seed, warn: progress.warn)
        let cast = try await caster.cast(order.open, clips: clips.usable, besides: order.shown)
        if !cast.reused.isEmpty {
            let shots = cast.reused.sorted().map { "\($0 + 1)" }.joined(separator: ", ")
            progress.warn("no fresh clip was left: those of shots \(shots) were shown lately in other films")
        }
        let planner = VisualPlanner(
            storyboard: order.storyboard, title: order.title, canvas: order.canvas,
            seed: order.seed, imageCount: images.usable.count, moving: cast.plans,
            generatesStills: !parts.vendors.images.isEmpty, paidUntil: mixing.paidUntil,
            chapters: order.chapters ?? [])
        let plans = planner.plan()
        progress.expect(plans.count + 1)
        let source = ShotSource(
            painter: ScenePainter(parts: parts, workspace: workspace),
            vendors: VendorPictures(
                vendors: parts.vendors, paid: paid, shelf: shelf, workspace: workspace,
                canvas: order.canvas, look: order.look, seed: order.seed),
            libraries: libraries, images: images.usable, clips: clips.usable, paintings: planner.withoutVendors.plan(),
            fps: order.canvas.fps, warn: progress.warn)
        let chooser = ShotChooser(
            source: source, planner: planner, shelf: shelf, workspace: workspace, order: order)
        let limit =
            parts.vendors.makesNothing && parts.vendors.libraries.isEmpty ? concurrency : Self.waiting
        let shown = try await boundedMap(Array(zip(order.storyboard.shots, plans)), limit: limit) {
            shot, plan in
            if let (chosen, isReused) = try await chooser.choose(shot.index) {
                progress.advance(reused: isReused)
                return chosen
            }
            let (visual, isReused) = try await source.show(shot, plan)
            progress.advance(reused: isReused)
            return [visual]
        }
        let (cover, isReused) = try await CoverMaker(source: source, planner: planner, order: order)
            .cover(of: shown.compactMap(\.first))
        progress.advance(reused: isReused)
        return Gallery(
            visuals: shown.compactMap(\.first), alternatives: shown.map { Array($0.dropFirst()) },
            cover: cover, warnings: warnings, reusedClips: cast.reused.sorted(),
            intro: try await shelf.clip(order.intro), outro: try await shelf.clip(order.outro),
            presenter: try await presenter(order, shelf, progress))
    }

    private func presenter(
        _ order: Order, _ shelf: UserMedia, _ progress: StageProgress
    ) async throws -> UserClip? {
        if let speaking = order.speaking {
            let speaker = SpeakingPresenter(
                vendors: parts.vendors, decoder: parts.decoder, workspace: workspace, shelf: shelf, paid: paid)
            if let clip = try await speaker.clip(speaking, warn: progress.warn) { return clip }
        }
        guard let drawn = order.drawn else { return try await shelf.clip(order.presenter) }
        if let file = order.presenter, let film = try await video(file, shelf) { return film }
        return try await DrawnSpeaker(parts: parts, workspace: workspace).clip(drawn)
    }

    /// Nil: the file is no video, so it should be a picture.
    private func video(_ file: SourceFile, _ shelf: UserMedia) async throws -> UserClip? {
        do {
            return try await shelf.bring(file)
        } catch let error as BatchVideoError where error.code == .media {
            return nil
        }
    }
}

extension PresenterChoice {
    /// How much of the narration it is to say.
    fileprivate func spoken(of duration: MediaTime) -> MediaTime {
        // What is seen ends with a shot, which lasts at most this long.
        appearance == .intro ? min(duration, introLength + MediaTime(ms: 20_000)) : duration
    }

    fileprivate var background: String? {
        if case .corner(_, .keyed(let colour)) = place { colour } else { nil }
    }
}

extension Illustrator.Order {
    /// Moving shots that nobody chose anything for.
    fileprivate var open: [Shot] {
        storyboard.shots.filter { shot in
            guard shot.isMoving else { return false }
            guard entries.indices.contains(shot.index) else { return true }
            return entries[shot.index].choice == .planned
        }
    }

    /// What other shots keep.
    fileprivate var shown: MovingCaster.Shown {
        var shown = MovingCaster.Shown()
        for entry in entries {
            guard case .kept(let visual) = entry.choice else { continue }
            switch visual.plan {
            case .library(let item, _): shown.keys.insert(item.key)
            case .footage(_, let inPoint):
                let end = inPoint + entry.span.length
                shown.parts.append(
                    (visual.visual.provenance.sha256, TimeSpan(start: inPoint, end: end)))
            case .still, .loop, .image, .generated: break
            }
        }
        return shown
    }
}
