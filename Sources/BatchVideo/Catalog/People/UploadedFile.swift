package import Foundation

/// A file somebody brought, stored under a key.
package struct UploadedFile: Sendable, Equatable {
    package var key: String
    package var userID: String
    /// "logo", "cover", "voice", "media", "human".
    package var kind: String
    /// As the user called it.
    package var name: String
    package var sizeBytes: Int
    /// The media type found in the content: "image/png".
    package var type: String
    package var sha256: String
    package var createdAt: Date

    package init(
        key: String, userID: String, kind: String, name: String, sizeBytes: Int, type: String,
        sha256: String, createdAt: Date
    ) {
        self.key = key
        self.userID = userID
        self.kind = kind
        self.name = name
        self.sizeBytes = sizeBytes
        self.type = type
        self.sha256 = sha256
        self.createdAt = createdAt
    }
}

/// A moving upload and what became of it.
package struct UploadedClip: Sendable, Equatable {
    package var file: UploadedFile
    /// Shots that show it.
    package var used: Int
    package var lastUsedAt: Date?

    package init(file: UploadedFile, used: Int, lastUsedAt: Date?) {
        self.file = file
        self.used = used
        self.lastUsedAt = lastUsedAt
    }
}

/// Port: which file belongs to whom. The bytes lie elsewhere.
package protocol FileStore: Sendable {
    /// - Throws: `.limited` when the user would own more than `quotaBytes`; `.conflict` when the key is taken.
    func add(_ file: UploadedFile, quotaBytes: Int) async throws
    func find(_ key: String, owner: Owner) async throws -> UploadedFile
    /// Newest first; `kind` nil for all.
    func list(kind: String?, _ page: Page, owner: Owner) async throws -> Paged<UploadedFile>
    /// Clips whose name has `search` in it, newest first, with how many shots people gave them to.
    func clips(_ search: String?, _ page: Page, owner: Owner) async throws -> Paged<UploadedClip>
    /// Gives the row that was deleted, so that the bytes can follow.
    func delete(_ key: String, owner: Owner) async throws -> UploadedFile
    func usedBytes(owner: Owner) async throws -> Int
}
