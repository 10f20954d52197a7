import BatchVideo
import Foundation

struct SQLQueue: JobQueue {
    let database: any SQLDatabase

    /// Executions skipped in one claim; more than that wait for the next call.
    private static let mostSkipped = 100

    func claim(worker: String, lease: Duration, now: Date) async throws -> Claim? {
        // Idle workers ask often; only those who see work take the writer's place.
        guard try await database.read({ try Self.next($0, now, "") }) != nil else { return nil }
        return try await database.write { session in
            for _ in 0..<Self.mostSkipped {
                guard var execution = try Self.next(session, now, session.dialect.skipLocked) else { return nil }
                let user = try session.owner(of: execution.jobID)
                if let other = try Self.running(of: execution.jobID, session) {
                    try Self.skip(execution, for: other, user, session, now)
                    continue
                }
                execution.state = .running
                execution.epoch += 1
                execution.worker = worker.bounded(255)
                execution.leaseUntil = now.addingTimeInterval(lease.seconds)
                execution.notBefore = nil
                execution.startedAt = now
                execution.updatedAt = now
                execution.detail = ""
                execution.errorMessage = nil
                try session.save(execution)
                try session.tell(.started, execution, user: user)
                return Claim(
                    lease: Lease(
                        executionID: execution.id, jobID: execution.jobID, epoch: execution.epoch, worker: worker),
                    job: try Self.job(of: execution, session))
            }
            return nil
        }
    }

    func renew(_ lease: Lease, for length: Duration, now: Date) async throws -> LeaseAnswer {
        try await database.write { session in
            let execution = try session.held(lease)
            try session.run(
                "UPDATE job_executions SET lease_until = ?, updated_at = ? WHERE id = ?",
                now.addingTimeInterval(length.seconds), now, execution.id)
            return execution.cancelRequestedAt == nil ? .held : .cancelRequested
        }
    }

    func report(_ report: ExecutionReport, lease: Lease, now: Date) async throws {
        try await database.write { session in
            var execution = try session.held(lease)
            execution.detail = report.detail
            execution.percent = min(max(0, report.percent), 100)
            execution.metadata.steps = report.steps
            execution.updatedAt = now
            try session.save(execution)
            try session.tell(.progress, execution, user: session.owner(of: lease.jobID), data: report.data)
        }
    }

    func finish(_ outcome: ExecutionOutcome, lease: Lease, now: Date) async throws -> Execution {
        try await database.write { session in
            var execution = try session.held(lease)
            let event = execution.settle(outcome, now: now)
            try session.save(execution)
            try session.tell(event, execution, user: session.owner(of: lease.jobID))
            return execution
        }
    }

    func release(_ lease: Lease, now: Date) async throws {
        try await database.write { session in
            var execution = try session.held(lease)
            let isCancelled = execution.cancelRequestedAt != nil
            if isCancelled {
                execution.end(.cancelled, "cancelled", now: now)
            } else {
                execution.wait("its worker was shut down; waiting for another", notBefore: nil, now: now)
            }
            try session.save(execution)
            try session.tell(
                isCancelled ? .cancelled : .waiting, execution, user: session.owner(of: lease.jobID))
        }
    }

    func rescue(maxRetries: Int, owner: Owner, now: Date) async throws -> Int {
        try await database.write { session in
            let lost = try session.rows(
                """
                SELECT * FROM job_executions WHERE status = 'RUNNING' AND lease_until < ?
                ORDER BY id\(session.dialect.forUpdate)
                """, now
            ).map { try Execution(row: $0) }
            var rescued = 0
            for var execution in lost {
                let user = try session.owner(of: execution.jobID)
                guard owner == .everyone || user == owner.userID else { continue }
                let event = execution.takeBack(maxRetries: maxRetries, now: now)
                try session.save(execution)
                try session.tell(event, execution, user: user)
                rescued += 1
            }
            return rescued
        }
    }

    func nextDue() async throws -> Date? {
        try await database.read { session in
            // Those that may run at once have no time and come first.
            let row = try session.row(
                """
                SELECT not_before, created_at FROM job_executions WHERE status = 'PENDING'
                ORDER BY not_before LIMIT 1
                """)
            return try row.flatMap { try $0.optionalDate("not_before") ?? $0.date("created_at") }
        }
    }
}

extension SQLQueue {
    private static func next(
        _ session: any SQLSession, _ now: Date, _ lock: String
    ) throws -> Execution? {
        try session.row(
            """
            SELECT * FROM job_executions WHERE status = 'PENDING' AND (not_before IS NULL OR not_before <= ?)
            ORDER BY runorder, job_id, id LIMIT 1\(lock)
            """, now
        ).map { try Execution(row: $0) }
    }

    private static func running(of job: Int, _ session: any SQLSession) throws -> Execution? {
        try session.row("SELECT * FROM job_executions WHERE running_job_id = ?", job)
            .map { try Execution(row: $0) }
    }

    /// The job stands as the run that goes on.
    private static func skip(
        _ execution: Execution, for other: Execution, _ user: String?, _ session: any SQLSession, _ now: Date
    ) throws {
        var skipped = execution
        skipped.end(.skipped, "skipped: run \(other.id) of the same job was going on", now: now)
        try session.save(skipped)
        try session.run(
            "UPDATE jobs SET execution_id = ?, status = ? WHERE id = ?", other.id, other.state, other.jobID)
        try session.tell(.skipped, skipped, user: user)
    }

    private static func job(of execution: Execution, _ session: any SQLSession) throws -> Job {
        let row = try session.row(
            """
            SELECT \(Job.whole) FROM jobs j JOIN job_executions e ON e.job_id = j.id WHERE e.id = ?
            """, execution.id)
        guard let row else { throw BatchVideoError.missing("job") }
        return try Job(row: row)
    }
}

extension SQLSession {
    /// The execution under that lease: the one fence that every write of a worker passes.
    func held(_ lease: Lease) throws -> Execution {
        let row = try row(
            """
            SELECT * FROM job_executions WHERE id = ? AND job_id = ? AND epoch = ? AND status = 'RUNNING'\
            \(dialect.forUpdate)
            """, lease.executionID, lease.jobID, lease.epoch)
        guard let row else {
            throw BatchVideoError(
                .conflict, "the lease was lost: another worker has the job, or it is over; write nothing more")
        }
        return try Execution(row: row)
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
