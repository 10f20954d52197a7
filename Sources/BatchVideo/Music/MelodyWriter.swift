/// Gives a theme its pitches: the line that follows its contour by steps, rests on chord tones and rubs
/// against nothing that sounds. The cheapest line by dynamic programming (Viterbi 1967).
struct MelodyWriter: Sendable {
    /// Pitch classes that the melody may use besides the chord's own.
    let scale: Set<Int>
    let tonic: Int
    /// Where it moves about, as a MIDI note.
    let centre: Int
    let beatsPerBar: Int
    /// Decides between lines that are equally good.
    let seed: UInt64

    private static let reach = 9
    private static let semitonesPerStep = 2.0

    /// The theme over `bars`, which begin at bar `first` of the piece. Tones beyond them are left out.
    func notes(of theme: MusicTheme, over bars: [BarPlan], first: Int) -> [MusicNote] {
        let tones = theme.tones.filter { Int($0.at) / beatsPerBar < bars.count }
        let pitches = line(through: tones, bars)
        var random = SeededRandom(seed: seed, "melody hand", first)
        return zip(tones, pitches).map { tone, pitch in
            let energy = bars[Int(tone.at) / beatsPerBar].energy
            let accent = tone.isStrong ? 0.06 : 0
            let velocity = 0.42 + 0.25 * energy + accent + 0.02 * tone.step + random.gauss(0, 0.025)
            return MusicNote(
                at: Double(first * beatsPerBar) + tone.at, beats: tone.beats, pitch: pitch,
                velocity: min(0.95, max(0.2, velocity)), lateMs: random.lateness(mean: 5, deviation: 7))
        }
    }

    /// Whether a tone may sound over a bar: the chord's own, or a semitone from none of them.
    func fits(_ pitch: Int, in bar: BarPlan) -> Bool {
        guard !Roughness.isRough(pitch, beside: bar.voices) else { return false }
        let own = pitch % 12
        if bar.chord.classes.contains(own) { return true }
        return scale.contains(own)
            && !bar.chord.tones.contains { ($0 - own + 12) % 12 == 1 || (own - $0 + 12) % 12 == 1 }
    }

    private func line(through tones: [MusicTheme.Tone], _ bars: [BarPlan]) -> [Int] {
        var random = SeededRandom(seed: seed, "melody line")
        var costs: [Double] = []
        var row: [Int] = []
        var steps: [(row: [Int], origin: [Int])] = []
        for tone in tones {
            let bar = bars[Int(tone.at) / beatsPerBar]
            let options = candidates(in: bar)
            var origin: [Int] = []
            let next = options.map { pitch in
                let ways = row.indices.map { costs[$0] + leap(row[$0], pitch) }
                let best = ways.indices.min { ways[$0] < ways[$1] }
                origin.append(best ?? 0)
                return (best.map { ways[$0] } ?? 0) + strain(pitch, tone, bar) + random.uniform(0, 0.4)
            }
            (costs, row) = (next, options)
            steps.append((options, origin))
        }
        guard var at = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return [] }
        var pitches: [Int] = []
        for step in steps.reversed() {
            pitches.append(step.row[at])
            at = step.origin[at]
        }
        return pitches.reversed()
    }

    private func candidates(in bar: BarPlan) -> [Int] {
        let range = centre - Self.reach...centre + Self.reach
        let fitting = range.filter { fits($0, in: bar) }
        // Every chord has tones that fit somewhere in one and a half octaves; its own at the least.
        return fitting.isEmpty ? range.filter { bar.chord.classes.contains($0 % 12) } : fitting
    }

    private func strain(_ pitch: Int, _ tone: MusicTheme.Tone, _ bar: BarPlan) -> Double {
        let target = Double(centre) + tone.step * Self.semitonesPerStep
        var cost = 0.55 * abs(Double(pitch) - target)
        let own = pitch % 12
        if !bar.chord.classes.contains(own) { cost += tone.isStrong ? 3 : 0.6 }
        if tone.isLast {
            cost += own == tonic ? 0 : bar.chord.classes.contains(own) ? 3.5 : 8
        }
        return cost
    }

    /// Steps are free, leaps cost by how hard they are to sing.
    private func leap(_ from: Int, _ to: Int) -> Double {
        switch abs(from - to) {
        case 0: 1.3
        case 1, 2: 0
        case 3, 4: 0.4
        case 5: 1
        case 7: 1.5
        case 8, 9: 2.5
        case 12: 3
        default: 6
        }
    }
}

extension SeededRandom {
    /// How late a hand is, in ms, -18 ... 30.
    mutating func lateness(mean: Double, deviation: Double) -> Double {
        min(30, max(-18, gauss(mean, deviation)))
    }
}

extension MelodyWriter {
    /// In beats.
    private static let graceBeats = 0.125

    /// A long note of a plucked string, often with a quick tone of the scale before it.
    func graced(_ note: MusicNote, in bar: BarPlan) -> [MusicNote] {
        var random = SeededRandom(seed: seed, "grace", Int(note.at * 8))
        let isWanted = note.beats >= 1.5 && random.unit() < 0.4
        let neighbours = [note.pitch - 2, note.pitch - 3, note.pitch + 2, note.pitch + 3]
        guard isWanted, note.at >= Self.graceBeats,
            let neighbour = neighbours.first(where: { scale.contains($0 % 12) && fits($0, in: bar) })
        else { return [note] }
        var main = note
        var grace = note
        grace.beats = Self.graceBeats
        grace.pitch = neighbour
        grace.velocity *= 0.65
        main.at += Self.graceBeats
        main.beats -= Self.graceBeats
        return [grace, main]
    }
}
