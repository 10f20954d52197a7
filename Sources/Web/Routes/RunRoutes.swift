internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// Steering the runs of jobs: order, cancel, retry, rescue, export (J9-J16).
struct RunRoutes: Sendable {
    let parts: ServerParts

    static let maximumRetries = RetryPolicy.standard.maximum

    private static let done = Schema.named(
        "Done",
        [
            .required("code", .integer(200...200)), .required("message", .choice(["success"])),
            .required("data", .object([])),
        ])

    private var executions: any ExecutionStore { parts.ports.stores.executions }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/jobs/reset-stuck", .user, "jobs",
                "Take my jobs from workers that are gone (administrators: all jobs)",
                answer: .json(
                    .object([
                        .required("reset_count", .integer(0...Schema.safeIntegers.upperBound)),
                        .required("message", .string(0...255)),
                    ])), run: resetStuck),
            Endpoint(
                .post, "/jobs/{id}/increase_priority", .owner, "jobs",
                "Put the job before all my waiting jobs", answer: .json(Self.done)
            ) { call in
                let order = try await parts.ports.stores.jobs.raisePriority(
                    call.id(), owner: call.user.owner, now: parts.ports.now())
                parts.ports.tools.wake()
                return .json(["code": 200, "message": "success", "data": ["runorder": .int(order)]])
            },
            Endpoint(
                .post, "/jobs/{id}/reset_priority", .owner, "jobs", "Run order 0 again",
                answer: .json(Self.done)
            ) { call in
                _ = try await parts.ports.stores.jobs.update(
                    call.id(), ifVersion: nil, owner: call.user.owner, now: parts.ports.now()
                ) { $0.runOrder = 0 }
                return .json(["code": 200, "message": "success", "data": ["runorder": 0]])
            },
            Endpoint(
                .post, "/jobs/{id}/cancel", .owner, "jobs", "Stop the run that waits or goes on",
                answer: .json(JobSchemas.execution), faults: [409]
            ) { call in
                let execution = try await executions.cancel(
                    call.id(), owner: call.user.owner, now: parts.ports.now())
                try await parts.ports.audit("job.cancel", call.user, "job:\(execution.jobID)", call)
                return .json(JobShapes.execution(execution))
            },
            Endpoint(
                .post, "/jobs/{id}/retry", .owner, "jobs",
                "Run it again: what is missing, or everything from a stage on",
                body: .optionalJSON(
                    .named("RetryRequest", [
                            .optional("from", Self.stage.nullable),
                            .optional(
                                "ask_lost_anew",
                                .boolean.noted("Pay again for vendors' calls that nobody knows the end of"), false),
                        ])),
                answer: .created(JobSchemas.execution), faults: [409], run: retry),
            Endpoint(
                .get, "/jobs/{id}/executions", .owner, "jobs", "All runs with their steps, newest first",
                answer: .json(JobSchemas.executions)
            ) { call in
                let rows = try await executions.executions(of: call.id(), owner: call.user.owner)
                return .json(.list(rows.map(JobShapes.execution), total: rows.count))
            },
            Endpoint(
                .get, "/jobs/{id}/log", .owner, "jobs", "What a run wrote, oldest first",
                query: [Parameter("execution_id", .id, "Another run than the latest")],
                answer: .json(
                    .named(
                        "RunLog",
                        .list(
                            of: .object([.required("at", .time), .required("line", .string(0...10_000))]))))
            ) { call in
                let lines = try await parts.ports.stores.events.lines(
                    of: call.id(), executionID: call.query["execution_id"]?.int, limit: 1_000,
                    owner: call.user.owner)
                let rows = lines.map { event -> JSON in
                    ["at": .time(event.at), "line": .string(event.data["line"]?.string ?? "")]
                }
                return .json(.list(rows, total: rows.count))
            },
            Endpoint(
                .get, "/jobs/counts", .user, "jobs", "How many of my jobs stand where",
                answer: .json(
                    .object(
                        JobSchemas.states.map {
                            .required($0, .integer(0...Schema.safeIntegers.upperBound))
                        }))
            ) { call in
                let counts = try await executions.counts(owner: call.user.owner)
                let members = ExecutionState.allCases.map { ($0.rawValue, JSON.int(counts[$0] ?? 0)) }
                return .json(.object(JSONObject(members)))
            },
            Endpoint(
                .post, "/jobs/export/{id}", .owner, "jobs",
                "A link to everything the job made as one zip",
                answer: .json(ExportLink.schema), faults: [409]
            ) { call in
                let job = try await parts.ports.stores.jobs.find(call.id(), owner: call.user.owner)
                guard job.latest.state == .succeeded else {
                    throw Refusal.conflict("the job is not finished: \(job.latest.state.word)")
                }
                return .json(try ExportLink.json("exports/jobs/\(job.id).zip", parts, call.user))
            },
        ]
    }

    private static let stage = Schema.choice(
        Stage.allCases.map(\.rawValue)
            + [
                "TTSGeneration", "SubtitleGeneration", "TextSplit", "ImageGeneration",
                "VideoComposition", "PostProcessing", "Upload",
            ])

    /// The stage to begin with, from either vocabulary.
    private static func stage(_ word: String) -> String {
        let first = Stage.allCases.first { StepNames.name(of: $0.rawValue) == word }
        return Stage(rawValue: word)?.rawValue ?? first?.rawValue ?? word
    }

    private func retry(_ call: Call) async throws -> Reply {
        let id = try call.id()
        let from = call.body["from"]?.string.map(Self.stage)
        if call.body["ask_lost_anew"]?.bool == true {
            let count = try await parts.ports.stores.vendorCalls.giveUpLost(
                of: id, owner: call.user.owner, now: parts.ports.now())
            if count > 0 { try await parts.ports.audit("job.give_up_calls", call.user, "job:\(id)", call) }
        }
        let execution = try await executions.rerun(
            id, from: from, owner: call.user.owner, now: parts.ports.now())
        try await parts.ports.audit("job.retry", call.user, "job:\(id)", call)
        parts.ports.tools.wake()
        return .created(JobShapes.execution(execution))
    }

    private func resetStuck(_ call: Call) async throws -> Reply {
        let caller = try call.user
        let count = try await parts.ports.stores.queue.rescue(
            maxRetries: Self.maximumRetries, owner: caller.isAdmin ? .everyone : caller.owner,
            now: parts.ports.now())
        if count > 0 { parts.ports.tools.wake() }
        return .json(["reset_count": .int(count), "message": .string("已重置 \(count) 个卡住的任务")])
    }
}

/// What `export` answers.
enum ExportLink {
    static let schema = Schema.named(
        "ExportLink",
        [.required("export_url", .string(1...4_000)), .required("expires_at", .time)])

    static func json(_ key: String, _ parts: ServerParts, _ caller: Caller) -> JSON {
        let now = parts.ports.now()
        return [
            "export_url": .string(parts.signer.link(to: key, user: caller.userID, now: now)),
            "expires_at": .time(now.addingTimeInterval(LinkSigner.lifetime)),
        ]
    }
}
