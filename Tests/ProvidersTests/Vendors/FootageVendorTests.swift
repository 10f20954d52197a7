import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Libraries of footage")
struct FootageVendorTests {
    private static let query = FootageQuery(
        words: "海浪", language: .mandarin, canvas: PixelSize(width: 1360, height: 768),
        minLength: MediaTime(ms: 4000))

    private struct Scene {
        let bench: Workbench
        let server: VendorServer
        let books: VendorBooks
        let footage: any FootageLibrary
        let settings: [String: JSONValue]
        var file: URL { bench.file("clip.mp4") }

        var query: FootageQuery {
            var query = FootageVendorTests.query
            if footage.wantsEnglish { (query.words, query.language) = ("ocean waves", .english) }
            return query
        }

        func first() async throws -> FootageItem { try #require(try await footage.search(query).first) }

        /// Nothing but searches that are kept.
        var leavesNothing: Bool { bench.folder.files.allSatisfy { $0.hasPrefix("kept/") } }
    }

    private func run(
        _ double: VendorDouble, more: [String: JSONValue] = [:], _ body: (Scene) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            try await double.run { server, books, settings in
                let all = settings.merging(more) { $1 }
                let footage = try #require(try bench.parts(all).footage)
                try await body(
                    Scene(bench: bench, server: server, books: books, footage: footage, settings: all))
            }
        }
    }

    @Test(
        "each finds clips with all that must be told of them, and fetches them", arguments: FootageDoubles.all
    )
    func finds(_ double: VendorDouble) async throws {
        try await run(double) { scene in
            let item = try await scene.first()
            #expect(item.library == "shop")
            #expect(item.length.ms > 10_000)
            #expect(item.licence.contains("License"))
            #expect(!item.author.isEmpty && item.page.hasPrefix("https://") && !item.page.contains("token"))
            #expect(item.tags.contains { $0.contains("waves") || $0 == "海浪" })
            #expect(
                item.rendition(covering: scene.query.canvas)?.size == PixelSize(width: 1920, height: 1080))
            let items = try await scene.footage.search(scene.query)
            #expect(!items.contains { $0.id == "broken" })

            try await scene.footage.fetch(item, covering: scene.query.canvas, to: scene.file)
            #expect(try Data(contentsOf: scene.file) == (try await FFmpegSample.clip.data()))
            #expect(scene.books.charges.last?.hasPrefix("/files/") == true)
        }
    }

    @Test(
        "a search is asked once until its time is over, also by another process",
        arguments: FootageDoubles.all)
    func remembers(_ double: VendorDouble) async throws {
        try await run(double) { scene in
            let keeps: Duration = double.vendor == "pixabay" ? .seconds(24 * 3600) : .seconds(3600)
            let items = try await scene.footage.search(scene.query)
            scene.bench.pass(keeps - .seconds(60))
            let other = try #require(try scene.bench.parts(scene.settings).footage)
            #expect(try await other.search(scene.query) == items)
            #expect(scene.books.charges.count == 1)

            scene.bench.pass(.seconds(120))
            #expect(try await other.search(scene.query) == items)
            #expect(scene.books.charges.count == 2)
            var english = scene.query
            english.words = "mountain lake"
            _ = try await other.search(english)
            #expect(scene.books.charges.count == 3)
        }
    }

    @Test("shots that look for the same thing at the same time ask once", arguments: FootageDoubles.all)
    func together(_ double: VendorDouble) async throws {
        try await run(double) { scene in
            let (footage, query) = (scene.footage, scene.query)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 { group.addTask { try await footage.search(query).count } }
                for try await count in group { #expect(count > 0) }
            }
            #expect(scene.books.charges.count == 1)
        }
    }

    @Test(
        "a search waits when told, tries again after faults, and bears slowness",
        arguments: FootageDoubles.all)
    func patience(_ double: VendorDouble) async throws {
        try await run(double) { scene in
            scene.server.fail(
                .status(429, headers: [("Retry-After", "7")]), .status(500, body: "oops"), .truncated)
            _ = try await scene.first()
            #expect(scene.bench.elapsed >= .seconds(7))
            #expect(scene.server.requests.count == 4)
        }
        try await run(double) { scene in
            scene.server.fail(.slow(.milliseconds(20)), .slow(.milliseconds(20)))
            try await scene.footage.fetch(
                try await scene.first(), covering: scene.query.canvas, to: scene.file)
            #expect(FileManager.default.fileExists(atPath: scene.file.path))
        }
    }

    @Test("it gives up at last, with the library's words", arguments: FootageDoubles.all)
    func givesUp(_ double: VendorDouble) async throws {
        try await run(double, more: ["tries": 2]) { scene in
            scene.server.fail(.status(503, body: "the sky fell"), .status(500, body: "the sky fell"))
            let error = await failure { _ = try await scene.first() }
            #expect(error?.kind == .outage)
            #expect(error?.message.contains("the sky fell") == true)
        }
    }

    @Test("a wrong key is told without it", arguments: FootageDoubles.all)
    func strangers(_ double: VendorDouble) async throws {
        try await run(double, more: ["key": "sk-wrong-key-9999"]) { scene in
            let error = await failure { _ = try await scene.first() }
            #expect(error?.kind == .misuse)
            #expect(error?.message.contains("sk-wrong-key-9999") == false)
            #expect(scene.server.requests.count == 1)
        }
    }

    @Test(
        "an error with status 200, a page in place of an answer and a guard against robots are no clips",
        arguments: FootageDoubles.all)
    func otherAnswers(_ double: VendorDouble) async throws {
        try await run(double, more: ["tries": 1]) { scene in
            scene.server.fail(.instead(.json(["error": "the index is being rebuilt"])))
            let first = await failure { _ = try await scene.first() }
            #expect(first?.kind == .outage)
            #expect(first?.message.contains("the index is being rebuilt") == true)

            scene.server.fail(.instead(.bytes(Data("<html>hello</html>".utf8), type: "text/html")))
            let second = await failure { _ = try await scene.first() }
            #expect(second?.kind == .outage)

            scene.server.fail(
                .status(403, body: "<html>Just a moment</html>", headers: [("cf-mitigated", "challenge")]))
            let third = await failure { _ = try await scene.first() }
            #expect(third?.message.contains("Cloudflare") == true)
            _ = try await scene.first()
        }
    }

    @Test("half a clip, or something else in its place, leaves nothing", arguments: FootageDoubles.all)
    func badFiles(_ double: VendorDouble) async throws {
        try await run(double, more: ["tries": 1]) { scene in
            let item = try await scene.first()
            for fault in [
                VendorServer.Fault.truncated,
                .instead(.bytes(Data(repeating: 60, count: 500), type: "text/html")),
                .status(500, body: "oops"),
            ] {
                scene.server.fail(fault)
                let error = await failure {
                    try await scene.footage.fetch(item, covering: scene.query.canvas, to: scene.file)
                }
                #expect(error?.kind == .outage)
                #expect(scene.leavesNothing)
            }
        }
    }

    @Test(
        "a clip whose address expired is told to be gone, and looked for anew", arguments: FootageDoubles.all)
    func expired(_ double: VendorDouble) async throws {
        try await run(double) { scene in
            let item = try await scene.first()
            scene.books.fate = .expired
            let error = await failure {
                try await scene.footage.fetch(item, covering: scene.query.canvas, to: scene.file)
            }
            #expect(error?.code == .notFound)
            #expect(error?.kind == .outage)
            #expect(scene.leavesNothing)
            let asked = scene.books.charges.count
            _ = try await scene.first()
            #expect(scene.books.charges.count == asked + 1)
        }
    }

    @Test("no address inside the own network is fetched from")
    func inside() async throws {
        try await run(FootageDoubles.pexels) { scene in
            try await VendorServer.run({ _ in .bytes(Data(repeating: 1, count: 500), type: "video/mp4") }) {
                other in
                var item = try await scene.first()
                item.renditions = [
                    .init(url: "http://localhost:\(other.port)/secret", size: scene.query.canvas)
                ]
                let error = await failure {
                    try await scene.footage.fetch(item, covering: scene.query.canvas, to: scene.file)
                }
                #expect(error?.code == .forbidden)
                #expect(other.requests.isEmpty)
            }
        }
    }

    @Test("keys take turns, and one that is used up rests")
    func keys() async throws {
        try await run(FootageDoubles.pexels, more: ["key": ["sk-test-key-1234", "sk-test-key-1234"]]) {
            scene in
            scene.server.fail(.status(429, headers: [("Retry-After", "600")]))
            _ = try await scene.first()
            #expect(scene.bench.elapsed == .zero)
        }
    }
}
