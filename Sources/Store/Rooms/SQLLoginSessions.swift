import BatchVideo
import Foundation

struct SQLLoginSessions: LoginSessionStore {
    let database: any SQLDatabase

    func begin(_ login: LoginSession) async throws -> LoginSession {
        try await database.write { session in
            try session.run(
                "DELETE FROM login_sessions WHERE user_id = ? AND expires_at <= ?", login.userID, login.createdAt)
            var stored = login
            stored.id = try session.run(
                """
                INSERT INTO login_sessions (user_id, agent, address, created_at, last_used_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, login.userID, login.agent, login.address, login.createdAt, login.lastUsedAt, login.expiresAt
            ).lastID
            return stored
        }
    }

    func use(_ id: Int, address: String, now: Date) async throws -> LoginSession? {
        let found = try await database.read { session in
            try session.row("SELECT * FROM login_sessions WHERE id = ? AND expires_at > ?", id, now)
                .map(LoginSession.init)
        }
        guard var login = found else { return nil }
        guard now.timeIntervalSince(login.lastUsedAt) >= 60 else { return login }
        try await database.write { session in
            try session.run(
                "UPDATE login_sessions SET last_used_at = ?, address = ? WHERE id = ?", now, address, id)
        }
        (login.lastUsedAt, login.address) = (now, address)
        return login
    }

    func renew(_ id: Int, until date: Date) async throws {
        try await database.write { session in
            guard try session.run("UPDATE login_sessions SET expires_at = ? WHERE id = ?", date, id).changes > 0
            else { throw BatchVideoError.missing("login") }
        }
    }

    func list(owner: Owner, now: Date) async throws -> [LoginSession] {
        try await database.read { session in
            var filter = SQLFilter("expires_at > ?", now)
            filter.and(ownedBy: owner)
            return try session.query(
                "SELECT * FROM login_sessions WHERE \(filter.sql) ORDER BY last_used_at DESC, id DESC",
                filter.arguments
            ).map(LoginSession.init)
        }
    }

    func end(_ id: Int, owner: Owner) async throws {
        try await database.write { session in
            var filter = SQLFilter("id = ?", id)
            filter.and(ownedBy: owner)
            guard try session.query("SELECT id FROM login_sessions WHERE \(filter.sql)", filter.arguments).first != nil
            else { throw BatchVideoError.missing("login") }
            try session.run("DELETE FROM login_sessions WHERE id = ?", id)
        }
    }

    func endAll(of userID: String, except kept: Int?) async throws -> Int {
        try await database.write { session in
            try session.run("DELETE FROM login_sessions WHERE user_id = ? AND id <> ?", userID, kept ?? 0).changes
        }
    }
}

extension LoginSession {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.int("id"), userID: try row.text("user_id"), agent: try row.text("agent"),
            address: try row.text("address"), createdAt: try row.date("created_at"),
            expiresAt: try row.date("expires_at"))
        lastUsedAt = try row.date("last_used_at")
    }
}
