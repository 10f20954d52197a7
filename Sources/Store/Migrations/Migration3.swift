extension Migration {
    /// Events, webhooks, keys, uploads, the ledger and the audit log. The last two have no foreign
    /// keys: they outlive what they tell of.
    static let platform = Migration(number: 3, name: "platform") { dialect in
        let id = dialect.autoID
        let options = dialect.tableOptions
        let user = "FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE"
        return [
            """
            CREATE TABLE events (
            id \(id), user_id CHAR(36), job_id BIGINT, execution_id BIGINT, batch_id BIGINT,
            kind VARCHAR(64) NOT NULL, created_at DATETIME(3) NOT NULL, data MEDIUMTEXT NOT NULL,
            \(user))\(options)
            """,
            "CREATE INDEX idx_events_user ON events (user_id, id)",
            "CREATE INDEX idx_events_job ON events (job_id, id)",
            "CREATE INDEX idx_events_created ON events (created_at)",
            """
            CREATE TABLE webhooks (
            id \(id), user_id CHAR(36) NOT NULL, url VARCHAR(2048) NOT NULL,
            secret VARCHAR(255) NOT NULL, kinds MEDIUMTEXT NOT NULL, active BOOLEAN NOT NULL,
            created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, \(user))\(options)
            """,
            "CREATE INDEX idx_webhooks_user ON webhooks (user_id)",
            """
            CREATE TABLE webhook_deliveries (
            id \(id), webhook_id BIGINT NOT NULL, event_id BIGINT NOT NULL, state VARCHAR(16) NOT NULL,
            attempts INT NOT NULL, next_attempt_at DATETIME(3) NOT NULL, last_status INT,
            last_error VARCHAR(500), created_at DATETIME(3) NOT NULL, finished_at DATETIME(3),
            FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE,
            FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE)\(options)
            """,
            "CREATE INDEX idx_deliveries_due ON webhook_deliveries (state, next_attempt_at)",
            "CREATE INDEX idx_deliveries_webhook ON webhook_deliveries (webhook_id, id)",
            "CREATE INDEX idx_deliveries_event ON webhook_deliveries (event_id)",
            """
            CREATE TABLE api_keys (
            id \(id), user_id CHAR(36) NOT NULL, name VARCHAR(255) NOT NULL,
            prefix VARCHAR(32) NOT NULL, hash CHAR(64) NOT NULL, created_at DATETIME(3) NOT NULL,
            expires_at DATETIME(3), last_used_at DATETIME(3), revoked_at DATETIME(3),
            CONSTRAINT uq_api_keys_hash UNIQUE (hash), \(user))\(options)
            """,
            "CREATE INDEX idx_api_keys_user ON api_keys (user_id)",
            """
            CREATE TABLE idempotency_keys (
            user_id CHAR(36) NOT NULL, `key` VARCHAR(255) NOT NULL, fingerprint VARCHAR(255) NOT NULL,
            status INT, `type` VARCHAR(255), created_at DATETIME(3) NOT NULL, body MEDIUMTEXT,
            PRIMARY KEY (user_id, `key`), \(user))\(options)
            """,
            "CREATE INDEX idx_idempotency_created ON idempotency_keys (created_at)",
            """
            CREATE TABLE uploads (
            `key` VARCHAR(255) NOT NULL PRIMARY KEY, user_id CHAR(36) NOT NULL,
            kind VARCHAR(32) NOT NULL, name VARCHAR(255) NOT NULL, size_bytes BIGINT NOT NULL,
            `type` VARCHAR(255) NOT NULL, sha256 CHAR(64) NOT NULL, created_at DATETIME(3) NOT NULL,
            \(user))\(options)
            """,
            "CREATE INDEX idx_uploads_user ON uploads (user_id, kind, created_at)",
            """
            CREATE TABLE vendor_calls (
            id \(id), user_id CHAR(36), job_id BIGINT NOT NULL, execution_id BIGINT NOT NULL,
            provider VARCHAR(64) NOT NULL, operation VARCHAR(64) NOT NULL,
            fingerprint VARCHAR(255) NOT NULL, state VARCHAR(16) NOT NULL, task_id VARCHAR(255),
            cost_micros BIGINT NOT NULL, currency VARCHAR(8) NOT NULL,
            created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
            result MEDIUMTEXT NOT NULL)\(options)
            """,
            "CREATE INDEX idx_vendor_calls_job ON vendor_calls (job_id, fingerprint)",
            "CREATE INDEX idx_vendor_calls_user ON vendor_calls (user_id, created_at)",
            """
            CREATE TABLE audit (
            id \(id), user_id CHAR(36), action VARCHAR(64) NOT NULL, subject VARCHAR(255) NOT NULL,
            address VARCHAR(64) NOT NULL, created_at DATETIME(3) NOT NULL,
            detail MEDIUMTEXT NOT NULL)\(options)
            """,
            "CREATE INDEX idx_audit_user ON audit (user_id, id)",
            "CREATE TABLE turns (name VARCHAR(255) NOT NULL PRIMARY KEY, slot DATETIME(3) NOT NULL)\(options)",
        ]
    }
}
