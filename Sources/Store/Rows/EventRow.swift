import BatchVideo
import Foundation

/// How an event lies in `events`.
extension StoredEvent {
    init(row: SQLRow, prefix: String = "") throws {
        guard let kind = Kind(rawValue: try row.text(prefix + "kind")) else {
            throw BatchVideoError(.internal, "the database is damaged or foreign: unknown kind of event")
        }
        self.init(
            id: try row.int(prefix + "id"), userID: try row.optionalText(prefix + "user_id"),
            jobID: try row.optionalInt(prefix + "job_id"),
            executionID: try row.optionalInt(prefix + "execution_id"),
            batchID: try row.optionalInt(prefix + "batch_id"), kind: kind,
            data: try row.json(prefix + "data"), at: try row.date(prefix + "created_at"))
    }

    static let joined = ["id", "user_id", "job_id", "execution_id", "batch_id", "kind", "data", "created_at"]
        .map { "v.\($0) AS v_\($0)" }.joined(separator: ", ")
}

extension SQLSession {
    /// Stores an event and, in the same transaction, what its user's webhooks are to hear of it.
    @discardableResult
    func append(_ event: StoredEvent) throws -> Int {
        let id = try run(
            """
            INSERT INTO events (user_id, job_id, execution_id, batch_id, kind, created_at, data)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, event.userID, event.jobID, event.executionID, event.batchID, event.kind.rawValue,
            event.at, event.data
        ).lastID
        guard event.kind.isForWebhooks, let user = event.userID else { return id }
        for row in try rows("SELECT id, kinds FROM webhooks WHERE user_id = ? AND active = 1", user) {
            let kinds: [String] = try row.decoded("kinds")
            guard kinds.isEmpty || kinds.contains(event.kind.rawValue) else { continue }
            try run(
                """
                INSERT INTO webhook_deliveries (webhook_id, event_id, state, attempts, next_attempt_at,
                created_at) VALUES (?, ?, ?, 0, ?, ?)
                """, row.int("id"), id, WebhookDelivery.State.pending.rawValue, event.at, event.at)
        }
        return id
    }

    /// Tells of a change of an execution.
    func tell(
        _ kind: StoredEvent.Kind, _ execution: Execution, user: String?, data: JSONValue = .emptyObject
    ) throws {
        let facts: JSONValue = [
            "execution_status": .string(execution.state.rawValue), "status": .string(execution.state.word),
            "status_detail": .string(execution.detail), "progress": .number(Double(execution.percent)),
            "retry_count": .number(Double(execution.retryCount)),
        ]
        let job = try row("SELECT batch_id FROM jobs WHERE id = ?", execution.jobID)
        try append(
            StoredEvent(
                userID: user, jobID: execution.jobID, executionID: execution.id,
                batchID: try job?.optionalInt("batch_id"), kind: kind,
                data: facts.merging(data), at: execution.updatedAt))
    }

    func owner(of job: Int) throws -> String? {
        try row("SELECT user_id FROM jobs WHERE id = ?", job)?.optionalText("user_id")
    }
}
