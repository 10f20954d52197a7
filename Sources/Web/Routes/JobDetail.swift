internal import BatchVideo
internal import Foundation

/// A job with everything that belongs to it: the union of the specification's shapes (ruling 4).
struct JobDetail: Sendable {
    let parts: ServerParts
    let caller: Caller

    /// Larger covers are left to their link.
    private static let largestCover = 4 << 20

    func json(_ job: Job) async throws -> JSON {
        let links = try parts.links(of: job, for: caller)
        var members = JobShapes.row(job)
        members["language"] = try await row(job.draft.languageID, parts.languages)
        members["voice"] = try await row(job.draft.voiceID, parts.voices)
        members["topic"] = try await row(job.draft.topicID, parts.topics)
        members["account"] = try await row(job.draft.accountID, parts.accounts)
        let shots = try await parts.ports.stores.shots.shots(of: job.id, owner: caller.owner)
        members["job_splits"] = .array(shots.map { parts.shape($0, for: caller) })
        members["cover_base64"] = .text(try await cover(job))
        members["video_url"] = .text(links["combined_video_oss_key"] ?? links["logoed_video_oss_key"])
        members["logoed_video_url"] = .text(links["logoed_video_oss_key"])
        members["cover_url"] = .text(links["cover_oss_key"])
        let sorted = links.sorted { $0.key < $1.key }
        members["files"] = .object(JSONObject(sorted.map { ($0.key, .string($0.value)) }))
        members["execution"] = JobShapes.execution(job.latest)
        return .object(members)
    }

    private func row<Fields: CatalogFields>(_ id: Int?, _ routes: CatalogRoutes<Fields>) async throws -> JSON {
        guard let id else { return .null }
        do {
            return routes.shape(try await routes.store.find(id, owner: caller.owner))
        } catch let error as BatchVideoError where error.code == .notFound {
            return .null
        }
    }

    private func cover(_ job: Job) async throws -> String? {
        guard let key = job.latest.resultKeys["cover_oss_key"] else { return nil }
        let path = try parts.objects.url(of: key).path
        return try await FileSender.blocking {
            guard let facts = FileFacts(path), facts.size <= Self.largestCover else { return nil }
            let bytes = try OpenFile(reading: path).read(facts.size, at: 0)
            let type = SniffedKind(bytes)?.type ?? "image/jpeg"
            return "data:\(type);base64," + Data(bytes).base64EncodedString()
        }
    }
}

extension ServerParts {
    /// Signed links to what a job made, by result key.
    func links(of job: Job, for caller: Caller) throws -> [String: String] {
        job.latest.resultKeys.mapValues { signer.link(to: $0, user: caller.userID, now: ports.now()) }
    }

    /// What cannot be made is refused when it is filed: a language on a platform that nobody speaks here (V1),
    /// files that are not the caller's.
    func require(_ draft: JobDraft, _ call: Call) async throws {
        try await requireFiles(of: draft, call)
        guard let id = draft.languageID, !ports.tools.platforms.isEmpty else { return }
        let row: LanguageRow
        do {
            row = try await ports.stores.languages.find(id, owner: call.user.owner)
        } catch let error as BatchVideoError where error.code == .notFound {
            return  // the store says so, with the field
        }
        guard let platform = row.fields.platform, !platform.isEmpty,
            !ports.tools.platforms.contains(platform)
        else { return }
        let known = ports.tools.platforms.joined(separator: ", ")
        throw Refusal.invalid(
            "language_id", "its platform \"\(platform.prefix(60))\" is not one of \(known)")
    }

    /// Files of a job are uploads of the caller, never paths (B83).
    private func requireFiles(of draft: JobDraft, _ call: Call) async throws {
        for member in ["audio", "bgm", "intro", "outro"] {
            guard let key = draft.extra[member]?.string, !key.isEmpty else { continue }
            if ["audio", "bgm"].contains(member), !FilmMusic(key).isFile { continue }
            try await requireUpload(key, field: "extra.\(member)", call)
        }
        for member in ["images", "footage"] {
            for key in draft.extra[member]?.array?.compactMap(\.string) ?? [] {
                try await requireUpload(key, field: "extra.\(member)", call)
            }
        }
    }
}
