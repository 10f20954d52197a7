import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Films", .serialized)
struct FilmTests {
    private static let fade = Transition(kind: .fade, frames: 10)

    @Test("have the planned frames and length, and say what they are")
    func facts() throws {
        let (studio, timeline) = try shots(3)
        try studio.render(studio.order(timeline))

        let film = studio.folder.file("film.mp4")
        let video = try Tool.facts(film, stream: "v")
        let audio = try Tool.facts(film, stream: "a")
        #expect(video["nb_read_packets"] == "120" && video["codec_name"] == "h264")
        #expect(video["profile"] == "High" && video["pix_fmt"] == "yuv420p")
        #expect(video["start_time"] == "0.000000" && video["duration"] == "4.000000")
        #expect(video["r_frame_rate"] == "30/1" && video["avg_frame_rate"] == "30/1")
        for key in ["color_space", "color_primaries", "color_transfer"] {
            #expect(video[key] == "bt709")
        }
        #expect(video["color_range"] == "tv" && video["chroma_location"] == "left")
        #expect(audio["codec_name"] == "aac" && audio["profile"] == "LC")
        #expect(audio["sample_rate"] == "48000" && audio["channels"] == "2")
        #expect(audio["start_time"] == "0.000000")
        let length = try #require(Double(audio["duration"] ?? ""))
        #expect(abs(length - 4) < 1.0 / 30)
        let bytes = try Data(contentsOf: film)
        let index = try #require(bytes.range(of: Data("moov".utf8)))
        let media = try #require(bytes.range(of: Data("mdat".utf8)))
        #expect(index.lowerBound < media.lowerBound)
        #expect(studio.folder.files.allSatisfy { !$0.hasSuffix(".partial") })
    }

    @Test("are the same bytes again, from one thread or three, from a cache or none")
    func deterministic() throws {
        let (studio, timeline) = try shots(3)
        try studio.render(studio.order(timeline))
        var other = studio.order(timeline, film: "other.mp4", cache: "other")
        other.workers = 3

        let fresh = try studio.render(other)
        other.renditions[0].file = studio.folder.file("again.mp4").path
        let reused = try studio.render(other)

        #expect(fresh.segmentsReused == 0)
        #expect(reused.segmentsReused == timeline.segments.count)
        #expect(reused.kind == .done && reused.framesDone == 120)
        let film = try Data(contentsOf: studio.folder.file("film.mp4"))
        for name in ["other.mp4", "again.mp4"] {
            #expect(try Data(contentsOf: studio.folder.file(name)) == film)
        }
    }

    @Test("decode to the composed frames")
    func faithful() throws {
        let (studio, timeline) = try shots(2)
        try studio.render(studio.order(timeline))
        let composer = try studio.composer(timeline)

        let decoded = try Tool.pictures(studio.folder.file("film.mp4"), size: Studio.size)

        #expect(decoded.count == 80)
        for k in stride(from: 0, to: 80, by: 9) {
            let expected = try composer.picture(k, size: Studio.size)
            let error = zip(decoded[k].luma, expected.luma).reduce(0) {
                $0 + abs(Int($1.0) - Int($1.1))
            }
            #expect(Double(error) / Double(Studio.size.pixels) < 4, "frame \(k)")
        }
    }

    @Test("a changed shot is encoded again with its neighbour, the rest is copied")
    func incremental() throws {
        let (studio, timeline) = try shots(5)
        try studio.render(studio.order(timeline))
        var changed = timeline
        changed.clips[1].source = try studio.texture("new.png", hue: 200)

        let event = try studio.render(studio.order(changed, film: "changed.mp4"))

        // All but the shot, its entrance and the next one's.
        #expect(event.segmentsReused == timeline.segments.count - 3)
        let full = try studio.render(studio.order(changed, film: "full.mp4", cache: "full"))
        #expect(full.segmentsReused == 0)
        #expect(
            try Data(contentsOf: studio.folder.file("changed.mp4"))
                == Data(contentsOf: studio.folder.file("full.mp4")))
    }

    @Test("a damaged segment is made again")
    func damaged() throws {
        let (studio, timeline) = try shots(3)
        try studio.render(studio.order(timeline))
        let film = try Data(contentsOf: studio.folder.file("film.mp4"))
        let name = try #require(studio.folder.files.first { $0.hasSuffix(".segment") })
        var bytes = try Data(contentsOf: studio.folder.file(name))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: studio.folder.file(name))

        try studio.render(studio.order(timeline))

        #expect(try Data(contentsOf: studio.folder.file("film.mp4")) == film)
        #expect(try Data(contentsOf: studio.folder.file(name)) != bytes)
    }

    @Test("a flash and a click of the same moment meet")
    func sync() throws {
        let studio = try Studio()
        let sources = try ["black", "white"].map { try studio.color("\($0).png", $0) }
        let sound = try studio.sound("if(between(n\\,48000\\,48047)\\,0.9\\,0)", seconds: 2)
        let timeline = studio.timeline(sources, frames: 30, transition: .cut, sound: sound)
        try studio.render(studio.order(timeline))

        let film = studio.folder.file("film.mp4")
        let pictures = try Tool.pictures(film, size: Studio.size)
        let pcm = try Tool.ffmpeg("-i", film.path, "-map", "0:a", "-f", "f32le", "-ac", "1", "-")
        let samples = pcm.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        let flash = try #require(pictures.firstIndex { $0.luma(160, 90) > 128 })
        let click = try #require(samples.indices.max { abs(samples[$0]) < abs(samples[$1]) })

        #expect(flash == 30)
        #expect(abs(Double(click) / 48 - 1000) < 3, "the click is at \(Double(click) / 48) ms")
    }

    @Test("colours arrive as they were painted", arguments: [
        ("red", 255, 0, 0), ("0x20A040", 32, 160, 64), ("0x3060F0", 48, 96, 240),
        ("gray", 128, 128, 128),
    ])
    func color(_ name: String, _ r: Int, _ g: Int, _ b: Int) throws {
        let studio = try Studio()
        let sound = try studio.sound("0", seconds: 0.5)
        let timeline = studio.timeline(
            [try studio.color("c.png", name)], frames: 15, transition: .cut, sound: sound)
        try studio.render(studio.order(timeline))

        let rgb = try Tool.ffmpeg(
            "-i", studio.folder.file("film.mp4").path, "-frames:v", "1", "-vf",
            "scale=in_color_matrix=bt709:in_range=tv,format=rgb24", "-f", "rawvideo", "-")

        let middle = 3 * (90 * 320 + 160)
        for (k, expected) in [r, g, b].enumerated() {
            #expect(abs(Int(rgb[middle + k]) - expected) <= 3)
        }
    }

    @Test("two renditions of one composition: captions and logo in one, none in the other")
    func renditions() throws {
        let studio = try Studio()
        let sound = try studio.sound("0", seconds: 2)
        var timeline = studio.timeline(
            [try studio.color("a.png", "gray"), try studio.color("b.png", "0x707070")], frames: 30,
            transition: .cut, sound: sound)
        timeline.captions = try studio.captions([
            "Dialogue: 0,0:00:01.20,0:00:01.80,Plain,,0,0,0,,Captions"
        ])
        let logo = try studio.still("logo.png", "color=red@0.5:size=40x20,format=rgba")
        timeline.overlays = [
            PictureOverlay(
                file: "logo.png", sha256: logo.sha256, x: Studio.size.width - 48,
                y: Studio.size.height - 28)
        ]
        var order = studio.order(timeline)
        order.renditions.append(
            RenditionOrder(
                file: studio.folder.file("clean.mp4").path, hasCaptions: false, hasBranding: false))
        order.renditions.append(
            RenditionOrder(
                file: studio.folder.file("text.mp4").path, hasCaptions: true, hasBranding: false))
        try studio.render(order)

        let films = try ["film.mp4", "clean.mp4", "text.mp4"].map {
            try Tool.pictures(studio.folder.file($0), size: Studio.size)
        }
        func brightest(_ picture: RawPicture) -> Int {
            (140..<175).flatMap { y in (100..<220).map { picture.luma($0, y) } }.max() ?? 0
        }
        #expect(brightest(films[0][45]) > 200 && brightest(films[2][45]) > 200)
        #expect(brightest(films[1][45]) < 140 && brightest(films[0][20]) < 140)
        #expect(abs(films[0][45].luma(290, 160) - films[1][45].luma(290, 160)) > 15)
        #expect(abs(films[2][45].luma(290, 160) - films[1][45].luma(290, 160)) <= 2)
        #expect(abs(films[0][45].luma(100, 60) - films[1][45].luma(100, 60)) <= 2)
        // Where captions are absent, "text" and "clean" look the same and share a segment.
        #expect(studio.folder.files.count { $0.hasSuffix(".segment") } == 1 + 2 + 3)
    }

    @Test("a label is seen in films without branding, too, and its words are in the file's metadata")
    func label() throws {
        let studio = try Studio()
        let sound = try studio.sound("0", seconds: 2)
        var timeline = studio.timeline(
            [try studio.color("a.png", "gray"), try studio.color("b.png", "0x707070")], frames: 30,
            transition: .cut, sound: sound)
        let (mark, logo) = (
            try studio.still("mark.png", "color=white:size=40x20,format=rgba"),
            try studio.still("logo.png", "color=black:size=40x20,format=rgba")
        )
        timeline.overlays = [
            PictureOverlay(file: "logo.png", sha256: logo.sha256, x: 8, y: 8),
            PictureOverlay(
                file: "mark.png", sha256: mark.sha256, x: 200, y: 8, frames: 0..<30, isLabel: true),
        ]
        var order = studio.order(timeline)
        let tags = ["AIGC": #"{"Label":"1"}"#, "comment": "AI-generated in part, by flux"]
        order.renditions[0].tags = tags
        order.renditions.append(
            RenditionOrder(
                file: studio.folder.file("clean.mp4").path, hasCaptions: false, hasBranding: false,
                tags: tags))
        try studio.render(order)

        for (name, hasLogo) in [("film.mp4", true), ("clean.mp4", false)] {
            let pictures = try Tool.pictures(studio.folder.file(name), size: Studio.size)
            #expect(pictures[10].luma(220, 18) > 220 && pictures[45].luma(220, 18) < 140)
            #expect((pictures[10].luma(28, 18) < 30) == hasLogo)
            let facts = String(
                decoding: try Tool.run(
                    "ffprobe",
                    [
                        "-v", "error", "-show_entries", "format_tags", "-of", "default=nw=1",
                        studio.folder.file(name).path,
                    ]), as: UTF8.self)
            #expect(facts.contains(#"TAG:AIGC={"Label":"1"}"#))
            #expect(facts.contains("TAG:comment=AI-generated in part, by flux"))
        }
    }

    @Test("orders that break a rule or miss a file say so, and leave nothing")
    func refused() throws {
        let (studio, timeline) = try shots(2)
        let good = studio.order(timeline)
        let edits: [(String, (inout RenderOrder) -> Void)] = [
            ("gone.png", { $0.timeline.clips[1].source.file = "gone.png" }),
            ("fill the film", { $0.timeline.frameCount += 1 }),
            ("even", { $0.timeline.canvas.size.width = 321 }),
            ("starts", { $0.timeline.clips[1].startFrame = 50 }),
            ("starts", { $0.timeline.clips[1].startFrame -= 1 }),
            ("transition", { $0.timeline.clips[1].transition.frames = 41 }),
            ("workers", { $0.workers = 0 }),
            ("cannot write", { $0.renditions[0].file = "/nowhere/film.mp4" }),
            ("sound lasts longer", { order in
                order.timeline.frameCount = 40
                order.timeline.clips.removeLast()
            }),
        ]

        for (words, edit) in edits {
            var order = good
            edit(&order)
            let error = #expect(throws: BatchVideoError.self) { try studio.render(order) }
            let message = (error?.message ?? "").replacing("does not start", with: "starts")
            #expect(message.contains(words), "\(message)")
        }
        #expect(!studio.folder.files.contains { $0.contains("film.mp4") })
    }

    private func shots(_ count: Int) throws -> (Studio, Timeline) {
        let studio = try Studio()
        let motion = Motion(
            from: .init(zoom: 1, x: 0.5, y: 0.5), to: .init(zoom: 1.2, x: 0.3, y: 0.6),
            easing: .gentle)
        let sources = try (0..<count).map { index in
            var source = try studio.texture("\(index).png", hue: 40 * index)
            source.motion = motion
            return source
        }
        let sound = try studio.sound("0.2*sin(880*PI*t)", seconds: Double(count) * 40 / 30)
        return (studio, studio.timeline(sources, frames: 40, transition: Self.fade, sound: sound))
    }
}
