import BatchVideo
import Foundation

struct SQLFootage: FootageLedger {
    let database: any SQLDatabase

    func claim(_ wish: FootageWish, lease: Lease, now: Date) async throws -> [FootagePick] {
        try await database.write { session in
            let film = try Self.film(lease, session)
            try Self.queue(film, session)
            let candidates = Set(wish.shots.flatMap(\.candidates)).subtracting(wish.taken)
            for clip in try Self.clips(of: lease.jobID, session) where candidates.contains(clip) {
                try Self.forget(clip, lease.jobID, session)
            }
            let since = now.addingTimeInterval(-86_400 * Double(wish.restDays))
            let picks = wish.picks(after: try Self.uses(besides: film, since: since, session))
            for pick in picks { try Self.note(pick.key, film, now, session) }
            return picks
        }
    }

    func settle(_ shown: Set<String>, lease: Lease, now: Date) async throws {
        try await database.write { session in
            let film = try Self.film(lease, session)
            let known = Set(try Self.clips(of: lease.jobID, session))
            for clip in known.subtracting(shown) { try Self.forget(clip, lease.jobID, session) }
            for clip in shown.subtracting(known).sorted() { try Self.note(clip, film, now, session) }
        }
    }

    private struct Film {
        var job: Int
        var user: String?
        var account: Int?
        var batch: Int?
    }

    private static func film(_ lease: Lease, _ session: any SQLSession) throws -> Film {
        _ = try session.held(lease)
        guard let row = try session.row(
            "SELECT user_id, account_id, batch_id FROM jobs WHERE id = ?", lease.jobID)
        else { throw BatchVideoError.missing("job") }
        return Film(
            job: lease.jobID, user: try row.optionalText("user_id"),
            account: try row.optionalInt("account_id"), batch: try row.optionalInt("batch_id"))
    }

    private static func clips(of job: Int, _ session: any SQLSession) throws -> [String] {
        try session.rows("SELECT clip FROM footage_uses WHERE job_id = ?", job).map { try $0.text("clip") }
    }

    private static func forget(_ clip: String, _ job: Int, _ session: any SQLSession) throws {
        try session.run("DELETE FROM footage_uses WHERE job_id = ? AND clip = ?", job, clip)
    }

    private static func note(
        _ clip: String, _ film: Film, _ now: Date, _ session: any SQLSession
    ) throws {
        try session.run(
            """
            INSERT INTO footage_uses (job_id, clip, user_id, account_id, batch_id, used_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, film.job, clip, film.user, film.account, film.batch, now)
    }

    /// Films of one channel or batch choose one after another, also on engines with several writers.
    private static func queue(_ film: Film, _ session: any SQLSession) throws {
        let lock = session.dialect.forUpdate
        if let batch = film.batch { _ = try session.row("SELECT id FROM batches WHERE id = ?\(lock)", batch) }
        if let account = film.account { _ = try session.row("SELECT id FROM accounts WHERE id = ?\(lock)", account) }
    }

    /// What other films show: each batch's and channel's rows by their own index.
    private static func uses(
        besides film: Film, since: Date, _ session: any SQLSession
    ) throws -> [FootageUse] {
        var uses: [String: FootageUse] = [:]
        if let batch = film.batch {
            let rows = try session.rows(
                """
                SELECT clip, COUNT(*) AS films FROM footage_uses WHERE batch_id = ? AND job_id <> ?
                GROUP BY clip
                """, batch, film.job)
            for row in rows {
                let key = try row.text("clip")
                uses[key] = FootageUse(key: key, inBatch: try row.int("films"), last: nil)
            }
        }
        guard let account = film.account else { return Array(uses.values) }
        let rows = try session.rows(
            """
            SELECT clip, MAX(used_at) AS last FROM footage_uses WHERE account_id = ? AND used_at >= ?
            AND job_id <> ? GROUP BY clip
            """, account, since, film.job)
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
