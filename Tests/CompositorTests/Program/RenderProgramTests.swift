import BatchVideo
@testable import Compositor
import Foundation
import Glibc
import TestKit
import Testing

@Suite("The render program", .serialized)
struct RenderProgramTests {
    @Test("reports as it goes, ends with done and exit code 0")
    func events() throws {
        let (studio, order) = try film(quality: .standard)
        let run = try Run(order)
        let events = run.events()

        #expect(run.exitCode() == 0)
        #expect(events.last?.kind == .done && events.last?.framesDone == 360)
        #expect(events.count > 3 && events.allSatisfy { $0.frameCount == 360 })
        #expect(zip(events, events.dropFirst()).allSatisfy { $0.framesDone <= $1.framesDone })
        #expect((events.last?.cpuSeconds ?? 0) > 0.1)
        #expect(studio.folder.files.contains("film.mp4"))
    }

    @Test("killed in the middle and started again, it makes the same bytes from where it was")
    func resume() throws {
        let (studio, order) = try film()
        var whole = order
        whole.segmentCache = studio.folder.file("whole").path
        whole.renditions[0].file = studio.folder.file("whole.mp4").path
        try studio.render(whole)
        let run = try Run(order)
        run.waitForSegments(2, in: order)
        kill(run.pid, SIGKILL)
        _ = run.exitCode()
        #expect(!studio.folder.files.contains("film.mp4"))

        let event = try studio.render(order)

        #expect(event.segmentsReused >= 2 && event.segmentsReused < 6)
        #expect(
            try Data(contentsOf: studio.folder.file("film.mp4"))
                == Data(contentsOf: studio.folder.file("whole.mp4")))
        #expect(studio.folder.files.allSatisfy { !$0.hasSuffix(".partial") })
    }

    @Test("SIGTERM ends it promptly, with its decoders, and leaves no part of a film")
    func terminated() throws {
        let (studio, order) = try film(hasClip: true)
        let run = try Run(order)
        run.waitForChild()
        let start = ContinuousClock.now

        kill(run.pid, SIGTERM)

        #expect(run.exitCode() == 128 + SIGTERM)
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(Run.isQuiet(about: studio.root))
        #expect(studio.folder.files.allSatisfy { file in
            !file.contains("film") && !file.hasSuffix(".partial")
        })
    }

    @Test("it ends when its parent does")
    func orphan() throws {
        let (studio, order) = try film(hasClip: true)
        let file = studio.folder.file("order.json")
        try JSONEncoder().encode(order).write(to: file)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c", "\"$0\" < \"$1\" > \"$2\" & echo $! > \"$3\"; exec sleep 100", Run.program,
            file.path, studio.folder.file("events").path, studio.folder.file("pid").path,
        ]
        try shell.run()
        let deadline = ContinuousClock.now + .seconds(20)
        var child: pid_t?
        while child == nil || Run.children(of: child ?? 0).isEmpty, ContinuousClock.now < deadline {
            child = (try? String(contentsOf: studio.folder.file("pid"), encoding: .utf8)).flatMap {
                pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            usleep(10_000)
        }
        try #require(child != nil)

        kill(shell.processIdentifier, SIGKILL)
        shell.waitForEnd()

        #expect(Run.isQuiet(about: studio.root))
        #expect(!studio.folder.files.contains { $0.contains("film") })
    }

    @Test("what cannot be done is said in one line, with exit code 1")
    func failure() throws {
        let (studio, order) = try film(quality: .draft)
        var broken = order
        broken.timeline.clips[2].source.file = "no such\nfile.png"

        for run in [try Run(broken), try Run(bytes: Data("{}".utf8))] {
            let events = run.events()
            #expect(run.exitCode() == 1)
            #expect(events.last?.kind == .failed)
            let message = events.last?.message ?? ""
            #expect(!message.isEmpty && !message.contains("\n"))
        }
        #expect(!studio.folder.files.contains { $0.contains("film") })
    }

    /// `.high` takes long enough to be stopped in the middle.
    private func film(
        hasClip: Bool = false, quality: RenderQuality = .high
    ) throws -> (Studio, RenderOrder) {
        let studio = try Studio()
        var sources = try (0..<6).map { try studio.texture("\($0).png", hue: 50 * $0) }
        if hasClip {
            // Long enough that the decoder still runs when the test stops it.
            try Tool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=3", "-c:v", "libx264",
                "-preset", "ultrafast", studio.folder.file("clip.mp4").path)
            let clip = try studio.picture("clip.mp4", .clip, lengthMs: 3000)
            sources = Array(repeating: clip, count: 6)
        }
        let sound = try studio.sound("0", seconds: 12)
        let timeline = studio.timeline(
            sources, frames: 60, transition: Transition(kind: .dissolve, frames: 12), sound: sound)
        var order = studio.order(timeline)
        order.quality = quality
        order.workers = 1
        return (studio, order)
    }
}
