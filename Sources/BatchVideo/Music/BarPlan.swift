/// What happens in a bar before any note is written.
struct BarPlan: Sendable {
    var kind: MusicSection.Kind
    /// From the section's start.
    var barOfSection: Int
    var chord: MusicChord
    /// The sustained voices, ascending.
    var voices: [Int]
    var energy: Double

    var isSectionStart: Bool { barOfSection == 0 }

    /// The bars of `sections` in `key`: one progression of each kind for the whole piece, so that what
    /// comes back is known again; only closings change.
    static func bars(
        of sections: [MusicSection], in key: MusicKey, _ harmony: MusicHarmony, _ random: inout SeededRandom
    ) -> [BarPlan] {
        let opening = random.pick(harmony.openings)
        let first = random.index(harmony.closings.count)
        let bridge = random.pick(harmony.bridges) + " " + random.pick(harmony.returns)
        var themes = 0
        let symbols = sections.flatMap { section -> [Substring] in
            let progression: String
            switch section.kind {
            case .opening, .breath: progression = opening
            case .bridge: progression = bridge
            case .theme:
                // The same closing, then another, then the first again.
                let closing = harmony.closings[(first + themes % 2) % harmony.closings.count]
                progression = opening + " " + closing
                themes += 1
            }
            return progression.split(separator: " ")
        }
        let chords = symbols.compactMap { MusicChord(String($0), in: key) }
        let voicings = MusicVoicing.lead(chords)
        return sections.flatMap { section in
            section.bars.map { bar in
                BarPlan(
                    kind: section.kind, barOfSection: bar - section.bars.lowerBound, chord: chords[bar],
                    voices: voicings[bar], energy: section.energy(at: bar))
            }
        }
    }
}

extension SeededRandom {
    /// One of `items`, which must not be empty.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[index(items.count)] }
}
