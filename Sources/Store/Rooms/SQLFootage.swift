import BatchVideo
import Foundation

struct SQLFootage: FootageLedger {
    let database: any SQLDatabase

    func claim(_ wish: FootageWish, lease: Lease, now: Date) async throws -> [FootagePick] {
        try await database.write { session in
            _ = try session.held(lease)
            guard let job = try session.row(
                "SELECT user_id, account_id, batch_id FROM jobs WHERE id = ?", lease.jobID)
            else { throw BatchVideoError.missing("job") }
            let (account, batch) = (try job.optionalInt("account_id"), try job.optionalInt("batch_id"))
            try Self.queue(account, batch, session)
            for shot in wish.shots {
                try session.run(
                    "DELETE FROM footage_uses WHERE job_id = ? AND shot = ?", lease.jobID, shot.index)
            }
            let since = now.addingTimeInterval(-86_400 * Double(wish.restDays))
            let uses = try Self.uses(by: lease.jobID, account, batch, since: since, session)
            let picks = wish.picks(after: uses)
            for pick in picks {
                try session.run(
                    """
                    INSERT INTO footage_uses (job_id, shot, clip, user_id, account_id, batch_id, used_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, lease.jobID, pick.shot, pick.key, try job.optionalText("user_id"), account, batch,
                    now)
            }
            return picks
        }
    }

    /// Films of one channel or batch choose one after another, also on engines with several writers.
    private static func queue(_ account: Int?, _ batch: Int?, _ session: any SQLSession) throws {
        let lock = session.dialect.forUpdate
        if let batch { _ = try session.row("SELECT id FROM batches WHERE id = ?\(lock)", batch) }
        if let account { _ = try session.row("SELECT id FROM accounts WHERE id = ?\(lock)", account) }
    }

    /// What other films show: each batch's and channel's rows by their own index.
    private static func uses(
        by job: Int, _ account: Int?, _ batch: Int?, since: Date, _ session: any SQLSession
    ) throws -> [FootageUse] {
        var uses: [String: FootageUse] = [:]
        if let batch {
            let rows = try session.rows(
                """
                SELECT clip, COUNT(*) AS films FROM footage_uses WHERE batch_id = ? AND job_id <> ?
                GROUP BY clip
                """, batch, job)
            for row in rows {
                let key = try row.text("clip")
                uses[key] = FootageUse(key: key, inBatch: try row.int("films"), last: nil)
            }
        }
        guard let account else { return Array(uses.values) }
        let rows = try session.rows(
            """
            SELECT clip, MAX(used_at) AS last FROM footage_uses WHERE account_id = ? AND used_at >= ?
            AND job_id <> ? GROUP BY clip
            """, account, since, job)
        for row in rows {
            let key = try row.text("clip")
            let last = try row.date("last")
            uses[key, default: FootageUse(key: key, inBatch: 0, last: nil)].last = last
        }
        return Array(uses.values)
    }

    func reuse(in batch: Int, owner: Owner) async throws -> FootageReport {
        try await database.read { session in
            var filter = SQLFilter("id = ?", batch)
            filter.and(ownedBy: owner)
            guard try !session.query("SELECT id FROM batches WHERE \(filter.sql)", filter.arguments).isEmpty
            else { throw BatchVideoError.missing("batch") }
            let rows = try session.rows(
                "SELECT clip, job_id FROM footage_uses WHERE batch_id = ? ORDER BY clip, job_id", batch)
            var jobs: [String: [Int]] = [:]
            for row in rows { jobs[try row.text("clip"), default: []].append(try row.int("job_id")) }
            let reused = jobs.filter { $0.value.count > 1 }
                .map { FootageReport.Clip(key: $0.key, jobs: $0.value) }
                .sorted { ($1.jobs.count, $0.key) < ($0.jobs.count, $1.key) }
            return FootageReport(shots: rows.count, clips: jobs.count, reused: reused)
        }
    }
}
