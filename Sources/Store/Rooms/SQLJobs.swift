import BatchVideo
import Foundation

struct SQLJobs: JobStore {
    let database: any SQLDatabase
    private let totals = KeptTotals()

    init(database: any SQLDatabase) { self.database = database }

    func create(
        _ draft: JobDraft, seed: UInt64, receipt: Receipt?, owner: Owner, now: Date
    ) async throws -> Job {
        try await database.write { session in
            try session.check(draft, owner: owner)
            let id = try session.insert(draft, batch: nil, owner: owner, now: now)
            let execution = try session.fileExecution(
                of: id, runOrder: draft.runOrder, metadata: ExecutionMetadata(seed: seed.safeSeed), now: now)
            try session.append(StoredEvent(userID: owner.userID, jobID: id, kind: .jobCreated, at: now))
            if let receipt { try session.keep(receipt, for: id) }
            return Job(
                id: id, userID: owner.userID, batchID: nil, draft: draft, latest: execution, version: 1,
                createdAt: now, updatedAt: now)
        }
    }

    func list(_ filter: JobFilter, _ page: Page, owner: Owner) async throws -> Paged<Job> {
        try await database.read { [totals] session in
            let wanted = Self.conditions(filter, owner, session.dialect)
            // The page's ids come from an index alone; only their rows are read whole.
            let rows = try session.query(
                """
                SELECT \(Job.listed) FROM (SELECT id FROM jobs WHERE \(wanted.sql)
                ORDER BY id DESC LIMIT ? OFFSET ?) page
                JOIN jobs j ON j.id = page.id JOIN job_executions e ON e.id = j.execution_id
                ORDER BY j.id DESC
                """, wanted.arguments + [page.size.sqlValue, page.offset.sqlValue])
            let total = try totals.total(
                "SELECT COUNT(*) AS n FROM jobs WHERE \(wanted.sql)", wanted.arguments, in: session)
            return Paged(total: total, items: try rows.map(Job.init))
        }
    }

    func find(_ id: Int, owner: Owner) async throws -> Job {
        try await database.read { try $0.job(id, owner) }
    }

    func update(
        _ id: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout JobDraft) throws -> Void
    ) async throws -> Job {
        try await database.write { session in
            var job = try session.jobToChange(id, owner)
            guard try session.executions(of: id, "status = 'RUNNING'").isEmpty else {
                throw BatchVideoError(.conflict, "the job is running: wait for its end or cancel it first")
            }
            if let ifVersion, ifVersion != job.version {
                throw BatchVideoError(.conflict, "the job was changed meanwhile: look at it again")
            }
            let before = job.draft
            try change(&job.draft)
            if job.draft == before { return job }
            // A row that was there when the job was filed may be used on, whoever owns it.
            try session.check(job.draft.changes(since: before), owner: owner)
            job.version += 1
            job.updatedAt = now
            try session.write(job.draft, to: id, version: job.version, now: now)
            try session.append(StoredEvent(userID: job.userID, jobID: id, kind: .jobUpdated, at: now))
            return job
        }
    }

    func delete(_ id: Int, owner: Owner, now: Date) async throws {
        try await database.write { session in
            let job = try session.jobToChange(id, owner)
            for execution in try session.executions(of: id, "status IN ('PENDING', 'RUNNING')") {
                _ = try session.cancel(execution, user: job.userID, now: now)
            }
            try session.run("UPDATE jobs SET deleted_at = ? WHERE id = ?", now, id)
            try session.append(StoredEvent(userID: job.userID, jobID: id, kind: .jobDeleted, at: now))
        }
    }

    func raisePriority(_ id: Int, owner: Owner, now: Date) async throws -> Int {
        try await database.write { session in
            var job = try session.jobToChange(id, owner)
            var waiting = SQLFilter("status = ?", ExecutionState.waiting)
            if let user = job.userID { waiting.and("user_id = ?", user) } else { waiting.and("user_id IS NULL") }
            let first = try session.query(
                "SELECT runorder FROM jobs WHERE \(waiting.sql) ORDER BY runorder LIMIT 1", waiting.arguments
            ).first?.int("runorder")
            job.draft.runOrder = (first ?? job.draft.runOrder) - 1
            try session.write(job.draft, to: id, version: job.version + 1, now: now)
            try session.append(StoredEvent(userID: job.userID, jobID: id, kind: .jobUpdated, at: now))
            return job.draft.runOrder
        }
    }

    private static func conditions(
        _ filter: JobFilter, _ owner: Owner, _ dialect: SQLDialect
    ) -> SQLFilter {
        var wanted = SQLFilter("deleted_at IS NULL")
        wanted.and(ownedBy: owner)
        if let state = filter.state { wanted.and("status = ?", state) }
        if let account = filter.accountID { wanted.and("account_id = ?", account) }
        if let language = filter.languageID { wanted.and("language_id = ?", language) }
        if let topic = filter.topicID { wanted.and("topic_id = ?", topic) }
        if let batch = filter.batchID { wanted.and("batch_id = ?", batch) }
        if let search = filter.search, !search.isEmpty {
            wanted.and(dialect.contains("title"), "%\(search.escapedForLike)%")
        }
        return wanted
    }
}

extension UInt64 {
    /// What `ExecutionMetadata.seed` allows.
    var safeSeed: UInt64 { self & 0x1F_FFFF_FFFF_FFFF }
}

extension JobDraft {
    /// This draft without the references that are as they were.
    fileprivate func changes(since old: JobDraft) -> JobDraft {
        var new = self
        if new.languageID == old.languageID { new.languageID = nil }
        if new.voiceID == old.voiceID { new.voiceID = nil }
        if new.topicID == old.topicID { new.topicID = nil }
        if new.accountID == old.accountID { new.accountID = nil }
        return new
    }
}

extension String {
    var escapedForLike: String {
        replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}
