internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// One listener's way through the log: what SSE and WebSocket send is the same.
struct EventStream: Sendable {
    static let batch = 100

    enum Message: Sendable {
        /// The first: where the listener stands. Whoever loads the present state after it misses nothing.
        case hello(JSON, id: Int)
        case event(JSON, id: Int, kind: String)
        case alive
    }

    private let parts: ServerParts
    let caller: Caller
    private let jobID: Int?
    /// The last event the client has; nil: begin now.
    private let last: Int?
    /// Events up to this one have been given, or are not for this listener.
    private var position = 0
    /// Read and not yet given, in reverse.
    private var pending: [StoredEvent] = []
    private var hasBegun = false

    init(parts: ServerParts, caller: Caller, jobID: Int?, last: Int?) {
        self.parts = parts
        self.caller = caller
        self.jobID = jobID
        self.last = last
    }

    /// Nil when the server shuts down or the listener left.
    mutating func next() async throws -> Message? {
        guard hasBegun else { return try await begin() }
        while !Task.isCancelled {
            if let event = pending.popLast() {
                position = event.id
                return .event(Self.json(event), id: event.id, kind: event.kind.rawValue)
            }
            // Asked before reading: whatever comes in between is read, or waited for.
            let newest = try await parts.ports.stores.events.latestID()
            pending = try await parts.ports.stores.events.events(
                after: position, jobID: jobID, limit: Self.batch, owner: caller.owner
            ).reversed()
            guard pending.isEmpty else { continue }
            // Events of others are passed over once and for all.
            position = max(position, newest)
            switch await parts.live.wait(after: position, atMost: parts.settings.heartbeat) {
            case .more: continue
            case .quiet: return .alive
            case .over: return nil
            }
        }
        return nil
    }

    private mutating func begin() async throws -> Message {
        hasBegun = true
        let newest = try await parts.ports.stores.events.latestID()
        // An id from the future is of another database: nothing can be replayed.
        let isKnown = last.map { $0 <= newest } ?? true
        position = isKnown ? last ?? newest : newest
        let hello: JSON = [
            "kind": "hello", "latest_id": .int(newest), "replayed": .bool(isKnown && last != nil),
        ]
        return .hello(hello, id: position)
    }

    static func json(_ event: StoredEvent) -> JSON {
        [
            "id": .int(event.id), "kind": .string(event.kind.rawValue),
            "job_id": .number(event.jobID), "execution_id": .number(event.executionID),
            "batch_id": .number(event.batchID), "at": .time(event.at), "data": JSON(event.data),
        ]
    }
}
