/// For whom rows are read and written. A row of somebody else does not exist: `.notFound`.
package enum Owner: Hashable, Sendable {
    /// That user's own rows, and for reading also the shared ones.
    case user(String)
    /// Every row: administrators and the machinery. What it creates belongs to nobody (shared).
    case everyone

    package var userID: String? {
        switch self {
        case .user(let id): id
        case .everyone: nil
        }
    }
}
