import BatchVideo
import Foundation

/// Makes a declared vendor's requests and reads its answers.
struct DeclaredEngine: Sendable {
    let caller: HTTPCaller
    let terms: CallTerms
    private let port: DeclaredPort
    private let tools: VendorTools
    private let url: URL
    private let submit: DeclaredCall
    /// Nil: `submit` answers with the result.
    private let task: DeclaredTask?
    private let result: DeclaredResult
    private let errors: DeclaredErrors

    init(_ settings: VendorSettings, _ tools: VendorTools, _ port: DeclaredPort) throws {
        self.port = port
        self.tools = tools
        url = try settings.url()
        terms = try settings.terms()
        caller = try tools.caller(settings, key: try settings.keyPlace())
        errors = try DeclaredErrors(try settings.section("errors"))
        guard let first = try settings.section("submit") else { throw settings.fault("submit", "is missing") }
        submit = try DeclaredCall(first, known: port.places, more: ["task"] + DeclaredResult.keys)
        guard !submit.places.isDisjoint(with: port.subject) else {
            let all = port.subject.sorted().map { "%\($0)%" }.joined(separator: ", ")
            throw settings.fault("submit", "holds none of \(all)")
        }
        let (id, second) = (try first.pointer("task"), try settings.section("poll"))
        switch (id, second) {
        case (nil, nil): task = nil
        case (_?, nil): throw settings.fault("poll", "is missing: submit gives a task")
        case (nil, _?): throw first.fault("task", "is missing: poll needs it")
        case (let id?, let second?):
            for key in DeclaredResult.keys where first.has(key) {
                throw first.fault(key, "goes under poll where there is one")
            }
            task = try DeclaredTask(id: id, second)
        }
        result = try DeclaredResult(second ?? first, settings, isText: port == .text, isTask: second != nil)
    }

    /// One of these places is in the request.
    func uses(_ names: String...) -> Bool { !submit.places.isDisjoint(with: names) }

    /// Makes the call; the file is at `file` when it returns.
    ///
    /// Gives the answer in which the result stood.
    @discardableResult
    func make(
        _ values: [String: JSONValue], files: [String: MediaBytes], _ slip: CallSlip, to file: URL
    ) async throws -> JSONValue {
        guard let medium = port.medium else {
            throw BatchVideoError(.internal, "\(caller.vendor) makes no files")
        }
        let (found, answer) = try await find(values, files, slip)
        switch found {
        case .bytes(let data): try await tools.accept(data, as: medium, from: caller, to: file)
        case .address(let place):
            try await caller.download(place, to: file, withKey: true, base: url)
            try await tools.accept(file, as: medium, from: caller)
        case .text: throw caller.failure(.outage, "its result is no file")
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
    ) async throws -> (DeclaredResult.Found, JSONValue) {
        var values = values
        values["call"] = .string(slip.key)
        for (name, file) in files {
            values[name] = .string(file.dataURI)
            values["\(name).base64"] = .string(file.base64)
        }
        guard let task else {
            // Work that is paid is not asked for twice, whatever its method.
            let answer = try await send(
                submit.order(at: url, values, files: files, isRepeatable: terms.mayRepeat), isWork: true)
            guard result.place != nil else { return (.bytes(answer.body), .null) }
            let json = try json(answer)
            return (try await reach(json, task: nil), json)
        }
        let order = submit.order(at: url, values, files: files, isRepeatable: false)
        let (id, answer) = try await caller.task(slip) {
            let answer = try json(try await send(order, isWork: true))
            return task.id.value(in: answer).map { $0.string ?? $0.text } ?? ""
        } poll: { (id: String) async throws -> TaskState<JSONValue> in
            let answer = try await send(task.order(id, at: url), isWork: false)
            let state = task.state(in: try json(answer), words: answer.words)
            guard case .failed(let kind, let words) = state else { return state }
            return .failed(errors.kind(words) ?? kind, words)
        }
        return (try await reach(answer, task: id), answer)
    }

    /// What stands in the answer, or what a further request gives for it.
    private func reach(_ answer: JSONValue, task: String?) async throws -> DeclaredResult.Found {
        let value = result.place?.value(in: answer)
        if let fetch = result.fetch {
            var values: [String: JSONValue] = ["result": value ?? ""]
            if let task { values["task"] = .string(task) }
            let order = fetch.order(at: url, values, files: [:], isRepeatable: true)
            return .bytes(try await send(order, isWork: false).body)
        }
        guard let value else {
            throw caller.failure(.outage, "its answer has nothing at \(result.place?.text ?? "result")")
        }
        do { return try result.read(value.string ?? value.text, base: url) } catch {
            throw caller.failure(.outage, error.words)
        }
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

extension VendorSettings {
    fileprivate func keyPlace() throws -> HTTPKeyPlace {
        let parts = try text("keyPlace", or: "bearer").split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("bearer", nil): return .bearer
        case ("none", nil): return .none
        case ("scheme", let name?): return .scheme(name)
        case ("header", let name?): return .header(name)
        case ("query", let name?): return .query(name)
        default: throw fault("keyPlace", "must be bearer, none, scheme:NAME, header:NAME or query:NAME")
        }
    }
}
