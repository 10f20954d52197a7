/// Leads four sustained voices from chord to chord with as little movement as can be, and back from the
/// last chord to the first.
///
/// The cheapest cycle through all good positions of all chords: dynamic programming (Viterbi 1967) from
/// each of the best positions of the first chord. Rules of spacing and doubling as any harmony book
/// has them.
struct MusicVoicing: Sendable {
    /// Where the voices may be: D3 to E5.
    static let range = 50...76
    static let voiceCount = 4
    /// Mean of the voices that costs nothing.
    private static let centre = 61.0
    /// Positions of the first chord that are tried.
    private static let starts = 4

    /// Four pitches per chord, ascending.
    static func lead(_ chords: [MusicChord]) -> [[Int]] {
        let positions = chords.map(positions)
        guard let first = positions.first else { return [] }
        let paths = first.prefix(starts).map { cheapest(from: $0, through: positions) }
        return paths.min { $0.cost < $1.cost }?.voices ?? []
    }

    private static func cheapest(
        from start: [Int], through positions: [[[Int]]]
    ) -> (cost: Double, voices: [[Int]]) {
        var costs = [strain(start)]
        var row = [start]
        var origins: [[Int]] = []
        for options in positions.dropFirst() {
            var nextCosts: [Double] = []
            var nextOrigins: [Int] = []
            for option in options {
                let ways = row.indices.map { costs[$0] + movement(row[$0], option) }
                let best = ways.indices.min { ways[$0] < ways[$1] } ?? 0
                nextCosts.append(ways[best] + strain(option))
                nextOrigins.append(best)
            }
            (costs, row) = (nextCosts, options)
            origins.append(nextOrigins)
        }
        let ends = row.indices.map { costs[$0] + movement(row[$0], start) }
        var at = ends.indices.min { ends[$0] < ends[$1] } ?? 0
        let cost = ends[at]
        var voices = [row[at]]
        for (step, origin) in zip(positions.indices.dropFirst(), origins).reversed() {
            at = origin[at]
            voices.append(step == 1 ? start : positions[step - 1][at])
        }
        return (cost, voices.reversed())
    }

    /// Every position that sounds well, the least strained first.
    static func positions(of chord: MusicChord) -> [[Int]] {
        let pitches = range.filter { chord.classes.contains($0 % 12) }
        var found: [[Int]] = []
        func extend(_ voices: [Int], from next: Int) {
            guard voices.count < voiceCount else {
                if isComplete(voices, chord) { found.append(voices) }
                return
            }
            for index in pitches.indices where index >= next {
                let pitch = pitches[index]
                if let last = voices.last {
                    let gap = pitch - last
                    if gap > 9 { return }
                    if gap < (last < 55 ? 3 : 2) { continue }
                }
                if !Roughness.isRough(pitch, beside: voices) { extend(voices + [pitch], from: index + 1) }
            }
        }
        extend([], from: 0)
        return found.sorted { (strain($0), $0[0]) < (strain($1), $1[0]) }
    }

    /// Nothing essential is missing, and no third is doubled.
    private static func isComplete(_ voices: [Int], _ chord: MusicChord) -> Bool {
        let classes = voices.map { $0 % 12 }
        return chord.essential.isSubset(of: classes) && classes.count { $0 == chord.tones[1] } == 1
    }

    private static func strain(_ voices: [Int]) -> Double {
        let mean = Double(voices.reduce(0, +)) / Double(voices.count)
        let seconds = zip(voices, voices.dropFirst()).count { $1 - $0 < 3 }
        return abs(mean - centre) * 0.5 + Double(seconds)
    }

    /// Semitones that all voices move; leaps of one voice and parallel fifths and octaves cost more.
    private static func movement(_ a: [Int], _ b: [Int]) -> Double {
        let moves = zip(a, b).map { $1 - $0 }
        var cost = moves.reduce(0.0) { $0 + Double(abs($1)) }
        cost += Double(max(0, (moves.map(abs).max() ?? 0) - 3)) * 1.5
        for low in a.indices {
            for high in a.indices where high > low && moves[low] != 0 && moves[low] == moves[high] {
                let interval = (a[high] - a[low]) % 12
                if interval == 7 || interval == 0 { cost += 1.5 }
            }
        }
        return cost
    }
}
