/// Film time inside one narrated sentence: when any part of its text is spoken.
///
/// Made from the words' times; between words, and inside a word, time runs evenly over the text.
/// Words out of order or outside the text are put right, never trusted.
struct WordClock {
    let words: [TimedWord]
    private let anchors: [(offset: Int, ms: Double)]

    init(_ narrated: NarratedSentence) {
        let count = narrated.sentence.text.utf16.count
        words = Self.ordered(narrated.words, count: count)
        let start = Double(narrated.span.start.ms)
        var anchors = [(offset: 0, ms: min(start, words.first.map { Double($0.span.start.ms) } ?? start))]
        for word in words {
            anchors.append((word.range.start, Double(word.span.start.ms)))
            anchors.append((word.range.end, Double(word.span.end.ms)))
        }
        let last = anchors[anchors.count - 1].ms
        anchors.append((count, max(last, words.isEmpty ? Double(narrated.span.end.ms) : last)))
        self.anchors = anchors
    }

    /// From the first to the last sound of the words in `range`; where it holds none, the stretch of
    /// silence that its place in the text answers to.
    func span(of range: TextRange) -> TimeSpan {
        let inside = words.filter { $0.range.start < range.end && range.start < $0.range.end }
        let start = max(range.start, inside.first?.range.start ?? range.start)
        let end = min(range.end, inside.last?.range.end ?? range.end)
        let startMs = inside.first.map { $0.range.start >= start ? $0.span.start.ms : nil } ?? nil
        let endMs = inside.last.map { $0.range.end <= end ? $0.span.end.ms : nil } ?? nil
        let from = startMs ?? time(at: start)
        return TimeSpan(startMs: from, endMs: max(from, endMs ?? time(at: end)))
    }

    private func time(at offset: Int) -> Int {
        guard let next = anchors.firstIndex(where: { $0.offset >= offset }), next > 0 else {
            return Int((anchors.first?.ms ?? 0).rounded())
        }
        let (a, b) = (anchors[next - 1], anchors[next])
        let share = b.offset > a.offset ? Double(offset - a.offset) / Double(b.offset - a.offset) : 0
        return Int((a.ms + (b.ms - a.ms) * share).rounded())
    }

    /// The words in text order, inside the text, neither overlapping nor running back in time.
    private static func ordered(_ words: [TimedWord], count: Int) -> [TimedWord] {
        var out: [TimedWord] = []
        for word in words.sorted(by: { $0.range.start < $1.range.start }) {
            let from = max(word.range.start, out.last?.range.end ?? 0)
            let range = TextRange(from, min(word.range.end, count))
            guard !range.isEmpty else { continue }
            let start = max(word.span.start.ms, out.last?.span.end.ms ?? word.span.start.ms)
            let span = TimeSpan(startMs: start, endMs: max(start, word.span.end.ms))
            out.append(TimedWord(range: range, span: span))
        }
        return out
    }
}
