import BatchVideo
import Foundation

/// How a declared vendor's task is asked after: `poll` in its settings.
struct DeclaredTask: Sendable {
    /// Where its id stands in the answer to `submit`.
    let id: JSONPointer
    private let poll: DeclaredCall
    private let state: JSONPointer
    private let states: DeclaredStates
    private let progress: JSONPointer?
    private let error: JSONPointer?

    init(id: JSONPointer, _ settings: VendorSettings) throws {
        self.id = id
        poll = try DeclaredCall(
            settings, known: ["task"], more: ["state", "states", "progress", "error"] + DeclaredResult.keys)
        guard let state = try settings.pointer("state") else {
            throw settings.fault("state", "is missing: where the task's state stands")
        }
        self.state = state
        states = try DeclaredStates(settings)
        progress = try settings.pointer("progress")
        error = try settings.pointer("error")
    }

    func order(_ task: String, at url: URL) -> HTTPOrder {
        poll.order(at: url, ["task": .string(task)], files: [:], isRepeatable: nil)
    }

    /// - Parameter words: of the whole answer, for want of better ones.
    func state(in answer: JSONValue, words: String) -> TaskState<JSONValue> {
        let told = error?.value(in: answer).map { $0.string ?? $0.text } ?? words
        var share = progress?.value(in: answer)?.number
        if let percent = share, percent > 1 { share = percent / 100 }
        return states.state(state.value(in: answer), progress: share, words: told) { answer }
    }
}

/// Where a declared vendor's result stands, and how it becomes bytes.
struct DeclaredResult: Sendable {
    private enum Form: String, CaseIterable { case auto, url, base64, hex }

    /// What came of a call.
    enum Found: Sendable {
        case bytes(Data)
        case address(URL)
        case text(String)
    }

    static let keys = ["result", "resultAs"]

    /// Nil: the answer's body is the result, or a fetch gives it.
    let place: JSONPointer?
    let fetch: DeclaredCall?
    private let form: Form
    private let isText: Bool

    /// - Parameters:
    ///   - section: `poll` where there is one, else `submit`.
    ///   - settings: the vendor's.
    init(_ section: VendorSettings, _ settings: VendorSettings, isText: Bool, isTask: Bool) throws {
        self.isText = isText
        place = try section.pointer("result")
        form = try section.choice("resultAs", or: .auto)
        let known: Set<String> = isTask ? ["task", "result"] : ["result"]
        fetch = try settings.section("fetch").map { try DeclaredCall($0, known: known, more: []) }
        let isFound = isText || (isTask ? fetch == nil : fetch != nil) ? place != nil : true
        guard isFound else {
            throw section.fault("result", "is missing: where the result stands in the answer")
        }
    }

    /// Throws the words of what it is instead.
    func read(_ text: String, base url: URL) throws(Odd) -> Found {
        if isText { return .text(text) }
        switch form {
        case .auto:
            if text.hasPrefix("data:"), let comma = text.firstIndex(of: ",") {
                return try Self.base64(text[text.index(after: comma)...])
            }
            if let found = Self.address(text, url) { return found }
            return try Self.base64(text[...])
        case .url:
            guard let found = Self.address(text, url) else {
                throw Odd(words: "its result is no address: \(text.prefix(80))")
            }
            return found
        case .base64: return try Self.base64(text[...])
        case .hex:
            guard let data = Data(hex: text) else { throw Odd(words: "its result is not in hexadecimal digits") }
            return .bytes(data)
        }
    }

    struct Odd: Error { var words: String }

    /// Whole, or below the vendor's own host.
    private static func address(_ text: String, _ url: URL) -> Found? {
        let isAddress = ["http://", "https://", "/"].contains { text.hasPrefix($0) }
        guard isAddress, let place = URL(string: text, relativeTo: url)?.absoluteURL, place.host() != nil
        else { return nil }
        return .address(place)
    }

    private static func base64(_ text: Substring) throws(Odd) -> Found {
        let data = Data(base64Encoded: String(text), options: .ignoreUnknownCharacters)
        guard let data, !data.isEmpty else {
            throw Odd(words: "its result is neither an address nor base64: \(text.prefix(40))")
        }
        return .bytes(data)
    }
}

extension Data {
    init?(hex text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        self.init(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}
