import BatchVideo
import Foundation

struct SQLWebhooks: WebhookStore {
    let database: any SQLDatabase

    private static let mostPerUser = 20

    func create(_ webhook: Webhook) async throws -> Webhook {
        try await database.write { session in
            let count = try session.count("SELECT COUNT(*) AS n FROM webhooks WHERE user_id = ?", webhook.userID)
            guard count < Self.mostPerUser else {
                throw BatchVideoError(.limited, "you have \(count) webhooks, the most there may be: delete one")
            }
            var stored = webhook
            stored.id = try session.run(
                """
                INSERT INTO webhooks (user_id, url, secret, kinds, active, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, webhook.userID, webhook.url, webhook.secret, webhook.kindsJSON, webhook.isActive,
                webhook.createdAt, webhook.updatedAt
            ).lastID
            return stored
        }
    }

    func list(owner: Owner) async throws -> [Webhook] {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(ownedBy: owner)
            return try session.query(
                "SELECT * FROM webhooks WHERE \(filter.sql) ORDER BY id", filter.arguments
            ).map { try Webhook(row: $0) }
        }
    }

    func update(
        _ id: Int, owner: Owner, now: Date, _ change: @escaping @Sendable (inout Webhook) throws -> Void
    ) async throws -> Webhook {
        try await database.write { session in
            let before = try session.webhook(id, owner)
            var webhook = before
            try change(&webhook)
            webhook.id = before.id
            webhook.userID = before.userID
            webhook.createdAt = before.createdAt
            webhook.updatedAt = now
            try session.run(
                "UPDATE webhooks SET url = ?, secret = ?, kinds = ?, active = ?, updated_at = ? WHERE id = ?",
                webhook.url, webhook.secret, webhook.kindsJSON, webhook.isActive, now, id)
            return webhook
        }
    }

    func delete(_ id: Int, owner: Owner) async throws {
        try await database.write { session in
            _ = try session.webhook(id, owner)
            try session.run("DELETE FROM webhooks WHERE id = ?", id)
        }
    }
}

extension SQLSession {
    func webhook(_ id: Int, _ owner: Owner) throws -> Webhook {
        var filter = SQLFilter("id = ?", id)
        filter.and(ownedBy: owner)
        let rows = try query(
            "SELECT * FROM webhooks WHERE \(filter.sql)\(dialect.forUpdate)", filter.arguments)
        guard let row = rows.first else { throw BatchVideoError.missing("webhook") }
        return try Webhook(row: row)
    }
}

extension Webhook {
    static let joined = ["id", "user_id", "url", "secret", "kinds", "active", "created_at", "updated_at"]
        .map { "w.\($0) AS w_\($0)" }.joined(separator: ", ")

    init(row: SQLRow, prefix: String = "") throws {
        let kinds: [String] = try row.decoded(prefix + "kinds")
        self.init(
            id: try row.int(prefix + "id"), userID: try row.text(prefix + "user_id"),
            url: try row.text(prefix + "url"), secret: try row.text(prefix + "secret"),
            kinds: kinds.compactMap(StoredEvent.Kind.init), isActive: try row.bool(prefix + "active"),
            createdAt: try row.date(prefix + "created_at"), updatedAt: try row.date(prefix + "updated_at"))
    }

    fileprivate var kindsJSON: JSONValue { .array(kinds.map { .string($0.rawValue) }) }
}
