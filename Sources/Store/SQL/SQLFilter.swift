import BatchVideo

/// Conditions of a WHERE with their arguments. Conditions are our own constants, never input.
struct SQLFilter: Sendable {
    private(set) var sql: String
    private(set) var arguments: [SQLValue]

    init(_ condition: String, _ arguments: (any SQLBindable)...) {
        sql = condition
        self.arguments = arguments.map(\.sqlValue)
    }

    mutating func and(_ condition: String, _ more: (any SQLBindable)...) {
        sql += " AND " + condition
        arguments += more.map(\.sqlValue)
    }

    /// Only the owner's own rows.
    mutating func and(ownedBy owner: Owner, _ column: String = "user_id") {
        if case .user(let id) = owner { and("\(column) = ?", id) }
    }

    /// The owner's own rows and the shared ones.
    mutating func and(visibleTo owner: Owner) {
        if case .user(let id) = owner { and("(user_id = ? OR user_id IS NULL)", id) }
    }
}

extension SQLSession {
    /// A part of one table's rows by a key that is an id, newest first.
    func page<Item: Sendable>(
        _ page: Page, of table: String, where filter: SQLFilter, order: String = "id DESC",
        _ item: (SQLRow) throws -> Item
    ) throws -> Paged<Item> {
        let total = try query("SELECT COUNT(*) AS n FROM \(table) WHERE \(filter.sql)", filter.arguments)
        let rows = try query(
            "SELECT * FROM \(table) WHERE \(filter.sql) ORDER BY \(order) LIMIT ? OFFSET ?",
            filter.arguments + [page.size.sqlValue, page.offset.sqlValue])
        return Paged(total: try total.first?.int("n") ?? 0, items: try rows.map(item))
    }
}

extension String {
    /// Cut to what a column holds; MySQL counts scalars.
    func bounded(_ scalars: Int) -> String {
        unicodeScalars.count <= scalars ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(scalars)))
    }
}

extension BatchVideoError {
    static func missing(_ what: String) -> BatchVideoError {
        BatchVideoError(.notFound, "there is no such \(what)")
    }
}
