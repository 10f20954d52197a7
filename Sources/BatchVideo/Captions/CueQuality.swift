/// How well captions read: the number of cues that break each rule. All zero is the aim.
package struct CueQuality: Hashable, Sendable, Codable {
    package var cueCount = 0
    /// A line wider than `maxColumns`, or more lines than `maxLines`.
    package var tooWide = 0
    /// A line that begins with closing punctuation or ends with an opening one.
    package var kinsoku = 0
    /// A cue with hardly anything on it, though its sentence has more; a last line of one short word.
    package var orphans = 0
    package var tooShort = 0
    package var tooLong = 0
    package var tooFast = 0
    /// Cues or lines that end inside a word.
    package var splitWords = 0
    /// Cues that begin before the one before ends, or end when they begin.
    package var overlaps = 0

    package init() {}

    package var isFlawless: Bool {
        [tooWide, kinsoku, orphans, tooShort, tooLong, tooFast, splitWords, overlaps]
            .allSatisfy { $0 == 0 }
    }

    package static func measure(_ sheet: CueSheet, _ limits: CaptionLimits) -> CueQuality {
        var quality = CueQuality()
        let sentences = Dictionary(grouping: sheet.cues, by: \.sentence)
        var lastEnd = MediaTime.zero
        for cue in sheet.cues {
            let isWhole = sentences[cue.sentence, default: []].count == 1
            quality.count(cue, limits, isWholeSentence: isWhole)
            if cue.span.start < lastEnd || cue.span.length <= .zero { quality.overlaps += 1 }
            lastEnd = cue.span.end
        }
        quality.splitWords = sentences.values.reduce(0) { count, cues in
            count + splitWords(in: cues, locale: sheet.language.tag)
        }
        return quality
    }

    private mutating func count(_ cue: Cue, _ limits: CaptionLimits, isWholeSentence: Bool) {
        let widths = cue.lines.map {
            TextWidth.columns($0, ideographic: limits.isIdeographic)
        }
        let lengthMs = cue.span.length.ms
        let characters = cue.lines.joined().filter { !$0.isWhitespace }.count
        let rate = Double(characters) * 1000 / Double(max(1, lengthMs))
        let isOrphan = widths.reduce(0, +) < limits.orphanColumns && !isWholeSentence
            || widths.count > 1 && widths[widths.count - 1] < limits.orphanColumns
        cueCount += 1
        if widths.contains(where: { $0 > limits.maxColumns }) || widths.count > limits.maxLines {
            tooWide += 1
        }
        if cue.lines.contains(where: Self.breaksKinsoku) { kinsoku += 1 }
        if isOrphan { orphans += 1 }
        if lengthMs < limits.minMs { tooShort += 1 }
        if lengthMs > limits.maxMs { tooLong += 1 }
        if rate > limits.maxCharactersPerSecond { tooFast += 1 }
    }

    private static func breaksKinsoku(_ line: String) -> Bool {
        guard let first = line.first, let last = line.last else { return true }
        return first.isCloser || last.isOpener
    }

    /// Borders of cues and lines, in the sentence they cut, that lie inside a word.
    private static func splitWords(in cues: [Cue], locale: String) -> Int {
        let sentence = cues.map(\.text).joined()
        let words = TextBreaks.words(in: sentence, locale: locale)
        var borders: [Int] = []
        var offset = 0
        for cue in cues {
            borders += lineBorders(of: cue).map { $0 + offset }
            offset += cue.text.utf16.count
            borders.append(offset)
        }
        return borders.count { border in
            words.contains { $0.start < border && border < $0.end }
        }
    }

    /// Where in its text a cue's lines end, the last excepted.
    private static func lineBorders(of cue: Cue) -> [Int] {
        var rest = Substring(cue.text)
        return cue.lines.dropLast().compactMap { line in
            guard let found = rest.firstRange(of: line) else { return nil }
            rest = rest[found.upperBound...]
            return cue.text.utf16.distance(from: cue.text.startIndex, to: found.upperBound)
        }
    }
}
