import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let owners: [StoreCheck] = [
        StoreCheck("a foreign job does not exist, whatever is asked of it") { scene in
            let stores = scene.stores
            let job = try await scene.file()
            _ = try await scene.claimed()
            let (bob, now) = (scene.bob, scene.after(1))
            for id in [job.id, 9999] {
                await scene.refused(.notFound) { _ = try await stores.jobs.find(id, owner: bob) }
                await scene.refused(.notFound) {
                    _ = try await stores.jobs.update(id, ifVersion: nil, owner: bob, now: now) { $0.title = "x" }
                }
                await scene.refused(.notFound) { try await stores.jobs.delete(id, owner: bob, now: now) }
                await scene.refused(.notFound) { _ = try await stores.jobs.raisePriority(id, owner: bob, now: now) }
                await scene.refused(.notFound) { _ = try await stores.executions.executions(of: id, owner: bob) }
                await scene.refused(.notFound) {
                    _ = try await stores.executions.rerun(id, from: nil, owner: bob, now: now)
                }
                await scene.refused(.notFound) { _ = try await stores.executions.cancel(id, owner: bob, now: now) }
                await scene.refused(.notFound) { _ = try await stores.shots.shots(of: id, owner: bob) }
                await scene.refused(.notFound) {
                    _ = try await stores.shots.edit(id, owner: bob, now: now) { $0 = [] }
                }
                await scene.refused(.notFound) { _ = try await stores.checkpoints.artifacts(of: id, owner: bob) }
                await scene.refused(.notFound) { _ = try await stores.vendorCalls.calls(of: id, owner: bob) }
            }
            #expect(try await stores.jobs.list(JobFilter(), Page(), owner: bob).total == 0)
            #expect(try await stores.executions.counts(owner: bob).isEmpty)
            #expect(try await stores.events.events(after: 0, jobID: nil, limit: 100, owner: bob).isEmpty)
            #expect(try await stores.events.events(after: 0, jobID: job.id, limit: 100, owner: bob).isEmpty)
            #expect(try await scene.rescue(at: 100, owner: bob) == 0)
            #expect(try await scene.rescue(at: 100, owner: scene.alice) == 1)
        },
        StoreCheck("foreign batches, webhooks, keys and files do not exist") { scene in
            let stores = scene.stores
            let (bob, now) = (scene.bob, scene.after(1))
            let batch = try await stores.batches.create(
                BatchDraft(name: "b", jobs: [JobDraft(title: "t", content: "c")]), seed: 1,
                owner: scene.alice, now: now)
            await scene.refused(.notFound) { _ = try await stores.batches.find(batch.batch.id, owner: bob) }
            await scene.refused(.notFound) {
                _ = try await stores.batches.cancel(batch.batch.id, owner: bob, now: now)
            }
            await scene.refused(.notFound) {
                _ = try await stores.batches.retryFailed(batch.batch.id, owner: bob, now: now)
            }
            #expect(try await stores.batches.list(Page(), owner: bob).total == 0)

            let hook = try await stores.webhooks.create(
                Webhook(userID: "id-of-alice", url: "https://a", secret: "s", createdAt: now, updatedAt: now))
            try await scene.file()
            let delivery = try #require(
                try await stores.outbox.deliveries(of: hook.id, Page(), owner: scene.alice).items.first)
            await scene.refused(.notFound) {
                _ = try await stores.webhooks.update(hook.id, owner: bob, now: now) { $0.url = "https://b" }
            }
            await scene.refused(.notFound) { try await stores.webhooks.delete(hook.id, owner: bob) }
            await scene.refused(.notFound) { _ = try await stores.outbox.deliveries(of: hook.id, Page(), owner: bob) }
            await scene.refused(.notFound) { try await stores.outbox.replay(delivery.id, owner: bob, now: now) }
            #expect(try await stores.webhooks.list(owner: bob).isEmpty)

            let key = try await stores.apiKeys.create(
                APIKey(userID: "id-of-alice", name: "k", prefix: "bv_", hash: "h", createdAt: now))
            await scene.refused(.notFound) { try await stores.apiKeys.revoke(key.id, owner: bob, now: now) }
            #expect(try await stores.apiKeys.list(owner: bob).isEmpty)

            try await stores.files.add(scene.upload("f", bytes: 10), quotaBytes: 100)
            await scene.refused(.notFound) { _ = try await stores.files.find("f", owner: bob) }
            await scene.refused(.notFound) { _ = try await stores.files.delete("f", owner: bob) }
            #expect(try await stores.files.list(kind: nil, Page(), owner: bob).total == 0)
            #expect(try await stores.files.usedBytes(owner: bob) == 0)

            try await stores.audit.append(AuditEntry(userID: "id-of-alice", action: "login", at: now))
            #expect(try await stores.audit.list(Page(), owner: bob).total == 0)
        },
    ]
}

extension StoreScene {
    func upload(_ key: String, bytes: Int, kind: String = "logo") -> UploadedFile {
        UploadedFile(
            key: key, userID: "id-of-alice", kind: kind, name: "图.png", sizeBytes: bytes, type: "image/png",
            sha256: String(repeating: "0", count: 64), createdAt: start)
    }
}
