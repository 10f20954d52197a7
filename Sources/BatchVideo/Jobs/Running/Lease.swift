package import Foundation

/// A worker's right to an execution. Every write a worker makes shows it, and is refused with
/// `.conflict` when another worker has claimed the execution since or it has ended.
package struct Lease: Sendable, Hashable {
    package var executionID: Int
    package var jobID: Int
    /// The fencing number: the execution's epoch when it was claimed.
    package var epoch: Int
    package var worker: String

    package init(executionID: Int, jobID: Int, epoch: Int, worker: String) {
        self.executionID = executionID
        self.jobID = jobID
        self.epoch = epoch
        self.worker = worker
    }
}

/// Work that was claimed.
package struct Claim: Sendable {
    package var lease: Lease
    /// With `job.latest` being the claimed execution.
    package var job: Job

    package init(lease: Lease, job: Job) {
        self.lease = lease
        self.job = job
    }
}

package enum LeaseAnswer: Sendable {
    case held
    /// Still held, but somebody asked for the run's end: stop, then `finish(.cancelled)`.
    case cancelRequested
}

/// How a try ended.
package enum ExecutionOutcome: Sendable {
    case succeeded(resultKeys: [String: String])
    /// With `retryAt` the execution waits until then and its `retryCount` rises; without it is over.
    case failed(message: String, retryAt: Date?)
    case cancelled
}

/// What a worker tells of its progress.
package struct ExecutionReport: Sendable {
    package var detail: String
    /// 0 ... 100.
    package var percent: Int
    package var steps: [StepRecord]
    /// Added to the event for listeners: stage, shot k of n, seconds to go.
    package var data: JSONValue

    package init(
        detail: String, percent: Int, steps: [StepRecord], data: JSONValue = .emptyObject
    ) {
        self.detail = detail
        self.percent = percent
        self.steps = steps
        self.data = data
    }
}

/// When a try that failed for a passing reason is made again.
package struct RetryPolicy: Sendable {
    package var delays: [Duration]

    package init(delays: [Duration]) { self.delays = delays }

    package static let standard = RetryPolicy(delays: [.seconds(60), .seconds(120), .seconds(240)])

    package var maximum: Int { delays.count }

    /// Nil when no further try is to be made.
    ///
    /// - Parameters:
    ///   - retryCount: the execution's, before this failure counts.
    ///   - jitter: 0 ..< 1, spreads tries over a tenth of the delay so that they do not come at once.
    package func nextTry(
        after retryCount: Int, of error: BatchVideoError, now: Date, jitter: Double
    ) -> Date? {
        guard error.retry != .never, delays.indices.contains(retryCount) else { return nil }
        var wait = delays[retryCount]
        if case .after(let hint) = error.retry { wait = max(wait, hint) }
        let seconds = Double(wait.components.seconds) + Double(wait.components.attoseconds) * 1e-18
        return now.addingTimeInterval(seconds * (1 + jitter / 10))
    }
}
