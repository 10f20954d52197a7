package import Foundation

/// Port: the jobs people filed. A deleted job does not exist.
package protocol JobStore: Sendable {
    /// Files a job and its first, waiting, execution in one transaction.
    /// - Throws: `.invalid` naming the field when a language, voice, topic or account is not
    ///   there for the owner; `.conflict` when the receipt's key was answered or given up meanwhile.
    func create(
        _ draft: JobDraft, seed: UInt64, receipt: Receipt?, owner: Owner, now: Date
    ) async throws -> Job
    /// Newest first; `draft.content` is empty in lists.
    func list(_ filter: JobFilter, _ page: Page, owner: Owner) async throws -> Paged<Job>
    func find(_ id: Int, owner: Owner) async throws -> Job
    /// Reads, changes and writes the draft in one transaction; `change` may run more than once.
    /// A new `runOrder` moves the waiting execution.
    /// - Throws: `.conflict` while it runs, and when `ifVersion` is given and no longer the job's.
    func update(
        _ id: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout JobDraft) throws -> Void
    ) async throws -> Job
    /// Cancels what waits or runs and hides the job for good.
    func delete(_ id: Int, owner: Owner, now: Date) async throws
    /// Puts the job before every waiting job of its owner. Gives its new run order.
    func raisePriority(_ id: Int, owner: Owner, now: Date) async throws -> Int
}

extension JobStore {
    package func create(_ draft: JobDraft, seed: UInt64, owner: Owner, now: Date) async throws -> Job {
        try await create(draft, seed: seed, receipt: nil, owner: owner, now: now)
    }
}

/// Port: jobs filed together.
package protocol BatchStore: Sendable {
    /// Files all jobs with their executions in one transaction, or nothing. Every job's seed
    /// follows from `seed`.
    /// - Throws: `.invalid` as `JobStore.create` does, the field being "jobs[3].voice_id";
    ///   `.conflict` when the idempotency key was used for another fingerprint.
    func create(_ draft: BatchDraft, seed: UInt64, owner: Owner, now: Date) async throws -> FiledBatch
    /// Newest first.
    func list(_ page: Page, owner: Owner) async throws -> Paged<Batch>
    func find(_ id: Int, owner: Owner) async throws -> Batch
    /// Cancels all that waits or runs. Gives how many.
    func cancel(_ id: Int, owner: Owner, now: Date) async throws -> Int
    /// Files a new run for every job that failed or was cancelled. Gives how many.
    func retryFailed(_ id: Int, owner: Owner, now: Date) async throws -> Int
}

/// Port: the runs of jobs, as people see and steer them.
package protocol ExecutionStore: Sendable {
    /// Newest first.
    func executions(of job: Int, owner: Owner) async throws -> [Execution]
    /// Files another run, which keeps the seed of the last. Filed while one is running, it is
    /// skipped if it is claimed before that one ends.
    /// - Parameter stage: make this stage and all that follow anew; nil: only what is missing.
    /// - Throws: `.conflict` when one is waiting already.
    func rerun(_ job: Int, from stage: String?, owner: Owner, now: Date) async throws -> Execution
    /// Ends a waiting run at once; asks a running one's worker to stop (`cancelRequestedAt`).
    /// - Throws: `.conflict` when neither waits nor runs.
    func cancel(_ job: Int, owner: Owner, now: Date) async throws -> Execution
    /// How many jobs stand where.
    func counts(owner: Owner) async throws -> [ExecutionState: Int]
    /// What workers have in their hands now, the longest first; 100 at most.
    func running(owner: Owner) async throws -> [RunningJob]
}

/// A job that a worker makes at this moment.
package struct RunningJob: Sendable, Equatable {
    package var title: String
    package var execution: Execution

    package init(title: String, execution: Execution) {
        self.title = title
        self.execution = execution
    }
}

/// Port: the shots of a job.
package protocol ShotStore: Sendable {
    func shots(of job: Int, owner: Owner) async throws -> [ShotRow]
    /// Reads, changes and writes the list in one transaction: edit, split, merge, reorder. Rows get
    /// their index from their place, changed ones a new version. `change` may run more than once.
    func edit(
        _ job: Int, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
    ) async throws -> [ShotRow]
    /// What a run planned and made, in order, instead of what was there. `read` is what the run began
    /// with: a row that was edited since (found by its id) keeps what people changed, and takes the
    /// rest.
    func put(_ shots: [ShotRow], over read: [ShotRow], lease: Lease, now: Date) async throws
}

/// Port: the captions of films, and what people changed in them.
package protocol CaptionStore: Sendable {
    /// Nil: no run has made any yet.
    func captions(of job: Int, owner: Owner) async throws -> JobCaptions?
    /// Reads, changes and writes in one transaction; `change` may run more than once.
    /// - Throws: `.notFound` when there are none; `.conflict` when `ifVersion` is no longer theirs.
    func edit(
        _ job: Int, ifVersion: Int?, owner: Owner, now: Date,
        _ change: @escaping @Sendable (inout JobCaptions) throws -> Void
    ) async throws -> JobCaptions
    /// What a run made. `read` is the version that it began with; captions that people changed since keep their
    /// changes.
    func put(
        _ entries: [JobCaptions.Entry], lead: MediaTime, over read: Int?, lease: Lease, now: Date
    ) async throws
}
