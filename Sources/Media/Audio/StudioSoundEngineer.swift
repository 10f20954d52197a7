package import BatchVideo
package import Foundation

/// Joins, mixes and masters sound with our own signal processing; ffmpeg only decodes the user's music
/// and encodes the MP3.
package struct StudioSoundEngineer: SoundEngineer {
    package let version: String
    private let runner: ToolRunner
    private let isWarm: Bool

    /// `isWarm` lowers the treble of the voices a little (3 dB above 3.2 kHz).
    package init(paths: ToolPaths, isWarm: Bool = true) {
        runner = ToolRunner(paths: paths)
        self.isWarm = isWarm
        version = "studio 1\(isWarm ? " warm" : "")"
    }

    package func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, to file: URL
    ) async throws -> AssembledSpeech {
        let isWarm = isWarm
        return try await PartialFile.write(file) { partial in
            try await OwnThread.run("assemble") { cancel in
                let assembly = SpeechAssembly(
                    pieces: pieces, leadInMs: leadInMs, tailMs: tailMs, isWarm: isWarm,
                    cancel: cancel)
                return try assembly.write(to: partial)
            }
        }
    }

    package func master(narration: URL, music: URL?, to file: URL) async throws -> Loudness {
        let reader = try WaveReader(narration)
        guard reader.sampleRate == Mixdown.rate, reader.frameCount > 0 else {
            throw BatchVideoError(
                .media, "\(narration.lastPathComponent) is not a narration: 48 kHz is expected")
        }
        return try await PartialFile.write(file) { partial in
            let decoded = URL(fileURLWithPath: partial.path + ".music")
            defer { try? FileManager.default.removeItem(at: decoded) }
            var name: String?
            if let music { name = try await decode(music, samples: reader.frameCount, to: decoded) }
            return try await OwnThread.run("master") { [name] cancel in
                let bed = try name.map {
                    try MusicBed(decoded: decoded, filmCount: reader.frameCount, name: $0)
                }
                return try Mixdown(narration: reader, music: bed, cancel: cancel).write(to: partial)
            }
        }
    }

    /// LAME writes everything at 0.95 of its level; this takes it back.
    private static let lameCompensation = "volume=0.4455dB"

    package func encodeMP3(_ soundTrack: URL, to file: URL) async throws {
        let source = try OpenFile(soundTrack)
        try await PartialFile.write(file) { partial in
            let arguments =
                FFmpegArguments.opening + FFmpegArguments.protocols
                + ["-f", "wav", "-i", FFmpegArguments.inherited(0), "-map", "0:a:0"]
                + ["-filter:a", Self.lameCompensation, "-c:a", "libmp3lame", "-b:a", "160k"]
                + FFmpegArguments.reproducible
                + ["-f", "mp3", FFmpegArguments.path(partial)]
            let subject = "cannot encode \(file.lastPathComponent)"
            try await runner.ffmpeg(arguments, reading: source, subject)
        }
    }

    /// Decodes as much of the music as the film is long; returns the file's name for messages.
    private func decode(_ music: URL, samples: Int, to file: URL) async throws -> String {
        let source = try OpenFile(music)
        let kind = try MediaKind.of(source)
        guard kind.holdsSound else {
            throw BatchVideoError(.media, "\(source.name) is \(kind.noun), not music")
        }
        let seconds = Double(samples) / Double(Mixdown.rate) + 0.1
        let arguments =
            FFmpegArguments.opening + FFmpegArguments.untrusted(kind)
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:a:0", "-vn", "-sn", "-dn"]
            + ["-t", String(format: "%.3f", seconds)]
            + ["-ac", "2", "-ar", "\(Mixdown.rate)", "-c:a", "pcm_f32le", "-f", "f32le"]
            + [FFmpegArguments.path(file)]
        try await runner.ffmpeg(
            arguments, reading: source, "cannot read the music \(source.name)",
            limits: .userMedia(seconds: 120 + Int(seconds)))
        return source.name
    }
}
