package import Foundation

/// The result of one unit of a stage, kept so that it is never made twice.
package struct CheckpointRow: Sendable, Equatable {
    package var jobID: Int
    package var stage: String
    /// Which part of the stage: "" for all of it, "sentence-3", "shot-12".
    package var unit: String
    /// A hash of everything the result depends on.
    package var fingerprint: String
    package var value: JSONValue
    package var updatedAt: Date

    package init(
        jobID: Int, stage: String, unit: String = "", fingerprint: String, value: JSONValue,
        updatedAt: Date
    ) {
        self.jobID = jobID
        self.stage = stage
        self.unit = unit
        self.fingerprint = fingerprint
        self.value = value
        self.updatedAt = updatedAt
    }
}

/// A file that a run made.
package struct ArtifactRow: Sendable, Equatable {
    package var executionID: Int
    package var jobID: Int
    /// "logoed_video", "srt", "cover"; one of each per execution.
    package var role: String
    /// Where it is stored.
    package var key: String
    package var sha256: String
    package var sizeBytes: Int
    package var type: String
    package var createdAt: Date

    package init(
        executionID: Int, jobID: Int, role: String, key: String, sha256: String, sizeBytes: Int,
        type: String, createdAt: Date
    ) {
        self.executionID = executionID
        self.jobID = jobID
        self.role = role
        self.key = key
        self.sha256 = sha256
        self.sizeBytes = sizeBytes
        self.type = type
        self.createdAt = createdAt
    }
}

/// Port: what runs have made so far. Writes show a lease and are refused when it was lost.
package protocol CheckpointStore: Sendable {
    /// Replaces the checkpoint of the same job, stage and unit.
    func put(_ checkpoint: CheckpointRow, lease: Lease) async throws
    /// All of a job, for a worker to go on from.
    func checkpoints(of job: Int) async throws -> [CheckpointRow]
    /// Forgets a job's checkpoints of these stages, to make them anew.
    func drop(stages: [String], lease: Lease) async throws
    /// Replaces the artifact of the same execution and role.
    func put(_ artifact: ArtifactRow, lease: Lease) async throws
    func artifacts(of job: Int, owner: Owner) async throws -> [ArtifactRow]
}
