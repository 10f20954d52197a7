import BatchVideo
import Foundation

struct SQLUsers: UserStore {
    let database: any SQLDatabase

    func create(_ user: User) async throws {
        try await database.write { session in
            try Self.naming(user.name) {
                try session.run(
                    """
                    INSERT INTO users (user_id, username, password, is_admin, created_at, last_login_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, user.id, user.name, user.passwordHash, user.isAdmin, user.createdAt, user.lastLoginAt)
            }
        }
    }

    func user(id: String) async throws -> User? {
        try await database.read { try $0.row("SELECT * FROM users WHERE user_id = ?", id).map(User.init) }
    }

    func user(named name: String) async throws -> User? {
        try await database.read { try $0.row("SELECT * FROM users WHERE username = ?", name).map(User.init) }
    }

    func list(_ page: Page) async throws -> Paged<User> {
        try await database.read {
            try $0.page(page, of: "users", where: SQLFilter("1 = 1"), order: "username", User.init)
        }
    }

    func update(
        _ id: String, _ change: @escaping @Sendable (inout User) throws -> Void
    ) async throws -> User {
        try await database.write { session in
            let row = try session.row("SELECT * FROM users WHERE user_id = ?\(session.dialect.forUpdate)", id)
            guard let row else { throw BatchVideoError.missing("user") }
            let before = try User(row: row)
            var user = before
            try change(&user)
            user.id = before.id
            user.createdAt = before.createdAt
            try Self.naming(user.name) {
                try session.run(
                    """
                    UPDATE users SET username = ?, password = ?, is_admin = ?, last_login_at = ?
                    WHERE user_id = ?
                    """, user.name, user.passwordHash, user.isAdmin, user.lastLoginAt, id)
            }
            return user
        }
    }

    func delete(_ id: String) async throws {
        try await database.write { session in
            let running = try session.count(
                """
                SELECT COUNT(*) AS n FROM job_executions e JOIN jobs j ON j.id = e.job_id
                WHERE j.user_id = ? AND e.status = 'RUNNING'
                """, id)
            guard running == 0 else {
                throw BatchVideoError(.conflict, "\(running) of the user's jobs are running: cancel them first")
            }
            guard try session.run("DELETE FROM users WHERE user_id = ?", id).changes > 0 else {
                throw BatchVideoError.missing("user")
            }
        }
    }

    private static func naming(_ name: String, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as SQLError where error.kind == .unique {
            throw BatchVideoError(
                .conflict, "there is a user named \(name) already: choose another name", field: "username",
                cause: error)
        }
    }
}

extension User {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.text("user_id"), name: try row.text("username"),
            passwordHash: try row.text("password"), isAdmin: try row.bool("is_admin"),
            createdAt: try row.date("created_at"), lastLoginAt: try row.optionalDate("last_login_at"))
    }
}
