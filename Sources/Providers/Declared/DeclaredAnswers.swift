import BatchVideo
import Foundation

/// How a declared vendor says that something went wrong: `errors` in its settings.
struct DeclaredErrors: Sendable {
    private let places: [JSONPointer]
    private let good: [(place: JSONPointer, value: String)]
    private let refusals: [String]
    private let quotas: [String]

    static let keys = ["at", "ok", "refusals", "quotas"]

    init(_ settings: VendorSettings?) throws {
        guard let settings else {
            (places, good, refusals, quotas) = ([], [], [], [])
            return
        }
        try settings.expect(Self.keys)
        places = try settings.texts("at").map { text in
            guard let pointer = JSONPointer(text) else {
                throw settings.fault("at", "must be JSON pointers such as /error/message")
            }
            return pointer
        }
        let ok = settings.json("ok") ?? .emptyObject
        guard let members = ok.object else { throw settings.fault("ok", "must be a map of JSON pointers and values") }
        good = try members.sorted { $0.key < $1.key }.map { text, value in
            guard let pointer = JSONPointer(text) else {
                throw settings.fault("ok", "must be a map of JSON pointers and values")
            }
            return (pointer, value.string ?? value.text)
        }
        refusals = try settings.texts("refusals").map { $0.lowercased() }
        quotas = try settings.texts("quotas").map { $0.lowercased() }
    }

    /// What an answer with a good status says of a fault; nil when nothing went wrong. With `ok`, its
    /// values decide; without, any words at `at`.
    func fault(in answer: HTTPAnswer) -> (kind: VendorFailure.Kind, words: String)? {
        guard let json = answer.json else { return nil }
        let told = message(in: json)
        let isOdd = good.contains { place, value in
            place.value(in: json).map { ($0.string ?? $0.text) != value } ?? true
        }
        guard good.isEmpty ? told != nil : isOdd else { return nil }
        let words = told ?? answer.words
        return (kind(words) ?? .outage, words)
    }

    /// What the words of an answer with a bad status say; nil: judge by the status.
    func refusal(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard answer.status >= 400 else { return nil }
        return kind(answer.json.flatMap { message(in: $0) } ?? answer.words)
    }

    private func message(in json: JSONValue) -> String? {
        places.lazy.compactMap { $0.value(in: json) }.map { $0.string ?? $0.text }.first { !$0.isEmpty }
    }

    func kind(_ words: String) -> VendorFailure.Kind? {
        let words = words.lowercased()
        if refusals.contains(where: { words.contains($0) }) { return .refusal }
        return quotas.contains(where: { words.contains($0) }) ? .quota : nil
    }
}

/// How a declared vendor's task goes: `states` of `poll`.
struct DeclaredStates: Sendable {
    private enum State: String, CaseIterable { case running, done, failed, refused, gone }

    private let states: [String: State]

    init(_ settings: VendorSettings) throws {
        guard let map = settings.json("states")?.object, !map.isEmpty else {
            throw settings.fault(
                "states", "must be a map of the vendor's words and running, done, failed, refused or gone")
        }
        var states: [String: State] = [:]
        for (word, meaning) in map {
            guard let state = meaning.string.flatMap(State.init(rawValue:)) else {
                throw settings.fault("states.\(word)", "must be one of running, done, failed, refused, gone")
            }
            states[word.lowercased()] = state
        }
        guard states.values.contains(.done) else { throw settings.fault("states", "has no word for done") }
        self.states = states
    }

    /// A word that is not in the map is a task that runs: vendors add states.
    func state<Result: Sendable>(
        _ word: JSONValue?, progress: Double?, words: String, done: () throws -> Result
    ) rethrows -> TaskState<Result> {
        let text = word.map { $0.string ?? $0.text } ?? ""
        switch states[text.lowercased()] {
        case .done: return .done(try done())
        case .failed: return .failed(.outage, words)
        case .refused: return .failed(.refusal, words)
        case .gone: return .unknown
        case .running, nil: return .running(progress: progress)
        }
    }
}
