internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// What only administrators see: everybody's queue, users and the audit log.
struct AdminRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "admin"

    private static let entry = Schema.named(
        "AuditEntry",
        [
            .required("id", .id), .required("user_id", .string(1...64).nullable),
            .required("action", .string(1...64)), .required("subject", .string(0...255)),
            .required("address", .string(0...64)), .required("at", .time),
        ])

    private static let running = Schema.named(
        "RunningJob",
        [
            .required("job_id", .id), .required("title", .string(0...255)),
            .required("worker", .string(0...255)), .required("detail", .string(0...500)),
            .required("progress", .integer(0...100)), .required("started_at", .time.nullable),
            .required("lease_until", .time.nullable.noted("Passed: its worker has gone, and another takes it over")),
        ])

    private static func json(_ running: RunningJob) -> JSON {
        let execution = running.execution
        return [
            "job_id": .int(execution.jobID), "title": .string(running.title),
            "worker": .string(execution.worker ?? ""), "detail": .string(execution.detail),
            "progress": .int(execution.percent), "started_at": .time(execution.startedAt),
            "lease_until": .time(execution.leaseUntil),
        ]
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/admin/queue", .admin, Self.tag, "How many jobs of all users stand where",
                answer: .json(
                    .object([
                        .required("counts", .map(.integer(0...Schema.safeIntegers.upperBound))),
                        .required("next_due", .time.nullable),
                        .required("running", .array(Self.running, 0...100).noted("What workers make now")),
                    ]))
            ) { _ in
                let stores = parts.ports.stores
                let counts = try await stores.executions.counts(owner: .everyone)
                let members = ExecutionState.allCases.map { ($0.rawValue, JSON.int(counts[$0] ?? 0)) }
                return .json([
                    "counts": .object(JSONObject(members)),
                    "next_due": .time(try await stores.queue.nextDue()),
                    "running": .array(try await stores.executions.running(owner: .everyone).map(Self.json)),
                ])
            },
            Endpoint(
                .get, "/admin/users", .admin, Self.tag, "All users", query: [.page, .pageSize(10)],
                answer: .json(.named("UserList", .list(of: AuthRoutes.user)))
            ) { call in
                let rows = try await parts.ports.users.list(Page(call.page, size: call.pageSize))
                return .json(.list(rows.items.map(AuthRoutes.json), total: rows.total))
            },
            Endpoint(
                .delete, "/admin/users/{user_id}", .admin, Self.tag,
                "Delete a user with all rows", answer: .nothing(204, "Deleted"), faults: [409]
            ) { call in
                let id = try call.word("user_id")
                try await parts.ports.users.delete(id)
                try await parts.ports.audit("user.delete", call.user, "user:\(id)", call)
                return .nothing()
            },
            Endpoint(
                .get, "/admin/audit", .admin, Self.tag, "Who did what, newest first",
                query: [.page, .pageSize(10)],
                answer: .json(.named("AuditList", .list(of: Self.entry)))
            ) { call in
                let page = Page(call.page, size: call.pageSize)
                let rows = try await parts.ports.stores.audit.list(page, owner: .everyone)
                return .json(.list(rows.items.map(Self.json), total: rows.total))
            },
        ]
    }

    private static func json(_ entry: AuditEntry) -> JSON {
        [
            "id": .int(entry.id), "user_id": .text(entry.userID), "action": .string(entry.action),
            "subject": .string(entry.subject), "address": .string(entry.address),
            "at": .time(entry.at),
        ]
    }
}
