import BatchVideo
import Foundation

/// A vendor that takes a task for a clip, is asked after it, and gives an address to fetch it from.
/// What differs from one to the next is a `Dialect`.
struct ClipVendor: ClipGenerator {
    struct Dialect: Sendable {
        var takesImage: Bool
        var takesWordsAlone: Bool
        /// Lengths that it makes, in whole seconds, ascending; a range of all between two is spelled out.
        var seconds: [Int]
        /// Sends the request; gives the task's id.
        var submit: @Sendable (HTTPCaller, ClipRequest, _ seconds: Int, CallSlip) async throws -> String
        /// Asks after a task: the address of the clip, or its bytes' order.
        var poll: @Sendable (HTTPCaller, _ taskID: String, ClipRequest) async throws -> TaskState<URL>
        /// The key goes along when the clip is fetched from the vendor's own host.
        var fetchesWithKey = false
    }

    let name: String
    let version: String
    let terms: CallTerms
    let takesImage: Bool
    let takesWordsAlone: Bool
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let model: String?
    private let dialect: Dialect

    init(
        _ settings: VendorSettings, _ tools: VendorTools, vendor: String, url: URL, model: String?,
        key: HTTPKeyPlace, dialect: Dialect
    ) throws {
        name = settings.name
        version = settings.version(vendor)
        terms = try settings.terms()
        takesImage = dialect.takesImage
        takesWordsAlone = dialect.takesWordsAlone
        caller = try tools.caller(settings, key: key)
        self.tools = tools
        self.url = url
        self.model = model
        self.dialect = dialect
    }

    /// The shortest that is long enough, else the longest.
    private func seconds(_ request: ClipRequest) -> Int {
        dialect.seconds.first { $0 * 1000 >= request.length.ms } ?? dialect.seconds.last ?? 5
    }

    func billedSeconds(of request: ClipRequest) -> Double { Double(seconds(request)) }

    func generate(
        _ request: ClipRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        guard request.image == nil ? takesWordsAlone : takesImage else {
            throw BatchVideoError(
                .invalid, "\(name) makes clips \(takesImage ? "from a picture" : "from words alone") only")
        }
        let (_, place) = try await caller.task(slip) {
            try await dialect.submit(caller, request, seconds(request), slip)
        } poll: {
            try await dialect.poll(caller, $0, request)
        }
        try await caller.download(place, to: file, withKey: dialect.fetchesWithKey, base: url)
        try await tools.accept(file, as: .video, from: caller)
        return GeneratedMedia(
            seed: request.seed, model: model, cost: terms.cost(units: billedSeconds(of: request)))
    }
}

extension ClipRequest {
    /// 4k + 1 frames, as the open video models want them, at least as long as the shot when they may be.
    func frames(fps: Int, atMost seconds: Int) -> Int {
        let wanted = min(Double(seconds), Double(length.ms) / 1000) * Double(fps)
        return max(1, Int((wanted / 4).rounded(.up))) * 4 + 1
    }
}

extension HTTPCaller {
    /// The address in a vendor's answer; without one, the task failed.
    func place<Result>(_ text: String?, _ done: (URL) -> TaskState<Result>) -> TaskState<Result> {
        guard let text, let url = URL(string: text), url.host() != nil else {
            return .failed(.outage, "the task ended without an address to fetch its result from")
        }
        return done(url)
    }
}
