internal import BatchVideo

/// Shapes of what jobs choose from (C1-C4).
enum CatalogSchemas {
    static let identity: [Schema.Field] = [
        .required("id", .id), .required("is_shared", .boolean.noted("Everybody reads it, nobody changes it")),
        .required("version", .integer(1...Schema.safeIntegers.upperBound)),
        .required("created_at", .time), .required("updated_at", .time),
    ]

    static let name = Schema.string(1...255).matching(
        "[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]"
    ) { !TextIntake.clean($0).isEmpty }
    private static let prompt = Schema.string(0...10_000).nullable

    static let accountExtra = Schema.named(
        "AccountExtra",
        [
            .optional(
                "subtitle_background",
                .string(7...7).matching("^#[0-9A-Fa-f]{6}$", isColour).noted("must be #RRGGBB")),
            .optional(
                "human_config",
                Schema.object([
                    .optional("duration", .number(0...7_200)), .optional("end_duration", .number(0...7_200)),
                    .optional(
                        "path",
                        .string(0...255).nullable.noted(
                            "Key of an uploaded video, or of a picture that is made to speak")),
                    .optional(
                        "consent",
                        .boolean.noted(
                            "The person in the picture agrees to be shown speaking; it does not speak without")),
                    .optional("consented_at", .string(0...40).nullable.noted("Set by the server")),
                    .optional(
                        "figure",
                        ExtraSchemas.words(PresenterFigure.self).noted("Drawn where there is neither video nor picture")
                    ),
                    .optional("palette", ExtraSchemas.words(FigurePalette.self)),
                    .optional(
                        "shape", ExtraSchemas.words(PresenterTimes.Shape.self).noted("In a corner")),
                ]).nullable),
            .optional("enable_transition", .boolean),
            .optional("transition_types", .array(.choice(ExtraSchemas.transitionNames), 0...32)),
            .optional("human_insertion_mode", .choice(["fullscreen", "corner"])),
            .optional("enable_srt_concat_transition", .boolean),
            .optional("srt_concat_transition_types", .array(.choice(ExtraSchemas.transitionNames), 0...32)),
        ] + ExtraSchemas.film)

    static let accountFields: [Schema.Field] = [
        .required("username", name),
        .optional("logo", .string(0...255).noted("Key of an uploaded picture, or empty"), ""),
        .optional("platform", .string(0...255), "youtube"), .optional("area", .string(0...255), ""),
        .optional("extra", accountExtra.nullable),
    ]
    static let languageFields: [Schema.Field] = [
        .required("name", name.noted("A BCP 47 tag or the id of a voice")),
        .optional("platform", .string(0...255).nullable),
        .optional("language_name", .string(0...255).nullable),
    ]
    static let voiceFields: [Schema.Field] = [
        .required("name", name),
        .required("path", .string(1...255).noted("Key of an uploaded sample (typ=voice)")),
        .optional(
            "consent", .boolean.noted("The voice's owner agrees to its use; nothing is said in it without"),
            false),
    ]
    static let topicFields: [Schema.Field] = [
        .required("name", name), .optional("prompt_gen_image", prompt),
        .optional("prompt_cover_image", prompt), .optional("prompt_image_prefix", prompt),
        .optional("prompt_l4", prompt), .optional("loraname", .string(0...255), ""),
        .optional("loraweight", .integer(0...200).noted("Percent"), 100),
        .optional("extra", ExtraSchemas.topic.nullable),
    ]
    static func templateFields(_ limits: IntakeLimits) -> [Schema.Field] {
        [
            .required("name", name),
            .optional("values", Schema.named("TemplateValues", Schema.object(JobSchemas.fields(limits)).partial)),
        ]
    }

    static let account = row("Account", accountFields, nullable: [], object: ["extra"])
    static let language = row("Language", languageFields, nullable: ["platform", "language_name"])
    static let voice = row(
        "Voice", voiceFields + [.optional("consented_at", Schema.time.nullable)],
        nullable: ["consented_at"])
    static let topic = row(
        "Topic", topicFields,
        nullable: ["prompt_gen_image", "prompt_cover_image", "prompt_image_prefix", "prompt_l4"],
        object: ["extra"])
    static let template = row("Template", templateFields(.standard), object: ["values"])

    /// What comes back: every field, and who the row is.
    private static func row(
        _ name: String, _ fields: [Schema.Field], nullable: Set<String> = [], object: Set<String> = []
    ) -> Schema {
        let shown = fields.map { field in
            var schema = object.contains(field.name) ? Schema.object([]) : field.schema
            schema.isNullable = nullable.contains(field.name)
            return Schema.Field.required(field.name, schema)
        }
        return .named(name, identity + shown)
    }

    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
    }
}
