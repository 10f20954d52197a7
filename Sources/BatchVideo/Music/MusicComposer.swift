/// What a piece is wanted for.
package struct MusicOrder: Hashable, Sendable, Codable {
    package var mood: MusicMood
    /// The melody keeps to five tones.
    package var isPentatonic: Bool
    /// A plucked string carries it.
    package var hasZither: Bool
    package var seed: UInt64

    package init(mood: MusicMood, isPentatonic: Bool = false, hasZither: Bool = false, seed: UInt64) {
        self.mood = mood
        self.isPentatonic = isPentatonic
        self.hasZither = hasZither
        self.seed = seed
    }

    /// What suits a film that says `text`.
    package init(text: String, title: String, language: Language, seed: UInt64) {
        let reading = MoodReading(text: text, title: title)
        mood = reading.mood(seed: seed)
        isPentatonic = language.isChinese
        hasZither = isPentatonic && reading.tradition > Self.traditionOfZither
        self.seed = seed
    }

    /// Part of what a film shows from which on its melody is plucked.
    private static let traditionOfZither = 0.35
}

/// Composes a piece: key, form, harmony with led voices, a theme and a bridge, and parts that fill and
/// thin with the form.
package struct MusicComposer: Sendable {
    /// Part of every fingerprint: changes when the same order would give other notes.
    package static let version = "composer 1"

    private let order: MusicOrder
    private let manner: MusicManner
    private let key: MusicKey
    private let bpm: Int
    private let beatsPerBar: Int
    private let sections: [MusicSection]
    private let bars: [BarPlan]

    package init(_ order: MusicOrder) {
        self.order = order
        manner = .of(order.mood)
        var random = SeededRandom(seed: order.seed, "music \(order.mood.rawValue)")
        let harmony = random.pick(MusicHarmony.all(for: order.mood))
        key = MusicKey(tonic: random.index(12), mode: harmony.mode)
        bpm = manner.bpm.lowerBound + random.index(manner.bpm.count)
        beatsPerBar = random.pick(manner.beatsPerBar)
        sections = MusicForm.sections(&random)
        bars = BarPlan.bars(of: sections, in: key, harmony, &random)
    }

    package func piece() -> MusicPiece {
        let melody = melody()
        let layers = MusicLayers(bars: bars, beatsPerBar: beatsPerBar, seed: order.seed)
        let figures = MusicFigures(
            bars: bars, beatsPerBar: beatsPerBar, manner: manner, melody: melody, seed: order.seed)
        let broken = figures.broken
        let parts = [
            MusicPart(instrument: .pad, notes: layers.pads),
            MusicPart(instrument: .strings, notes: layers.strings),
            MusicPart(instrument: .bass, notes: layers.bass),
            MusicPart(instrument: manner.figure, notes: broken),
            MusicPart(instrument: order.hasZither ? .zither : .piano, notes: melody),
            MusicPart(instrument: .bell, notes: figures.bells(over: broken)),
            MusicPart(instrument: .drum, notes: manner.hasDrum ? layers.drum : []),
            MusicPart(instrument: .air, notes: layers.air),
        ]
        return MusicPiece(
            mood: order.mood, key: key, bpm: bpm, beatsPerBar: beatsPerBar, sections: sections,
            chords: bars.map(\.chord), parts: parts.filter { !$0.notes.isEmpty }, sound: manner.sound,
            seed: order.seed)
    }

    /// The theme and the bridge's own, each the same wherever its section comes back.
    private func melody() -> [MusicNote] {
        var random = SeededRandom(seed: order.seed, "themes")
        let contrast: RhythmCells.Flow = manner.melody == .sparse ? .flowing : .sparse
        let theme = MusicTheme(flow: manner.melody, beatsPerBar: beatsPerBar, &random)
        let bridge = MusicTheme(flow: contrast, beatsPerBar: beatsPerBar, &random)
        return sections.flatMap { section -> [MusicNote] in
            switch section.kind {
            case .opening, .breath: []
            case .theme: notes(of: theme, in: section, centre: manner.melodyCentre)
            case .bridge: notes(of: bridge, in: section, centre: manner.melodyCentre + 3)
            }
        }
    }

    private func notes(of theme: MusicTheme, in section: MusicSection, centre: Int) -> [MusicNote] {
        let writer = MelodyWriter(
            scale: order.isPentatonic ? key.pentatonic : key.scale, tonic: key.tonic, centre: centre,
            beatsPerBar: beatsPerBar, seed: order.seed)
        let own = Array(bars[section.bars])
        let notes = writer.notes(of: theme, over: own, first: section.bars.lowerBound)
        guard order.hasZither else { return notes }
        return notes.flatMap { note in
            let bar = bars[Int(note.at) / beatsPerBar]
            return writer.graced(note, in: bar)
        }
    }
}
