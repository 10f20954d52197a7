internal import BatchVideo

/// The specification's shapes of jobs: what is sent and what comes back (ruling 4).
enum JobSchemas {
    /// At least one character that is not a space and not dropped at intake.
    static func visible(_ length: ClosedRange<Int>) -> Schema {
        Schema.string(length).matching(
            "[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]"
        ) { !TextIntake.clean($0).isEmpty }.noted("must hold something to read")
    }

    private static let limits = IntakeLimits.standard

    /// 0 means none, as clients of the specification send it.
    private static let reference = Schema.integer(0...Schema.safeIntegers.upperBound).nullable
    static let order = Schema.integer(-1_000_000_000...1_000_000_000)

    /// What a request may hold; lengths are settings (ruling 8).
    static func fields(_ limits: IntakeLimits) -> [Schema.Field] { [
        .required("title", visible(1...limits.title)),
        .required("content", visible(1...limits.content)),
        .optional("runorder", order.noted("Smaller runs first"), 0),
        .optional("language_id", reference), .optional("voice_id", reference),
        .optional("topic_id", reference), .optional("account_id", reference),
        .optional("description", .string(0...limits.description), ""),
        .optional("publish_title", .string(0...limits.publishTitle), ""),
        .optional("speech_speed", .number(limits.speed), 0.9),
        .optional("is_horizontal", .boolean, true),
        .optional("extra", ExtraSchemas.job.nullable),
    ] }

    static func changes(_ limits: IntakeLimits) -> Schema {
        Schema.object(fields(limits)).partial.adding(
            [
                .optional("status", .choice(words).noted("待处理: run it again")),
                .optional("version", .integer(1...Schema.safeIntegers.upperBound)),
            ], named: "UpdateJobRequest")
    }

    static let words = ExecutionState.allCases.map(\.word)
    static let states = ExecutionState.allCases.map(\.rawValue)

    private static let common: [Schema.Field] = [
        .required("id", .id), .required("runorder", order), .required("title", .string(1...255)),
        .required("content", .string(0...1_000_000)),
        .required("language_id", .id.nullable), .required("voice_id", .id.nullable),
        .required("topic_id", .id.nullable), .required("account_id", .id.nullable),
        .required("batch_id", .id.nullable),
        .required("description", .string(0...10_000)), .required("publish_title", .string(0...1_000)),
        .required("speech_speed", .number(limits.speed)), .required("is_horizontal", .boolean),
        .required("status", .choice(words)), .required("execution_status", .choice(states)),
        .required("status_detail", .string(0...500)), .required("progress", .integer(0...100)),
        .required("job_result_key", .string(0...4_000).noted("A JSON object of object keys, or empty")),
        .required("extra", .object([])), .required("version", .integer(1...Schema.safeIntegers.upperBound)),
        .required("created_at", .time), .required("updated_at", .time),
        .required("cover_base64", .string(0...20_000_000).nullable.noted("A data URI")),
    ]

    static let row = Schema.named(
        "JobRow", common + [.required("job_splits", .array(.any, 0...0))])

    static let detail = Schema.named(
        "Job",
        common + [
            .required("language", CatalogSchemas.language.nullable),
            .required("voice", CatalogSchemas.voice.nullable),
            .required("topic", CatalogSchemas.topic.nullable),
            .required("account", CatalogSchemas.account.nullable),
            .required("job_splits", .array(ShotSchemas.shot, 0...10_000)),
            .required("video_url", link), .required("logoed_video_url", link),
            .required("cover_url", link),
            .required("files", .map(.string(1...4_000)).noted("Signed links by role")),
            .required("execution", execution),
        ])

    private static let link = Schema.string(1...4_000).nullable.noted("Good for an hour")

    private static let step = Schema.named(
        "Step",
        [
            .required("name", .string(1...64).noted("The specification's name of the step")),
            .required("stage", .string(1...64)), .required("state", .string(1...32)),
            .required("started_at", .time), .required("finished_at", .time.nullable),
            .required("duration_ms", .integer(0...Schema.safeIntegers.upperBound).nullable),
            .required("done", .integer(0...10_000_000)), .required("total", .integer(0...10_000_000)),
            .required("reused", .integer(0...10_000_000)),
            .required("message", .string(0...4_000).nullable),
        ])

    static let execution = Schema.named(
        "Execution",
        [
            .required("id", .id), .required("job_id", .id), .required("status", .choice(words)),
            .required("execution_status", .choice(states)), .required("status_detail", .string(0...500)),
            .required("progress", .integer(0...100)), .required("result_key", .map(.string(1...1_000))),
            .required("worker_hostname", .string(0...255).nullable),
            .required("started_at", .time.nullable), .required("finished_at", .time.nullable),
            .required("duration_ms", .integer(0...Schema.safeIntegers.upperBound).nullable),
            .required("retry_count", .integer(0...1_000)),
            .required("error_message", .string(0...10_000).nullable),
            .required("cancel_requested", .boolean), .required("seed", .integer(0...Schema.safeIntegers.upperBound)),
            .required("steps", .array(step, 0...100)),
            .required("created_at", .time), .required("updated_at", .time),
        ])

    static let executions = Schema.named("ExecutionList", .list(of: execution))
}
