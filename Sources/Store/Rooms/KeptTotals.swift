import Synchronization

/// How long lists are, remembered until the database changes: counting fifty thousand rows takes
/// longer than reading a page of them.
final class KeptTotals: Sendable {
    private struct Key: Hashable {
        var connection: ObjectIdentifier
        var sql: String
        var arguments: [SQLValue]
    }

    private struct Total {
        var version: Int
        var count: Int
    }

    /// More lists than people look at between two changes.
    private static let most = 512

    private let totals = Mutex<[Key: Total]>([:])

    /// The total of a SELECT, counted only when `session` sees other data than before.
    ///
    /// Call it after the transaction's first SELECT: before that the mark may be older than what
    /// is read, which would only cost another count.
    func total(
        _ sql: String, _ arguments: [SQLValue], in session: any SQLSession
    ) throws -> Int {
        guard let mark = session.mark else { return try count(sql, arguments, session) }
        let key = Key(connection: mark.connection, sql: sql, arguments: arguments)
        let known = totals.withLock { $0[key] }
        if let known, known.version == mark.version { return known.count }
        let count = try count(sql, arguments, session)
        totals.withLock { totals in
            if totals.count >= Self.most { totals = [:] }
            totals[key] = Total(version: mark.version, count: count)
        }
        return count
    }

    private func count(_ sql: String, _ arguments: [SQLValue], _ session: any SQLSession) throws -> Int {
        try session.query(sql, arguments).first?.int("n") ?? 0
    }
}
