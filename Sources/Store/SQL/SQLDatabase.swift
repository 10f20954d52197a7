package import BatchVideo

/// A database, whichever. The bodies are synchronous: they run on the connection's own thread, so
/// nothing can suspend inside a transaction, and a deadlock is answered by running the body again.
package protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }
    /// Rung after every transaction that changed something.
    var changes: ChangeSignal { get }
    /// One consistent view of the data; may run beside a writer.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value
    /// One transaction: all of it happens or nothing. Begun, it runs to its end even when the
    /// calling task is cancelled, so that a worker told to stop can still hand back its work.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value
}

/// A connection within one transaction.
package protocol SQLSession {
    var dialect: SQLDialect { get }
    /// What the connection sees; nil where the database cannot tell.
    var mark: SnapshotMark? { get }
    /// Gives the rows changed and the id that an INSERT made.
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> (changes: Int, lastID: Int)
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]
}

/// Tells whether a connection sees the same data as before: another version means that somebody
/// else, in whatever process, committed since. Versions of different connections say nothing of
/// each other.
package struct SnapshotMark: Hashable, Sendable {
    package var connection: ObjectIdentifier
    package var version: Int
}

extension SQLSession {
    package var mark: SnapshotMark? { nil }

    @discardableResult
    package func run(_ sql: String, _ arguments: (any SQLBindable)...) throws -> (changes: Int, lastID: Int) {
        try execute(sql, arguments.map(\.sqlValue))
    }

    package func rows(_ sql: String, _ arguments: (any SQLBindable)...) throws -> [SQLRow] {
        try query(sql, arguments.map(\.sqlValue))
    }

    package func row(_ sql: String, _ arguments: (any SQLBindable)...) throws -> SQLRow? {
        try query(sql, arguments.map(\.sqlValue)).first
    }

    /// The one number that a SELECT names `n`.
    package func count(_ sql: String, _ arguments: (any SQLBindable)...) throws -> Int {
        try query(sql, arguments.map(\.sqlValue)).first?.int("n") ?? 0
    }
}

/// A statement the database refused. Does not leave this module but as cause of `BatchVideoError`.
package struct SQLError: Error, Sendable {
    package enum Kind: Sendable { case unique, foreignKey, busy, full, readOnly, corrupt, other }

    package var kind: Kind
    package var code: Int
    package var message: String
}
