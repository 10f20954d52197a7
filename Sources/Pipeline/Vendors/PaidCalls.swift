import BatchVideo
import Foundation
import Synchronization

/// Makes calls to vendors so that none is paid twice, wherever the program dies.
///
/// A call is booked before it is made and settled after its result lies in the workspace; a result
/// that is there is never asked for again. What a crash leaves open is taken up by what the book
/// says: a task is asked after, a call with an unknown end is made again only when that costs nothing.
struct PaidCalls: Sendable {
    let workspace: Workspace
    let book: any CallBook
    /// The same call twice at once is made once: a sentence that is said twice, a picture seen twice.
    private let turns = CallTurns()

    init(workspace: Workspace, book: any CallBook) {
        self.workspace = workspace
        self.book = book
    }

    /// What a call gave.
    struct Made<Output: Codable & Sendable>: Codable, Sendable {
        var output: Output
        /// Of a file in the workspace, when the call makes one.
        var path: String?
        var cost: VendorCost
        var isSettled: Bool
    }

    /// - Parameters:
    ///   - request: everything the result depends on, besides the vendor.
    ///   - file: the ending of the file that the call makes; nil: it makes none.
    func make<Output: Codable & Sendable>(
        _ operation: CallOrder.Operation, by vendor: any VendorPart, of request: some Encodable,
        estimate: VendorCost, file ending: String? = nil,
        _ call: (CallSlip, URL) async throws -> (Output, VendorCost)
    ) async throws -> (made: Made<Output>, isReused: Bool) {
        let fingerprint = try Fingerprint(of: request, operation.rawValue, vendor.name, vendor.version)
        try await turns.take(fingerprint.hex)
        do {
            let made = try await make(operation, by: vendor, fingerprint, estimate, ending, call)
            await turns.give(fingerprint.hex)
            return made
        } catch {
            await turns.give(fingerprint.hex)
            throw error
        }
    }

    private func make<Output: Codable & Sendable>(
        _ operation: CallOrder.Operation, by vendor: any VendorPart, _ fingerprint: Fingerprint,
        _ estimate: VendorCost, _ ending: String?,
        _ call: (CallSlip, URL) async throws -> (Output, VendorCost)
    ) async throws -> (made: Made<Output>, isReused: Bool) {
        let path = ending.map { workspace.path(.vendors, "\(fingerprint.short).\($0)") }
        let order = CallOrder(
            provider: vendor.name, operation: operation, fingerprint: fingerprint.hex, estimate: estimate)
        let checkpoints = Checkpoints(workspace)
        let name = "call-\(operation.rawValue)"
        if let known = checkpoints.find(
            name, fingerprint, as: Made<Output>.self, files: { [$0.path].compactMap(\.self) })
        {
            if !known.isSettled { try await settle(known, order, fingerprint, name) }
            return (known, true)
        }
        let booked = try await book.begin(order)
        let target = workspace.url(path ?? "vendors/none")
        let slip = try slip(for: booked, fingerprint, vendor)
        let task = TaskMemory(booked)
        let noting = CallSlip(key: slip.key, taskID: slip.taskID) { id in
            try await book.accept(booked.id, taskID: id)
            task.hasTask = true
        }
        do {
            let (output, cost) = try await call(noting, target)
            var made = Made(output: output, path: path, cost: cost, isSettled: false)
            try checkpoints.store(name, fingerprint, made)
            if case .succeeded = booked.state { made.isSettled = true } else {
                try await book.settle(booked.id, succeeded: true, note: .emptyObject, cost: cost)
                made.isSettled = true
            }
            try checkpoints.store(name, fingerprint, made)
            return (made, false)
        } catch {
            throw try await verdict(on: booked, of: vendor, after: error, hasTask: task.hasTask)
        }
    }

    private func slip(
        for booked: BookedCall, _ fingerprint: Fingerprint, _ vendor: any VendorPart
    ) throws -> CallSlip {
        let key = String(fingerprint.hex.prefix(32))
        switch booked.state {
        case .new: return CallSlip(key: key)
        case .accepted(let taskID): return CallSlip(key: key, taskID: taskID)
        case .unknown, .succeeded(nil):
            guard vendor.terms.mayRepeat else {
                throw VendorFailure(
                    .unknownEnd, vendor: vendor.name, words: "the program ended before the result was here"
                ).error
            }
            return CallSlip(key: key)
        case .succeeded(let taskID): return CallSlip(key: key, taskID: taskID)
        }
    }

    /// Settles what was surely not paid; the error to throw, which says of all else that nobody knows,
    /// so that no other vendor is paid for the same.
    private func verdict(
        on booked: BookedCall, of vendor: any VendorPart, after error: any Error, hasTask: Bool
    ) async throws -> any Error {
        guard let told = error as? BatchVideoError, var failure = told.vendorFailure else { return error }
        if case .succeeded = booked.state { return error }
        if failure.isUnpaid {
            try await settleFailed(booked, failure)
            return error
        }
        let isOver = failure.kind == .unknownEnd
        if hasTask, !isOver {
            return BatchVideoError(
                .unavailable, "\(told.message); its task is asked after again", retry: .backoff, cause: told)
        }
        if vendor.terms.mayRepeat {
            try await settleFailed(booked, failure)
            guard isOver else { return error }
            return BatchVideoError(.unavailable, told.message, retry: .backoff, cause: told)
        }
        guard failure.kind != .refusal else { return error }
        failure.kind = .unknownEnd
        return failure.error
    }

    private func settleFailed(_ booked: BookedCall, _ failure: VendorFailure) async throws {
        try await book.settle(
            booked.id, succeeded: false, note: ["error": .string(String(failure.words.prefix(500)))],
            cost: .free)
    }

    /// The program died between the result and the book.
    private func settle<Output>(
        _ known: Made<Output>, _ order: CallOrder, _ fingerprint: Fingerprint, _ name: String
    ) async throws {
        let booked = try await book.begin(order)
        if case .succeeded = booked.state {} else {
            try await book.settle(booked.id, succeeded: true, note: .emptyObject, cost: known.cost)
        }
        var settled = known
        settled.isSettled = true
        try Checkpoints(workspace).store(name, fingerprint, settled)
    }
}

/// Whether the vendor has a task of the call; written by the call's own task only.
private final class TaskMemory: Sendable {
    private let state: Atomic<Bool>

    init(_ booked: BookedCall) {
        if case .accepted = booked.state { state = Atomic(true) } else { state = Atomic(false) }
    }

    var hasTask: Bool {
        get { state.load(ordering: .acquiring) }
        set { state.store(newValue, ordering: .releasing) }
    }
}
