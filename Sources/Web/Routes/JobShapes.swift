internal import BatchVideo
internal import Foundation

/// Jobs and runs as JSON, and requests as drafts.
enum JobShapes {
    static func row(_ job: Job, content: String? = nil) -> JSONObject {
        let draft = job.draft
        return JSONObject([
            ("id", .int(job.id)), ("runorder", .int(draft.runOrder)), ("title", .string(draft.title)),
            ("content", .string(content ?? draft.content)),
            ("language_id", .number(draft.languageID)), ("voice_id", .number(draft.voiceID)),
            ("topic_id", .number(draft.topicID)), ("account_id", .number(draft.accountID)),
            ("batch_id", .number(job.batchID)), ("description", .string(draft.description)),
            ("publish_title", .string(draft.publishTitle)),
            ("speech_speed", .double(draft.speechSpeed)), ("is_horizontal", .bool(draft.isHorizontal)),
            ("status", .string(job.latest.state.word)),
            ("execution_status", .string(job.latest.state.rawValue)),
            ("status_detail", .string(job.latest.detail)), ("progress", .int(job.latest.percent)),
            ("job_result_key", .string(resultText(job.latest))), ("extra", object(draft.extra)),
            ("version", .int(job.version)), ("created_at", .time(job.createdAt)),
            ("updated_at", .time(job.updatedAt)), ("cover_base64", .null), ("job_splits", []),
        ])
    }

    /// The specification keeps the keys as a text of JSON.
    private static func resultText(_ execution: Execution) -> String {
        execution.resultKeys.isEmpty ? "" : keys(execution).text
    }

    private static func keys(_ execution: Execution) -> JSON {
        let sorted = execution.resultKeys.sorted { $0.key < $1.key }
        return .object(JSONObject(sorted.map { ($0.key, .string($0.value)) }))
    }

    static func object(_ value: JSONValue) -> JSON {
        let json = JSON(value)
        return json.object == nil ? .object(JSONObject()) : json
    }

    static func execution(_ execution: Execution) -> JSON {
        [
            "id": .int(execution.id), "job_id": .int(execution.jobID),
            "status": .string(execution.state.word),
            "execution_status": .string(execution.state.rawValue),
            "status_detail": .string(execution.detail), "progress": .int(execution.percent),
            "result_key": keys(execution), "worker_hostname": .text(execution.worker),
            "started_at": .time(execution.startedAt), "finished_at": .time(execution.finishedAt),
            "duration_ms": milliseconds(execution.startedAt, execution.finishedAt),
            "retry_count": .int(execution.retryCount), "error_message": .text(execution.errorMessage),
            "cancel_requested": .bool(execution.cancelRequestedAt != nil),
            "seed": .int(Int(clamping: execution.metadata.seed)),
            "steps": .array(execution.metadata.steps.map(step)),
            "created_at": .time(execution.createdAt), "updated_at": .time(execution.updatedAt),
        ]
    }

    private static func step(_ step: StepRecord) -> JSON {
        [
            "name": .string(StepNames.name(of: step.stage)), "stage": .string(step.stage),
            "state": .string(step.state.rawValue), "started_at": .time(step.startedAt),
            "finished_at": .time(step.finishedAt),
            "duration_ms": milliseconds(step.startedAt, step.finishedAt),
            "done": .int(step.done), "total": .int(step.total), "reused": .int(step.reused),
            "message": .text(step.message),
        ]
    }

    private static func milliseconds(_ start: Date?, _ end: Date?) -> JSON {
        guard let start, let end else { return .null }
        return .int(max(0, Int((end.timeIntervalSince(start) * 1_000).rounded())))
    }
}

extension JobDraft {
    /// A checked `CreateJobRequest`.
    init(_ body: JSON) throws {
        self.init(title: "", content: "")
        apply(body)
        if let fault = Self.extraFault(extra) { throw fault }
    }

    /// Puts in what the request names; 0 as a reference means none (J2).
    mutating func apply(_ body: JSON) {
        title = body["title"]?.string ?? title
        content = body["content"]?.string ?? content
        description = body["description"]?.string ?? description
        publishTitle = body["publish_title"]?.string ?? publishTitle
        runOrder = body["runorder"]?.int ?? runOrder
        speechSpeed = body["speech_speed"]?.double ?? speechSpeed
        isHorizontal = body["is_horizontal"]?.bool ?? isHorizontal
        languageID = Self.reference(body["language_id"], languageID)
        voiceID = Self.reference(body["voice_id"], voiceID)
        topicID = Self.reference(body["topic_id"], topicID)
        accountID = Self.reference(body["account_id"], accountID)
        if let given = body["extra"], given.object != nil { extra = extra.merging(given.value) }
    }

    private static func reference(_ given: JSON?, _ present: Int?) -> Int? {
        guard let given else { return present }
        return given.int == 0 ? nil : given.int
    }

    static func extraFault(_ extra: JSONValue) -> Refusal? {
        extra.text.utf8.count > 16_384 ? .invalid("extra", "must have at most 16384 bytes") : nil
    }
}

/// The specification's names of steps for our stages. Sound and the parts of the timeline have none of their own.
enum StepNames {
    static func name(of stage: String) -> String {
        switch Stage(rawValue: stage) {
        case .narration: "TTSGeneration"
        case .captions: "SubtitleGeneration"
        case .script, .storyboard: "TextSplit"
        case .visuals: "ImageGeneration"
        case .sound, .timeline, .render: "VideoComposition"
        case .inspect: "PostProcessing"
        case .publish: "Upload"
        case nil: stage == "presenter" ? "DigitalHuman" : stage
        }
    }
}
