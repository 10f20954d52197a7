import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

/// Films of which every part comes from a vendor: voice, timbre, words, prompts, pictures, clips, footage
/// and presenter, by the real program from real servers on loopback.
@Suite("Films by vendors in every part", .timeLimit(.minutes(20)))
struct EveryPortTests {
    /// A sentence is said twice, and one is what the listener's double hears.
    private static let text = """
        Good morning, all. The tower stands above the sea. The lamp is lit at dusk. \
        The keeper climbs the steps slowly. Snow falls on the hills all night long. \
        The lamp is lit at dusk. The village sleeps under its roofs. A boat comes home before sunrise. \
        The children wait at the pier. They wave until the boat is close. The bells ring in the valley. \
        A dog sleeps by the warm stove. The baker opens his shop early. The clouds move over the mountains.
        """

    private static func bring(_ folder: TemporaryFolder) async throws {
        try SampleMedia.wave(seconds: 4, hertz: 330).write(to: folder.file("voice.wav"))
        try await FFmpegSample.clip.data().write(to: folder.file("host.mp4"))
    }

    private static func start(_ folder: TemporaryFolder) throws -> Run {
        try Run(
            [
                "make", "-", "-o", "film.mp4", "--size", "240x136", "--quality", "draft", "--mix", "67",
                "--mix-sources", "library,generated,loop", "--voice", "speaker/nana", "--language", "en",
                "--timbre", "voice.wav", "--presenter", "host.mp4", "--presenter-when", "intro",
                "--presenter-seconds", "2",
            ], input: Data(text.utf8), in: folder)
    }

    /// The film's ledger of calls.
    private static func ledger(_ folder: TemporaryFolder) throws -> [JSONValue] {
        let path = try #require(folder.files.first { $0.hasSuffix("/calls.json") })
        return try JSONValue(parsing: String(contentsOf: folder.file(path), encoding: .utf8)).array ?? []
    }

    private static func manifest(_ folder: TemporaryFolder) throws -> String {
        try String(contentsOf: folder.file("film.manifest.json"), encoding: .utf8)
    }

    /// Picture and sound from the beginning to the end.
    private static func expectWhole(_ folder: TemporaryFolder) throws {
        let facts = try MediaFacts(of: folder.file("film.mp4"))
        let (video, audio) = (try #require(facts.video), try #require(facts.audio))
        #expect(video.seconds > 8 && abs(video.seconds - audio.seconds) < 0.2)
        #expect(video.nb_read_frames == video.nb_frames)
    }

    /// Every call in the ledger is one that its vendor charged, each made for something else.
    private static func expectEqual(_ calls: [JSONValue], _ street: VendorStreet) {
        for shop in street.shops where shop.operation != .footage {
            let own = calls.filter { $0["provider"]?.string == shop.name }
            #expect(!own.isEmpty, "\(shop.name) was never asked")
            #expect(own.count == street.charged[shop.name], "\(shop.name)")
            #expect(own.allSatisfy { $0["operation"]?.string == shop.operation.rawValue })
            #expect(own.allSatisfy { $0["state"] == "succeeded" }, "\(shop.name)")
            #expect(Set(own.compactMap { $0["fingerprint"]?.string }).count == own.count)
        }
        #expect(calls.count == street.charged.values.reduce(0, +))
    }

    @Test("the ledger is what the vendors charged, and a second run charges nothing")
    func ledger() async throws {
        let folder = try TemporaryFolder()
        try await Self.bring(folder)
        try await VendorStreet.open(.timed, in: folder) { street in
            let made = try await Self.start(folder).outcome()
            #expect(made.status == 0, "\(made.errors)")
            try Self.expectWhole(folder)
            Self.expectEqual(try Self.ledger(folder), street)
            #expect(street.charged["speaker"] == 13, "a sentence that is said twice is spoken once")
            let library = street.books["stock"]?.charges ?? []
            #expect(library.contains { $0.hasPrefix("/files/") })
            #expect(Set(library).count == library.count)
            #expect(!made.errors.contains("something of our own"), "\(made.errors)")

            let manifest = try Self.manifest(folder)
            for name in ["speaker", "stock", "painter", "mover"] {
                let isNamed = manifest.contains("\"\(name)")
                #expect(isNamed, "\(name)")
            }
            let all = street.books.mapValues(\.charges)
            let again = try await Self.start(folder).outcome()
            #expect(again.status == 0)
            #expect(street.books.mapValues(\.charges) == all)
        }
    }

    /// Ends the running program once a vendor has done some work, once for each vendor.
    private final class Assassin: Sendable {
        private let most: Int
        private let state = Mutex((pid: Int32(0), struck: [String: Int]()))

        init(most: Int) { self.most = most }

        func follow(_ pid: Int32) { state.withLock { $0.pid = pid } }

        /// True when the answer reaches nobody: it struck, or had struck while this shop was at work.
        func meet(_ shop: String) -> Bool {
            state.withLock { state in
                guard state.struck[shop, default: 0] < most else { return false }
                state.struck[shop, default: 0] += 1
                if state.pid > 0 { kill(state.pid, SIGKILL) }
                state.pid = 0
                return true
            }
        }

        var victims: Set<String> { Set(state.withLock { $0.struck.keys }) }
    }

    @Test("killed when each vendor has worked: nothing is charged twice, and all of it is in the film")
    func killed() async throws {
        let folder = try TemporaryFolder()
        try await Self.bring(folder)
        let assassin = Assassin(most: 1)
        try await VendorStreet.open(
            .untimed, in: folder, knowsRepeats: true, after: { shop, _ in assassin.meet(shop) }
        ) { street in
            var deaths = 0
            while true {
                let run = try Self.start(folder)
                assassin.follow(run.pid)
                let outcome = try await run.outcome()
                guard outcome.status == 128 + SIGKILL else {
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    break
                }
                deaths += 1
            }
            #expect(assassin.victims == Set(street.shops.map(\.name)))
            // Shops that work at the same time die of one stroke.
            #expect((street.shops.count / 2...street.shops.count).contains(deaths), "\(deaths)")
            try Self.expectWhole(folder)
            Self.expectEqual(try Self.ledger(folder), street)
            let manifest = try Self.manifest(folder)
            for name in ["speaker", "stock", "painter", "mover"] {
                let isNamed = manifest.contains("\"\(name)")
                #expect(isNamed, "\(name)")
            }
        }
    }

    @Test("each vendor charges and its answer is lost: charged once, and the film is whole all the same")
    func dropped() async throws {
        let folder = try TemporaryFolder()
        try await Self.bring(folder)
        try await VendorStreet.open(
            .timed, in: folder, use: "{speech: [speaker, embedded], conversion: [changer, embedded]}"
        ) { street in
            street.dropAnswers()
            let made = try await Self.start(folder).outcome()
            #expect(made.status == 0, "\(made.errors)")
            try Self.expectWhole(folder)
            #expect(made.errors.contains("speaks instead") && made.errors.contains("its own timbre"), "\(made.errors)")

            let calls = try Self.ledger(folder)
            for shop in street.shops where shop.operation != .footage && shop.operation != .transcription {
                let own = calls.filter { $0["provider"]?.string == shop.name }
                #expect(own.contains { $0["state"] == "begun" }, "\(shop.name)")
                // What was sent together with the call that failed may be given up before it arrives.
                let charged = street.charged[shop.name] ?? 0
                #expect(charged >= 1 && charged <= own.count, "\(shop.name)")
                #expect(Set(own.compactMap { $0["fingerprint"]?.string }).count == own.count)
            }
            let spoken = street.books["speaker"]?.charges ?? []
            #expect(Set(spoken).count == spoken.count)

            let all = street.charged
            let again = try await Self.start(folder).outcome()
            #expect(again.status == 0)
            #expect(street.charged == all)
        }
    }
}
