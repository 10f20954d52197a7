import BatchVideo
import Foundation

struct SQLBatches: BatchStore {
    let database: any SQLDatabase

    func create(_ draft: BatchDraft, seed: UInt64, owner: Owner, now: Date) async throws -> FiledBatch {
        try await database.write { session in
            if let earlier = try Self.repeated(draft, owner, session) { return earlier }
            let id = try session.run(
                """
                INSERT INTO batches (user_id, name, idempotency_key, fingerprint, created_at)
                VALUES (?, ?, ?, ?, ?)
                """, owner.userID, draft.name, draft.idempotencyKey, draft.fingerprint, now
            ).lastID
            var jobIDs: [Int] = []
            for (place, job) in draft.jobs.enumerated() {
                try session.check(job, owner: owner, prefix: "jobs[\(place)].")
                let jobID = try session.insert(job, batch: id, owner: owner, now: now)
                _ = try session.fileExecution(
                    of: jobID, runOrder: job.runOrder,
                    metadata: ExecutionMetadata(seed: Self.seed(seed, place)), now: now)
                jobIDs.append(jobID)
            }
            try session.append(
                StoredEvent(
                    userID: owner.userID, batchID: id, kind: .batchCreated,
                    data: ["jobs": .number(Double(jobIDs.count))], at: now))
            return FiledBatch(batch: try Self.find(id, owner, session), jobIDs: jobIDs, isRepeated: false)
        }
    }

    func list(_ page: Page, owner: Owner) async throws -> Paged<Batch> {
        try await database.read { session in
            var filter = SQLFilter("1 = 1")
            filter.and(ownedBy: owner)
            return try session.page(page, of: "batches", where: filter) { try Self.batch($0, session) }
        }
    }

    func find(_ id: Int, owner: Owner) async throws -> Batch {
        try await database.read { try Self.find(id, owner, $0) }
    }

    func cancel(_ id: Int, owner: Owner, now: Date) async throws -> Int {
        try await database.write { session in
            let batch = try Self.find(id, owner, session)
            let going = try session.rows(
                """
                SELECT e.* FROM job_executions e JOIN jobs j ON j.id = e.job_id
                WHERE j.batch_id = ? AND j.deleted_at IS NULL AND e.status IN ('PENDING', 'RUNNING')
                ORDER BY e.id\(session.dialect.forUpdate)
                """, id
            ).map { try Execution(row: $0) }
            for execution in going { _ = try session.cancel(execution, user: batch.userID, now: now) }
            return going.count
        }
    }

    func retryFailed(_ id: Int, owner: Owner, now: Date) async throws -> Int {
        try await database.write { session in
            _ = try Self.find(id, owner, session)
            let jobs = try session.rows(
                """
                SELECT id FROM jobs WHERE batch_id = ? AND deleted_at IS NULL
                AND status IN ('FAILED', 'CANCELLED') ORDER BY id\(session.dialect.forUpdate)
                """, id
            ).map { try $0.int("id") }
            for job in jobs { _ = try session.rerun(session.job(job, owner), from: nil, now: now) }
            return jobs.count
        }
    }

    private static func repeated(
        _ draft: BatchDraft, _ owner: Owner, _ session: any SQLSession
    ) throws -> FiledBatch? {
        guard let key = draft.idempotencyKey else { return nil }
        var filter = SQLFilter("idempotency_key = ?", key)
        if let user = owner.userID { filter.and("user_id = ?", user) } else { filter.and("user_id IS NULL") }
        let rows = try session.query(
            "SELECT * FROM batches WHERE \(filter.sql)\(session.dialect.forUpdate)", filter.arguments)
        guard let row = rows.first else { return nil }
        guard try row.text("fingerprint") == draft.fingerprint else {
            throw BatchVideoError(
                .conflict, "this idempotency key was used for other jobs: choose a new one")
        }
        let batch = try batch(row, session)
        let jobs = try session.rows("SELECT id FROM jobs WHERE batch_id = ? ORDER BY id", batch.id)
        return FiledBatch(batch: batch, jobIDs: try jobs.map { try $0.int("id") }, isRepeated: true)
    }

    private static func find(_ id: Int, _ owner: Owner, _ session: any SQLSession) throws -> Batch {
        var filter = SQLFilter("id = ?", id)
        filter.and(ownedBy: owner)
        guard let row = try session.query(
            "SELECT * FROM batches WHERE \(filter.sql)", filter.arguments).first
        else { throw BatchVideoError.missing("batch") }
        return try batch(row, session)
    }

    private static func batch(_ row: SQLRow, _ session: any SQLSession) throws -> Batch {
        let id = try row.int("id")
        return Batch(
            id: id, userID: try row.optionalText("user_id"), name: try row.text("name"),
            counts: try session.countJobs(where: SQLFilter("batch_id = ? AND deleted_at IS NULL", id)),
            createdAt: try row.date("created_at"))
    }

    private static func seed(_ seed: UInt64, _ place: Int) -> UInt64 {
        var hash = StableHash()
        hash.add(seed)
        hash.add(UInt64(place))
        return hash.value.safeSeed
    }
}
