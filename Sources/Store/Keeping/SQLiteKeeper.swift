import BatchVideo
package import Foundation
internal import GRDB

/// Backs a SQLite database up, brings it back, and looks whether it is whole.
package struct SQLiteKeeper: Sendable {
    private static let tables = [
        "users", "languages", "voices", "topics", "accounts", "templates", "batches", "jobs",
        "job_executions", "job_splits", "checkpoints", "artifacts", "events", "webhooks",
        "webhook_deliveries", "api_keys", "idempotency_keys", "uploads", "vendor_calls", "audit",
    ]

    package init() {}

    /// Writes a consistent copy, one file, while the database is in use.
    ///
    /// - Throws: `.conflict` when the file is there already, `.unwritable`.
    package func backup(_ database: SQLiteDatabase, to file: URL) async throws {
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw BatchVideoError(.conflict, "\(file.path) is there already: choose another name")
        }
        let pool = database.pool
        let copy = URL(filePath: file.path + ".part")
        try await onThread {
            try writing(file, copy) {
                let target = try empty(copy)
                try pool.backup(to: target)
                try single(target)
            }
        }
    }

    /// Puts a backup in the place of a database that nobody has open; what was there is kept beside
    /// it as `<name>.before-restore`. The backup itself is only read.
    ///
    /// - Throws: `.notFound`, or `.invalid` when the backup is damaged or not usable by this program.
    package func restore(_ backup: URL, to file: URL) async throws {
        guard FileManager.default.fileExists(atPath: backup.path) else {
            throw BatchVideoError(.notFound, "there is no backup \(backup.path)")
        }
        let copy = URL(filePath: file.path + ".part")
        try await onThread { try read(backup, into: copy) }
        do {
            let copied = try SQLiteDatabase(file: copy)
            let report = try await check(copied)
            try copied.close()
            guard report.faults.isEmpty, report.schemaVersion > 0 else {
                throw unusable(backup, report.faults.first ?? "it is empty")
            }
        } catch {
            remove(copy)
            throw error
        }
        try await onThread {
            try writing(file, copy) {
                try single(DatabaseQueue(path: copy.path))
                if FileManager.default.fileExists(atPath: file.path) { try setAside(file) }
            }
        }
    }

    /// Reads every page and every reference. Slow on a large database, but others may work meanwhile.
    package func check(_ database: SQLiteDatabase) async throws -> DatabaseReport {
        var faults: [String] = []
        do { _ = try await Migrator().pending(in: database) } catch let error as BatchVideoError {
            faults.append(error.message)
        }
        let found = try await database.read { session in
            var found: [String] = []
            for row in try session.rows("PRAGMA integrity_check(20)") {
                let line = try row.text("integrity_check")
                if line != "ok" { found.append(line) }
            }
            for row in try session.rows("PRAGMA foreign_key_check").prefix(20) {
                let (table, parent) = (try row.text("table"), try row.text("parent"))
                found.append("a row of \(table) refers to a row of \(parent) that is not there")
            }
            var rows: [String: Int] = [:]
            for table in Self.tables where try session.count(session.dialect.tableCount, table) > 0 {
                rows[table] = try session.count("SELECT COUNT(*) AS n FROM \(table)")
            }
            let isOurs = try session.count(session.dialect.tableCount, "schema_migrations") > 0
            let version = isOurs
                ? try session.count("SELECT COALESCE(MAX(version), 0) AS n FROM schema_migrations") : 0
            return DatabaseReport(faults: found, schemaVersion: version, rows: rows)
        }
        return DatabaseReport(
            faults: faults + found.faults, schemaVersion: found.schemaVersion, rows: found.rows)
    }
}

extension SQLiteKeeper {
    /// A copied database says it has a write-ahead log; a backup should be one file.
    private func single(_ target: DatabaseQueue) throws {
        try target.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
    }

    /// Also the log and the shared memory, which belong to the old file and would spoil the new one.
    private func setAside(_ file: URL) throws {
        for suffix in ["", "-wal", "-shm"] {
            let old = file.path + suffix
            let kept = file.path + ".before-restore" + suffix
            try? FileManager.default.removeItem(atPath: kept)  // of an earlier restore; may not be there
            if FileManager.default.fileExists(atPath: old) {
                try FileManager.default.moveItem(atPath: old, toPath: kept)
            }
        }
    }

    private func read(_ backup: URL, into copy: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let target = try empty(copy)
            try DatabaseQueue(path: backup.path, configuration: configuration).backup(to: target)
            try target.close()
        } catch {
            remove(copy)
            throw unusable(backup, "it is no database, is damaged or may not be read", cause: error)
        }
    }

    /// For the owner's eyes only.
    private func empty(_ file: URL) throws -> DatabaseQueue {
        remove(file)
        _ = FileManager.default.createFile(
            atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        return try DatabaseQueue(path: file.path)
    }

    /// The file appears whole or not at all: what `work` makes of the copy is moved there.
    private func writing(_ file: URL, _ copy: URL, _ work: () throws -> Void) throws {
        do {
            try work()
            let handle = try FileHandle(forUpdating: copy)
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(at: copy, to: file)
        } catch {
            remove(copy)
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path): check its folder, its permissions and the disk's room",
                cause: error)
        }
    }

    /// A copy that is of no use, or was left by an attempt that was killed; there may be none.
    private func remove(_ copy: URL) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: copy.path + suffix)
        }
    }

    private func unusable(_ backup: URL, _ why: String, cause: (any Error)? = nil) -> BatchVideoError {
        BatchVideoError(
            .invalid, "\(backup.path) cannot be restored: \(why); take another backup", cause: cause)
    }

    /// Copying blocks; the cooperative pool has better things to do.
    private func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread { done.resume(with: Result(catching: work)) }
        }
    }
}
