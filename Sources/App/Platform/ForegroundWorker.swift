import BatchVideo
import Foundation
import Pipeline

/// A worker that ends when one job has.
struct ForegroundWorker: Sendable {
    let platform: Platform

    func run(until job: Int, _ api: any API) async throws {
        let logger = Logs.start(.warning)
        let studio = try Studio(platform.settings)
        let worker = platform.worker(studio, slots: 1, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            group.addTask {
                var shown = ""
                while true {
                    let now = try await api.get("/jobs/\(job)")
                    let state = now.text("execution_status")
                    if !["PENDING", "RUNNING"].contains(state) { return }
                    let line = "\(now.text("progress")) %  \(now.text("status_detail"))"
                    if line != shown { print(line) }
                    shown = line
                    try await Task.sleep(for: .seconds(1))
                }
            }
            try await group.next()
            group.cancelAll()
            try await group.waitForAll()
        }
        await studio.close()
    }
}
