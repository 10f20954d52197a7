/// Chooses which shots of a film move: spread evenly from a seeded beginning, never the first unless
/// all do.
enum MovingShots {
    /// Exactly `mix` percent of the shots, rounded to a whole shot.
    static func byCount(_ count: Int, mix: Int, seed: UInt64) -> Set<Int> {
        if mix >= 100 { return Set(0..<count) }
        let wanted = min((count * max(0, mix) + 50) / 100, count - 1)
        guard wanted > 0 else { return [] }
        var random = SeededRandom(seed: seed, "moving shots")
        let phase = random.unit()
        let step = Double(count - 1) / Double(wanted)
        return Set((0..<wanted).map { 1 + min(Int((Double($0) + phase) * step), count - 2) })
    }

    /// `mix` percent of the time, as near as whole shots allow without another distribution: no
    /// single shot that is added, taken away or exchanged for its neighbour comes nearer.
    ///
    /// Error diffusion over the shots, then descent.
    static func byTime(_ lengthsMs: [Int], mix: Int, seed: UInt64) -> Set<Int> {
        if mix >= 100 { return Set(lengthsMs.indices) }
        guard mix > 0, lengthsMs.count > 1 else { return [] }
        let target = lengthsMs.reduce(0, +) * mix / 100
        var random = SeededRandom(seed: seed, "moving shots")
        let share = Double(target) / Double(max(1, lengthsMs.dropFirst().reduce(0, +)))
        var owed = (random.unit() - 0.5) * Double(lengthsMs.max() ?? 0)
        var chosen: Set<Int> = []
        for index in lengthsMs.indices.dropFirst() {
            owed += share * Double(lengthsMs[index])
            guard owed >= Double(lengthsMs[index]) / 2 else { continue }
            owed -= Double(lengthsMs[index])
            chosen.insert(index)
        }
        while let better = nearer(chosen, lengthsMs, target) { chosen = better }
        return chosen
    }

    /// The best of all single changes, if it comes nearer to the target.
    private static func nearer(_ chosen: Set<Int>, _ lengthsMs: [Int], _ target: Int) -> Set<Int>? {
        let missing = target - chosen.reduce(0) { $0 + lengthsMs[$1] }
        var best = (off: abs(missing), change: [Int]())
        func offer(_ gain: Int, _ change: [Int]) {
            if abs(missing - gain) < best.off { best = (abs(missing - gain), change) }
        }
        for index in lengthsMs.indices.dropFirst() {
            let isIn = chosen.contains(index)
            offer(isIn ? -lengthsMs[index] : lengthsMs[index], [index])
            let next = index + 1
            guard next < lengthsMs.count, isIn != chosen.contains(next) else { continue }
            let gain = lengthsMs[next] - lengthsMs[index]
            offer(isIn ? gain : -gain, [index, next])
        }
        return best.change.isEmpty ? nil : chosen.symmetricDifference(best.change)
    }
}
