import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

/// Films whose words, pictures and clips come from vendors: real servers on loopback, the real program.
@Suite("Films by vendors", .timeLimit(.minutes(20)))
struct VendorFilmTests {
    private static let text = """
        The tower stands above the sea. The lamp is lit at dusk. The keeper climbs the steps slowly. \
        Snow falls on the hills all night long. The village sleeps under its roofs. A boat comes home before sunrise.
        """

    /// Ends the running program the moment a vendor has done some work, once for each piece of work.
    private final class Assassin: Sendable {
        private let state = Mutex((pid: Int32(0), struck: Set<String>()))

        func follow(_ pid: Int32) { state.withLock { $0.pid = pid } }

        /// True when it struck.
        func meet(_ work: String) -> Bool {
            state.withLock { state in
                guard state.pid > 0, state.struck.insert(work).inserted else { return false }
                kill(state.pid, SIGKILL)
                state.pid = 0
                return true
            }
        }
    }

    private struct Shops {
        var images = VendorBooks()
        var clips = VendorBooks()
        var model = VendorBooks()
        var charges: [[String]] { [model.charges, images.charges, clips.charges] }
    }

    /// - Parameter after: told of each request once it has been answered for; true: the answer is lost.
    private static func open<Output: Sendable>(
        _ folder: TemporaryFolder,
        after: @escaping @Sendable (_ port: String, VendorRequest, _ isCharged: Bool) -> Bool,
        _ body: (Shops) async throws -> Output
    ) async throws -> Output {
        let shops = Shops()
        @Sendable func serve(
            _ name: String, _ double: VendorDouble, _ books: VendorBooks
        ) -> @Sendable (VendorRequest) async throws -> VendorReply {
            { request in
                let before = books.charges.count
                let base = URL(string: "http://\(request.header("host") ?? "")") ?? URL(filePath: "/")
                let reply = try await double.answer(request, books, base)
                if after(name, request, books.charges.count > before) { try await Task.sleep(for: .seconds(1)) }
                return reply
            }
        }
        return try await VendorServer.run(serve("model", ModelDoubles.chat, shops.model)) { model in
            try await VendorServer.run(serve("images", ImageDoubles.flux, shops.images)) { images in
                try await VendorServer.run(serve("clips", ClipDoubles.videoServer, shops.clips)) { clips in
                    try folder.write(
                        """
                        providers:
                          writer: {vendor: openai-chat, url: "\(model.url)", key: "${WRITER_KEY}", model: test-model, price: 0.01}
                          painter: {vendor: flux, url: "\(images.url)", price: 0.25}
                          mover: {vendor: video-server, url: "\(clips.url)", price: 0.10}
                        budget: {perFilm: 9.00}
                        """, to: "batchvideo.yaml")
                    return try await body(shops)
                }
            }
        }
    }

    private static let key = ["WRITER_KEY": "sk-test-key-1234"]

    private static func start(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Run {
        try Run(
            ["make", "-", "-o", "film.mp4", "--size", "480x270", "--mix", "34"] + more, input: Data(text.utf8),
            in: folder, environment: key)
    }

    /// Starts the film again until it is made; how often it was killed.
    private static func survive(_ folder: TemporaryFolder, _ assassin: Assassin) async throws -> Int {
        for deaths in 0..<30 {
            let run = try start(folder)
            assassin.follow(run.pid)
            let outcome = try await run.outcome()
            guard outcome.status == 128 + SIGKILL else {
                #expect(outcome.status == 0, "\(outcome.errors)")
                return deaths
            }
        }
        Issue.record("killed 30 times and not made yet")
        return 30
    }

    /// The calls of the film's ledger that are settled as paid.
    private static func ledger(_ folder: TemporaryFolder) throws -> [JSONValue] {
        let path = try #require(folder.files.first { $0.hasSuffix("/calls.json") })
        return try JSONValue(parsing: String(contentsOf: folder.file(path), encoding: .utf8)).array ?? []
    }

    @Test("the ledger holds what the vendors charged, and a second run charges nothing")
    func ledger() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, after: { _, _, _ in false }) { shops in
            let made = try await Self.start(folder).outcome()
            #expect(made.status == 0, "\(made.errors)")
            let charges = shops.charges
            #expect(charges.allSatisfy { !$0.isEmpty })
            let calls = try Self.ledger(folder)
            #expect(calls.count == charges.joined().count)
            #expect(calls.allSatisfy { $0["state"] == "succeeded" })

            let manifest = try String(contentsOf: folder.file("film.manifest.json"), encoding: .utf8)
            #expect(manifest.contains("\"painter\"") && manifest.contains("\"mover\""))
            #expect(manifest.contains("stone tower above a calm sea"))
            #expect(!manifest.contains("sk-test-key-1234"))

            let again = try await Self.start(folder).outcome()
            #expect(again.status == 0)
            #expect(shops.charges == charges)
        }
    }

    @Test("killed at every call that is charged, the answer lost: nothing is charged twice")
    func lostAnswers() async throws {
        let folder = try TemporaryFolder()
        let assassin = Assassin()
        try await Self.open(
            folder,
            after: { port, request, isCharged in
                isCharged && assassin.meet("\(port) \(request.body.hashValue)")
            }
        ) { shops in
            let deaths = try await Self.survive(folder, assassin)
            #expect(deaths >= 3)
            for charges in shops.charges { #expect(Set(charges).count == charges.count, "\(charges)") }
        }
    }

    @Test("killed while vendors work on their tasks: the tasks are asked after, and the film shows them")
    func tasks() async throws {
        let folder = try TemporaryFolder()
        let assassin = Assassin()
        try await Self.open(
            folder,
            after: { port, request, _ in
                port == "clips" && request.path.hasPrefix("/tasks/") && assassin.meet(request.path)
            }
        ) { shops in
            let deaths = try await Self.survive(folder, assassin)
            #expect(deaths >= 1)
            #expect(Set(shops.clips.charges).count == shops.clips.charges.count)
            #expect(
                try Self.ledger(folder).filter { $0["provider"] == "mover" }.allSatisfy { $0["state"] == "succeeded" })
            let manifest = try String(contentsOf: folder.file("film.manifest.json"), encoding: .utf8)
            #expect(manifest.contains("\"mover\""))
        }
    }

    @Test("a budget that would be passed stops the film before the call, and says so")
    func budget() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, after: { _, _, _ in false }) { shops in
            let yaml = try String(contentsOf: folder.file("batchvideo.yaml"), encoding: .utf8)
            try folder.write(yaml.replacing("9.00", with: "0.30"), to: "batchvideo.yaml")
            let outcome = try await Self.start(folder).outcome()
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("would pass the limit of 0.30 USD"))
            #expect(shops.images.charges.count <= 1)
        }
    }

    @Test("a vendor that is down is passed over when our own part may stand in, with its words")
    func standIn() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            providers:
              painter: {vendor: flux, url: "http://127.0.0.1:9", tries: 1}
            use: {images: [painter, embedded]}
            """, to: "batchvideo.yaml")
        let outcome = try await Self.start(folder).outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("painter failed"))
    }

    @Test("providers test shows what was sent and what came back, without the key")
    func trial() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, after: { _, _, _ in false }) { shops in
            for name in ["writer", "painter"] {
                let outcome = try await Program.run(["providers", "test", name], in: folder, environment: Self.key)
                #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
                #expect(outcome.output.contains("< 200"))
                #expect(!outcome.output.contains("sk-test-key-1234"))
            }
            #expect(shops.images.charges.count == 1)
            let list = try await Program.run(["providers"], in: folder, environment: Self.key)
            #expect(list.output.contains("painter") && list.output.contains("images by Flux server"))
        }
    }
}
