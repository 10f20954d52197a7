package import Foundation

/// A call to a vendor that may cost money, recorded before it is made.
package struct VendorCall: Sendable, Equatable {
    package enum State: String, Sendable, Codable {
        /// About to be made, or made with an unknown end.
        case begun
        /// The vendor gave a task id: ask it again, do not pay again.
        case accepted
        case succeeded, failed
        /// Its end will never be known: its cost counts, and the vendor is asked anew.
        case lost
    }

    package var id: Int
    package var userID: String?
    package var jobID: Int
    package var executionID: Int
    package var provider: String
    /// "image", "speech", "clip".
    package var operation: String
    /// A hash of what was asked for.
    package var fingerprint: String
    package var state: State
    package var taskID: String?
    /// Millionths of `currency`.
    package var costMicros: Int
    /// ISO 4217.
    package var currency: String
    /// What the vendor gave: keys, sizes; or why it failed.
    package var result: JSONValue
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int, userID: String?, jobID: Int, executionID: Int, provider: String, operation: String,
        fingerprint: String, state: State, taskID: String?, costMicros: Int, currency: String,
        result: JSONValue, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.jobID = jobID
        self.executionID = executionID
        self.provider = provider
        self.operation = operation
        self.fingerprint = fingerprint
        self.state = state
        self.taskID = taskID
        self.costMicros = costMicros
        self.currency = currency
        self.result = result
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// Port: the ledger of calls to vendors. Writes show a lease and are refused when it was lost.
package protocol VendorLedger: Sendable {
    /// Records a call about to be made and reserves its estimate, or finds the one the same job made
    /// before with that fingerprint and that did not fail: `isNew` false means ask the vendor for
    /// its task, or take its result, and pay nothing. A `begun` one without task id has an unknown
    /// end.
    ///
    /// Throws `.limited` when the estimate would pass one of the caps.
    func begin(
        _ order: CallOrder, caps: SpendCaps, lease: Lease, now: Date
    ) async throws -> (call: VendorCall, isNew: Bool)
    /// As soon as the vendor's task id is known.
    func accept(_ call: Int, taskID: String, lease: Lease, now: Date) async throws
    func settle(
        _ call: Int, succeeded: Bool, result: JSONValue, cost: VendorCost, lease: Lease, now: Date
    ) async throws
    /// Gives up the calls of a job that nobody knows the end of. Gives how many.
    /// - Throws: `.conflict` while the job runs.
    func giveUpLost(of job: Int, owner: Owner, now: Date) async throws -> Int
    /// In the order they were begun.
    func calls(of job: Int, owner: Owner) async throws -> [VendorCall]
}
