import BatchVideo
import Foundation
import Logging
import Pipeline
import ServiceLifecycle
import Store

/// The real worker and the real maintenance, over small jobs.
struct DrillWorker: Sendable {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() async throws {
        Orphan.watch()
        let stores = try await SQLStore(migrating: SQLiteDatabase(file: options.database), now: Date()).stores
        let logger = DrillLog.logger("worker")
        let bell = WorkBell()
        var settings = WorkerSettings(name: try options.text("name"), slots: try options.int("slots", or: 2))
        settings.lease = try options.milliseconds("lease-ms", or: 15_000)
        settings.poll = .milliseconds(100)
        // Far more deaths than an installation sees: the default would give up jobs that are out of luck.
        settings.retries = RetryPolicy(delays: Array(repeating: .milliseconds(200), count: 100))
        var care = Maintenance.Settings()
        care.rescueInterval = try options.milliseconds("rescue-ms", or: 5_000)
        let runner = DrillRunner(
            stores: stores, shelf: ObjectShelf(try options.objects), drafts: try options.data,
            vendor: Loopback(port: try options.int("vendor")), lookEvery: .milliseconds(20))
        let worker = Worker(
            queue: stores.queue, runner: runner, settings: settings, bell: bell, logger: logger)
        let maintenance = Maintenance(
            stores: stores, settings: care, maxRetries: settings.retries.maximum, bell: bell,
            sweep: { _ in }, logger: logger)
        Orphan.tell("ready")
        try await ServiceGroup(services: [worker, maintenance], logger: logger).run()
    }
}

/// A small job: some units, each a call that is paid for and a checkpoint; then one file of all their results.
struct DrillRunner: JobRunner {
    let stores: Stores
    let shelf: ObjectShelf
    let drafts: URL
    let vendor: Loopback
    let lookEvery: Duration

    static let units = 4
    static let stage = "speech"

    func run(_ claim: Claim, _ desk: RunDesk) async throws -> [String: String] {
        let job = claim.job
        var results: [String] = []
        let known = try await stores.checkpoints.checkpoints(of: job.id)
        for unit in 0..<Self.units {
            try Task.checkCancellation()
            let work = Self.work(job.draft.title, unit)
            if let kept = known.first(where: { $0.unit == "\(unit)" && $0.fingerprint == work }),
                let result = kept.value.string
            {
                results.append(result)
                continue
            }
            let result = try await paid(work, desk.lease)
            try await stores.checkpoints.put(
                CheckpointRow(
                    jobID: job.id, stage: Self.stage, unit: "\(unit)", fingerprint: work,
                    value: .string(result), updatedAt: Date()),
                lease: desk.lease)
            results.append(result)
            desk.report(
                ExecutionReport(
                    detail: "unit \(unit)", percent: 100 * (unit + 1) / (Self.units + 1), steps: []))
        }
        return try await publish(results, job, desk.lease)
    }

    /// The title is the order's own name, so that a job filed twice would be seen in the vendor's account too.
    static func work(_ title: String, _ unit: Int) -> String { "\(title)/\(unit)" }
    static func text(_ results: [String]) -> String { results.joined(separator: "\n") + "\n" }

    /// Paid for once, whoever asks: recorded before the call, with the vendor's task as soon as it is known.
    private func paid(_ work: String, _ lease: Lease) async throws -> String {
        let ledger = stores.vendorCalls
        let (call, _) = try await ledger.begin(
            CallOrder(provider: "drill", operation: .speech, fingerprint: work, estimate: .free),
                caps: .none, lease: lease, now: Date())
        if call.state == .succeeded, let result = call.result.string { return result }
        let task: String
        if let known = call.taskID {
            task = known
        } else {
            task = try await ask("start ledger-\(call.id) \(work)", gives: "task")
            try await ledger.accept(call.id, taskID: task, lease: lease, now: Date())
        }
        while true {
            try Task.checkCancellation()
            if let result = try? await ask("look \(task)", gives: "done") {
                try await ledger.settle(
                    call.id, succeeded: true, result: .string(result),
                    cost: VendorCost(micros: 1_000, currency: "USD"), lease: lease, now: Date())
                return result
            }
            try await Task.sleep(for: lookEvery)
        }
    }

    private func ask(_ question: String, gives word: String) async throws -> String {
        let answer = try await vendor.ask(Array((question + "\n").utf8))
        let words = String(decoding: answer, as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 2, words[0] == word else {
            throw BatchVideoError(.unavailable, "the vendor does not say \(word)", retry: .backoff)
        }
        return words[1]
    }

    private func publish(_ results: [String], _ job: Job, _ lease: Lease) async throws -> [String: String] {
        let draft = drafts.appending(path: "draft-\(lease.executionID)-\(lease.epoch)")
        let text = Data(Self.text(results).utf8)
        try text.write(to: draft)
        defer { unlink(draft.path) }
        var hash = StableHash()
        hash.add(Self.text(results))
        let digest = String(hash.value, radix: 16)
        // Named by its content: a late copy is the same file.
        let key = "jobs/\(job.id)/\(digest).txt"
        try shelf.put(draft, as: key)
        try await stores.checkpoints.put(
            ArtifactRow(
                executionID: lease.executionID, jobID: job.id, role: "audio", key: key, sha256: digest,
                sizeBytes: text.count, type: "text/plain", createdAt: Date()),
            lease: lease)
        return ["audio_oss_key": key]
    }
}
