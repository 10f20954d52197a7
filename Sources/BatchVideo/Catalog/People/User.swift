package import Foundation

/// Somebody who may use the platform.
package struct User: Sendable, Equatable {
    /// A UUID in lower case.
    package var id: String
    package var name: String
    /// A hash with its algorithm and cost in front (PHC string); never the password.
    package var passwordHash: String
    package var isAdmin: Bool
    package var createdAt: Date
    /// Set by logging in and by nothing else.
    package var lastLoginAt: Date?

    package init(
        id: String, name: String, passwordHash: String, isAdmin: Bool = false, createdAt: Date,
        lastLoginAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.passwordHash = passwordHash
        self.isAdmin = isAdmin
        self.createdAt = createdAt
        self.lastLoginAt = lastLoginAt
    }
}

/// Port: who may use the platform. Names are compared byte by byte.
package protocol UserStore: Sendable {
    /// - Throws: `.conflict` when the name or the id is taken.
    func create(_ user: User) async throws
    /// Nil when there is none: the caller decides what that means and takes equal time for it.
    func user(id: String) async throws -> User?
    func user(named name: String) async throws -> User?
    /// By name.
    func list(_ page: Page) async throws -> Paged<User>
    /// - Throws: `.notFound`; `.conflict` when the new name is taken. `id` and `createdAt` stay.
    func update(
        _ id: String, _ change: @escaping @Sendable (inout User) throws -> Void
    ) async throws -> User
    /// Deletes the user with all rows.
    /// - Throws: `.notFound`; `.conflict` while a job of theirs runs.
    func delete(_ id: String) async throws
}
