/// Broken chords and bells: what moves between melody and harmony.
struct MusicFigures: Sendable {
    let bars: [BarPlan]
    let beatsPerBar: Int
    let manner: MusicManner
    /// Nothing that is written here rubs against it.
    let melody: [MusicNote]
    let seed: UInt64

    /// A pattern stays for this long, so that it is heard as one.
    private static let patternBars = 4
    private static let bellRange = 79...93

    /// Broken chords, each ringing to the end of its bar as under a pedal.
    var broken: [MusicNote] {
        var random = SeededRandom(seed: seed, "figure")
        let isMallet = manner.figure == .mallet
        var notes: [MusicNote] = []
        var pattern = ""
        for (index, bar) in bars.enumerated() {
            if bar.barOfSection % Self.patternBars == 0 {
                pattern = random.pick(manner.figures.patterns(beatsPerBar: beatsPerBar, energy: bar.energy))
            }
            let ladder = Self.ladder(of: bar, from: isMallet ? 55 : 43)
            let barEnd = Double((index + 1) * beatsPerBar)
            for (slot, step) in pattern.enumerated() {
                guard let rung = step.wholeNumberValue else { continue }
                let at = Double(index * beatsPerBar) + Double(slot) / 2
                let end = isMallet ? min(barEnd, at + 1.5) : barEnd
                guard let pitch = Self.quiet(rung, ladder, beside: melody, at..<end) else { continue }
                let accent = slot == 0 ? 0.08 : slot % 2 == 0 ? 0.02 : -0.02
                notes.append(
                    MusicNote(
                        at: at, beats: end - at, pitch: pitch,
                        velocity: 0.3 + 0.28 * bar.energy + accent + random.gauss(0, 0.025),
                        lateMs: random.lateness(mean: slot % 2 == 0 ? 0 : 5, deviation: 6)))
            }
        }
        return notes
    }

    /// Tones of a bar's chord from its bass upwards: wide below, close above, nothing rough.
    static func ladder(of bar: BarPlan, from lowest: Int) -> [Int] {
        let near = (lowest..<lowest + 12).first { $0 % 12 == bar.chord.bass } ?? lowest
        let root = Roughness.isRough(near, beside: bar.voices) ? near - 12 : near
        var ladder = [root]
        for pitch in root + 5...root + 31 where bar.chord.classes.contains(pitch % 12) {
            let gap = pitch - (ladder.last ?? root)
            if gap < (pitch < root + 12 ? 5 : 2) { continue }
            if !Roughness.isRough(pitch, beside: bar.voices), !Roughness.isRough(pitch, beside: ladder) {
                ladder.append(pitch)
            }
        }
        return ladder
    }

    /// The rung, or the next below it that rubs against no note of `others` in that time.
    private static func quiet(
        _ rung: Int, _ ladder: [Int], beside others: [MusicNote], _ time: Range<Double>
    ) -> Int? {
        let sounding = others.filter { $0.at < time.upperBound && $0.end > time.lowerBound }.map(\.pitch)
        return ladder.prefix(min(rung, ladder.count - 1) + 1).reversed()
            .first { !Roughness.isRough($0, beside: sounding) }
    }

    /// Bells open sections and answer now and then; `figure` is what the broken chords play.
    func bells(over figure: [MusicNote]) -> [MusicNote] {
        var random = SeededRandom(seed: seed, "bells")
        var notes: [MusicNote] = []
        for (index, bar) in bars.enumerated() {
            let answers = bar.barOfSection % 2 == 1 && random.unit() < manner.bells
            guard bar.isSectionStart || answers else { continue }
            let tones = Self.bellRange.filter {
                bar.chord.classes.contains($0 % 12) && !Roughness.isRough($0, beside: bar.voices)
            }
            let first = random.index(max(1, tones.count - 2))
            let beat = bar.isSectionStart ? 0 : random.pick([1.0, 1.5, 2])
            let count = bar.isSectionStart ? 1 : random.pick([1, 2, 2, 3])
            for step in 0..<count where first + step < tones.count {
                let at = Double(index * beatsPerBar) + beat + Double(step) / 2
                let time = at..<Double((index + 1) * beatsPerBar)
                guard time.lowerBound < time.upperBound,
                    let pitch = Self.quiet(first + step, tones, beside: melody + figure + notes, time)
                else { continue }
                notes.append(
                    MusicNote(
                        at: at, beats: time.upperBound - at, pitch: pitch,
                        velocity: 0.3 + 0.2 * bar.energy + random.gauss(0, 0.03),
                        lateMs: random.lateness(mean: 4, deviation: 6)))
            }
        }
        return notes
    }
}
