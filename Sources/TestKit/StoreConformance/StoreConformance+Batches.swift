import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let batches: [StoreCheck] = [
        StoreCheck("a batch is filed whole and counted") { scene in
            let drafts = (0..<5).map { JobDraft(title: "film \($0)", content: "text") }

            let filed = try await scene.stores.batches.create(
                BatchDraft(name: "five", jobs: drafts), seed: 1, owner: scene.alice, now: scene.start)

            #expect(filed.jobIDs.count == 5)
            #expect(filed.batch.counts == [.waiting: 5])
            let claim = try await scene.claimed()
            _ = try await scene.stores.queue.finish(
                .failed(message: "x", retryAt: nil), lease: claim.lease, now: scene.after(1))
            let jobs = try await scene.stores.jobs.list(
                JobFilter(batchID: filed.batch.id), Page(), owner: scene.alice)
            #expect(Set(jobs.items.map(\.latest.metadata.seed)).count == 5)
            let cancelled = try await scene.stores.batches.cancel(
                filed.batch.id, owner: scene.alice, now: scene.after(2))
            #expect(cancelled == 4)
            let batch = try await scene.stores.batches.find(filed.batch.id, owner: scene.alice)
            #expect(batch.counts == [.failed: 1, .cancelled: 4])
            #expect(batch.isOver)
            let retried = try await scene.stores.batches.retryFailed(
                filed.batch.id, owner: scene.alice, now: scene.after(3))
            #expect(retried == 5)
            let listed = try await scene.stores.batches.list(Page(), owner: scene.alice)
            #expect(listed.items.map(\.counts) == [[.waiting: 5]])
        },
        StoreCheck("a batch sent again creates nothing") { scene in
            let draft = BatchDraft(
                name: "b", jobs: [JobDraft(title: "t", content: "c")], idempotencyKey: "k", fingerprint: "f")
            let first = try await scene.stores.batches.create(draft, seed: 1, owner: scene.alice, now: scene.start)

            let second = try await scene.stores.batches.create(draft, seed: 2, owner: scene.alice, now: scene.after(1))

            #expect(!first.isRepeated)
            #expect(second.isRepeated)
            #expect(second.jobIDs == first.jobIDs)
            #expect(try await scene.stores.jobs.list(JobFilter(), Page(), owner: scene.alice).total == 1)
            var other = draft
            other.fingerprint = "g"
            await scene.refused(.conflict, "key") {
                _ = try await scene.stores.batches.create(other, seed: 1, owner: scene.alice, now: scene.start)
            }
            #expect(
                try await !scene.stores.batches.create(draft, seed: 1, owner: scene.bob, now: scene.start).isRepeated)
        },
        StoreCheck("a batch with one bad job files nothing and names the row") { scene in
            let drafts = [
                JobDraft(title: "good", content: "c"), JobDraft(title: "bad", content: "c", accountID: 99),
            ]
            do {
                _ = try await scene.stores.batches.create(
                    BatchDraft(name: "b", jobs: drafts), seed: 1, owner: scene.alice, now: scene.start)
                Issue.record("was not refused")
            } catch let error as BatchVideoError {
                #expect(error.field == "jobs[1].account_id")
            }
            #expect(try await scene.stores.jobs.list(JobFilter(), Page(), owner: .everyone).total == 0)
            #expect(try await scene.stores.batches.list(Page(), owner: .everyone).total == 0)
        },
    ]
}
