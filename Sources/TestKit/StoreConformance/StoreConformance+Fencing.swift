import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let fencing: [StoreCheck] = [
        StoreCheck("a worker that lost its lease to another is refused everything") { scene in
            let job = try await scene.file()
            let old = try await scene.claimed("same-name")
            #expect(try await scene.rescue(at: 14) == 0)
            #expect(try await scene.rescue(at: 16) == 1)
            let new = try await scene.claimed("same-name", at: 17)
            #expect(new.lease.executionID == old.lease.executionID)
            #expect(new.job.latest.retryCount == 1)

            await everyWrite(of: old.lease, isRefusedIn: scene)

            #expect(try await scene.latest(job.id).state == .running)
            #expect(try await scene.stores.checkpoints.checkpoints(of: job.id).isEmpty)
            #expect(try await scene.stores.queue.renew(new.lease, for: .seconds(15), now: scene.after(20)) == .held)
        },
        StoreCheck("a worker is refused everything between rescue and the next claim") { scene in
            try await scene.file()
            let old = try await scene.claimed()
            #expect(try await scene.rescue(at: 16) == 1)

            await everyWrite(of: old.lease, isRefusedIn: scene)
        },
        StoreCheck("a worker is refused everything after the job was done by another") { scene in
            let job = try await scene.file()
            let old = try await scene.claimed("same-name")
            _ = try await scene.rescue(at: 16)
            let new = try await scene.claimed("same-name", at: 17)
            _ = try await scene.stores.queue.finish(
                .succeeded(resultKeys: ["cover_oss_key": "new"]), lease: new.lease, now: scene.after(18))

            await everyWrite(of: old.lease, isRefusedIn: scene)
            await everyWrite(of: new.lease, isRefusedIn: scene)

            #expect(try await scene.latest(job.id).resultKeys == ["cover_oss_key": "new"])
        },
        StoreCheck("the epoch rises with every claim and is never lowered") { scene in
            try await scene.file()
            var epochs: [Int] = []
            for round in 0..<3 {
                let now = Double(round) * 100
                let claim = try await scene.claimed(at: now)
                epochs.append(claim.lease.epoch)
                switch round {
                case 0: try await scene.stores.queue.release(claim.lease, now: scene.after(now))
                case 1: _ = try await scene.rescue(at: now + 16)
                default:
                    _ = try await scene.stores.queue.finish(
                        .failed(message: "x", retryAt: scene.after(now)), lease: claim.lease, now: scene.after(now))
                }
            }
            epochs.append(try await scene.claimed(at: 400).lease.epoch)

            #expect(epochs == [1, 2, 3, 4])
        },
        StoreCheck("a late but unchallenged worker keeps its lease") { scene in
            try await scene.file()
            let claim = try await scene.claimed()

            let answer = try await scene.stores.queue.renew(claim.lease, for: .seconds(15), now: scene.after(100))

            #expect(answer == .held)
            #expect(try await scene.rescue(at: 101) == 0)
        },
    ]

    private static func everyWrite(of lease: Lease, isRefusedIn scene: StoreScene) async {
        let stores = scene.stores
        let now = scene.after(30)
        let lost = "lease was lost"
        await scene.refused(.conflict, lost) {
            _ = try await stores.queue.renew(lease, for: .seconds(15), now: now)
        }
        await scene.refused(.conflict, lost) {
            try await stores.queue.report(
                ExecutionReport(detail: "stale", percent: 1, steps: []), lease: lease, now: now)
        }
        await scene.refused(.conflict, lost) {
            _ = try await stores.queue.finish(
                .succeeded(resultKeys: ["cover_oss_key": "stale"]), lease: lease, now: now)
        }
        await scene.refused(.conflict, lost) { try await stores.queue.release(lease, now: now) }
        await scene.refused(.conflict, lost) {
            try await stores.checkpoints.put(
                CheckpointRow(
                    jobID: lease.jobID, stage: "script", fingerprint: "f", value: true, updatedAt: now),
                lease: lease)
        }
        await scene.refused(.conflict, lost) {
            try await stores.checkpoints.put(
                ArtifactRow(
                    executionID: lease.executionID, jobID: lease.jobID, role: "cover", key: "k",
                    sha256: "0", sizeBytes: 1, type: "image/png", createdAt: now), lease: lease)
        }
        await scene.refused(.conflict, lost) {
            try await stores.checkpoints.drop(stages: ["script"], lease: lease)
        }
        await scene.refused(.conflict, lost) { try await stores.shots.put([], over: [], lease: lease, now: now) }
        await scene.refused(.conflict, lost) {
            _ = try await stores.vendorCalls.begin(
                CallOrder(provider: "p", operation: .image, fingerprint: "f", estimate: .free),
                caps: .none, lease: lease, now: now)
        }
        await scene.refused(.conflict, lost) {
            try await stores.vendorCalls.accept(1, taskID: "t", lease: lease, now: now)
        }
        await scene.refused(.conflict, lost) {
            try await stores.vendorCalls.settle(
                1, succeeded: true, result: .null, cost: .free, lease: lease, now: now)
        }
    }
}
