import BatchVideo
import Foundation

/// A library on the net that is searched and gives addresses of files. What differs from one to the
/// next is a `Dialect`.
///
/// Searches are kept and made one after another, so that the shots of a batch that look for the same
/// thing ask once. Clips are fetched, never linked to.
struct StockFootage: FootageLibrary {
    struct Dialect: Sendable {
        /// What the licence of everything in it is called.
        var licence: String
        /// How long an answer is used in place of asking again.
        var keeps: Duration
        var order: @Sendable (FootageQuery) -> HTTPOrder
        /// Nil for an answer that is no search result.
        var read: @Sendable (JSONValue) -> [FoundClip]?
    }

    /// What all of them give in one page.
    let mostItems = 50
    let name: String
    let version: String
    let terms: CallTerms
    let wantsEnglish: Bool
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let dialect: Dialect
    private let shelf: SearchShelf
    private let turn = Lane(capacity: 1)

    init(
        _ settings: VendorSettings, _ tools: VendorTools, vendor: String, url: URL, key: HTTPKeyPlace,
        wantsEnglish: Bool, dialect: Dialect
    ) throws {
        name = settings.name
        version = settings.version(vendor)
        terms = try settings.terms()
        caller = try tools.caller(settings, key: key)
        self.wantsEnglish = wantsEnglish
        self.tools = tools
        self.url = url
        self.dialect = dialect
        shelf = SearchShelf(
            folder: tools.folder.appending(path: "\(settings.name).searches"), keeps: dialect.keeps,
            date: tools.date)
    }

    func search(_ query: FootageQuery) async throws -> [FootageItem] {
        let order = dialect.order(query)
        let key = order.address.absoluteString
        let clips = try await turn.use {
            if let known = await shelf.clips(key) { return known }
            let answer = try await caller.json(order)
            guard let clips = dialect.read(answer) else {
                let words = HTTPAnswer(status: 200, headers: [:], body: Data(answer.text.utf8)).words
                throw caller.failure(.outage, "its answer is no search result: \(words)")
            }
            try await shelf.keep(clips, key)
            return clips
        }
        return clips.prefix(query.limit).map { $0.item(of: name, licence: dialect.licence) }
    }

    func fetch(_ item: FootageItem, covering canvas: PixelSize, to file: URL) async throws {
        guard let place = item.rendition(covering: canvas).flatMap({ URL(string: $0.url) }) else {
            throw BatchVideoError(.notFound, "\(item.key) has no file that can be fetched; take another clip")
        }
        do {
            try await caller.download(place, to: file, base: url)
        } catch let error as BatchVideoError where error.vendorFailure?.kind == .unknownEnd {
            await shelf.forget(item.id)
            throw BatchVideoError(
                .notFound, "\(name) has clip \(item.id) no more; another is to be taken",
                cause: VendorFailure(.outage, vendor: name, words: "the clip is gone", isUnpaid: true))
        }
        try await tools.accept(file, as: .video, from: caller)
    }
}

/// A clip as a search found it.
struct FoundClip: Codable, Sendable {
    var id: String
    var length: MediaTime
    var tags: [String]
    var page: String
    var author: String
    var renditions: [FootageItem.Rendition]

    func item(of library: String, licence: String) -> FootageItem {
        FootageItem(
            library: library, id: id, length: length, tags: tags, page: page, author: author,
            licence: licence, renditions: renditions)
    }
}

extension FoundClip {
    /// Tags are bounded: they come from outside.
    static func bounded(_ tags: [String]) -> [String] {
        tags.lazy.map { String($0.trimmingCharacters(in: .whitespaces).lowercased().prefix(60)) }
            .filter { !$0.isEmpty }.prefix(40).map { $0 }
    }
}

extension FootageItem.Rendition {
    /// Nil for what cannot be fetched or has no size.
    init?(link: String?, width: Int?, height: Int?, fps: Double? = nil) {
        guard let link, let url = URL(string: link), url.host() != nil,
            ["http", "https"].contains(url.scheme ?? ""), let width, let height,
            (16...16384).contains(width), (16...16384).contains(height)
        else { return nil }
        self.init(url: link, size: PixelSize(width: width, height: height), fps: fps)
    }
}

extension JSONValue {
    /// An id that is a number or text.
    var plainID: String? {
        if let text = string { return text.isEmpty || text.utf8.count > 100 ? nil : text }
        return int.map { String($0) }
    }
}
