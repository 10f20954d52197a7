import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Sound decoder")
struct SoundDecoderTests {
    let studio: Studio
    let decoder: FFmpegSoundDecoder

    init() throws {
        studio = try Studio()
        decoder = FFmpegSoundDecoder(paths: studio.paths)
    }

    /// Silence with a burst of 1 kHz from 0.5 to 0.6 s, left channel only.
    private func burst(_ name: String, _ codec: String...) async throws -> URL {
        let url = studio.file(name)
        try await studio.runner.run(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-f", "lavfi", "-i",
                    "aevalsrc=exprs='between(t,0.5,0.6)*0.8*sin(2*PI*1000*t)|0':s=44100:d=1.2",
                ] + codec + [url.path]))
        return url
    }

    @Test(
        "a sound keeps its time in any format, its channels become one",
        arguments: [
            ("a.wav", ["-c:a", "pcm_s16le"]), ("a.flac", ["-c:a", "flac"]),
            ("a.mp3", ["-c:a", "libmp3lame", "-b:a", "192k"]),
            ("a.m4a", ["-c:a", "aac", "-b:a", "192k"]), ("a.ogg", ["-c:a", "libopus"]),
        ], [16_000, 48_000])
    func formats(_ format: (name: String, codec: [String]), rate: Int) async throws {
        let file = studio.file(format.name)
        let made = try await burst("source.wav")
        try await studio.runner.run(
            Command(studio.paths.ffmpeg, ["-v", "error", "-i", made.path] + format.codec + [file.path]))

        let sound = try await decoder.decode(file, sampleRate: rate)

        #expect(sound.sampleRate == rate)
        #expect(abs(sound.seconds - 1.2) < 0.06)
        let loud = sound.samples.indices.filter { abs(sound.samples[$0]) > 0.15 }
        let (first, last) = (try #require(loud.first), try #require(loud.last))
        #expect(abs(Double(first) / Double(rate) - 0.5) < 0.004, "\(Double(first) / Double(rate))")
        #expect(abs(Double(last) / Double(rate) - 0.6) < 0.004, "\(Double(last) / Double(rate))")
        let peak = sound.samples[first...last].max() ?? 0
        #expect(abs(peak - 0.4) < 0.06, "\(peak)")
    }

    @Test("what holds no sound is refused by name")
    func refusals() async throws {
        let picture = studio.file("cat.png")
        try await studio.ffmpeg("-f", "lavfi", "-i", "color=s=32x32", "-frames:v", "1", picture.path)
        await expectError(.media, saying: "cat.png", "a picture") {
            _ = try await decoder.decode(picture, sampleRate: 16_000)
        }
        let mute = studio.file("mute.mp4")
        try await studio.ffmpeg("-f", "lavfi", "-i", "color=s=32x32:d=1", mute.path)
        await expectError(.media, saying: "mute.mp4", "no sound") {
            _ = try await decoder.decode(mute, sampleRate: 16_000)
        }
        let text = studio.file("list.mp3")
        try Data("#EXTM3U\nfile:///etc/passwd\n".utf8).write(to: text)
        await expectError(.media, saying: "list.mp3") {
            _ = try await decoder.decode(text, sampleRate: 16_000)
        }
        await expectError(.notFound, saying: "gone.wav") {
            _ = try await decoder.decode(studio.file("gone.wav"), sampleRate: 16_000)
        }
    }

    @Test("a sound that memory should not hold is refused with how long it may be")
    func tooLong() async throws {
        let file = studio.file("day.flac")
        try await studio.ffmpeg("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=1400", file.path)
        await expectError(.media, saying: "day.flac", "5 minutes") {
            _ = try await decoder.decode(file, sampleRate: 192_000)
        }
    }
}
