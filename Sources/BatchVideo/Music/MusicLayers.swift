/// The parts that carry the harmony: pads, strings, bass, drum and air.
struct MusicLayers: Sendable {
    let bars: [BarPlan]
    let beatsPerBar: Int
    let seed: UInt64

    /// Bars that a voice sounds on before it begins anew.
    private static let longestTie = 2
    /// A pad swells in before its chord's beat.
    private static let padLeadMs = -420.0
    private static let stringsFrom = 0.58
    private static let bassFrom = 0.28
    private static let bassRange = 34...45
    private static let drumFrom = 0.55

    var pads: [MusicNote] { sustained(voices: 0..<MusicVoicing.voiceCount, from: 0, purpose: "pad") }

    /// The upper voices, where the piece is full.
    var strings: [MusicNote] {
        sustained(voices: 1..<MusicVoicing.voiceCount, from: Self.stringsFrom, purpose: "strings")
    }

    private func sustained(voices: Range<Int>, from least: Double, purpose: String) -> [MusicNote] {
        var random = SeededRandom(seed: seed, purpose)
        var notes: [MusicNote] = []
        for voice in voices {
            var bar = 0
            while bar < bars.count {
                guard bars[bar].energy >= least else {
                    bar += 1
                    continue
                }
                var next = bar + 1
                while next < bars.count, next - bar < Self.longestTie, bars[next].energy >= least,
                    bars[next].voices[voice] == bars[bar].voices[voice]
                { next += 1 }
                notes.append(
                    MusicNote(
                        at: Double(bar * beatsPerBar), beats: Double((next - bar) * beatsPerBar),
                        pitch: bars[bar].voices[voice],
                        velocity: 0.45 + 0.4 * bars[bar].energy + random.uniform(-0.03, 0.03),
                        lateMs: Self.padLeadMs + random.uniform(-60, 60)))
                bar = next
            }
        }
        return notes.sorted { ($0.at, $0.pitch) < ($1.at, $1.pitch) }
    }

    /// Roots and basses of inversions; a fifth moves the second half of full bars.
    var bass: [MusicNote] {
        var random = SeededRandom(seed: seed, "bass")
        var last = 38
        var notes: [MusicNote] = []
        for (index, bar) in bars.enumerated() where bar.energy >= Self.bassFrom {
            let pitches = Self.bassRange.filter { $0 % 12 == bar.chord.bass }
            let pitch = pitches.min { Self.pull($0, from: last) < Self.pull($1, from: last) } ?? last
            let moves = bar.energy > 0.6 && beatsPerBar == 4 && bar.chord.bass == bar.chord.root
                && random.unit() < 0.4
            let long = moves ? 2.5 : Double(beatsPerBar)
            let at = Double(index * beatsPerBar)
            let velocity = 0.5 + 0.3 * bar.energy
            notes.append(
                MusicNote(
                    at: at, beats: long, pitch: pitch, velocity: velocity,
                    lateMs: random.lateness(mean: 0, deviation: 5)))
            if moves {
                let fifth = pitch + 7 > Self.bassRange.upperBound + 2 ? pitch - 5 : pitch + 7
                notes.append(
                    MusicNote(
                        at: at + long, beats: Double(beatsPerBar) - long, pitch: fifth,
                        velocity: velocity * 0.8, lateMs: random.lateness(mean: 4, deviation: 5)))
            }
            last = pitch
        }
        return notes
    }

    private static func pull(_ pitch: Int, from last: Int) -> Double {
        Double(abs(pitch - last)) + 0.3 * Double(abs(pitch - 38))
    }

    var drum: [MusicNote] {
        var random = SeededRandom(seed: seed, "drum")
        return bars.enumerated().flatMap { index, bar -> [MusicNote] in
            guard bar.energy >= Self.drumFrom else { return [] }
            var strokes = [(0.0, 0.6), (2.0, 0.4)]
            if bar.energy > 0.75 { strokes.append((3.5, 0.25)) }
            return strokes.filter { $0.0 < Double(beatsPerBar) }.map { beat, force in
                MusicNote(
                    at: Double(index * beatsPerBar) + beat, beats: 0.5, pitch: 33,
                    velocity: force * (0.6 + 0.4 * bar.energy) + random.uniform(-0.03, 0.03),
                    lateMs: random.lateness(mean: 0, deviation: 4))
            }
        }
    }

    /// A breath into every section that is fuller than what it follows.
    var air: [MusicNote] {
        bars.indices.dropFirst().compactMap { bar in
            guard bars[bar].isSectionStart, bars[bar].energy >= bars[bar - 1].energy else { return nil }
            return MusicNote(
                at: Double((bar - 1) * beatsPerBar), beats: Double(beatsPerBar), pitch: 84,
                velocity: 0.3 + 0.4 * bars[bar].energy, lateMs: 0)
        }
    }
}
