package import Foundation

/// A login of a user in one browser or program. Its tokens are worth nothing once it is ended.
package struct LoginSession: Sendable, Equatable {
    package var id: Int
    package var userID: String
    /// What the program calls itself, as it says (`User-Agent`).
    package var agent: String
    /// Where it was used last.
    package var address: String
    package var createdAt: Date
    package var lastUsedAt: Date
    /// When its latest token ends.
    package var expiresAt: Date

    /// However often it is renewed, a login lasts no longer than 30 days.
    package static let longest: TimeInterval = 30 * 86_400

    package init(
        id: Int = 0, userID: String, agent: String, address: String, createdAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.agent = String(agent.prefix(255))
        self.address = address
        self.createdAt = createdAt
        lastUsedAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// Port: who is logged in where.
package protocol LoginSessionStore: Sendable {
    /// Stores a new one (`id` is chosen here) and forgets the user's expired ones.
    func begin(_ session: LoginSession) async throws -> LoginSession
    /// The living one with that id, its use noted at most once a minute; nil when unknown, expired or ended.
    func use(_ id: Int, address: String, now: Date) async throws -> LoginSession?
    /// Its latest token ends then.
    /// - Throws: `.notFound` when it was ended.
    func renew(_ id: Int, until: Date) async throws
    /// Living ones, the last used first.
    func list(owner: Owner, now: Date) async throws -> [LoginSession]
    /// - Throws: `.notFound`.
    func end(_ id: Int, owner: Owner) async throws
    /// Ends all of a user's but one; gives how many.
    func endAll(of userID: String, except kept: Int?) async throws -> Int
}
