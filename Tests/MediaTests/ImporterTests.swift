import BatchVideo
import Foundation
import Glibc
import Testing

@testable import Media

@Suite("Media importer")
struct ImporterTests {
    let studio: Studio
    let importer: FFmpegImporter
    let canvas = PixelSize(width: 136, height: 76)

    init() throws {
        studio = try Studio()
        importer = FFmpegImporter(paths: studio.paths)
    }

    /// A 60x40 picture, blue but for a red upper left corner of 20x10.
    private func corner(_ name: String, _ codec: String...) async throws -> URL {
        let url = studio.file(name)
        try await studio.runner.run(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-f", "lavfi", "-i", "color=c=#0a0ac8:s=60x40",
                    "-vf", "format=rgb24,drawbox=x=0:y=0:w=20:h=10:t=fill:c=#fa0000", "-frames:v", "1",
                ] + codec + [url.path]))
        return url
    }

    /// The pixels of a picture as RGB, and its size.
    private func pixels(_ file: URL) async throws -> (size: PixelSize, rgb: [UInt8]) {
        let opened = try OpenFile(file)
        let probe = try await MediaProbe(opened, .of(opened), runner: studio.runner)
        let rgb = try await studio.runner.capture(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-i", file.path, "-f", "rawvideo",
                    "-pix_fmt", "rgb24", "pipe:1",
                ]), limit: 100 << 20)
        return (try #require(probe.video?.storedSize), [UInt8](rgb))
    }

    /// In which corner the red is: "top left" ... after import.
    private func redCorner(_ file: URL) async throws -> String {
        let out = studio.file("out-\(UUID().uuidString).png")
        _ = try await importer.importStill(file, covering: canvas, to: out)
        let (size, rgb) = try await pixels(out)
        func isRed(_ x: Int, _ y: Int) -> Bool {
            let at = (y * size.width + x) * 3
            return rgb[at] > 180 && rgb[at + 2] < 90
        }
        let corners = [
            "top left": (4, 4), "top right": (size.width - 5, 4),
            "bottom left": (4, size.height - 5), "bottom right": (size.width - 5, size.height - 5),
        ]
        return corners.filter { isRed($0.value.0, $0.value.1) }.map(\.key).joined(separator: ", ")
    }

    private static func tiff(_ orientation: UInt8, little: Bool) -> [UInt8] {
        little
            ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    }

    @Test("a picture and a video are measured alike; half of either is told")
    func visuals() async throws {
        let picture = try await corner("a.png")
        let seen = try await importer.examineVisual(picture)
        #expect(seen.isPicture && seen.length == .zero)
        #expect(seen.size == PixelSize(width: 60, height: 40))
        let video = studio.file("b.mp4")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=2", video.path)
        let film = try await importer.examineVisual(video)
        #expect(!film.isPicture && film.length == MediaTime(ms: 2000))
        #expect(film.size == PixelSize(width: 64, height: 48))

        let noise = studio.file("noise.png")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "nullsrc=s=200x200,geq=random(1)*255:128:128", "-frames:v", "1", noise.path)
        for (whole, name) in [(noise, "half.png"), (video, "half.mp4")] {
            let half = studio.file(name)
            let data = try Data(contentsOf: whole)
            try data.prefix(data.count / 2).write(to: half)
            await expectError(.media, saying: name) { _ = try await importer.examineVisual(half) }
        }
    }

    @Test("every EXIF orientation of a JPEG is set upright", arguments: 1...8, [true, false])
    func orientations(_ number: Int, little: Bool) async throws {
        var bytes = [UInt8](try Data(contentsOf: await corner("c.jpg", "-q:v", "2")))
        let exif = Array("Exif\0\0".utf8) + Self.tiff(UInt8(number), little: little)
        bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
        let file = studio.file("o.jpg")
        try Data(bytes).write(to: file)

        #expect(
            try await redCorner(file) == ["top left", "top right", "bottom right", "bottom left"][(number - 1) % 4])
    }

    @Test("broken EXIF never breaks the picture", arguments: 0..<60)
    func brokenEXIF(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        var exif = Array("Exif\0\0".utf8) + Self.tiff(6, little: seed % 2 == 0)
        for _ in 0..<4 { exif[6 + random.index(exif.count - 6)] = UInt8(random.index(256)) }
        let whole: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xD9]
        let file = studio.file("e.jpg")
        try Data(whole.prefix(8 + random.index(whole.count - 8))).write(to: file)

        let orientation = Orientation(of: try OpenFile(file), .jpeg)

        #expect(Orientation.allCases.contains(orientation))
    }

    @Test(
        "every kind of picture is read, whatever its name says",
        arguments: [
            ["-c:v", "mjpeg", "-q:v", "2", "-f", "image2"], ["-c:v", "png", "-f", "image2"],
            ["-c:v", "libwebp", "-lossless", "1", "-f", "webp"], ["-c:v", "gif", "-f", "gif"],
            ["-c:v", "bmp", "-f", "image2"], ["-c:v", "tiff", "-f", "image2"],
            ["-c:v", "libaom-av1", "-still-picture", "1", "-pix_fmt", "yuv444p", "-f", "avif"],
        ])
    func kinds(codec: [String]) async throws {
        let url = studio.file("picture.txt")
        try await studio.runner.run(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-f", "lavfi", "-i", "color=c=#0a0ac8:s=60x40",
                    "-vf", "format=rgb24,drawbox=x=0:y=0:w=20:h=10:t=fill:c=#fa0000", "-frames:v", "1",
                ] + codec + [url.path]))

        #expect(try await redCorner(url) == "top left")
    }

    @Test("a picture covers the canvas with room for a move and no more")
    func sizes() async throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<3000 {
            let source = PixelSize(width: 16 + random.index(12_000), height: 16 + random.index(9000))
            let canvas =
                random.index(2) == 0 ? PixelSize(width: 1360, height: 768) : PixelSize(width: 768, height: 1360)

            let plan = StillPlan(size: source, canvas: canvas)

            let cover = (
                Double(plan.scaled.width) / Double(canvas.width), Double(plan.scaled.height) / Double(canvas.height)
            )
            #expect(min(cover.0, cover.1) > 1.29 && max(cover.0, cover.1) < 1.3 * 2 * 1.5, "\(source)")
            #expect(plan.kept.width <= source.width && plan.kept.height <= source.height)
        }
        let wide = studio.file("wide.png")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc=s=3000x100", "-frames:v", "1", wide.path)

        let size = try await importer.importStill(wide, covering: canvas, to: studio.file("w.png"))

        let out = try await pixels(studio.file("w.png"))
        #expect(out.size == size && size == PixelSize(width: 354, height: 99))
    }

    @Test("transparent pictures lie on white")
    func transparent() async throws {
        let source = studio.file("t.png")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "color=c=red@0.0:s=40x40,format=rgba", "-frames:v", "1", source.path)

        _ = try await importer.importStill(source, covering: canvas, to: studio.file("w.png"))

        let rgb = try await pixels(studio.file("w.png")).rgb
        #expect(rgb.allSatisfy { $0 > 250 })
    }

    @Test("a logo keeps its alpha and its shape")
    func logo() async throws {
        let source = studio.file("l.png")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "color=c=red:s=200x100,format=rgba,pad=400:200:100:50:white@0.0",
            "-frames:v", "1", source.path)

        let size = try await importer.importLogo(source, width: 100, to: studio.file("out.png"))

        let rgba = try await studio.runner.capture(
            Command(
                studio.paths.ffmpeg,
                [
                    "-v", "error", "-i", studio.file("out.png").path, "-f", "rawvideo",
                    "-pix_fmt", "rgba", "pipe:1",
                ]))
        func pixel(_ x: Int, _ y: Int) -> [UInt8] { [UInt8](rgba[(y * 100 + x) * 4..<(y * 100 + x) * 4 + 4]) }
        #expect(size == PixelSize(width: 100, height: 50))
        #expect(pixel(2, 2)[3] == 0)
        #expect(pixel(50, 25)[0] > 240 && pixel(50, 25)[1] < 10 && pixel(50, 25)[3] == 255)
    }

    @Test("footage is measured as it is shown")
    func footage() async throws {
        let plain = studio.file("plain.bin")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=2", "-f", "mp4", plain.path)
        let turned = studio.file("turned.mp4")
        try await studio.ffmpeg("-i", plain.path, "-c", "copy", "-metadata:s:v", "rotate=90", turned.path)
        let squeezed = studio.file("squeezed.mkv")
        try await studio.ffmpeg("-i", plain.path, "-vf", "setsar=2/1", squeezed.path)

        let facts = try await importer.examineFootage(plain)

        #expect(facts == FootageFacts(length: MediaTime(ms: 2000), size: PixelSize(width: 64, height: 48), fps: 25))
        #expect(try await importer.examineFootage(turned).size == PixelSize(width: 48, height: 64))
        #expect(try await importer.examineFootage(squeezed).size == PixelSize(width: 128, height: 48))
    }

    @Test("JPEGs of a picture and of a film's moment, past its end too")
    func jpeg() async throws {
        let film = studio.file("film.mp4")
        try await studio.ffmpeg(
            "-f", "lavfi", "-i", "color=c=#c80a0a:s=64x48:d=0.5", "-f", "lavfi", "-i", "color=c=#0a0ac8:s=64x48:d=0.5",
            "-filter_complex", "concat=n=2,scale=out_color_matrix=bt709,format=yuv420p", "-colorspace", "bt709",
            film.path)
        let out = studio.file("cover.jpg")

        for time in [MediaTime(ms: 0), MediaTime(ms: 700), nil, MediaTime(ms: 9000)] {
            try await importer.exportJPEG(film, at: time, to: out)
            let rgb = try await pixels(out).rgb
            let isFirst = time == .zero
            #expect(abs(Int(rgb[0]) - (isFirst ? 200 : 10)) < 8 && abs(Int(rgb[2]) - (isFirst ? 10 : 200)) < 8)
        }
        try await importer.exportJPEG(try await corner("c.png"), at: nil, to: out)

        #expect(try MediaKind.of(OpenFile(out)) == .jpeg)
        #expect(try await pixels(out).size == PixelSize(width: 60, height: 40))
    }

    @Test("ten thousand by ten thousand pixels fit the sandbox's memory")
    func hundredMegapixels() async throws {
        let source = studio.file("big.jpg")
        try await studio.ffmpeg("-f", "lavfi", "-i", "color=c=green:s=10000x10000", "-frames:v", "1", source.path)

        let size = try await importer.importStill(source, covering: canvas, to: studio.file("s.png"))

        #expect(size.width == 177)
    }
}

@Suite("Hostile media", .timeLimit(.minutes(20)))
struct HostileMediaTests {
    let studio: Studio
    let importer: FFmpegImporter

    init() throws {
        studio = try Studio()
        importer = FFmpegImporter(paths: studio.paths)
    }

    private func file(_ name: String, _ text: String) throws -> URL {
        let url = studio.file(name)
        try Data(text.utf8).write(to: url)
        return url
    }

    private func expectRefused(
        _ url: URL, _ code: BatchVideoError.Code = .media, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let before = studio.names
        let out = studio.file("out")
        await expectError(code, saying: url.lastPathComponent, sourceLocation: sourceLocation) {
            _ = try await importer.examineFootage(url)
        }
        await expectError(code, saying: url.lastPathComponent, sourceLocation: sourceLocation) {
            _ = try await importer.importStill(url, covering: PixelSize(width: 64, height: 64), to: out)
        }
        #expect(studio.names == before, sourceLocation: sourceLocation)
    }

    @Test("playlists, concat scripts and subtitles that point at other files are refused")
    func playlists() async throws {
        let secret = studio.file("secret.mp4")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x48:d=1", secret.path)
        let list = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n\(secret.path)\n#EXT-X-ENDLIST\n"

        await expectRefused(try file("hls.mp4", list))
        await expectRefused(try file("concat.mp4", "ffconcat version 1.0\nfile '\(secret.path)'\n"))
        await expectRefused(try file("sub.mp4", "1\n00:00:00,000 --> 00:00:02,000\nhi\n"))
        await expectRefused(try file("dash.mp4", "<?xml version=\"1.0\"?><MPD><Period/></MPD>"))
        await expectRefused(
            try file("pic.svg.png", "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"))
        await expectRefused(try file("script.sh", "#!/bin/sh\nid\n"))
    }

    @Test("a playlist behind the first bytes of a video is refused too")
    func disguised() async throws {
        let list = "#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"

        await expectRefused(try file("a.mp4", "\0\0\0\u{18}ftypisom" + list))
        await expectRefused(try file("b.mkv", "\u{1A}E\n" + list))
    }

    @Test("pixel bombs are refused before they are decoded")
    func bomb() async throws {
        // A PNG header that claims 15,000 x 15,000 pixels.
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header: [UInt8] = Array("IHDR".utf8) + [0, 0, 0x3A, 0x98, 0, 0, 0x3A, 0x98, 8, 2, 0, 0, 0]
        bytes += [0, 0, 0, 13] + header + Self.crc(header)
        let data: [UInt8] = Array("IDAT".utf8) + [0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1]
        bytes += [0, 0, 0, 9] + data + Self.crc(data)
        let url = studio.file("bomb.png")
        try Data(bytes).write(to: url)

        await expectRefused(url)
    }

    @Test("cut off, empty and missing files are named")
    func broken() async throws {
        let whole = studio.file("whole.jpg")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=800x600", "-frames:v", "1", whole.path)
        let data = try Data(contentsOf: whole)
        let film = studio.file("whole.mp4")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=320x240:d=2", film.path)
        for (name, part) in [
            ("head.jpg", data.prefix(300)), ("half.jpg", data.prefix(data.count / 2)),
            ("noise.jpg", Data([0xFF, 0xD8, 0xFF] + (0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7) })),
            ("half.mp4", try Data(contentsOf: film).prefix(6000)), ("zero.mp4", Data()),
        ] {
            try part.write(to: studio.file(name))
            await expectRefused(studio.file(name))
        }

        await expectRefused(studio.file("missing.png"), .notFound)
        await expectRefused(studio.folder)
    }

    @Test("a pipe or device in place of a file blocks nobody")
    func fifo() async throws {
        let fifo = studio.file("fifo.mp4")
        mkfifo(fifo.path, 0o600)

        await expectRefused(fifo)
        await expectRefused(URL(fileURLWithPath: "/dev/zero"))
    }

    @Test(
        "names that look like options, URLs or patterns are only names",
        arguments: [
            "-i.png", "concat:a|b.png", "http:__x.png", "a%03d.png", "*?[x].png", "'\"`$(id).png", "a\nb.png",
            "中文 名.png",
        ])
    func names(name: String) async throws {
        let plain = studio.file("plain.png")
        try await studio.ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x48", "-frames:v", "1", plain.path)
        let odd = studio.file(name)
        try FileManager.default.copyItem(at: plain, to: odd)

        let size = try await importer.importStill(
            odd, covering: PixelSize(width: 64, height: 48), to: studio.file("%d-out.png"))

        #expect(size == PixelSize(width: 83, height: 62))
        #expect(studio.names.contains("%d-out.png"))
    }

    @Test("random bytes behind each signature end in one clear line", arguments: MediaKind.allCases)
    func noise(kind: MediaKind) async throws {
        var random = SeededRandom(seed: StableHash.of(kind.rawValue))
        let heads: [MediaKind: [UInt8]] = [
            .jpeg: [0xFF, 0xD8, 0xFF, 0xE0], .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            .tiff: [0x49, 0x49, 42, 0], .mp4: Array("\0\0\0\u{20}ftypisom".utf8),
            .heif: Array("\0\0\0\u{20}ftypheic".utf8), .matroska: [0x1A, 0x45, 0xDF, 0xA3],
            .flv: Array("FLV\u{1}".utf8), .mpegps: [0, 0, 1, 0xBA], .ogg: Array("OggS".utf8),
            .webp: Array("RIFF....WEBPVP8 ".utf8), .avi: Array("RIFF....AVI LIST".utf8),
        ]
        guard let head = heads[kind] else { return }
        let url = studio.file("noise.bin")
        try Data(head + (0..<20_000).map { _ in UInt8(random.index(256)) }).write(to: url)

        await expectRefused(url)
    }

    private static func crc(_ bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
        }
        crc = ~crc
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> $0) }
    }
}
