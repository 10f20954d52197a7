import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let shots: [StoreCheck] = [
        StoreCheck("shots are planned by the worker and come back whole") { scene in
            let (job, lease) = try await scene.shotList(3)

            let shots = try await scene.stores.shots.shots(of: job, owner: scene.alice)

            #expect(shots.map(\.index) == [0, 1, 2])
            #expect(shots.map(\.version) == [1, 1, 1])
            #expect(shots[1].images.first?.credit == "someone, CC0")
            try await scene.stores.shots.put(shots, over: shots, lease: lease, now: scene.after(5))
            #expect(try await scene.stores.shots.shots(of: job, owner: scene.alice) == shots)
            try await scene.stores.shots.put(Array(shots.prefix(2)), over: shots, lease: lease, now: scene.after(6))
            #expect(try await scene.stores.shots.shots(of: job, owner: scene.alice).count == 2)
        },
        StoreCheck("an edit touches the edited shot only") { scene in
            let (job, _) = try await scene.shotList(3)
            let before = try await scene.stores.shots.shots(of: job, owner: scene.alice)

            let after = try await scene.stores.shots.edit(job, owner: scene.alice, now: scene.after(9)) {
                $0[1].prompt = "a lake"
                $0[1].isLocked = true
            }

            #expect(after.map(\.version) == [1, 2, 1])
            #expect(after[0] == before[0])
            #expect(after[2] == before[2])
            #expect(after[1].id == before[1].id)
            #expect(after[1].updatedAt == scene.after(9))
        },
        StoreCheck("a shot is split and merged, indexes follow") { scene in
            let (job, _) = try await scene.shotList(2)
            let split = try await scene.stores.shots.edit(job, owner: scene.alice, now: scene.after(9)) { shots in
                var second = shots[0]
                second.startMs = 2000
                shots[0].endMs = 2000
                shots.insert(second, at: 1)
            }
            #expect(split.map(\.index) == [0, 1, 2])
            #expect(Set(split.map(\.id)).count == 3)
            #expect(split.map(\.startMs) == [0, 2000, 5000])

            let merged = try await scene.stores.shots.edit(job, owner: scene.alice, now: scene.after(10)) { shots in
                shots[0].endMs = shots[1].endMs
                shots.remove(at: 1)
            }
            #expect(merged.map(\.startMs) == [0, 5000])
            #expect(merged.map(\.endMs) == [5000, 10_000])
        },
        StoreCheck("what a person edits while the worker plans is kept") { scene in
            let (job, lease) = try await scene.shotList(2)
            let read = try await scene.stores.shots.shots(of: job, owner: scene.alice)
            var planned = read
            _ = try await scene.stores.shots.edit(job, owner: scene.alice, now: scene.after(9)) {
                $0[0].selected = "mine"
                $0[0].isLocked = true
                $0[1].text = "my text"
            }

            planned[0].selected = "the worker's"
            planned[0].text = "new text"
            planned[1].selected = "the worker's"
            planned[1].text = "new text"
            try await scene.stores.shots.put(planned, over: read, lease: lease, now: scene.after(10))

            let shots = try await scene.stores.shots.shots(of: job, owner: scene.alice)
            #expect(shots.map(\.selected) == ["mine", "the worker's"])
            #expect(shots[0].isLocked)
            #expect(shots.map(\.text) == ["new text", "my text"])
            #expect(shots.map(\.version) == [3, 3])
        },
        StoreCheck("shots that are planned anew take nothing from the ones before but go on counting") { scene in
            let (job, lease) = try await scene.shotList(2)
            let read = try await scene.stores.shots.edit(job, owner: scene.alice, now: scene.after(9)) {
                $0[0].isLocked = true
                $0[0].selected = "k"
            }

            var anew = read
            for place in anew.indices { anew[place].id = 0 }
            anew[0].isLocked = false
            anew[1].id = read[0].id
            anew[1].isLocked = true
            try await scene.stores.shots.put(anew, over: read, lease: lease, now: scene.after(10))

            let shots = try await scene.stores.shots.shots(of: job, owner: scene.alice)
            #expect(shots.map(\.isLocked) == [false, true])
            #expect(shots[1].id == read[0].id)
            #expect(shots.map(\.version) == [3, 3])
        },
    ]
}

extension StoreScene {
    /// A running job with that many shots of five seconds.
    fileprivate func shotList(_ count: Int) async throws -> (job: Int, lease: Lease) {
        let job = try await file()
        let claim = try await claimed()
        let picture = ShotCandidate(
            key: "k", source: "footage", provider: "library", seed: 1, credit: "someone, CC0", isMoving: true)
        let shots = (0..<count).map { place in
            ShotRow(
                jobID: job.id, index: place, startMs: place * 5000, endMs: place * 5000 + 5000,
                text: "句子 \(place)", images: [picture], createdAt: start, updatedAt: start)
        }
        try await stores.shots.put(shots, over: [], lease: claim.lease, now: after(1))
        return (job.id, claim.lease)
    }
}
