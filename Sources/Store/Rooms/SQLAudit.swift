import BatchVideo
import Foundation

struct SQLAudit: AuditLog {
    let database: any SQLDatabase

    func append(_ entry: AuditEntry) async throws {
        try await database.write { session in
            try session.run(
                """
                INSERT INTO audit (user_id, action, subject, address, created_at, detail)
                VALUES (?, ?, ?, ?, ?, ?)
                """, entry.userID, entry.action.bounded(64), entry.subject.bounded(255),
                entry.address.bounded(64), entry.at, entry.detail)
        }
    }

    func list(_ page: Page, owner: Owner) async throws -> Paged<AuditEntry> {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(ownedBy: owner)
            return try session.page(page, of: "audit", where: filter) { row in
                AuditEntry(
                    id: try row.int("id"), userID: try row.optionalText("user_id"),
                    action: try row.text("action"), subject: try row.text("subject"),
                    detail: try row.json("detail"), address: try row.text("address"),
                    at: try row.date("created_at"))
            }
        }
    }
}
