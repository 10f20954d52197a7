package import Foundation

/// The answer once given to a request that named an idempotency key.
package struct IdempotencyRecord: Sendable, Equatable {
    package var status: Int
    package var type: String
    package var body: String

    package init(status: Int, type: String, body: String) {
        self.status = status
        self.type = type
        self.body = body
    }
}

/// Port: requests that must not be done twice.
package protocol IdempotencyStore: Sendable {
    /// Claims the key for this request, or gives the answer it got before.
    ///
    /// - Parameter fingerprint: a hash of method, path and body.
    /// - Returns: nil when the caller must do the work now and then `complete` or `abandon`.
    /// - Throws: `.conflict` when the key is in work (until `staleAfter`, then it is claimed anew);
    ///   `.invalid` when it was used for another request.
    func begin(
        _ key: String, user: String, fingerprint: String, staleAfter: Duration, now: Date
    ) async throws -> IdempotencyRecord?
    func complete(_ key: String, user: String, answer: IdempotencyRecord) async throws
    /// The work failed in a way that may be tried again.
    func abandon(_ key: String, user: String) async throws
}

/// What a request that names an idempotency key is to be answered when it comes again. Written in the
/// transaction of its work: a server that dies in between has done both or neither.
package struct Receipt: Sendable {
    package var key: String
    package var user: String
    /// Given the id of what was made.
    package var answer: @Sendable (Int) -> IdempotencyRecord

    package init(key: String, user: String, answer: @escaping @Sendable (Int) -> IdempotencyRecord) {
        self.key = key
        self.user = user
        self.answer = answer
    }
}
