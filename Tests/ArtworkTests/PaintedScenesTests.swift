import BatchVideo
import Foundation
import Testing

@testable import Artwork

@Suite("Painted scenes")
struct PaintedScenesTests {
    private static let sizes = [
        PixelSize(width: 320, height: 180), PixelSize(width: 180, height: 320),
        PixelSize(width: 208, height: 208),
    ]

    private static func picture(
        _ family: SceneFamily, _ palette: ScenePalette = .warm, _ size: PixelSize = sizes[0],
        seed: UInt64 = 1, mirrored: Bool = false
    ) -> PaintedPicture {
        PaintedPicture(
            subject: .scene(family), palette: palette, size: size, seed: seed, mirrored: mirrored)
    }

    @Test("every family fills every shape with light and shade", arguments: SceneFamily.allCases)
    func contrast(_ family: SceneFamily) {
        for palette in ScenePalette.allCases {
            for size in Self.sizes {
                let canvas = TestCanvas(Self.picture(family, palette, size))

                let (mean, deviation) = statistics(canvas.luma)

                #expect((18...238).contains(mean), "\(family) \(palette) \(size): mean \(mean)")
                #expect(deviation > 12 && deviation < 95, "\(family) \(palette): \(deviation)")
                #expect(canvas.pixels.allSatisfy { $0 >> 24 == 255 || $0 >> 24 == 254 })
            }
        }
    }

    @Test("the same request gives the same bytes, another seed another picture")
    func reproducible() async throws {
        try await withTemporaryFolder { folder in
            let files = ["a.png", "b.png", "c.png"].map { folder.appendingPathComponent($0) }
            let painter = PaintedScenes()

            try await painter.paint(Self.picture(.springLake, seed: 7), to: files[0])
            try await painter.paint(Self.picture(.springLake, seed: 7), to: files[1])
            try await painter.paint(Self.picture(.springLake, seed: 8), to: files[2])

            let bytes = try files.map { try Data(contentsOf: $0) }
            #expect(bytes[0] == bytes[1])
            #expect(bytes[0] != bytes[2])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.count == 3)
        }
    }

    @Test("seeds move things, palettes change the light", arguments: SceneFamily.allCases)
    func variety(_ family: SceneFamily) {
        let first = TestCanvas(Self.picture(family, .warm, seed: 1))

        #expect(first.difference(TestCanvas(Self.picture(family, .warm, seed: 2))) > 2)
        #expect(first.difference(TestCanvas(Self.picture(family, .clear, seed: 1))) > 5)
        #expect(first.difference(TestCanvas(Self.picture(family, .deep, seed: 1))) > 5)
    }

    @Test("a mirrored picture is the same one turned around")
    func mirrored() {
        let plain = TestCanvas(Self.picture(.sea))
        let turned = TestCanvas(Self.picture(.sea, mirrored: true))

        let width = plain.size.width
        for row in 0..<plain.size.height {
            let line = plain.pixels[row * width..<(row + 1) * width]
            #expect(Array(line.reversed()) == Array(turned.pixels[row * width..<(row + 1) * width]))
        }
    }

    @Test("draft and final sizes show the same composition")
    func scales() {
        let small = TestCanvas(Self.picture(.sea, .clear, PixelSize(width: 160, height: 90)))
        let large = TestCanvas(Self.picture(.sea, .clear, PixelSize(width: 640, height: 360)))

        // Means of a 4 x 3 grid agree: sky, horizon and sea are in the same places.
        for row in 0..<3 {
            for column in 0..<4 {
                let a = Self.mean(small, column, row)
                let b = Self.mean(large, column, row)
                #expect(abs(a - b) < 22, "cell \(column),\(row): \(a) against \(b)")
            }
        }
    }

    private static func mean(_ canvas: TestCanvas, _ column: Int, _ row: Int) -> Double {
        let (w, h) = (canvas.size.width / 4, canvas.size.height / 3)
        let luma = canvas.luma
        let cell = (0..<h).flatMap { y -> ArraySlice<Double> in
            let start = (row * h + y) * canvas.size.width + column * w
            return luma[start..<start + w]
        }
        return statistics(cell).mean
    }

    @Test("a folder that cannot be written gives one clear error and leaves nothing")
    func unwritable() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("missing/picture.png")

            let error = await #expect(throws: BatchVideoError.self) {
                try await PaintedScenes().paint(Self.picture(.sea), to: file)
            }

            #expect(error?.code == .unwritable)
            #expect(error?.message.contains(file.path) == true)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
        }
    }

    @Test("a target that is a folder leaves no temporary file behind")
    func occupied() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("taken")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)

            let error = await #expect(throws: BatchVideoError.self) {
                try await PaintedScenes().paint(Self.picture(.sea), to: file)
            }

            #expect(error?.code == .unwritable)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left == ["taken"])
        }
    }

    @Test(
        "sizes out of range are refused",
        arguments: [(0, 100), (100, 15), (9000, 100), (-5, 100)])
    func sizes(_ width: Int, _ height: Int) async throws {
        let size = PixelSize(width: width, height: height)

        let error = await #expect(throws: BatchVideoError.self) {
            try await PaintedScenes().paint(
                Self.picture(.sea, .warm, size), to: URL(fileURLWithPath: "/tmp/never.png"))
        }

        #expect(error?.code == .invalid)
    }

    /// `BATCHVIDEO_SHEET=folder swift test --filter PaintedScenes` writes every picture to look at.
    @Test(
        "a sheet of every picture",
        .enabled(if: ProcessInfo.processInfo.environment["BATCHVIDEO_SHEET"] != nil))
    func sheet() async throws {
        let path = ProcessInfo.processInfo.environment["BATCHVIDEO_SHEET"] ?? ""
        let folder = URL(fileURLWithPath: path)
        let shapes = [
            PixelSize(width: 1360, height: 768), PixelSize(width: 768, height: 1360),
            PixelSize(width: 1024, height: 1024),
        ]
        for family in SceneFamily.allCases {
            for palette in ScenePalette.allCases {
                for size in shapes {
                    let name = "\(family)-\(palette)-\(size.width)x\(size.height).png"
                    try await PaintedScenes().paint(
                        Self.picture(family, palette, size), to: folder.appendingPathComponent(name)
                    )
                }
            }
        }
    }
}
