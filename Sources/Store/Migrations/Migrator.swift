import BatchVideo
package import Foundation

/// Brings a database to the schema that this program knows, or says why it will not.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// Runs what is missing; gives how many migrations that were.
    ///
    /// - Throws: `.conflict` when the schema is newer than the program, when a migration was broken off,
    ///   or when one that ran differs from ours; nothing is changed then.
    package func migrate(_ database: any SQLDatabase, now: Date) async throws -> Int {
        let pending = try await pending(in: database)
        for migration in pending { try await run(migration, in: database, now: now) }
        return pending.count
    }

    /// What `migrate` would run. Throws as it does.
    package func pending(in database: any SQLDatabase) async throws -> [Migration] {
        let migrations = migrations
        return try await database.read { session in
            guard try session.count(session.dialect.tableCount, "schema_migrations") > 0 else {
                guard try session.count(session.dialect.tableCount, "jobs") == 0 else {
                    throw Self.refusal(
                        "it has a table `jobs` but no migrations: it is another program's")
                }
                return migrations
            }
            let done = try session.rows("SELECT * FROM schema_migrations ORDER BY version")
            try Self.verify(done, against: migrations, session.dialect)
            return Array(migrations.dropFirst(done.count))
        }
    }

    private static func verify(
        _ done: [SQLRow], against migrations: [Migration], _ dialect: SQLDialect
    ) throws {
        for (place, row) in done.enumerated() {
            let version = try row.int("version")
            let name = try row.text("name")
            guard try row.optionalText("finished_at") != nil else {
                throw refusal(
                    "migration \(version) (\(name)) was broken off: restore a backup made before it")
            }
            guard place < migrations.count, version <= migrations.count else {
                throw refusal(
                    "its schema is of version \(version), newer than this program's \(migrations.count): "
                        + "update BatchVideo")
            }
            guard version == migrations[place].number else {
                throw refusal("migration \(migrations[place].number) is missing: restore a backup")
            }
            guard try row.text("checksum") == migrations[place].checksum(dialect) else {
                throw refusal(
                    "migration \(version) (\(name)) is not the one this program knows: "
                        + "use the program that made it")
            }
        }
    }

    /// The row is written unfinished first: where schema changes commit by themselves (MySQL), a crash
    /// leaves it so and the next start refuses. SQLite rolls back and starts afresh.
    private func run(_ migration: Migration, in database: any SQLDatabase, now: Date) async throws {
        try await database.write { session in
            try session.run(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                version INT NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL,
                checksum CHAR(16) NOT NULL, started_at DATETIME(3) NOT NULL,
                finished_at DATETIME(3))\(session.dialect.tableOptions)
                """)
            // Another process may have been faster.
            guard try session.row(
                "SELECT version FROM schema_migrations WHERE version = ?", migration.number) == nil
            else { return }
            try session.run(
                "INSERT INTO schema_migrations (version, name, checksum, started_at) VALUES (?, ?, ?, ?)",
                migration.number, migration.name, migration.checksum(session.dialect), now)
            for statement in migration.statements(session.dialect) { try session.run(statement) }
            try session.run(
                "UPDATE schema_migrations SET finished_at = ? WHERE version = ?", now, migration.number)
        }
    }

    private static func refusal(_ why: String) -> BatchVideoError {
        BatchVideoError(.conflict, "the database cannot be used: \(why)")
    }
}
