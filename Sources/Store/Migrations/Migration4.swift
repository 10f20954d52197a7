extension Migration {
    /// Which clips films show, and consent to the use of voices. No foreign keys: a deleted film's
    /// clips were seen all the same.
    static let footage = Migration(number: 4, name: "footage") { dialect in
        [
            """
            CREATE TABLE footage_uses (
            job_id BIGINT NOT NULL, clip VARCHAR(255) NOT NULL, user_id CHAR(36),
            account_id BIGINT, batch_id BIGINT, used_at DATETIME(3) NOT NULL,
            PRIMARY KEY (job_id, clip))\(dialect.tableOptions)
            """,
            "CREATE INDEX idx_footage_account ON footage_uses (account_id, used_at)",
            "CREATE INDEX idx_footage_batch ON footage_uses (batch_id)",
            "ALTER TABLE voices ADD COLUMN consented_at DATETIME(3)",
        ]
    }
}
