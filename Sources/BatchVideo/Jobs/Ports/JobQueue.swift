package import Foundation

/// Port: the durable queue, as workers see it. The database is the truth: whatever wakes a worker
/// only says "there may be work", the claim decides.
///
/// Calls with a lease throw `.conflict` ("the lease was lost") when another worker has claimed the
/// execution since, or it is over: the caller must stop at once and write nothing more.
package protocol JobQueue: Sendable {
    /// The next execution by run order and job, whose `notBefore` has come, now running under a
    /// lease of that length; nil when there is none. One whose job has another running execution
    /// ends as `.skipped` on the way.
    func claim(worker: String, lease: Duration, now: Date) async throws -> Claim?
    /// The heartbeat: moves the lease's end to `now + length`, even when it had passed already.
    func renew(_ lease: Lease, for length: Duration, now: Date) async throws -> LeaseAnswer
    func report(_ report: ExecutionReport, lease: Lease, now: Date) async throws
    /// Ends the try. A failure or a release whose cancellation was asked for ends as cancelled.
    func finish(_ outcome: ExecutionOutcome, lease: Lease, now: Date) async throws -> Execution
    /// Graceful shutdown: hands the work back, claimable at once and without counting a try.
    func release(_ lease: Lease, now: Date) async throws
    /// Takes executions whose lease has ended from their workers: claimable again with one more
    /// try counted; failed when `maxRetries` were made; cancelled when that was asked for. Gives how many.
    func rescue(maxRetries: Int, owner: Owner, now: Date) async throws -> Int
    /// When the next waiting execution becomes claimable, to know how long to sleep; nil: none waits.
    func nextDue() async throws -> Date?
}
