/// A call about to be made.
package struct CallOrder: Hashable, Sendable {
    package enum Operation: String, Sendable, Codable {
        case speech, conversion, transcription, text, image, clip, footage, presenter, ocr
    }

    /// `VendorPart.name`.
    package var provider: String
    package var operation: Operation
    /// A hash of everything asked for.
    package var fingerprint: String
    /// Reserved until the call is settled.
    package var estimate: VendorCost

    package init(provider: String, operation: Operation, fingerprint: String, estimate: VendorCost) {
        self.provider = provider
        self.operation = operation
        self.fingerprint = fingerprint
        self.estimate = estimate
    }
}

/// What the book says of a call about to be made.
package struct BookedCall: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// Never made before.
        case new
        /// Made before, nobody knows how it ended.
        case unknown
        /// The vendor works, or worked, on its task.
        case accepted(taskID: String)
        /// Made and paid.
        case succeeded(taskID: String?)
    }

    package var id: Int
    package var state: State

    package init(id: Int, state: State) {
        self.id = id
        self.state = state
    }
}

/// Port: the calls of one film, remembered before they are made and as they go on, so that a film
/// that is taken up again pays for nothing twice. Each write is durable when it returns.
package protocol CallBook: Sendable {
    /// Records the call and reserves its estimate, or finds the one made before with the same
    /// provider, operation and fingerprint that did not fail.
    ///
    /// Throws `.limited` when the estimate would pass a cap; the message names it.
    func begin(_ order: CallOrder) async throws -> BookedCall
    /// As soon as the vendor's task id is known.
    func accept(_ call: Int, taskID: String) async throws
    /// The call ended; `note` says what the vendor gave, or why it failed.
    func settle(_ call: Int, succeeded: Bool, note: JSONValue, cost: VendorCost) async throws
}
