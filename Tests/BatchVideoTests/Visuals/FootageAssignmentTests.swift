import Foundation
import Testing

@testable import BatchVideo

@Suite("Assignment of footage")
struct FootageAssignmentTests {
    private func wish(_ candidates: [[String]], taken: Set<String> = []) -> FootageWish {
        FootageWish(
            shots: candidates.enumerated().map { .init(index: $0.offset, candidates: $0.element) },
            taken: taken, restDays: 30)
    }

    @Test("each shot gets its best clip that is free")
    func best() {
        let picks = wish([["a", "b"], ["b", "a"], ["a", "c"]]).picks(after: [])
        #expect(picks.map(\.key) == ["a", "b", "c"])
        #expect(picks.allSatisfy { !$0.isReused })
    }

    @Test("a shot gives its clip up when it can take another and the next cannot")
    func augmented() {
        let picks = wish([["a", "b"], ["b", "c"], ["a"], ["b"]]).picks(after: [])
        #expect(picks.map(\.key) == ["b", "c", "a"])
    }

    @Test("what was shown lately comes only when nothing fresh is left: least in the batch, then longest ago")
    func reused() {
        let now = Date(timeIntervalSince1970: 1_000_000)
        let uses = [
            FootageUse(key: "a", inBatch: 2, last: nil), FootageUse(key: "b", inBatch: 0, last: now),
            FootageUse(key: "c", inBatch: 0, last: now - 1000), FootageUse(key: "d", inBatch: 1, last: now),
        ]
        let picks = wish([["a", "b", "fresh"], ["a", "b", "c", "d"], ["b", "a"], ["a", "b"]]).picks(after: uses)
        #expect(picks.map(\.key) == ["fresh", "c", "b", "a"])
        #expect(picks.map(\.isReused) == [false, true, true, true])
    }

    @Test("no clip twice, none that the film shows already, and as many fresh ones as can be")
    func random() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<500 {
            let clips = (0..<1 + random.index(9)).map { "clip\($0)" }
            let wants = (0..<1 + random.index(7)).map { _ in clips.filter { _ in random.index(3) == 0 } }
            let taken = Set(clips.filter { _ in random.index(6) == 0 })
            let used = Set(clips.filter { _ in random.index(3) == 0 })
            let uses = used.map { FootageUse(key: $0, inBatch: 1, last: nil) }
            let picks = wish(wants, taken: taken).picks(after: uses)

            #expect(Set(picks.map(\.key)).count == picks.count)
            for pick in picks {
                #expect(wants[pick.shot].contains(pick.key) && !taken.contains(pick.key))
                #expect(pick.isReused == used.contains(pick.key))
            }
            let fresh = wants.map { $0.filter { !taken.contains($0) && !used.contains($0) } }
            #expect(picks.count { !$0.isReused } == most(fresh[...], []))
        }
    }

    /// By trying everything.
    private func most(_ wants: ArraySlice<[String]>, _ given: Set<String>) -> Int {
        guard let first = wants.first else { return 0 }
        let rest = wants.dropFirst()
        let with = first.filter { !given.contains($0) }.map { 1 + most(rest, given.union([$0])) }
        return max(most(rest, given), with.max() ?? 0)
    }
}

@Suite("The user's own footage")
struct OwnFootageTests {
    private func shots(_ lengthsMs: [Int]) -> [Shot] {
        var start = 0
        return lengthsMs.enumerated().map { index, length in
            defer { start += length }
            return Shot(
                index: index, span: TimeSpan(startMs: start, endMs: start + length), text: "", firstCue: 0,
                lastCue: 0, isMoving: true, prompt: "")
        }
    }

    private func clip(_ ms: Int, _ name: String, _ size: PixelSize = Canvas.landscape.size) -> OwnFootage.Clip {
        OwnFootage.Clip(facts: FootageFacts(length: MediaTime(ms: ms), size: size, fps: 25), sha256: name)
    }

    @Test("a long video gives pieces that do not overlap, each long enough")
    func pieces() {
        let shots = shots([6_000, 8_000, 5_000])
        let own = OwnFootage([clip(30_000, "a")], for: shots, canvas: .landscape, seed: 4)
        let keys = own.wishes(of: shots)[0].candidates
        #expect(keys.count == 3)
        var spans: [Range<Int>] = []
        for key in keys {
            guard case .own(0, let inPoint) = own.plan(key, for: shots[1]) else {
                Issue.record("no plan")
                return
            }
            spans.append(inPoint.ms..<inPoint.ms + 8_000)
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(spans.allSatisfy { $0.upperBound <= 30_000 })
    }

    @Test("what a part of a video shows takes the pieces it touches")
    func shown() {
        let shots = shots([6_000, 8_000])
        let own = OwnFootage([clip(30_000, "a"), clip(9_000, "b")], for: shots, canvas: .landscape, seed: 4)
        #expect(own.pieces(of: "a", in: TimeSpan(startMs: 9_000, endMs: 12_000)) == ["own:a#0", "own:a#1"])
        #expect(own.pieces(of: "a", in: TimeSpan(startMs: 21_000, endMs: 22_000)) == ["own:a#2"])
        #expect(own.pieces(of: "c", in: TimeSpan(startMs: 0, endMs: 9_000)).isEmpty)
    }

    @Test("every video comes once before a second piece of any; the same file twice is one")
    func order() {
        let shots = shots([6_000])
        let own = OwnFootage(
            [clip(60_000, "a"), clip(7_000, "b"), clip(60_000, "a")], for: shots, canvas: .landscape, seed: 4)
        let keys = own.wishes(of: shots)[0].candidates
        #expect(Set(keys.prefix(2).map { $0.prefix(5) }) == ["own:a", "own:b"])
        #expect(Set(keys).count == keys.count)
    }

    @Test("a clip of the canvas's shape and length comes before others")
    func fit() {
        let shots = shots([6_000])
        let own = OwnFootage(
            [clip(2_000, "short"), clip(7_000, "tall", Canvas.portrait.size), clip(7_000, "fits")],
            for: shots, canvas: .landscape, seed: 1)
        #expect(own.wishes(of: shots)[0].candidates.first == "own:fits#0")
    }
}
