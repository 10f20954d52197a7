package import Foundation

/// What a kind of catalogue row holds besides its identity.
package protocol CatalogFields: Sendable, Equatable {
    /// What the row is called; unique among the rows of one user.
    var name: String { get set }
}

/// A thing that jobs choose from: a channel, a language, a voice, a topic, a template.
package struct CatalogRow<Fields: CatalogFields>: Sendable, Equatable {
    package var id: Int
    /// Nil: shared; everybody reads it, no user changes it.
    package var userID: String?
    package var fields: Fields
    /// Raised by one with every change.
    package var version: Int
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int, userID: String?, fields: Fields, version: Int, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.fields = fields
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// Port: the rows of one kind.
///
/// Users read their own rows and the shared ones and change only their own: changing a shared row is
/// `.forbidden`, anything else that is not theirs `.notFound`. A name that is taken is `.conflict`.
package protocol CatalogStore<Fields>: Sendable {
    associatedtype Fields: CatalogFields

    func create(_ fields: Fields, owner: Owner, now: Date) async throws -> CatalogRow<Fields>
    /// Newest first.
    func list(_ page: Page, owner: Owner) async throws -> Paged<CatalogRow<Fields>>
    func find(_ id: Int, owner: Owner) async throws -> CatalogRow<Fields>
    /// The row people mean by a name: the owner's own, else a shared one.
    func find(named name: String, owner: Owner) async throws -> CatalogRow<Fields>
    /// Reads, changes and writes the row in one transaction; `change` may run more than once.
    /// - Throws: `.conflict` when `ifVersion` is given and no longer the row's; what `change` throws.
    func update(
        _ id: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout Fields) throws -> Void
    ) async throws -> CatalogRow<Fields>
    /// - Throws: `.conflict` with their number when jobs use the row.
    func delete(_ id: Int, owner: Owner) async throws
}
