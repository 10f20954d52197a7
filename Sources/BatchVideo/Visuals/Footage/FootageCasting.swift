/// Hands the user's videos to moving shots: the one that fits best among those shown least, so no
/// video comes twice before all came once. Where to begin in it is seeded.
struct FootageCasting: Sendable {
    private let footage: [FootageFacts]
    private let canvas: Canvas
    private let seed: UInt64
    private var uses: [Int]

    /// Milliseconds that a clip shows on under the next one's transition.
    private static let handleMs = 500

    init(footage: [FootageFacts], canvas: Canvas, seed: UInt64) {
        self.footage = footage
        self.canvas = canvas
        self.seed = seed
        uses = Array(repeating: 0, count: footage.count)
    }

    mutating func next(for shot: Shot) -> (number: Int, inPoint: MediaTime)? {
        guard let fewest = uses.min() else { return nil }
        var random = SeededRandom(seed: seed, "footage", shot.index)
        let needMs = shot.span.length.ms + Self.handleMs
        let candidates = footage.indices.filter { uses[$0] == fewest }
        let scored = candidates.map { number in
            (number, fit(of: footage[number], needMs: needMs) + random.uniform(0, 0.1))
        }
        guard let best = scored.max(by: { $0.1 < $1.1 })?.0 else { return nil }
        uses[best] += 1
        let spareMs = footage[best].length.ms - needMs
        let inPointMs = spareMs > 0 ? Int(random.uniform(0, Double(spareMs))) : 0
        return (best, MediaTime(ms: inPointMs))
    }

    /// 0 ... 2: long enough without a loop, and cut little by the canvas.
    private func fit(of facts: FootageFacts, needMs: Int) -> Double {
        guard facts.size.height > 0, facts.size.width > 0 else { return 0 }
        let length = min(1, Double(facts.length.ms) / Double(max(1, needMs)))
        let ratio =
            Double(facts.size.width * canvas.height)
            / Double(facts.size.height * canvas.width)
        return length + min(ratio, 1 / ratio)
    }
}
