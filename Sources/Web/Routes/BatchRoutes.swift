internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// Many jobs at once, and what became of them (J16).
struct BatchRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "batches"
    static let maximumJobs = 1_000
    private var batches: any BatchStore { parts.ports.stores.batches }
    private var limits: IntakeLimits { parts.settings.limits }

    static let batch = Schema.named(
        "Batch",
        [
            .required("id", .id), .required("name", .string(0...255)),
            .required("total", .integer(0...1_000_000)), .required("done", .integer(0...1_000_000)),
            .required("progress", .integer(0...100)), .required("is_over", .boolean),
            .required("counts", .map(.integer(0...1_000_000)).noted("Jobs by execution_status")),
            .required("created_at", .time),
        ])

    static let filed = Schema.named(
        "FiledBatch",
        [
            .required("batch", batch), .required("ids", .array(.id, 0...10_000)),
            .required("repeated", .boolean.noted("It was sent before: nothing was filed now")),
        ])

    static let footage = Schema.named(
        "BatchFootage",
        [
            .required("shots", .integer(0...10_000_000).noted("Shots that show footage")),
            .required("clips", .integer(0...10_000_000).noted("Different clips")),
            .required(
                "reused",
                .array(
                    .named(
                        "ReusedClip",
                        [
                            .required("key", .string(0...255).noted("Library and id")),
                            .required("jobs", .array(.id, 0...100_000)),
                        ]), 0...100_000)),
        ])

    private static let count = Schema.object([.required("count", .integer(0...1_000_000))])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/jobs/batch", .user, Self.tag, "File many jobs: all, or none when one is wrong",
                body: .json(
                    .named(
                        "BatchRequest",
                        [
                            .optional("name", .string(0...255), ""),
                            .required(
                                "jobs",
                                .array(
                                    .named("BatchJob", JobSchemas.fields(limits)),
                                    1...Self.maximumJobs)),
                        ]), limit: 32 << 20),
                answer: .created(Self.filed).also([200]), faults: [404], run: create),
            Endpoint(
                .get, "/batches", .user, Self.tag, "My batches, newest first",
                query: [.page, .pageSize(10)],
                answer: .json(.named("BatchList", .list(of: Self.batch)))
            ) { call in
                let page = Page(call.page, size: call.pageSize)
                let rows = try await batches.list(page, owner: call.user.owner)
                return .json(.list(rows.items.map(Self.json), total: rows.total))
            },
            Endpoint(
                .get, "/batches/{id}", .owner, Self.tag, "One batch: X of N",
                answer: .json(Self.batch)
            ) { call in
                .json(Self.json(try await batches.find(call.id(), owner: call.user.owner)))
            },
            Endpoint(
                .get, "/batches/{id}/footage", .owner, Self.tag,
                "Clips that more than one of its films shows", answer: .json(Self.footage)
            ) { call in
                .json(Self.json(try await parts.ports.stores.footage.reuse(in: call.id(), owner: call.user.owner)))
            },
            Endpoint(
                .post, "/batches/{id}/cancel", .owner, Self.tag, "Stop all that waits or goes on",
                answer: .json(Self.count)
            ) { call in
                let id = try call.id()
                let count = try await batches.cancel(id, owner: call.user.owner, now: parts.ports.now())
                try await parts.ports.audit("batch.cancel", call.user, "batch:\(id)", call)
                return .json(["count": .int(count)])
            },
            Endpoint(
                .post, "/batches/{id}/retry", .owner, Self.tag, "Run what failed again",
                answer: .json(Self.count)
            ) { call in
                let count = try await batches.retryFailed(
                    call.id(), owner: call.user.owner, now: parts.ports.now())
                parts.ports.tools.wake()
                return .json(["count": .int(count)])
            },
            Endpoint(
                .post, "/batches/{id}/export", .owner, Self.tag,
                "A link to everything its finished jobs made as one zip",
                answer: .json(ExportLink.schema), faults: [409]
            ) { call in
                let batch = try await batches.find(call.id(), owner: call.user.owner)
                guard batch.counts[.succeeded, default: 0] > 0 else {
                    throw Refusal.conflict("no job of the batch is finished")
                }
                return .json(try ExportLink.json("exports/batches/\(batch.id).zip", parts, call.user))
            },
        ]
    }

    static func json(_ batch: Batch) -> JSON {
        let done = batch.counts.filter(\.key.isOver).values.reduce(0, +)
        let counts = ExecutionState.allCases.map { ($0.rawValue, JSON.int(batch.counts[$0] ?? 0)) }
        return [
            "id": .int(batch.id), "name": .string(batch.name), "total": .int(batch.total),
            "done": .int(done), "progress": .int(batch.total == 0 ? 0 : done * 100 / batch.total),
            "is_over": .bool(batch.isOver), "counts": .object(JSONObject(counts)),
            "created_at": .time(batch.createdAt),
        ]
    }

    static func json(_ filed: FiledBatch) -> JSON {
        [
            "batch": json(filed.batch), "ids": .array(filed.jobIDs.map { .int($0) }),
            "repeated": .bool(filed.isRepeated),
        ]
    }

    private static func json(_ report: FootageReport) -> JSON {
        let reused = report.reused.map { clip -> JSON in
            ["key": .string(clip.key), "jobs": .array(clip.jobs.map { .int($0) })]
        }
        return ["shots": .int(report.shots), "clips": .int(report.clips), "reused": .array(reused)]
    }

    private func create(_ call: Call) async throws -> Reply {
        var drafts: [JobDraft] = []
        for (index, body) in (call.body["jobs"]?.array ?? []).enumerated() {
            do {
                let draft = try JobDraft(body).accepted(within: limits)
                try await parts.require(draft, call)
                drafts.append(draft)
            } catch {
                var refusal = Refusal(error)
                refusal.field = "jobs.\(index)" + (refusal.field.map { ".\($0)" } ?? "")
                refusal.message = "jobs.\(index): \(refusal.message)"
                throw refusal
            }
        }
        let batch = BatchDraft(
            name: call.body.cleaned("name") ?? "", jobs: drafts,
            idempotencyKey: call.request.headers[.idempotencyKey],
            fingerprint: Idempotency.fingerprint(call))
        let filed = try await refusingReferences {
            try await batches.create(
                batch, seed: Seeds.fresh(), owner: call.user.owner, now: parts.ports.now())
        }
        parts.ports.tools.wake()
        return .json(Self.json(filed), status: filed.isRepeated ? .ok : .created)
    }
}
