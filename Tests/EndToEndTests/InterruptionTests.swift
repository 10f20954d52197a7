import Foundation
import TestKit
import Testing

@Suite("Interruption")
struct InterruptionTests {
    static let text = """
        The tower stands above the sea. The lamp is lit at dusk. The keeper climbs the steps. \
        Snow falls on the hills. The village sleeps. A boat comes home before sunrise.
        """

    private func arguments(_ folder: TemporaryFolder) -> [String] {
        ["make", "-", "-o", "film.mp4", "--size", "480x270"]
    }

    /// Processes whose command line names the test's own folder.
    private func processes(naming folder: TemporaryFolder) throws -> [String] {
        let mark = folder.url.lastPathComponent
        return try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            guard Int(name) != nil,
                let line = try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8),
                let cwd = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")
            else { return false }
            return line.contains(mark) || cwd.contains(mark)
        }
    }

    @Test(
        "Ctrl-C ends at once with 130 and leaves no file and no child",
        arguments: ["narration", "visuals", "timeline"])
    func interrupt(after stage: String) async throws {
        let folder = try TemporaryFolder()
        let run = try Run(arguments(folder), input: Data(Self.text.utf8), in: folder)

        let isSent = await run.signal(SIGINT, after: "  \(stage)")
        let outcome = try await run.outcome()

        #expect(isSent)
        #expect(outcome.status == 130, "\(outcome.errors)")
        #expect(outcome.errors.contains("interrupted"))
        #expect(folder.visible.isEmpty)
        #expect(try processes(naming: folder).isEmpty)
    }

    @Test("after kill -9 the same command goes on where it was and makes the same film")
    func killed() async throws {
        let folder = try TemporaryFolder()
        let whole = try await Program.run(
            ["make", "-", "-o", "whole.mp4", "--size", "480x270"], input: Data(Self.text.utf8),
            in: folder)
        #expect(whole.status == 0, "\(whole.errors)")

        for stage in ["narration", "visuals", "timeline"] {
            let run = try Run(arguments(folder), input: Data(Self.text.utf8), in: folder)
            #expect(await run.signal(SIGKILL, after: "  \(stage)"))
            #expect(try await run.outcome().status == 128 + SIGKILL)
            #expect(!folder.visible.contains("film.mp4"))
        }
        let resumed = try await Program.run(
            arguments(folder), input: Data(Self.text.utf8), in: folder)

        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.errors.contains("kept from an earlier run"))
        let a = try Data(contentsOf: folder.file("whole.mp4"))
        let b = try Data(contentsOf: folder.file("film.mp4"))
        #expect(a == b)
    }

    @Test("a full disk is one clear line and no half film", .enabled(if: getuid() == 0))
    func fullDisk() async throws {
        let folder = try TemporaryFolder()
        let small = folder.file("small")
        try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
        _ = try Program.tool("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", small.path])
        defer { _ = try? Program.tool("umount", [small.path]) }

        let outcome = try await Program.run(
            ["make", "-", "-o", "small/film.mp4", "--size", "320x180"],
            input: Data(Self.text.utf8), in: folder)

        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(outcome.errors.contains("disk is full"))
        #expect(!FileManager.default.fileExists(atPath: small.appending(path: "film.mp4").path))
        let left = try FileManager.default.contentsOfDirectory(atPath: small.path)
        #expect(left.allSatisfy { !$0.hasSuffix(".part") })
    }
}
