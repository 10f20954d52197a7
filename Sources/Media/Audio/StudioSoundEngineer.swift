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
        version = "studio 3\(isWarm ? " warm" : "")"
    }

    package func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, beatMs: Int, to file: URL
    ) async throws -> AssembledSpeech {
        let isWarm = isWarm
        return try await PartialFile.write(file) { partial in
            try await OwnThread.run("assemble") { cancel in
                let assembly = SpeechAssembly(
                    pieces: pieces, leadInMs: leadInMs, tailMs: tailMs, beatMs: beatMs, isWarm: isWarm,
                    cancel: cancel)
                return try assembly.write(to: partial)
            }
        }
    }

    package func master(_ score: SoundScore, to file: URL) async throws -> Loudness {
        let reader = try WaveReader(score.narration)
        guard reader.sampleRate == Mixdown.rate, reader.frameCount > 0 else {
            throw BatchVideoError(
                .media,
                "\(score.narration.lastPathComponent) is not a narration: 48 kHz is expected")
        }
        return try await PartialFile.write(file) { partial in
            let names = (0..<score.inserts.count + 1).map {
                URL(fileURLWithPath: partial.path + ".sound\($0)")
            }
            defer { names.forEach { try? FileManager.default.removeItem(at: $0) } }
            var music: (bed: SoundBed, name: String)?
            if let bed = score.music {
                music = (bed, try await decode(bed.file, samples: reader.frameCount, to: names[0]))
            }
            for (insert, decoded) in zip(score.inserts, names.dropFirst()) {
                try await decodeInsert(insert, to: decoded)
            }
            return try await OwnThread.run("master") { [music] cancel in
                let bed = try music.map {
                    try MusicBed($0.bed, decoded: names[0], filmCount: reader.frameCount, name: $0.name)
                }
                let inserts = try zip(score.inserts, names.dropFirst()).compactMap {
                    try InsertTrack(decoded: $1, $0)
                }
                return try Mixdown(
                    narration: reader, music: bed, lead: score.lead, tail: score.tail,
                    inserts: inserts, cancel: cancel
                ).write(to: partial)
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

    /// Decodes a stretch of a clip's sound; writes nothing for a clip without any.
    private func decodeInsert(_ insert: SoundInsert, to file: URL) async throws {
        let source = try OpenFile(insert.file)
        let kind = try MediaKind.of(source)
        guard kind.holdsSound, try await MediaProbe(source, kind, runner: runner).audio != nil
        else { return }
        try await decode(
            source, kind, from: insert.inPoint.seconds, samples: insert.samples.count, to: file)
    }

    /// Decodes as much of the music as the film is long; returns the file's name for messages.
    private func decode(_ music: URL, samples: Int, to file: URL) async throws -> String {
        let source = try OpenFile(music)
        let kind = try MediaKind.of(source)
        guard kind.holdsSound else {
            throw BatchVideoError(.media, "\(source.name) is \(kind.noun), not music")
        }
        try await decode(source, kind, from: 0, samples: samples, to: file)
        return source.name
    }

    private func decode(
        _ source: OpenFile, _ kind: MediaKind, from start: Double, samples: Int, to file: URL
    ) async throws {
        let seconds = Double(samples) / Double(Mixdown.rate) + 0.1
        let seek = start > 0 ? ["-ss", String(format: "%.3f", start)] : []
        let arguments =
            FFmpegArguments.opening + FFmpegArguments.untrusted(kind) + seek
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:a:0", "-vn", "-sn", "-dn"]
            + ["-t", String(format: "%.3f", seconds)]
            + ["-ac", "2", "-ar", "\(Mixdown.rate)", "-c:a", "pcm_f32le", "-f", "f32le"]
            + [FFmpegArguments.path(file)]
        try await runner.ffmpeg(
            arguments, reading: source, "cannot read the sound of \(source.name)",
            limits: .userMedia(seconds: 120 + Int(seconds)))
    }
}
