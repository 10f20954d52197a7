extension Migration {
    /// Jobs, their runs and their shots.
    ///
    /// `jobs.status` and `jobs.execution_id` repeat the run that counts, and `job_executions.runorder`
    /// the job's, so that lists and claims need one index each. `running_job_id` is the job's id
    /// while RUNNING and NULL otherwise: with its unique key a job has at most one running
    /// execution, also where there are no partial indexes. The largest columns come last, for
    /// SQLite reads a row up to the last column it needs.
    static let jobs = Migration(number: 2, name: "jobs") { dialect in
        let id = dialect.autoID
        let options = dialect.tableOptions
        return [
            """
            CREATE TABLE batches (
            id \(id), user_id CHAR(36), name VARCHAR(255) NOT NULL, idempotency_key VARCHAR(255),
            fingerprint VARCHAR(255) NOT NULL, created_at DATETIME(3) NOT NULL,
            CONSTRAINT uq_batches_key UNIQUE (user_id, idempotency_key),
            FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE)\(options)
            """,
            """
            CREATE TABLE jobs (
            id \(id), runorder INT NOT NULL, status VARCHAR(16) NOT NULL, execution_id BIGINT,
            user_id CHAR(36), account_id BIGINT, language_id BIGINT, voice_id BIGINT, topic_id BIGINT,
            batch_id BIGINT, speech_speed DOUBLE NOT NULL, is_horizontal BOOLEAN NOT NULL,
            version INT NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
            deleted_at DATETIME(3), title VARCHAR(255) NOT NULL, publish_title MEDIUMTEXT NOT NULL,
            extra MEDIUMTEXT NOT NULL, description MEDIUMTEXT NOT NULL, content MEDIUMTEXT NOT NULL,
            FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
            FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL,
            FOREIGN KEY (language_id) REFERENCES languages (id) ON DELETE SET NULL,
            FOREIGN KEY (voice_id) REFERENCES voices (id) ON DELETE SET NULL,
            FOREIGN KEY (topic_id) REFERENCES topics (id) ON DELETE SET NULL,
            FOREIGN KEY (batch_id) REFERENCES batches (id) ON DELETE SET NULL)\(options)
            """,
            "CREATE INDEX idx_deleted_runorder_id ON jobs (deleted_at, runorder, id)",
            "CREATE INDEX idx_deleted_id ON jobs (deleted_at, id)",
            "CREATE INDEX idx_deleted_status_id ON jobs (deleted_at, status, id)",
            "CREATE INDEX idx_user_deleted_id ON jobs (user_id, deleted_at, id)",
            "CREATE INDEX idx_user_deleted_status_id ON jobs (user_id, deleted_at, status, id)",
            "CREATE INDEX idx_user_status_runorder ON jobs (user_id, status, runorder)",
            "CREATE INDEX idx_account_deleted_id ON jobs (account_id, deleted_at, id)",
            "CREATE INDEX idx_language_deleted_id ON jobs (language_id, deleted_at, id)",
            "CREATE INDEX idx_topic_deleted_id ON jobs (topic_id, deleted_at, id)",
            "CREATE INDEX idx_batch_deleted_status_id ON jobs (batch_id, deleted_at, status, id)",
            "CREATE INDEX idx_user_deleted_title ON jobs (user_id, deleted_at, title)",
            "CREATE INDEX idx_voice ON jobs (voice_id)",
            """
            CREATE TABLE job_executions (
            id \(id), job_id BIGINT NOT NULL, status VARCHAR(16) NOT NULL, runorder INT NOT NULL,
            epoch BIGINT NOT NULL, running_job_id BIGINT, lease_until DATETIME(3),
            not_before DATETIME(3), cancel_requested_at DATETIME(3), retry_count INT NOT NULL,
            percent INT NOT NULL, worker_hostname VARCHAR(255), started_at DATETIME(3),
            finished_at DATETIME(3), created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
            status_detail VARCHAR(500) NOT NULL, error_message MEDIUMTEXT, result_key MEDIUMTEXT,
            execution_metadata MEDIUMTEXT NOT NULL,
            CONSTRAINT uq_executions_running UNIQUE (running_job_id),
            FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE)\(options)
            """,
            "CREATE INDEX idx_job_status ON job_executions (job_id, status)",
            "CREATE INDEX idx_status_created ON job_executions (status, created_at)",
            "CREATE INDEX idx_worker_status ON job_executions (worker_hostname, status)",
            "CREATE INDEX idx_status_order ON job_executions (status, runorder, job_id, id)",
            "CREATE INDEX idx_status_due ON job_executions (status, not_before)",
            "CREATE INDEX idx_status_lease ON job_executions (status, lease_until)",
            """
            CREATE TABLE job_splits (
            id \(id), job_id BIGINT NOT NULL, `index` INT NOT NULL, `start` BIGINT NOT NULL,
            `end` BIGINT NOT NULL, `text` MEDIUMTEXT NOT NULL, prompt MEDIUMTEXT,
            images MEDIUMTEXT NOT NULL, selected VARCHAR(255), video VARCHAR(255),
            locked BOOLEAN NOT NULL, version INT NOT NULL,
            created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
            CONSTRAINT uq_splits_index UNIQUE (job_id, `index`),
            FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE)\(options)
            """,
            """
            CREATE TABLE checkpoints (
            job_id BIGINT NOT NULL, stage VARCHAR(64) NOT NULL, unit VARCHAR(128) NOT NULL,
            fingerprint VARCHAR(255) NOT NULL, updated_at DATETIME(3) NOT NULL,
            `value` MEDIUMTEXT NOT NULL, PRIMARY KEY (job_id, stage, unit),
            FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE)\(options)
            """,
            """
            CREATE TABLE artifacts (
            execution_id BIGINT NOT NULL, role VARCHAR(64) NOT NULL, job_id BIGINT NOT NULL,
            `key` VARCHAR(255) NOT NULL, sha256 CHAR(64) NOT NULL, size_bytes BIGINT NOT NULL,
            `type` VARCHAR(255) NOT NULL, created_at DATETIME(3) NOT NULL,
            PRIMARY KEY (execution_id, role),
            FOREIGN KEY (execution_id) REFERENCES job_executions (id) ON DELETE CASCADE,
            FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE)\(options)
            """,
            "CREATE INDEX idx_artifacts_job ON artifacts (job_id)",
        ]
    }
}
