import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let events: [StoreCheck] = [
        StoreCheck("events are told in order, from where a listener left off") { scene in
            let before = try await scene.stores.events.latestID()
            let job = try await scene.file()
            let claim = try await scene.claimed()
            let line = StoredEvent(
                userID: "id-of-alice", jobID: job.id, executionID: claim.lease.executionID, kind: .log,
                data: ["line": "painting"], at: scene.after(1))
            let id = try await scene.stores.events.append(line)
            _ = try await scene.stores.queue.finish(
                .succeeded(resultKeys: [:]), lease: claim.lease, now: scene.after(2))

            let all = try await scene.stores.events.events(after: before, jobID: nil, limit: 100, owner: scene.alice)
            let rest = try await scene.stores.events.events(after: id, jobID: job.id, limit: 100, owner: scene.alice)
            let one = try await scene.stores.events.events(after: before, jobID: nil, limit: 1, owner: .everyone)

            #expect(all.map(\.kind) == [.jobCreated, .started, .log, .succeeded])
            #expect(all.map(\.id) == all.map(\.id).sorted())
            #expect(all[2].data["line"] == "painting")
            #expect(rest.map(\.kind) == [.succeeded])
            #expect(rest[0].data["status"] == "已完成")
            #expect(one.map(\.kind) == [.jobCreated])
            #expect(try await scene.stores.events.latestID() == all.last?.id)
        },
        StoreCheck("webhooks hear of what they asked for, at least once") { scene in
            let stores = scene.stores
            func hook(_ kinds: [StoredEvent.Kind]) async throws -> Int {
                let stored = try await stores.webhooks.create(
                    Webhook(
                        userID: "id-of-alice", url: "https://example.org", secret: "s", kinds: kinds,
                        createdAt: scene.start, updatedAt: scene.start))
                return stored.id
            }
            let all = try await hook([])
            let failures = try await hook([.failed])
            try await scene.file()
            try await scene.file(owner: scene.bob)
            let claim = try await scene.claimed()
            try await stores.queue.report(
                ExecutionReport(detail: "x", percent: 1, steps: []), lease: claim.lease, now: scene.start)
            _ = try await stores.queue.finish(
                .failed(message: "m", retryAt: nil), lease: claim.lease, now: scene.start)

            let taken = try await stores.outbox.take(10, hold: .seconds(60), now: scene.after(1))
            #expect(taken.map(\.0.id) == [all, all, all, failures])
            #expect(taken.map(\.1.event.kind) == [.jobCreated, .started, .failed, .failed])
            #expect(taken.allSatisfy { $0.1.attempts == 1 })
            #expect(try await stores.outbox.take(10, hold: .seconds(60), now: scene.after(2)).isEmpty)

            try await stores.outbox.settle(taken[0].1.id, status: 200, error: nil, retryAt: nil, now: scene.after(3))
            try await stores.outbox.settle(
                taken[1].1.id, status: 500, error: "HTTP 500", retryAt: scene.after(10), now: scene.after(3))
            try await stores.outbox.settle(
                taken[2].1.id, status: nil, error: "gone", retryAt: nil, now: scene.after(3))
            let again = try await stores.outbox.take(10, hold: .seconds(60), now: scene.after(61))
            #expect(again.map(\.1.id) == [taken[1].1.id, taken[3].1.id])
            try await stores.outbox.replay(taken[2].1.id, owner: scene.alice, now: scene.after(62))
            let replayed = try await stores.outbox.take(10, hold: .seconds(60), now: scene.after(62))
            #expect(replayed.map(\.1.id) == [taken[2].1.id])
            let page = try await stores.outbox.deliveries(of: all, Page(), owner: scene.alice)
            #expect(page.items.map(\.state) == [.pending, .pending, .delivered])
        },
        StoreCheck("a user has a limited number of webhooks") { scene in
            let hook = Webhook(
                userID: "id-of-alice", url: "https://a", secret: "s", createdAt: scene.start, updatedAt: scene.start)
            for _ in 0..<20 { _ = try await scene.stores.webhooks.create(hook) }

            await scene.refused(.limited) { _ = try await scene.stores.webhooks.create(hook) }

            let first = try #require(try await scene.stores.webhooks.list(owner: scene.alice).first)
            let silenced = try await scene.stores.webhooks.update(first.id, owner: scene.alice, now: scene.after(1)) {
                $0.isActive = false
                $0.kinds = [.succeeded]
            }
            #expect(try await scene.stores.webhooks.list(owner: scene.alice).first == silenced)
            try await scene.stores.webhooks.delete(first.id, owner: scene.alice)
            #expect(try await scene.stores.webhooks.list(owner: scene.alice).count == 19)
        },
    ]

    static let ledger: [StoreCheck] = [
        StoreCheck("a call to a vendor is recorded before it is made and found after a crash") { scene in
            let job = try await scene.file()
            let first = try await scene.claimed()
            let (call, isNew) = try await begin(first.lease, scene)
            #expect(isNew)
            #expect(call.state == .begun)
            try await scene.stores.vendorCalls.accept(
                call.id, taskID: "task-9", lease: first.lease, now: scene.after(1))

            // The worker dies; another goes on.
            _ = try await scene.rescue(at: 16)
            let second = try await scene.claimed("w2", at: 17)
            let (found, isNewAgain) = try await begin(second.lease, scene)

            #expect(!isNewAgain)
            #expect(found.id == call.id)
            #expect(found.taskID == "task-9")
            try await scene.stores.vendorCalls.settle(
                call.id, succeeded: true, result: ["key": "k"], cost: VendorCost(micros: 40_000, currency: "USD"),
                lease: second.lease, now: scene.after(20))
            await scene.refused(.conflict, "ended") {
                try await scene.stores.vendorCalls.settle(
                    call.id, succeeded: false, result: .null, cost: .free, lease: second.lease, now: scene.after(21))
            }
            let calls = try await scene.stores.vendorCalls.calls(of: job.id, owner: scene.alice)
            #expect(calls.map(\.state) == [.succeeded])
            #expect(calls.map(\.costMicros) == [40_000])
            #expect(try await begin(second.lease, scene).call.result["key"] == "k")
        },
        StoreCheck("a call that failed is made anew") { scene in
            try await scene.file()
            let claim = try await scene.claimed()
            let (call, _) = try await begin(claim.lease, scene)
            try await scene.stores.vendorCalls.settle(
                call.id, succeeded: false, result: ["error": "busy"], cost: .free, lease: claim.lease,
                now: scene.after(1))

            let (again, isNew) = try await begin(claim.lease, scene)

            #expect(isNew)
            #expect(again.id != call.id)
        },
        StoreCheck("a call whose end nobody knows is given up on demand, is made anew and still counts") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()
            let (call, _) = try await begin(claim.lease, scene)
            await scene.refused(.conflict, "running") {
                _ = try await scene.stores.vendorCalls.giveUpLost(of: job.id, owner: scene.alice, now: scene.after(1))
            }
            await scene.refused(.notFound) {
                _ = try await scene.stores.vendorCalls.giveUpLost(of: job.id, owner: scene.bob, now: scene.after(1))
            }
            _ = try await scene.rescue(at: 16)

            let count = try await scene.stores.vendorCalls.giveUpLost(
                of: job.id, owner: scene.alice, now: scene.after(17))
            let second = try await scene.claimed("w2", at: 18)
            let (again, isNew) = try await begin(second.lease, scene)

            #expect(count == 1 && isNew && again.id != call.id)
            let calls = try await scene.stores.vendorCalls.calls(of: job.id, owner: scene.alice)
            #expect(calls.map(\.state) == [.lost, .begun])
            #expect(calls[0].costMicros == call.costMicros, "it may have been charged")
        },
        StoreCheck("a call that would pass a cap is refused, and what failed is no cost") { scene in
            try await scene.file()
            let claim = try await scene.claimed()
            let dear = VendorCost(micros: 600_000, currency: "USD")
            @Sendable func order(
                _ fingerprint: String, _ caps: SpendCaps, hours: Int = 0
            ) async throws -> VendorCall {
                let booked = try await scene.stores.vendorCalls.begin(
                    CallOrder(provider: "p", operation: .clip, fingerprint: fingerprint, estimate: dear),
                    caps: caps, lease: claim.lease, now: scene.after(Double(hours) * 3600))
                return booked.call
            }
            let perJob = SpendCaps(perJob: 1_000_000)
            let first = try await order("a", perJob)

            await scene.refused(.limited, "this film") { _ = try await order("b", perJob) }
            await scene.refused(.limited, "today") { _ = try await order("b", SpendCaps(perUserDay: 1_000_000)) }
            #expect(try await order("a", perJob).id == first.id)
            _ = try await order("c", SpendCaps(currency: "CNY", perJob: 1))
            try await scene.stores.vendorCalls.settle(
                first.id, succeeded: false, result: .null, cost: .free, lease: claim.lease, now: scene.after(1))
            try await scene.stores.vendorCalls.settle(
                try await order("c", .none).id, succeeded: true, result: .null,
                cost: VendorCost(micros: 400_000, currency: "USD"), lease: claim.lease, now: scene.after(1))

            _ = try await order("b", perJob)
            _ = try await order("d", SpendCaps(perUserDay: 1_000_000), hours: 48)
        },
        StoreCheck("checkpoints and artifacts replace themselves and outlive the worker") { scene in
            let job = try await scene.file()
            let first = try await scene.claimed()
            func put(_ unit: String, _ fingerprint: String, _ lease: Lease) async throws {
                try await scene.stores.checkpoints.put(
                    CheckpointRow(
                        jobID: job.id, stage: "narration", unit: unit, fingerprint: fingerprint,
                        value: ["file": .string(fingerprint)], updatedAt: scene.after(1)), lease: lease)
            }
            try await put("sentence-1", "a", first.lease)
            try await put("sentence-2", "b", first.lease)
            try await put("sentence-1", "c", first.lease)
            _ = try await scene.rescue(at: 16)
            let second = try await scene.claimed(at: 17)

            let kept = try await scene.stores.checkpoints.checkpoints(of: job.id)
            #expect(kept.map(\.fingerprint) == ["c", "b"])
            #expect(kept[0].value["file"] == "c")
            try await scene.stores.checkpoints.drop(stages: ["narration"], lease: second.lease)
            #expect(try await scene.stores.checkpoints.checkpoints(of: job.id).isEmpty)

            var cover = ArtifactRow(
                executionID: second.lease.executionID, jobID: job.id, role: "cover", key: "k1",
                sha256: String(repeating: "a", count: 64), sizeBytes: 1 << 33, type: "image/jpeg",
                createdAt: scene.after(18))
            try await scene.stores.checkpoints.put(cover, lease: second.lease)
            cover.key = "k2"
            try await scene.stores.checkpoints.put(cover, lease: second.lease)
            #expect(try await scene.stores.checkpoints.artifacts(of: job.id, owner: scene.alice) == [cover])
        },
    ]

    private static func begin(_ lease: Lease, _ scene: StoreScene) async throws -> (call: VendorCall, isNew: Bool) {
        try await scene.stores.vendorCalls.begin(
            CallOrder(
                provider: "flux", operation: .image, fingerprint: "f1",
                estimate: VendorCost(micros: 9_000, currency: "USD")), caps: .none, lease: lease,
            now: scene.after(1))
    }
}
