import BatchVideo
import Foundation

/// Makes a declared vendor's requests and reads its answers.
struct DeclaredEngine: Sendable {
    /// How a result stands in an answer.
    private enum Form: String, CaseIterable { case auto, url, base64, hex, text }

    /// What came of a call.
    enum Found: Sendable {
        case bytes(Data)
        case address(URL)
        case text(String)
    }

    let caller: HTTPCaller
    let terms: CallTerms
    let port: DeclaredPort
    private let tools: VendorTools
    private let url: URL
    private let submit: DeclaredCall
    private let poll: DeclaredCall?
    private let fetch: DeclaredCall?
    private let errors: DeclaredErrors
    private let states: DeclaredStates?
    private let task: JSONPointer?
    private let result: JSONPointer?
    private let state: JSONPointer?
    private let progress: JSONPointer?
    private let taskError: JSONPointer?
    private let form: Form

    init(_ settings: VendorSettings, _ tools: VendorTools, _ port: DeclaredPort) throws {
        self.port = port
        self.tools = tools
        url = try settings.url()
        terms = try settings.terms()
        caller = try tools.caller(settings, key: try settings.keyPlace())
        errors = try DeclaredErrors(try settings.section("errors"))
        guard let first = try settings.section("submit") else { throw settings.fault("submit", "is missing") }
        submit = try DeclaredCall(first, known: port.places, more: ["task", "result", "resultAs"])
        guard !submit.places.isDisjoint(with: port.subject) else {
            throw settings.fault("submit", "holds none of \(port.subject.sorted().map { "%\($0)%" }.joined(separator: ", "))")
        }
        task = try first.pointer("task")
        guard let second = try settings.section("poll") else {
            guard task == nil else { throw settings.fault("poll", "is missing: submit gives a task") }
            (poll, states, state, progress, taskError) = (nil, nil, nil, nil, nil)
            result = try first.pointer("result")
            form = try first.choice("resultAs", or: .auto)
            fetch = try settings.section("fetch").map { try DeclaredCall($0, known: ["result"], more: []) }
            guard fetch == nil || result != nil else { throw first.fault("result", "is missing: fetch needs it") }
            guard result != nil || port != .text else { throw first.fault("result", "is missing: where the text stands") }
            return
        }
        guard task != nil else { throw first.fault("task", "is missing: poll needs it") }
        for key in ["result", "resultAs"] where first.has(key) { throw first.fault(key, "goes under poll where there is one") }
        poll = try DeclaredCall(second, known: ["task"], more: ["state", "states", "result", "resultAs", "progress", "error"])
        guard let state = try second.pointer("state") else { throw second.fault("state", "is missing: where the task's state stands") }
        self.state = state
        states = try DeclaredStates(second)
        progress = try second.pointer("progress")
        taskError = try second.pointer("error")
        result = try second.pointer("result")
        form = try second.choice("resultAs", or: .auto)
        fetch = try settings.section("fetch").map { try DeclaredCall($0, known: ["task", "result"], more: []) }
        guard result != nil || fetch != nil else { throw second.fault("result", "is missing: where the result stands, or a fetch") }
        guard port != .text || result != nil else { throw second.fault("result", "is missing: where the text stands") }
    }

    /// What a request can hold beyond what is asked: which of `names` its templates use.
    func uses(_ names: String...) -> Bool { !submit.places.isDisjoint(with: names) }

    /// Makes the call; the file is at `file` when it returns.
    ///
    /// Gives the answer in which the result stood.
    @discardableResult
    func make(_ values: [String: JSONValue], files: [String: MediaBytes], _ slip: CallSlip, to file: URL) async throws -> JSONValue {
        guard let medium = port.medium else { throw BatchVideoError(.internal, "\(caller.vendor) makes no files") }
        let (found, answer) = try await find(values, files, slip)
        switch found {
        case .bytes(let data): try await tools.accept(data, as: medium, from: caller, to: file)
        case .address(let place):
            try await caller.download(place, to: file, withKey: true, base: url)
            try await tools.accept(file, as: medium, from: caller)
        case .text(let text):
            throw caller.failure(.outage, "its result is no address and no file: \(text.prefix(80))")
        }
        return answer
    }

    /// Makes the call and gives the text that comes of it.
    func text(_ values: [String: JSONValue], _ slip: CallSlip) async throws -> (String, JSONValue) {
        let (found, answer) = try await find(values, [:], slip)
        guard case .text(let text) = found else { throw caller.failure(.outage, "its result is no text") }
        return (text, answer)
    }

    private func find(
        _ values: [String: JSONValue], _ files: [String: MediaBytes], _ slip: CallSlip
    ) async throws -> (Found, JSONValue) {
        var values = values
        values["call"] = .string(slip.key)
        for (name, file) in files {
            values[name] = .string(file.dataURI)
            values["\(name).base64"] = .string(file.base64)
        }
        let ready = values
        guard let poll, let task, let states else {
            // Work that is paid is not asked for twice, whatever its method.
            let answer = try await send(
                submit.order(at: url, ready, files: files, isRepeatable: terms.mayRepeat), isWork: true)
            guard let result else { return (.bytes(answer.body), .null) }
            let json = try self.json(answer)
            guard let value = result.value(in: json) else {
                throw caller.failure(.outage, "its answer has nothing at \(result.text): \(answer.words)", answer: answer)
            }
            return (try await reach(value, task: nil), json)
        }
        let (id, answer) = try await caller.task(slip) {
            let answer = try self.json(
                try await send(submit.order(at: url, ready, files: files, isRepeatable: false), isWork: true))
            return task.value(in: answer).map { $0.string ?? $0.text } ?? ""
        } poll: { (id: String) async throws -> TaskState<JSONValue> in
            let answer = try await send(poll.order(at: url, ["task": .string(id)], files: [:], isRepeatable: nil), isWork: false)
            let json = try self.json(answer)
            let words = taskError?.value(in: json).map { $0.string ?? $0.text } ?? answer.words
            var progress = self.progress?.value(in: json)?.number
            if let share = progress, share > 1 { progress = share / 100 }
            let found = states.state(state?.value(in: json), progress: progress, words: words) { json }
            guard case .failed(let kind, let told) = found else { return found }
            return .failed(errors.kind(told) ?? kind, told)
        }
        let value = result?.value(in: answer)
        if value == nil, fetch == nil {
            throw caller.failure(.outage, "its task ended with nothing at \(result?.text ?? "result")", isUnpaid: false)
        }
        return (try await reach(value ?? .null, task: id), answer)
    }

    /// What stands in the answer, or what a further request gives for it.
    private func reach(_ value: JSONValue, task: String?) async throws -> Found {
        guard let fetch else { return try read(value.string ?? value.text) }
        var values: [String: JSONValue] = ["result": value]
        if let task { values["task"] = .string(task) }
        let answer = try await send(fetch.order(at: url, values, files: [:], isRepeatable: true), isWork: false)
        return .bytes(answer.body)
    }

    private func read(_ text: String) throws -> Found {
        if port == .text { return .text(text) }
        switch form {
        case .auto:
            if text.hasPrefix("data:"), let comma = text.firstIndex(of: ",") {
                return try base64(String(text[text.index(after: comma)...]))
            }
            if let found = address(text) { return found }
            return try base64(text)
        case .url:
            if let found = address(text) { return found }
            throw caller.failure(.outage, "its result is no address: \(text.prefix(80))")
        case .base64: return try base64(text)
        case .hex:
            guard let data = Data(hex: text) else { throw caller.failure(.outage, "its result is not in hexadecimal digits") }
            return .bytes(data)
        case .text: return .text(text)
        }
    }

    /// Whole, or below the vendor's own host.
    private func address(_ text: String) -> Found? {
        guard text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("/") else { return nil }
        guard let place = URL(string: text, relativeTo: url)?.absoluteURL, place.host() != nil else { return nil }
        return .address(place)
    }

    private func base64(_ text: String) throws -> Found {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty else {
            throw caller.failure(.outage, "its result is neither an address nor base64: \(text.prefix(40))")
        }
        return .bytes(data)
    }

    private func send(_ order: HTTPOrder, isWork: Bool) async throws -> HTTPAnswer {
        let errors = errors
        let answer = try await caller.send(order) { errors.refusal($0) }
        if let (kind, words) = errors.fault(in: answer) {
            throw caller.failure(kind, words, answer: answer, isUnpaid: isWork)
        }
        return answer
    }

    private func json(_ answer: HTTPAnswer) throws -> JSONValue {
        guard let json = answer.json else {
            throw caller.failure(.outage, "the answer is no JSON: \(answer.words)", answer: answer)
        }
        return json
    }
}

extension Data {
    init?(hex text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        self.init(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}

extension VendorSettings {
    fileprivate func keyPlace() throws -> HTTPKeyPlace {
        let parts = try text("keyPlace", or: "bearer").split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : nil) {
        case ("bearer", nil): return .bearer
        case ("none", nil): return .none
        case ("scheme", let name?): return .scheme(name)
        case ("header", let name?): return .header(name)
        case ("query", let name?): return .query(name)
        default: throw fault("keyPlace", "must be bearer, none, scheme:NAME, header:NAME or query:NAME")
        }
    }
}
