/// Chooses a scene family for one shot after the other: what the shot's words ask for, then what
/// the whole text asks for, then what has been seen least. Never the same family twice running.
struct FamilyCasting: Sendable {
    private let evidence: FilmEvidence
    private let seed: UInt64
    private var shown: [SceneFamily] = []

    /// A shot's own words count up to this, however many there are.
    private static let shotCeiling = 3.5
    private static let wholeWeight = 1.2
    /// Taken off for every time a family was shown, and for having been shown just now.
    private static let usePenalty = 0.9
    private static let recentPenalties: [Double] = [.infinity, 1.6, 0.8, 0.4]

    init(evidence: FilmEvidence, seed: UInt64) {
        self.evidence = evidence
        self.seed = seed
    }

    mutating func next(for shot: Int, in palette: ScenePalette) -> SceneFamily {
        var random = SeededRandom(seed: seed, "family", shot)
        var best = (family: SceneFamily.springLake, score: -Double.infinity)
        for family in SceneFamily.allCases {
            let asked = evidence.shots[shot].families[family, default: 0]
            let score =
                min(asked, Self.shotCeiling)
                + Self.wholeWeight * evidence.whole.share(of: family) + family.welcome
                + family.bonus(in: palette) - penalty(of: family) + random.uniform(0, 0.5)
            if score > best.score { best = (family, score) }
        }
        shown.append(best.family)
        return best.family
    }

    func familyOfTitle(in palette: ScenePalette) -> SceneFamily {
        var random = SeededRandom(seed: seed, "cover family")
        let scored = SceneFamily.allCases.map { family in
            let asked = 2 * evidence.title.share(of: family) + evidence.whole.share(of: family)
            return (family, asked + family.welcome + random.uniform(0, 0.3))
        }
        return scored.max { $0.1 < $1.1 }?.0 ?? .sunrisePeak
    }

    private func penalty(of family: SceneFamily) -> Double {
        let uses = Double(shown.count { $0 == family })
        guard let last = shown.lastIndex(of: family) else { return 0 }
        let ago = shown.count - 1 - last
        let recent = ago < Self.recentPenalties.count ? Self.recentPenalties[ago] : 0
        return uses * Self.usePenalty + recent
    }
}

extension SceneFamily {
    /// How well it stands beside any text: landscapes always do, machines only when asked for.
    var welcome: Double {
        switch self {
        case .springLake, .sea, .sunrisePeak, .wheatField, .autumnHills: 0.4
        case .forest, .lotus, .ink, .teaTable, .starryCabin, .bamboo, .courtyard, .rainBridge: 0.3
        case .fishPond, .bookLamp: 0.2
        case .livingRoom, .winterCabin, .city, .lanterns, .catSill: 0
        case .desert, .snowyTemple, .herbs, .kitchen, .fireworks: -0.3
        case .technology, .clinic, .classroom, .charts, .heartHands: -0.8
        }
    }

    func bonus(in palette: ScenePalette) -> Double {
        switch (self, palette) {
        case (.starryCabin, .deep), (.city, .deep), (.livingRoom, .deep), (.bookLamp, .deep),
            (.lanterns, .deep), (.fireworks, .deep), (.rainBridge, .deep):
            0.3
        case (.autumnHills, .warm), (.teaTable, .warm), (.sunrisePeak, .warm), (.kitchen, .warm),
            (.desert, .warm), (.catSill, .warm), (.heartHands, .warm):
            0.3
        case (.springLake, .clear), (.lotus, .clear), (.wheatField, .clear), (.bamboo, .clear),
            (.clinic, .clear), (.fishPond, .clear), (.snowyTemple, .clear):
            0.3
        default: 0
        }
    }
}
