import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("A folder of footage")
struct FolderFootageTests {
    private static let canvas = PixelSize(width: 1360, height: 768)

    private static func query(_ words: String, _ language: Language = .mandarin) -> FootageQuery {
        FootageQuery(words: words, language: language, canvas: canvas, minLength: MediaTime(ms: 1500))
    }

    private func run(_ body: (Workbench, URL, any FootageLibrary) async throws -> Void) async throws {
        try await Workbench.run { bench in
            let root = bench.file("my clips")
            try await lay(root)
            try await body(bench, root, try library(bench, root))
        }
    }

    private func library(_ bench: Workbench, _ root: URL) throws -> any FootageLibrary {
        try #require(
            try bench.parts(["vendor": "folder", "path": .string(root.path), "author": "Ann"]).footage)
    }

    private func lay(_ root: URL) async throws {
        let clip = try await FFmpegSample.clip.data()
        func put(_ path: String, _ data: Data) throws {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        try put("大海/日落_01.mp4", clip + Data([1]))
        try put("animals/black-cat_IMG_0042.mp4", clip + Data([2]))
        try put("lake.png", SampleMedia.png(width: 640, height: 480))
        try put("broken.mp4", Data("ftyp? no".utf8))
        try put("notes.txt", Data("nothing".utf8))
        try put(".hidden/secret.mp4", clip)
        try put("office.mp4", clip + Data([3]))
        try put(
            "office.json",
            Data(#"{"tags": "meeting, 会议", "licence": "CC BY 4.0", "page": "https://example.org/o"}"#.utf8))
        try put("footage.csv", Data("file,tags,author\nlake.png,湖;water,\"Li, Wei\"\n".utf8))
    }

    @Test("files are found by the words of their names, folders, sidecars and the table")
    func words() async throws {
        try await run { _, _, library in
            let sea = try #require(try await library.search(Self.query("大海")).first)
            #expect(sea.tags == ["大海", "日落"])
            #expect(sea.length.ms > 1900 && sea.length.ms < 2100)
            #expect(sea.renditions.first?.size == PixelSize(width: 320, height: 180))
            #expect((sea.licence, sea.author) == ("user's file", "Ann"))

            let cat = try #require(try await library.search(Self.query("cats", .english)).first)
            #expect(cat.tags == ["animals", "black cat"])
            let meeting = try #require(try await library.search(Self.query("会议")).first)
            #expect(meeting.licence == "CC BY 4.0")
            #expect(meeting.page == "https://example.org/o")
            let lake = try #require(try await library.search(Self.query("湖")).first)
            #expect(lake.isPicture)
            #expect(lake.author == "Li, Wei")
            #expect(lake.length == .zero)
        }
    }

    @Test("what no word names comes after what is named, so that a small folder still fills a film")
    func rest() async throws {
        try await run { _, _, library in
            let items = try await library.search(Self.query("大海"))
            #expect(items.count == 4)
            #expect(Set(items.map(\.key)).count == 4)
        }
    }

    @Test("a broken file is left out with a line that says why, once")
    func broken() async throws {
        try await run { bench, root, library in
            _ = try await library.search(Self.query("x"))
            bench.pass(.seconds(60))
            _ = try await library.search(Self.query("x"))
            _ = try await self.library(bench, root).search(Self.query("x"))
            #expect(bench.warnings.count == 1)
            #expect(bench.warnings.first?.hasPrefix("shop: broken.mp4 is left out") == true)
        }
    }

    @Test("the index sees new, changed, moved and deleted files, and reads no others again")
    func upToDate() async throws {
        try await run { bench, root, library in
            let before = try await library.search(Self.query("大海"))
            let index = bench.file("kept").appending(path: "shop.footage.json")
            let stored = try Data(contentsOf: index)
            bench.pass(.seconds(60))
            _ = try await library.search(Self.query("大海"))
            #expect(try Data(contentsOf: index) == stored)

            let files = FileManager.default
            try files.removeItem(at: root.appending(path: "office.mp4"))
            try files.moveItem(at: root.appending(path: "animals"), to: root.appending(path: "pets"))
            try SampleMedia.png(width: 100, height: 300).write(to: root.appending(path: "lake.png"))
            try (try await FFmpegSample.clip.data()).write(to: root.appending(path: "broken.mp4"))
            bench.pass(.seconds(60))
            let after = try await library.search(Self.query("cat", .english))
            #expect(after.first?.tags == ["pets", "black cat"])
            #expect(after.first?.id == before.first { $0.tags.contains("black cat") }?.id)
            #expect(after.contains { $0.renditions.first?.size == PixelSize(width: 100, height: 300) })
            #expect(after.contains { $0.tags == ["broken"] })
            #expect(!after.contains { $0.tags.contains("meeting") })
        }
    }

    @Test("an index that cannot be read is made anew")
    func badIndex() async throws {
        try await run { bench, root, library in
            let items = try await library.search(Self.query("大海"))
            try Data("{".utf8).write(to: bench.file("kept").appending(path: "shop.footage.json"))
            #expect(try await self.library(bench, root).search(Self.query("大海")) == items)
        }
    }

    @Test("the same content under two names is one clip with the tags of both")
    func twins() async throws {
        try await run { _, root, library in
            try FileManager.default.copyItem(
                at: root.appending(path: "大海/日落_01.mp4"), to: root.appending(path: "evening.mp4"))
            let items = try await library.search(Self.query("大海"))
            #expect(items.count == 4)
            #expect(items.first.map { Set($0.tags) } == ["大海", "日落", "evening"])
        }
    }

    @Test("a file is fetched as it is; one that is gone is told, and nothing is left")
    func fetch() async throws {
        try await run { bench, root, library in
            let item = try #require(try await library.search(Self.query("大海")).first)
            let file = bench.file("fetched.mp4")
            try await library.fetch(item, covering: Self.canvas, to: file)
            #expect(try Data(contentsOf: file) == Data(contentsOf: root.appending(path: "大海/日落_01.mp4")))

            try FileManager.default.removeItem(at: root.appending(path: "大海"))
            let other = bench.file("other.mp4")
            let error = await failure { try await library.fetch(item, covering: Self.canvas, to: other) }
            #expect(error?.code == .notFound)
            #expect(!FileManager.default.fileExists(atPath: other.path))
        }
    }

    @Test("a folder that is not there, a table and a sidecar that cannot be read are told by name")
    func faults() async throws {
        try await run { bench, root, library in
            let nowhere = try self.library(bench, bench.file("nowhere"))
            let missing = await failure { _ = try await nowhere.search(Self.query("x")) }
            #expect(missing?.code == .notFound)
            let relative = await failure { _ = try bench.parts(["vendor": "folder", "path": "clips"]) }
            #expect(relative?.message.contains("providers.shop.path") == true)

            try Data("name,tags\n".utf8).write(to: root.appending(path: "footage.csv"))
            let table = await failure { _ = try await library.search(Self.query("x")) }
            #expect(table?.message.contains("footage.csv") == true)
            try FileManager.default.removeItem(at: root.appending(path: "footage.csv"))
            try Data("[]".utf8).write(to: root.appending(path: "office.json"))
            _ = try await library.search(Self.query("x"))
            #expect(bench.warnings.contains { $0.contains("office.json") })
        }
    }
}
