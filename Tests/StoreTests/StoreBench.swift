import BatchVideo
import Foundation
import Store
import TestKit
import Testing

/// Figures, not a test: `BATCHVIDEO_BENCH=1 swift test --filter StoreBench`.
@Suite("Store bench", .enabled(if: ProcessInfo.processInfo.environment["BATCHVIDEO_BENCH"] != nil))
struct StoreBench {
    @Test("50,000 jobs", .timeLimit(.minutes(20)))
    func lists() async throws {
        let folder = try TemporaryFolder("store-bench")
        let database = try SQLiteDatabase(file: folder.file("bench.sqlite"))
        let stores = try await SQLStore(migrating: database, now: Date()).stores
        let user = User(id: "u", name: "u", passwordHash: "-", createdAt: Date())
        try await stores.users.create(user)
        let owner = Owner.user("u")
        let text = String(repeating: "这是一段很长的文字。", count: 100)
        let clock = ContinuousClock()

        let filing = try await clock.measure {
            for batch in 0..<50 {
                let drafts = (0..<1000).map {
                    JobDraft(title: "第\(batch * 1000 + $0)集 Film", content: text, runOrder: $0 % 7)
                }
                _ = try await stores.batches.create(
                    BatchDraft(name: "b", jobs: drafts), seed: 1, owner: owner, now: Date())
            }
        }
        report("file 50,000 jobs", [filing])
        try await samples("first page with total", 200) {
            _ = try await stores.jobs.list(JobFilter(), Page(1, size: 20), owner: owner)
        }
        try await samples("first page with total, everyone", 100) {
            _ = try await stores.jobs.list(JobFilter(), Page(1, size: 20), owner: .everyone)
        }
        try await samples("first page by status", 100) {
            _ = try await stores.jobs.list(JobFilter(state: .waiting), Page(1, size: 20), owner: owner)
        }
        try await samples("page 500 of 100", 20) {
            _ = try await stores.jobs.list(JobFilter(), Page(500, size: 100), owner: owner)
        }
        try await samples("search in titles", 20) {
            _ = try await stores.jobs.list(JobFilter(search: "123"), Page(1, size: 20), owner: owner)
        }
        try await samples("counts", 50) { _ = try await stores.executions.counts(owner: owner) }
        try await samples("claim, report, finish", 1000) {
            guard let claim = try await stores.queue.claim(worker: "w", lease: .seconds(15), now: Date())
            else { return }
            let report = ExecutionReport(detail: "x", percent: 5, steps: [])
            try await stores.queue.report(report, lease: claim.lease, now: Date())
            _ = try await stores.queue.finish(.succeeded(resultKeys: [:]), lease: claim.lease, now: Date())
        }
        try await samples("raise priority", 100) {
            _ = try await stores.jobs.raisePriority(40_000, owner: owner, now: Date())
        }
        try await samples("file one job", 500) {
            _ = try await stores.jobs.create(
                JobDraft(title: "one", content: text), seed: 1, owner: owner, now: Date())
        }
        try database.close()
    }

    private func samples(_ name: String, _ count: Int, _ work: () async throws -> Void) async throws {
        var times: [Duration] = []
        for _ in 0..<count { times.append(try await ContinuousClock().measure(work)) }
        report(name, times)
    }

    private func report(_ name: String, _ times: [Duration]) {
        let ms = times.sorted().map {
            Double($0.components.seconds) * 1000 + Double($0.components.attoseconds) * 1e-15
        }
        let figures = [ms[ms.count / 2], ms[ms.count * 95 / 100], ms.last ?? 0]
            .map { ($0 * 100).rounded() / 100 }
        print("bench \(name): p50 \(figures[0]) ms, p95 \(figures[1]) ms, max \(figures[2]) ms")
    }
}
