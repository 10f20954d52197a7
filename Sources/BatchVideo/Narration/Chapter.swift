/// A heading of the text and when it is reached.
package struct Chapter: Hashable, Sendable, Codable {
    package var title: String
    package var start: MediaTime

    package init(title: String, start: MediaTime) {
        self.title = title
        self.start = start
    }
}

extension Narration {
    /// Latin letters count one, Chinese characters two.
    private static let widestHeading = 44
    private static let sentenceEnds: Set<Character> = [
        "。", "！", "？", "!", "?", ".", "…", "，", ",", "；", ";", "”", "\"",
    ]

    /// Paragraphs that are headings: one short sentence that does not end like one, with text
    /// after it.
    package var chapters: [Chapter] {
        let paragraphs = Dictionary(grouping: sentences, by: \.sentence.paragraph)
        let last = sentences.last?.sentence.paragraph
        return paragraphs.keys.sorted().compactMap { number in
            guard number != last, let only = paragraphs[number], only.count == 1,
                let heading = only.first, Self.isHeading(heading.sentence.text)
            else { return nil }
            return Chapter(title: heading.sentence.text, start: heading.span.start)
        }
    }

    private static func isHeading(_ text: String) -> Bool {
        guard let end = text.last, !sentenceEnds.contains(end) else { return false }
        return TextWidth.columns(text, ideographic: true) <= widestHeading
    }
}
