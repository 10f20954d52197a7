import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Compositor

@Suite("What a film's file carries")
struct ExtrasTests {
    private func studioWithFilm() throws -> (Studio, RenderOrder) {
        let studio = try Studio()
        let timeline = studio.timeline(
            [try studio.texture("a.png", hue: 0), try studio.texture("b.png", hue: 90)],
            frames: 45, transition: .cut, sound: try studio.sound("sin(2000*t)/8", seconds: 3))
        return (studio, studio.order(timeline))
    }

    private func sheet() -> CueSheet {
        func cue(_ index: Int, _ start: Int, _ end: Int, _ lines: [String]) -> Cue {
            Cue(
                index: index, span: TimeSpan(startMs: start, endMs: end), lines: lines,
                text: lines.joined(), sentence: index, range: TextRange(0, 1), words: [])
        }
        return CueSheet(
            language: .mandarin,
            cues: [
                cue(0, 300, 1200, ["清晨，山里", "起了薄雾"]), cue(1, 1200, 1800, ["第二句"]),
                cue(2, 2100, 2900, ["{\\b1} literal"]),
            ])
    }

    @Test("captions as a track of their own are read back word for word, at their times")
    func text() throws {
        var (studio, order) = try studioWithFilm()
        order.renditions[0].textTrack = TextTrack(sheet())
        try studio.render(order)

        let film = studio.folder.file("film.mp4")
        let facts = try Tool.facts(film, stream: "s:0")
        #expect(facts["codec_name"] == "mov_text" && facts["TAG:language"] == "zho")
        let read = try Tool.ffmpeg("-i", film.path, "-map", "0:s:0", "-f", "srt", "-")
        let srt = String(decoding: read, as: UTF8.self).replacing(/<[^>]*>/, with: "")
            .replacing("\r\n", with: "\n")
        #expect(srt.contains("00:00:00,300 --> 00:00:01,200\n清晨，山里\n起了薄雾"))
        #expect(srt.contains("00:00:01,200 --> 00:00:01,800\n第二句"))
        #expect(srt.contains("00:00:02,100 --> 00:00:02,900"))
        #expect(try Tool.facts(film, stream: "v:0")["nb_read_packets"] == "90")
    }

    @Test("the cover is a picture in the file, byte for byte")
    func cover() throws {
        var (studio, order) = try studioWithFilm()
        let jpeg = studio.folder.file("cover.jpg")
        try Tool.ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x180", "-frames:v", "1", jpeg.path)
        order.renditions[0].coverPicture = jpeg.path
        try studio.render(order)

        let film = studio.folder.file("film.mp4")
        let facts = try Tool.facts(film, stream: "v:1")
        #expect(facts["codec_name"] == "mjpeg" && facts["DISPOSITION:attached_pic"] == "1")
        let out = studio.folder.file("out.jpg")
        try Tool.ffmpeg("-i", film.path, "-map", "0:v:1", "-c", "copy", "-f", "image2", out.path)
        #expect(try Data(contentsOf: out) == Data(contentsOf: jpeg))
    }

    @Test("a reframed film shows the film in its place, ground without words, and the words")
    func reframe() throws {
        var (studio, order) = try studioWithFilm()
        let white = try studio.still("title.png", "color=white:size=80x30,format=rgba")
        order.timeline.captions = try studio.captions([
            "Dialogue: 0,0:00:00.00,0:00:03.00,Plain,,0,0,0,,Words"
        ])
        let canvas = PixelSize(width: 180, height: 320)
        for ground in [Reframe.Ground.plain(colour: "204080"), .blur] {
            var bare = order
            bare.renditions = [
                RenditionOrder(
                    file: studio.folder.file("tall.mp4").path, hasCaptions: true,
                    hasBranding: true,
                    reframe: Reframe(
                        canvas: canvas, film: PixelArea(x: 0, y: 110, width: 180, height: 100),
                        ground: ground,
                        texts: [
                            PictureOverlay(
                                file: "title.png", sha256: white.sha256, x: 50, y: 40)
                        ]))
            ]
            try studio.render(bare)
            let tall = try Tool.pictures(studio.folder.file("tall.mp4"), size: canvas)
            #expect(tall.count == 90 && tall[20].luma(90, 55) > 225)
            if case .plain = ground {
                #expect(abs(tall[20].luma(5, 5) - tall[70].luma(5, 300)) <= 2)
            } else {
                // Enlarged and blurred: near neighbours hardly differ.
                let steps = (1..<180).map { abs(tall[20].luma($0, 20) - tall[20].luma($0 - 1, 20)) }
                #expect(steps.max() ?? 99 <= 12)
                #expect(tall[20].luma != tall[70].luma)
            }
        }
    }

    @Test("a clip at a slower pace shows each of its pictures longer, and ends with the shot")
    func pace() throws {
        let studio = try Studio()
        try Tool.ffmpeg(
            "-f", "lavfi", "-i", "nullsrc=size=320x180:rate=30:duration=1,geq=lum=16+6*N:cb=128:cr=128",
            "-c:v", "libx264", "-qp", "2", "-pix_fmt", "yuv420p",
            studio.folder.file("ramp.mp4").path)
        var source = try studio.picture("ramp.mp4", .clip, lengthMs: 1000)
        source.pace = 0.5
        let timeline = studio.timeline(
            [source], frames: 60, transition: .cut, sound: try studio.sound("0", seconds: 2))
        let composer = try studio.composer(timeline)
        for k in [0, 10, 31, 45, 59] {
            let level = try composer.picture(k, size: Studio.size).luma(160, 90)
            #expect(abs(level - (16 + 6 * (k / 2))) <= 8, "frame \(k): \(level)")
        }
        let late = try studio.composer(timeline).picture(45, size: Studio.size)
        #expect(late == (try composer.picture(45, size: Studio.size)))
    }
}
