import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("Migrations")
struct MigratorTests {
    private let folder: TemporaryFolder
    private let database: SQLiteDatabase
    private let now = Date(timeIntervalSince1970: 1_795_500_000)

    init() throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(file: folder.file("m.sqlite"))
    }

    private func migration(_ number: Int, _ statements: String...) -> Migration {
        Migration(number: number, name: "number \(number)") { _ in statements }
    }

    /// The message of the refusal; nil when it was none.
    private func refusal(_ migrations: [Migration]) async throws -> String? {
        do {
            _ = try await Migrator(migrations).migrate(database, now: now)
            return nil
        } catch let error as BatchVideoError where error.code == .conflict {
            return error.message
        }
    }

    private func tables() async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) AS n FROM sqlite_master WHERE type = 'table'") }
    }

    @Test("an empty database gets all, a second start nothing")
    func fromEmpty() async throws {
        #expect(try await Migrator().migrate(database, now: now) == Migration.all.count)
        #expect(try await Migrator().migrate(database, now: now) == 0)
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test("what is missing is run, in order")
    func upgrade() async throws {
        let first = migration(1, "CREATE TABLE a (x INT)")
        let second = migration(2, "CREATE TABLE b (x INT)", "INSERT INTO b VALUES (1)")
        #expect(try await Migrator([first]).migrate(database, now: now) == 1)

        #expect(try await Migrator([first, second]).migrate(database, now: now) == 1)

        #expect(try await database.read { try $0.count("SELECT x AS n FROM b") } == 1)
    }

    @Test("two starts at once run every migration once")
    func together() async throws {
        let other = try SQLiteDatabase(file: folder.file("m.sqlite"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for each in [database, other, database, other] {
                group.addTask { _ = try await Migrator().migrate(each, now: now) }
            }
            try await group.waitForAll()
        }
        #expect(try await Migrator().pending(in: database).isEmpty)
    }

    @Test("a migration that fails leaves nothing behind")
    func failure() async throws {
        let broken = migration(1, "CREATE TABLE a (x INT)", "CREATE NONSENSE")

        await #expect(throws: BatchVideoError.self) {
            _ = try await Migrator([broken]).migrate(database, now: now)
        }

        #expect(try await tables() == 0)
        #expect(try await Migrator([migration(1, "CREATE TABLE a (x INT)")]).migrate(database, now: now) == 1)
    }

    @Test("a newer schema is refused")
    func newer() async throws {
        let first = migration(1, "CREATE TABLE a (x INT)")
        _ = try await Migrator([first, migration(2, "CREATE TABLE b (x INT)")]).migrate(database, now: now)

        #expect(try await refusal([first])?.contains("newer than this program's 1: update BatchVideo") == true)
    }

    @Test("a migration that was broken off is refused")
    func dirty() async throws {
        let first = migration(1, "CREATE TABLE a (x INT)")
        _ = try await Migrator([first]).migrate(database, now: now)
        try await database.write { try $0.run("UPDATE schema_migrations SET finished_at = NULL") }

        #expect(try await refusal([first])?.contains("migration 1 (number 1) was broken off") == true)
    }

    @Test("a migration that was changed since it ran is refused")
    func changed() async throws {
        _ = try await Migrator([migration(1, "CREATE TABLE a (x INT)")]).migrate(database, now: now)

        let message = try await refusal([
            migration(1, "CREATE TABLE a (y INT)"), migration(2, "CREATE TABLE b (x INT)"),
        ])

        #expect(message?.contains("is not the one this program knows") == true)
        #expect(try await tables() == 2)
    }

    @Test("a missing migration and a foreign database are refused")
    func foreign() async throws {
        let first = migration(1, "CREATE TABLE jobs (x INT)")
        let second = migration(2, "CREATE TABLE b (x INT)")
        _ = try await Migrator([first, second]).migrate(database, now: now)
        try await database.write { try $0.run("DELETE FROM schema_migrations WHERE version = 1") }
        #expect(try await refusal([first, second])?.contains("migration 1 is missing") == true)

        try await database.write { try $0.run("DROP TABLE schema_migrations") }
        #expect(try await refusal([first, second])?.contains("another program's") == true)
    }

    @Test("released migrations are never edited")
    func frozen() {
        let checksums = Migration.all.map { $0.checksum(.sqlite) }
        #expect(
            checksums == [
                "ac251058395d54cf", "69022241d9a6149a", "b6735bcc99c8536e", "d99426dae816311d", "683ec7e6e6e2befc",
                "561c9e37586c9881",
            ])
    }
}
