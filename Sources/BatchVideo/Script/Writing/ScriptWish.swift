/// What a language model is to write a narration about.
package struct ScriptWish: Hashable, Sendable {
    package var topic: String
    package var language: Language
    /// Characters where the language is written without spaces, words elsewhere.
    package var length: Int
    /// "warm", "like a documentary"; nil: as the topic asks for.
    package var tone: String?
    /// "children of ten"; nil: everybody.
    package var audience: String?

    /// Unicode scalars.
    package static let longestTopic = 2_000
    package static let longestChoice = 200
    package static let leastMinutes = 0.25
    package static let standardMinutes = 3.0
    /// Unicode scalars of an English word and the space after it; a text has at most
    /// ``ScriptInput/maxCharacters``.
    private static let scalarsPerWord = 6.0
    /// Room for what comes out longer than it was wanted.
    private static let margin = 1.3
    /// A shorter one is no narration.
    private static let leastLength = 30

    /// - Parameters:
    ///   - minutes: of speech at speed 1; nil: by `characters`, else ``standardMinutes``.
    ///   - characters: of the text, in place of minutes.
    ///
    /// Throws `.invalid` naming the field: blank or long texts, and lengths that no film takes.
    package init(
        topic: String, language: Language? = nil, minutes: Double? = nil, characters: Int? = nil,
        tone: String? = nil, audience: String? = nil
    ) throws {
        self.topic = try Self.checked(topic, "topic", most: Self.longestTopic)
        self.language = language ?? Language.detect(in: topic)
        self.tone = try tone.map { try Self.checked($0, "tone", most: Self.longestChoice) }
        self.audience = try audience.map { try Self.checked($0, "audience", most: Self.longestChoice) }
        let perUnit = self.language.isIdeographic ? 1 : Self.scalarsPerWord
        let most = Double(ScriptInput.maxCharacters) / Self.margin / perUnit
        let perMinute = SpokenLength.perSecond(self.language) * 60
        let wanted = characters.map { Double($0) / perUnit } ?? (minutes ?? Self.standardMinutes) * perMinute
        guard wanted >= Double(Self.leastLength), wanted <= most else {
            let words = characters == nil
                ? "minutes must be between \(Self.leastMinutes) and \(Int(most / perMinute)) in this language"
                : "characters must be between \(Int(Double(Self.leastLength) * perUnit)) and \(Int(most * perUnit))"
            throw BatchVideoError(
                .invalid, "\(words); a film's text has at most \(ScriptInput.maxCharacters) characters",
                field: characters == nil ? "minutes" : "characters")
        }
        length = Int(wanted.rounded())
    }

    private static func checked(_ text: String, _ field: String, most: Int) throws -> String {
        let clean = CleanText(text).value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !clean.isEmpty, clean.unicodeScalars.count <= most else {
            throw BatchVideoError(.invalid, "\(field) must have 1 to \(most) characters", field: field)
        }
        return clean
    }

    /// "600 Chinese characters", for a model.
    func amount(_ units: Int) -> String {
        language.isIdeographic ? "\(units) characters" : "\(units) words"
    }
}
