/// Who may call a route. Every route names one: there is no default.
enum Access: String, Sendable, CaseIterable {
    /// Anybody.
    case `public`
    /// Anybody logged in; what is read and written is the caller's own.
    case user
    /// The row named in the path must belong to the caller; else 404, as for a row that is not there.
    case owner
    /// As `owner`, but rows that belong to nobody are read by all.
    case shared
    /// As `user`, or with a one-use ticket in the query.
    case listener
    /// Users with the administrator's mark; others 403.
    case admin
    /// Holders of the service token; others 401.
    case service
    /// A signed URL that names user, file and expiry; others 403.
    case signature

    /// Whether the route wants a bearer token or session of a user.
    var needsUser: Bool {
        switch self {
        case .user, .owner, .shared, .listener, .admin: true
        case .public, .service, .signature: false
        }
    }
}

/// Who is calling.
package struct Caller: Sendable, Hashable {
    package var userID: String
    package var username: String
    package var isAdmin: Bool
    /// The `LoginSession` that the token belongs to; nil for keys and tokens of other issuers.
    package var loginID: Int?

    package init(userID: String, username: String, isAdmin: Bool, loginID: Int? = nil) {
        self.userID = userID
        self.username = username
        self.isAdmin = isAdmin
        self.loginID = loginID
    }
}
