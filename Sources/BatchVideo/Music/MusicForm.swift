/// The order of a piece's sections: it begins thin, fills, turns to something else and comes back.
struct MusicForm: Sendable {
    static let openingBars = 4
    static let sectionBars = 8

    /// Sections with the energy at their first and last bar.
    private static let forms: [[(MusicSection.Kind, Double, Double)]] = [
        [(.opening, 0.2, 0.3), (.theme, 0.35, 0.5), (.theme, 0.5, 0.65), (.bridge, 0.65, 0.9), (.theme, 0.7, 0.3)],
        [(.opening, 0.2, 0.3), (.theme, 0.35, 0.55), (.bridge, 0.55, 0.75), (.theme, 0.7, 0.9), (.bridge, 0.6, 0.3)],
        [
            (.opening, 0.25, 0.35), (.theme, 0.4, 0.6), (.bridge, 0.6, 0.85), (.breath, 0.3, 0.2),
            (.theme, 0.45, 0.75), (.theme, 0.75, 0.3),
        ],
    ]

    static func sections(_ random: inout SeededRandom) -> [MusicSection] {
        var bar = 0
        return forms[random.index(forms.count)].map { kind, start, end in
            let count = kind == .opening || kind == .breath ? openingBars : sectionBars
            defer { bar += count }
            return MusicSection(kind: kind, bars: bar..<bar + count, startEnergy: start, endEnergy: end)
        }
    }
}
