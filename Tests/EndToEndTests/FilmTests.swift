import BatchVideo
import Foundation
import TestKit
import Testing

@Suite("Films")
struct FilmTests {
    struct Order: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var arguments: [String]
        var size: PixelSize

        var testDescription: String { name }
    }

    static let mandarin = "清晨的海边，老人推开木窗。他说，2024年的春天来得早，花已经开了！"
    static let english = "The sun rises over 3 quiet hills. An old man opens the window, and smiles."

    static let orders: [Order] = [
        Order(
            name: "Mandarin, portrait", text: mandarin,
            arguments: ["--portrait", "--draft", "--mix", "100"], size: PixelSize(width: 384, height: 680)),
        Order(
            name: "Mandarin, landscape, boxed captions", text: mandarin,
            arguments: ["--draft", "--captions", "box", "--mix", "0"],
            size: PixelSize(width: 680, height: 384)),
        Order(
            name: "English, landscape, karaoke", text: english,
            arguments: ["--landscape", "--draft", "--captions", "karaoke"],
            size: PixelSize(width: 680, height: 384)),
        Order(
            name: "English, portrait, no captions", text: english,
            arguments: ["--portrait", "--draft", "--captions", "none", "--speed", "1.4"],
            size: PixelSize(width: 384, height: 680)),
        Order(
            name: "mixed text, square", text: "今天我们用 OpenAI 的 GPT-4o 写一首诗，好吗？当然可以！",
            arguments: ["--size", "360x360"], size: PixelSize(width: 360, height: 360)),
        Order(
            name: "Spanish", text: "El mar está en calma. Mañana saldrá el sol.",
            arguments: ["--voice", "es", "--size", "320x180"], size: PixelSize(width: 320, height: 180)),
        Order(
            name: "Cantonese", text: "今日天氣好好。我哋去飲茶啦！",
            arguments: ["--voice", "yue", "--size", "320x180"], size: PixelSize(width: 320, height: 180)),
        Order(
            name: "Korean", text: "바다가 조용합니다. 내일은 해가 뜹니다.",
            arguments: ["--size", "180x320"], size: PixelSize(width: 180, height: 320)),
        Order(
            name: "Japanese", text: "今日は天気がいいです。海へ行きましょう。",
            arguments: ["--size", "180x320"], size: PixelSize(width: 180, height: 320)),
        Order(
            name: "a drawn presenter in a corner", text: english,
            arguments: ["--size", "360x360", "--presenter", "anchor-woman", "--presenter-palette", "fresh"],
            size: PixelSize(width: 360, height: 360)),
        Order(
            name: "a drawn presenter in place of the film", text: mandarin,
            arguments: [
                "--size", "320x180", "--presenter", "elder-man", "--presenter-place", "full", "--presenter-when",
                "intro", "--presenter-seconds", "1",
            ], size: PixelSize(width: 320, height: 180)),
    ]

    @Test("play everywhere, as long as their sound, with their companions", arguments: orders)
    func film(_ order: Order) async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(
            ["make", "-", "-o", "film.mp4", "--clean"] + order.arguments,
            input: Data(order.text.utf8), in: folder)

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == folder.file("film.mp4").path + "\n")
        #expect(
            folder.visible == [
                "film.audio.mp3", "film.clean.mp4", "film.cover.jpg", "film.manifest.json",
                "film.mp4", "film.srt", "film.vtt",
            ])
        for name in ["film.mp4", "film.clean.mp4"] {
            try expectPlayable(folder.file(name), order.size)
        }
        try expectCaptions(folder, order)
    }

    private func expectPlayable(_ film: URL, _ size: PixelSize) throws {
        let facts = try MediaFacts(of: film)
        let video = try #require(facts.video)
        let audio = try #require(facts.audio)
        #expect(facts.streams.count == 2)
        #expect(video.codec_name == "h264" && video.profile == "High")
        #expect(video.pix_fmt == "yuv420p" && video.color_range == "tv")
        #expect(video.color_space == "bt709" && video.color_transfer == "bt709")
        #expect(video.color_primaries == "bt709" && video.r_frame_rate == "30/1")
        #expect(video.width == size.width && video.height == size.height)
        #expect(audio.codec_name == "aac" && audio.profile == "LC")
        #expect(audio.sample_rate == "48000" && audio.channels == 2)
        #expect(abs(video.seconds - audio.seconds) <= 1.0 / 30 + 0.001)
        #expect(video.nb_read_frames == video.nb_frames)
        #expect(try MediaFacts.isFastStart(film))
    }

    private func expectCaptions(_ folder: TemporaryFolder, _ order: Order) throws {
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: folder.file("film.manifest.json")))
        let subRip = try String(contentsOf: folder.file("film.srt"), encoding: .utf8)
        let spoken = manifest.cues.map(\.text).joined().filter { !$0.isWhitespace }
        #expect(spoken == order.text.filter { !$0.isWhitespace })
        #expect(subRip.contains(" --> "))
        for (cue, next) in zip(manifest.cues, manifest.cues.dropFirst()) {
            #expect(cue.span.end <= next.span.start)
            #expect(cue.span.length.ms > 0)
        }
        let captions = manifest.cues.map(\.span.start.ms)
        let words = manifest.sentences.flatMap(\.words).map(\.span.start.ms)
        for start in captions {
            let nearest = words.map { abs($0 - start) }.min() ?? .max
            #expect(nearest <= 40, "a cue starts \(nearest) ms from any word")
        }
    }

    @Test("captions in traditional characters: files and picture have them, the voice says the same")
    func traditional() async throws {
        let folder = try TemporaryFolder()
        for (name, arguments) in [("a", []), ("b", ["--traditional"])] {
            let outcome = try await Program.run(
                ["make", "-", "-o", "\(name).mp4", "--size", "320x180", "--captions", "karaoke"] + arguments,
                input: Data("他的头发很长，我们发现了他。".utf8), in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }

        let subRip = try String(contentsOf: folder.file("b.srt"), encoding: .utf8)
        #expect(subRip.contains("他的頭髮很長") && subRip.contains("發現"))
        #expect(try String(contentsOf: folder.file("b.vtt"), encoding: .utf8).contains("頭髮"))
        let (a, b) = (folder.file("a.audio.mp3"), folder.file("b.audio.mp3"))
        #expect(try Data(contentsOf: a) == Data(contentsOf: b))
        #expect(try Data(contentsOf: folder.file("a.mp4")) != Data(contentsOf: folder.file("b.mp4")))
    }

    @Test("the same brief makes the same bytes, from a manifest too, in a fresh cache")
    func repeatable() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["--size", "256x144", "--seed", "5"]
        let first = try await Program.run(
            ["make", "-", "-o", "a.mp4"] + arguments, input: Data(Self.english.utf8), in: folder)
        #expect(first.status == 0, "\(first.errors)")

        let second = try await Program.run(
            ["make", "a.manifest.json", "-o", "b.mp4"], in: folder,
            environment: ["BATCHVIDEO_CACHE": folder.file(".other").path])

        #expect(second.status == 0, "\(second.errors)")
        for kind in ["mp4", "srt", "vtt", "cover.jpg", "audio.mp3"] {
            let a = try Data(contentsOf: folder.file("a.\(kind)"))
            let b = try Data(contentsOf: folder.file("b.\(kind)"))
            #expect(a == b, "\(kind) differs")
        }
    }

    @Test("JSON events are one object a line and end with the film")
    func jsonEvents() async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(
            ["make", "-", "-o", "film.mp4", "--json", "--size", "256x144"],
            input: Data("One short sentence.".utf8), in: folder)

        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        let kinds = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require((object as? [String: Any])?["kind"] as? String)
        }
        #expect(kinds.first == "film-started" && kinds.last == "film-finished")
        #expect(kinds.contains("stage-finished"))
    }

    @Test("hostile text is spoken and shown, never obeyed")
    func hostile() async throws {
        let folder = try TemporaryFolder()
        let text = """
            -i /etc/passwd -f lavfi. {\\pos(0,0)}Hello \\N there. ';drawtext=text=x. $(touch pwned) `id`. \
            %{eif} <script>alert(1)</script>. ../../x and [v]null[a]; done.
            """

        let outcome = try await Program.run(
            ["make", "-", "-o", "film.mp4", "--size", "320x180", "--title=-x {\\b1} <b>T</b>"],
            input: Data(text.utf8), in: folder)

        #expect(outcome.status == 0, "\(outcome.errors)")
        let subRip = try String(contentsOf: folder.file("film.srt"), encoding: .utf8)
        #expect(subRip.contains("$(touch pwned)"))
        #expect(folder.visible.count == 6)
    }
}
