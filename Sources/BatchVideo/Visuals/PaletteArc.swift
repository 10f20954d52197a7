/// The light through a film: one leading palette, and at most two changes where the text asks for
/// them ("that night ..."). The best sequence under that bound, found by dynamic programming over
/// (shot, palette, changes so far).
struct PaletteArc: Sendable {
    static let maxChanges = 2
    /// What a change must bring, in shots that plainly ask for the other light.
    private static let changeCost = 0.7
    /// What a shot without a word on light gives to the leading palette.
    private static let leadBonus = 0.3

    /// A morning lasts until other words end it: what of a shot's demand the next one inherits.
    private static let carry = 0.65

    /// What each shot asks for, its own words and what lasts from before: 0 ... 1 per palette.
    private let demands: [[ScenePalette: Double]]
    /// The light that the whole text asks for; the seed decides when it asks for none.
    let leading: ScenePalette

    init(evidence: FilmEvidence, seed: UInt64) {
        demands = Self.demands(of: evidence.shots)
        var random = SeededRandom(seed: seed, "palette")
        let scored = ScenePalette.allCases.map { palette in
            (palette, evidence.whole.share(of: palette) + random.uniform(0, 0.15))
        }
        leading = scored.max { $0.1 < $1.1 }?.0 ?? .warm
    }

    /// One palette per shot.
    func palettes() -> [ScenePalette] {
        let all = ScenePalette.allCases
        let unreached = Path(score: -.infinity, palettes: [])
        var paths: [[Path]] = all.map { palette in
            [Path(score: start(palette), palettes: [])]
                + Array(repeating: unreached, count: Self.maxChanges)
        }
        for shot in demands.indices {
            let before = paths
            for (to, palette) in all.enumerated() {
                for changes in 0...Self.maxChanges {
                    var best = before[to][changes]
                    if shot > 0, changes > 0 {
                        for from in all.indices where from != to {
                            let other = before[from][changes - 1]
                            if other.score - Self.changeCost > best.score {
                                best = other
                                best.score -= Self.changeCost
                            }
                        }
                    }
                    best.score += demand(palette, at: shot)
                    best.palettes.append(palette)
                    paths[to][changes] = best
                }
            }
        }
        let best = paths.joined().max { $0.score < $1.score }
        return best?.palettes ?? []
    }

    private struct Path {
        var score: Double
        var palettes: [ScenePalette]
    }

    /// The leading palette opens the film unless the first shots say otherwise.
    private func start(_ palette: ScenePalette) -> Double { palette == leading ? 0.2 : 0 }

    private func demand(_ palette: ScenePalette, at shot: Int) -> Double {
        demands[shot][palette, default: 0] + (palette == leading ? Self.leadBonus : 0)
    }

    private static func demands(of shots: [SceneEvidence]) -> [[ScenePalette: Double]] {
        var lasting: [ScenePalette: Double] = [:]
        return shots.map { shot in
            let strength = min(1, shot.palettes.values.reduce(0, +) / 2)
            for palette in ScenePalette.allCases {
                lasting[palette] = strength * shot.share(of: palette)
                    + (1 - strength) * carry * lasting[palette, default: 0]
            }
            return lasting
        }
    }
}
