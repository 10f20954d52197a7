import BatchVideo
import Foundation

/// Catalogue rows of one kind.
struct SQLCatalog<Fields: CatalogColumns>: CatalogStore {
    let database: any SQLDatabase

    func create(_ fields: Fields, owner: Owner, now: Date) async throws -> CatalogRow<Fields> {
        try await database.write { session in
            try Self.check(fields.name, isFreeFor: owner.userID, except: nil, session)
            let columns: [(name: String, value: any SQLBindable)] =
                fields.columns + [
                    ("version", 1), ("created_at", now), ("updated_at", now), ("user_id", owner.userID),
                ]
            let names = columns.map { "`\($0.name)`" }.joined(separator: ", ")
            let marks = columns.map { _ in "?" }.joined(separator: ", ")
            let id = try session.execute(
                "INSERT INTO \(Fields.table) (\(names)) VALUES (\(marks))", columns.map(\.value.sqlValue)
            ).lastID
            return CatalogRow(
                id: id, userID: owner.userID, fields: fields, version: 1, createdAt: now, updatedAt: now)
        }
    }

    func list(_ page: Page, owner: Owner) async throws -> Paged<CatalogRow<Fields>> {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(visibleTo: owner)
            return try session.page(page, of: Fields.table, where: filter, Self.row)
        }
    }

    func find(_ id: Int, owner: Owner) async throws -> CatalogRow<Fields> {
        try await database.read { try Self.find(id, owner, $0) }
    }

    func find(named name: String, owner: Owner) async throws -> CatalogRow<Fields> {
        try await database.read { session in
            var filter = SQLFilter("`\(Fields.nameColumn)` = ?", name)
            filter.and(visibleTo: owner)
            let rows = try session.query(
                "SELECT * FROM \(Fields.table) WHERE \(filter.sql) ORDER BY user_id IS NULL, id LIMIT 1",
                filter.arguments)
            guard let found = rows.first else { throw BatchVideoError.missing(Fields.word) }
            return try Self.row(found)
        }
    }

    func update(
        _ id: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout Fields) throws -> Void
    ) async throws -> CatalogRow<Fields> {
        try await database.write { session in
            var row = try Self.findOwn(id, owner, session)
            if let ifVersion, ifVersion != row.version { throw Self.stale }
            let before = row.fields
            try change(&row.fields)
            if row.fields == before { return row }
            if row.fields.name != before.name {
                try Self.check(row.fields.name, isFreeFor: row.userID, except: id, session)
            }
            row.version += 1
            row.updatedAt = now
            let columns: [(name: String, value: any SQLBindable)] =
                row.fields.columns + [("version", row.version), ("updated_at", now)]
            let sets = columns.map { "`\($0.name)` = ?" }.joined(separator: ", ")
            _ = try session.execute(
                "UPDATE \(Fields.table) SET \(sets) WHERE id = ?",
                columns.map(\.value.sqlValue) + [id.sqlValue])
            return row
        }
    }

    func delete(_ id: Int, owner: Owner) async throws {
        try await database.write { session in
            _ = try Self.findOwn(id, owner, session)
            if let column = Fields.jobColumn {
                let jobs = try session.count(
                    "SELECT COUNT(*) AS n FROM jobs WHERE \(column) = ? AND deleted_at IS NULL", id)
                guard jobs == 0 else {
                    throw BatchVideoError(
                        .conflict,
                        "\(jobs) \(jobs == 1 ? "job uses" : "jobs use") this \(Fields.word): "
                            + "change or delete them first")
                }
            }
            try session.run("DELETE FROM \(Fields.table) WHERE id = ?", id)
        }
    }

    private static func find(_ id: Int, _ owner: Owner, _ session: any SQLSession) throws -> CatalogRow<Fields> {
        var filter = SQLFilter("id = ?", id)
        filter.and(visibleTo: owner)
        let rows = try session.query("SELECT * FROM \(Fields.table) WHERE \(filter.sql)", filter.arguments)
        guard let found = rows.first else { throw BatchVideoError.missing(Fields.word) }
        return try row(found)
    }

    /// For writing: a row the owner sees but does not own is shared.
    private static func findOwn(_ id: Int, _ owner: Owner, _ session: any SQLSession) throws -> CatalogRow<Fields> {
        let row = try find(id, owner, session)
        guard owner == .everyone || row.userID == owner.userID else {
            throw BatchVideoError(
                .forbidden, "this \(Fields.word) is shared by all and cannot be changed: make one of your own")
        }
        return row
    }

    /// The unique key of the table does not see shared rows, whose user is NULL, so this looks first.
    private static func check(
        _ name: String, isFreeFor user: String?, except id: Int?, _ session: any SQLSession
    ) throws {
        var filter = SQLFilter("`\(Fields.nameColumn)` = ?", name)
        if let user { filter.and("user_id = ?", user) } else { filter.and("user_id IS NULL") }
        let rows = try session.query(
            "SELECT id FROM \(Fields.table) WHERE \(filter.sql)\(session.dialect.forUpdate)", filter.arguments)
        guard try rows.allSatisfy({ try $0.int("id") == id }) else {
            throw BatchVideoError(
                .conflict, "there is a \(Fields.word) named \(name) already: choose another name",
                field: Fields.nameColumn)
        }
    }

    private static var stale: BatchVideoError {
        BatchVideoError(.conflict, "the \(Fields.word) was changed meanwhile: look at it again")
    }

    private static func row(_ row: SQLRow) throws -> CatalogRow<Fields> {
        CatalogRow(
            id: try row.int("id"), userID: try row.optionalText("user_id"), fields: try Fields(row: row),
            version: try row.int("version"), createdAt: try row.date("created_at"),
            updatedAt: try row.date("updated_at"))
    }
}
