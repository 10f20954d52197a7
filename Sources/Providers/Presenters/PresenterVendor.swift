import BatchVideo
import Foundation

/// A vendor that takes a task for a talking head, is asked after it, and gives the video. What differs
/// from one to the next is a `Dialect`.
struct PresenterVendor: PresenterGenerator {
    struct Dialect: Sendable {
        /// Whom it can make speak.
        var takes: Set<PresenterSource>
        /// Longest speech in seconds; nil: no limit of its own.
        var longestSeconds: Double?
        /// Tasks that it works on at the same time; the rest waits here, not there.
        var tasksAtOnce: Int?
        /// Sends what it needs; gives the task's id, which alone is enough to ask after it.
        var submit: @Sendable (HTTPCaller, PresenterRequest, CallSlip) async throws -> String
        var poll: @Sendable (HTTPCaller, _ taskID: String) async throws -> TaskState<VideoPlace>
        /// The key goes along when the video is fetched from the vendor's own host.
        var fetchesWithKey = false
    }

    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let model: String?
    private let dialect: Dialect
    private let tasks: Lane

    init(
        _ settings: VendorSettings, _ tools: VendorTools, vendor: String, url: URL, model: String? = nil,
        key: HTTPKeyPlace, price: String = "price", dialect: Dialect
    ) throws {
        name = settings.name
        version = settings.version(vendor)
        terms = try settings.terms(price)
        caller = try tools.caller(settings, key: key)
        self.tools = tools
        self.url = url
        self.model = model
        self.dialect = dialect
        tasks = Lane(capacity: dialect.tasksAtOnce ?? 64)
    }

    func generate(
        _ request: PresenterRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        try request.check(dialect.takes, longestSeconds: dialect.longestSeconds, vendor: name)
        let (_, place) = try await tasks.use {
            try await caller.task(slip) {
                try await dialect.submit(caller, request, slip)
            } poll: {
                try await dialect.poll(caller, $0)
            }
        }
        switch place {
        case .address(let place):
            try await caller.download(place, to: file, withKey: dialect.fetchesWithKey, base: url)
        case .disk(let place):
            try WholeFile.move(place, to: file) {
                caller.failure(.unknownEnd, "its video is not where it says: \(place.path)")
            }
        }
        try await tools.accept(file, as: .video, from: caller)
        return GeneratedMedia(
            model: model, cost: terms.cost(units: Double(request.length.ms) / 1000))
    }
}

/// Where a vendor put its video.
enum VideoPlace: Sendable {
    case address(URL)
    /// On a disk that it shares with us; the file is taken away.
    case disk(URL)
}

/// Whom a vendor can make speak.
enum PresenterSource: String, Sendable, CaseIterable {
    case video, picture
    /// One of its own figures.
    case avatar
}

extension PresenterRequest {
    var kind: PresenterSource {
        if avatar != nil { return .avatar }
        return isPicture ? .picture : .video
    }

    /// Throws `.invalid` when the vendor cannot make this, before anything is sent.
    func check(_ takes: Set<PresenterSource>, longestSeconds: Double?, vendor: String) throws {
        guard takes.contains(kind) else {
            let all = PresenterSource.allCases.filter(takes.contains).map(\.noun).joined(separator: " or ")
            throw BatchVideoError(.invalid, "\(vendor) makes \(all) speak, not \(kind.noun)")
        }
        guard longestSeconds.map({ Double(length.ms) <= $0 * 1000 }) ?? true else {
            throw BatchVideoError(
                .invalid,
                "\(vendor) takes at most \(Int(longestSeconds ?? 0)) seconds of speech, not \(length.ms / 1000)")
        }
    }
}

extension PresenterSource {
    fileprivate var noun: String {
        switch self {
        case .video: "a video"
        case .picture: "a picture"
        case .avatar: "one of its own figures"
        }
    }
}

extension HTTPCaller {
    /// The address of a vendor's video; without one, the task failed.
    func video(_ text: String?) -> TaskState<VideoPlace> {
        place(text) { .done(.address($0)) }
    }
}

extension WholeFile {
    /// Copies `place` to `file` and removes it; throws `missing` when it is not there.
    static func move(_ place: URL, to file: URL, missing: () -> any Error) throws {
        guard FileManager.default.isReadableFile(atPath: place.path) else { throw missing() }
        let draft = file.appendingPathExtension("part")
        do {
            try? FileManager.default.removeItem(at: draft)  // of an earlier run that was cut off
            try FileManager.default.copyItem(at: place, to: draft)
            guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: draft)  // the first error is the one to tell
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path); check the folder and the free space", cause: error)
        }
        try? FileManager.default.removeItem(at: place)  // the vendor's own to clear when it is not ours
    }
}
