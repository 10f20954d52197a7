internal import BatchVideo

/// Shapes of shots: the specification's `JobSplit` and what editing adds (S1-S4).
enum ShotSchemas {
    static let candidate = Schema.named(
        "ShotCandidate",
        [
            .required("key", .string(1...512)), .required("url", .string(1...4_000)),
            .required("source", .string(0...64)), .required("provider", .string(0...255).nullable),
            .required("model", .string(0...255).nullable), .required("prompt", .string(0...10_000).nullable),
            .required("seed", .integer(0...Schema.safeIntegers.upperBound).nullable),
            .required("credit", .string(0...1_000).nullable), .required("is_moving", .boolean),
        ])

    private static let position = Schema.integer(0...100_000_000)

    static let shot = Schema.named(
        "JobSplit",
        [
            .required("job_id", .id), .required("index", .integer(0...100_000)),
            .required("start", position.noted("Milliseconds")), .required("end", position),
            .required("text", .string(0...10_000)), .required("prompt", .string(0...10_000)),
            .required("video", .string(0...512)), .required("images", .array(.string(1...512), 0...200)),
            .required("selected", .string(0...512)), .required("candidates", .array(candidate, 0...200)),
            .required("wanted", .integer(0...200).noted("Pictures still to be made")),
            .required("locked", .boolean), .required("version", .integer(1...Schema.safeIntegers.upperBound)),
            .required("updated_at", .time),
        ])

    static let list = Schema.named("ListJobSplitResponse", .list(of: shot))

    static let changes = Schema.named(
        "UpdateJobSplitRequest",
        [
            .optional(
                "text",
                JobSchemas.visible(1...2_000).noted("What is said in the shot; a render speaks what changed")),
            .optional("prompt", .string(0...10_000)),
            .optional("images", .array(.string(1...512), 0...50).noted("Candidates to keep, by key")),
            .optional("selected", .string(0...512).noted("Key of a candidate; empty: the first")),
            .optional("video", .string(0...512).noted("Key of own footage shown instead; empty: none")),
            .optional("locked", .boolean),
            .optional("version", .integer(1...Schema.safeIntegers.upperBound)),
        ])
}
