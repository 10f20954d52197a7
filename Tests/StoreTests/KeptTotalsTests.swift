import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("Kept totals")
struct KeptTotalsTests {
    @Test("a list's length follows every change, of this program and of another on the same file")
    func follows() async throws {
        let folder = try TemporaryFolder("totals")
        func open() async throws -> Stores {
            let database = try SQLiteDatabase(file: folder.file("t.db"))
            return try await SQLStore(migrating: database, now: Date()).stores
        }
        let (ours, theirs) = (try await open(), try await open())
        var random = SeededRandom(seed: 12)
        var living: [Int] = []
        var failed = 0
        for step in 0..<300 {
            let stores = random.index(2) == 0 ? ours : theirs
            switch random.index(4) {
            case 0 where !living.isEmpty:
                let id = living.remove(at: random.index(living.count))
                let state = try await stores.jobs.find(id, owner: .everyone).latest.state
                failed -= state == .failed ? 1 : 0
                try await stores.jobs.delete(id, owner: .everyone, now: Date())
            case 1:
                if let claim = try await stores.queue.claim(
                    worker: "w", lease: .seconds(60), now: Date())
                {
                    _ = try await stores.queue.finish(
                        .failed(message: "no", retryAt: nil), lease: claim.lease, now: Date())
                    failed += 1
                }
            default:
                living.append(
                    try await stores.jobs.create(
                        JobDraft(title: "\(step)", content: "x"), seed: 1, owner: .everyone,
                        now: Date()
                    ).id)
            }
            for stores in [ours, theirs] {
                for _ in 0..<2 {
                    let all = try await stores.jobs.list(JobFilter(), Page(1, size: 1), owner: .everyone)
                    let lost = try await stores.jobs.list(
                        JobFilter(state: .failed), Page(1, size: 1), owner: .everyone)
                    #expect(all.total == living.count && lost.total == failed)
                }
            }
        }
        #expect(living.count > 20)
    }
}
