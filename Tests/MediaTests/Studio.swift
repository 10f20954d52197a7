import BatchVideo
import Foundation
import Testing

@testable import Media

/// A temporary folder and the tools of the machine; the folder goes with the last reference.
final class Studio: Sendable {
    let folder: URL
    let paths: ToolPaths

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("media-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        paths = try ToolPaths.locate()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var runner: ToolRunner { ToolRunner(paths: paths) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Runs ffmpeg as a person would, to make something to test with.
    func ffmpeg(_ arguments: String...) async throws {
        try await runner.run(
            Command(paths.ffmpeg, ["-v", "error", "-nostdin", "-y"] + arguments))
    }

    func shell(_ script: String, limits: ProcessLimits = ProcessLimits()) -> Command {
        Command("/bin/sh", ["-c", script], limits: limits)
    }

    func write(_ samples: [Float], rate: Int = 48_000, channels: Int = 1, to name: String) throws -> URL {
        let url = file(name)
        let writer = try WaveWriter(url, sampleRate: rate, channels: channels)
        try writer.append(mono: samples)
        try writer.finish()
        return url
    }

    /// What ffmpeg's own meter says: integrated loudness in LUFS and true peak in dBTP.
    func ebur128(_ file: URL) async throws -> Loudness {
        let log = self.file("ebur-\(UUID().uuidString).txt")
        try await runner.run(
            shell("exec ffmpeg -nostdin -i '\(file.path)' -filter:a ebur128=peak=true -f null - 2> \(log.path)"))
        let text = try String(contentsOf: log, encoding: .utf8)
        let summary = try #require(text.range(of: "Summary:", options: .backwards))
        let tail = text[summary.upperBound...]
        let integrated = try #require(tail.firstMatch(of: #/I:\s+(-?[\d.]+) LUFS/#))
        let peak = try #require(tail.firstMatch(of: #/Peak:\s+(-?[\d.]+|-inf) dBFS/#))
        return Loudness(
            integratedLUFS: Double(integrated.1) ?? .nan, truePeakDBTP: Double(peak.1) ?? -120)
    }

    /// Files in the folder, hidden ones too.
    var names: Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    }
}

/// Expects a `BatchVideoError` of a kind whose message holds all of `words`.
func expectError(
    _ code: BatchVideoError.Code, saying words: String...,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch let error as BatchVideoError {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        for word in words {
            #expect(error.message.contains(word), "\(error.message)", sourceLocation: sourceLocation)
        }
        #expect(!error.message.contains("\n") && error.message.count < 300, sourceLocation: sourceLocation)
        #expect(!error.message.contains("/proc/self/fd"), sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
    }
}

/// Something that sounds like speech to a meter: bursts of a buzzing tone with pauses between.
func speechLike(seconds: Double, seed: UInt64 = 1, level: Float = 0.5) -> [Float] {
    var random = SeededRandom(seed: seed)
    var samples: [Float] = []
    let total = Int(seconds * 48_000)
    while samples.count < total {
        let pitch = random.uniform(90, 220)
        let length = Int(random.uniform(0.12, 0.5) * 48_000)
        for index in 0..<length {
            let phase = Double(index) * pitch / 48_000
            let envelope = Float(sin(Double.pi * Double(index) / Double(length)))
            let buzz = (1...12).reduce(0.0) { $0 + sin(2 * Double.pi * phase * Double($1)) / Double($1) }
            samples.append(level * envelope * Float(buzz + random.uniform(-0.1, 0.1)))
        }
        samples += [Float](repeating: 0, count: Int(random.uniform(0.02, 0.3) * 48_000))
    }
    return Array(samples.prefix(total))
}
