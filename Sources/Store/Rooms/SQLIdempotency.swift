import BatchVideo
import Foundation

struct SQLIdempotency: IdempotencyStore {
    let database: any SQLDatabase

    func begin(
        _ key: String, user: String, fingerprint: String, staleAfter: Duration, now: Date
    ) async throws -> IdempotencyRecord? {
        try await database.write { session in
            let row = try session.row(
                "SELECT * FROM idempotency_keys WHERE user_id = ? AND `key` = ?\(session.dialect.forUpdate)",
                user, key)
            guard let row else {
                try session.run(
                    "INSERT INTO idempotency_keys (user_id, `key`, fingerprint, created_at) VALUES (?, ?, ?, ?)",
                    user, key, fingerprint, now)
                return nil
            }
            guard try row.text("fingerprint") == fingerprint else {
                throw BatchVideoError(
                    .invalid, "this idempotency key was used for another request: choose a new one",
                    field: "Idempotency-Key")
            }
            if let status = try row.optionalInt("status") {
                return IdempotencyRecord(
                    status: status, type: try row.optionalText("type") ?? "",
                    body: try row.optionalText("body") ?? "")
            }
            guard try now.timeIntervalSince(row.date("created_at")) >= staleAfter.seconds else {
                throw BatchVideoError(
                    .conflict, "a request with this idempotency key is in work: wait for its answer")
            }
            try session.run(
                "UPDATE idempotency_keys SET created_at = ? WHERE user_id = ? AND `key` = ?", now, user, key)
            return nil
        }
    }

    func complete(_ key: String, user: String, answer: IdempotencyRecord) async throws {
        try await database.write { session in
            try session.run(
                "UPDATE idempotency_keys SET status = ?, `type` = ?, body = ? WHERE user_id = ? AND `key` = ?",
                answer.status, answer.type, answer.body, user, key)
        }
    }

    func abandon(_ key: String, user: String) async throws {
        try await database.write { session in
            try session.run(
                "DELETE FROM idempotency_keys WHERE user_id = ? AND `key` = ? AND status IS NULL", user, key)
        }
    }
}

extension SQLSession {
    /// - Throws: `.conflict` when the key is no longer this request's.
    func keep(_ receipt: Receipt, for id: Int) throws {
        let answer = receipt.answer(id)
        let changes = try run(
            """
            UPDATE idempotency_keys SET status = ?, `type` = ?, body = ?
            WHERE user_id = ? AND `key` = ? AND status IS NULL
            """, answer.status, answer.type, answer.body, receipt.user, receipt.key
        ).changes
        guard changes == 1 else {
            throw BatchVideoError(
                .conflict, "another request with this idempotency key did the work: send it again for the answer")
        }
    }
}
