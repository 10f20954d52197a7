import BatchVideo
import Foundation

struct SQLCaptions: CaptionStore {
    let database: any SQLDatabase

    func captions(of job: Int, owner: Owner) async throws -> JobCaptions? {
        try await database.read { session in
            _ = try session.job(job, owner)
            return try Self.stored(job, session)
        }
    }

    func edit(
        _ job: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout JobCaptions) throws -> Void
    ) async throws -> JobCaptions {
        try await database.write { session in
            let found = try session.jobToChange(job, owner)
            guard let before = try Self.stored(job, session) else {
                throw BatchVideoError(.notFound, "the job has no captions yet; run it first")
            }
            if let ifVersion, ifVersion != before.version {
                throw BatchVideoError(.conflict, "the captions were changed meanwhile; load them again")
            }
            var track = before
            try change(&track)
            guard track.entries != before.entries else { return before }
            track.version += 1
            track.updatedAt = now
            try Self.write(track, session)
            try session.append(StoredEvent(userID: found.userID, jobID: job, kind: .shotsChanged, at: now))
            return track
        }
    }

    func put(
        _ entries: [JobCaptions.Entry], lead: MediaTime, over read: Int?, lease: Lease, now: Date
    ) async throws {
        try await database.write { session in
            _ = try session.held(lease)
            let before = try Self.stored(lease.jobID, session)
            var track = JobCaptions(
                jobID: lease.jobID, entries: entries, lead: lead, version: (before?.version ?? 0) + 1, updatedAt: now)
            if let before, before.version != read { track.keep(before) }
            guard track.entries != before?.entries || track.lead != before?.lead else { return }
            try Self.write(track, session)
        }
    }

    private static func write(_ track: JobCaptions, _ session: any SQLSession) throws {
        try session.run("DELETE FROM job_captions WHERE job_id = ?", track.jobID)
        try session.run(
            "INSERT INTO job_captions (job_id, cues, lead_ms, version, updated_at) VALUES (?, ?, ?, ?, ?)",
            track.jobID, StoredJSON.text(track.entries), track.lead.ms, track.version, track.updatedAt)
    }

    private static func stored(_ job: Int, _ session: any SQLSession) throws -> JobCaptions? {
        try session.row("SELECT * FROM job_captions WHERE job_id = ?", job).map { row in
            JobCaptions(
                jobID: job, entries: try row.decoded("cues"), lead: MediaTime(ms: try row.int("lead_ms")),
                version: try row.int("version"), updatedAt: try row.date("updated_at"))
        }
    }
}

extension JobCaptions {
    /// What people changed while the film was made.
    fileprivate mutating func keep(_ edited: JobCaptions) {
        var wishes: [CaptionChange.Caption: CaptionChange.Caption] = [:]
        for entry in edited.entries { wishes[entry.made] = entry.wanted }
        for place in entries.indices {
            if let wanted = wishes[entries[place].made] { entries[place].wanted = wanted }
        }
    }
}
