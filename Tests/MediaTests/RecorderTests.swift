import BatchVideo
import Foundation
import Synchronization
import Testing

@testable import Media

@Suite("Frame recorder")
struct RecorderTests {
    let studio: Studio
    let recorder: FFmpegFrameRecorder

    init() throws {
        studio = try Studio()
        recorder = FFmpegFrameRecorder(paths: studio.paths)
    }

    @Test("every frame is drawn once, in order, and comes out in its colours")
    func record() async throws {
        let out = studio.file("loop.mp4")
        let drawn = Mutex<[Int]>([])
        let size = PixelSize(width: 64, height: 48)
        // Frames alternate between pure red and a blue that tells BT.709 from BT.601.
        try await recorder.record(size: size, fps: 30, frameCount: 45, to: out) { frame, buffer in
            drawn.withLock { $0.append(frame) }
            for pixel in 0..<size.pixels {
                buffer[pixel * 4] = frame < 20 ? 0 : 200
                buffer[pixel * 4 + 1] = 30
                buffer[pixel * 4 + 2] = frame < 20 ? 220 : 10
                buffer[pixel * 4 + 3] = 255
            }
        }

        let rgb = try await studio.runner.capture(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-i", out.path, "-vf",
                    "scale=in_color_matrix=bt709:out_range=full:flags=accurate_rnd+full_chroma_int,format=rgb24",
                    "-f", "rawvideo", "pipe:1",
                ]))
        let frames = rgb.count / (size.pixels * 3)
        let probe = try await studio.runner.capture(
            Command(
                studio.paths.ffprobe,
                [
                    "-v", "error", "-show_entries",
                    "stream=pix_fmt,color_space,color_range,color_transfer,r_frame_rate", "-of", "csv=p=0", out.path,
                ]))
        #expect(drawn.withLock { $0 } == Array(0..<45))
        #expect(frames == 45)
        #expect(near(rgb, at: 5, size, (220, 30, 0)) && near(rgb, at: 40, size, (10, 30, 200)))
        #expect(String(decoding: probe, as: UTF8.self).contains("yuv420p,tv,bt709,bt709,30/1"))
    }

    @Test("what drawing throws is thrown, and no file is left")
    func throwing() async throws {
        await expectError(.internal, saying: "no paint") {
            try await recorder.record(
                size: PixelSize(width: 64, height: 48), fps: 30, frameCount: 30, to: studio.file("a.mp4")
            ) { frame, _ in
                if frame == 10 { throw BatchVideoError(.internal, "no paint") }
            }
        }

        #expect(studio.names.isEmpty)
    }

    @Test("cancelling ends it with no file")
    func cancel() async throws {
        let recorder = recorder
        let out = studio.file("a.mp4")
        let (started, signal) = AsyncStream<Void>.makeStream()

        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await recorder.record(
                        size: PixelSize(width: 640, height: 480), fps: 30, frameCount: 100_000, to: out
                    ) { frame, _ in if frame == 5 { signal.yield() } }
                    return false
                } catch { return error is CancellationError }
            }
            for await _ in started { break }
            group.cancelAll()
            #expect(await group.next() == true)
        }

        #expect(studio.names.isEmpty)
    }

    @Test("odd or empty sizes are refused")
    func odd() async {
        for size in [PixelSize(width: 63, height: 48), PixelSize(width: 0, height: 2)] {
            await expectError(.invalid, saying: "\(size.width)x\(size.height)") {
                try await recorder.record(size: size, fps: 30, frameCount: 1, to: studio.file("a.mp4")) { _, _ in }
            }
        }
    }

    private func near(_ rgb: Data, at frame: Int, _ size: PixelSize, _ colour: (Int, Int, Int)) -> Bool {
        let start = frame * size.pixels * 3 + (size.width * 20 + 30) * 3
        let found = (Int(rgb[start]), Int(rgb[start + 1]), Int(rgb[start + 2]))
        return abs(found.0 - colour.0) < 7 && abs(found.1 - colour.1) < 7 && abs(found.2 - colour.2) < 7
    }
}

@Suite("Render child")
struct RenderChildTests {
    let studio: Studio

    init() throws { studio = try Studio() }

    /// A renderer whose program is a script of ours. A child writes it: were it open for writing
    /// here, a child of another test might hold it open while it is started ("text file busy").
    private func renderer(_ script: String) async throws -> RenderChild {
        let program = studio.file("render-\(UUID().uuidString)")
        try await studio.runner.run(
            studio.shell("cat > \(program.path) && chmod 755 \(program.path)"),
            input: .bytes(Array("#!/bin/sh\n\(script)\n".utf8)))
        var paths = studio.paths
        paths.render = program.path
        return RenderChild(paths: paths)
    }

    private var order: RenderOrder {
        let timeline = Timeline(
            canvas: .landscape, frameCount: 30, clips: [], sound: SoundTrack(file: "a.wav", sha256: ""))
        return RenderOrder(
            workspace: studio.folder.path, timeline: timeline, renditions: [], quality: .draft,
            segmentCache: studio.folder.path, workers: 1)
    }

    private let done = #"{"kind":"done","framesDone":30,"frameCount":30,"segmentsReused":2,"cpuSeconds":1}"#

    @Test("the order goes in whole and the events come out one by one")
    func events() async throws {
        let half = #"{"kind":"progress","framesDone":15,"frameCount":30,"segmentsReused":0,"cpuSeconds":0.5}"#
        let child = try await renderer(
            "cat > \(studio.file("order.json").path); printf '%s' '\(half.prefix(20))'; sleep 0.05; "
                + "echo '\(half.dropFirst(20))'; echo '\(done)'")
        let seen = Mutex<[RenderEvent]>([])

        try await child.render(order) { event in seen.withLock { $0.append(event) } }

        let sent = try JSONDecoder().decode(
            RenderOrder.self, from: Data(contentsOf: studio.file("order.json")))
        #expect(sent == order)
        #expect(seen.withLock { $0.map(\.framesDone) } == [15, 30])
    }

    @Test("what the child says went wrong is what is thrown")
    func failed() async throws {
        let failed =
            #"{"kind":"failed","framesDone":1,"frameCount":30,"segmentsReused":0,"cpuSeconds":0,"message":"clip.mp4 cannot be decoded"}"#
        let child = try await renderer("echo '\(failed)'; exit 1")

        await expectError(.media, saying: "clip.mp4 cannot be decoded") {
            try await child.render(order) { _ in }
        }
    }

    @Test("a crash, a full disk, silence and nonsense each have their words")
    func crashes() async throws {
        await expectError(.media, saying: "signal 11") {
            try await renderer("kill -SEGV $$").render(order) { _ in }
        }
        await expectError(.unwritable, saying: "disk is full") {
            try await renderer("echo 'x: No space left on device' >&2; exit 1").render(order) { _ in }
        }
        await expectError(.media, saying: "without saying that it is done") {
            try await renderer("exit 0").render(order) { _ in }
        }
        await expectError(.media, saying: "make build") {
            try await renderer("echo hello").render(order) { _ in }
        }
    }

    @Test("a missing program is named")
    func missing() async throws {
        var paths = studio.paths
        paths.render = nil
        let child = RenderChild(paths: paths)

        await expectError(.unavailable, saying: "batchvideo-render", "make build") {
            try await child.render(order) { _ in }
        }
    }
}
