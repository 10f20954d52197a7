internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// Filing, listing, reading, changing and deleting jobs (J1-J8).
struct JobRoutes: Sendable {
    let parts: ServerParts

    private var jobs: any JobStore { parts.ports.stores.jobs }
    private var limits: IntakeLimits { parts.settings.limits }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/jobs", .user, "jobs", "File a job",
                body: .json(
                    .named(
                        "CreateJobRequest",
                        JobSchemas.fields(limits) + [
                            .optional(
                                "template_id",
                                .id.nullable.noted("Fills in what the request leaves out"))
                        ])),
                answer: .created(.idOnly), faults: [404], run: create),
            Endpoint(
                .get, "/jobs", .user, "jobs", "My jobs, newest first, without their texts",
                query: [.page, .pageSize(10)] + Self.filters,
                answer: .json(.named("JobList", .list(of: JobSchemas.row))), run: list),
            Endpoint(
                .get, "/jobs/{id}", .owner, "jobs", "A job with all that belongs to it",
                answer: .json(JobSchemas.detail)
            ) { call in
                let job = try await jobs.find(call.id(), owner: call.user.owner)
                return try await reply(job, call)
            },
            Endpoint(
                .get, "/jobs/{id}/desc", .owner, "jobs",
                "Description with links to the files, good for an hour, and the text",
                answer: .json(
                    .object([
                        .required("description", .string(0...40_000)),
                        .required("content", .string(0...1_000_000)),
                    ])), run: description),
            Endpoint(
                .put, "/jobs/{id}", .owner, "jobs",
                "Change what is sent; status 待处理 runs it again",
                headers: [Parameter("If-Match", ETags.schema, "The version that is to be changed")],
                body: .json(JobSchemas.changes(limits)), answer: .json(JobSchemas.detail), faults: [409],
                run: update),
            Endpoint(
                .delete, "/jobs/{id}", .owner, "jobs", "Cancel it and hide it for good",
                answer: .json(.idOnly)
            ) { call in
                let id = try call.id()
                try await jobs.delete(id, owner: call.user.owner, now: parts.ports.now())
                try await parts.ports.audit("job.delete", call.user, "job:\(id)", call)
                parts.ports.tools.forget(id)
                return .json(["id": .int(id)])
            },
        ]
    }

    private static let filters = [
        Parameter(
            "status", .choice(JobSchemas.words + JobSchemas.states + ["所有"]),
            "Both languages; 所有 for all"),
        Parameter("account_id", .integer(0...Schema.safeIntegers.upperBound), "0 for all"),
        Parameter("language_id", .integer(0...Schema.safeIntegers.upperBound), "0 for all"),
        Parameter("topic_id", .integer(0...Schema.safeIntegers.upperBound), "0 for all"),
        Parameter("batch_id", .integer(0...Schema.safeIntegers.upperBound), "0 for all"),
        Parameter("q", .string(0...100), "Part of the title"),
    ]

    private func create(_ call: Call) async throws -> Reply {
        var body = call.body
        if let template = body["template_id"]?.int {
            body = try await filled(body, from: template, call)
        }
        let draft = try JobDraft(body).accepted(within: limits)
        try await parts.require(draft, call)
        let job = try await refusingReferences {
            try await jobs.create(
                draft, seed: Seeds.fresh(), receipt: Idempotency.receipt(call, Self.filed),
                owner: call.user.owner, now: parts.ports.now())
        }
        parts.ports.tools.wake()
        return Self.filed(job.id)
    }

    private static func filed(_ id: Int) -> Reply {
        Reply.created(["id": .int(id)]).header(.location, "/api/jobs/\(id)")
    }

    /// The template's values under those of the request; fallbacks of the request do not count.
    private func filled(_ body: JSON, from template: Int, _ call: Call) async throws -> JSON {
        let row: Template
        do {
            row = try await parts.ports.stores.templates.find(template, owner: call.user.owner)
        } catch let error as BatchVideoError where error.code == .notFound {
            throw Refusal(
                .notFound, "not_found", "template_id: there is no such template", field: "template_id")
        }
        guard var members = body.object, let values = JSON(row.fields.values).object else { return body }
        for field in JobSchemas.fields(limits) {
            guard let value = values[field.name] else { continue }
            let isFallback = members[field.name] == nil || members[field.name] == field.fallback
            if isFallback { members[field.name] = value }
        }
        if let base = values["extra"]?.object, let own = body["extra"]?.object {
            members["extra"] = .object(base.merging(own))
        }
        return .object(members)
    }

    private func list(_ call: Call) async throws -> Reply {
        func reference(_ name: String) -> Int? {
            call.query[name]?.int.flatMap { $0 == 0 ? nil : $0 }
        }
        let filter = JobFilter(
            state: call.query["status"]?.string.flatMap { ExecutionState(word: $0) },
            accountID: reference("account_id"), languageID: reference("language_id"),
            topicID: reference("topic_id"), batchID: reference("batch_id"),
            search: call.query["q"]?.string)
        let page = Page(call.page, size: call.pageSize)
        let rows = try await jobs.list(filter, page, owner: call.user.owner)
        return .json(
            .list(rows.items.map { .object(JobShapes.row($0, content: "")) }, total: rows.total))
    }

    private func update(_ call: Call) async throws -> Reply {
        let id = try call.id()
        let owner = try call.user.owner
        let body = call.body
        let now = parts.ports.now()
        let limits = limits
        var job: Job
        do {
            var wanted = try await jobs.find(id, owner: owner).draft
            wanted.apply(body)
            // What was accepted once is not asked for again when only a title changes.
            if body["extra"] != nil || body["language_id"] != nil { try await parts.require(wanted, call) }
            job = try await refusingReferences {
                try await jobs.update(id, ifVersion: try ETags.version(call), owner: owner, now: now) {
                    draft in
                    draft.apply(body)
                    if let fault = JobDraft.extraFault(draft.extra) { throw fault }
                    draft = try draft.accepted(within: limits)
                }
            }
        } catch let error as BatchVideoError where error.code == .conflict {
            let present = try await jobs.find(id, owner: owner)
            throw Refusal.conflict(
                error.message,
                facts: ["present": .object(JobShapes.row(present)), "wanted": body])
        }
        if body["status"]?.string == ExecutionState.waiting.word, job.latest.state.isOver {
            _ = try await parts.ports.stores.executions.rerun(id, from: nil, owner: owner, now: now)
            parts.ports.tools.wake()
            job = try await jobs.find(id, owner: owner)
        }
        return try await reply(job, call)
    }

    private func reply(_ job: Job, _ call: Call) async throws -> Reply {
        let detail = try await JobDetail(parts: parts, caller: call.user).json(job)
        return Reply.json(detail).header(.eTag, ETags.tag(job.version))
    }

    private func description(_ call: Call) async throws -> Reply {
        let job = try await jobs.find(call.id(), owner: call.user.owner)
        let links = try parts.links(of: job, for: call.user)
        return .json([
            "description": .string(DescriptionBlock.text(job, links)),
            "content": .string(job.draft.content),
        ])
    }
}
