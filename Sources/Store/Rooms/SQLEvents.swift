import BatchVideo
import Foundation

struct SQLEvents: EventLog {
    let database: any SQLDatabase

    private static let mostAtOnce = 1000

    func append(_ event: StoredEvent) async throws -> Int {
        try await database.write { try $0.append(event) }
    }

    func events(after id: Int, jobID: Int?, limit: Int, owner: Owner) async throws -> [StoredEvent] {
        try await database.read { session in
            var filter = SQLFilter("id > ?", id)
            filter.and(ownedBy: owner)
            if let jobID { filter.and("job_id = ?", jobID) }
            let count = min(max(0, limit), Self.mostAtOnce)
            return try session.query(
                "SELECT * FROM events WHERE \(filter.sql) ORDER BY id LIMIT ?",
                filter.arguments + [count.sqlValue]
            ).map { try StoredEvent(row: $0) }
        }
    }

    func lines(of job: Int, executionID: Int?, limit: Int, owner: Owner) async throws -> [StoredEvent] {
        try await database.read { session in
            _ = try session.job(job, owner)
            let kind = StoredEvent.Kind.log.rawValue
            let latest = try session.row(
                "SELECT MAX(execution_id) AS n FROM events WHERE job_id = ? AND kind = ?", job, kind)
            guard let run = try executionID ?? latest?.optionalInt("n") else { return [] }
            return try session.rows(
                "SELECT * FROM events WHERE job_id = ? AND execution_id = ? AND kind = ? ORDER BY id DESC LIMIT ?",
                job, run, kind, min(max(0, limit), Self.mostAtOnce)
            ).map { try StoredEvent(row: $0) }.reversed()
        }
    }

    func counts(after id: Int) async throws -> (counts: [StoredEvent.Kind: Int], latest: Int) {
        try await database.read { session in
            var counts: [StoredEvent.Kind: Int] = [:]
            var latest = id
            let rows = try session.rows(
                "SELECT kind, COUNT(*) AS n, MAX(id) AS latest FROM events WHERE id > ? GROUP BY kind", id)
            for row in rows {
                latest = max(latest, try row.int("latest"))
                if let kind = StoredEvent.Kind(rawValue: try row.text("kind")) { counts[kind] = try row.int("n") }
            }
            return (counts, latest)
        }
    }

    func latestID() async throws -> Int {
        try await database.read { try $0.count("SELECT COALESCE(MAX(id), 0) AS n FROM events") }
    }
}
