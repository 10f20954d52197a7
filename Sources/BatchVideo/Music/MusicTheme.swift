import Foundation

/// Eight bars of a melody before it has pitches: a motif, its answer, the motif again (higher, lower or
/// as it was), and a cadence. Schoenberg's period (Fundamentals of Musical Composition, 1967).
struct MusicTheme: Sendable {
    struct Tone: Sendable {
        /// In beats from the theme's start.
        var at: Double
        var beats: Double
        /// Where the line wants to be, in steps of the scale from its centre.
        var step: Double
        /// On a beat that is felt, or long: heard as part of the chord.
        var isStrong: Bool
        /// The last of the theme.
        var isLast: Bool
    }

    var tones: [Tone]

    static let phraseBars = 2

    init(flow: RhythmCells.Flow, beatsPerBar: Int, _ random: inout SeededRandom) {
        let cells = RhythmCells(flow: flow, beatsPerBar: beatsPerBar)
        // One tone to a bar is no motif.
        let motif = [
            random.pick(cells.moving.filter { $0.notes.count > 1 }),
            random.pick(random.unit() < 0.5 ? cells.moving : cells.resting),
        ]
        let answer = [random.unit() < 0.5 ? motif[0] : random.pick(cells.moving), random.pick(cells.resting)]
        let cadence = [random.unit() < 0.5 ? motif[0] : random.pick(cells.moving), cells.resting[0]]
        let shape = random.pick(Shape.allCases)
        let reply = random.pick([Shape.fall, .valley, .arch])
        let reach = random.uniform(2, 3.5)
        let lift = random.pick([0.0, 1, 1, 2, -1])
        tones = []
        let phrases: [([RhythmCell], Shape, Double)] = [
            (motif, shape, 0), (answer, reply, -0.5), (motif, shape, lift), (cadence, .fall, 0.5),
        ]
        for (index, (bars, shape, base)) in phrases.enumerated() {
            let start = index * Self.phraseBars * beatsPerBar
            append(bars, beatsPerBar, from: start) { base + reach * shape.value(at: $0) }
        }
        if !tones.isEmpty { tones[tones.count - 1].isLast = true }
    }

    private mutating func append(
        _ bars: [RhythmCell], _ beatsPerBar: Int, from start: Int, step: (Double) -> Double
    ) {
        let length = Double(bars.count * beatsPerBar)
        for (index, bar) in bars.enumerated() {
            for note in bar.notes {
                let place = Double(index * beatsPerBar) + note.at
                let isFelt = note.at == 0 || (beatsPerBar == 4 && note.at == 2)
                tones.append(
                    Tone(
                        at: Double(start) + place, beats: note.beats, step: step(place / length),
                        isStrong: isFelt || note.beats >= 1.5, isLast: false))
            }
        }
    }

    /// How a phrase moves.
    private enum Shape: CaseIterable {
        case arch, valley, rise, fall, wave

        /// -1 ... 1 at `place` of the phrase, 0 ... 1.
        func value(at place: Double) -> Double {
            switch self {
            case .arch: sin(Double.pi * place)
            case .valley: -sin(Double.pi * place)
            case .rise: place - 0.3
            case .fall: 0.6 - 1.2 * place
            case .wave: 0.8 * sin(2 * Double.pi * place)
            }
        }
    }
}
