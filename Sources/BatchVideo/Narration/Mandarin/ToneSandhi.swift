/// Tones as they sound in context: 一, 不, neutral tones and third tones.
///
/// espeak turns a third tone before another into a second one by itself, but from left to right and
/// without regard to words. Here it is done by words, and nothing is left for espeak to change: no two
/// third tones are neighbours in the result.
struct ToneSandhi {
    let run: HanRun
    let words: [WordLattice.Word]
    let table: ReadingTable

    func apply(to syllables: inout [String?]) {
        for index in run.chars.indices where run.chars[index].reading == nil {
            switch run[index] {
            case 0x4E00: syllables[index] = one(at: index, syllables)
            case 0x4E0D: syllables[index] = not(at: index, syllables)
            default: break
            }
        }
        thirdTones(&syllables)
    }

    /// 一: first tone in numbers, orders and at the end; else second before a fourth tone, fourth before others.
    private func one(at index: Int, _ syllables: [String?]) -> String {
        if isNumeral(at: index) || isOrder(at: index) || endsWord(index) { return "yi1" }
        if run[index - 1] != 0, run[index - 1] == run[index + 1] { return "yi5" }
        guard let next = tone(at: index + 1, syllables) else { return "yi1" }
        return next == 4 ? "yi2" : "yi4"
    }

    private func isNumeral(at index: Int) -> Bool {
        if run.chars[index].kind == .figure { return true }
        let (before, after) = (run[index - 1], run[index + 1])
        if run.chars[index].kind == .cardinal, after == 0x70B9 { return true }
        if Numerals.powers.contains(after), after != 0x5341 { return false }
        return Numerals.all.contains(before) || Numerals.figures.contains(after) || after == 0x5341
    }

    private static let orderBefore = Set("第初周".unicodeScalars.map(\.value))
    private static let orderAfter = Set("月日号楼级班线流等".unicodeScalars.map(\.value))

    private func isOrder(at index: Int) -> Bool {
        run.contains(index - 1, Self.orderBefore) || run.contains(index + 1, Self.orderAfter)
    }

    private func endsWord(_ index: Int) -> Bool {
        words.contains { $0.range.count > 1 && $0.range.upperBound == index + 1 && $0.range.contains(index) }
    }

    private func not(at index: Int, _ syllables: [String?]) -> String {
        if run[index - 1] != 0, run[index - 1] == run[index + 1] { return "bu5" }
        return tone(at: index + 1, syllables) == 4 ? "bu2" : "bu4"
    }

    /// The tone a following syllable counts with: 个 is a fourth tone even where it is light.
    private func tone(at index: Int, _ syllables: [String?]) -> Int? {
        guard syllables.indices.contains(index), let syllable = syllables[index] else { return nil }
        return run[index] == 0x4E2A || run[index] == 0x500B ? 4 : syllable.tone
    }

    private func thirdTones(_ syllables: inout [String?]) {
        for word in words where word.range.count > 1 { soften(word.range, &syllables) }
        soften(0..<run.chars.count, &syllables)
    }

    /// From the right: a third tone before one that still is a third becomes a second.
    private func soften(_ range: Range<Int>, _ syllables: inout [String?]) {
        for index in range.dropLast().reversed() {
            guard run.chars[index].reading == nil, let this = syllables[index], this.tone == 3,
                let next = syllables[index + 1], next.tone == 3
            else { continue }
            syllables[index] = this.withTone(2)
        }
    }
}
