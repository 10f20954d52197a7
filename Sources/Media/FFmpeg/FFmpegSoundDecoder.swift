package import BatchVideo
package import Foundation

/// Decodes people's and vendors' sound: ffmpeg in a sandbox, one demuxer per kind of file.
package struct FFmpegSoundDecoder: SoundDecoder {
    private let runner: ToolRunner

    /// An hour at 16 kHz, twenty minutes at 48 kHz.
    private static let maximumBytes = 240 << 20
    private static let sampleRates = 8000...192_000

    package init(paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    package func decode(_ file: URL, sampleRate: Int, tempo: Double) async throws -> MonoSound {
        guard Self.sampleRates.contains(sampleRate) else {
            throw BatchVideoError(.invalid, "sound cannot be decoded at \(sampleRate) samples a second")
        }
        let opened = try OpenFile(file)
        let kind = try MediaKind.of(opened)
        guard kind.holdsSound else {
            throw BatchVideoError(.media, "\(opened.name) is \(kind.noun), not a sound file")
        }
        let probe = try await MediaProbe(opened, kind, runner: runner)
        guard probe.audio != nil else {
            throw BatchVideoError(.media, "\(opened.name) holds no sound")
        }
        let samples = Collected(limit: Self.maximumBytes)
        let arguments =
            FFmpegArguments.opening + FFmpegArguments.untrusted(kind)
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:a:0", "-vn", "-sn", "-dn"]
            + Self.stretch(tempo)
            // To whole numbers: to floats, channels would be added up at more than full scale.
            + ["-ac", "1", "-ar", "\(sampleRate)", "-f", "s32le", "pipe:1"]
        do {
            try await runner.ffmpeg(
                arguments, reading: opened, "cannot decode \(opened.name)",
                outputs: [{ try samples.append($0) }])
        } catch let error as BatchVideoError where samples.isFull {
            let minutes = Self.maximumBytes / 4 / sampleRate / 60
            throw BatchVideoError(
                .media, "\(opened.name) is longer than \(minutes) minutes; divide it", cause: error)
        }
        let sound = MonoSound(sampleRate: sampleRate, samples: Self.floats(samples.data))
        guard !sound.samples.isEmpty else {
            throw BatchVideoError(.media, "\(opened.name) holds no sound that can be decoded")
        }
        return sound
    }

    /// WSOLA, which is at its best within a factor of two: further ones in steps.
    private static func stretch(_ tempo: Double) -> [String] {
        var rest = min(max(tempo, 0.25), 4)
        guard abs(rest - 1) > 0.001 else { return [] }
        var steps: [String] = []
        while rest > 2 || rest < 0.5 {
            let step = rest > 2 ? 2 : 0.5
            steps.append("atempo=\(step)")
            rest /= step
        }
        return ["-af", (steps + ["atempo=\(rest)"]).joined(separator: ",")]
    }

    private static func floats(_ data: Data) -> [Float] {
        data.withUnsafeBytes { raw in
            (0..<raw.count / 4).map { index in
                let bits = raw.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
                return Float(Int32(littleEndian: bits)) / 0x1p31
            }
        }
    }
}
