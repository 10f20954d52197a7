package import Foundation

/// Who did what to which thing.
package struct AuditEntry: Sendable, Equatable {
    package var id: Int
    /// Nil: nobody who is known, or the machinery.
    package var userID: String?
    /// "login", "job.delete", "key.create".
    package var action: String
    /// "job:12", "user:…"; empty for none.
    package var subject: String
    package var detail: JSONValue
    /// Where the request came from.
    package var address: String
    package var at: Date

    package init(
        id: Int = 0, userID: String?, action: String, subject: String = "",
        detail: JSONValue = .emptyObject, address: String = "", at: Date
    ) {
        self.id = id
        self.userID = userID
        self.action = action
        self.subject = subject
        self.detail = detail
        self.address = address
        self.at = at
    }
}

/// Port: the audit log. Nothing in it is ever changed.
package protocol AuditLog: Sendable {
    func append(_ entry: AuditEntry) async throws
    /// Newest first.
    func list(_ page: Page, owner: Owner) async throws -> Paged<AuditEntry>
}
