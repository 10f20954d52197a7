package import Foundation

/// A long-lived credential for programs. The key itself is shown once and never stored.
package struct APIKey: Sendable, Equatable {
    package var id: Int
    package var userID: String
    package var name: String
    /// The first characters, so that people recognise it.
    package var prefix: String
    /// SHA-256 of the key in lower-case hexadecimal digits.
    package var hash: String
    package var createdAt: Date
    package var expiresAt: Date?
    package var lastUsedAt: Date?
    package var revokedAt: Date?

    package init(
        id: Int = 0, userID: String, name: String, prefix: String, hash: String, createdAt: Date,
        expiresAt: Date? = nil, lastUsedAt: Date? = nil, revokedAt: Date? = nil
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.prefix = prefix
        self.hash = hash
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }
}

/// Port: API keys.
package protocol APIKeyStore: Sendable {
    /// Stores a new key (`id` is chosen here).
    /// - Throws: `.conflict` when the user has a living key of that name.
    func create(_ key: APIKey) async throws -> APIKey
    /// Newest first, revoked ones included.
    func list(owner: Owner) async throws -> [APIKey]
    /// The living key with that hash and its use noted; nil when unknown, expired or revoked.
    /// The use is noted at most once a minute, so that reading stays reading.
    func use(hash: String, now: Date) async throws -> APIKey?
    /// Revoking twice is fine.
    func revoke(_ id: Int, owner: Owner, now: Date) async throws
}
