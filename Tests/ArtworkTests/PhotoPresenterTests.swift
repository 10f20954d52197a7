import BatchVideo
import Foundation
import Testing

@testable import Artwork

/// Our own drawings stand in for people's pictures.
@Suite("Photo presenter")
struct PhotoPresenterTests {
    private static let size = PixelSize(width: 360, height: 420)

    private static func portrait(_ figure: PresenterFigure, _ palette: FigurePalette = .classic) throws -> PhotoPicture
    {
        let puppet = try Puppet(DrawnPresenter(.figure(DrawnFigure(figure, palette)), size: size, seed: 3))
        return PhotoPicture(size: size, pixels: puppet.still())
    }

    private static func write(_ picture: PhotoPicture, to file: URL) throws {
        try picture.pixels.withUnsafeBufferPointer { try PNGFile.write($0, picture.size, to: file) }
    }

    /// Where that figure's mouth is drawn in the picture.
    private static func mouth(of figure: PresenterFigure) -> PresenterPhoto.Mouth {
        let (form, framing) = (FaceForm.of(figure), Framing(figureIn: Stage(size)))
        let (w, h) = (Double(size.width), Double(size.height))
        return PresenterPhoto.Mouth(
            x: framing.centre.x / w, y: (framing.centre.y + form.mouth.y * framing.scale) / h,
            halfWidth: form.mouth.half * framing.scale / w, chin: (framing.centre.y + form.chin * framing.scale) / h)
    }

    @Test("the mouth is found in portraits", arguments: PresenterFigure.allCases)
    func found(_ figure: PresenterFigure) throws {
        for palette in [FigurePalette.classic, .warm, .fresh] {
            let found = try MouthFinder(Self.portrait(figure, palette)).mouth()

            let truth = Self.mouth(of: figure)
            #expect(abs(found.x - truth.x) < 0.02)
            #expect(abs(found.y - truth.y) < 0.02)
            #expect((0.75...1.35).contains(found.halfWidth / truth.halfWidth))
            #expect(abs(found.chin - truth.chin) < 0.05)
        }
    }

    @Test("a picture without a face is refused, in words that help", arguments: [UInt32(0xFFC0_A890), 0xFF30_6090])
    func refused(_ colour: UInt32) throws {
        var random = SeededRandom(seed: 5)
        let pixels = (0..<Self.size.pixels).map { _ in colour &+ UInt32(random.index(9)) }

        let error = #expect(throws: BatchVideoError.self) {
            try MouthFinder(PhotoPicture(size: Self.size, pixels: pixels)).mouth()
        }

        #expect(error?.code == .invalid)
        #expect(error?.message.contains("mouth") == true)
    }

    @Test("speaking moves mouth and chin, not the eyes, and the same each time")
    func moves() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "portrait.png")
            try Self.write(Self.portrait(.anchorMan), to: file)
            let canvas = PixelSize(width: 300, height: 300)
            let presenter = DrawnPresenter(.photo(PresenterPhoto(file: file.path)), size: canvas, seed: 1)
            let (first, second) = (try Puppet(presenter), try Puppet(presenter))

            let closed = Self.picture(first, .closed)
            let open = Self.picture(first, Viseme.a.shape)

            #expect(open.pixels == Self.picture(second, Viseme.a.shape).pixels)
            #expect(closed.difference(open, rows: 0..<140) == 0)
            #expect(closed.difference(open, rows: 150..<260) > 1)
        }
    }

    @Test("the gap grows with the opening: correlation 0.9")
    func opening() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "portrait.png")
            try Self.write(Self.portrait(.elderWoman), to: file)
            let photo = PresenterPhoto(file: file.path, mouth: Self.mouth(of: .elderWoman))
            let puppet = try Puppet(
                DrawnPresenter(.photo(photo), size: PixelSize(width: 300, height: 300), seed: 1))
            let openings = (0..<20).map { 0.5 - 0.5 * cos(Double($0) * 0.7) }

            let closed = Self.picture(puppet, .closed)
            let changes = openings.map { closed.difference(Self.picture(puppet, MouthShape(opening: $0))) }

            #expect(correlation(openings, changes) >= 0.9)
        }
    }

    @Test("a tall picture fills a wide canvas up with its own blur", arguments: [(640, 240), (240, 640), (300, 300)])
    func canvases(_ width: Int, _ height: Int) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "portrait.png")
            try Self.write(Self.portrait(.elderMan), to: file)
            let photo = PresenterPhoto(file: file.path, mouth: Self.mouth(of: .elderMan))
            let puppet = try Puppet(
                DrawnPresenter(.photo(photo), size: PixelSize(width: width, height: height), seed: 1))

            let picture = Self.picture(puppet, .closed)

            #expect(picture.pixels.allSatisfy { $0 >> 24 == 255 })
            #expect(picture[1, 1] != picture[width / 2, height / 2])
        }
    }

    @Test("files that are none, or no pictures, are told apart")
    func files() async throws {
        try await withTemporaryFolder { folder in
            let broken = folder.appending(path: "broken.png")
            try Data("no picture".utf8).write(to: broken)

            let missing = #expect(throws: BatchVideoError.self) { try PhotoPicture(folder.appending(path: "none.png")) }
            let refused = #expect(throws: BatchVideoError.self) { try PhotoPicture(broken) }

            #expect(missing?.code == .notFound)
            #expect(refused?.code == .invalid)
        }
    }

    private static func picture(_ puppet: Puppet, _ mouth: MouthShape) -> Bitmap {
        var pixels = [UInt32](repeating: 0, count: puppet.stage.size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            puppet.draw(on: Frame(stage: puppet.stage, pixels: base), mouth: mouth, pose: .still)
        }
        return Bitmap(size: puppet.stage.size, pixels: pixels)
    }
}
