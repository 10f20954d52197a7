import BatchVideo

extension BatchVideoError {
    /// What the user is told of a refused statement that nobody expected.
    init(_ error: SQLError) {
        switch error.kind {
        case .unique:
            self.init(.conflict, "such a row exists already", cause: error)
        case .foreignKey:
            self.init(.conflict, "another row that this one needs or that needs it is in the way", cause: error)
        case .busy:
            self.init(
                .unavailable, "the database is busy; try again in a moment", retry: .backoff, cause: error)
        case .full:
            self.init(
                .unwritable, "the disk of the database is full: make room", retry: .backoff, cause: error)
        case .readOnly:
            self.init(.unwritable, "the database may not be written to: check its permissions", cause: error)
        case .corrupt:
            self.init(
                .internal, "the database is damaged: run `batchvideo db check`, then restore a backup",
                cause: error)
        case .other:
            self.init(.internal, "the database refused a statement (code \(error.code))", cause: error)
        }
    }
}
