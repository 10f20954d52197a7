import BatchVideo
import Foundation
import Logging
import Pipeline
import ServiceLifecycle
import Store
import Synchronization
import TestKit
import Testing

@Suite("Worker", .timeLimit(.minutes(20)))
struct WorkerTests {
    @Test("runs everything that is filed, several at once, and writes how it ended")
    func success() async throws {
        let desk = try await WorkDesk()
        for number in 0..<8 { _ = try await desk.file("job \(number)") }
        let runner = ScriptedRunner { claim, _ in ["audio_oss_key": "jobs/\(claim.job.id)/audio.mp3"] }

        try await desk.work(runner) { try await desk.isOver(8) }

        for job in try await desk.jobs() {
            #expect(job.latest.state == .succeeded && job.latest.percent == 100)
            #expect(job.latest.resultKeys["audio_oss_key"] == "jobs/\(job.id)/audio.mp3")
        }
        #expect(runner.runs == 8)
    }

    @Test("an error that can pass is tried again after a pause, any other ends the job")
    func failure() async throws {
        let desk = try await WorkDesk()
        let passing = try await desk.file("passing")
        let lasting = try await desk.file("lasting")
        let runner = ScriptedRunner { claim, _ in
            throw BatchVideoError(
                claim.job.id == passing ? .unavailable : .invalid, "no luck",
                retry: claim.job.id == passing ? .backoff : .never, stage: "visuals")
        }

        try await desk.work(runner) {
            guard try await desk.job(lasting).latest.state == .failed else { return false }
            return try await desk.job(passing).latest.retryCount == 1
        }

        let failed = try await desk.job(lasting).latest
        #expect(failed.errorMessage == "visuals: no luck" && failed.retryCount == 0)
        let waiting = try await desk.job(passing).latest
        let pause = try #require(waiting.notBefore).timeIntervalSince(waiting.updatedAt)
        #expect(waiting.state == .waiting && (60...66.1).contains(pause))
    }

    @Test("a person's cancelling reaches the runner, and the job ends as cancelled")
    func cancelling() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("long")
        let runner = ScriptedRunner { _, _ in
            try await Task.sleep(for: .seconds(600))
            return [:]
        }

        try await desk.work(runner) {
            if runner.runs == 1, try await desk.job(id).latest.cancelRequestedAt == nil,
                try await desk.job(id).latest.state == .running
            {
                _ = try await desk.stores.executions.cancel(id, owner: .everyone, now: Date())
            }
            return try await desk.job(id).latest.state == .cancelled
        }
        #expect(runner.cancelled == 1)
    }

    @Test("a shutdown hands unfinished work back and counts no try")
    func shutdown() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("long")
        let runner = ScriptedRunner { _, _ in
            try await Task.sleep(for: .seconds(600))
            return [:]
        }

        try await desk.work(runner) { runner.runs == 1 }

        let left = try await desk.job(id).latest
        #expect(left.state == .waiting && left.retryCount == 0 && runner.cancelled == 1)
        let claim = try await desk.stores.queue.claim(
            worker: "next", lease: .seconds(15), now: Date())
        #expect(claim?.job.id == id)
    }

    @Test("work is handed back only when its runner has let go of it")
    func handingBack() async throws {
        let desk = try await WorkDesk()
        _ = try await desk.file("tidy")
        let hasLetGo = Flag()
        let runner = ScriptedRunner { _, _ in
            do {
                try await Task.sleep(for: .seconds(600))
            } catch {
                // Children that take a moment to end.
                await Task.detached { try? await Task.sleep(for: .milliseconds(400)) }.value
                hasLetGo.set()
                throw error
            }
            return [:]
        }
        try await desk.work(runner) { runner.runs == 1 }
        #expect(hasLetGo.isSet)
    }

    @Test("when the lease is lost, the runner is stopped and nothing of it is written")
    func lostLease() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("stolen")
        let isStolen = Mutex(false)
        let runner = ScriptedRunner { _, desk in
            desk.report(ExecutionReport(detail: "mine", percent: 50, steps: []))
            try await Task.sleep(for: .seconds(600))
            return ["audio_oss_key": "stale"]
        }

        // One slot, which is busy: it cannot take the work back itself.
        try await desk.work(runner, change: { $0.slots = 1 }) {
            if runner.runs == 1, !isStolen.withLock({ $0 }) {
                // As if this process had been stopped for an hour.
                let later = Date().addingTimeInterval(3600)
                _ = try await desk.stores.queue.rescue(maxRetries: 3, owner: .everyone, now: later)
                let other = try await desk.stores.queue.claim(
                    worker: "other", lease: .seconds(6000), now: later)
                if let other {
                    _ = try await desk.stores.queue.finish(
                        .succeeded(resultKeys: ["audio_oss_key": "theirs"]), lease: other.lease,
                        now: later)
                    isStolen.withLock { $0 = true }
                }
            }
            return runner.cancelled >= 1
        }

        let latest = try await desk.job(id).latest
        #expect(latest.state == .succeeded && latest.resultKeys["audio_oss_key"] == "theirs")
    }

    @Test("what takes longer than the limit fails as a timeout and is not tried again")
    func limit() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("endless")
        let runner = ScriptedRunner { _, _ in
            try await Task.sleep(for: .seconds(600))
            return [:]
        }
        try await desk.work(runner, change: { $0.softLimit = .milliseconds(100) }) {
            try await desk.job(id).latest.state == .failed
        }
        #expect(try await desk.job(id).latest.errorMessage?.hasPrefix("timeout") == true)
        #expect(runner.runs == 1)
    }

    @Test("reports reach listeners while the work goes on")
    func reports() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("told")
        let runner = ScriptedRunner { _, desk in
            desk.report(ExecutionReport(detail: "shot 3 of 9", percent: 33, steps: []))
            try await Task.sleep(for: .seconds(600))
            return [:]
        }
        try await desk.work(runner) { try await desk.job(id).latest.percent == 33 }
        let events = try await desk.stores.events.events(after: 0, jobID: id, limit: 100, owner: .everyone)
        #expect(events.contains { $0.kind == .progress })
    }
}

@Suite("Maintenance")
struct MaintenanceTests {
    @Test("takes work from silent workers, does each slot's work once for all processes")
    func ticks() async throws {
        let desk = try await WorkDesk()
        let id = try await desk.file("left")
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        _ = try await desk.stores.queue.claim(worker: "dead", lease: .seconds(15), now: start)
        let swept = Mutex(0)
        let clock = Mutex(start.addingTimeInterval(10))
        func maintenance() -> Maintenance {
            Maintenance(
                stores: desk.stores, maxRetries: 3, bell: WorkBell(),
                sweep: { _ in swept.withLock { $0 += 1 } }, logger: desk.logger,
                now: { clock.withLock { $0 } })
        }

        await maintenance().tick()
        await maintenance().tick()
        #expect(swept.withLock { $0 } == 1)
        #expect(try await desk.job(id).latest.state == .running)

        clock.withLock { $0 = start.addingTimeInterval(16) }
        await maintenance().tick()
        let rescued = try await desk.job(id).latest
        #expect(rescued.state == .waiting && rescued.retryCount == 1)

        clock.withLock { $0 = start.addingTimeInterval(86_400) }
        await maintenance().tick()
        #expect(swept.withLock { $0 } == 2)
    }
}

/// A database in a temporary folder and a worker over it.
struct WorkDesk: Sendable {
    let folder: TemporaryFolder
    let stores: Stores
    let bell = WorkBell()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() async throws {
        folder = try TemporaryFolder("worker")
        let database = try SQLiteDatabase(file: folder.file("test.db"))
        stores = try await SQLStore(migrating: database, now: Date()).stores
    }

    func file(_ title: String) async throws -> Int {
        try await stores.jobs.create(
            JobDraft(title: title, content: "text"), seed: 7, owner: .everyone, now: Date()
        ).id
    }

    func job(_ id: Int) async throws -> Job { try await stores.jobs.find(id, owner: .everyone) }

    func jobs() async throws -> [Job] {
        try await stores.jobs.list(JobFilter(), Page(1, size: 100), owner: .everyone).items
    }

    func isOver(_ count: Int) async throws -> Bool {
        try await jobs().count { $0.latest.state.isOver } == count
    }

    /// Runs a worker until `isDone` says so, then shuts it down and waits for its end.
    func work(
        _ runner: some JobRunner, change: (inout WorkerSettings) -> Void = { _ in },
        until isDone: @Sendable @escaping () async throws -> Bool
    ) async throws {
        var settings = WorkerSettings(name: "test", slots: 3)
        settings.lease = .seconds(3)
        settings.poll = .milliseconds(50)
        change(&settings)
        let worker = Worker(
            queue: stores.queue, runner: runner, settings: settings, bell: bell, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            while try await !isDone() { try await Task.sleep(for: .milliseconds(30)) }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}

final class Flag: Sendable {
    private let state = Mutex(false)

    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}

/// Does what it is told and counts.
final class ScriptedRunner: JobRunner {
    private let script: @Sendable (Claim, RunDesk) async throws -> [String: String]
    private let counts = Mutex((runs: 0, cancelled: 0))

    init(_ script: @escaping @Sendable (Claim, RunDesk) async throws -> [String: String]) {
        self.script = script
    }

    var runs: Int { counts.withLock { $0.runs } }
    var cancelled: Int { counts.withLock { $0.cancelled } }

    func run(_ claim: Claim, _ desk: RunDesk) async throws -> [String: String] {
        counts.withLock { $0.runs += 1 }
        do {
            return try await script(claim, desk)
        } catch is CancellationError {
            counts.withLock { $0.cancelled += 1 }
            throw CancellationError()
        }
    }
}
