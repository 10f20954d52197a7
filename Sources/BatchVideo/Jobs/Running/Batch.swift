package import Foundation

/// Many jobs filed together.
package struct Batch: Sendable, Equatable {
    package var id: Int
    package var userID: String?
    package var name: String
    /// How many of its jobs stand where; deleted jobs are not counted.
    package var counts: [ExecutionState: Int]
    package var createdAt: Date

    package init(
        id: Int, userID: String?, name: String, counts: [ExecutionState: Int], createdAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.counts = counts
        self.createdAt = createdAt
    }

    package var total: Int { counts.values.reduce(0, +) }
    package var isOver: Bool { counts.allSatisfy { $0.key.isOver || $0.value == 0 } }
}

package struct BatchDraft: Sendable {
    package var name: String
    package var jobs: [JobDraft]
    /// Filing the same key again creates nothing and gives the first batch.
    package var idempotencyKey: String?
    /// A hash of what was sent, to tell a repetition from a mistake.
    package var fingerprint: String

    package init(name: String, jobs: [JobDraft], idempotencyKey: String? = nil, fingerprint: String = "") {
        self.name = name
        self.jobs = jobs
        self.idempotencyKey = idempotencyKey
        self.fingerprint = fingerprint
    }
}

package struct FiledBatch: Sendable {
    package var batch: Batch
    /// In the order of the draft.
    package var jobIDs: [Int]
    /// It was there already: nothing was filed.
    package var isRepeated: Bool

    package init(batch: Batch, jobIDs: [Int], isRepeated: Bool) {
        self.batch = batch
        self.jobIDs = jobIDs
        self.isRepeated = isRepeated
    }
}
