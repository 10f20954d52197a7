/// Asks a language model for a narration and reads its answers: a short one at once, a long one by an outline
/// and then part by part, so that a model whose answers are short manages ten minutes, too.
package struct ScriptWriter: Sendable {
    package let wish: ScriptWish

    /// Questions about one thing before the best answer is taken, or none.
    package static let attempts = 3
    /// An answer may be this much shorter or longer than it was wanted.
    private static let tolerance = 0.3
    /// What a model writes at once; longer ones get an outline.
    private static let mostAtOnce = 900
    private static let partLength = 550
    /// Ideographs that take as long to say as a word.
    private static let ideographsPerWord = 1.7
    /// Tokens that a model takes to think, and of an ideograph or a word at most.
    private static let thinkingTokens = 1_024
    private static let tokensPerUnit = 3
    /// Characters of what was written last that the next question holds.
    private static let memory = 300

    package init(_ wish: ScriptWish) { self.wish = wish }

    /// Written one after the other; 1: without an outline.
    package var parts: Int {
        let scale = wish.language.isIdeographic ? 1 : Self.ideographsPerWord
        let length = Double(wish.length) * scale
        return length <= Double(Self.mostAtOnce) ? 1 : max(2, Int((length / Double(Self.partLength)).rounded()))
    }

    private var lengthOfPart: Int { wish.length / parts }

    /// A part of the narration: its heading, which becomes a chapter, and what it tells.
    package struct Part: Hashable, Sendable {
        package var heading: String
        package var point: String

        package init(heading: String, point: String) {
            self.heading = heading
            self.point = point
        }
    }

    /// What is wrong with an answer.
    package enum Fault: Hashable, Sendable {
        case empty
        case language
        /// Characters or words that it has.
        case length(Int)
        /// Headings that it has.
        case parts(Int)
    }

    private var rules: String {
        var rules = """
            You write narrations that a voice reads aloud over a film. Write in \(wish.language.forModels) only, in \
            plain paragraphs of complete sentences, ready to be spoken: no headings, no Markdown, no lists, no stage \
            directions, no speaker's name, no notes, no word about yourself or this task. Write numbers as they are \
            said. State as facts only what is well known.
            """
        if let tone = wish.tone { rules += "\nTone: \(tone)" }
        if let audience = wish.audience { rules += "\nAudience: \(audience)" }
        return rules
    }

    // MARK: Outline

    /// - Parameter fault: of the answer before; another question every time, so that a cache in between does
    ///   not give the same answer again.
    package func outlineQuestion(attempt: Int, after fault: Fault? = nil) -> ModelQuestion {
        ModelQuestion(
            system: """
                You plan narrations of films. Answer in \(wish.language.forModels) with exactly \(parts) lines and \
                nothing else. Each line is one part of the narration: a heading of at most 20 characters (8 words), \
                a vertical bar, and in one sentence what the part tells. Parts build on each other and repeat nothing.
                """,
            text: "Topic: \(wish.topic)\n\(described)Parts: \(parts)" + again(attempt, fault, "\(parts) lines"),
            temperature: 0.7, maxTokens: Self.thinkingTokens + parts * 120)
    }

    private var described: String {
        [wish.tone.map { "Tone: \($0)\n" }, wish.audience.map { "Audience: \($0)\n" }].compactMap { $0 }.joined()
    }

    /// The parts of an answer, not more than were asked for.
    package func outline(in answer: ModelAnswer) -> (parts: [Part], fault: Fault?) {
        let lines = ModelWords.list(answer.text)
        guard !lines.isEmpty else { return ([], .empty) }
        guard wish.language.isWritten(in: lines.joined(separator: "\n")) else { return ([], .language) }
        let found = lines.prefix(parts).map { line in
            let pieces = line.split(separator: /\s*[|｜]\s*/, maxSplits: 1, omittingEmptySubsequences: true)
            let heading = Self.heading(String(pieces.first ?? ""))
            return Part(heading: heading, point: pieces.count > 1 ? String(pieces[1]) : String(line))
        }
        return (found, lines.count < parts ? .parts(lines.count) : nil)
    }

    /// As chapters are found: short, and not ended like a sentence (``Narration/chapters``).
    private static func heading(_ text: String) -> String {
        var heading = ""
        for character in text where TextWidth.columns(heading + String(character), ideographic: true) <= 44 {
            heading.append(character)
        }
        while let last = heading.last, last.isPunctuation || last.isWhitespace { heading.removeLast() }
        return heading
    }

    // MARK: Text

    /// - Parameters:
    ///   - part: from 0.
    ///   - outline: empty for a narration that is written at once.
    ///   - written: what stands before the part.
    package func question(
        part: Int, of outline: [Part], after written: String, attempt: Int, fault: Fault? = nil
    ) -> ModelQuestion {
        let length = wish.amount(lengthOfPart)
        var text = "Topic: \(wish.topic)\n"
        if outline.indices.contains(part) {
            text += "The whole narration:\n"
            text += outline.enumerated().map { "\($0 + 1). \($1.heading): \($1.point)\n" }.joined()
            if !written.isEmpty { text += "It has just been said: ...\(written.suffix(Self.memory))\n" }
            text += "Write part \(part + 1) of \(outline.count) only: \(outline[part].heading). "
            text +=
                part == 0
                ? "Begin with something that holds the listener. " : "Go on where the text ends; greet nobody. "
            text += part == outline.count - 1 ? "End the narration. " : "Do not end the narration yet. "
        } else {
            text += "Write the whole narration, with a beginning that holds the listener and an end. "
        }
        return ModelQuestion(
            system: rules, text: text + "Length: \(length)." + again(attempt, fault, length), temperature: 0.7,
            maxTokens: Self.thinkingTokens + lengthOfPart * Self.tokensPerUnit)
    }

    /// What can be spoken of an answer, and what is wrong with it.
    package func text(in answer: ModelAnswer) -> (text: String, fault: Fault?) {
        let text = ModelWords.paragraphs(answer.text)
        guard !text.isEmpty else { return ("", .empty) }
        guard wish.language.isWritten(in: text) else { return ("", .language) }
        let units = SpokenLength.units(of: text, wish.language)
        return (text, abs(deviation(of: units, from: lengthOfPart)) > Self.tolerance ? .length(units) : nil)
    }

    /// Of two answers, the one whose length is nearer to what was wanted.
    package func better(_ one: String, _ other: String) -> String {
        func off(_ text: String) -> Double {
            abs(deviation(of: SpokenLength.units(of: text, wish.language), from: lengthOfPart))
        }
        return off(other) < off(one) ? other : one
    }

    private func deviation(of units: Int, from wanted: Int) -> Double { Double(units) / Double(max(1, wanted)) - 1 }

    /// The narration: parts under their headings. A heading that says what the text begins with is left out.
    package func assembled(_ outline: [Part], _ texts: [String]) -> String {
        texts.enumerated().map { index, text in
            guard outline.indices.contains(index), !outline[index].heading.isEmpty else { return text }
            let heading = outline[index].heading
            let body =
                text.hasPrefix(heading + "\n") ? text.dropFirst(heading.count).drop(while: \.isNewline) : text[...]
            return "# \(heading)\n\n\(body)"
        }.joined(separator: "\n\n") + "\n"
    }

    /// What is not as it was wanted in the whole; nil when nothing is.
    package func warning(about text: String) -> String? {
        let units = SpokenLength.units(of: text, wish.language)
        guard abs(deviation(of: units, from: wish.length)) > Self.tolerance else { return nil }
        return "the script has \(wish.amount(units)), \(wish.length) were wanted; edit it or try another model"
    }

    /// All that is asked when every answer is good at once, for an estimate.
    package var questions: [ModelQuestion] {
        let outline =
            parts == 1
            ? []
            : (0..<parts).map { _ in
                Part(heading: String(repeating: "x", count: 20), point: String(repeating: "x", count: 60))
            }
        let said = String(repeating: "x", count: Self.memory)
        let texts = (0..<parts).map { question(part: $0, of: outline, after: $0 == 0 ? "" : said, attempt: 1) }
        return (parts == 1 ? [] : [outlineQuestion(attempt: 1)]) + texts
    }

    private func again(_ attempt: Int, _ fault: Fault?, _ wanted: String) -> String {
        guard attempt > 1 else { return "" }
        return "\n(Attempt \(attempt): \(complaint(fault, wanted)))"
    }

    private func complaint(_ fault: Fault?, _ wanted: String) -> String {
        switch fault {
        case .language: "the last answer was not in \(wish.language.forModels); answer in it only."
        case .length(let units): "the last answer had \(wish.amount(units)); write \(wanted)."
        case .parts(let count): "the last answer had \(count) lines; write exactly \(wanted)."
        case .empty, nil: "the last answer could not be used; write \(wanted) and nothing else."
        }
    }
}
