/// Finds where the sentences of one paragraph end, in Chinese, English and text that mixes them.
///
/// A full stop ends a sentence only where nothing says otherwise: numbers, dates, times, versions,
/// addresses, initials, abbreviations and ellipses go on. Closing quotes and brackets belong to the
/// sentence before them; a sentence inside brackets or a title 《…》 does not end the one around it.
struct SentenceSplitter {
    private let text: [Character]
    /// Parts of web and mail addresses, in which no punctuation counts.
    private let isShielded: [Bool]
    /// For an opening bracket the place of its partner.
    private let partners: [Int: Int]
    /// Number of `"` before each character: odd inside a quotation.
    private let quotesBefore: [Int]

    init(_ text: [Character]) {
        self.text = text
        isShielded = Addresses.mask(of: text)
        partners = Self.partners(in: text)
        var quotes = 0
        quotesBefore = text.map { character in
            defer { quotes += character == "\"" ? 1 : 0 }
            return quotes
        }
    }

    /// The end of each sentence, in characters from the start; the last is the end of the text.
    func ends() -> [Int] {
        var ends: [Int] = []
        var start = 0
        var i = 0
        while i < text.count {
            let stops = stops(at: i)
            guard !stops.isEmpty else {
                i += 1
                continue
            }
            let end = closersEnd(after: stops.upperBound)
            if endsSentence(stops, closedAt: end, from: start) {
                ends.append(end)
                start = firstVisible(from: end)
            }
            i = end
        }
        if ends.last != text.count { ends.append(text.count) }
        return ends
    }

    /// The run of sentence-ending punctuation that begins at `i`, empty if none does.
    private func stops(at i: Int) -> Range<Int> {
        var end = i
        while end < text.count, !isShielded[end], Self.stops.contains(text[end]) { end += 1 }
        return i..<end
    }

    /// Past closing quotes and brackets, and past stops after those (`(U.S.).`).
    private func closersEnd(after i: Int) -> Int {
        var end = i
        while end < text.count, isCloser(at: end) { end += 1 }
        let more = stops(at: end)
        return end > i && !more.isEmpty ? closersEnd(after: more.upperBound) : end
    }

    private func isCloser(at i: Int) -> Bool {
        switch text[i] {
        case "\"": !quotesBefore[i].isMultiple(of: 2)
        case "'": i + 1 == text.count || text[i + 1].isWhitespace || text[i + 1].isClosingBracket
        default: text[i].isClosingBracket
        }
    }

    private func endsSentence(_ stops: Range<Int>, closedAt end: Int, from start: Int) -> Bool {
        let next = firstVisible(from: end)
        guard next < text.count else { return true }
        guard !text[next].isCloser, text[next] != "-" else { return false }
        guard !isInsideBrackets(stops.lowerBound, from: start) else { return false }
        if isSpeechTag(at: next, closedAt: end, after: stops) { return false }
        let run = text[stops]
        if run.contains(where: { Self.wideStops.contains($0) }) { return true }
        let isApart = next > end || !text[next].isASCII && !text[next].isAlphabetic
        if run.contains(where: { "!?".contains($0) }) { return isApart }
        if run.count > 1 || run.contains("…") {
            return next > end && text[next].isUppercase
        }
        return isApart && periodEnds(stops.lowerBound, next: next, from: start)
    }

    /// A single full stop at `i`; `next` is the next visible character.
    private func periodEnds(_ i: Int, next: Int, from start: Int) -> Bool {
        if text[next].isLowercase { return false }
        let word = wordBefore(i)
        guard let last = word.last else { return start < i }
        let isListNumber = word.count == i - start && last.isNumber
        if isListNumber { return false }
        guard !text[next].isCJK else { return !last.isASCIIDigit || next > i + 1 }
        return Abbreviations.endsSentence(String(word), before: String(wordAfter(next)))
    }

    /// Inside brackets or a title that opened after the sentence began and will close again.
    private func isInsideBrackets(_ i: Int, from start: Int) -> Bool {
        let reach = max(start, i - Self.bracketReach)
        return (reach..<i).contains { opener in
            guard let close = partners[opener], close > i else { return false }
            return opener > start || Self.titleOpeners.contains(text[opener])
        }
    }

    /// `“好！”他说，` and `"Stop!" he said`: who speaks belongs to what is said.
    private func isSpeechTag(at next: Int, closedAt end: Int, after stops: Range<Int>) -> Bool {
        let isQuoted = text[stops.upperBound..<end].contains { "”\"’」』'".contains($0) }
        guard isQuoted else { return false }
        if text[next].isLowercase { return true }
        let clause = text[next...].prefix { !$0.isCloser && !$0.isWhitespace }.prefix(10)
        let isTag = clause.last.map { Self.speechVerbs.contains($0) } ?? false
        return isTag && clause.count <= 7 && !clause.contains { "没不".contains($0) }
    }

    private func wordBefore(_ i: Int) -> ArraySlice<Character> {
        var start = i
        while start > 0, i - start < 32, Self.isWordPart(text[start - 1]) { start -= 1 }
        return text[start..<i]
    }

    private func wordAfter(_ i: Int) -> ArraySlice<Character> {
        text[i...].drop { $0.isOpener || "\"'".contains($0) }.prefix(32).prefix {
            Self.isWordPart($0) && $0 != "."
        }
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isAlphabetic || character.isNumber || ".'’-".contains(character)
    }

    private func firstVisible(from i: Int) -> Int {
        text[i...].firstIndex { !$0.isWhitespace } ?? text.count
    }

    /// Brackets further apart than this are taken for a slip of the pen.
    private static let bracketReach = 80
    private static let wideStops = Set<Character>("。！？｡‼⁇⁈⁉")
    private static let stops = wideStops.union("!?….．")
    private static let titleOpeners = Set<Character>("《〈")
    private static let speechVerbs = Set<Character>("说道问喊叫答笑嚷讲想")

    private static func partners(in text: [Character]) -> [Int: Int] {
        let pairs: [Character: Character] = [
            "）": "（", ")": "(", "》": "《", "〉": "〈", "】": "【", "]": "[", "〕": "〔",
        ]
        let openers = Set(pairs.values)
        var open: [Character: [Int]] = [:]
        var partners: [Int: Int] = [:]
        for (i, character) in text.enumerated() {
            if openers.contains(character) { open[character, default: []].append(i) }
            guard let opener = pairs[character], let start = open[opener]?.popLast() else { continue }
            if i - start <= bracketReach { partners[start] = i }
        }
        return partners
    }
}
