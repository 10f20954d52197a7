import BatchVideo
import Foundation

struct SQLOutbox: WebhookOutbox {
    let database: any SQLDatabase

    func deliveries(of webhook: Int, _ page: Page, owner: Owner) async throws -> Paged<WebhookDelivery> {
        try await database.read { session in
            _ = try session.webhook(webhook, owner)
            let total = try session.count(
                "SELECT COUNT(*) AS n FROM webhook_deliveries WHERE webhook_id = ?", webhook)
            let rows = try session.rows(
                """
                SELECT d.*, \(StoredEvent.joined) FROM webhook_deliveries d JOIN events v ON v.id = d.event_id
                WHERE d.webhook_id = ? ORDER BY d.id DESC LIMIT ? OFFSET ?
                """, webhook, page.size, page.offset)
            return Paged(total: total, items: try rows.map(WebhookDelivery.init))
        }
    }

    func take(_ limit: Int, hold: Duration, now: Date) async throws -> [(Webhook, WebhookDelivery)] {
        try await database.write { session in
            let rows = try session.rows(
                """
                SELECT d.*, \(Webhook.joined), \(StoredEvent.joined) FROM webhook_deliveries d
                JOIN webhooks w ON w.id = d.webhook_id JOIN events v ON v.id = d.event_id
                WHERE d.state = 'pending' AND d.next_attempt_at <= ? AND w.active = 1
                ORDER BY d.next_attempt_at, d.id LIMIT ?\(session.dialect.skipLocked)
                """, now, limit)
            return try rows.map { row in
                var delivery = try WebhookDelivery(row: row)
                delivery.attempts += 1
                delivery.nextAttemptAt = now.addingTimeInterval(hold.seconds)
                try session.run(
                    "UPDATE webhook_deliveries SET attempts = ?, next_attempt_at = ? WHERE id = ?",
                    delivery.attempts, delivery.nextAttemptAt, delivery.id)
                return (try Webhook(row: row, prefix: "w_"), delivery)
            }
        }
    }

    func settle(_ delivery: Int, status: Int?, error: String?, retryAt: Date?, now: Date) async throws {
        let state: WebhookDelivery.State
        if error == nil { state = .delivered } else { state = retryAt == nil ? .failed : .pending }
        try await database.write { session in
            try session.run(
                """
                UPDATE webhook_deliveries SET state = ?, last_status = ?, last_error = ?,
                next_attempt_at = ?, finished_at = ? WHERE id = ?
                """, state.rawValue, status, error?.bounded(500), retryAt ?? now,
                state == .pending ? nil : now, delivery)
        }
    }

    func replay(_ delivery: Int, owner: Owner, now: Date) async throws {
        try await database.write { session in
            let row = try session.row("SELECT webhook_id FROM webhook_deliveries WHERE id = ?", delivery)
            guard let row, (try? session.webhook(row.int("webhook_id"), owner)) != nil else {
                throw BatchVideoError.missing("delivery")
            }
            try session.run(
                """
                UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_attempt_at = ?,
                finished_at = NULL WHERE id = ?
                """, now, delivery)
        }
    }
}

extension WebhookDelivery {
    fileprivate init(row: SQLRow) throws {
        guard let state = State(rawValue: try row.text("state")) else {
            throw BatchVideoError(.internal, "the database is damaged or foreign: unknown state of a delivery")
        }
        self.init(
            id: try row.int("id"), webhookID: try row.int("webhook_id"),
            event: try StoredEvent(row: row, prefix: "v_"), state: state, attempts: try row.int("attempts"),
            nextAttemptAt: try row.date("next_attempt_at"), lastStatus: try row.optionalInt("last_status"),
            lastError: try row.optionalText("last_error"), createdAt: try row.date("created_at"),
            finishedAt: try row.optionalDate("finished_at"))
    }
}
