/// A caption as it was made, and as people want it instead. Times are those of the narration.
package struct CaptionChange: Hashable, Sendable, Codable {
    package struct Caption: Hashable, Sendable, Codable {
        package var span: TimeSpan
        /// Lines with "\n" between them.
        package var text: String

        package init(span: TimeSpan, text: String) {
            self.span = span
            self.text = text
        }
    }

    package var made: Caption
    package var wanted: Caption

    package init(made: Caption, wanted: Caption) {
        self.made = made
        self.wanted = wanted
    }
}

extension Cue {
    package var caption: CaptionChange.Caption {
        CaptionChange.Caption(span: span, text: lines.joined(separator: "\n"))
    }
}

extension CueSheet {
    /// Captions shorter than this cannot be read.
    package static let shortestCaption = MediaTime(ms: 200)

    /// The sheet with what people changed in its captions. A change belongs to the caption that reads as the one it was
    /// made of, the nearest in time of several; when that one was moved by a new narration, the change moves with it.
    ///
    /// - Returns: the sheet; the captions that are wanted, by place; how many changes belong to no caption any more.
    package func changed(
        by changes: [CaptionChange]
    ) -> (sheet: CueSheet, wanted: [Int: CaptionChange.Caption], left: Int) {
        guard !changes.isEmpty else { return (self, [:], 0) }
        var sheet = self
        var wanted: [Int: CaptionChange.Caption] = [:]
        var open = Dictionary(grouping: cues.indices) { cues[$0].caption.text }
        var left = 0
        for change in changes {
            let start = change.made.span.start.ms
            func distance(_ place: Int) -> Int { abs(cues[place].span.start.ms - start) }
            guard let place = open[change.made.text]?.min(by: { distance($0) < distance($1) }) else {
                left += 1
                continue
            }
            open[change.made.text]?.removeAll { $0 == place }
            sheet.cues[place].become(change)
            wanted[place] = sheet.cues[place].caption
        }
        sheet.part()
        return (sheet, wanted, left)
    }

    /// A moved caption ends where the next begins.
    private mutating func part() {
        for place in cues.indices.dropFirst() where cues[place - 1].span.end > cues[place].span.start {
            let earlier = cues[place - 1].span
            if cues[place].span.start - earlier.start >= Self.shortestCaption {
                cues[place - 1].span.end = cues[place].span.start
            } else {
                cues[place].span.start = min(earlier.end, cues[place].span.end - Self.shortestCaption)
                cues[place - 1].span.end = cues[place].span.start
            }
        }
    }
}

extension Cue {
    fileprivate mutating func become(_ change: CaptionChange) {
        let old = span
        let start = span.start.ms + change.wanted.span.start.ms - change.made.span.start.ms
        let end = span.end.ms + change.wanted.span.end.ms - change.made.span.end.ms
        span = TimeSpan(startMs: max(0, start), endMs: max(max(0, start) + CueSheet.shortestCaption.ms, end))
        if change.wanted.text == change.made.text {
            stretch(from: old)
        } else {
            lines = change.wanted.text.split(separator: "\n").map(String.init)
            words = Self.evenWords(of: change.wanted.text, over: span)
        }
    }

    /// Words keep their places within a caption that is now elsewhere.
    private mutating func stretch(from old: TimeSpan) {
        let length = Double(max(1, old.end.ms - old.start.ms))
        let scale = Double(span.end.ms - span.start.ms) / length
        func moved(_ time: MediaTime) -> Int {
            span.start.ms + Int((Double(time.ms - old.start.ms) * scale).rounded())
        }
        for place in words.indices {
            words[place].span = TimeSpan(
                startMs: moved(words[place].span.start), endMs: moved(words[place].span.end))
        }
    }

    /// Nobody spoke a changed text: its words take turns by their length.
    private static func evenWords(of text: String, over span: TimeSpan) -> [TimedWord] {
        let ranges = TextBreaks.words(in: text, locale: "")
        let total = ranges.reduce(0) { $0 + $1.end - $1.start }
        guard total > 0 else { return [] }
        let length = Double(span.end.ms - span.start.ms)
        var before = 0
        return ranges.map { range in
            let start = span.start.ms + Int(length * Double(before) / Double(total))
            before += range.end - range.start
            return TimedWord(
                range: range,
                span: TimeSpan(startMs: start, endMs: span.start.ms + Int(length * Double(before) / Double(total))))
        }
    }
}
