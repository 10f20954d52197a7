import BatchVideo

/// How the fields of a catalogue row lie in its table.
protocol CatalogColumns: CatalogFields {
    static var table: String { get }
    /// What a person calls such a row.
    static var word: String { get }
    static var nameColumn: String { get }
    /// The column of `jobs` that refers to the table; nil when jobs do not.
    static var jobColumn: String? { get }
    init(row: SQLRow) throws
    /// Column names with their values, always in the same order.
    var columns: [(name: String, value: any SQLBindable)] { get }
}

extension AccountFields: CatalogColumns {
    static let table = "accounts"
    static let word = "account"
    static let nameColumn = "username"
    static let jobColumn: String? = "account_id"

    init(row: SQLRow) throws {
        self.init(
            name: try row.text("username"), logo: try row.text("logo"),
            platform: try row.text("platform"), area: try row.text("area"),
            extra: try AccountExtra(json: row.json("extra")))
    }

    var columns: [(name: String, value: any SQLBindable)] {
        [
            ("username", name), ("logo", logo), ("platform", platform), ("area", area),
            ("extra", extra.json),
        ]
    }
}

extension LanguageFields: CatalogColumns {
    static let table = "languages"
    static let word = "language"
    static let nameColumn = "name"
    static let jobColumn: String? = "language_id"

    init(row: SQLRow) throws {
        self.init(
            name: try row.text("name"), platform: try row.optionalText("platform"),
            languageName: try row.optionalText("language_name"))
    }

    var columns: [(name: String, value: any SQLBindable)] {
        [("name", name), ("platform", platform), ("language_name", languageName)]
    }
}

extension VoiceFields: CatalogColumns {
    static let table = "voices"
    static let word = "voice"
    static let nameColumn = "name"
    static let jobColumn: String? = "voice_id"

    init(row: SQLRow) throws {
        self.init(
            name: try row.text("name"), path: try row.text("path"),
            consentedAt: try row.optionalDate("consented_at"))
    }

    var columns: [(name: String, value: any SQLBindable)] {
        [("name", name), ("path", path), ("consented_at", consentedAt)]
    }
}

extension TopicFields: CatalogColumns {
    static let table = "topics"
    static let word = "topic"
    static let nameColumn = "name"
    static let jobColumn: String? = "topic_id"

    init(row: SQLRow) throws {
        self.init(
            name: try row.text("name"), imagePrompt: try row.optionalText("prompt_gen_image"),
            coverPrompt: try row.optionalText("prompt_cover_image"),
            imagePrefix: try row.optionalText("prompt_image_prefix"),
            levelFourPrompt: try row.optionalText("prompt_l4"), loraName: try row.text("loraname"),
            loraWeight: try row.int("loraweight"), extra: try row.json("extra"))
    }

    var columns: [(name: String, value: any SQLBindable)] {
        [
            ("name", name), ("prompt_gen_image", imagePrompt), ("prompt_cover_image", coverPrompt),
            ("prompt_image_prefix", imagePrefix), ("prompt_l4", levelFourPrompt),
            ("loraname", loraName), ("loraweight", loraWeight), ("extra", extra),
        ]
    }
}

extension TemplateFields: CatalogColumns {
    static let table = "templates"
    static let word = "template"
    static let nameColumn = "name"
    static let jobColumn: String? = nil

    init(row: SQLRow) throws {
        self.init(name: try row.text("name"), values: try row.json("values"))
    }

    var columns: [(name: String, value: any SQLBindable)] { [("name", name), ("values", values)] }
}
