internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// The shots of a job: read, edit, choose, make anew, replace, split, merge, render (S1-S4).
struct ShotRoutes: Sendable {
    let parts: ServerParts

    private var shots: any ShotStore { parts.ports.stores.shots }
    private static let tag = "shots"
    private static let splitPath = "/jobs/{id}/splits/{index}"

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/jobs/{id}/splits", .owner, Self.tag, "All shots of a job",
                answer: .json(ShotSchemas.list)
            ) { call in try await list(call.id(), call) },
            Endpoint(
                .get, "/job_splits/{job_id}", .owner, Self.tag, "The same, as the specification calls it",
                answer: .json(ShotSchemas.list)
            ) { call in try await list(call.id("job_id"), call) },
            Endpoint(
                .put, Self.splitPath, .owner, Self.tag, "Edit what is said, prompt, choice or lock",
                headers: [Parameter("If-Match", ETags.schema, "The version that is to be changed")],
                body: .json(ShotSchemas.changes), answer: .json(ShotSchemas.shot), faults: [409],
                run: update),
            Endpoint(
                .post, Self.splitPath + "/regenerate", .owner, Self.tag,
                "Make new pictures for this shot and nothing else",
                body: .optionalJSON(
                    .named(
                        "RegenerateRequest",
                        [
                            .optional("prompt", Schema.string(0...10_000).nullable),
                            .optional("count", .integer(1...8), 1),
                            .optional("seed", .integer(0...Schema.safeIntegers.upperBound).nullable),
                            .optional("moving", .boolean, false),
                        ])),
                answer: .json(ShotSchemas.shot, status: 202, "Filed"), faults: [409], run: regenerate),
            Endpoint(
                .post, Self.splitPath + "/upload", .owner, Self.tag,
                "Show an own picture or clip in this shot",
                body: .multipart(
                    [.required("file", Schema.string(0...Schema.safeIntegers.upperBound).formatted("binary"))],
                    limit: parts.settings.videoLimitBytes),
                answer: .json(ShotSchemas.shot), faults: [409, 429], run: upload),
            Endpoint(
                .post, Self.splitPath + "/split", .owner, Self.tag, "Cut a shot in two",
                body: .json(
                    .named(
                        "SplitRequest",
                        [
                            .required("at", .integer(0...100_000_000).noted("Milliseconds of the film")),
                            .optional("first_text", .string(0...2_000).nullable),
                            .optional("second_text", .string(0...2_000).nullable),
                        ])),
                answer: .json(ShotSchemas.list), faults: [409], run: split),
            Endpoint(
                .post, Self.splitPath + "/merge", .owner, Self.tag, "Join a shot with the next",
                answer: .json(ShotSchemas.list), faults: [409]
            ) { call in
                let index = try call.id("index")
                return try await edit(call) { try $0.merge(index) }
            },
            Endpoint(
                .post, "/jobs/{id}/render", .owner, Self.tag,
                "Make the film anew: only what the edits touch",
                answer: .json(JobSchemas.execution, status: 202, "Filed"), faults: [409]
            ) { call in
                let id = try call.id()
                let execution = try await parts.ports.stores.executions.rerun(
                    id, from: nil, owner: call.user.owner, now: parts.ports.now())
                try await parts.ports.audit("job.render", call.user, "job:\(id)", call)
                parts.ports.tools.wake()
                return .json(JobShapes.execution(execution), status: .accepted)
            },
        ]
    }

    private func list(_ job: Int, _ call: Call) async throws -> Reply {
        let caller = try call.user
        // A job without shots is not the same as no job.
        _ = try await parts.ports.stores.jobs.find(job, owner: caller.owner)
        let rows = try await shots.shots(of: job, owner: caller.owner)
        return .json(.list(rows.map { parts.shape($0, for: caller) }, total: rows.count))
    }

    private func edit(
        _ call: Call, _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
    ) async throws -> Reply {
        let rows = try await changed(call, change)
        let caller = try call.user
        return .json(.list(rows.map { parts.shape($0, for: caller) }, total: rows.count))
    }

    private func changed(
        _ call: Call, _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
    ) async throws -> [ShotRow] {
        try await shots.edit(
            call.id(), owner: call.user.owner, now: parts.ports.now(), change)
    }

    private func shot(_ rows: [ShotRow], _ index: Int, _ call: Call) throws -> Reply {
        let row = try rows[rows.place(of: index)]
        return Reply.json(parts.shape(row, for: try call.user))
            .header(.eTag, ETags.tag(row.version))
    }

    private func update(_ call: Call) async throws -> Reply {
        let index = try call.id("index")
        let body = call.body
        let version = try ETags.version(call)
        if let key = body["video"]?.string, !key.isEmpty {
            try await parts.requireUpload(key, field: "video", call)
        }
        let user = try call.user
        let parts = parts
        let rows = try await changed(call) { rows in
            let place = try rows.place(of: index)
            if let version, version != rows[place].version {
                throw Refusal.conflict(
                    "the shot was changed meanwhile; load it again",
                    facts: ["present": parts.shape(rows[place], for: user), "wanted": body])
            }
            if let text = body.cleaned("text") { try rows.rewrite(index, as: text) }
            try Self.apply(body, to: &rows[place])
        }
        return try shot(rows, index, call)
    }

    private static func apply(_ body: JSON, to row: inout ShotRow) throws {
        row.prompt = body.cleaned("prompt") ?? row.prompt
        row.isLocked = body["locked"]?.bool ?? row.isLocked
        if let keys = body["images"]?.array?.compactMap(\.string) {
            let known = row.images.map(\.key)
            if let strange = keys.first(where: { !known.contains($0) }) {
                throw Refusal.invalid("images", "\(strange.prefix(80)) is not a picture of this shot")
            }
            row.images.removeAll { !keys.contains($0.key) }
        }
        if let key = body["selected"]?.string {
            guard key.isEmpty || row.images.contains(where: { $0.key == key && !$0.isWanted }) else {
                throw Refusal.invalid("selected", "is not a picture of this shot")
            }
            row.selected = key.isEmpty ? nil : key
            // What was chosen last is shown, also after a moving picture.
            let isMoving = row.images.contains { $0.key == key && $0.isMoving }
            row.video = isMoving ? key : nil
        }
        if let key = body["video"]?.string { row.video = key.isEmpty ? nil : key }
    }

    private func regenerate(_ call: Call) async throws -> Reply {
        let index = try call.id("index")
        let first = call.body["seed"]?.int.map { UInt64($0) } ?? Seeds.fresh()
        let seeds = (0..<(call.body["count"]?.int ?? 1)).map { (first &+ UInt64($0)) % (1 << 53) }
        let prompt = call.body.cleaned("prompt")
        let isMoving = call.body["moving"]?.bool ?? false
        let rows = try await changed(call) {
            try $0.regenerate(index, prompt: prompt, seeds: seeds, isMoving: isMoving)
        }
        do {
            _ = try await parts.ports.stores.executions.rerun(
                call.id(), from: nil, owner: call.user.owner, now: parts.ports.now())
        } catch let error as BatchVideoError where error.code == .conflict {
            // A run that waits already will see the mark.
        }
        parts.ports.tools.wake()
        var reply = try shot(rows, index, call)
        reply.status = .accepted
        return reply
    }

    private func split(_ call: Call) async throws -> Reply {
        let index = try call.id("index")
        let at = call.body["at"]?.int ?? 0
        let texts: (String, String)?
        switch (call.body.cleaned("first_text"), call.body.cleaned("second_text")) {
        case (let first?, let second?): texts = (first, second)
        default: texts = nil
        }
        return try await edit(call) { try $0.split(index, atMs: at, texts: texts) }
    }

    private func upload(_ call: Call) async throws -> Reply {
        let index = try call.id("index")
        // Nobody's shots take nobody's files: asked before a byte is read.
        _ = try await parts.ports.stores.jobs.find(call.id(), owner: call.user.owner)
        let file = try await Uploads(parts: parts).receive(call, .media)
        let candidate = ShotCandidate(
            key: file.key, source: "upload", isMoving: file.type.hasPrefix("video/"))
        let rows = try await changed(call) { try $0.add(candidate, to: index) }
        return try shot(rows, index, call)
    }
}
