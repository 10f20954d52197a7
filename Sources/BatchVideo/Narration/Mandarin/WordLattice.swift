/// Cuts a run into words: the cheapest path over everything that could be one.
///
/// A word of the dictionary, of ICU or a single character costs about one, so few long words win (longest
/// match over the whole run, not from the left only). Ends that ICU's language model does not see cost
/// extra: that decides 和|服务 against 和服|务.
struct WordLattice {
    /// A word and how the dictionary reads it.
    struct Word: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            /// One character, read by context.
            case single
            /// A phrase of the dictionary.
            case phrase(entry: Int)
            /// A phrase of our own (`OwnReadings`).
            case own([String])
            /// Known to ICU only; read like its parts.
            case unread
            /// Part of a number, or of the user's lexicon.
            case fixed
        }

        var range: Range<Int>
        var source: Source
    }

    private enum Cost {
        static let word = 1.0
        /// ICU knows more words than the dictionary, but not their readings.
        static let unread = 1.05
        static let unseenEnd = 0.28
        static let own = 0.95
    }

    let run: HanRun
    let table: ReadingTable
    private let scalars: [UInt32]

    init(run: HanRun, table: ReadingTable) {
        self.run = run
        self.table = table
        scalars = run.chars.map(\.scalar)
    }

    func words() -> [Word] {
        var out: [Word] = []
        var start = 0
        while start < scalars.count {
            let isFixed = isFixed(start)
            var end = start + 1
            while end < scalars.count, self.isFixed(end) == isFixed, !run.breaks.contains(end) { end += 1 }
            out += isFixed ? fixedWords(start..<end) : cheapestPath(start..<end)
            start = end
        }
        return out
    }

    private func isFixed(_ index: Int) -> Bool {
        run.chars[index].kind != .written || run.chars[index].reading != nil
    }

    private func cheapestPath(_ part: Range<Int>) -> [Word] {
        let seen = icuEnds(part)
        var best = [Double](repeating: .infinity, count: part.count + 1)
        var step = [Word?](repeating: nil, count: part.count + 1)
        best[0] = 0
        for start in part {
            let before = best[start - part.lowerBound]
            candidates(from: start, in: part, seen: seen) { word, price in
                let end = word.range.upperBound
                let unseen = (seen.contains(start) ? 0 : 1) + (seen.contains(end) ? 0 : 1)
                let total = before + price + Cost.unseenEnd * Double(unseen)
                if total < best[end - part.lowerBound] {
                    best[end - part.lowerBound] = total
                    step[end - part.lowerBound] = word
                }
            }
        }
        var path: [Word] = []
        var end = part.count
        while end > 0, let word = step[end] {
            path.append(word)
            end = word.range.lowerBound - part.lowerBound
        }
        return path.reversed()
    }

    private func candidates(
        from start: Int, in part: Range<Int>, seen: Set<Int>, offer: (Word, Double) -> Void
    ) {
        offer(Word(range: start..<start + 1, source: .single), Cost.word)
        for (length, syllables) in OwnReadings.phrases(in: scalars, from: start, to: part.upperBound) {
            offer(Word(range: start..<start + length, source: .own(syllables)), Cost.own)
        }
        table.phrases(in: scalars, from: start, to: part.upperBound) { entry, length in
            offer(Word(range: start..<start + length, source: .phrase(entry: entry)), Cost.word)
        }
        if seen.contains(start), let end = (start + 2..<part.upperBound + 1).first(where: seen.contains),
            !seen.contains(start + 1)
        {
            offer(Word(range: start..<end, source: .unread), Cost.unread)
        }
    }

    /// ICU's word ends inside `part`, its first position included.
    private func icuEnds(_ part: Range<Int>) -> Set<Int> {
        var units: [UInt16] = []
        var position: [Int: Int] = [0: part.lowerBound]
        for index in part {
            if let scalar = Unicode.Scalar(scalars[index]) { units.append(contentsOf: UTF16.encode(scalar)!) }
            position[units.count] = index + 1
        }
        let ends = WordBreaks.ends(of: units, locale: "zh").compactMap { position[$0] }
        return Set(ends).union([part.lowerBound, part.upperBound])
    }

    /// Numbers in stretches of up to four syllables, lexicon words whole.
    private func fixedWords(_ part: Range<Int>) -> [Word] {
        var out: [Word] = []
        var start = part.lowerBound
        for index in part.dropFirst() where endsFixedWord(from: start, before: index) {
            out.append(Word(range: start..<index, source: .fixed))
            start = index
        }
        return out + [Word(range: start..<part.upperBound, source: .fixed)]
    }

    private func endsFixedWord(from start: Int, before index: Int) -> Bool {
        let (last, next) = (run.chars[index - 1], run.chars[index])
        if next.isWordStart || (last.reading == nil) != (next.reading == nil) { return true }
        if next.reading != nil { return false }
        if last.range != next.range || last.kind != next.kind { return true }
        if Numerals.ends.contains(last.scalar) { return true }
        if Numerals.powers.contains(next.scalar) { return false }
        let isPairNext = Numerals.powers.contains(run[index + 1])
        return index - start >= (isPairNext ? 3 : 4)
    }
}

/// Characters numbers are made of.
enum Numerals {
    static let figures = Set("零〇一二三四五六七八九两幺".unicodeScalars.map(\.value))
    static let powers = Set("十百千万亿".unicodeScalars.map(\.value))
    /// A number's word ends after these.
    static let ends = Set("万亿点之到".unicodeScalars.map(\.value))
    static let all = figures.union(powers).union("几数多半".unicodeScalars.map(\.value))
}
