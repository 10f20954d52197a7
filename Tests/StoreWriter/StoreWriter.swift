import BatchVideo
import Foundation
import Store

/// Works on a database until it is killed, for `StoreCrashTests`: files jobs, claims what waits, keeps
/// checkpoints and finishes, and tells of everything that was committed, a line each.
@main
struct StoreWriter {
    static func main() async throws {
        let file = URL(filePath: CommandLine.arguments[1])
        let name = CommandLine.arguments[2]
        let stores = try await SQLStore(migrating: SQLiteDatabase(file: file), now: Date()).stores
        for number in 0..<100_000 {
            let job = try await stores.jobs.create(
                JobDraft(title: "\(name) \(number)", content: String(repeating: "text ", count: 200)),
                seed: 1, owner: .everyone, now: Date())
            tell("filed \(job.id)")
            guard let claim = try await stores.queue.claim(worker: name, lease: .seconds(60), now: Date())
            else { continue }
            tell("claimed \(claim.lease.executionID)")
            try await stores.checkpoints.put(
                CheckpointRow(
                    jobID: claim.job.id, stage: "script", fingerprint: "\(number)", value: "x", updatedAt: Date()),
                lease: claim.lease)
            tell("kept \(claim.job.id)")
            _ = try await stores.queue.finish(
                .succeeded(resultKeys: ["cover_oss_key": "jobs/\(claim.job.id)/cover.jpg"]),
                lease: claim.lease, now: Date())
            tell("finished \(claim.lease.executionID)")
        }
    }

    /// One write each, not through a buffer: what is told has happened.
    private static func tell(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
