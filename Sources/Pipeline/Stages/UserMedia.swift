import BatchVideo
import Foundation

/// Brings the user's own pictures and clips into the workspace. A file that cannot be used is named
/// and left out; when none is left, that is an error.
struct UserMedia: Sendable {
    private let importer: any MediaImporter
    private let workspace: Workspace
    private let concurrency: Int

    init(_ importer: any MediaImporter, _ workspace: Workspace, _ concurrency: Int) {
        self.importer = importer
        self.workspace = workspace
        self.concurrency = concurrency
    }

    struct Intake<Item: Sendable>: Sendable {
        var usable: [Item] = []
        var warnings: [String] = []
    }

    func pictures(_ files: [SourceFile], covering canvas: PixelSize) async throws -> Intake<Visual> {
        try await take(files, kind: "pictures") { try await picture($0, covering: canvas) }
    }

    func picture(_ file: SourceFile, covering canvas: PixelSize) async throws -> Visual {
        let order = PictureOrder(file: file, canvas: canvas)
        let fingerprint = try Fingerprint(of: order, "picture", importer.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find(
            "picture", fingerprint, as: Visual.self, files: { _ in [path] })
        {
            return known
        }
        let size = try await importer.importStill(
            file.url, covering: canvas, to: workspace.url(path))
        let visual = Visual(
            medium: .still, file: path, size: size,
            provenance: try provenance("user-image", file, of: workspace.url(path)))
        try checkpoints.store("picture", fingerprint, visual)
        return visual
    }

    func clips(_ files: [SourceFile]) async throws -> Intake<UserClip> {
        try await take(files, kind: "clips", bring)
    }

    /// A clip that the film cannot do without.
    func clip(_ file: SourceFile?) async throws -> UserClip? {
        guard let file else { return nil }
        return try await onUserFile { try await bring(file) }
    }

    func bring(_ file: SourceFile) async throws -> UserClip {
        let fingerprint = try Fingerprint(of: file, "clip", importer.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).clip")
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find(
            "clip", fingerprint, as: UserClip.self, files: { _ in [path] })
        {
            return known
        }
        let facts = try await importer.examineFootage(file.url)
        try link(file, at: workspace.url(path))
        let visual = Visual(
            medium: .clip, file: path, size: facts.size, length: facts.length,
            provenance: try provenance("user-footage", file, of: file.url))
        let clip = UserClip(facts: facts, visual: visual)
        try checkpoints.store("clip", fingerprint, clip)
        return clip
    }

    private struct PictureOrder: Codable {
        var file: SourceFile
        var canvas: PixelSize
    }

    private func take<Item: Sendable>(
        _ files: [SourceFile], kind: String,
        _ bring: @escaping @Sendable (SourceFile) async throws -> Item
    ) async throws -> Intake<Item> {
        let results = try await boundedMap(files, limit: concurrency) { file in
            do {
                return Result<Item, BatchVideoError>.success(try await bring(file))
            } catch let error as BatchVideoError where error.code == .media || error.code == .notFound {
                return .failure(error)  // one bad file is no reason to give up the film
            }
        }
        var intake = Intake<Item>()
        for result in results {
            switch result {
            case .success(let item): intake.usable.append(item)
            case .failure(let error): intake.warnings.append("left out: \(error.message)")
            }
        }
        if let first = intake.warnings.first, intake.usable.isEmpty {
            throw BatchVideoError(.invalid, "none of your \(kind) can be used; the first: \(first)")
        }
        return intake
    }

    /// The compositor reads clips by a path of ours, never by the user's.
    private func link(_ file: SourceFile, at place: URL) throws {
        unlink(place.path)
        guard symlink(file.path, place.path) == 0 else {
            throw BatchVideoError(.unwritable, "cannot write in \(workspace.root.path); is the disk full?")
        }
    }

    private func provenance(_ source: String, _ file: SourceFile, of content: URL) throws -> Provenance {
        Provenance(
            source: source, detail: file.name, prompt: "", seed: 0,
            sha256: try DurableFile.digest(content).sha256, licence: "the user's file")
    }
}

/// A user's clip in the workspace.
struct UserClip: Codable, Sendable {
    var facts: FootageFacts
    var visual: Visual
}

/// Runs work on a file that the user brought: when the file is at fault, that is wrong input, not a
/// failure of ours that a second try could mend.
func onUserFile<Output>(_ work: () async throws -> Output) async throws -> Output {
    do {
        return try await work()
    } catch var error as BatchVideoError where error.code == .media {
        error.code = .invalid
        throw error
    }
}
