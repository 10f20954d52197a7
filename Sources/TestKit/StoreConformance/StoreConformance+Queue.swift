import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let queue: [StoreCheck] = [
        StoreCheck("eight workers claim three hundred jobs, each once") { scene in
            for number in 0..<300 { try await scene.file("film \(number)") }

            let claims = try await withThrowingTaskGroup(of: [Int].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var mine: [Int] = []
                        while let claim = try await scene.claim("w\(worker)") { mine.append(claim.lease.executionID) }
                        return mine
                    }
                }
                return try await group.reduce(into: [Int]()) { $0 += $1 }
            }

            #expect(claims.count == 300)
            #expect(Set(claims).count == 300)
            #expect(try await scene.stores.executions.counts(owner: scene.alice) == [.running: 300])
        },
        StoreCheck("what workers have in their hands is listed with its title, to its owner") { scene in
            for title in ["first", "second", "third"] { try await scene.file(title) }
            let first = try await scene.claimed("w1", at: 1)
            _ = try await scene.claimed("w2", at: 2)

            let running = try await scene.stores.executions.running(owner: scene.alice)
            #expect(running.map(\.title) == ["first", "second"])
            #expect(running.map(\.execution.worker) == ["w1", "w2"])
            #expect(running.first?.execution.startedAt == scene.after(1))
            #expect(try await scene.stores.executions.running(owner: .user("id-of-bob")).isEmpty)
            _ = try await scene.stores.queue.finish(.cancelled, lease: first.lease, now: scene.after(3))
            #expect(try await scene.stores.executions.running(owner: .everyone).map(\.title) == ["second"])
        },
        StoreCheck("claims go by run order, then by age") { scene in
            for order in [5, 0, -1, 0] { try await scene.file("order \(order)", runOrder: order) }

            var titles: [String] = []
            while let claim = try await scene.claim() { titles.append("\(claim.job.id) \(claim.job.draft.title)") }

            let ids = titles.compactMap { Int($0.split(separator: " ")[0]) }
            #expect(titles.map { $0.drop { $0 != "o" } } == ["order -1", "order 0", "order 0", "order 5"])
            #expect(ids[1] < ids[2])
        },
        StoreCheck("a claim carries the whole job and starts the clock") { scene in
            let job = try await scene.file("with text")

            let claim = try await scene.claimed("host-1", at: 3)

            #expect(claim.job.id == job.id)
            #expect(claim.job.draft.content == "Some text.")
            #expect(claim.job.latest.state == .running)
            #expect(claim.job.latest.startedAt == scene.after(3))
            #expect(claim.job.latest.leaseUntil == scene.after(18))
            #expect(claim.job.latest.worker == "host-1")
            #expect(claim.job.latest.metadata.seed == 7)
            #expect(claim.lease.epoch == 1)
        },
        StoreCheck("a run is skipped while another of its job is going on") { scene in
            let job = try await scene.file()
            let first = try await scene.claimed()
            let second = try await scene.stores.executions.rerun(
                job.id, from: nil, owner: scene.alice, now: scene.after(1))

            #expect(try await scene.claim("w2", at: 2) == nil)

            let runs = try await scene.stores.executions.executions(of: job.id, owner: scene.alice)
            #expect(runs.first { $0.id == second.id }?.state == .skipped)
            #expect(try await scene.latest(job.id).id == first.lease.executionID)
            #expect(try await scene.latest(job.id).state == .running)
            _ = try await scene.stores.queue.finish(
                .succeeded(resultKeys: ["cover_oss_key": "k"]), lease: first.lease, now: scene.after(3))
            #expect(try await scene.latest(job.id).state == .succeeded)
        },
        StoreCheck("a failure that may pass waits for its time") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()
            _ = try await scene.stores.queue.finish(
                .failed(message: "no answer", retryAt: scene.after(60)), lease: claim.lease, now: scene.after(1))

            #expect(try await scene.stores.queue.nextDue() == scene.after(60))
            #expect(try await scene.claim(at: 59.9) == nil)
            let again = try await scene.claimed(at: 60)
            #expect(again.lease.executionID == claim.lease.executionID)
            #expect(again.lease.epoch == 2)
            #expect(again.job.latest.retryCount == 1)

            _ = try await scene.stores.queue.finish(
                .failed(message: "never", retryAt: nil), lease: again.lease, now: scene.after(61))
            let over = try await scene.latest(job.id)
            #expect(over.state == .failed)
            #expect(over.errorMessage == "never")
            #expect(over.finishedAt == scene.after(61))
            #expect(try await scene.stores.queue.nextDue() == nil)
        },
        StoreCheck("work handed back at shutdown counts no try and is claimable at once") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()

            try await scene.stores.queue.release(claim.lease, now: scene.after(1))

            #expect(try await scene.latest(job.id).state == .waiting)
            let again = try await scene.claimed("w2", at: 1)
            #expect(again.job.latest.retryCount == 0)
            #expect(again.lease.epoch == 2)
        },
        StoreCheck("a job that waits is cancelled at once") { scene in
            let job = try await scene.file()

            let cancelled = try await scene.stores.executions.cancel(job.id, owner: scene.alice, now: scene.after(1))

            #expect(cancelled.state == .cancelled)
            #expect(try await scene.claim(at: 2) == nil)
            await scene.refused(.conflict) {
                _ = try await scene.stores.executions.cancel(job.id, owner: scene.alice, now: scene.after(2))
            }
        },
        StoreCheck("the worker of a job that runs hears of its cancellation") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()
            #expect(try await scene.stores.queue.renew(claim.lease, for: .seconds(15), now: scene.after(1)) == .held)

            _ = try await scene.stores.executions.cancel(job.id, owner: scene.alice, now: scene.after(2))

            let answer = try await scene.stores.queue.renew(claim.lease, for: .seconds(15), now: scene.after(3))
            #expect(answer == .cancelRequested)
            _ = try await scene.stores.queue.finish(.cancelled, lease: claim.lease, now: scene.after(4))
            #expect(try await scene.latest(job.id).state == .cancelled)
        },
        StoreCheck("a failure after a cancellation is no reason to try again") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()
            _ = try await scene.stores.executions.cancel(job.id, owner: scene.alice, now: scene.after(1))

            _ = try await scene.stores.queue.finish(
                .failed(message: "killed", retryAt: scene.after(60)), lease: claim.lease, now: scene.after(2))

            #expect(try await scene.latest(job.id).state == .cancelled)
        },
        StoreCheck("rescue gives up after the last try, and ends what was cancelled") { scene in
            let doomed = try await scene.file("doomed")
            for round in 0..<4 {
                _ = try await scene.claimed(at: Double(round) * 100)
                #expect(try await scene.rescue(at: Double(round) * 100 + 16) == 1)
            }
            #expect(try await scene.latest(doomed.id).state == .failed)
            #expect(try await scene.latest(doomed.id).retryCount == 3)

            let stopped = try await scene.file("stopped")
            _ = try await scene.claimed(at: 500)
            _ = try await scene.stores.executions.cancel(stopped.id, owner: scene.alice, now: scene.after(501))
            #expect(try await scene.rescue(at: 516) == 1)
            #expect(try await scene.latest(stopped.id).state == .cancelled)
        },
        StoreCheck("a lease that is renewed is not rescued") { scene in
            try await scene.file()
            let claim = try await scene.claimed()
            _ = try await scene.stores.queue.renew(claim.lease, for: .seconds(15), now: scene.after(10))

            #expect(try await scene.rescue(at: 16) == 0)
            #expect(try await scene.rescue(at: 26) == 1)
        },
        StoreCheck("progress is kept and told") { scene in
            let job = try await scene.file()
            let claim = try await scene.claimed()
            let step = StepRecord(stage: "narration", startedAt: scene.after(1), done: 2, total: 5)

            try await scene.stores.queue.report(
                ExecutionReport(detail: "speaking", percent: 12, steps: [step], data: ["eta_seconds": 30]),
                lease: claim.lease, now: scene.after(2))

            let run = try await scene.latest(job.id)
            #expect(run.detail == "speaking")
            #expect(run.percent == 12)
            #expect(run.metadata.steps == [step])
            let told = try await scene.stores.events.events(after: 0, jobID: job.id, limit: 100, owner: scene.alice)
            #expect(told.map(\.kind) == [.jobCreated, .started, .progress])
            #expect(told.last?.data["eta_seconds"] == 30)
            #expect(told.last?.data["status_detail"] == "speaking")
        },
    ]
}
