package import BatchVideo
package import Foundation

/// Makes the film of a job and puts it where people find it.
package struct FilmRun: JobRunner {
    /// What it needs of the rest of the program.
    package struct Parts: Sendable {
        package var pipeline: VideoPipeline
        package var stores: Stores
        package var briefing: JobBriefing
        package var shelf: ObjectShelf
        /// Where films are made, a folder for each job.
        package var work: URL
        package var pace: StagePace

        package init(
            pipeline: VideoPipeline, stores: Stores, briefing: JobBriefing, shelf: ObjectShelf,
            work: URL, pace: StagePace = StagePace()
        ) {
            self.pipeline = pipeline
            self.stores = stores
            self.briefing = briefing
            self.shelf = shelf
            self.work = work
            self.pace = pace
        }
    }

    private let parts: Parts
    private let now: @Sendable () -> Date

    package init(_ parts: Parts, now: @escaping @Sendable () -> Date = { Date() }) {
        self.parts = parts
        self.now = now
    }

    package func run(_ claim: Claim, _ desk: RunDesk) async throws -> [String: String] {
        let reporter = RunReporter(desk, pace: parts.pace, now: now)
        async let writing: Void = write(reporter.log, of: claim)
        defer { reporter.finish() }
        let keys = try await make(claim.job, reporter, desk)
        reporter.finish()
        await writing
        return keys
    }

    /// Log lines are events, so that who watches a film sees them.
    private func write(_ log: AsyncStream<String>, of claim: Claim) async {
        for await line in log {
            let event = StoredEvent(
                userID: claim.job.userID, jobID: claim.job.id,
                executionID: claim.lease.executionID, batchID: claim.job.batchID, kind: .log,
                data: .object(["line": .string(line)]), at: now())
            // A line that is lost costs nothing.
            _ = try? await parts.stores.events.append(event)
        }
    }

    private func make(
        _ job: Job, _ reporter: RunReporter, _ desk: RunDesk
    ) async throws -> [String: String] {
        let briefed = try await parts.briefing.brief(for: job)
        briefed.warnings.forEach(reporter.warn)
        let workspace = try await open(job.id)
        let fromStage = job.latest.metadata.fromStage.flatMap(Stage.init)
        try Self.forget(from: fromStage, in: workspace)

        let owner = job.userID.map { Owner.user($0) } ?? .everyone
        let book = ShotBook(workspace: workspace, shelf: parts.shelf, jobID: job.id)
        let rows = try await parts.stores.shots.shots(of: job.id, owner: owner)
        let isFresh = fromStage.map { Stage.visuals.isReached(from: $0) } ?? false
        let source = try ScriptOrder.source(of: briefed.brief)
        let (board, warnings) = try book.board(of: rows, source: source, isFresh: isFresh)
        warnings.forEach(reporter.warn)
        let track = try await parts.stores.captions.captions(of: job.id, owner: owner)
        let output = workspace.url(Self.output)
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let publication = try await parts.pipeline.make(
            briefed.brief, in: workspace, as: PublicationPaths(film: output.appending(path: "film.mp4")),
            board: board, captions: track?.changes ?? [],
            book: RunBook(parts.stores.vendorCalls, lease: desk.lease, caps: parts.pipeline.caps, now: now),
            footage: RunFootage(parts.stores.footage, lease: desk.lease, now: now), events: reporter)

        try await holdsLease(desk)
        let made = try book.record(publication.board, of: source, over: rows, now: now())
        try await parts.stores.shots.put(made, over: rows, lease: desk.lease, now: now())
        if let captions = publication.captions {
            try await parts.stores.captions.put(
                JobCaptions.entries(of: captions), lead: captions.lead,
                over: track?.version, lease: desk.lease, now: now())
        }
        return try await publish(publication, job, desk)
    }

    /// A worker that lost its lease may hold the workspace for a moment longer, and so may retention:
    /// that passes.
    private func open(_ job: Int, looks: Int = 5) async throws -> Workspace {
        do {
            return try Workspace(Self.folder(of: job, in: parts.work))
        } catch let error as BatchVideoError where error.code == .conflict {
            guard looks > 1 else {
                throw BatchVideoError(
                    .unavailable, "another worker still holds this film's folder", retry: .backoff,
                    cause: error)
            }
            try await Task.sleep(for: .milliseconds(100))
            return try await open(job, looks: looks - 1)
        }
    }

    /// The folder in a workspace that published files are made in.
    static let output = "output"

    package static func folder(of job: Int, in work: URL) -> URL {
        work.appending(path: "jobs/\(job)", directoryHint: .isDirectory)
    }

    /// Another worker may have the job since: then nothing of ours may be seen.
    private func holdsLease(_ desk: RunDesk) async throws {
        try Task.checkCancellation()
        _ = try await parts.stores.queue.renew(desk.lease, for: .seconds(15), now: now())
    }

    private func publish(
        _ publication: Publication, _ job: Job, _ desk: RunDesk
    ) async throws -> [String: String] {
        var keys: [String: String] = [:]
        let folder = publication.paths.film.deletingLastPathComponent()
        var files = publication.manifest.files
        let manifest = publication.paths.manifest
        let digest = try DurableFile.digest(manifest)
        files.append(
            ManifestFile(
                role: "project", name: manifest.lastPathComponent, bytes: digest.bytes,
                sha256: digest.sha256))
        for file in files {
            guard let kind = ResultKind.all[file.role] else { continue }
            try await holdsLease(desk)
            let key = "jobs/\(job.id)/\(kind.name)"
            try parts.shelf.put(folder.appending(path: file.name), as: key)
            try await parts.stores.checkpoints.put(
                ArtifactRow(
                    executionID: desk.lease.executionID, jobID: job.id, role: kind.role, key: key,
                    sha256: file.sha256, sizeBytes: file.bytes, type: kind.type, createdAt: now()),
                lease: desk.lease)
            keys[kind.role + "_oss_key"] = key
        }
        return keys
    }

    /// Takes away the results of a stage and of those after it, so that they are made anew.
    private static func forget(from stage: Stage?, in workspace: Workspace) throws {
        guard let stage else { return }
        let folder = workspace.url("stages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let gone = Stage.allCases.filter { $0.isReached(from: stage) }.map(\.rawValue)
        let parts = gone.contains(Stage.narration.rawValue) ? gone + ["speech"] : gone
        for name in names where parts.contains(where: { name.hasPrefix($0 + "-") }) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        if Stage.render.isReached(from: stage) {
            let segments = workspace.segments
            for name in (try? FileManager.default.contentsOfDirectory(atPath: segments.path)) ?? [] {
                try FileManager.default.removeItem(at: segments.appending(path: name))
            }
        }
    }
}

extension Stage {
    /// Whether it is run again when `first` is.
    fileprivate func isReached(from first: Stage) -> Bool {
        let order = Stage.allCases
        guard let own = order.firstIndex(of: self), let start = order.firstIndex(of: first) else {
            return false
        }
        return own >= start
    }
}

/// What a published file is called among a job's objects (ruling 6).
private struct ResultKind: Sendable {
    var role: String
    var name: String
    var type: String

    static let all: [String: ResultKind] = [
        "audio": .init(role: "audio", name: "audio.mp3", type: "audio/mpeg"),
        "srt": .init(role: "srt", name: "subtitle.srt", type: "application/x-subrip"),
        "clean": .init(role: "combined_video", name: "video_combined.mp4", type: "video/mp4"),
        "film": .init(role: "logoed_video", name: "video_logoed.mp4", type: "video/mp4"),
        "reframed": .init(role: "h2v_video", name: "video_h2v.mp4", type: "video/mp4"),
        "cover": .init(role: "cover", name: "cover.jpg", type: "image/jpeg"),
        "project": .init(role: "project", name: "project.json", type: "application/json"),
    ]
}
