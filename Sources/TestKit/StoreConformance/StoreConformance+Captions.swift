import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let captions: [StoreCheck] = [
        StoreCheck("captions are written by the run that holds the lease, and by no other") { scene in
            let job = try await scene.file()
            let lease = try await scene.claimed().lease
            #expect(try await scene.stores.captions.captions(of: job.id, owner: scene.alice) == nil)

            try await scene.stores.captions.put(
                track("one", "two"), lead: MediaTime(ms: 500), over: nil, lease: lease, now: scene.after(1))

            let made = try #require(try await scene.stores.captions.captions(of: job.id, owner: scene.alice))
            #expect(made.entries == track("one", "two"))
            #expect(made.version == 1 && made.lead == MediaTime(ms: 500) && !made.isEdited)
            var stale = lease
            stale.epoch -= 1
            await scene.refused(.conflict) {
                try await scene.stores.captions.put(
                    track("three"), lead: .zero, over: 1, lease: stale, now: scene.after(2))
            }
            await scene.refused(.notFound) {
                _ = try await scene.stores.captions.captions(of: job.id, owner: scene.bob)
            }
        },
        StoreCheck("an edit of captions is versioned, and an older version is refused") { scene in
            let job = try await scene.file()
            let lease = try await scene.claimed().lease
            await scene.refused(.notFound) {
                _ = try await scene.stores.captions.edit(
                    job.id, ifVersion: nil, owner: scene.alice, now: scene.after(1)) { _ in }
            }
            try await scene.stores.captions.put(
                track("one", "two"), lead: .zero, over: nil, lease: lease, now: scene.after(1))

            let edited = try await scene.stores.captions.edit(
                job.id, ifVersion: 1, owner: scene.alice, now: scene.after(2)
            ) { $0.entries[1].wanted = CaptionChange.Caption(span: $0.entries[1].made.span, text: "zwei") }

            #expect(edited.version == 2 && edited.isEdited)
            await scene.refused(.conflict) {
                _ = try await scene.stores.captions.edit(
                    job.id, ifVersion: 1, owner: scene.alice, now: scene.after(3)
                ) { $0.entries[0].wanted = nil; $0.entries[1].wanted = nil }
            }
        },
        StoreCheck("captions changed while the film is made keep their changes") { scene in
            let job = try await scene.file()
            let lease = try await scene.claimed().lease
            try await scene.stores.captions.put(
                track("one", "two"), lead: .zero, over: nil, lease: lease, now: scene.after(1))
            _ = try await scene.stores.captions.edit(
                job.id, ifVersion: nil, owner: scene.alice, now: scene.after(2)
            ) { $0.entries[1].wanted = CaptionChange.Caption(span: $0.entries[1].made.span, text: "zwei") }

            try await scene.stores.captions.put(
                track("one", "two"), lead: .zero, over: 1, lease: lease, now: scene.after(3))
            let kept = try #require(try await scene.stores.captions.captions(of: job.id, owner: scene.alice))
            #expect(kept.entries[1].shown.text == "zwei")

            try await scene.stores.captions.put(
                track("one", "two"), lead: .zero, over: kept.version, lease: lease, now: scene.after(4))
            let taken = try #require(try await scene.stores.captions.captions(of: job.id, owner: scene.alice))
            #expect(taken.entries[1].shown.text == "two")
        },
    ]

    private static func track(_ texts: String...) -> [JobCaptions.Entry] {
        texts.enumerated().map { place, text in
            JobCaptions.Entry(
                made: CaptionChange.Caption(
                    span: TimeSpan(startMs: place * 2_000, endMs: place * 2_000 + 1_800), text: text))
        }
    }
}
