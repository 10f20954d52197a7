package import BatchVideo
package import Foundation
internal import GRDB
internal import Glibc

/// SQLite through a GRDB pool: one writer, several readers that see the last commit.
package final class SQLiteDatabase: SQLDatabase {
    package let dialect = SQLDialect.sqlite
    package let changes = ChangeSignal()
    package let file: URL
    let pool: DatabasePool

    /// Opens the file, or makes an empty database.
    ///
    /// WAL lets readers and the writer work at once, also from several processes. `synchronous =
    /// NORMAL` does not wait for the disk at every commit: a killed process loses nothing, a power
    /// cut may lose the last commits but never leaves half of one, and claims, checkpoints and
    /// the ledger then tell the same, slightly older, story.
    ///
    /// - Throws: `.notFound` when the folder is missing, `.unwritable`, or `.invalid` when the file
    ///   is no database.
    package init(file: URL) throws {
        self.file = file
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.foreignKeysEnabled = true
        // What is remembered of a connection (`SnapshotMark`) must not meet another in its place.
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        // It will hold secrets; SQLite gives its companions the same permissions. Exclusively: another
        // process that starts just now may have made the file already, and may be writing to it.
        let made = open(file.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if made >= 0 { Glibc.close(made) }
        do {
            pool = try DatabasePool(path: file.path, configuration: configuration)
        } catch let error as DatabaseError {
            throw Self.opening(file, error)
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { access in
                continuation.resume(with: Self.told(Result { try body(SQLiteSession(access.get())) }))
            }
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let changes = changes
            pool.asyncWrite({ database in
                let before = database.totalChangesCount
                let value = try body(SQLiteSession(database))
                return (value, database.totalChangesCount != before)
            }) { _, result in
                if case .success((_, true)) = result { changes.ring() }
                continuation.resume(with: Self.told(result.map { $0.0 }))
            }
        }
    }

    package func close() throws { try pool.close() }

    private static func told<Value>(_ result: Result<Value, any Error>) -> Result<Value, any Error> {
        result.mapError { error in
            let known = (error as? DatabaseError).map(SQLError.init) ?? error
            return (known as? SQLError).map(BatchVideoError.init) ?? known
        }
    }

    private static func opening(_ file: URL, _ error: DatabaseError) -> BatchVideoError {
        switch error.resultCode {
        case .SQLITE_CANTOPEN:
            BatchVideoError(
                .notFound, "cannot open the database \(file.path): make its folder and see that it is yours",
                cause: error)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            BatchVideoError(
                .invalid, "\(file.path) is not a SQLite database or is damaged: restore a backup",
                cause: error)
        case .SQLITE_READONLY, .SQLITE_PERM:
            BatchVideoError(.unwritable, "may not write to the database \(file.path)", cause: error)
        default:
            BatchVideoError(SQLError(error))
        }
    }
}

struct SQLiteSession: SQLSession {
    let dialect = SQLDialect.sqlite
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Of readers only: a writer does not see its own changes in `data_version`.
    var mark: SnapshotMark? {
        guard database.configuration.readonly,
            let row = try? query("PRAGMA data_version", []).first,
            let version = try? row.int("data_version")
        else { return nil }
        return SnapshotMark(connection: ObjectIdentifier(database), version: version)
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> (changes: Int, lastID: Int) {
        try known {
            let statement = try database.cachedStatement(sql: sql)
            try statement.execute(arguments: Self.bound(arguments))
            return (database.changesCount, Int(database.lastInsertedRowID))
        }
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try known {
            let statement = try database.cachedStatement(sql: sql)
            var names: [String: Int] = [:]
            for (place, name) in statement.columnNames.enumerated() { names[name] = place }
            var rows: [SQLRow] = []
            let cursor = try Row.fetchCursor(statement, arguments: Self.bound(arguments))
            while let row = try cursor.next() {
                rows.append(SQLRow(names: names, values: row.databaseValues.map(Self.value)))
            }
            return rows
        }
    }

    /// So that bodies can tell a broken key from other failures.
    private func known<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let error as DatabaseError { throw SQLError(error) }
    }

    private static func bound(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .int(let number): number.databaseValue
                case .real(let number): number.databaseValue
                case .text(let text): text.databaseValue
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .int(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .text(String(decoding: data, as: UTF8.self))
        }
    }
}

extension SQLError {
    init(_ error: DatabaseError) {
        code = Int(error.extendedResultCode.rawValue)
        message = error.message ?? ""
        kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            default:
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                case .SQLITE_FULL: .full
                case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
                default: .other
                }
            }
    }
}
