import BatchVideo
import Foundation
import Testing

@testable import Artwork

@Suite("Ambient loops")
struct AmbientLoopsTests {
    private static func picture(_ family: SceneFamily, _ size: PixelSize) -> PaintedPicture {
        PaintedPicture(subject: .scene(family), palette: .deep, size: size, seed: 3)
    }

    @Test(
        "the last frame leads into the first, and the picture moves",
        arguments: SceneFamily.allCases)
    func seamless(_ family: SceneFamily) {
        let scene = SceneCatalogue.scene(Self.picture(family, PixelSize(width: 320, height: 180)))
        let count = 210.0
        let frames = (0..<7).map { TestCanvas(scene, phase: Double($0 - 3) / count) }

        let steps = zip(frames, frames.dropFirst()).map { $0.difference($1) }
        let quarter = frames[3].difference(TestCanvas(scene, phase: 0.25))

        // Phase -1/210 is the last frame; the step over the seam is a step like the others.
        let usual = steps.max() ?? 0
        #expect(steps[2] <= usual * 1.001)
        #expect((steps.min() ?? 0) > usual * 0.2, "\(family): \(steps)")
        #expect(quarter > 0.8, "\(family) moves by \(quarter)")
    }

    @Test("no frame jumps", arguments: [SceneFamily.sea, .winterCabin, .ink, .wheatField])
    func steady(_ family: SceneFamily) {
        let scene = SceneCatalogue.scene(Self.picture(family, PixelSize(width: 160, height: 90)))
        let frames = (0...60).map { TestCanvas(scene, phase: Double($0) / 210) }

        let steps = zip(frames, frames.dropFirst()).map { $0.difference($1) }

        let mean = statistics(steps).mean
        #expect((steps.max() ?? 0) < mean * 4, "\(family): \(steps)")
    }

    @Test("the recorder is given every frame of seven seconds, complete")
    func recorded() async throws {
        let recorder = MemoryRecorder()
        let size = PixelSize(width: 96, height: 64)

        let length = try await AmbientLoops(recorder: recorder).paint(
            Self.picture(.sea, size), fps: 10, to: URL(fileURLWithPath: "/tmp/never.mp4"))

        #expect(length == MediaTime(ms: 7000))
        #expect(recorder.frames.count == 70)
        #expect(recorder.frames.allSatisfy { $0.count == 96 * 64 * 4 })
        #expect(Set(recorder.frames).count == 70)
    }

    @Test("frame rates out of range are refused", arguments: [0, -1, 121])
    func rates(_ fps: Int) async throws {
        let error = await #expect(throws: BatchVideoError.self) {
            _ = try await AmbientLoops(recorder: MemoryRecorder()).paint(
                Self.picture(.sea, PixelSize(width: 64, height: 64)), fps: fps,
                to: URL(fileURLWithPath: "/tmp/never.mp4"))
        }

        #expect(error?.code == .invalid)
    }
}
