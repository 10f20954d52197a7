package import Foundation

/// Something that happened on the platform, for live listeners and webhooks.
package struct StoredEvent: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case jobCreated = "job.created"
        case jobUpdated = "job.updated"
        case jobDeleted = "job.deleted"
        case batchCreated = "batch.created"
        case shotsChanged = "shots.changed"
        case waiting = "execution.waiting"
        case started = "execution.started"
        case progress = "execution.progress"
        case retrying = "execution.retrying"
        case succeeded = "execution.succeeded"
        case failed = "execution.failed"
        case cancelled = "execution.cancelled"
        case skipped = "execution.skipped"
        case log = "execution.log"

        /// What webhooks may ask for: everything but the stream of progress and log lines.
        package var isForWebhooks: Bool { self != .progress && self != .log }
    }

    /// Rises with every event; 0 for one that is not stored yet.
    package var id: Int
    package var userID: String?
    package var jobID: Int?
    package var executionID: Int?
    package var batchID: Int?
    package var kind: Kind
    package var data: JSONValue
    package var at: Date

    package init(
        id: Int = 0, userID: String?, jobID: Int? = nil, executionID: Int? = nil,
        batchID: Int? = nil, kind: Kind, data: JSONValue = .emptyObject, at: Date
    ) {
        self.id = id
        self.userID = userID
        self.jobID = jobID
        self.executionID = executionID
        self.batchID = batchID
        self.kind = kind
        self.data = data
        self.at = at
    }
}

/// Port: what happened, in order. The store itself appends an event in the transaction of whatever
/// it tells of; `append` is for everything else (log lines). Nobody is notified: listeners read on.
package protocol EventLog: Sendable {
    func append(_ event: StoredEvent) async throws -> Int
    /// At most `limit` events with a greater id, oldest first. `jobID` nil: of all jobs.
    func events(after id: Int, jobID: Int?, limit: Int, owner: Owner) async throws -> [StoredEvent]
    /// The newest `limit` log lines of a job's run, oldest first. `executionID` nil: of its latest that wrote any.
    func lines(of job: Int, executionID: Int?, limit: Int, owner: Owner) async throws -> [StoredEvent]
    /// How many events of each kind have a greater id, of everybody, and the id of the newest.
    func counts(after id: Int) async throws -> (counts: [StoredEvent.Kind: Int], latest: Int)
    /// The id of the newest event, 0 when there is none.
    func latestID() async throws -> Int
}
