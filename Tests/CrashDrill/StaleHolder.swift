import BatchVideo
import Foundation
import Store

/// Claims an execution, tells of it and waits; once it is told to go on, it makes every kind of write that a worker
/// makes, under the lease it once had, and tells how many were refused.
///
/// Lines: "claimed JOB EXECUTION EPOCH", then "refused N of M" with the names of what was accepted.
struct StaleHolder: Sendable {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() async throws {
        let stores = try await SQLStore(migrating: SQLiteDatabase(file: options.database), now: Date()).stores
        let name = try options.text("name")
        let length = try options.milliseconds("lease-ms", or: 100)
        while let claim = try await stores.queue.claim(worker: name, lease: length, now: Date()) {
            let lease = claim.lease
            let call = try await stores.vendorCalls.begin(
                CallOrder(provider: "drill", operation: .speech, fingerprint: "held", estimate: .free),
                caps: .none, lease: lease, now: Date()).call
            Orphan.tell("claimed \(lease.jobID) \(lease.executionID) \(lease.epoch)")
            guard readLine() != nil else { return }
            var accepted: [String] = []
            let writes = Self.writes(stores, lease, call: call.id)
            for (name, write) in writes {
                do {
                    try await write()
                    accepted.append(name)
                } catch let error as BatchVideoError where error.code == .conflict {
                    continue  // as it must be
                }
            }
            let told = accepted.isEmpty ? "" : " but not " + accepted.joined(separator: ", ")
            Orphan.tell("refused \(writes.count - accepted.count) of \(writes.count)\(told)")
        }
    }

    private typealias Write = (name: String, run: @Sendable () async throws -> Void)

    private static func writes(_ stores: Stores, _ lease: Lease, call: Int) -> [Write] {
        let row = CheckpointRow(
            jobID: lease.jobID, stage: "stale", fingerprint: "stale", value: "stale", updatedAt: Date())
        let artifact = ArtifactRow(
            executionID: lease.executionID, jobID: lease.jobID, role: "stale", key: "stale", sha256: "0",
            sizeBytes: 1, type: "text/plain", createdAt: Date())
        let report = ExecutionReport(detail: "stale", percent: 1, steps: [])
        let ledger = stores.vendorCalls
        return [
            ("renew", { _ = try await stores.queue.renew(lease, for: .seconds(60), now: Date()) }),
            ("report", { try await stores.queue.report(report, lease: lease, now: Date()) }),
            ("checkpoint", { try await stores.checkpoints.put(row, lease: lease) }),
            ("drop", { try await stores.checkpoints.drop(stages: ["speech"], lease: lease) }),
            ("artifact", { try await stores.checkpoints.put(artifact, lease: lease) }),
            ("shots", { try await stores.shots.put([], over: [], lease: lease, now: Date()) }),
            (
                "call",
                {
                    _ = try await ledger.begin(
                        CallOrder(provider: "drill", operation: .speech, fingerprint: "stale", estimate: .free),
                caps: .none, lease: lease, now: Date())
                }
            ),
            ("accept", { try await ledger.accept(call, taskID: "stale", lease: lease, now: Date()) }),
            (
                "settle",
                {
                    try await ledger.settle(
                        call, succeeded: true, result: "stale", cost: .free, lease: lease, now: Date())
                }
            ),
            (
                "finish",
                { _ = try await stores.queue.finish(.succeeded(resultKeys: [:]), lease: lease, now: Date()) }
            ),
        ]
    }
}
