import BatchVideo
import Foundation

/// Gets a picture or clip for every shot: decides what to show, then paints and imports, each piece
/// kept under its own fingerprint so that a changed shot costs one picture.
struct Illustrator: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    /// Pictures painted at once.
    let concurrency: Int

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

        init(_ storyboard: Storyboard, _ brief: FilmBrief) throws {
            self.storyboard = storyboard
            title = brief.title
            canvas = brief.canvas
            seed = brief.seed
            images = try brief.images.map(SourceFile.init)
            footage = try brief.footage.map(SourceFile.init)
            intro = try brief.branding?.intro.map(SourceFile.init)
            outro = try brief.branding?.outro.map(SourceFile.init)
            presenter = try brief.presenter.map { try SourceFile($0.file) }
        }
    }

    var version: String {
        [parts.painter.version, parts.loops.version, parts.importer.version].joined(separator: "/")
    }

    func illustrate(_ order: Order, _ progress: StageProgress) async throws -> Gallery {
        let shelf = UserMedia(parts.importer, workspace, concurrency)
        let images = try await shelf.pictures(order.images, covering: order.canvas.size)
        let clips = try await shelf.clips(order.footage)
        let warnings = images.warnings + clips.warnings
        warnings.forEach(progress.warn)

        let planner = VisualPlanner(
            storyboard: order.storyboard, title: order.title, canvas: order.canvas,
            seed: order.seed, imageCount: images.usable.count, footage: clips.usable.map(\.facts))
        let plans = planner.plan()
        progress.expect(plans.count + 1)
        let shown = try await boundedMap(Array(zip(order.storyboard.shots, plans)), limit: concurrency) {
            shot, plan in
            let (visual, isReused) = try await self.visual(
                for: plan, shot, images.usable, clips.usable, fps: order.canvas.fps)
            progress.advance(reused: isReused)
            return ShotVisual(plan: plan, visual: visual)
        }
        let (cover, isReused) = try await painted(planner.cover(), prompt: order.title)
        progress.advance(reused: isReused)
        return Gallery(
            visuals: shown, cover: cover, warnings: warnings,
            intro: try await shelf.clip(order.intro), outro: try await shelf.clip(order.outro),
            presenter: try await shelf.clip(order.presenter))
    }

    private func visual(
        for plan: VisualPlan, _ shot: Shot, _ images: [Visual], _ clips: [UserClip], fps: Int
    ) async throws -> (Visual, isReused: Bool) {
        switch plan {
        case .still(let picture): try await painted(picture, prompt: shot.prompt)
        case .loop(let picture): try await moving(picture, prompt: shot.prompt, fps: fps)
        case .image(let number): (images[number], true)
        case .footage(let number, _): (clips[number].visual, true)
        }
    }

    private func painted(
        _ picture: PaintedPicture, prompt: String
    ) async throws -> (Visual, isReused: Bool) {
        let fingerprint = try Fingerprint(of: picture, "still", parts.painter.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        return try await kept("still", fingerprint, path) {
            try await parts.painter.paint(picture, to: workspace.url(path))
            return Visual(
                medium: .still, file: path, size: picture.size,
                provenance: try provenance(of: picture, path, prompt))
        }
    }

    private func moving(
        _ picture: PaintedPicture, prompt: String, fps: Int
    ) async throws -> (Visual, isReused: Bool) {
        let fingerprint = try Fingerprint(of: picture, "loop", "\(fps)", parts.loops.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).mp4")
        return try await kept("loop", fingerprint, path) {
            let length = try await parts.loops.paint(picture, fps: fps, to: workspace.url(path))
            return Visual(
                medium: .clip, file: path, size: picture.size, length: length, isLoop: true,
                provenance: try provenance(of: picture, path, prompt))
        }
    }

    private func kept(
        _ name: String, _ fingerprint: Fingerprint, _ path: String,
        make: () async throws -> Visual
    ) async throws -> (Visual, isReused: Bool) {
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find(name, fingerprint, as: Visual.self, files: { _ in [path] }) {
            return (known, true)
        }
        let visual = try await make()
        try checkpoints.store(name, fingerprint, visual)
        return (visual, false)
    }

    private func provenance(
        of picture: PaintedPicture, _ path: String, _ prompt: String
    ) throws -> Provenance {
        Provenance(
            source: picture.subject.isCard ? "card" : "painted",
            detail: "\(picture.subject.family.rawValue)/\(picture.palette.rawValue)",
            prompt: prompt, seed: picture.seed,
            sha256: try DurableFile.digest(workspace.url(path)).sha256,
            licence: "own work of this program")
    }
}
