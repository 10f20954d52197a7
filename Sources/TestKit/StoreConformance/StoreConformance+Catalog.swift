import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let catalog: [StoreCheck] =
        rows("accounts", \.accounts) { AccountFields(name: $0, logo: "logo", area: "北京", extra: extra) }
        + rows("languages", \.languages) { LanguageFields(name: $0, platform: "edge", languageName: "中文") }
        + rows("voices", \.voices) { VoiceFields(name: $0, path: "stored/voice.wav") }
        + rows("topics", \.topics) {
            TopicFields(name: $0, imagePrompt: "p", imagePrefix: "", loraWeight: 80, extra: ["generate_ratio": 30])
        }
        + rows("templates", \.templates) { TemplateFields(name: $0, values: ["speech_speed": 0.95]) }
        + [
            StoreCheck("a row that jobs use is not deleted, and their number is told") { scene in
                let topic = try await scene.stores.topics.create(
                    TopicFields(name: "t"), owner: scene.alice, now: scene.start)
                var jobs: [Int] = []
                for _ in 0..<3 {
                    let draft = JobDraft(title: "x", content: "y", topicID: topic.id)
                    jobs.append(
                        try await scene.stores.jobs.create(draft, seed: 1, owner: scene.alice, now: scene.start).id)
                }
                await scene.refused(.conflict, "3 jobs") {
                    try await scene.stores.topics.delete(topic.id, owner: scene.alice)
                }
                for job in jobs { try await scene.stores.jobs.delete(job, owner: scene.alice, now: scene.start) }

                try await scene.stores.topics.delete(topic.id, owner: scene.alice)

                await scene.refused(.notFound) {
                    _ = try await scene.stores.topics.find(topic.id, owner: scene.alice)
                }
            }
        ]

    private static var extra: AccountExtra {
        var extra = AccountExtra()
        extra.transitionTypes = ["fade", "wipe"]
        extra.others = ["logo": ["width": 120]]
        return extra
    }

    /// What every kind of catalogue row must do.
    private static func rows<Fields: CatalogFields>(
        _ kind: String, _ room: @escaping @Sendable (Stores) -> any CatalogStore<Fields>,
        _ fields: @escaping @Sendable (String) -> Fields
    ) -> [StoreCheck] {
        [
            StoreCheck("\(kind): a row comes back, is changed and deleted") { scene in
                let store = room(scene.stores)
                let row = try await store.create(fields("一"), owner: scene.alice, now: scene.start)
                #expect(try await store.find(row.id, owner: scene.alice) == row)
                #expect(row.fields == fields("一"))

                let changed = try await store.update(
                    row.id, ifVersion: 1, owner: scene.alice, now: scene.after(1)) { $0.name = "二" }

                #expect(changed.version == 2)
                #expect(changed.fields == fields("二"))
                #expect(try await store.find(row.id, owner: scene.alice) == changed)
                await scene.refused(.conflict, "meanwhile") {
                    _ = try await store.update(
                        row.id, ifVersion: 1, owner: scene.alice, now: scene.after(2)) { $0.name = "三" }
                }
                try await store.delete(row.id, owner: scene.alice)
                #expect(try await store.list(Page(), owner: scene.alice).total == 0)
            },
            StoreCheck("\(kind): a name is taken once per user") { scene in
                let store = room(scene.stores)
                let first = try await store.create(fields("a"), owner: scene.alice, now: scene.start)
                let second = try await store.create(fields("b"), owner: scene.alice, now: scene.start)
                _ = try await store.create(fields("a"), owner: scene.bob, now: scene.start)
                _ = try await store.create(fields("A"), owner: scene.alice, now: scene.start)
                _ = try await store.create(fields("a"), owner: .everyone, now: scene.start)

                await scene.refused(.conflict, "named a") {
                    _ = try await store.create(fields("a"), owner: scene.alice, now: scene.start)
                }
                await scene.refused(.conflict, "named a") {
                    _ = try await store.create(fields("a"), owner: .everyone, now: scene.start)
                }
                await scene.refused(.conflict, "named a") {
                    _ = try await store.update(
                        second.id, ifVersion: nil, owner: scene.alice, now: scene.start) { $0.name = "a" }
                }
                _ = try await store.update(
                    first.id, ifVersion: nil, owner: scene.alice, now: scene.start) { $0.name = "a" }
            },
            StoreCheck("\(kind): shared rows are read by all and changed by no user") { scene in
                let store = room(scene.stores)
                let shared = try await store.create(fields("shared"), owner: .everyone, now: scene.start)
                _ = try await store.create(fields("mine"), owner: scene.alice, now: scene.start)

                #expect(try await store.list(Page(), owner: scene.alice).items.map(\.fields.name) == ["mine", "shared"])
                #expect(try await store.list(Page(), owner: scene.bob).total == 1)
                #expect(try await store.find(named: "shared", owner: scene.bob) == shared)
                let own = try await store.create(fields("shared"), owner: scene.bob, now: scene.start)
                #expect(try await store.find(named: "shared", owner: scene.bob) == own)
                #expect(try await store.find(named: "shared", owner: scene.alice) == shared)
                await scene.refused(.notFound) { _ = try await store.find(named: "mine", owner: scene.bob) }
                #expect(try await store.find(shared.id, owner: scene.bob).userID == nil)
                await scene.refused(.forbidden, "shared") {
                    _ = try await store.update(
                        shared.id, ifVersion: nil, owner: scene.bob, now: scene.start) { $0.name = "x" }
                }
                await scene.refused(.forbidden, "shared") { try await store.delete(shared.id, owner: scene.bob) }
            },
            StoreCheck("\(kind): a foreign row does not exist") { scene in
                let store = room(scene.stores)
                let row = try await store.create(fields("a"), owner: scene.alice, now: scene.start)

                for id in [row.id, 9999] {
                    await scene.refused(.notFound) { _ = try await store.find(id, owner: scene.bob) }
                    await scene.refused(.notFound) {
                        _ = try await store.update(
                            id, ifVersion: nil, owner: scene.bob, now: scene.start) { $0.name = "x" }
                    }
                    await scene.refused(.notFound) { try await store.delete(id, owner: scene.bob) }
                }
                #expect(try await store.list(Page(), owner: scene.bob).total == 0)
                #expect(try await store.find(row.id, owner: .everyone) == row)
            },
        ]
    }
}
