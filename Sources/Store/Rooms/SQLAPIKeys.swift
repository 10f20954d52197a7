import BatchVideo
import Foundation

struct SQLAPIKeys: APIKeyStore {
    let database: any SQLDatabase

    func create(_ key: APIKey) async throws -> APIKey {
        try await database.write { session in
            let living = try session.row(
                """
                SELECT id FROM api_keys WHERE user_id = ? AND name = ? AND revoked_at IS NULL
                AND (expires_at IS NULL OR expires_at > ?)\(session.dialect.forUpdate)
                """, key.userID, key.name, key.createdAt)
            guard living == nil else {
                throw BatchVideoError(
                    .conflict, "there is a key named \(key.name) already: choose another name", field: "name")
            }
            var stored = key
            stored.id = try session.run(
                """
                INSERT INTO api_keys (user_id, name, prefix, hash, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, key.userID, key.name, key.prefix, key.hash, key.createdAt, key.expiresAt
            ).lastID
            return stored
        }
    }

    func list(owner: Owner) async throws -> [APIKey] {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(ownedBy: owner)
            return try session.query(
                "SELECT * FROM api_keys WHERE \(filter.sql) ORDER BY id DESC", filter.arguments
            ).map(APIKey.init)
        }
    }

    func use(hash: String, now: Date) async throws -> APIKey? {
        let found = try await database.read { session in
            try session.row(
                """
                SELECT * FROM api_keys WHERE hash = ? AND revoked_at IS NULL
                AND (expires_at IS NULL OR expires_at > ?)
                """, hash, now
            ).map(APIKey.init)
        }
        guard var key = found else { return nil }
        if let last = key.lastUsedAt, now.timeIntervalSince(last) < 60 { return key }
        let id = key.id
        try await database.write { session in
            try session.run("UPDATE api_keys SET last_used_at = ? WHERE id = ?", now, id)
        }
        key.lastUsedAt = now
        return key
    }

    func revoke(_ id: Int, owner: Owner, now: Date) async throws {
        try await database.write { session in
            var filter = SQLFilter("id = ?", id)
            filter.and(ownedBy: owner)
            guard try session.query("SELECT id FROM api_keys WHERE \(filter.sql)", filter.arguments).first != nil
            else { throw BatchVideoError.missing("API key") }
            try session.run("UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now, id)
        }
    }
}

extension APIKey {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.int("id"), userID: try row.text("user_id"), name: try row.text("name"),
            prefix: try row.text("prefix"), hash: try row.text("hash"),
            createdAt: try row.date("created_at"), expiresAt: try row.optionalDate("expires_at"),
            lastUsedAt: try row.optionalDate("last_used_at"), revokedAt: try row.optionalDate("revoked_at"))
    }
}
