import BatchVideo
import Foundation

struct SQLShots: ShotStore {
    let database: any SQLDatabase

    func shots(of job: Int, owner: Owner) async throws -> [ShotRow] {
        try await database.read { session in
            _ = try session.job(job, owner)
            return try Self.stored(job, session)
        }
    }

    func edit(
        _ job: Int, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
    ) async throws -> [ShotRow] {
        try await database.write { session in
            let found = try session.jobToChange(job, owner)
            let before = try Self.stored(job, session)
            var shots = before
            try change(&shots)
            let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
            var seen: Set<Int> = []
            for place in shots.indices {
                shots[place].jobID = job
                shots[place].index = place
                // A row given twice (a split shot) is new the second time.
                if !seen.insert(shots[place].id).inserted { shots[place].id = 0 }
                guard shots[place] != old[shots[place].id] else { continue }
                if let earlier = old[shots[place].id] {
                    shots[place].version = earlier.version + 1
                    shots[place].createdAt = earlier.createdAt
                } else {
                    shots[place].id = 0
                    shots[place].version = 1
                    shots[place].createdAt = now
                }
                shots[place].updatedAt = now
            }
            guard shots != before else { return before }
            try Self.replace(shots, job, session)
            try session.append(StoredEvent(userID: found.userID, jobID: job, kind: .shotsChanged, at: now))
            return try Self.stored(job, session)
        }
    }

    func put(_ shots: [ShotRow], over read: [ShotRow], lease: Lease, now: Date) async throws {
        try await database.write { session in
            _ = try session.held(lease)
            let before = try Self.stored(lease.jobID, session)
            let read = Dictionary(read.map { ($0.id, $0) }) { first, _ in first }
            let merged = shots.enumerated().map { place, shot in
                let stored = shot.id == 0 ? nil : before.first { $0.id == shot.id }
                var row = stored.map { shot.keeping(changesTo: $0, since: read[$0.id] ?? $0) } ?? shot
                row.jobID = lease.jobID
                row.index = place
                guard row != stored else { return row }
                // A version never comes back for a place, whatever row stands there.
                row.id = stored?.id ?? 0
                row.version = max(stored?.version ?? 0, before.first { $0.index == place }?.version ?? 0) + 1
                row.createdAt = stored?.createdAt ?? now
                row.updatedAt = now
                return row
            }
            guard merged != before else { return }
            try Self.replace(merged, lease.jobID, session)
            try session.append(
                StoredEvent(
                    userID: session.owner(of: lease.jobID), jobID: lease.jobID,
                    executionID: lease.executionID, kind: .shotsChanged, at: now))
        }
    }

    /// All rows anew, ids kept: renumbering one by one would break the unique key on the way.
    private static func replace(_ shots: [ShotRow], _ job: Int, _ session: any SQLSession) throws {
        try session.run("DELETE FROM job_splits WHERE job_id = ?", job)
        for shot in shots {
            try session.run(
                """
                INSERT INTO job_splits (id, job_id, `index`, `start`, `end`, `text`, prompt, images,
                selected, video, locked, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                shot.id == 0 ? nil : shot.id, job, shot.index, shot.startMs, shot.endMs, shot.text,
                shot.prompt, StoredJSON.text(shot.images), shot.selected, shot.video,
                shot.isLocked, shot.version, shot.createdAt, shot.updatedAt)
        }
    }

    private static func stored(_ job: Int, _ session: any SQLSession) throws -> [ShotRow] {
        try session.rows("SELECT * FROM job_splits WHERE job_id = ? ORDER BY `index`", job).map { row in
            ShotRow(
                id: try row.int("id"), jobID: job, index: try row.int("index"),
                startMs: try row.int("start"), endMs: try row.int("end"), text: try row.text("text"),
                prompt: try row.optionalText("prompt"), images: try row.decoded("images"),
                selected: try row.optionalText("selected"), video: try row.optionalText("video"),
                isLocked: try row.bool("locked"), version: try row.int("version"),
                createdAt: try row.date("created_at"), updatedAt: try row.date("updated_at"))
        }
    }
}
