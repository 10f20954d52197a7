import BatchVideo
import Foundation

/// How an execution lies in `job_executions`.
extension Execution {
    static let columns = [
        "id", "job_id", "status", "runorder", "epoch", "lease_until", "not_before",
        "cancel_requested_at", "retry_count", "percent", "worker_hostname", "started_at",
        "finished_at", "created_at", "updated_at", "status_detail", "error_message", "result_key",
        "execution_metadata",
    ]
    /// For joins, where `id` alone would be anybody's.
    static let joined = columns.map { "e.\($0) AS e_\($0)" }.joined(separator: ", ")

    init(row: SQLRow, prefix: String = "") throws {
        func name(_ column: String) -> String { prefix + column }
        guard let state = ExecutionState(rawValue: try row.text(name("status"))) else {
            throw BatchVideoError(.internal, "the database is damaged or foreign: unknown execution status")
        }
        self.init(
            id: try row.int(name("id")), jobID: try row.int(name("job_id")), state: state,
            detail: try row.text(name("status_detail")), percent: try row.int(name("percent")),
            resultKeys: try row.optionalText(name("result_key")) == nil
                ? [:] : try row.decoded(name("result_key")),
            worker: try row.optionalText(name("worker_hostname")), epoch: try row.int(name("epoch")),
            leaseUntil: try row.optionalDate(name("lease_until")),
            notBefore: try row.optionalDate(name("not_before")),
            startedAt: try row.optionalDate(name("started_at")),
            finishedAt: try row.optionalDate(name("finished_at")),
            retryCount: try row.int(name("retry_count")),
            errorMessage: try row.optionalText(name("error_message")),
            cancelRequestedAt: try row.optionalDate(name("cancel_requested_at")),
            metadata: try row.decoded(name("execution_metadata")),
            createdAt: try row.date(name("created_at")), updatedAt: try row.date(name("updated_at")))
    }

    var resultKeyText: String? {
        resultKeys.isEmpty ? nil : JSONValue.object(resultKeys.mapValues(JSONValue.string)).text
    }
}

extension SQLSession {
    /// Files a waiting execution that becomes the one that counts for its job.
    func fileExecution(
        of job: Int, runOrder: Int, metadata: ExecutionMetadata, now: Date
    ) throws -> Execution {
        let id = try run(
            """
            INSERT INTO job_executions (job_id, status, runorder, epoch, retry_count, percent,
            created_at, updated_at, status_detail, execution_metadata) VALUES (?, ?, ?, 0, 0, 0, ?, ?, '', ?)
            """, job, ExecutionState.waiting, runOrder, now, now, StoredJSON.text(metadata)
        ).lastID
        try run("UPDATE jobs SET execution_id = ?, status = ? WHERE id = ?", id, ExecutionState.waiting, job)
        return Execution(id: id, jobID: job, state: .waiting, metadata: metadata, createdAt: now, updatedAt: now)
    }

    /// Writes a changed execution, and its job's status when it is the one that counts.
    func save(_ execution: Execution) throws {
        try run(
            """
            UPDATE job_executions SET status = ?, epoch = ?, running_job_id = ?, lease_until = ?,
            not_before = ?, cancel_requested_at = ?, retry_count = ?, percent = ?, worker_hostname = ?,
            started_at = ?, finished_at = ?, updated_at = ?, status_detail = ?, error_message = ?,
            result_key = ?, execution_metadata = ? WHERE id = ?
            """,
            execution.state, execution.epoch, execution.state == .running ? execution.jobID : nil,
            execution.leaseUntil, execution.notBefore, execution.cancelRequestedAt, execution.retryCount,
            execution.percent, execution.worker, execution.startedAt, execution.finishedAt,
            execution.updatedAt, execution.detail.bounded(500), execution.errorMessage?.bounded(10_000),
            execution.resultKeyText, StoredJSON.text(execution.metadata), execution.id)
        try run(
            "UPDATE jobs SET status = ? WHERE id = ? AND execution_id = ? AND status <> ?",
            execution.state, execution.jobID, execution.id, execution.state)
    }
}
