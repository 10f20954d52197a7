import BatchVideo
import Foundation

/// Paints stills and loops, each kept under its own fingerprint.
struct ScenePainter: Sendable {
    let parts: PipelineParts
    let workspace: Workspace

    /// Throws `.internal` for a plan that is no painting.
    func visual(
        for plan: VisualPlan, _ shot: Shot, fps: Int
    ) async throws -> (Visual, isReused: Bool) {
        switch plan {
        case .still(let picture): return try await painted(picture, prompt: shot.prompt)
        case .loop(let picture): return try await moving(picture, prompt: shot.prompt, fps: fps)
        case .image, .footage, .library, .generated:
            throw BatchVideoError(.internal, "shot \(shot.index) was to be painted, but its plan is a file")
        }
    }

    func painted(
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

    /// A card's words over a picture that is there already; it stays whose it was.
    func covered(
        _ picture: PaintedPicture, over ground: Visual
    ) async throws -> (Visual, isReused: Bool) {
        let order = CoverOrder(picture: picture, ground: ground.provenance.sha256)
        let fingerprint = try Fingerprint(of: order, "cover", parts.painter.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        return try await kept("cover", fingerprint, path) {
            try await parts.painter.paint(picture, over: workspace.url(ground.file), to: workspace.url(path))
            var provenance = ground.provenance
            provenance.sha256 = try DurableFile.digest(workspace.url(path)).sha256
            return Visual(medium: .still, file: path, size: picture.size, provenance: provenance)
        }
    }

    private struct CoverOrder: Codable {
        var picture: PaintedPicture
        var ground: String
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
