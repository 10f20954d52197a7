internal import BatchVideo

/// The free-form `extra` of jobs, topics and accounts, as `FilmChoices` reads it: known members typed, others kept
/// as they come. Null and empty texts are the same as none.
enum ExtraSchemas {
    static let job = named("JobExtra", film + jobOnly)
    static let topic = named(
        "TopicExtra",
        film + [
            .optional("generate_type", .string(0...32).nullable),
        ])

    private static func named(_ name: String, _ fields: [Schema.Field]) -> Schema {
        var schema = Schema.named(name, fields)
        schema.note = "Further members are kept as they come, 16 kB in all"
        return schema
    }

    static let film: [Schema.Field] = [
        .optional("resolution", resolution),
        .optional("mix", percent.noted("Percent of moving shots")),
        .optional("generate_ratio", percent.noted("The same, as the specification calls it")),
        .optional("mix_by", words(MixChoice.Measure.self)),
        .optional(
            "mix_sources",
            Schema.array(.choice(MixChoice.Source.allCases.map(\.rawValue)), 1...16).nullable
                .noted("Where moving shots come from, in the order in which it is asked")),
        .optional(
            "mix_kinds",
            Schema.array(
                .string(1...40).matching("^[^\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029]+$") {
                    !$0.contains(where: \.isNewline)
                }, 1...16
            ).nullable.noted("What libraries are asked for: scenery, animals, city ...")),
        .optional(
            "generate_time",
            .number(0...1_440).nullable.noted("Minutes of the film that vendors are paid for; 0: all")),
        .optional(
            "footage_rest_days",
            Schema.integer(0...3_650).nullable.noted(
                "Days for which a channel does not show a clip again while there is another")),
        .optional("captions", words(CaptionStyle.Look.self)),
        .optional("caption_position", words(CaptionStyle.Position.self)),
        .optional("soft_captions", flag), .optional("transitions", transitions),
        .optional("motion", words(MotionChoice.self)), .optional("fit", words(PictureFit.self)),
        .optional("quality", words(RenderQuality.self)),
        .optional("seed", .integer(0...Schema.safeIntegers.upperBound).nullable),
        .optional("images", keys), .optional("footage", keys),
        .optional("bgm", key.noted(music)), .optional("intro", key),
        .optional("outro", key), .optional("watermark", line(60)), .optional("title_bar", line(120)),
        .optional("chapters", flag),
        .optional("progress_bar", Schema.string(0...7).matching("^(#?[0-9A-Fa-f]{6})?$", isColour).nullable),
        .optional("cover", words(Branding.CoverUse.self)),
        .optional("cover_style", words(CoverStyle.self).noted("How the title stands on the cover")),
        .optional("ai_label", words(AILabel.self).noted("How the film says that models made parts of it")),
         .optional("clip_sound", percent),
        .optional("h2v", flag.noted("The landscape film inside a portrait one")),
        .optional("h2v_geometry", words(ReframeChoice.Geometry.self)),
        .optional("enable_digital_human", flag),
        .optional(
            "human_figure",
            words(PresenterFigure.self).noted("A figure to draw, whatever the account's human_config shows")),
        .optional("human_palette", words(FigurePalette.self)), .optional("logo", logo),
    ]

    private static let jobOnly: [Schema.Field] = [
        .optional("index_text", line(40)), .optional("title_text", line(120)),
        .optional("desc_text", line(240)), .optional("audio", key.noted(music)),
        .optional("traditional_subtitle", flag.noted("Chinese captions in traditional characters")),
        .optional(
            "language_config",
            Schema.object([
                .optional("traditional_chinese", flag.noted("The same, as older clients send it"))
            ]).nullable),
    ]

    private static let flag = Schema.boolean.nullable
    private static let percent = Schema.integer(0...100).nullable
    private static let key = line(255)
    private static let music =
        "Music under the voice: none, auto (a piece of this program's own, the default), or the key of an upload"
    private static let keys = Schema.array(.string(1...255), 0...500).nullable.noted("Keys of uploads")

    static func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Schema
    where Value.RawValue == String {
        Schema.choice([""] + Value.allCases.map(\.rawValue)).nullable
    }

    /// A text without line breaks.
    private static func line(_ longest: Int) -> Schema {
        Schema.string(0...longest).matching("^[^\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029]*$") {
            !$0.contains(where: \.isNewline)
        }.nullable
    }

    private static let resolution: Schema = {
        // Even numbers from 200 to 4096.
        let side = "([2-9][0-9][02468]|[1-3][0-9]{2}[02468]|40[0-8][02468]|409[0246])"
        let expression = "^(720p|1080p|square|1:1|4:5|9:16|16:9|\(side)[xX×]\(side))?$"
        return Schema.string(0...9).matching(expression) { text in
            (try? Regex(expression)).flatMap { text.wholeMatch(of: $0) } != nil
        }.nullable.noted("must be 720p, 1080p, square, 4:5, 9:16, 16:9 or an even size such as 1080x1920")
    }()

    /// Names of transitions in both languages.
    static let transitionNames: [String] =
        TransitionKind.allCases.map(\.rawValue) + TransitionKind.aliases.keys.sorted()

    private static let transitions: Schema = {
        var either = Schema(
            .either([
                .choice(["", "auto"] + transitionNames), .array(.choice(transitionNames), 1...64),
            ]))
        either.isNullable = true
        return either
    }()

    /// Where the logo stands.
    private static let logo = Schema.object([
        .optional("position", words(Corner.self)), .optional("width", .integer(16...680).nullable),
        .optional("margin", .integer(0...400).nullable), .optional("opacity", .number(0...1).nullable),
    ]).nullable

    private static func isColour(_ text: String) -> Bool {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        return text.isEmpty || digits.utf8.count == 6 && digits.allSatisfy(\.isHexDigit)
    }
}
