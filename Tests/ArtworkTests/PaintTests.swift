import BatchVideo
import Foundation
import Testing

@testable import Artwork

@Suite("Colours")
struct ColourTests {
    @Test("Oklab of the primaries is that of the paper")
    func oklab() {
        let expected: [(UInt32, SIMD3<Float>)] = [
            (0xFFFFFF, SIMD3(1, 0, 0)), (0xFF0000, SIMD3(0.62796, 0.22486, 0.12585)),
            (0x00FF00, SIMD3(0.86644, -0.23389, 0.17950)),
            (0x0000FF, SIMD3(0.45201, -0.03246, -0.31153)),
        ]
        for (hex, lab) in expected {
            let difference = Colour(hex).oklab - lab
            #expect((difference * difference).sum() < 1e-6, "\(hex)")
        }
    }

    @Test("mixing ends at both colours and returns every colour it was given")
    func mixing() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<1000 {
            let (a, b) = (
                Colour(UInt32(random.index(0x1000000))), Colour(UInt32(random.index(0x1000000)))
            )
            #expect(Self.close(a.mixed(b, 0), a))
            #expect(Self.close(a.mixed(b, 1), b))
        }
    }

    @Test("a ramp holds its ends and passes its stops")
    func ramp() {
        let ramp = ColourRamp([(0.25, Colour(0x112233)), (0.75, Colour(0xEEDDCC))])

        #expect(Self.close(ramp.colour(-1), Colour(0x112233)))
        #expect(Self.close(ramp.colour(0.25), Colour(0x112233)))
        #expect(Self.close(ramp.colour(2), Colour(0xEEDDCC)))
    }

    private static func close(_ a: Colour, _ b: Colour) -> Bool {
        abs(a.r - b.r) < 0.004 && abs(a.g - b.g) < 0.004 && abs(a.b - b.b) < 0.004
    }
}

@Suite("Noise")
struct NoiseTests {
    @Test("fields are reproducible, centred and inside 0...1")
    func field() {
        for octaves in 1...6 {
            let recipe = NoiseField.Recipe(cells: 6, octaves: octaves, ridged: octaves % 2 == 0)
            let field = NoiseField(width: 120, height: 80, recipe, seed: 9)
            let again = NoiseField(width: 120, height: 80, recipe, seed: 9)
            let (mean, deviation) = statistics(field.values.map { Double($0) })

            #expect(field.values == again.values)
            #expect(abs(mean - 0.5) < 0.02)
            #expect(abs(deviation - 0.17) < 0.03)
            #expect(field.values.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test("blurring keeps the mean and lowers the spread")
    func blur() {
        let field = NoiseField(width: 90, height: 90, .init(cells: 20, octaves: 2), seed: 4)
        let soft = field.blurred(4)

        let (before, after) = (
            statistics(field.values.map { Double($0) }), statistics(soft.values.map { Double($0) })
        )

        #expect(abs(before.mean - after.mean) < 0.01)
        #expect(after.deviation < before.deviation * 0.6)
    }

    @Test("a slow gradient keeps its fractions of a grey level")
    func dithered() {
        let stage = Stage(PixelSize(width: 256, height: 128))
        let surface = PaintSurface(stage)
        // Two grey levels over the whole height: without dither three flat bands.
        surface.shade(top: 0, bottom: 128) { _, y in
            let grey = (100 + 2 * y / 128) / 255
            return SIMD4(grey, grey, grey, 1)
        }

        let means = surface.withPixels { pixels in
            (0..<128).map { row -> Double in
                let line = (row + surface.origin) * surface.columns + surface.origin
                return (0..<256).reduce(0.0) { $0 + Double(pixels[line + $1] & 0xFF) } / 256
            }
        }

        for (row, mean) in (means ?? []).enumerated() {
            #expect(abs(mean - (100 + 2 * (Double(row) + 0.5) / 128)) < 0.2, "row \(row): \(mean)")
        }
        #expect(means?.count == 128)
    }
}

@Suite("Plates")
struct PlateTests {
    private static let whole = PlateBlit.Taps(offsets: (0, 0, 0, 0), weights: (256, 0, 0, 0))

    private static func blended(
        _ paint: [UInt32], on under: [UInt32], _ taps: PlateBlit.Taps = whole,
        _ blend: PlateBlit.Blend = .over
    ) -> [UInt32] {
        var target = under
        let padded = paint + [UInt32](repeating: 0, count: Plate.tail)
        padded.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                PlateBlit.row(from, taps, on: to, count: under.count, blend)
            }
        }
        return target
    }

    @Test("opaque paint hides, no paint leaves, whatever the length of the row")
    func ends() {
        var random = SeededRandom(seed: 11)
        for count in 1...40 {
            let under = (0..<count).map { _ in 0xFF00_0000 | UInt32(random.index(0x1000000)) }
            let paint = (0..<count).map { _ in 0xFF00_0000 | UInt32(random.index(0x1000000)) }

            #expect(Self.blended(paint, on: under) == paint)
            #expect(Self.blended([UInt32](repeating: 0, count: count), on: under) == under)
        }
    }

    @Test("half a tone over black and white lands between, within one level")
    func half() {
        let paint = [UInt32](repeating: 0x8040_2010, count: 9)

        let onBlack = Self.blended(paint, on: [UInt32](repeating: 0xFF00_0000, count: 9))
        let onWhite = Self.blended(paint, on: [UInt32](repeating: 0xFFFF_FFFF, count: 9))

        for (value, expected) in [
            (onBlack[8], [0x40, 0x20, 0x10]), (onWhite[8], [0xBF, 0x9F, 0x8F]),
        ] {
            for (i, shift) in [UInt32(16), 8, 0].enumerated() {
                #expect(abs(Int(value >> shift & 0xFF) - expected[i]) <= 1)
            }
        }
    }

    @Test("screened light never darkens and never overflows")
    func screen() {
        var random = SeededRandom(seed: 12)
        for _ in 0..<500 {
            let under = (0..<8).map { _ in 0xFF00_0000 | UInt32(random.index(0x1000000)) }
            let light = (0..<8).map { _ in UInt32(truncatingIfNeeded: random.next()) }

            let result = Self.blended(light, on: under, Self.whole, .screen)

            for (a, b) in zip(under, result) {
                for shift in [UInt32(0), 8, 16] { #expect(b >> shift & 0xFF >= a >> shift & 0xFF) }
            }
        }
    }

    @Test("a white plate stays white at every fraction of a pixel")
    func overflow() {
        let stage = Stage(PixelSize(width: 40, height: 30))
        let surface = PaintSurface(stage)
        surface.rectangle(stage.left, stage.top, 200, 200)
        surface.fill(.white)
        for motion in [PlateLayer.Motion.still, .drift(pixels: 9, turns: 2)] {
            let layer = PlateLayer(plate: Plate(surface), depth: 1, motion: motion)
            for step in 0..<240 {
                let scene = Scene(
                    stage: stage, layers: [layer], finish: .none(stage), mirrored: false,
                    stillPhase: 0)
                let canvas = TestCanvas(scene, phase: Double(step) / 240)
                #expect(canvas.pixels.allSatisfy { $0 & 0xFF >= 253 }, "step \(step)")
            }
        }
    }

    @Test("what is always covered is dropped, and the picture is the same")
    func hidden() {
        let stage = Stage(PixelSize(width: 120, height: 90))
        var builder = SceneBuilder(stage: stage, palette: .warm, seed: 1)
        let back = builder.surface()
        back.rectangle(stage.left, stage.top, 400, 400)
        back.fill(Colour(0xAA3311))
        builder.add(back, depth: 0)
        let front = builder.surface()
        front.rectangle(stage.left, 45, 400, 400)
        front.fill(Colour(0x2255BB))
        builder.add(front, depth: 1)

        let scene = builder.build(mirrored: false)
        let dropped = (scene.layers[0] as? PlateLayer)?.plate.rows.filter { $0.start == $0.end }
            .count

        #expect((dropped ?? 0) > 30)
        for step in 0..<12 {
            let phase = Double(step) / 12
            let whole = Scene(
                stage: stage, layers: builder.layers, finish: scene.finish, mirrored: false,
                stillPhase: 0)
            #expect(
                TestCanvas(scene, phase: phase).pixels == TestCanvas(whole, phase: phase).pixels)
        }
    }
}
