import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Sound engineer")
struct StudioSoundEngineerTests {
    let studio: Studio
    let engineer: StudioSoundEngineer

    init() throws {
        studio = try Studio()
        engineer = StudioSoundEngineer(paths: studio.paths)
    }

    private func piece(_ name: String, rate: Int, seconds: Double, gapMs: Int) throws -> SpeechPiece {
        let count = Int(seconds * Double(rate))
        let samples = (0..<count).map { Float(sin(Double($0) * 600 / Double(rate) * 2 * .pi)) * 0.4 }
        let file = try studio.write(samples, rate: rate, to: name)
        return SpeechPiece(
            file: file, speech: Speech(sampleRate: rate, sampleCount: count, words: []),
            gapAfterMs: gapMs)
    }

    @Test("pieces of different rates lie exactly where it says, silence between")
    func assemble() async throws {
        let pieces = [
            try piece("a.wav", rate: 22_050, seconds: 1.5, gapMs: 480),
            try piece("b.wav", rate: 16_000, seconds: 0.8, gapMs: 0),
            try piece("c.wav", rate: 48_000, seconds: 0.3, gapMs: 120),
        ]
        let out = studio.file("narration.wav")

        let result = try await engineer.assemble(pieces, leadInMs: 300, tailMs: 600, beatMs: 0, to: out)

        let reader = try WaveReader(out)
        let samples = try reader.mono(0..<reader.frameCount)
        #expect(result.sampleRate == 48_000 && result.sampleCount == reader.frameCount)
        #expect(result.starts == [14_400, 14_400 + 72_000 + 23_040, 14_400 + 72_000 + 23_040 + 38_400])
        #expect(result.sampleCount == 14_400 + 72_000 + 23_040 + 38_400 + 14_400 + 5760 + 28_800)
        #expect(samples[..<14_400].allSatisfy { $0 == 0 })
        #expect(samples[86_400..<109_440].allSatisfy { $0 == 0 })
        #expect(samples[(result.sampleCount - 34_560)...].allSatisfy { $0 == 0 })
        for start in result.starts {
            #expect(abs(samples[start]) < 0.001 && samples[start + 100..<start + 600].contains { abs($0) > 0.1 })
        }
    }

    @Test("each piece but the first begins on a beat, its gap shorter or longer by half of one at most")
    func beat() async throws {
        let pieces = try (0..<6).map {
            try piece("\($0).wav", rate: 22_050, seconds: 0.4 + Double($0) * 0.037, gapMs: $0 == 5 ? 0 : 480)
        }
        let out = studio.file("narration.wav")

        let result = try await engineer.assemble(pieces, leadInMs: 300, tailMs: 600, beatMs: 100, to: out)

        #expect(result.starts.allSatisfy { $0 % 4800 == 0 })
        for (index, start) in result.starts.enumerated().dropFirst() {
            let length = (pieces[index - 1].speech.sampleCount * 48_000 + 11_025) / 22_050
            let gap = start - result.starts[index - 1] - length
            #expect(abs(gap - 480 * 48) <= 2401, "\(gap)")
        }
    }

    @Test("a 16-bit WAV and its word times must agree on the rate")
    func wrongRate() async throws {
        var piece = try piece("a.wav", rate: 22_050, seconds: 0.5, gapMs: 0)
        piece.speech.sampleRate = 24_000
        let out = studio.file("n.wav")

        await expectError(.media, saying: "a.wav", "22050") {
            _ = try await engineer.assemble([piece], leadInMs: 0, tailMs: 0, beatMs: 0, to: out)
        }

        #expect(studio.names == ["a.wav"])
    }

    @Test("narration alone comes out at -16 LUFS under -1.5 dBTP, same length, same place")
    func masterSpeech() async throws {
        let speech = speechLike(seconds: 20, level: 0.12)
        let narration = try studio.write(speech, to: "n.wav")
        let out = studio.file("m.wav")

        let said = try await engineer.master(SoundScore(narration: narration, music: nil), to: out)

        let theirs = try await studio.ebur128(out)
        let reader = try WaveReader(out)
        let result = try reader.stereo(0..<reader.frameCount)
        #expect(abs(theirs.integratedLUFS + 16) <= 0.3 && theirs.truePeakDBTP <= -1.4)
        #expect(abs(said.integratedLUFS - theirs.integratedLUFS) < 0.15)
        #expect(reader.frameCount == speech.count && reader.channels == 2)
        #expect(result.left == result.right)
        #expect(shift(of: result.left, against: speech) == 0)
        #expect(studio.names.filter { $0.hasPrefix(".") }.isEmpty)
    }

    @Test("spiky narration still reaches -16 LUFS through the limiter")
    func masterSpiky() async throws {
        var speech = speechLike(seconds: 12, level: 0.05)
        for index in stride(from: 3000, to: speech.count, by: 20_000) { speech[index] = 0.9 }
        let narration = try studio.write(speech, to: "n.wav")
        let out = studio.file("m.wav")

        _ = try await engineer.master(SoundScore(narration: narration, music: nil), to: out)

        let theirs = try await studio.ebur128(out)
        #expect(abs(theirs.integratedLUFS + 16) <= 0.3 && theirs.truePeakDBTP <= -1.4, "\(theirs)")
    }

    @Test("an intro's and a clip's own sound lie in their place, and the narration is not moved")
    func inserts() async throws {
        let speech = speechLike(seconds: 12, level: 0.12)
        let narration = try studio.write(speech, to: "n.wav")
        let clip = studio.file("clip.mp4")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=3", "-f", "lavfi", "-i",
            "aevalsrc=0.2*sin(2*PI*3000*t)|0.2*sin(2*PI*3000*t):s=44100:d=3", "-c:v", "libx264",
            "-c:a", "aac", clip.path)
        let mute = studio.file("mute.mp4")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=1", "-c:v", "libx264",
            mute.path)
        let (lead, tail) = (96_000, 48_000)
        let end = lead + speech.count
        let out = studio.file("m.wav")

        _ = try await engineer.master(
            SoundScore(
                narration: narration, lead: lead, tail: tail,
                inserts: [
                    SoundInsert(
                        file: clip, inPoint: MediaTime(ms: 500), samples: 0..<lead,
                        loudnessLUFS: -20),
                    SoundInsert(
                        file: mute, inPoint: .zero, samples: end..<end + tail, loudnessLUFS: -16),
                ]), to: out)

        let reader = try WaveReader(out)
        let result = try reader.stereo(0..<reader.frameCount)
        #expect(reader.frameCount == speech.count + lead + tail)
        let intro = loudness(of: result, 24_000..<72_000)
        #expect(abs(intro + 20) < 2.5, "\(intro)")
        #expect(result.left[end + 4800..<end + tail].allSatisfy { abs($0) < 1e-4 })
        #expect(shift(of: Array(result.left[lead..<end]), against: speech) == 0)
    }

    @Test("music shorter or longer than the film lies under the voice and fades out", arguments: [3.0, 40])
    func masterMusic(seconds: Double) async throws {
        var speech = speechLike(seconds: 8) + [Float](repeating: 0, count: 4 * 48_000)
        speech += speechLike(seconds: 4, seed: 2) + [Float](repeating: 0, count: 24_000)
        let narration = try studio.write(speech, to: "n.wav")
        let music = studio.file("music.mp3")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "aevalsrc=0.3*sin(2*PI*880*t)|0.3*sin(2*PI*660*t):s=44100:d=\(seconds)",
            music.path)
        let out = studio.file("m.wav")

        let said = try await engineer.master(SoundScore(narration: narration, music: SoundBed(music)), to: out)

        let reader = try WaveReader(out)
        let result = try reader.stereo(0..<reader.frameCount)
        let pause = loudness(of: result, 10 * 48_000..<11 * 48_000)
        let end = loudness(of: result, speech.count - 480..<speech.count)
        #expect(reader.frameCount == speech.count)
        #expect(abs(said.integratedLUFS + 16) <= 0.1 && said.truePeakDBTP <= -1.4, "\(said)")
        #expect(abs(pause + 26) < 1.5, "music in the pause: \(pause)")
        #expect(end < -50)
        #expect(studio.names.filter { $0.hasPrefix(".") }.isEmpty)
    }

    @Test("a looped track has no click at its joint")
    func joint() throws {
        let count = 48_000
        let track = (0..<count).flatMap { index -> [Float] in
            let value = Float(sin(Double(index) * 0.05)) * 0.5
            return [value, value]
        }
        let raw = studio.file("track.f32")
        try track.withUnsafeBytes { Data($0) }.write(to: raw)
        let bed = try MusicBed(SoundBed(raw), decoded: raw, filmCount: 400_000, name: "track")

        let out = try bed.block(0..<400_000).left
        var pieces: [Float] = []
        for start in stride(from: 0, to: 400_000, by: 7001) {
            pieces += try bed.block(start..<min(start + 7001, 400_000)).left
        }

        let steps = zip(out, out.dropFirst()).map { abs($1 - $0) }
        #expect(bed.period == 36_000)
        #expect(steps.max() ?? 1 < 0.5 * 0.05 * 1.5)
        #expect(pieces == out)
    }

    @Test("what is no music is refused by name and leaves nothing")
    func badMusic() async throws {
        let narration = try studio.write(speechLike(seconds: 1), to: "n.wav")
        let text = studio.file("song.mp3")
        try Data("#EXTM3U\nfile:///etc/passwd\n".utf8).write(to: text)
        let picture = studio.file("p.png")
        try await studio.ffmpeg("-f", "lavfi", "-i", "color=red:s=16x16", "-frames:v", "1", picture.path)
        let silentFilm = studio.file("mute.mp4")
        try await studio.ffmpeg("-f", "lavfi", "-i", "color=red:s=16x16:d=1", silentFilm.path)
        let before = studio.names

        for (file, code) in [
            (text, BatchVideoError.Code.media), (picture, .media),
            (silentFilm, .media), (studio.file("none.mp3"), .notFound),
        ] {
            await expectError(code, saying: file.lastPathComponent) {
                _ = try await engineer.master(
                    SoundScore(narration: narration, music: SoundBed(file)), to: studio.file("m.wav"))
            }
        }

        #expect(studio.names == before)
    }

    @Test("silent narration, a broken WAV and a folder that is not there are named")
    func badInput() async throws {
        let silent = try studio.write([Float](repeating: 0, count: 96_000), to: "silent.wav")
        let broken = studio.file("broken.wav")
        try Data("RIFF....WAVEfmt ".utf8).write(to: broken)
        let good = try studio.write(speechLike(seconds: 1), to: "n.wav")

        await expectError(.media, saying: "silent") {
            _ = try await engineer.master(SoundScore(narration: silent, music: nil), to: studio.file("m.wav"))
        }
        await expectError(.media, saying: "broken.wav") {
            _ = try await engineer.master(SoundScore(narration: broken, music: nil), to: studio.file("m.wav"))
        }
        await expectError(.unwritable, saying: "cannot write") {
            _ = try await engineer.master(SoundScore(narration: good, music: nil), to: studio.file("none/m.wav"))
        }
    }

    @Test("a full disk is said to be one")
    func fullDisk() async {
        await expectError(.unwritable, saying: "disk is full") {
            let writer = try WaveWriter(URL(fileURLWithPath: "/dev/full"), sampleRate: 48_000, channels: 2)
            try writer.finish()
        }
    }

    @Test("the MP3 is as long and as loud as the track")
    func mp3() async throws {
        let narration = try studio.write(speechLike(seconds: 20), to: "n.wav")
        let master = studio.file("m.wav")
        let mp3 = studio.file("m.mp3")
        _ = try await engineer.master(SoundScore(narration: narration, music: nil), to: master)

        try await engineer.encodeMP3(master, to: mp3)

        let theirs = try await studio.ebur128(mp3)
        let size = try Data(contentsOf: mp3).count
        #expect(abs(theirs.integratedLUFS + 16) < 0.4, "\(theirs)")
        #expect(abs(Double(size) / 20 - 20_000) < 1500)
    }

    @Test("cancelling the master ends it and leaves nothing")
    func cancel() async throws {
        let narration = try studio.write(speechLike(seconds: 120), to: "n.wav")
        let out = studio.file("m.wav")
        let engineer = engineer

        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    _ = try await engineer.master(SoundScore(narration: narration, music: nil), to: out)
                    return false
                } catch { return error is CancellationError }
            }
            group.cancelAll()
            #expect(await group.next() == true)
        }

        #expect(studio.names == ["n.wav"])
    }

    private func loudness(of block: StereoBlock, _ range: Range<Int>) -> Double {
        var meter = LoudnessMeter()
        meter.add(StereoBlock(left: Array(block.left[range]), right: Array(block.right[range])))
        return meter.integratedLUFS
    }

    /// The lag with the largest correlation, within 300 samples.
    private func shift(of a: [Float], against b: [Float]) -> Int? {
        let middle = 100_000..<160_000
        return (-300...300).max { x, y in correlation(a, b, middle, x) < correlation(a, b, middle, y) }
    }

    private func correlation(_ a: [Float], _ b: [Float], _ range: Range<Int>, _ lag: Int) -> Float {
        range.reduce(0) { $0 + a[$1 + lag] * b[$1] }
    }
}
