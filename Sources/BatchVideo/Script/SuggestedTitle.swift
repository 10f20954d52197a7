extension Script {
    /// A title for a text that came without one: its heading (a short first line that does not end
    /// like a sentence), else the beginning of its first sentence, shortened at a clause or a word.
    package static func suggestedTitle(for text: String) -> String {
        let line = CleanText(text).value.split(whereSeparator: \.isNewline)
            .first { $0.contains { !$0.isWhitespace } } ?? ""
        let heading = line.drop { $0 == "#" || $0.isWhitespace }.trimmingSuffix(while: \.isWhitespace)
        let isShort = TextWidth.columns(String(heading), ideographic: true) <= maxTitleColumns
        if isShort, let last = heading.last, !sentenceEnds.contains(last) { return String(heading) }
        return shortened(heading)
    }

    private static let sentenceEnds: Set<Character> = ["。", "！", "？", "!", "?", ".", "…", "，", ",", "；", ";", "：", ":"]
    private static let clauseEnds: Set<Character> = sentenceEnds.union(["、", "—"])
    /// Latin letters count one, Chinese characters two.
    private static let maxTitleColumns = 44

    /// The longest beginning that ends before a clause mark or a space and fits; all of what fits
    /// when there is none.
    private static func shortened(_ line: Substring) -> String {
        var width = 0
        var fitting = ""
        var clause: String?
        var words: String?
        for character in line {
            if clauseEnds.contains(character) { clause = fitting }
            if character.isWhitespace { words = fitting }
            if sentenceEnds.contains(character) && width >= minTitleColumns { break }
            width += TextWidth.columns(String(character), ideographic: true)
            if width > maxTitleColumns { return clause ?? words ?? fitting }
            fitting.append(character)
        }
        return fitting.trimmingTitle
    }

    private static let minTitleColumns = 8
}

extension Substring {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !matches($0) }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}

extension String {
    /// Without white space and closing marks at its end.
    fileprivate var trimmingTitle: String {
        var title = self
        while let last = title.last, last.isWhitespace || ",，;；:：.。".contains(last) { title.removeLast() }
        return title
    }
}
