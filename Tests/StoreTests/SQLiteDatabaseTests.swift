import BatchVideo
import Foundation
import Store
import Synchronization
import TestKit
import Testing

@Suite("SQLite behind the face")
struct SQLiteDatabaseTests {
    private let folder: TemporaryFolder
    private let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(file: folder.file("t.sqlite"))
        try await database.write { try $0.run("CREATE TABLE t (id INTEGER PRIMARY KEY, x BIGINT UNIQUE)") }
    }

    private func count() async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) AS n FROM t") }
    }

    @Test("a new file that many open at once is nobody's to empty")
    func newFile() async throws {
        for round in 0..<12 {
            let file = folder.file("new-\(round).sqlite")
            let ids = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let database = try SQLiteDatabase(file: file)
                        let stores = try await SQLStore(migrating: database, now: Date()).stores
                        return try await stores.jobs.create(
                            JobDraft(title: "\(number)", content: "text"), seed: 1, owner: .everyone, now: Date()
                        ).id
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 8)
            let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
            #expect(permissions as? Int == 0o600)
        }
    }

    @Test("a write whose body throws leaves nothing")
    func rollback() async throws {
        await #expect(throws: CancellationError.self) {
            try await database.write { session in
                try session.run("INSERT INTO t (x) VALUES (?)", 1)
                throw CancellationError()
            }
        }

        #expect(try await count() == 0)
    }

    @Test("a cancelled task's write still happens")
    func cancelled() async throws {
        let database = database
        let task = Task {  // unstructured: it must be cancelled while it works
            withUnsafeCurrentTask { $0?.cancel() }
            try await database.write { _ = try $0.run("INSERT INTO t (x) VALUES (?)", 1) }
        }

        try await task.value

        #expect(try await count() == 1)
    }

    @Test("refused statements are told as what they are")
    func errors() async throws {
        func code(_ sql: String) async -> BatchVideoError.Code? {
            do { try await database.write { _ = try $0.run(sql) } } catch { return (error as? BatchVideoError)?.code }
            return nil
        }
        #expect(await code("INSERT INTO t (x) VALUES (5)") == nil)
        #expect(await code("INSERT INTO t (x) VALUES (5)") == .conflict)
        #expect(await code("NONSENSE") == .internal)
    }

    @Test("changes are heard, reading and empty transactions are not")
    func signal() async throws {
        let rings = database.changes.rings()
        let hasChanged = Mutex(false)
        _ = try await count()
        try await database.write { _ = try $0.run("DELETE FROM t") }

        async let whenHeard = Self.first(of: rings) { hasChanged.withLock { $0 } }
        for _ in 0..<100 { await Task.yield() }
        hasChanged.withLock { $0 = true }
        try await database.write { _ = try $0.run("INSERT INTO t (x) VALUES (1)") }

        #expect(await whenHeard == true)
    }

    /// What `ask` says as soon as the first ring is heard.
    @concurrent
    private static func first(
        of rings: AsyncStream<Void>, _ ask: @Sendable () -> Bool
    ) async -> Bool? {
        for await _ in rings { return ask() }
        return nil
    }

    @Test("the files are the owner's alone")
    func permissions() throws {
        for name in folder.files {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        #expect(folder.files.contains("t.sqlite-wal"))
    }
}
