import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Clips")
struct ClipTests {
    private static let pattern = "testsrc=size=320x180:rate=25:duration=4"
    private static let h264 = ["-c:v", "libx264", "-g", "20", "-bf", "2", "-pix_fmt", "yuv420p"]

    @Test("any frame is the same, whatever was read before", arguments: [
        ["clip.mp4"] + h264, ["clip.mkv", "-r", "60"] + h264,
        ["clip.webm", "-vf", "select='not(mod(n\\,3))+gt(random(7)\\,0.6)'", "-fps_mode", "vfr",
            "-c:v", "libvpx", "-deadline", "realtime", "-g", "25"],
        ["clip.ts"] + h264, ["clip.gif", "-r", "10"],
    ])
    func randomAccess(_ recipe: [String]) throws {
        let (studio, timeline) = try film(recipe, lengthMs: 4000, frames: 110)
        let sequential = try studio.composer(timeline)
        let expected = try (0..<110).map { try sequential.picture($0, size: Studio.size) }

        for k in [100, 37, 38, 64, 17, 99, 16] {
            let fresh = try studio.composer(timeline)
            #expect(try fresh.picture(k, size: Studio.size) == expected[k], "frame \(k)")
        }
        #expect(Set(expected).count > 30)
    }

    @Test("a clip that is shorter than its shot begins again")
    func loop() throws {
        let (studio, timeline) = try film(["clip.mp4"] + Self.h264, lengthMs: 4000, frames: 300)
        let composer = try studio.composer(timeline)
        let pictures = try (0..<250).map { try composer.picture($0, size: Studio.size) }

        for k in 0..<130 { #expect(pictures[k] == pictures[k + 120], "frame \(k)") }
        #expect(pictures[0] != pictures[60])
    }

    @Test("a clip that ends before its stated length holds its last picture")
    func holding() throws {
        let (studio, timeline) = try film(["clip.mp4"] + Self.h264, lengthMs: 5000, frames: 150)
        let composer = try studio.composer(timeline)
        let pictures = try (0..<150).map { try composer.picture($0, size: Studio.size) }

        #expect(pictures[125] == pictures[149] && pictures[100] != pictures[110])
        #expect(try studio.composer(timeline).picture(140, size: Studio.size) == pictures[149])
    }

    @Test("it begins at its in-point")
    func inPoint() throws {
        var (studio, timeline) = try film(["clip.mp4"] + Self.h264, lengthMs: 4000, frames: 90)
        let whole = try studio.composer(timeline).picture(45, size: Studio.size)

        timeline.clips[0].source.inPoint = MediaTime(ms: 1000)

        #expect(try studio.composer(timeline).picture(15, size: Studio.size) == whole)
    }

    @Test("it fills the canvas, turned and stretched as its tags say", arguments: [
        ["-vf", "setsar=1"], ["-vf", "scale=180:180,setsar=16/9"],
        ["-vf", "transpose=1,setsar=1", "-metadata:s:v", "rotate=90"],
        ["-vf", "pad=320:240:0:30:white,setsar=1"],
    ])
    func geometry(_ options: [String]) throws {
        // White left, dark right; the padding that a taller picture has is cropped away.
        let source = "color=black:size=320x180:rate=25:duration=1,drawbox=w=160:c=white:t=fill"
        let recipe = ["raw.mp4"] + options + Self.h264 + ["-qp", "10"]
        var (studio, timeline) = try film(recipe, source: source, lengthMs: 1000, frames: 20)
        if options.contains("rotate=90") {
            try Tool.ffmpeg(
                "-i", studio.folder.file("raw.mp4").path, "-c", "copy", "-metadata:s:v",
                "rotate=90", studio.folder.file("turned.mp4").path)
            timeline.clips[0].source.file = "turned.mp4"
        }

        let picture = try studio.composer(timeline).picture(5, size: Studio.size)

        for (x, y) in [(20, 10), (140, 90), (20, 170)] { #expect(picture.luma(x, y) > 225) }
        for (x, y) in [(180, 20), (300, 90), (180, 160)] { #expect(picture.luma(x, y) < 26) }
    }

    @Test("bt601 material is brought to bt709")
    func color() throws {
        let recipe = ["clip.mp4", "-vf", "format=gbrp,scale=out_color_matrix=bt601:out_range=tv"]
            + Self.h264 + ["-colorspace", "smpte170m", "-qp", "4"]
        let (studio, timeline) = try film(
            recipe, source: "color=0x20A040:size=320x180:duration=1", lengthMs: 1000, frames: 10)

        let picture = try studio.composer(timeline).picture(5, size: Studio.size)

        // 0x20A040 in bt709, limited range.
        let (r, g, b) = (32.0 / 255, 160.0 / 255, 64.0 / 255)
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b
        #expect(abs(mean(picture.luma) - (16 + 219 * y)) < 2)
        #expect(abs(mean(picture.blue) - (128 + 224 * (b - y) / 1.8556)) < 2)
        #expect(abs(mean(picture.red) - (128 + 224 * (r - y) / 1.5748)) < 2)
    }

    @Test("a portrait is shown whole over its blurred self, as a clip and as a still", arguments: [
        ["clip.mp4", "-vf", "setsar=1"] + h264 + ["-qp", "8"], ["still.png", "-frames:v", "1"],
    ])
    func blurredFill(_ recipe: [String]) throws {
        // White, with a black band at the top and the bottom of the tall picture.
        let source = "color=white:size=180x320:rate=25:duration=1,"
            + "drawbox=h=40:c=black:t=fill,drawbox=y=280:h=40:c=black:t=fill"
        var (studio, timeline) = try film(recipe, source: source, lengthMs: 1000, frames: 20)
        if recipe[0].hasSuffix("png") { timeline.clips[0].source.medium = .still }
        timeline.clips[0].source.fit = .blur

        let picture = try studio.composer(timeline).picture(5, size: Studio.size)

        #expect(picture.luma(160, 90) > 225 && picture.luma(160, 8) < 30)
        #expect(picture.luma(160, 172) < 30 && picture.luma(115, 90) > 225)
        // Beside it white at 70 per cent, without the bands: they hang over.
        for (x, y) in [(20, 90), (300, 90), (60, 5), (260, 175)] {
            #expect((160...178).contains(picture.luma(x, y)), "\(picture.luma(x, y))")
        }
    }

    @Test("high dynamic range is brought to bt709: white is bright, grey is grey", arguments: [
        "smpte2084", "arib-std-b67",
    ])
    func highDynamicRange(_ transfer: String) throws {
        // Left: 203 nits, HDR's reference white (ITU-R BT.2408); right: a tenth of it.
        let levels = transfer == "smpte2084" ? (572, 369) : (721, 316)
        let source = "color=black:size=320x180:rate=25:duration=1,format=yuv420p10le,"
            + "geq=lum='if(lt(X,160),\(levels.0),\(levels.1))':cb=512:cr=512"
        let tags = ["-color_primaries", "bt2020", "-colorspace", "bt2020nc", "-color_trc", transfer]
        let recipe = ["clip.mkv", "-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p10le"] + tags
            + ["-color_range", "tv"]
        let (studio, timeline) = try film(recipe, source: source, lengthMs: 1000, frames: 10)

        let picture = try studio.composer(timeline).picture(5, size: Studio.size)

        #expect((150...235).contains(picture.luma(60, 90)), "\(picture.luma(60, 90))")
        #expect((50...130).contains(picture.luma(260, 90)), "\(picture.luma(260, 90))")
        #expect(abs(mean(picture.blue) - 128) < 2 && abs(mean(picture.red) - 128) < 2)
        #expect(try studio.composer(timeline).picture(5, size: Studio.size) == picture)
    }

    @Test("what is no clip is refused at once, by name", arguments: [
        "#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n", "", "ffconcat version 1.0\nfile /etc/passwd\n",
        "\u{0}\u{0}\u{0}\u{18}ftypisom and nothing else",
    ])
    func hostile(_ content: String) throws {
        let studio = try Studio()
        try Data(content.utf8).write(to: studio.folder.file("evil.mp4"))
        let timeline = studio.timeline(
            [try studio.picture("evil.mp4", .clip, lengthMs: 1000)], frames: 30, transition: .cut,
            sound: SoundTrack(file: "", sha256: ""))
        let start = ContinuousClock.now

        let error = #expect(throws: BatchVideoError.self) {
            try studio.composer(timeline).picture(0, size: Studio.size)
        }

        #expect(error?.code == .media && error?.message.contains("evil.mp4") == true)
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test("a decoder that says nothing is given up, and dies with its children")
    func stall() throws {
        let studio = try Studio()
        let script = studio.folder.file("ffmpeg")
        // The child's child is known by its peculiar patience.
        try Data("#!/bin/sh\nsleep 1000.4217 &\nwait\n".utf8).write(to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: script.path)
        try Tool.ffmpeg("-f", "lavfi", "-i", Self.pattern, studio.folder.file("clip.mp4").path)
        let source = try studio.picture("clip.mp4", .clip, lengthMs: 4000)
        var reader: ClipReader? = ClipReader(
            source: source, path: studio.folder.file("clip.mp4").path,
            length: MediaTime(ms: 4000), canvas: studio.canvas,
            program: DecoderProgram(path: script.path), leftovers: Leftovers(), stallSeconds: 0.3)
        let frame = try VideoFrame(size: Studio.size)

        let error = #expect(throws: BatchVideoError.self) { try reader?.show(0, on: frame) }
        #expect(!Run.processes(mentioning: "1000.4217").isEmpty)
        reader = nil

        #expect(error?.code == .timeout && error?.message.contains("clip.mp4") == true)
        #expect(Run.isQuiet(about: "1000.4217"))
    }

    private func film(
        _ recipe: [String], source: String = pattern, lengthMs: Int, frames: Int
    ) throws -> (Studio, Timeline) {
        let studio = try Studio()
        let file = studio.folder.file(recipe[0])
        try Tool.run(
            "ffmpeg",
            ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", source] + recipe.dropFirst()
                + [file.path])
        let clip = try studio.picture(recipe[0], .clip, lengthMs: lengthMs)
        return (
            studio,
            studio.timeline(
                [clip], frames: frames, transition: .cut, sound: SoundTrack(file: "", sha256: ""))
        )
    }
}
