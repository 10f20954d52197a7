internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// `Idempotency-Key` on a POST: the same request sent again gets the first answer and does nothing.
struct Idempotency: Sendable {
    static let parameter = Parameter(
        "Idempotency-Key", .string(1...128).matching("^[!-~]{1,128}$", isVisibleASCII),
        "The same key with the same request does the work once")

    private static let answerType = "application/json; charset=utf-8"

    let ports: WebPorts
    /// After this a request that never answered is taken for dead.
    let staleAfter: Duration

    func run(_ call: Call, _ work: @Sendable (Call) async throws -> Reply) async throws -> Reply {
        guard call.endpoint.method == .post, let caller = call.caller,
            let key = call.request.headers[.idempotencyKey]
        else { return try await work(call) }
        _ = try Self.parameter.schema.check(.string(key), at: Self.parameter.name)
        let store = ports.stores.idempotency
        if let earlier = try await begin(key, caller, call) {
            let bytes = Array(earlier.body.utf8)
            return Reply(
                status: .init(code: earlier.status), headers: [.idempotencyReplayed: "true"],
                content: .bytes(bytes, type: earlier.type))
        }
        do {
            let reply = try await work(call)
            try await keep(reply, key, caller)
            return reply
        } catch {
            try await store.abandon(key, user: caller.userID)
            throw error
        }
    }

    /// - Throws: 409 when the key is in work, or was used for another request.
    private func begin(_ key: String, _ caller: Caller, _ call: Call) async throws
        -> IdempotencyRecord?
    {
        do {
            return try await ports.stores.idempotency.begin(
                key, user: caller.userID, fingerprint: Self.fingerprint(call),
                staleAfter: staleAfter, now: ports.now())
        } catch let error as BatchVideoError where error.code == .invalid {
            throw Refusal(.conflict, "conflict", error.message, field: Self.parameter.name)
        }
    }

    private func keep(_ reply: Reply, _ key: String, _ caller: Caller) async throws {
        guard case .json(let value) = reply.content else {
            return try await ports.stores.idempotency.abandon(key, user: caller.userID)
        }
        try await ports.stores.idempotency.complete(
            key, user: caller.userID,
            answer: IdempotencyRecord(
                status: reply.status.code, type: Self.answerType, body: value.text))
    }

    /// For work whose store keeps the answer in the transaction of the work. Nil: no key was named.
    static func receipt(_ call: Call, _ answer: @escaping @Sendable (Int) -> Reply) -> Receipt? {
        guard let caller = call.caller, let key = call.request.headers[.idempotencyKey], !key.isEmpty
        else { return nil }
        return Receipt(key: key, user: caller.userID) { id in
            let reply = answer(id)
            guard case .json(let value) = reply.content else {
                return IdempotencyRecord(status: reply.status.code, type: answerType, body: "{}")
            }
            return IdempotencyRecord(status: reply.status.code, type: answerType, body: value.text)
        }
    }

    /// Whole files are told apart by their length: their content has not been read yet.
    static func fingerprint(_ call: Call) -> String {
        let length = call.body.isNull ? call.request.headers[.contentLength] ?? "" : ""
        let parts = [
            call.endpoint.method.rawValue, call.request.uri.path, call.request.uri.query ?? "",
            length, call.body.text,
        ]
        return SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).hex
    }

    private static func isVisibleASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
