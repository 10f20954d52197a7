import BatchVideo
import Testing

@testable import Artwork

@Suite("City, tea table, living room, lotus and technology")
struct IndoorScenesTests {
    private static let families: [SceneFamily] = [
        .city, .teaTable, .livingRoom, .lotus, .technology,
    ]
    private static let shapes = [
        PixelSize(width: 320, height: 180), PixelSize(width: 180, height: 320),
        PixelSize(width: 240, height: 240),
    ]

    private func scene(
        _ family: SceneFamily, _ palette: ScenePalette, _ size: PixelSize, seed: UInt64,
        mirrored: Bool = false
    ) -> Scene {
        SceneCatalogue.scene(
            PaintedPicture(
                subject: .scene(family), palette: palette, size: size, seed: seed,
                mirrored: mirrored))
    }

    private func frame(
        _ scene: Scene, phase: Double, over ground: UInt32 = 0xFF00_0000
    ) -> [UInt32] {
        var pixels = [UInt32](repeating: ground, count: scene.stage.size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            scene.draw(on: Frame(stage: scene.stage, pixels: base), phase: phase)
        }
        return pixels
    }

    /// Mean difference of the channels, in grey levels.
    private func difference(_ a: [UInt32], _ b: [UInt32]) -> Double {
        var sum = 0
        for (x, y) in zip(a, b) {
            for shift in [0, 8, 16] as [UInt32] {
                sum += abs(Int(x >> shift & 0xFF) - Int(y >> shift & 0xFF))
            }
        }
        return Double(sum) / Double(a.count * 3)
    }

    @Test("every pixel is painted: nothing shines through, in every shape and light", arguments: families)
    func covers(family: SceneFamily) {
        for palette in ScenePalette.allCases {
            for shape in Self.shapes {
                let scene = scene(family, palette, shape, seed: 3)
                let pixels = frame(scene, phase: 0.37)
                #expect(frame(scene, phase: 0.37, over: 0xFFFF_FFFF) == pixels)
                #expect(Set(pixels).count > 2000)
            }
        }
    }

    @Test("the loop closes: phase 1 is phase 0, and its last step is like others", arguments: families)
    func loops(family: SceneFamily) {
        let scene = scene(family, .deep, Self.shapes[0], seed: 8)
        let first = frame(scene, phase: 0)
        #expect(frame(scene, phase: 1) == first)
        let step = 1.0 / 210
        let inside = difference(frame(scene, phase: 0.5), frame(scene, phase: 0.5 + step))
        let seam = difference(frame(scene, phase: 1 - step), first)
        #expect(seam < inside * 2 + 0.4)
    }

    @Test("it moves so that one sees it", arguments: families)
    func moves(family: SceneFamily) {
        for palette in ScenePalette.allCases {
            let scene = scene(family, palette, Self.shapes[0], seed: 2)
            #expect(difference(frame(scene, phase: 0), frame(scene, phase: 0.25)) > 1.2)
        }
    }

    @Test("another seed, palette or side is another picture; the same order the same", arguments: families)
    func variety(family: SceneFamily) {
        let size = Self.shapes[0]
        let base = frame(scene(family, .warm, size, seed: 1), phase: 0)
        #expect(frame(scene(family, .warm, size, seed: 1), phase: 0) == base)
        #expect(difference(frame(scene(family, .warm, size, seed: 2), phase: 0), base) > 1)
        #expect(difference(frame(scene(family, .clear, size, seed: 1), phase: 0), base) > 8)
        #expect(difference(frame(scene(family, .deep, size, seed: 1), phase: 0), base) > 8)
        let mirrored = frame(scene(family, .warm, size, seed: 1, mirrored: true), phase: 0)
        #expect(mirrored[0..<size.width].elementsEqual(base[0..<size.width].reversed()))
    }

    @Test("night is darker than day", arguments: families)
    func light(family: SceneFamily) {
        func brightness(_ palette: ScenePalette) -> Double {
            let pixels = frame(scene(family, palette, Self.shapes[0], seed: 5), phase: 0)
            return pixels.reduce(0) { $0 + Double($1 >> 8 & 0xFF) } / Double(pixels.count)
        }
        #expect(brightness(.deep) < brightness(.clear) * 0.75)
    }
}
