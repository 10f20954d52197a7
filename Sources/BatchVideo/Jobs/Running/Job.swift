package import Foundation

/// What to make: a text and the choices for it, as filed and as edited later.
package struct JobDraft: Sendable, Equatable {
    package var title: String
    package var content: String
    package var description: String
    package var publishTitle: String
    /// Smaller runs first, then by id.
    package var runOrder: Int
    package var languageID: Int?
    package var voiceID: Int?
    package var topicID: Int?
    package var accountID: Int?
    /// 0.5 ... 2.0.
    package var speechSpeed: Double
    package var isHorizontal: Bool
    package var extra: JSONValue

    package init(
        title: String, content: String, description: String = "", publishTitle: String = "",
        runOrder: Int = 0, languageID: Int? = nil, voiceID: Int? = nil, topicID: Int? = nil,
        accountID: Int? = nil, speechSpeed: Double = 0.9, isHorizontal: Bool = true,
        extra: JSONValue = .emptyObject
    ) {
        self.title = title
        self.content = content
        self.description = description
        self.publishTitle = publishTitle
        self.runOrder = runOrder
        self.languageID = languageID
        self.voiceID = voiceID
        self.topicID = topicID
        self.accountID = accountID
        self.speechSpeed = speechSpeed
        self.isHorizontal = isHorizontal
        self.extra = extra
    }
}

/// A job that was filed. It may be run many times.
package struct Job: Sendable, Equatable {
    package var id: Int
    package var userID: String?
    package var batchID: Int?
    package var draft: JobDraft
    /// The run that says how the job stands.
    package var latest: Execution
    /// Raised by one with every change of the draft.
    package var version: Int
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int, userID: String?, batchID: Int?, draft: JobDraft, latest: Execution, version: Int,
        createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.batchID = batchID
        self.draft = draft
        self.latest = latest
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// Which jobs are wanted; nil everywhere: all.
package struct JobFilter: Sendable, Equatable {
    package var state: ExecutionState?
    package var accountID: Int?
    package var languageID: Int?
    package var topicID: Int?
    package var batchID: Int?
    /// Part of the title, without regard to the case of Latin letters.
    package var search: String?

    package init(
        state: ExecutionState? = nil, accountID: Int? = nil, languageID: Int? = nil,
        topicID: Int? = nil, batchID: Int? = nil, search: String? = nil
    ) {
        self.state = state
        self.accountID = accountID
        self.languageID = languageID
        self.topicID = topicID
        self.batchID = batchID
        self.search = search
    }
}
