/// What the words of a film ask to see: shot by shot, all together, and in the title.
struct FilmEvidence: Sendable {
    var shots: [SceneEvidence]
    var whole: SceneEvidence
    var title: SceneEvidence

    init(storyboard: Storyboard, title: String, lexicon: SceneLexicon = .standard) {
        shots = storyboard.shots.map { lexicon.evidence(in: $0.text) }
        self.title = lexicon.evidence(in: title)
        whole = shots.reduce(into: SceneEvidence()) { sum, shot in sum.add(shot) }
        whole.add(self.title)
    }
}

extension SceneEvidence {
    mutating func add(_ other: SceneEvidence) {
        families.merge(other.families, uniquingKeysWith: +)
        palettes.merge(other.palettes, uniquingKeysWith: +)
        dayTimes.merge(other.dayTimes, uniquingKeysWith: +)
        seasons.merge(other.seasons, uniquingKeysWith: +)
        hits += other.hits
    }

    /// A family's part of the strongest family's weight: 0 ... 1.
    func share(of family: SceneFamily) -> Double {
        guard let strongest = families.values.max(), strongest > 0 else { return 0 }
        return families[family, default: 0] / strongest
    }

    /// A palette's part of all palettes' weight: 0 ... 1.
    func share(of palette: ScenePalette) -> Double {
        let sum = palettes.values.reduce(0, +)
        return sum > 0 ? palettes[palette, default: 0] / sum : 0
    }
}
