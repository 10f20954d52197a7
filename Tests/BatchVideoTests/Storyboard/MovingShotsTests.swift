import Testing

@testable import BatchVideo

@Suite("Moving shots")
struct MovingShotsTests {
    @Test("by count the share is exact to the shot, spread, and never the first")
    func byCount() {
        for count in 1...60 {
            for mix in stride(from: 0, through: 100, by: 5) {
                let chosen = MovingShots.byCount(count, mix: mix, seed: UInt64(count * 101 + mix))
                let share = mix == 100 ? count : min((count * mix + 50) / 100, count - 1)
                #expect(chosen.count == share)
                #expect(mix == 100 || !chosen.contains(0))
                let gaps = zip(chosen.sorted(), chosen.sorted().dropFirst()).map { $1 - $0 }
                if let most = gaps.max(), let least = gaps.min() { #expect(most - least <= 1) }
            }
        }
    }

    @Test("by time no single shot comes nearer to the share, and the first never moves")
    func byTime() {
        var random = SeededRandom(seed: 3)
        for seed in 0..<400 as Range<UInt64> {
            let lengths = (0...random.index(40)).map { _ in 2_000 + random.index(9_000) }
            let mix = random.index(100)
            let chosen = MovingShots.byTime(lengths, mix: mix, seed: seed)

            #expect(!chosen.contains(0))
            #expect(chosen == MovingShots.byTime(lengths, mix: mix, seed: seed))
            let target = lengths.reduce(0, +) * mix / 100
            let off = abs(target - chosen.reduce(0) { $0 + lengths[$1] })
            for index in lengths.indices.dropFirst() {
                let other = chosen.symmetricDifference([index]).reduce(0) { $0 + lengths[$1] }
                #expect(abs(target - other) >= off)
            }
        }
    }

    @Test("by time the share is spread: each half of a long film has its part")
    func spread() {
        for seed in 0..<50 as Range<UInt64> {
            let lengths = Array(repeating: [4_000, 7_000, 5_500, 6_000], count: 15).flatMap(\.self)
            let chosen = MovingShots.byTime(lengths, mix: 40, seed: seed)
            let first = chosen.filter { $0 < 30 }.count
            #expect(abs(first - (chosen.count - first)) <= 3)
        }
    }

    @Test("another seed chooses others")
    func seeded() {
        let lengths = Array(repeating: 6_000, count: 30)
        let choices = Set((0..<20 as Range<UInt64>).map { MovingShots.byTime(lengths, mix: 30, seed: $0) })
        #expect(choices.count > 1)
    }
}
