/// Asks a language model for titles of a text, and reads them.
package struct TitleWriter: Sendable {
    package let text: String
    package let language: Language
    package let count: Int
    /// Unicode scalars of a title at most.
    package let longest: Int

    package static let standardLongest = 60
    package static let mostTitles = 20
    /// Characters that a published title may have.
    package static let publishable = 200
    /// Characters of the text that a model is shown.
    static let shown = 6_000

    /// - Parameters:
    ///   - count: 1 ... ``mostTitles``.
    ///   - longest: 8 ... 200, as titles are published.
    ///
    /// Throws `.invalid` naming the field.
    package init(
        text: String, language: Language? = nil, count: Int = 5, longest: Int = standardLongest
    ) throws {
        self.text = CleanText(try ScriptInput.check(text, limit: ScriptInput.mostCharacters)).value
        guard (1...Self.mostTitles).contains(count) else {
            throw BatchVideoError(.invalid, "count must be between 1 and \(Self.mostTitles)", field: "count")
        }
        let most = Self.publishable
        guard (8...most).contains(longest) else {
            throw BatchVideoError(.invalid, "longest must be between 8 and \(most)", field: "longest")
        }
        self.language = language ?? Language.detect(in: self.text)
        self.count = count
        self.longest = longest
    }

    /// - Parameter known: titles that there are already.
    package func question(attempt: Int, known: [String] = []) -> ModelQuestion {
        let missing = count - known.count
        var words = "Titles: \(missing)\nText:\n\(text.prefix(Self.shown))"
        if attempt > 1 {
            words +=
                "\n(Attempt \(attempt): \(missing) titles in \(language.forModels), each of at most \(longest) characters"
            words += known.isEmpty ? ".)" : ", none of these: \(known.joined(separator: " / ")))"
        }
        return ModelQuestion(
            system: """
                You write titles of films in \(language.forModels). Answer with exactly as many titles as are asked \
                for, one on each line, nothing else: no numbers, no quotes, no hashtags. Each has at most \(longest) \
                characters, says what the film is about, makes curious and promises nothing that the text does not \
                hold. No two are alike.
                """, text: words, temperature: 0.8, maxTokens: 1_024 + missing * (longest * 2 + 16))
    }

    /// Those of an answer that can be used and are not known yet.
    package func titles(in answer: ModelAnswer, known: [String] = []) -> [String] {
        var found = known
        for line in ModelWords.list(answer.text) where found.count < count {
            guard let title = try? ScriptInput.checkTitle(line), title.unicodeScalars.count <= longest,
                title.unicodeScalars.contains(where: \.isSpeakable), language.isWritten(in: title),
                !found.contains(where: { $0.lowercased() == title.lowercased() })
            else { continue }
            found.append(title)
        }
        return Array(found.dropFirst(known.count))
    }
}

/// What is published beside a film.
package struct PublishDescription: Hashable, Sendable, Codable {
    package var text: String
    /// Without "#" and white space.
    package var hashtags: [String]

    package init(text: String, hashtags: [String]) {
        self.text = text
        self.hashtags = hashtags
    }

    /// As it is pasted: the text, and the hashtags on a line of their own.
    package var published: String {
        hashtags.isEmpty ? text : text + "\n\n" + hashtags.map { "#\($0)" }.joined(separator: " ")
    }
}

/// Asks a language model for a film's description with hashtags, and reads it.
package struct DescriptionWriter: Sendable {
    package let text: String
    package let language: Language

    /// Unicode scalars of the text.
    private static let longest = 1_000
    private static let mostHashtags = 8
    private static let longestHashtag = 30

    /// Throws `.invalid` for a text that nothing can be said about.
    package init(text: String, language: Language? = nil) throws {
        self.text = CleanText(try ScriptInput.check(text, limit: ScriptInput.mostCharacters)).value
        self.language = language ?? Language.detect(in: self.text)
    }

    package func question(attempt: Int) -> ModelQuestion {
        let again =
            attempt > 1
            ? "\n(Attempt \(attempt): two to four sentences in \(language.forModels), then a line of hashtags.)" : ""
        return ModelQuestion(
            system: """
                You write descriptions under films in \(language.forModels): two to four sentences that say what the \
                film shows and whom it is for, without repeating its text, then on the last line 4 to 6 hashtags, \
                each with # before it and no space inside. No Markdown, no links, nothing else.
                """, text: "Text:\n\(text.prefix(TitleWriter.shown))\(again)", temperature: 0.7, maxTokens: 2_048)
    }

    /// What an answer says and whether all is there; nil when it cannot be used at all.
    package func description(in answer: ModelAnswer) -> (PublishDescription, isWhole: Bool)? {
        // A hashtag at a line's beginning is no heading: a space would follow.
        var tags: [String] = []
        let words = answer.text.replacing(/[#＃]([\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)[#＃]?/) { match in
            let tag = String(match.1)
            if tag.count <= Self.longestHashtag, tags.count < Self.mostHashtags,
                !tags.contains(where: { $0.lowercased() == tag.lowercased() })
            {
                tags.append(tag)
            }
            return ""
        }
        let text = ModelWords.paragraphs(words)
        guard !text.isEmpty, text.unicodeScalars.count <= Self.longest, language.isWritten(in: text) else { return nil }
        return (PublishDescription(text: text, hashtags: tags), !tags.isEmpty)
    }
}
