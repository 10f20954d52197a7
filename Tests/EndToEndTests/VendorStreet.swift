import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

/// Vendors of every kind on loopback, as a film's settings name them.
final class VendorStreet: Sendable {
    /// One of them.
    struct Shop: Sendable {
        /// `VendorPart.name`.
        var name: String
        var double: VendorDouble
        var operation: CallOrder.Operation
        var settings: [String: JSONValue] = [:]

        fileprivate static let key = "sk-test-key-1234"
    }

    /// Told of each piece of work once it is done and charged; true: its answer is lost.
    typealias Witness = @Sendable (_ shop: String, _ charge: Int) -> Bool

    let shops: [Shop]
    /// What each did, by its name.
    let books: [String: VendorBooks]
    private let servers: [String: VendorServer]
    private let folder: TemporaryFolder

    private init(
        _ shops: [Shop], _ books: [String: VendorBooks], _ servers: [String: VendorServer],
        _ folder: TemporaryFolder
    ) {
        self.shops = shops
        self.books = books
        self.servers = servers
        self.folder = folder
    }

    /// Opens all of them and writes `batchvideo.yaml`.
    ///
    /// - Parameters:
    ///   - knowsRepeats: they answer a call with an `Idempotency-Key` that they saw with what they
    ///     answered then, and charge nothing.
    ///   - use: the settings of that name, such as who stands in.
    static func open<Output: Sendable>(
        _ cast: VendorCast, in folder: TemporaryFolder, knowsRepeats: Bool = false,
        use: String = "{}", after witness: @escaping Witness = { _, _ in false },
        _ body: (VendorStreet) async throws -> Output
    ) async throws -> Output {
        let shops = cast.shops(in: folder)
        var books: [String: VendorBooks] = [:]
        var servers: [String: VendorServer] = [:]
        for shop in shops {
            let own = VendorBooks()
            books[shop.name] = own
            servers[shop.name] = try await VendorServer(
                answer(shop, own, knowsRepeats ? Memory() : nil, witness))
        }
        let street = VendorStreet(shops, books, servers, folder)
        do {
            try street.write(knowsRepeats: knowsRepeats, use: use)
            let output = try await body(street)
            for server in servers.values { await server.stop() }
            return output
        } catch {
            for server in servers.values { await server.stop() }
            throw error
        }
    }

    /// What a server answered, by the caller's key of the call.
    private final class Memory: Sendable {
        private let replies = Mutex<[String: VendorReply]>([:])

        func reply(to key: String) -> VendorReply? { replies.withLock { $0[key] } }
        func keep(_ reply: VendorReply, of key: String) { replies.withLock { $0[key] = reply } }
    }

    private static func answer(
        _ shop: Shop, _ books: VendorBooks, _ memory: Memory?, _ witness: @escaping Witness
    ) -> @Sendable (VendorRequest) async throws -> VendorReply {
        { request in
            let key = request.method == "POST" ? request.header("idempotency-key") : nil
            if let key, let known = memory?.reply(to: key) { return known }
            let before = books.charges.count
            let base = URL(string: "http://\(request.header("host") ?? "")") ?? URL(filePath: "/")
            let reply = try await shop.double.answer(request, books, base)
            if let key { memory?.keep(reply, of: key) }
            let charges = books.charges.count
            if charges > before, witness(shop.name, charges) { try await Task.sleep(for: .seconds(1)) }
            return reply
        }
    }

    private func write(knowsRepeats: Bool, use: String) throws {
        let entries = shops.map { shop in
            var settings = shop.double.settings.merging(shop.settings) { $1 }
            settings["vendor"] = .string(shop.double.vendor)
            settings["url"] = .string(servers[shop.name]?.url.absoluteString ?? "")
            settings["key"] = .string(Shop.key)
            if knowsRepeats { settings["knowsRepeats"] = .bool(true) }
            return "  \(shop.name): \(JSONValue.object(settings).text)\n"
        }
        try folder.write("providers:\n\(entries.joined())use: \(use)\n", to: "batchvideo.yaml")
    }

    /// The next answer of each vendor that is paid gets lost when it has done its work.
    func dropAnswers() {
        for shop in shops where shop.operation != .footage { servers[shop.name]?.fail(.droppedAfterWork) }
    }

    /// How often each was paid; libraries of footage give theirs away.
    var charged: [String: Int] {
        Dictionary(
            shops.filter { $0.operation != .footage }.map { ($0.name, books[$0.name]?.charges.count ?? 0) }
        ) { first, _ in first }
    }
}

/// Which vendors a film is made with. Each answers a port of its own; together they answer all.
enum VendorCast: String, Sendable, CaseIterable, CustomTestStringConvertible {
    /// A voice that tells when it says each word, and a presenter whose server works while one waits.
    case timed
    /// A voice that tells nothing of its words, somebody who listens, and tasks that are asked after.
    case untimed

    var testDescription: String { rawValue }

    func shops(in folder: TemporaryFolder) -> [VendorStreet.Shop] {
        let ours: [VendorStreet.Shop] =
            switch self {
            case .timed:
                [
                    .init(name: "speaker", double: SpeechDoubles.kokoro, operation: .speech, settings: ["price": 0.50]),
                    .init(
                        name: "host", double: PresenterDoubles.humanServer, operation: .presenter,
                        settings: ["price": 0.02]),
                    .init(name: "stock", double: FootageDoubles.pixabay, operation: .footage),
                ]
            case .untimed:
                [
                    .init(name: "speaker", double: SpeechDoubles.openAI, operation: .speech, settings: ["price": 0.50]),
                    .init(
                        name: "listener", double: TranscriptionDoubles.openAI, operation: .transcription,
                        settings: ["price": 0.001]),
                    .init(
                        name: "host", double: PresenterDoubles.duix, operation: .presenter,
                        settings: ["price": 0.02]),
                    .init(name: "stock", double: FootageDoubles.pixabay, operation: .footage),
                ]
            }
        return ours + [
            .init(
                name: "changer", double: SpeechDoubles.seedVC, operation: .conversion,
                settings: ["samples": .null, "price": 0.01]),
            .init(name: "writer", double: ModelDoubles.chat, operation: .text, settings: ["price": 0.01]),
            .init(name: "painter", double: ImageDoubles.flux, operation: .image, settings: ["price": 0.25]),
            .init(name: "mover", double: ClipDoubles.videoServer, operation: .clip, settings: ["price": 0.10]),
            .init(name: "reader", double: OCRDoubles.server, operation: .ocr, settings: ["price": 0.001]),
        ]
    }
}
