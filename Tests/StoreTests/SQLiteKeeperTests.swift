import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("Keeping a SQLite database")
struct SQLiteKeeperTests {
    private let folder: TemporaryFolder
    private let keeper = SQLiteKeeper()

    init() throws { folder = try TemporaryFolder() }

    private func filled(_ name: String, jobs: Int) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(file: folder.file(name))
        let stores = try await SQLStore(migrating: database, now: Date()).stores
        for number in 0..<jobs {
            _ = try await stores.jobs.create(
                JobDraft(title: "\(number)", content: "text"), seed: 1, owner: .everyone, now: Date())
        }
        return database
    }

    @Test("a backup made while jobs are filed is whole and can be restored")
    func roundTrip() async throws {
        let database = try await filled("live.sqlite", jobs: 50)
        let stores = try await SQLStore(migrating: database, now: Date()).stores
        let backup = folder.file("backup.sqlite")

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await keeper.backup(database, to: backup) }
            group.addTask {
                for number in 0..<50 {
                    _ = try await stores.jobs.create(
                        JobDraft(title: "later \(number)", content: "t"), seed: 1, owner: .everyone, now: Date())
                }
            }
            try await group.waitForAll()
        }

        #expect(!folder.files.contains { $0.hasPrefix("backup.sqlite-") || $0.hasSuffix(".part") })
        try await keeper.restore(backup, to: folder.file("restored.sqlite"))
        let restored = try SQLiteDatabase(file: folder.file("restored.sqlite"))
        let report = try await keeper.check(restored)
        #expect(report.faults.isEmpty)
        #expect(report.schemaVersion == Migration.all.count)
        let jobs = report.rows["jobs", default: 0]
        #expect((50...100).contains(jobs))
        #expect(report.rows["job_executions"] == jobs)
        #expect(try await keeper.check(database).rows["jobs"] == 100)
    }

    @Test("restoring keeps what was there beside")
    func setAside() async throws {
        let old = try await filled("live.sqlite", jobs: 3)
        let source = try await filled("source.sqlite", jobs: 1)
        let backup = folder.file("backup.sqlite")
        try await keeper.backup(source, to: backup)
        try old.close()
        let bytes = try Data(contentsOf: backup)

        try await keeper.restore(backup, to: folder.file("live.sqlite"))

        #expect(try Data(contentsOf: backup) == bytes)
        #expect(!folder.files.contains { $0.contains(".part") || $0.hasPrefix("backup.sqlite-") })
        let live = try SQLiteDatabase(file: folder.file("live.sqlite"))
        #expect(try await keeper.check(live).rows["jobs"] == 1)
        let before = try SQLiteDatabase(file: folder.file("live.sqlite.before-restore"))
        #expect(try await keeper.check(before).rows["jobs"] == 3)
    }

    @Test("nothing is written over, and what is no backup is refused")
    func refusals() async throws {
        let database = try await filled("live.sqlite", jobs: 1)
        let text = folder.file("text")
        try Data(String(repeating: "not a database ", count: 100).utf8).write(to: text)
        let empty = folder.file("empty.sqlite")
        try SQLiteDatabase(file: empty).close()

        func code(_ work: () async throws -> Void) async -> BatchVideoError.Code? {
            do { try await work() } catch { return (error as? BatchVideoError)?.code }
            return nil
        }
        #expect(await code { try await keeper.backup(database, to: text) } == .conflict)
        #expect(await code { try await keeper.backup(database, to: folder.file("no/such/folder")) } == .unwritable)
        #expect(await code { try await keeper.restore(folder.file("none"), to: folder.file("x")) } == .notFound)
        #expect(await code { try await keeper.restore(text, to: folder.file("x")) } == .invalid)
        #expect(await code { try await keeper.restore(empty, to: folder.file("x")) } == .invalid)
        #expect(await code { _ = try SQLiteDatabase(file: folder.file("no/such/db")) } == .notFound)
        #expect(!folder.files.contains { $0.hasPrefix("x") })
    }

    @Test("a check names broken references")
    func faults() async throws {
        let database = try await filled("live.sqlite", jobs: 2)
        try await database.write { session in
            // What a foreign key forbids, done behind its back.
            try session.run("PRAGMA writable_schema = ON")
            try session.run(
                """
                UPDATE sqlite_master SET sql = replace(sql, 'REFERENCES jobs', 'REFERENCES batches')
                WHERE name = 'job_executions'
                """)
        }

        let report = try await keeper.check(SQLiteDatabase(file: folder.file("live.sqlite")))

        #expect(report.faults.contains { $0.contains("job_executions") && $0.contains("batches") })
    }
}
