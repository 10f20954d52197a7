internal import BatchVideo
internal import HTTPTypes

/// Narrations, titles and descriptions by a language model. It costs what the answer says, and the audit log.
struct ScriptRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "scripts"
    private static let faults: Set<Int> = [409, 429, 503, 504]
    private static let language = Schema.string(2...64).matching("^\(Language.tagPattern)$") {
        Language.isTag($0)
    }.nullable.noted("A tag such as zh-CN; by default as the topic or text is written")

    private static let wish = Schema.named(
        "ScriptRequest",
        [
            .required("topic", JobSchemas.visible(1...ScriptWish.longestTopic)),
            .optional("language", language),
            .optional(
                "minutes",
                .number(ScriptWish.leastMinutes...60).nullable.noted("Of speech at speed 1; 3 when nothing is said")),
            .optional(
                "characters",
                .integer(180...7_600).nullable.noted("Of the text, in place of minutes; what every language bears")),
            .optional("tone", JobSchemas.visible(1...ScriptWish.longestChoice).nullable),
            .optional("audience", JobSchemas.visible(1...ScriptWish.longestChoice).nullable),
        ])

    private static let source: [Schema.Field] = [
        .required("text", JobSchemas.visible(1...ScriptInput.mostCharacters)), .optional("language", language),
    ]

    private static let titleWish = Schema.named(
        "ScriptTitlesRequest",
        source + [
            .optional("count", .integer(1...TitleWriter.mostTitles), 5),
            .optional(
                "longest",
                .integer(8...IntakeLimits.standard.publishTitle).noted("Characters of a title"),
                .int(TitleWriter.standardLongest)),
        ])

    private static let bill: [Schema.Field] = [
        .required("models", .array(.string(1...64), 0...64).noted("The vendors that answered")),
        .required(
            "costs",
            .array(
                .named(
                    "ScriptCost",
                    [
                        .required("amount", .number(0...1e9)), .required("currency", .string(3...3)),
                    ]), 0...64)),
        .required("warnings", .array(.string(0...1_000), 0...100)),
    ]

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/scripts", .user, Self.tag,
                "A narration about a topic, written by a language model; it may take minutes and cost money",
                body: .json(Self.wish),
                answer: .json(.named("Script", [.required("text", .string(1...1_000_000))] + Self.bill)),
                faults: Self.faults, run: script),
            Endpoint(
                .post, "/scripts/titles", .user, Self.tag, "Titles for a text, written by a language model",
                body: .json(Self.titleWish),
                answer: .json(
                    .named("ScriptTitles", [.required("titles", .array(.string(1...255), 1...20))] + Self.bill)),
                faults: Self.faults, run: titles),
            Endpoint(
                .post, "/scripts/description", .user, Self.tag,
                "A description with hashtags for a text, written by a language model",
                body: .json(.named("ScriptDescriptionRequest", Self.source)),
                answer: .json(
                    .named(
                        "ScriptDescription",
                        [
                            .required("text", .string(1...1_000)),
                            .required("hashtags", .array(.string(1...64), 0...16).noted("Without #")),
                            .required("published", .string(1...2_000).noted("Both, as they are pasted")),
                        ] + Self.bill)),
                faults: Self.faults, run: description),
        ]
    }

    private var writing: WritingTools {
        get throws {
            guard let writing = parts.ports.tools.writing else {
                throw Refusal.unavailable(
                    "no language model is configured; name one under providers, such as openai-chat, to use this "
                        + "address"
                )
            }
            return writing
        }
    }

    private func script(_ call: Call) async throws -> Reply {
        let (body, writing) = (call.body, try writing)
        let wish = try ScriptWish(
            topic: body.cleaned("topic") ?? "", language: Self.language(body), minutes: body["minutes"]?.double,
            characters: body["characters"]?.int, tone: body.cleaned("tone"), audience: body.cleaned("audience"))
        let written = try await writing.script(wish)
        return try await reply(written, "script.write", [("text", .string(written.words))], call)
    }

    private func titles(_ call: Call) async throws -> Reply {
        let (body, writing) = (call.body, try writing)
        let written = try await writing.titles(
            try TitleWriter(
                text: body.cleaned("text") ?? "", language: Self.language(body), count: body["count"]?.int ?? 5,
                longest: body["longest"]?.int ?? TitleWriter.standardLongest))
        return try await reply(
            written, "script.titles", [("titles", .array(written.words.map { .string($0) }))], call)
    }

    private func description(_ call: Call) async throws -> Reply {
        let (body, writing) = (call.body, try writing)
        let written = try await writing.description(
            try DescriptionWriter(text: body.cleaned("text") ?? "", language: Self.language(body)))
        let words = written.words
        return try await reply(
            written, "script.description",
            [
                ("text", .string(words.text)), ("hashtags", .array(words.hashtags.map { .string($0) })),
                ("published", .string(words.published)),
            ], call)
    }

    private static func language(_ body: JSON) -> Language? { body["language"]?.string.map { Language($0) } }

    private func reply<Words>(
        _ written: WrittenWords<Words>, _ action: String, _ members: [(String, JSON)], _ call: Call
    ) async throws -> Reply {
        let cost = written.costs.map(\.text).joined(separator: " and ")
        let subject = "model:\(written.models.joined(separator: ",")) cost:\(cost)"
        try await parts.ports.audit(action, call.user, String(subject.prefix(200)), call)
        let costs = written.costs.map { cost -> JSON in
            ["amount": .double(Double(cost.micros) / 1e6), "currency": .string(cost.currency)]
        }
        return .json(
            .object(
                JSONObject(
                    members + [
                        ("models", .array(written.models.map { .string($0) })), ("costs", .array(costs)),
                        ("warnings", .array(written.warnings.map { .string(String($0.prefix(1_000))) })),
                    ])))
    }
}
