import BatchVideo
import Foundation
import Store
import Synchronization
import TestKit
import Testing

/// A film of the platform of which every part comes from a vendor: the database's ledger.
@Suite("Vendors' films on the platform", .timeLimit(.minutes(15)))
struct VendorPlatformTests {
    private static let text = """
        Good morning, all. The tower stands above the sea. The lamp is lit at dusk. \
        The keeper climbs the steps slowly. Snow falls on the hills all night long. \
        The village sleeps under its roofs. A boat comes home before sunrise. \
        The children wait at the pier. They wave until the boat is close. The bells ring in the valley. \
        A dog sleeps by the warm stove. The baker opens his shop early. The clouds move over the mountains.
        """

    /// Ends the server when the first clip has been paid.
    private final class Assassin: Sendable {
        private let pid = Mutex(Int32(0))

        func follow(_ new: Int32) { pid.withLock { $0 = new } }

        func meet(_ shop: String) -> Bool {
            pid.withLock { pid in
                guard shop == "mover", pid > 0 else { return false }
                kill(pid, SIGKILL)
                pid = 0
                return true
            }
        }
    }

    @Test("the table of calls is what the vendors charged, also when the server is killed at a paid call")
    func table() async throws {
        let folder = try TemporaryFolder("platform")
        let made = try await Program.run(
            ["user", "add", "anna", "--admin", "--data", "data"],
            input: Data("correct horse battery\n".utf8), in: folder)
        #expect(made.status == 0, "\(made.errors)")
        let assassin = Assassin()
        try await VendorStreet.open(
            .untimed, in: folder, knowsRepeats: true, after: { shop, _ in assassin.meet(shop) }
        ) { street in
            var server = try await RunningServer(in: folder)
            assassin.follow(server.pid)
            let job = try await Self.file(with: server)
            _ = try await server.run.outcome()  // killed
            server = try await RunningServer(in: folder)
            let done = try await server.wait(for: job) { $0["execution_status"]?.string == "SUCCESS" }
            let (film, _) = try await server.get(try #require(done["logoed_video_url"]?.string))
            try film.write(to: folder.file("film.mp4"))
            #expect(try MediaFacts(of: folder.file("film.mp4")).video?.seconds ?? 0 > 8)
            kill(server.pid, SIGTERM)
            _ = try await server.run.outcome()

            let database = try SQLiteDatabase(file: folder.file("data/batchvideo.db"))
            let stores = try await SQLStore(migrating: database, now: Date()).stores
            let calls = try await stores.vendorCalls.calls(of: job, owner: .everyone)
            for shop in street.shops where shop.operation != .footage {
                let own = calls.filter { $0.provider == shop.name }
                #expect(!own.isEmpty && own.count == street.charged[shop.name], "\(shop.name): \(own.count)")
                #expect(own.allSatisfy { $0.state == .succeeded && $0.costMicros > 0 }, "\(shop.name)")
                #expect(own.allSatisfy { $0.operation == shop.operation.rawValue })
                #expect(Set(own.map(\.fingerprint)).count == own.count)
            }
            #expect(calls.count == street.charged.values.reduce(0, +))
            #expect(street.books["stock"]?.charges.contains { $0.hasPrefix("/files/") } == true)
        }
    }

    /// Files a job whose voice, timbre and presenter are the vendors'; its id.
    private static func file(with server: RunningServer) async throws -> Int {
        func made(_ path: String, _ body: JSONValue) async throws -> JSONValue {
            .number(Double(try #require(try await server.ask("POST", path, body.text)["id"]?.int)))
        }
        let sample = try await server.upload(
            SampleMedia.wave(seconds: 4, hertz: 330), named: "voice.wav", for: "voice")
        let host = try await server.upload(try await FFmpegSample.clip.data(), named: "host.mp4", for: "human")
        let voiceID = try await made("/voices", ["name": "Nana", "path": .string(sample), "consent": true])
        let language = try await made(
            "/languages", ["name": "en", "platform": "speaker", "language_name": "nana"])
        let account = try await made(
            "/accounts",
            [
                "username": "channel",
                "extra": ["human_config": ["duration": 2, "end_duration": 2, "path": .string(host)]],
            ])
        let body: JSONValue = [
            "title": "The tower", "content": .string(text), "speech_speed": 1, "voice_id": voiceID,
            "language_id": language, "account_id": account,
            "extra": [
                "mix": 67, "mix_sources": ["library", "generated", "loop"], "quality": "draft",
                "resolution": "320x200", "enable_digital_human": true,
            ],
        ]
        return try #require(try await server.ask("POST", "/jobs", body.text)["id"]?.int)
    }
}
