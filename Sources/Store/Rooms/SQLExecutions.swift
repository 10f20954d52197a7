import BatchVideo
import Foundation

struct SQLExecutions: ExecutionStore {
    let database: any SQLDatabase

    func executions(of job: Int, owner: Owner) async throws -> [Execution] {
        try await database.read { session in
            _ = try session.job(job, owner)
            return try session.executions(of: job)
        }
    }

    func rerun(_ job: Int, from stage: String?, owner: Owner, now: Date) async throws -> Execution {
        try await database.write { try $0.rerun($0.jobToChange(job, owner), from: stage, now: now) }
    }

    func cancel(_ job: Int, owner: Owner, now: Date) async throws -> Execution {
        try await database.write { session in
            let found = try session.jobToChange(job, owner)
            let going = try session.executions(of: job, "status IN ('PENDING', 'RUNNING')")
            let cancelled = try going.map { try session.cancel($0, user: found.userID, now: now) }
            guard let latest = cancelled.first else {
                throw BatchVideoError(.conflict, "the job neither waits nor runs: there is nothing to cancel")
            }
            return latest
        }
    }

    func counts(owner: Owner) async throws -> [ExecutionState: Int] {
        try await database.read { session in
            var filter = SQLFilter("deleted_at IS NULL")
            filter.and(ownedBy: owner)
            return try session.countJobs(where: filter)
        }
    }

    func running(owner: Owner) async throws -> [RunningJob] {
        try await database.read { session in
            var filter = SQLFilter("e.status = ?", ExecutionState.running)
            filter.and(ownedBy: owner, "j.user_id")
            return try session.query(
                """
                SELECT \(Execution.joined), j.title AS job_title FROM job_executions e JOIN jobs j ON j.id = e.job_id
                WHERE \(filter.sql) ORDER BY e.started_at, e.id LIMIT 100
                """, filter.arguments
            ).map { RunningJob(title: try $0.text("job_title"), execution: try Execution(row: $0, prefix: "e_")) }
        }
    }
}

extension SQLSession {
    func rerun(_ job: Job, from stage: String?, now: Date) throws -> Execution {
        guard try executions(of: job.id, "status = 'PENDING'").isEmpty else {
            throw BatchVideoError(.conflict, "the job is waiting to be run already")
        }
        let metadata = ExecutionMetadata(seed: job.latest.metadata.seed, fromStage: stage)
        let execution = try fileExecution(
            of: job.id, runOrder: job.draft.runOrder, metadata: metadata, now: now)
        try tell(.waiting, execution, user: job.userID)
        return execution
    }

    /// A waiting execution ends at once; a running one's worker is asked to stop.
    func cancel(_ execution: Execution, user: String?, now: Date) throws -> Execution {
        var changed = execution
        changed.updatedAt = now
        if execution.state == .running {
            if execution.cancelRequestedAt == nil { changed.cancelRequestedAt = now }
            changed.detail = "stopping"
            try save(changed)
            try tell(.progress, changed, user: user)
        } else {
            changed.end(.cancelled, "cancelled before it ran", now: now)
            try save(changed)
            try tell(.cancelled, changed, user: user)
        }
        return changed
    }

    func countJobs(where filter: SQLFilter) throws -> [ExecutionState: Int] {
        var counts: [ExecutionState: Int] = [:]
        for row in try query(
            "SELECT status, COUNT(*) AS n FROM jobs WHERE \(filter.sql) GROUP BY status", filter.arguments)
        {
            if let state = ExecutionState(rawValue: try row.text("status")) { counts[state] = try row.int("n") }
        }
        return counts
    }
}
