/// Tones as they sound in context: 一, 不, neutral tones and third tones.
///
/// espeak turns a third tone before another into a second one by itself, but from left to right and
/// without regard to words. Here it is done by words, and nothing is left for espeak to change: no
/// two third tones are neighbours in the result.
struct ToneSandhi {
    let run: HanRun
    /// The words of the dictionary, and the larger ones they make.
    let parts: [WordLattice.Word]
    let words: [WordLattice.Word]

    func apply(to syllables: inout [String?]) {
        for index in run.chars.indices where run.chars[index].reading == nil {
            switch run[index] {
            case Self.oneScalar: syllables[index] = one(at: index, syllables)
            case Self.notScalar: syllables[index] = not(at: index, syllables)
            default: break
            }
        }
        thirdTones(&syllables)
    }

    /// 一: first tone in numbers, orders and at the end; else second before a fourth tone, fourth
    /// before others.
    private func one(at index: Int, _ syllables: [String?]) -> String {
        if isBetweenVerbs(index) { return "yi5" }
        if isNumeral(at: index) || isOrder(at: index) || endsWord(index) { return "yi1" }
        guard let next = tone(at: index + 1, syllables) else { return "yi1" }
        return next == 4 ? "yi2" : "yi4"
    }

    private func isNumeral(at index: Int) -> Bool {
        if run.chars[index].kind == .figure { return true }
        let (before, after) = (run[index - 1], run[index + 1])
        if run.chars[index].kind == .cardinal, after == 0x70B9 { return true }
        if Numerals.powers.contains(after), after != 0x5341 { return false }
        if before == Self.than, Numerals.isNumeral(run[index - 2]) { return true }
        if run.chars[index].kind == .cardinal, before == 0x4E4B || before == 0x70B9 { return true }
        return Numerals.isNumeral(before) || Numerals.plain.contains(after) || after == 0x5341
    }

    /// 看一看, but not 步一步 of 一步一步.
    private func isBetweenVerbs(_ index: Int) -> Bool {
        run.chars[index].kind == .written && run[index - 1] != 0 && run[index - 1] == run[index + 1]
            && run[index - 2] != Self.oneScalar && !Numerals.isNumeral(run[index - 1])
            && !Numerals.isNumeral(run[index + 2])
    }

    private static let oneScalar: UInt32 = 0x4E00
    private static let notScalar: UInt32 = 0x4E0D
    private static let than: UInt32 = 0x6BD4
    private static let orderBefore = scalars("第初周")
    private static let orderAfter = scalars("月号楼级班线流等")
    private static let month: UInt32 = 0x6708
    private static let day: UInt32 = 0x65E5

    private func isOrder(at index: Int) -> Bool {
        run.contains(index - 1, Self.orderBefore) || run.contains(index + 1, Self.orderAfter)
            || run[index - 1] == Self.month && run[index + 1] == Self.day
    }

    private func endsWord(_ index: Int) -> Bool {
        words.contains {
            $0.range.count > 1 && $0.range.upperBound == index + 1 && $0.range.contains(index)
        }
    }

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }

    /// What can be possible or impossible, and what comes of it: 看不见, 起不来.
    private static let actions = scalars("吃看听说走跑起过来买做办忘受离拿想猜睡找坐站回出进记认改放打吹推搬背数写读养付用挡忍管跟赶等合靠顾抵合")
    private static let results = scalars("来去起下到了动完见着住开出进过掉清及拢")

    /// 不: light inside 好不好 and 看不见, second tone before a fourth.
    private func not(at index: Int, _ syllables: [String?]) -> String {
        if syllables[index] == "bu5" { return "bu5" }
        if run.contains(index - 1, Self.actions), run.contains(index + 1, Self.results) {
            return "bu5"
        }
        if run[index - 1] != 0, run[index - 1] == run[index + 1] { return "bu5" }
        return tone(at: index + 1, syllables) == 4 ? "bu2" : "bu4"
    }

    /// The tone a following syllable counts with: 个 is a fourth tone even where it is light.
    private func tone(at index: Int, _ syllables: [String?]) -> Int? {
        guard syllables.indices.contains(index), let syllable = syllables[index] else { return nil }
        return run[index] == 0x4E2A || run[index] == 0x500B ? 4 : syllable.tone
    }

    /// Inside words first, then between them, always from the right: 买|雨伞 is mai3 yu2 san3.
    private func thirdTones(_ syllables: inout [String?]) {
        for word in parts + words where word.range.count > 1 {
            if word.range.count == 3, isLeftBranching(word.range, syllables) {
                for index in word.range.dropLast() {
                    syllables[index] = syllables[index]?.withTone(2)
                }
            } else {
                soften(word.range, &syllables)
            }
        }
        soften(0..<run.chars.count, &syllables)
    }

    /// Whether three third tones are 手写|体 (both change), not 纸|老虎.
    private func isLeftBranching(_ range: Range<Int>, _ syllables: [String?]) -> Bool {
        guard range.allSatisfy({ syllables[$0]?.tone == 3 && run.chars[$0].reading == nil }) else {
            return false
        }
        return !isWord(range.dropFirst()) || isWord(range.dropLast())
    }

    private func isWord(_ range: Range<Int>) -> Bool {
        let units = range.map { UInt16(truncatingIfNeeded: run[$0]) }
        return WordBreaks.ends(of: units, locale: "zh") == [units.count]
    }

    /// A third tone before one that still is a third becomes a second.
    private func soften(_ range: Range<Int>, _ syllables: inout [String?]) {
        for index in range.dropLast().reversed() {
            guard run.chars[index].reading == nil, let this = syllables[index], this.tone == 3,
                let next = syllables[index + 1], next.tone == 3
            else { continue }
            syllables[index] = this.withTone(2)
        }
    }
}
