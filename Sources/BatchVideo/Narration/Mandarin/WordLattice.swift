/// Cuts a run into words: the cheapest path over everything that could be one.
///
/// A word of the dictionary, of ICU or a single character costs about one, so few long words win
/// (longest match over the whole run, not from the left only). Ends that ICU's language model does
/// not see cost extra: that decides 和|服务 against 和服|务.
struct WordLattice {
    /// A word and how the dictionary reads it.
    struct Word: Sendable {
        enum Source: Sendable {
            /// One character, read by context.
            case single
            /// A phrase of the dictionary.
            case phrase(entry: Int)
            /// A phrase of our own (`OwnReadings`).
            case own(OwnReadings.Entry)
            /// Known to ICU only; read like its parts.
            case compound([Word])
            /// Figures written in characters: 二〇二四.
            case figures
            /// Part of a number, or of the user's lexicon.
            case fixed
        }

        var range: Range<Int>
        var source: Source

        /// The words it is read by: itself, or its parts.
        var parts: [Word] { if case .compound(let parts) = source { parts } else { [self] } }
        /// Stands by itself in the text.
        var isSingle: Bool { if case .single = source { true } else { false } }
        var isFixed: Bool { if case .fixed = source { true } else { false } }
    }

    private enum Cost {
        static let word = 1.0
        /// ICU knows more words than the dictionary, but not their readings.
        static let compound = 1.05
        static let unseenEnd = 0.28
        static let own = 0.88
    }

    /// Longer words of ICU's are not taken whole.
    private static let maxCompound = 12

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
            while end < scalars.count, self.isFixed(end) == isFixed, !run.breaks.contains(end) {
                end += 1
            }
            out +=
                isFixed
                ? fixedWords(start..<end) : cheapestPath(start..<end, seen: icuEnds(start..<end))
            start = end
        }
        return out
    }

    private func isFixed(_ index: Int) -> Bool {
        run.chars[index].kind != .written || run.chars[index].reading != nil
    }

    private func cheapestPath(_ part: Range<Int>, seen: Set<Int>) -> [Word] {
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
        for entry in OwnReadings.entries(in: scalars, from: start, to: part.upperBound) {
            offer(Word(range: start..<start + entry.word.count, source: .own(entry)), Cost.own)
        }
        if let length = figureCount(from: start, to: part.upperBound) {
            offer(Word(range: start..<start + length, source: .figures), Cost.own)
        }
        table.phrases(in: scalars, from: start, to: part.upperBound) { entry, length in
            offer(Word(range: start..<start + length, source: .phrase(entry: entry)), Cost.word)
        }
        let reach = min(start + Self.maxCompound, part.upperBound)
        if seen.contains(start), start + 1 < reach, !seen.contains(start + 1),
            let end = (start + 2...reach).first(where: seen.contains)
        {
            let parts = cheapestPath(start..<end, seen: Set(start...end))
            offer(Word(range: start..<end, source: .compound(parts)), Cost.compound)
        }
    }

    /// Figures written in a row, as in 二〇二四年, at most four of them.
    private func figureCount(from start: Int, to end: Int) -> Int? {
        let count = (start..<min(end, start + 4)).prefix { Numerals.plain.contains(scalars[$0]) }
            .count
        return count >= 2 ? count : nil
    }

    /// ICU's word ends inside `part`, its first position included.
    private func icuEnds(_ part: Range<Int>) -> Set<Int> {
        var units: [UInt16] = []
        var position: [Int: Int] = [0: part.lowerBound]
        for index in part {
            if let scalar = Unicode.Scalar(scalars[index]) {
                units.append(contentsOf: UTF16.encode(scalar)!)
            }
            position[units.count] = index + 1
        }
        let ends = WordBreaks.ends(of: units, locale: "zh").compactMap { position[$0] }
        return Set(ends).union([part.lowerBound, part.upperBound])
    }

    /// Numbers in stretches of a few syllables, lexicon words whole.
    private func fixedWords(_ part: Range<Int>) -> [Word] {
        var out: [Word] = []
        var start = part.lowerBound
        while start < part.upperBound {
            let end = (start + 1..<part.upperBound).first { changes(before: $0) } ?? part.upperBound
            for range in run.chars[start].kind == .figure
                ? figureWords(start..<end) : numberWords(start..<end)
            {
                out.append(Word(range: range, source: .fixed))
            }
            start = end
        }
        return out
    }

    /// Whether the number or lexicon word before `index` is not the one at `index`.
    private func changes(before index: Int) -> Bool {
        let (last, next) = (run.chars[index - 1], run.chars[index])
        if next.reading != nil || last.reading != nil {
            return next.isWordStart || (last.reading == nil) != (next.reading == nil)
        }
        return last.range != next.range || last.kind != next.kind
    }

    /// Figures in groups of equal length, at most four: 五|六|七 digits are 3+2, 3+3, 4+3.
    private func figureWords(_ range: Range<Int>) -> [Range<Int>] {
        let count = (range.count + 3) / 4
        let size = (range.count + count - 1) / count
        return stride(from: range.lowerBound, to: range.upperBound, by: size).map {
            $0..<min($0 + size, range.upperBound)
        }
    }

    /// "一千二百|三十四|点五", "十八点|三十分".
    private func numberWords(_ range: Range<Int>) -> [Range<Int>] {
        guard run.chars[range.lowerBound].reading == nil else { return [range] }
        var out: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.dropFirst()
        where startsNumberWord(index, length: index - start, in: range) {
            out.append(start..<index)
            start = index
        }
        return out + [start..<range.upperBound]
    }

    private func startsNumberWord(_ index: Int, length: Int, in range: Range<Int>) -> Bool {
        if run[index] == Numerals.per || Numerals.ends.contains(run[index - 1]) { return true }
        let isNumeral = Numerals.isNumeral(run[index])
        let followsNumeral = Numerals.isNumeral(run[index - 1])
        if isNumeral, !followsNumeral { return length >= 2 }
        guard Numerals.figures.contains(run[index]) else {
            return length >= 4 && followsNumeral != isNumeral
        }
        let isPair = index + 1 < range.upperBound && Numerals.powers.contains(run[index + 1])
        return isPair && length >= 3 || length >= 4
    }
}

/// Characters numbers are made of.
enum Numerals {
    static let figures = Set("零〇一二三四五六七八九两幺".unicodeScalars.map(\.value))
    static let plain = Set("零〇一二三四五六七八九".unicodeScalars.map(\.value))
    static let powers = Set("十百千万亿".unicodeScalars.map(\.value))
    /// A number's word ends after these.
    static let ends = Set("万亿之到".unicodeScalars.map(\.value))
    /// 每
    static let per: UInt32 = 0x6BCF
    /// What a measure word follows.
    static let all = figures.union(powers).union("几数多半".unicodeScalars.map(\.value))

    static func isNumeral(_ scalar: UInt32) -> Bool {
        figures.contains(scalar) || powers.contains(scalar)
    }
}
