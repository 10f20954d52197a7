extension Migration {
    /// Who is logged in where.
    static let logins = Migration(number: 6, name: "logins") { dialect in
        [
            """
            CREATE TABLE login_sessions (
            id \(dialect.autoID), user_id CHAR(36) NOT NULL, agent VARCHAR(255) NOT NULL,
            address VARCHAR(64) NOT NULL, created_at DATETIME(3) NOT NULL,
            last_used_at DATETIME(3) NOT NULL, expires_at DATETIME(3) NOT NULL,
            FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE)\(dialect.tableOptions)
            """,
            "CREATE INDEX idx_logins_user ON login_sessions (user_id)",
            "CREATE INDEX idx_logins_expiry ON login_sessions (expires_at)",
        ]
    }
}
