package import Foundation

/// A shot of a job as people see and edit it (the specification's `job_splits`).
package struct ShotRow: Sendable, Equatable {
    /// 0 for a row that is not stored yet.
    package var id: Int
    package var jobID: Int
    /// From 0, without gaps.
    package var index: Int
    package var startMs: Int
    package var endMs: Int
    package var text: String
    package var prompt: String?
    package var images: [ShotCandidate]
    /// The key of the chosen candidate; nil: the first.
    package var selected: String?
    /// The key of the moving picture shown instead, if any.
    package var video: String?
    /// A person's choice that planning must not touch.
    package var isLocked: Bool
    /// Raised by one with every change.
    package var version: Int
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int = 0, jobID: Int, index: Int, startMs: Int, endMs: Int, text: String,
        prompt: String? = nil, images: [ShotCandidate] = [], selected: String? = nil,
        video: String? = nil, isLocked: Bool = false, version: Int = 1, createdAt: Date,
        updatedAt: Date
    ) {
        self.id = id
        self.jobID = jobID
        self.index = index
        self.startMs = startMs
        self.endMs = endMs
        self.text = text
        self.prompt = prompt
        self.images = images
        self.selected = selected
        self.video = video
        self.isLocked = isLocked
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// A picture or clip that a shot may show, and where it comes from.
package struct ShotCandidate: Sendable, Equatable, Codable {
    package var key: String
    /// "painted", "card", "generated", "upload", "footage".
    package var source: String
    package var provider: String?
    package var model: String?
    package var prompt: String?
    package var seed: UInt64?
    /// Whom to name, and under which licence.
    package var credit: String?
    package var isMoving: Bool

    package init(
        key: String, source: String, provider: String? = nil, model: String? = nil,
        prompt: String? = nil, seed: UInt64? = nil, credit: String? = nil, isMoving: Bool = false
    ) {
        self.key = key
        self.source = source
        self.provider = provider
        self.model = model
        self.prompt = prompt
        self.seed = seed
        self.credit = credit
        self.isMoving = isMoving
    }
}
