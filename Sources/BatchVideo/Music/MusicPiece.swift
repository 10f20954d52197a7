/// A composed piece of music that can be repeated: its end leads into its start.
///
/// Pure: the same order gives the same piece on every machine.
package struct MusicPiece: Hashable, Sendable, Codable {
    package var mood: MusicMood
    package var key: MusicKey
    /// Quarter notes per minute.
    package var bpm: Int
    package var beatsPerBar: Int
    package var sections: [MusicSection]
    /// One per bar.
    package var chords: [MusicChord]
    package var parts: [MusicPart]
    package var sound: MusicSound
    /// Of what the performer leaves to chance: phases, the noise of a pluck.
    package var seed: UInt64

    package var barCount: Int { chords.count }
    package var beatCount: Int { barCount * beatsPerBar }
    package var seconds: Double { Double(beatCount) * 60 / Double(bpm) }
}

/// How a piece is to sound as a whole.
package struct MusicSound: Hashable, Sendable, Codable {
    /// How much of the overtones sustained sounds have, 0 dark ... 1 bright.
    package var brightness: Double
    /// How large the room is, 0 ... 1.
    package var space: Double
}

package struct MusicSection: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        case opening, theme, bridge, breath
    }

    package var kind: Kind
    package var bars: Range<Int>
    /// How full it is at its first and at its last bar, 0 ... 1.
    package var startEnergy: Double
    package var endEnergy: Double

    /// At bar `bar` of the piece.
    func energy(at bar: Int) -> Double {
        let place = Double(bar - bars.lowerBound) / Double(max(1, bars.count - 1))
        return startEnergy + (endEnergy - startEnergy) * place
    }
}

package enum MusicInstrument: String, Sendable, Codable, CaseIterable {
    /// Soft sustained voices.
    case pad
    /// Brighter sustained voices that swell.
    case strings
    /// A felted piano.
    case piano
    /// A plucked string in the manner of a guzheng.
    case zither
    /// Soft wooden bars.
    case mallet
    case bell
    /// Almost only the fundamental.
    case bass
    /// A drum struck with felt.
    case drum
    /// A breath of filtered noise that rises to its end.
    case air
}

package struct MusicPart: Hashable, Sendable, Codable {
    package var instrument: MusicInstrument
    /// In the order of their starts.
    package var notes: [MusicNote]
}

package struct MusicNote: Hashable, Sendable, Codable {
    /// In beats from the piece's start.
    package var at: Double
    /// In beats; what sounds beyond the piece's end sounds at its start.
    package var beats: Double
    /// MIDI's numbers: 60 is middle C, 69 is 440 Hz.
    package var pitch: Int
    /// How hard it is struck, 0 ... 1.
    package var velocity: Double
    /// A player's hand is not a clock: later than `at`, or earlier when negative.
    package var lateMs: Double

    package init(at: Double, beats: Double, pitch: Int, velocity: Double, lateMs: Double) {
        self.at = at
        self.beats = beats
        self.pitch = pitch
        self.velocity = velocity
        self.lateMs = lateMs
    }

    var end: Double { at + beats }
}
