import BatchVideo
import Foundation

struct SQLFiles: FileStore {
    let database: any SQLDatabase

    func add(_ file: UploadedFile, quotaBytes: Int) async throws {
        try await database.write { session in
            let used = try Self.used(by: .user(file.userID), session)
            guard used + file.sizeBytes <= quotaBytes else {
                throw BatchVideoError(
                    .limited, "your files would exceed \(quotaBytes / 1_000_000) MB: delete some first")
            }
            do {
                try session.run(
                    """
                    INSERT INTO uploads (`key`, user_id, kind, name, size_bytes, `type`, sha256, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, file.key, file.userID, file.kind, file.name.bounded(255), file.sizeBytes,
                    file.type, file.sha256, file.createdAt)
            } catch let error as SQLError where error.kind == .unique {
                throw BatchVideoError(.conflict, "there is a file under that key already", cause: error)
            }
        }
    }

    func find(_ key: String, owner: Owner) async throws -> UploadedFile {
        try await database.read { try Self.find(key, owner, $0) }
    }

    func list(kind: String?, _ page: Page, owner: Owner) async throws -> Paged<UploadedFile> {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(ownedBy: owner)
            if let kind { filter.and("kind = ?", kind) }
            return try session.page(
                page, of: "uploads", where: filter, order: "created_at DESC, `key`", UploadedFile.init)
        }
    }

    func clips(_ search: String?, _ page: Page, owner: Owner) async throws -> Paged<UploadedClip> {
        try await database.read { session in
            var filter = SQLFilter("`type` LIKE ?", "video/%")
            filter.and(ownedBy: owner)
            if let search, !search.isEmpty {
                filter.and(session.dialect.contains("name"), "%\(search.escapedForLike)%")
            }
            let files = try session.page(
                page, of: "uploads", where: filter, order: "created_at DESC, `key`", UploadedFile.init)
            let clips = try files.items.map { file in
                let uses = try session.row(
                    "SELECT COUNT(*) AS n, MAX(updated_at) AS latest FROM job_splits WHERE video = ?", file.key)
                return UploadedClip(
                    file: file, used: try uses?.int("n") ?? 0, lastUsedAt: try uses?.optionalDate("latest"))
            }
            return Paged(total: files.total, items: clips)
        }
    }

    func delete(_ key: String, owner: Owner) async throws -> UploadedFile {
        try await database.write { session in
            let file = try Self.find(key, owner, session)
            try session.run("DELETE FROM uploads WHERE `key` = ?", key)
            return file
        }
    }

    func usedBytes(owner: Owner) async throws -> Int {
        try await database.read { try Self.used(by: owner, $0) }
    }

    private static func used(by owner: Owner, _ session: any SQLSession) throws -> Int {
        var filter = SQLFilter("1 = 1")
        filter.and(ownedBy: owner)
        // MySQL sums to DECIMAL, which would come back as text.
        let sql = "SELECT size_bytes FROM uploads WHERE \(filter.sql)"
        return try session.query(sql, filter.arguments).reduce(0) { $0 + (try $1.int("size_bytes")) }
    }

    private static func find(_ key: String, _ owner: Owner, _ session: any SQLSession) throws -> UploadedFile {
        var filter = SQLFilter("`key` = ?", key)
        filter.and(ownedBy: owner)
        let rows = try session.query("SELECT * FROM uploads WHERE \(filter.sql)", filter.arguments)
        guard let row = rows.first else { throw BatchVideoError.missing("file") }
        return try UploadedFile(row: row)
    }
}

extension UploadedFile {
    fileprivate init(row: SQLRow) throws {
        self.init(
            key: try row.text("key"), userID: try row.text("user_id"), kind: try row.text("kind"),
            name: try row.text("name"), sizeBytes: try row.int("size_bytes"), type: try row.text("type"),
            sha256: try row.text("sha256"), createdAt: try row.date("created_at"))
    }
}
