import BatchVideo
import Foundation

/// How a job lies in `jobs`, read together with the execution that counts.
extension Job {
    private static let light = [
        "id", "runorder", "user_id", "account_id", "language_id", "voice_id", "topic_id", "batch_id",
        "speech_speed", "is_horizontal", "version", "created_at", "updated_at", "title",
        "publish_title", "extra", "description",
    ]
    /// Everything; `content` is the largest column and lists do without.
    static let whole = (light + ["content"]).map { "j.\($0)" }.joined(separator: ", ") + ", " + Execution.joined
    static let listed = light.map { "j.\($0)" }.joined(separator: ", ") + ", '' AS content, " + Execution.joined

    init(row: SQLRow) throws {
        let draft = JobDraft(
            title: try row.text("title"), content: try row.text("content"),
            description: try row.text("description"), publishTitle: try row.text("publish_title"),
            runOrder: try row.int("runorder"), languageID: try row.optionalInt("language_id"),
            voiceID: try row.optionalInt("voice_id"), topicID: try row.optionalInt("topic_id"),
            accountID: try row.optionalInt("account_id"), speechSpeed: try row.double("speech_speed"),
            isHorizontal: try row.bool("is_horizontal"), extra: try row.json("extra"))
        self.init(
            id: try row.int("id"), userID: try row.optionalText("user_id"),
            batchID: try row.optionalInt("batch_id"), draft: draft,
            latest: try Execution(row: row, prefix: "e_"), version: try row.int("version"),
            createdAt: try row.date("created_at"), updatedAt: try row.date("updated_at"))
    }
}

extension SQLSession {
    /// A job that is there for the owner.
    func job(_ id: Int, _ owner: Owner) throws -> Job {
        var filter = SQLFilter("j.id = ? AND j.deleted_at IS NULL", id)
        filter.and(ownedBy: owner, "j.user_id")
        let rows = try query(
            """
            SELECT \(Job.whole) FROM jobs j JOIN job_executions e ON e.id = j.execution_id
            WHERE \(filter.sql)
            """, filter.arguments)
        guard let row = rows.first else { throw BatchVideoError.missing("job") }
        return try Job(row: row)
    }

    /// The same, locked for the rest of the transaction.
    func jobToChange(_ id: Int, _ owner: Owner) throws -> Job {
        _ = try rows("SELECT id FROM jobs WHERE id = ?\(dialect.forUpdate)", id)
        return try job(id, owner)
    }

    func executions(of job: Int, _ condition: String = "1 = 1") throws -> [Execution] {
        try rows(
            "SELECT * FROM job_executions WHERE job_id = ? AND \(condition) ORDER BY id DESC", job
        ).map { try Execution(row: $0) }
    }

    func insert(_ draft: JobDraft, batch: Int?, owner: Owner, now: Date) throws -> Int {
        try run(
            """
            INSERT INTO jobs (runorder, status, user_id, account_id, language_id, voice_id, topic_id,
            batch_id, speech_speed, is_horizontal, version, created_at, updated_at, title,
            publish_title, extra, description, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
            """,
            draft.runOrder, ExecutionState.waiting, owner.userID, draft.accountID, draft.languageID,
            draft.voiceID, draft.topicID, batch, draft.speechSpeed, draft.isHorizontal, now, now,
            draft.title, draft.publishTitle, draft.extra, draft.description, draft.content
        ).lastID
    }

    func write(_ draft: JobDraft, to job: Int, version: Int, now: Date) throws {
        try run(
            """
            UPDATE jobs SET runorder = ?, account_id = ?, language_id = ?, voice_id = ?, topic_id = ?,
            speech_speed = ?, is_horizontal = ?, version = ?, updated_at = ?, title = ?,
            publish_title = ?, extra = ?, description = ?, content = ? WHERE id = ?
            """,
            draft.runOrder, draft.accountID, draft.languageID, draft.voiceID, draft.topicID,
            draft.speechSpeed, draft.isHorizontal, version, now, draft.title, draft.publishTitle,
            draft.extra, draft.description, draft.content, job)
        try moveWaiting(of: job, to: draft.runOrder)
    }

    func moveWaiting(of job: Int, to runOrder: Int) throws {
        try run(
            "UPDATE job_executions SET runorder = ? WHERE job_id = ? AND status = ?", runOrder, job,
            ExecutionState.waiting)
    }

    /// - Throws: `.invalid` naming the field (after `prefix`) when a row the draft names is not there
    ///   for the owner.
    func check(_ draft: JobDraft, owner: Owner, prefix: String = "") throws {
        let references: [(Int?, String, String)] = [
            (draft.languageID, "languages", "language"), (draft.voiceID, "voices", "voice"),
            (draft.topicID, "topics", "topic"), (draft.accountID, "accounts", "account"),
        ]
        for (id, table, word) in references {
            guard let id else { continue }
            var filter = SQLFilter("id = ?", id)
            filter.and(visibleTo: owner)
            guard try query("SELECT id FROM \(table) WHERE \(filter.sql)", filter.arguments).first != nil else {
                throw BatchVideoError(
                    .invalid, "there is no \(word) \(id): choose one from the list",
                    field: "\(prefix)\(word)_id")
            }
        }
    }
}
