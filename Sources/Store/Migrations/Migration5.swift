extension Migration {
    /// The captions of films, with what people changed in them.
    static let captions = Migration(number: 5, name: "captions") { dialect in
        [
            """
            CREATE TABLE job_captions (
            job_id BIGINT NOT NULL PRIMARY KEY, cues MEDIUMTEXT NOT NULL, lead_ms INT NOT NULL,
            version INT NOT NULL, updated_at DATETIME(3) NOT NULL,
            FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE)\(dialect.tableOptions)
            """
        ]
    }
}
