import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let footage: [StoreCheck] = [
        StoreCheck("films of a batch show different clips while there are any, then the least shown") { scene in
            let leases = try await scene.running(3, in: "batch")
            let wish = FootageWish(shots: [.init(index: 4, candidates: ["x", "y"])], restDays: 30)

            let first = try await scene.stores.footage.claim(wish, lease: leases[0], now: scene.after(1))
            let second = try await scene.stores.footage.claim(wish, lease: leases[1], now: scene.after(2))
            let third = try await scene.stores.footage.claim(wish, lease: leases[2], now: scene.after(3))

            #expect(first == [FootagePick(shot: 4, key: "x", isReused: false)])
            #expect(second == [FootagePick(shot: 4, key: "y", isReused: false)])
            #expect(third == [FootagePick(shot: 4, key: "x", isReused: true)])
            let jobs = leases.map(\.jobID)
            let report = try await scene.stores.footage.reuse(in: 1, owner: scene.alice)
            #expect(
                report
                    == FootageReport(
                        shots: 3, clips: 2, reused: [.init(key: "x", jobs: [jobs[0], jobs[2]])]))
            await scene.refused(.notFound, "batch") {
                _ = try await scene.stores.footage.reuse(in: 1, owner: scene.bob)
            }
        },
        StoreCheck("the same film asked again gets the same clip; another shot keeps its own") { scene in
            let leases = try await scene.running(2, in: "batch")
            func claim(_ lease: Lease, _ shot: Int, _ keys: [String]) async throws -> [String] {
                try await scene.stores.footage.claim(
                    FootageWish(shots: [.init(index: shot, candidates: keys)], restDays: 30), lease: lease,
                    now: scene.after(1)
                ).map(\.key)
            }
            #expect(try await claim(leases[0], 1, ["x", "y"]) == ["x"])
            #expect(try await claim(leases[0], 2, ["z"]) == ["z"])
            #expect(try await claim(leases[1], 1, ["x", "y"]) == ["y"])
            #expect(try await claim(leases[0], 1, ["x", "y"]) == ["x"])
            #expect(try await scene.stores.footage.reuse(in: 1, owner: scene.alice).shots == 3)
        },
        StoreCheck("what a film shows no more is free again, and what it kept is noted") { scene in
            let leases = try await scene.running(2, in: "batch")
            func claim(_ lease: Lease, _ keys: [String]) async throws -> [FootagePick] {
                try await scene.stores.footage.claim(
                    FootageWish(shots: [.init(index: 1, candidates: keys)], restDays: 30), lease: lease,
                    now: scene.after(1))
            }
            #expect(try await claim(leases[0], ["x"]).map(\.key) == ["x"])
            try await scene.stores.footage.settle(["kept"], lease: leases[0], now: scene.after(2))

            #expect(try await claim(leases[1], ["x"]).map(\.isReused) == [false])
            #expect(try await claim(leases[1], ["kept"]).map(\.isReused) == [true])
        },
        StoreCheck("a channel does not show a clip again for its days of rest") { scene in
            let account = try await scene.stores.accounts.create(
                AccountFields(name: "a channel"), owner: scene.alice, now: scene.start)
            let wish = FootageWish(shots: [.init(index: 0, candidates: ["x", "y"])], restDays: 2)
            func shown(at seconds: Double) async throws -> [FootagePick] {
                _ = try await scene.stores.jobs.create(
                    JobDraft(title: "t", content: "c", accountID: account.id), seed: 1, owner: scene.alice,
                    now: scene.after(seconds))
                let lease = try await scene.claimed(at: seconds).lease
                return try await scene.stores.footage.claim(wish, lease: lease, now: scene.after(seconds))
            }
            #expect(try await shown(at: 0).map(\.key) == ["x"])
            #expect(try await shown(at: 86_400).map(\.key) == ["y"])
            let third = try await shown(at: 100_000)
            #expect(third.map(\.key) == ["x"] && third.map(\.isReused) == [true])
            let rested = try await shown(at: 100_000 + 86_400 * 2 + 1)
            #expect(rested.map(\.isReused) == [false])
        },
        StoreCheck("a run that lost its lease claims nothing") { scene in
            let lease = try await scene.running(1, in: "batch")[0]
            _ = try await scene.rescue(at: 60)
            await scene.refused(.conflict) {
                _ = try await scene.stores.footage.claim(
                    FootageWish(shots: [.init(index: 0, candidates: ["x"])], restDays: 1), lease: lease,
                    now: scene.after(61))
            }
            #expect(try await scene.stores.footage.reuse(in: 1, owner: scene.alice).shots == 0)
        },
    ]
}

extension StoreScene {
    /// The leases of a batch of alice's, all running.
    fileprivate func running(_ count: Int, in name: String) async throws -> [Lease] {
        let drafts = (0..<count).map { JobDraft(title: "film \($0)", content: "text") }
        _ = try await stores.batches.create(BatchDraft(name: name, jobs: drafts), seed: 1, owner: alice, now: start)
        var leases: [Lease] = []
        for _ in 0..<count { leases.append(try await claimed().lease) }
        return leases
    }
}
