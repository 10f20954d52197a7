package import Foundation

/// What cleaning removed, so that files can follow.
package struct Pruned: Sendable, Equatable {
    /// Jobs that are gone for good; their workspaces and objects can go too.
    package var jobIDs: [Int]
    package var executions: Int
    package var events: Int
    /// Webhook deliveries, idempotency keys, revoked API keys and expired logins.
    package var others: Int

    package init(jobIDs: [Int], executions: Int, events: Int, others: Int) {
        self.jobIDs = jobIDs
        self.executions = executions
        self.events = events
        self.others = others
    }
}

/// Port: keeping the database small, and doing scheduled work once however many processes run.
package protocol Housekeeping: Sendable {
    /// Removes deleted jobs, superseded executions, deliveries and events older than `date`, expired logins, and
    /// idempotency keys, progress and log lines older than a day. A job's latest execution and the audit log stay.
    func prune(before date: Date, now: Date) async throws -> Pruned
    /// True for exactly one caller per slot: whoever asks first for a slot later than the last.
    /// - Parameters:
    ///   - name: of the scheduled work, "reset-stuck".
    ///   - slot: the time it was due, equal for every process.
    func takeTurn(_ name: String, slot: Date) async throws -> Bool
    /// Answers when the database does. Throws when it does not.
    func ping() async throws
}
