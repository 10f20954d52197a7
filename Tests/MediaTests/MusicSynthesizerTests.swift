import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Music")
struct MusicSynthesizerTests {
    private let studio: Studio

    init() throws { studio = try Studio() }

    /// The first bars of a piece, closed to a loop of their own: all that is asked here shows in seconds.
    private func excerpt(_ mood: MusicMood, seed: UInt64, bars: Range<Int> = 4..<8, zither: Bool = false) -> MusicPiece
    {
        var piece = MusicComposer(MusicOrder(mood: mood, isPentatonic: zither, hasZither: zither, seed: seed)).piece()
        let beats = Double(bars.lowerBound * piece.beatsPerBar)..<Double(bars.upperBound * piece.beatsPerBar)
        piece.chords = Array(piece.chords[bars])
        piece.parts = piece.parts.map { part in
            var part = part
            part.notes = part.notes.filter { beats.contains($0.at) }
            for index in part.notes.indices { part.notes[index].at -= beats.lowerBound }
            return part
        }
        return piece
    }

    private func play(_ piece: MusicPiece, to name: String = "music.wav") async throws -> StereoBlock {
        let file = studio.file(name)
        try await MusicSynthesizer().play(piece, to: file)
        let reader = try WaveReader(file)
        #expect(reader.sampleRate == 48_000 && reader.channels == 2)
        return try reader.stereo(0..<reader.frameCount)
    }

    @Test("the same piece gives the same bytes, and nothing else is left in the folder")
    func deterministic() async throws {
        let piece = excerpt(.warm, seed: 3, zither: true)

        _ = try await play(piece, to: "a.wav")
        _ = try await play(piece, to: "b.wav")

        let first = try Data(contentsOf: studio.file("a.wav"))
        let second = try Data(contentsOf: studio.file("b.wav"))
        #expect(first == second)
        #expect(studio.names == ["a.wav", "b.wav"])
    }

    @Test(
        "is as long as its bars, at its loudness, without clipping, offset or clicks",
        arguments: MusicMood.allCases)
    func clean(mood: MusicMood) async throws {
        let piece = excerpt(mood, seed: 5, bars: 12..<16)

        let sound = try await play(piece)

        #expect(sound.count == MusicRecording.frameCount(of: piece))
        var meter = LoudnessMeter()
        meter.add(sound)
        #expect(abs(meter.integratedLUFS - MusicRecording.targetLUFS) < 0.3, "\(meter.integratedLUFS)")
        for side in [sound.left, sound.right] {
            let peak = side.map(abs).max() ?? 0
            let mean = side.reduce(0.0) { $0 + Double($1) } / Double(side.count)
            #expect(peak < 0.9 && peak > 0.05)
            #expect(abs(mean) < 1e-4)
            #expect(side.allSatisfy { $0.isFinite })
            // Nothing jumps: a click is a step of half the height within a sample.
            #expect((zip(side, side.dropFirst()).map { abs($1 - $0) }.max() ?? 1) < 0.25)
        }
    }

    @Test("the end leads into the start as any sample leads into the next", arguments: MusicMood.allCases)
    func seam(mood: MusicMood) async throws {
        let sound = try await play(excerpt(mood, seed: 9))

        for side in [sound.left, sound.right] {
            let around = Array(side.suffix(2400) + side.prefix(2400))
            let steps = zip(around, around.dropFirst()).map { abs($1 - $0) }
            let bends = zip(steps, steps.dropFirst()).map { abs($1 - $0) }
            // The step from the last sample to the first is number 2399.
            #expect(steps[2399] <= steps.max() ?? 0)
            #expect(steps[2399] <= 4 * (steps.reduce(0, +) / Float(steps.count)) + 1e-4)
            #expect(max(bends[2398], bends[2399]) <= bends.max() ?? 0)
            let before = rms(side.suffix(4800))
            let after = rms(side.prefix(4800))
            #expect(after < before * 6 && before < after * 6)
        }
    }

    @Test("leaves room for a voice: most of it lies below 1 kHz, little in the consonants")
    func spectrum() async throws {
        let sound = try await play(excerpt(.hopeful, seed: 2, bars: 16..<20))
        let mono = zip(sound.left, sound.right).map { Double($0 + $1) / 2 }

        let whole = energy(mono, [])
        let voice = energy(mono, [.highPass(1_000, rate: 48_000), .highPass(1_000, rate: 48_000)])
        let rumble = energy(mono, [.lowPass(40, rate: 48_000), .lowPass(40, rate: 48_000)])

        #expect(10 * log10(voice / whole) < -8)
        #expect(10 * log10(rumble / whole) < -12)
    }

    @Test("strings and bars sound at their pitch", arguments: [48, 60, 69, 81])
    func tuning(pitch: Int) {
        let note = MusicNote(at: 0, beats: 2, pitch: pitch, velocity: 0.6, lateMs: 0)
        var take = MusicTake()
        var random = SeededRandom(seed: 1)
        let hertz = Timbres.hertz(pitch)

        Timbres.piano(note).play(seconds: 2, releaseSeconds: 0.5, into: &take)
        let piano = strength(take, hertz)
        Timbres.zither(note).play(seconds: 2, releaseSeconds: 0.5, into: &take, &random)
        let zither = strength(take, hertz)

        for strengths in [piano, zither] {
            #expect(strengths.own > 3 * strengths.flat && strengths.own > 3 * strengths.sharp, "\(strengths)")
        }
    }

    @Test("the bed lies at -30 LUFS under speech, repeats without a crossfade and fades out")
    func underSpeech() async throws {
        let piece = excerpt(.calm, seed: 4)
        let music = studio.file("music.wav")
        try await MusicSynthesizer().play(piece, to: music)
        let speech = speechLike(seconds: 40)
        let narration = try studio.write(speech, to: "n.wav")
        let engineer = StudioSoundEngineer(paths: studio.paths)

        let with = try await master(engineer, narration, SoundBed(music, isLoop: true, speechLUFS: -30))
        let without = try await master(engineer, narration, nil)

        // The voice's gain differs a little once there is music: it is found and taken out.
        let scale = projection(of: with, on: without)
        var bed = with
        for index in 0..<bed.count {
            bed.left[index] -= Float(scale) * without.left[index]
            bed.right[index] -= Float(scale) * without.right[index]
        }
        var meter = LoudnessMeter()
        let inner = 2 * 48_000..<bed.count - 3 * 48_000
        meter.add(StereoBlock(left: Array(bed.left[inner]), right: Array(bed.right[inner])))
        #expect(abs(meter.integratedLUFS + 30) < 1, "\(meter.integratedLUFS)")
        #expect(rms(bed.left.suffix(480)) < 0.001)
    }

    @Test("cancelling ends the playing and leaves nothing")
    func cancel() async throws {
        let piece = MusicComposer(MusicOrder(mood: .calm, seed: 1)).piece()
        let file = studio.file("music.wav")

        // unstructured: the test cancels the work from outside, as a signal does.
        let work = Task { try await MusicSynthesizer().play(piece, to: file) }
        work.cancel()

        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(studio.names.isEmpty)
    }

    private func master(
        _ engineer: StudioSoundEngineer, _ narration: URL, _ bed: SoundBed?
    ) async throws -> StereoBlock {
        let file = studio.file("master.wav")
        _ = try await engineer.master(SoundScore(narration: narration, music: bed), to: file)
        let reader = try WaveReader(file)
        return try reader.stereo(0..<reader.frameCount)
    }

    private func projection(of a: StereoBlock, on b: StereoBlock) -> Double {
        let shared = zip(a.left, b.left).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        return shared / b.left.reduce(0.0) { $0 + Double($1) * Double($1) }
    }

    private func rms(_ samples: some Collection<Float>) -> Float {
        (samples.reduce(0) { $0 + $1 * $1 } / Float(samples.count)).squareRoot()
    }

    private func energy(_ samples: [Double], _ filters: [Biquad]) -> Double {
        var filters = filters
        return samples.reduce(0.0) { sum, sample in
            var value = sample
            for index in filters.indices { value = filters[index].next(value) }
            return sum + value * value
        }
    }

    /// How much of a take is at `hertz`, and a quarter of a tone below and above it.
    private func strength(_ take: MusicTake, _ hertz: Double) -> (own: Double, flat: Double, sharp: Double) {
        func at(_ hertz: Double) -> Double {
            var (re, im) = (0.0, 0.0)
            for index in 0..<min(take.length, 48_000) {
                let angle = 2 * Double.pi * hertz * Double(index) / 48_000
                re += Double(take.left[index]) * cos(angle)
                im += Double(take.left[index]) * sin(angle)
            }
            return (re * re + im * im).squareRoot()
        }
        return (at(hertz), at(hertz * pow(2, -1.0 / 24)), at(hertz * pow(2, 1.0 / 24)))
    }
}
