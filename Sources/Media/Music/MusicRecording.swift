import BatchVideo
import Foundation

/// A piece played into memory, note by note, set in its room and brought to its loudness.
struct MusicRecording {
    /// The piece's loudness when it is repeated.
    static let targetLUFS = -20.0
    private static let rate = Mixdown.rate
    /// Shelves and dips; what they remember is gone after this.
    private static let filterLead = 48_000

    let piece: MusicPiece
    let cancel: CancelSignal

    /// Samples of a piece, its bars to the nearest one.
    static func frameCount(of piece: MusicPiece) -> Int {
        Int((piece.seconds * Double(rate)).rounded())
    }

    /// Writes the finished piece.
    func write(to file: URL) throws {
        let count = Self.frameCount(of: piece)
        var sound = MusicLoop(count: count)
        var toRoom = MusicLoop(count: count)
        try play(into: &sound, &toRoom)
        var room = Room(decaySeconds: 1.6 + 2.2 * piece.sound.space)
        try toRoom.process(lead: room.memory) {
            try cancel.check()
            return room.process($0)
        }
        sound.add(toRoom)
        var finish = BedFinish()
        sound.process(lead: Self.filterLead) { finish.process($0) }
        try write(sound, to: file)
    }

    private func play(into sound: inout MusicLoop, _ toRoom: inout MusicLoop) throws {
        var take = MusicTake()
        for part in piece.parts {
            let mix = MusicMix(part.instrument)
            for (index, note) in part.notes.enumerated() {
                try cancel.check()
                var random = SeededRandom(seed: piece.seed, part.instrument.rawValue, index)
                perform(note, of: part.instrument, into: &take, &random)
                let level = Decibel.ratio(mix.levelDB) * pow(note.velocity, mix.touch)
                let start = sample(of: note)
                sound.add(take, at: start, gain: Float(level))
                toRoom.add(take, at: start, gain: Float(level * Decibel.ratio(mix.roomDB + 4 * piece.sound.space)))
            }
        }
    }

    private func perform(
        _ note: MusicNote, of instrument: MusicInstrument, into take: inout MusicTake,
        _ random: inout SeededRandom
    ) {
        let seconds = note.beats * 60 / Double(piece.bpm)
        let hertz = Timbres.hertz(note.pitch)
        let brightness = piece.sound.brightness
        switch instrument {
        case .pad: Timbres.pad(note, brightness: brightness).play(hertz: hertz, seconds: seconds, into: &take, &random)
        case .strings:
            Timbres.strings(note, brightness: brightness).play(hertz: hertz, seconds: seconds, into: &take, &random)
        case .bass: Timbres.bass(note).play(hertz: hertz, seconds: seconds, into: &take, &random)
        case .piano: Timbres.piano(note).play(seconds: seconds, releaseSeconds: 0.9, into: &take)
        case .mallet: Timbres.mallet(note).play(seconds: seconds, releaseSeconds: 0.6, into: &take)
        case .bell: Timbres.bell(note).play(seconds: seconds + 2, releaseSeconds: 2, into: &take)
        case .drum: Timbres.drum(note).play(seconds: seconds, releaseSeconds: 0.5, into: &take)
        case .zither: Timbres.zither(note).play(seconds: seconds, releaseSeconds: 0.7, into: &take, &random)
        case .air: AirVoice(hertz: hertz, releaseSeconds: 0.4).play(seconds: seconds, into: &take, &random)
        }
    }

    private func sample(of note: MusicNote) -> Int {
        let seconds = note.at * 60 / Double(piece.bpm) + note.lateMs / 1000
        return Int((seconds * Double(Self.rate)).rounded())
    }

    private func write(_ sound: MusicLoop, to file: URL) throws {
        var meter = LoudnessMeter()
        try forEachBlock(of: sound) { meter.add($0) }
        let gain = Float(Decibel.ratio(Self.targetLUFS - meter.integratedLUFS))
        let writer = try WaveWriter(file, sampleRate: Self.rate, channels: 2)
        try forEachBlock(of: sound) { block in
            var block = block
            for index in 0..<block.count {
                block.left[index] = SoftCeiling.limit(block.left[index] * gain)
                block.right[index] = SoftCeiling.limit(block.right[index] * gain)
            }
            try writer.append(block)
        }
        try writer.finish()
    }

    private func forEachBlock(of sound: MusicLoop, _ body: (StereoBlock) throws -> Void) throws {
        for start in stride(from: 0, to: sound.count, by: Self.rate) {
            try cancel.check()
            try body(sound.block(start..<min(start + Self.rate, sound.count)))
        }
    }
}

/// Makes room for a voice: nothing below what small speakers play, less where consonants are.
struct BedFinish: Sendable {
    private var left = Channel()
    private var right = Channel()

    mutating func process(_ block: StereoBlock) -> StereoBlock {
        StereoBlock(left: left.process(block.left), right: right.process(block.right))
    }

    private struct Channel: Sendable {
        private var low = Biquad.highPass(34, rate: Double(Mixdown.rate))
        private var dip = Biquad.peak(2_100, gainDB: -3.5, octaves: 2.2, rate: Double(Mixdown.rate))
        private var treble = Biquad.highShelf(7_500, gainDB: -2, rate: Double(Mixdown.rate))

        mutating func process(_ samples: [Float]) -> [Float] {
            samples.map { Float(treble.next(dip.next(low.next(Double($0))))) }
        }
    }
}

/// Bends what is above -6 dBFS so that it stays below -1 dBFS. It has no memory, so no seam.
enum SoftCeiling {
    private static let knee: Float = 0.5
    private static let room: Float = 0.39

    static func limit(_ x: Float) -> Float {
        let size = abs(x)
        guard size > knee else { return x }
        let bent = knee + room * tanh((size - knee) / room)
        return x < 0 ? -bent : bent
    }
}
