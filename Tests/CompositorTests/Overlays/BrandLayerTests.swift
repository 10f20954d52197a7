import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Compositor

@Suite("Branding")
struct BrandLayerTests {
    @Test("a chapter fades in its frames, and only the segments that show it are encoded again")
    func chapter() throws {
        let studio = try Studio()
        let sound = try studio.sound("0", seconds: 4)
        var timeline = studio.timeline(
            try (0..<4).map { try studio.color("\($0).png", "gray") }, frames: 30,
            transition: .cut, sound: sound)
        let plain = try keys(timeline)
        let white = try studio.still("white.png", "color=white:size=60x40,format=rgba")
        timeline.overlays = [
            PictureOverlay(
                file: "white.png", sha256: white.sha256, x: 21, y: 20, frames: 35..<50,
                fadeFrames: 4)
        ]
        #expect(zip(plain, try keys(timeline)).map { $0 != $1 } == [false, true, false, false])

        try studio.render(studio.order(timeline))
        let film = try Tool.pictures(studio.folder.file("film.mp4"), size: Studio.size)
        let levels = film.map { $0.luma(50, 40) }
        #expect(abs(levels[34] - levels[50]) <= 2 && levels[42] > 225)
        #expect(levels[36] > levels[34] + 10 && levels[36] < levels[42] - 10)
        #expect(abs(film[42].luma(100, 40) - film[34].luma(100, 40)) <= 2)
    }

    @Test("one picture that is shown all the time does not part segments by their place")
    func steady() throws {
        let studio = try Studio()
        let sound = try studio.sound("0", seconds: 2)
        let same = try studio.color("a.png", "gray")
        var timeline = studio.timeline([same, same], frames: 30, transition: .cut, sound: sound)
        let white = try studio.still("white.png", "color=white:size=60x40,format=rgba")
        timeline.overlays = [PictureOverlay(file: "white.png", sha256: white.sha256, x: 2, y: 2)]
        #expect(Set(try keys(timeline)).count == 1)
        timeline.progressBar = ProgressBar(height: 8, colour: "FFFFFF")
        #expect(Set(try keys(timeline)).count == 2)
    }

    @Test("the bar has come as far as the film", arguments: [ProgressBar.Edge.top, .bottom])
    func bar(_ edge: ProgressBar.Edge) throws {
        let bar = ProgressPainter(
            ProgressBar(edge: edge, height: 8, colour: "FFFFFF", opacity: 1), frameCount: 100)
        let frame = try VideoFrame(size: Studio.size)
        for k in [0, 24, 49, 99] {
            frame.fill(luma: 90)
            bar.paint(k, on: frame, avx2: false)
            let row = edge == .top ? 4 : Studio.size.height - 4
            let lit = (0..<Studio.size.width).filter { frame.picture.luma($0, row) == 235 }
            #expect(lit == Array(0..<(Studio.size.width * (k + 1) / 100 & ~1)))
            #expect(frame.picture.luma(10, Studio.size.height / 2) == 90)
        }
    }

    @Test("what does not fit on the picture is refused by name of its size")
    func tooLarge() throws {
        let studio = try Studio()
        _ = try studio.still("big.png", "color=white:size=400x40,format=rgba")
        #expect {
            try BrandLayer(
                [PictureOverlay(file: "big.png", sha256: "", x: 0, y: 0)], bar: nil,
                workspace: studio.root, canvas: Studio.size, frameCount: 1)
        } throws: { ($0 as? BatchVideoError)?.message.contains("400 x 40") == true }
    }

    private func keys(_ timeline: Timeline) throws -> [String] {
        try timeline.segments.map { frames in
            try SegmentFingerprint(
                frames, of: timeline, encoder: EncoderSettings(.draft, size: timeline.canvas.size),
                captions: nil, hasBranding: true, reframe: nil
            ).key()
        }
    }
}
