import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Compositor

@Suite("Presenter")
struct PresenterTests {
    private func film(
        _ studio: Studio, clip: String, area: PixelArea, shape: PresenterTrack.Shape,
        spans: [Range<Int>], transition: Transition = .cut
    ) throws -> [RawPicture] {
        let source = studio.folder.file("clip.mp4")
        try Tool.ffmpeg(
            "-f", "lavfi", "-i", clip, "-c:v", "libx264", "-qp", "4",
            "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", source.path)
        var timeline = studio.timeline(
            [try studio.color("a.png", "gray"), try studio.color("b.png", "gray")], frames: 30,
            transition: .cut, sound: try studio.sound("0", seconds: 2))
        timeline.presenter = PresenterTrack(
            source: try studio.picture("clip.mp4", .clip, lengthMs: 2000), area: area,
            shape: shape, spans: spans, transition: transition)
        let composer = try studio.composer(timeline)
        return try (0..<60).map { try composer.picture($0, size: Studio.size) }
    }

    private let corner = PixelArea(x: 200, y: 60, width: 100, height: 100)
    private let whole = PixelArea(
        x: 0, y: 0, width: Studio.size.width, height: Studio.size.height)

    @Test("a circle shows the presenter inside and the film outside")
    func circle() throws {
        let film = try film(
            try Studio(), clip: "color=white:size=100x100:rate=30:duration=2", area: corner, shape: .circle,
            spans: [10..<40])
        #expect(film[20].luma(250, 110) > 225)
        for (x, y) in [(203, 63), (297, 63), (203, 157), (297, 157), (150, 110)] {
            #expect(film[20].luma(x, y) == film[5].luma(x, y))
        }
        #expect(film[9].luma(250, 110) < 150 && film[40].luma(250, 110) < 150)
    }

    @Test("a green background is taken out, and no green is left at the edges")
    func key() throws {
        let film = try film(
            try Studio(),
            clip: "color=0x00ff00:size=100x100:rate=30:duration=2,format=rgb24,"
                + "drawbox=x=30:y=30:w=40:h=40:c=0xd0a090:t=fill,"
                + "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", area: corner,
            shape: .keyed(colour: "00FF00"), spans: [0..<60])
        let picture = film[20]
        #expect(picture.luma(205, 65) == film[20].luma(100, 65))
        #expect(abs(picture.luma(250, 110) - 160) < 40)
        let columns = Studio.size.width / 2
        for y in 30..<80 {
            for x in 100..<150 {
                let i = y * columns + x
                let (blue, red) = (
                    picture.blue[picture.blue.startIndex + i], picture.red[picture.red.startIndex + i]
                )
                #expect(!(blue < 118 && red < 118), "green at \(x), \(y)")
            }
        }
    }

    @Test("a full-screen presenter comes and goes by its transition, and hides the film between")
    func fullscreen() throws {
        let film = try film(
            try Studio(), clip: "color=white:size=320x180:rate=30:duration=2", area: whole, shape: .rectangle,
            spans: [0..<20, 40..<60], transition: Transition(kind: .wipeleft, frames: 6))
        func share(_ k: Int) -> Double {
            Double(film[k].luma.count { $0 > 200 }) / Double(Studio.size.pixels)
        }
        #expect((0..<14).allSatisfy { share($0) == 1 } && (46..<60).allSatisfy { share($0) == 1 })
        #expect((20..<40).allSatisfy { share($0) == 0 })
        #expect((14..<20).map(share) == (14..<20).map(share).sorted(by: >))
        #expect((40..<46).map(share) == (40..<46).map(share).sorted())
        #expect(share(17) > 0.1 && share(17) < 0.9)
    }

    @Test("segments without the presenter keep their names when it changes")
    func segments() throws {
        let studio = try Studio()
        var timeline = studio.timeline(
            try (0..<4).map { try studio.color("\($0).png", "gray") }, frames: 30,
            transition: .cut, sound: try studio.sound("0", seconds: 4))
        func keys() throws -> [String] {
            try timeline.segments.map { frames in
                try SegmentFingerprint(
                    frames, of: timeline,
                    encoder: EncoderSettings(.draft, size: timeline.canvas.size), captions: nil,
                    hasBranding: false, reframe: nil
                ).key()
            }
        }
        let bare = try keys()
        timeline.presenter = PresenterTrack(
            source: PictureSource(medium: .clip, file: "c", sha256: "c", motion: .none),
            area: corner, shape: .circle, spans: [0..<30],
            transition: Transition(kind: .fade, frames: 6))
        #expect(zip(bare, try keys()).map { $0 != $1 } == [true, false, false, false])
    }
}
