import BatchVideo
import Foundation

struct SQLHousekeeping: Housekeeping {
    let database: any SQLDatabase

    /// Jobs removed per transaction, so that writers wait little; and transactions per call.
    private static let jobsAtOnce = 200
    private static let mostRounds = 500

    func prune(before date: Date, now: Date) async throws -> Pruned {
        var jobIDs: [Int] = []
        for _ in 0..<Self.mostRounds {
            let removed = try await removeJobs(deletedBefore: date)
            jobIDs += removed
            if removed.count < Self.jobsAtOnce { break }
        }
        let yesterday = now.addingTimeInterval(-86_400)
        let (executions, events, others) = try await database.write { session in
            let executions = try session.run(
                """
                DELETE FROM job_executions WHERE finished_at < ? AND status NOT IN ('PENDING', 'RUNNING')
                AND id NOT IN (SELECT execution_id FROM jobs WHERE execution_id IS NOT NULL)
                """, date
            ).changes
            var others = try session.run("DELETE FROM webhook_deliveries WHERE finished_at < ?", date).changes
            others += try session.run(
                "DELETE FROM idempotency_keys WHERE created_at < ?", yesterday).changes
            others += try session.run("DELETE FROM api_keys WHERE revoked_at < ?", date).changes
            others += try session.run("DELETE FROM login_sessions WHERE expires_at < ?", now).changes
            var events = try session.run("DELETE FROM events WHERE created_at < ?", date).changes
            events += try session.run(
                "DELETE FROM events WHERE created_at < ? AND kind IN (?, ?)", yesterday,
                StoredEvent.Kind.progress.rawValue, StoredEvent.Kind.log.rawValue
            ).changes
            return (executions, events, others)
        }
        return Pruned(jobIDs: jobIDs, executions: executions, events: events, others: others)
    }

    private func removeJobs(deletedBefore date: Date) async throws -> [Int] {
        try await database.write { session in
            let rows = try session.rows(
                """
                SELECT id FROM jobs j WHERE deleted_at < ? AND NOT EXISTS
                (SELECT 1 FROM job_executions e WHERE e.running_job_id = j.id) ORDER BY id LIMIT ?
                """, date, Self.jobsAtOnce)
            let ids = try rows.map { try $0.int("id") }
            for id in ids { try session.run("DELETE FROM jobs WHERE id = ?", id) }
            return ids
        }
    }

    func takeTurn(_ name: String, slot: Date) async throws -> Bool {
        try await database.write { session in
            let row = try session.row(
                "SELECT slot FROM turns WHERE name = ?\(session.dialect.forUpdate)", name)
            guard let row else {
                do {
                    try session.run("INSERT INTO turns (name, slot) VALUES (?, ?)", name, slot)
                    return true
                } catch let error as SQLError where error.kind == .unique {
                    return false
                }
            }
            guard try row.date("slot") < slot else { return false }
            try session.run("UPDATE turns SET slot = ? WHERE name = ?", slot, name)
            return true
        }
    }

    func ping() async throws {
        _ = try await database.read { try $0.count("SELECT COUNT(*) AS n FROM turns") }
    }
}
