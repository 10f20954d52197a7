import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Media

@Suite("Refusing hostile media", .timeLimit(.minutes(20)))
struct RefusalTests {
    private let studio: Studio
    private let importer: FFmpegImporter

    /// The tools run inside scripts that note what processor time each took.
    init() throws {
        studio = try Studio()
        var paths = studio.paths
        paths.ffmpeg = try Self.watched(paths.ffmpeg, in: studio)
        paths.ffprobe = try Self.watched(paths.ffprobe, in: studio)
        importer = FFmpegImporter(paths: paths)
    }

    @Test("takes two seconds of processor time at most, and says which file it is", arguments: [
        "playlist.mp4", "huge.png", "cut.png", "cut.mp4", "zero.mp4", "zero.png", "film.png",
        "text.jpg", "sound.mp4",
    ])
    func refusals(_ name: String) async throws {
        let file = studio.file(name)
        try await make(name)

        for isPicture in [true, false] where isPicture || name.hasSuffix("mp4") {
            let error = await #expect(throws: BatchVideoError.self) {
                if isPicture {
                    _ = try await importer.importStill(
                        file, covering: PixelSize(width: 160, height: 90),
                        to: studio.file("out.png"))
                } else {
                    _ = try await importer.examineFootage(file)
                }
            }
            #expect(error?.code == .media && error?.message.contains(name) == true, "\(error as Any)")
            #expect(error?.message.contains("\n") == false)
        }
        #expect(!studio.names.contains("out.png"))
        #expect(try toolSeconds() <= 2)
    }

    @Test("is measured: a picture that is read costs its tools something")
    func measured() async throws {
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "testsrc=s=2000x2000", "-frames:v", "1", studio.file("a.png").path)

        _ = try await importer.importStill(
            studio.file("a.png"), covering: PixelSize(width: 160, height: 90),
            to: studio.file("out.png"))

        #expect(try toolSeconds() > 0.02)
    }

    private func make(_ name: String) async throws {
        let file = studio.file(name)
        switch name {
        case "playlist.mp4":
            try Data("#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n".utf8).write(to: file)
        case "huge.png":
            try await studio.ffmpeg(
                "-f", "lavfi", "-i", "color=black:s=15000x15000,format=monob", "-frames:v", "1",
                file.path)
        case "cut.png":
            try await studio.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=3000x2000", "-frames:v", "1", file.path)
            try Data(contentsOf: file).prefix(200).write(to: file)
        case "cut.mp4", "sound.mp4":
            let source = name == "cut.mp4" ? "testsrc2=d=2" : "sine=d=2"
            try await studio.ffmpeg("-f", "lavfi", "-i", source, file.path)
            if name == "cut.mp4" { try Data(contentsOf: file).prefix(5000).write(to: file) }
        case "film.png":
            try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc2=d=1", studio.file("film.mp4").path)
            // A film is read for a moment of it, so this one is damaged as well.
            try Data(contentsOf: studio.file("film.mp4")).prefix(5000).write(to: file)
        case "text.jpg": try Data("Not a picture.\n".utf8).write(to: file)
        default: try Data().write(to: file)
        }
    }

    private static func watched(_ tool: String, in studio: Studio) throws -> String {
        let script = studio.file("watched-" + (tool as NSString).lastPathComponent)
        let log = studio.file("times").path
        try Data("#!/bin/bash\n'\(tool)' \"$@\"\ncode=$?\ntimes >> '\(log)'\nexit $code\n".utf8)
            .write(to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: script.path)
        return script.path
    }

    /// Processor time of every tool started and its script, from lines of "0m0.012s 0m0.003s".
    private func toolSeconds() throws -> Double {
        guard let text = try? String(contentsOf: studio.file("times"), encoding: .utf8) else { return 0 }
        return text.matches(of: /(\d+)m([\d.]+)s/).reduce(0) { sum, match in
            sum + (Double(match.1) ?? 0) * 60 + (Double(match.2) ?? 0)
        }
    }
}
