package import Foundation

/// One run of a job.
package struct Execution: Sendable, Equatable {
    package var id: Int
    package var jobID: Int
    package var state: ExecutionState
    /// One line for people: what it does or why it ended. At most 500 characters.
    package var detail: String
    /// 0 ... 100.
    package var percent: Int
    /// `audio_oss_key` and its like to object keys; empty until it succeeded.
    package var resultKeys: [String: String]
    /// Who runs it, or ran it last.
    package var worker: String?
    /// Raised by one each time a worker claims it; never lowered. See `Lease`.
    package var epoch: Int
    package var leaseUntil: Date?
    /// Not claimable earlier.
    package var notBefore: Date?
    package var startedAt: Date?
    package var finishedAt: Date?
    /// Tries that failed and were followed by another.
    package var retryCount: Int
    package var errorMessage: String?
    /// A person asked for its end; the worker hears of it when it renews its lease.
    package var cancelRequestedAt: Date?
    package var metadata: ExecutionMetadata
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int, jobID: Int, state: ExecutionState, detail: String = "", percent: Int = 0,
        resultKeys: [String: String] = [:], worker: String? = nil, epoch: Int = 0,
        leaseUntil: Date? = nil, notBefore: Date? = nil, startedAt: Date? = nil,
        finishedAt: Date? = nil, retryCount: Int = 0, errorMessage: String? = nil,
        cancelRequestedAt: Date? = nil, metadata: ExecutionMetadata, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.jobID = jobID
        self.state = state
        self.detail = detail
        self.percent = percent
        self.resultKeys = resultKeys
        self.worker = worker
        self.epoch = epoch
        self.leaseUntil = leaseUntil
        self.notBefore = notBefore
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.retryCount = retryCount
        self.errorMessage = errorMessage
        self.cancelRequestedAt = cancelRequestedAt
        self.metadata = metadata
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// From claim to end.
    package var duration: TimeInterval? {
        guard let startedAt, let finishedAt else { return nil }
        return finishedAt.timeIntervalSince(startedAt)
    }
}

/// What a run carries besides its state: how it was asked for and how its stages went.
package struct ExecutionMetadata: Sendable, Equatable, Codable {
    /// Everything random in the film comes from it, so that a re-run plans the same film.
    /// Below 2^53, to survive JSON readers that only have doubles.
    package var seed: UInt64
    /// The stage to make anew, with all that follow; nil: whatever is missing.
    package var fromStage: String?
    package var steps: [StepRecord]

    package init(seed: UInt64, fromStage: String? = nil, steps: [StepRecord] = []) {
        self.seed = seed
        self.fromStage = fromStage
        self.steps = steps
    }
}

/// How one stage of a run went.
package struct StepRecord: Sendable, Equatable, Codable {
    package enum State: String, Sendable, Codable { case running, finished, failed, skipped }

    /// A `Stage`, or a stage of a later version.
    package var stage: String
    package var state: State
    package var startedAt: Date
    package var finishedAt: Date?
    /// Units finished, in all, and taken from an earlier run; 0 of 0 when not counted.
    package var done: Int
    package var total: Int
    package var reused: Int
    /// A warning, the reason of a failure or of skipping.
    package var message: String?

    package init(
        stage: String, state: State = .running, startedAt: Date, finishedAt: Date? = nil,
        done: Int = 0, total: Int = 0, reused: Int = 0, message: String? = nil
    ) {
        self.stage = stage
        self.state = state
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.done = done
        self.total = total
        self.reused = reused
        self.message = message
    }
}
