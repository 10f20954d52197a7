package import BatchVideo
package import Foundation

/// The platform's ledger as one run of a job sees it.
package struct RunBook: CallBook {
    private let ledger: any VendorLedger
    private let lease: Lease
    private let caps: SpendCaps
    private let now: @Sendable () -> Date

    package init(
        _ ledger: any VendorLedger, lease: Lease, caps: SpendCaps,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.ledger = ledger
        self.lease = lease
        self.caps = caps
        self.now = now
    }

    package func begin(_ order: CallOrder) async throws -> BookedCall {
        let (call, isNew) = try await ledger.begin(order, caps: caps, lease: lease, now: now())
        let state: BookedCall.State =
            switch call.state {
            case .begun: isNew ? .new : .unknown
            case .accepted: call.taskID.map { .accepted(taskID: $0) } ?? .unknown
            case .succeeded: .succeeded(taskID: call.taskID)
            case .failed, .lost: .new
            }
        return BookedCall(id: call.id, state: state)
    }

    package func accept(_ call: Int, taskID: String) async throws {
        try await ledger.accept(call, taskID: taskID, lease: lease, now: now())
    }

    package func settle(_ call: Int, succeeded: Bool, note: JSONValue, cost: VendorCost) async throws {
        try await ledger.settle(
            call, succeeded: succeeded, result: note, cost: cost, lease: lease, now: now())
    }
}

/// The calls of a film that is made without a database: a file in its workspace.
actor FolderBook: CallBook {
    private struct Entry: Codable {
        var provider: String
        var operation: CallOrder.Operation
        var fingerprint: String
        var state: VendorCall.State
        var taskID: String?
        var cost: VendorCost
    }

    private let file: URL
    private let caps: SpendCaps
    private var entries: [Entry]

    /// - Parameter asksLostAnew: calls with an unknown end are given up; their cost counts.
    init(_ workspace: Workspace, caps: SpendCaps, asksLostAnew: Bool = false) throws {
        file = workspace.url("calls.json")
        self.caps = caps
        guard FileManager.default.fileExists(atPath: file.path) else {
            entries = []
            return
        }
        do {
            var known = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
            if asksLostAnew {
                for place in known.indices where known[place].state == .begun { known[place].state = .lost }
            }
            entries = known
        } catch {
            throw BatchVideoError(
                .internal,
                "\(file.path), which says what vendors were paid for, cannot be read; move it away to begin anew",
                cause: error)
        }
    }

    func begin(_ order: CallOrder) throws -> BookedCall {
        let known = entries.lastIndex {
            $0.provider == order.provider && $0.operation == order.operation
                && $0.fingerprint == order.fingerprint && $0.state != .failed && $0.state != .lost
        }
        if let known {
            let entry = entries[known]
            let state: BookedCall.State =
                switch entry.state {
                case .begun, .failed, .lost: .unknown
                case .accepted: entry.taskID.map { .accepted(taskID: $0) } ?? .unknown
                case .succeeded: .succeeded(taskID: entry.taskID)
                }
            return BookedCall(id: known, state: state)
        }
        try checkCap(order)
        entries.append(
            Entry(
                provider: order.provider, operation: order.operation, fingerprint: order.fingerprint,
                state: .begun, cost: order.estimate))
        try write()
        return BookedCall(id: entries.count - 1, state: .new)
    }

    func accept(_ call: Int, taskID: String) throws {
        entries[call].state = .accepted
        entries[call].taskID = taskID
        try write()
    }

    func settle(_ call: Int, succeeded: Bool, note: JSONValue, cost: VendorCost) throws {
        entries[call].state = succeeded ? .succeeded : .failed
        entries[call].cost = cost
        try write()
    }

    private func checkCap(_ order: CallOrder) throws {
        guard let cap = caps.perJob, order.estimate.currency == caps.currency, !order.estimate.isFree else { return }
        let spent = entries.filter { $0.state != .failed && $0.cost.currency == caps.currency }
            .reduce(0) { $0 + $1.cost.micros }
        guard spent + order.estimate.micros > cap else { return }
        throw BatchVideoError(
            .limited,
            "\(order.estimate.text) more would pass the limit of "
                + "\(VendorCost(micros: cap, currency: caps.currency).text) for this film; raise budget.perFilm or "
                + "choose a cheaper vendor",
            field: "budget")
    }

    private func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try DurableFile.write(try encoder.encode(entries), to: file)
    }
}
