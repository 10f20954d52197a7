import BatchVideo
import Foundation
import Testing

@testable import Artwork

@Suite("Drawn presenters")
struct DrawnPresentersTests {
    private static let square = PixelSize(width: 240, height: 240)

    private static func presenter(
        _ figure: PresenterFigure = .anchorWoman, _ palette: FigurePalette = .classic,
        on ground: DrawnPresenter.Ground = .studio, rim: DrawnPresenter.Rim = .none, size: PixelSize = square
    ) -> DrawnPresenter {
        DrawnPresenter(.figure(DrawnFigure(figure, palette)), on: ground, rim: rim, size: size, seed: 7)
    }

    private static func track(_ openings: [Double], fps: Int = 25) -> MouthTrack {
        MouthTrack(
            fps: fps, shapes: openings.map { MouthShape(opening: $0) }, stress: openings.map { _ in 0 })
    }

    private static func frames(
        _ presenter: DrawnPresenter, _ track: MouthTrack, shown: [Range<Int>]? = nil
    ) async throws -> [[UInt8]] {
        let recorder = MemoryRecorder()
        try await DrawnPresenters(recorder: recorder).paint(
            presenter, speaking: track, shown: shown ?? [0..<track.frameCount], to: URL(filePath: "/tmp/never.mp4"))
        return recorder.frames
    }

    /// Frames of one presenter, drawn straight.
    private static func picture(_ puppet: Puppet, _ mouth: MouthShape, _ pose: FacePose = .still) -> Bitmap {
        var pixels = [UInt32](repeating: 0, count: puppet.stage.size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            puppet.draw(on: Frame(stage: puppet.stage, pixels: base), mouth: mouth, pose: pose)
        }
        return Bitmap(size: puppet.stage.size, pixels: pixels)
    }

    @Test("the same presenter is drawn the same, byte for byte")
    func determinism() async throws {
        let track = Self.track([0, 0.3, 0.8, 0.2])

        let first = try await Self.frames(Self.presenter(), track)
        let second = try await Self.frames(Self.presenter(), track)

        #expect(first.count == 4)
        #expect(first == second)
    }

    @Test("figures and palettes all look different, and every pixel is opaque")
    func variety() async throws {
        var seen: Set<[UInt8]> = []
        for figure in PresenterFigure.allCases {
            for palette in FigurePalette.allCases {
                let frame = try await Self.frames(
                    Self.presenter(figure, palette, size: PixelSize(width: 120, height: 120)), Self.track([0]))[0]
                seen.insert(frame)
                #expect(stride(from: 3, to: frame.count, by: 4).allSatisfy { frame[$0] == 255 })
            }
        }

        #expect(seen.count == 16)
    }

    @Test("the mouth opens as the track says: correlation 0.9", arguments: PresenterFigure.allCases)
    func opening(_ figure: PresenterFigure) throws {
        let puppet = try Puppet(Self.presenter(figure))
        let openings = (0..<24).map { 0.5 - 0.5 * cos(Double($0) * 0.7) }

        let closed = Self.picture(puppet, .closed)
        let changes = openings.map { closed.difference(Self.picture(puppet, MouthShape(opening: $0))) }

        #expect(correlation(openings, changes) >= 0.9)
    }

    @Test("speaking leaves the hair alone, blinking the mouth", arguments: PresenterFigure.allCases)
    func places(_ figure: PresenterFigure) throws {
        let puppet = try Puppet(Self.presenter(figure))
        let rest = Self.picture(puppet, .closed)

        let spoken = Self.picture(puppet, Viseme.a.shape)
        let blinked = Self.picture(puppet, .closed, FacePose(blink: 1))

        let (top, middle, low) = (0..<70, 70..<115, 115..<180)
        #expect(rest.difference(spoken, rows: top) == 0)
        #expect(rest.difference(spoken, rows: low) > 1)
        #expect(rest.difference(blinked, rows: middle) > 0.5)
        #expect(rest.difference(blinked, rows: low) == 0)
    }

    @Test("visemes look different from each other")
    func visemes() throws {
        let puppet = try Puppet(Self.presenter())

        let pictures = Viseme.allCases.map { Self.picture(puppet, $0.shape).pixels }

        // Nobody can tell rest from a p.
        #expect(Set(pictures).count >= 14)
    }

    @Test("a ground of one colour is that colour exactly, and nothing of the figure is")
    func key() throws {
        for figure in PresenterFigure.allCases {
            let puppet = try Puppet(Self.presenter(figure, on: .colour("00FF00")))
            let picture = Self.picture(puppet, .closed)

            #expect(picture[2, 2] == 0xFF00_FF00)
            #expect(picture[237, 2] == 0xFF00_FF00)
            for y in 70..<200 { #expect(picture[120, y] != 0xFF00_FF00) }
        }
    }

    @Test(
        "fills every canvas: the figure stands in the middle and reaches the lower edge",
        arguments: [(1360, 768), (768, 1360), (420, 420), (320, 700), (900, 400)])
    func canvases(_ width: Int, _ height: Int) throws {
        let size = PixelSize(width: width, height: height)
        let puppet = try Puppet(Self.presenter(.anchorMan, on: .colour("0000FF"), size: size))

        let picture = Self.picture(puppet, .closed)

        #expect(picture[width / 2, height - 1] != 0xFF00_00FF)
        #expect(picture[width / 2, height * 2 / 5] != 0xFF00_00FF)
        #expect(picture[1, 1] == 0xFF00_00FF)
        #expect(picture[width / 2, 1] == 0xFF00_00FF)
    }

    @Test("a rim lies where the film cuts")
    func rim() throws {
        let puppet = try Puppet(Self.presenter(rim: .circle))
        let bare = try Puppet(Self.presenter())

        let (ringed, plain) = (Self.picture(puppet, .closed), Self.picture(bare, .closed))

        #expect(ringed[120, 2] >= 0xFFF0_F0F0)
        #expect(ringed[2, 120] >= 0xFFF0_F0F0)
        #expect(ringed[120, 100] == plain[120, 100])
    }

    @Test("frames that nobody sees stand still, the others move")
    func unseen() async throws {
        let frames = try await Self.frames(
            Self.presenter(), Self.track([0.2, 0.4, 0.6, 0.8, 0.5, 0.3]), shown: [0..<2, 5..<9])

        #expect(frames[2] == frames[3])
        #expect(frames[3] == frames[4])
        #expect(Set(frames).count == 4)
    }

    @Test("turning moves the face against its hair, and nothing tears")
    func turning() throws {
        let puppet = try Puppet(Self.presenter(.elderMan, size: PixelSize(width: 420, height: 420)))
        let steps = (0...20).map { Double($0) / 10 - 1 }

        let pictures = steps.map { Self.picture(puppet, .closed, FacePose(turn: $0, nod: $0 / 2)) }
        let changes = zip(pictures, pictures.dropFirst()).map { $0.difference($1) }

        #expect((changes.min() ?? 0) > 0.1)
        #expect((changes.max() ?? 99) < 3)
    }

    @Test(
        "sizes and rates out of range are refused",
        arguments: [(14, 240, 25), (241, 240, 25), (240, 5000, 25), (240, 240, 0), (240, 240, 121)])
    func limits(_ width: Int, _ height: Int, _ fps: Int) async {
        let error = await #expect(throws: BatchVideoError.self) {
            _ = try await Self.frames(
                Self.presenter(size: PixelSize(width: width, height: height)), Self.track([0, 0], fps: fps))
        }

        #expect(error?.code == .invalid)
    }

    @Test("a narration of no frames and a colour that is none are refused")
    func nothing() async {
        for (presenter, track) in [
            (Self.presenter(), Self.track([])), (Self.presenter(on: .colour("green")), Self.track([0])),
        ] {
            let error = await #expect(throws: BatchVideoError.self) { _ = try await Self.frames(presenter, track) }

            #expect(error?.code == .invalid)
        }
    }
}

/// A picture in memory.
struct Bitmap {
    let size: PixelSize
    let pixels: [UInt32]

    subscript(x: Int, y: Int) -> UInt32 { pixels[y * size.width + x] }

    /// Mean difference of the bytes in `rows` (all: nil), in grey levels.
    func difference(_ other: Bitmap, rows: Range<Int>? = nil) -> Double {
        let range = (rows ?? 0..<size.height)
        var sum = 0
        for i in range.lowerBound * size.width..<range.upperBound * size.width {
            for shift in [UInt32(0), 8, 16] {
                sum += abs(Int(pixels[i] >> shift & 255) - Int(other.pixels[i] >> shift & 255))
            }
        }
        return Double(sum) / Double(range.count * size.width * 3)
    }
}

/// Pearson's correlation.
func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (first, second) = (statistics(a), statistics(b))
    let products = zip(a, b).reduce(0) { $0 + ($1.0 - first.mean) * ($1.1 - second.mean) }
    return products / Double(a.count) / max(first.deviation * second.deviation, 1e-12)
}
