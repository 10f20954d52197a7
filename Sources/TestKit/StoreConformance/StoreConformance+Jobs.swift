import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let jobs: [StoreCheck] = [
        StoreCheck("a job comes back as it was filed") { scene in
            let language = try await scene.stores.languages.create(
                LanguageFields(name: "zh-CN"), owner: scene.alice, now: scene.start)
            let text = String(repeating: "长文本。\n", count: 10_000)
            let draft = JobDraft(
                title: "标题 😀", content: text,
                description: "说明", publishTitle: "发布", runOrder: 3, languageID: language.id,
                speechSpeed: 1.25, isHorizontal: false,
                extra: ["h2v": true, "list": [1, 2.5, "三", .null], "deep": ["a": ["b": false]]])

            let filed = try await scene.stores.jobs.create(
                draft, seed: .max, owner: scene.alice, now: scene.after(0.125))

            let found = try await scene.stores.jobs.find(filed.id, owner: scene.alice)
            #expect(found.draft.content == text)
            var (expected, got) = (filed, found)
            expected.draft.content = ""
            got.draft.content = ""
            #expect(got == expected)
            #expect(found.latest.state == .waiting)
            #expect(found.createdAt == scene.after(0.125))
            #expect(found.latest.metadata.seed == 0x1F_FFFF_FFFF_FFFF)
        },
        StoreCheck("lists are filtered, counted and paged, newest first, without texts") { scene in
            for number in 0..<25 { try await scene.file("Film \(number) 100%_a") }
            try await scene.file("other", owner: scene.bob)
            _ = try await scene.claimed()
            let list = scene.stores.jobs.list

            let second = try await list(JobFilter(), Page(2, size: 10), scene.alice)
            #expect(second.total == 25)
            #expect(second.items.map(\.draft.title) == (5...14).reversed().map { "Film \($0) 100%_a" })
            #expect(second.items.allSatisfy { $0.draft.content.isEmpty })
            #expect(try await list(JobFilter(state: .running), Page(), scene.alice).total == 1)
            #expect(try await list(JobFilter(search: "film 1"), Page(), scene.alice).total == 11)
            #expect(try await list(JobFilter(search: "0%_"), Page(), scene.alice).total == 25)
            #expect(try await list(JobFilter(search: "0__"), Page(), scene.alice).total == 0)
            #expect(try await list(JobFilter(accountID: 4), Page(), scene.alice).total == 0)
            #expect(try await list(JobFilter(), Page(9), scene.alice).items.isEmpty)
            #expect(try await list(JobFilter(), Page(), .everyone).total == 26)
        },
        StoreCheck("an edit changes what was asked, once per version, and moves the waiting run") { scene in
            let job = try await scene.file(runOrder: 5)
            let edited = try await scene.stores.jobs.update(
                job.id, ifVersion: 1, owner: scene.alice, now: scene.after(1)
            ) {
                $0.title = "renamed"
                $0.runOrder = -5
            }
            try await scene.file("meanwhile")

            #expect(edited.version == 2)
            #expect(try await scene.stores.jobs.find(job.id, owner: scene.alice).draft.title == "renamed")
            await scene.refused(.conflict, "changed meanwhile") {
                _ = try await scene.stores.jobs.update(
                    job.id, ifVersion: 1, owner: scene.alice, now: scene.after(2)) { $0.title = "lost" }
            }
            #expect(try await scene.claimed().job.id == job.id)
            await scene.refused(.conflict, "running") {
                _ = try await scene.stores.jobs.update(
                    job.id, ifVersion: nil, owner: scene.alice, now: scene.after(3)) { $0.title = "late" }
            }
        },
        StoreCheck("references must be there for the owner, and the field is named") { scene in
            let foreign = try await scene.stores.voices.create(
                VoiceFields(name: "v", path: "p"), owner: scene.bob, now: scene.start)
            let shared = try await scene.stores.topics.create(
                TopicFields(name: "t"), owner: .everyone, now: scene.start)
            var draft = JobDraft(title: "x", content: "y", topicID: shared.id)
            let job = try await scene.stores.jobs.create(draft, seed: 1, owner: scene.alice, now: scene.start)
            #expect(job.draft.topicID == shared.id)

            draft.voiceID = foreign.id
            do {
                _ = try await scene.stores.jobs.create(draft, seed: 1, owner: scene.alice, now: scene.start)
                Issue.record("was not refused")
            } catch let error as BatchVideoError {
                #expect(error.code == .invalid)
                #expect(error.field == "voice_id")
            }
            await scene.refused(.invalid) {
                _ = try await scene.stores.jobs.update(
                    job.id, ifVersion: nil, owner: scene.alice, now: scene.start) { $0.voiceID = foreign.id }
            }
        },
        StoreCheck("raising the priority puts a job before all that wait for its owner") { scene in
            try await scene.file("first", runOrder: -3)
            let job = try await scene.file("second")
            try await scene.file("of another", runOrder: -100, owner: scene.bob)

            let order = try await scene.stores.jobs.raisePriority(job.id, owner: scene.alice, now: scene.after(1))

            #expect(order == -4)
            #expect(try await scene.claimed().job.draft.title == "of another")
            #expect(try await scene.claimed().job.draft.title == "second")
        },
        StoreCheck("a deleted job is gone and its runs are stopped") { scene in
            let waiting = try await scene.file()
            try await scene.stores.jobs.delete(waiting.id, owner: scene.alice, now: scene.after(1))
            #expect(try await scene.claim(at: 2) == nil)
            await scene.refused(.notFound) {
                try await scene.stores.jobs.delete(waiting.id, owner: scene.alice, now: scene.after(2))
            }

            let running = try await scene.file()
            let claim = try await scene.claimed(at: 3)
            try await scene.stores.jobs.delete(running.id, owner: scene.alice, now: scene.after(4))
            let answer = try await scene.stores.queue.renew(claim.lease, for: .seconds(15), now: scene.after(5))
            #expect(answer == .cancelRequested)
            _ = try await scene.stores.queue.finish(.cancelled, lease: claim.lease, now: scene.after(6))
            #expect(try await scene.stores.jobs.list(JobFilter(), Page(), owner: scene.alice).total == 0)
        },
        StoreCheck("a run again keeps the seed and may begin at a stage") { scene in
            let job = try await scene.file()
            await scene.refused(.conflict, "waiting") {
                _ = try await scene.stores.executions.rerun(job.id, from: nil, owner: scene.alice, now: scene.start)
            }
            let claim = try await scene.claimed()
            _ = try await scene.stores.queue.finish(
                .succeeded(resultKeys: [:]), lease: claim.lease, now: scene.after(1))

            let again = try await scene.stores.executions.rerun(
                job.id, from: "render", owner: scene.alice, now: scene.after(2))

            #expect(again.metadata.seed == 7)
            #expect(try await scene.claimed(at: 3).job.latest.metadata.fromStage == "render")
            #expect(try await scene.stores.executions.executions(of: job.id, owner: scene.alice).count == 2)
        },
        StoreCheck("housekeeping removes what is old and keeps what counts") { scene in
            let job = try await scene.file()
            let gone = try await scene.file("gone")
            let first = try await scene.claimed()
            _ = try await scene.stores.queue.finish(
                .failed(message: "x", retryAt: nil), lease: first.lease, now: scene.after(1))
            try await scene.stores.jobs.delete(gone.id, owner: scene.alice, now: scene.after(2))
            let second = try await scene.stores.executions.rerun(
                job.id, from: nil, owner: scene.alice, now: scene.after(3))

            let pruned = try await scene.stores.housekeeping.prune(before: scene.after(100), now: scene.after(200))

            #expect(pruned.jobIDs == [gone.id])
            #expect(pruned.executions == 1)
            #expect(pruned.events > 0)
            let left = try await scene.stores.executions.executions(of: job.id, owner: scene.alice)
            #expect(left.map(\.id) == [second.id])
            #expect(try await scene.claimed(at: 300).job.id == job.id)
        },
        StoreCheck("a turn is taken once per slot") { scene in
            let slot = scene.after(3600)
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await scene.stores.housekeeping.takeTurn("hourly", slot: slot) }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }

            #expect(taken == 1)
            #expect(try await scene.stores.housekeeping.takeTurn("daily", slot: slot))
            #expect(try await scene.stores.housekeeping.takeTurn("hourly", slot: scene.start) == false)
            #expect(try await scene.stores.housekeeping.takeTurn("hourly", slot: scene.after(7200)))
        },
    ]
}
