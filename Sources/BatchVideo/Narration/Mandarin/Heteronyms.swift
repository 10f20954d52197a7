/// Chooses how each character of a run is read.
struct Heteronyms {
    let run: HanRun
    /// No compounds among them.
    let words: [WordLattice.Word]
    let table: ReadingTable

    /// One syllable per character, before sandhi; nil for what has no reading.
    func syllables() -> [String?] {
        var out = [String?](repeating: nil, count: run.chars.count)
        for (place, word) in words.enumerated() {
            switch word.source {
            case .fixed, .figures:
                for index in word.range { out[index] = fixed(index) }
            case .own(let entry):
                for (index, syllable) in zip(word.range, entry.syllables) {
                    out[index] = syllable ?? own(index)
                }
            case .phrase(let entry):
                read(word.range, phrase: entry, into: &out)
            case .single:
                out[word.range.lowerBound] = isAdverbMark(place) ? "de5" : own(word.range.lowerBound)
            case .compound:
                break
            }
        }
        return out
    }

    private func fixed(_ index: Int) -> String? {
        let char = run.chars[index]
        if let reading = char.reading { return reading }
        return char.scalar == Self.yao ? "yao1" : table.reading(of: char.scalar)
    }

    private func read(_ range: Range<Int>, phrase entry: Int, into out: inout [String?]) {
        let syllables = table.reading(ofPhrase: entry)
        for (place, index) in range.enumerated() {
            out[index] = syllables?[place] ?? table.reading(of: run[index])
        }
    }

    /// The reading a character has by itself, in this place.
    private func own(_ index: Int) -> String? {
        ContextRules.shared.reading(at: index, in: run) ?? table.reading(of: run[index])
    }

    /// Whether the word at `place` is the 地 that makes an adverb: 慢慢|地|走, 认真|地|学.
    ///
    /// Nouns in 地 are words of the dictionary, so a 地 left alone after a longer word is one, unless what
    /// follows shows a place.
    private func isAdverbMark(_ place: Int) -> Bool {
        let index = words[place].range.lowerBound
        guard run[index] == Self.di, place > 0, index + 1 < run.chars.count,
            !run.contains(index + 1, Self.afterPlace)
        else { return false }
        let isReduplicated = index >= 2 && run[index - 1] == run[index - 2]
        return isReduplicated || words[place - 1].range.count >= 2 && !run.contains(index - 1, Self.beforePlace)
    }

    private static let di: UInt32 = 0x5730
    private static let yao: UInt32 = 0x5E7A
    private static let afterPlace = Set("的在上下面区方点位里处是为和与及有之中铁块价产皮势形图".unicodeScalars.map(\.value))
    private static let beforePlace = Set("在住源据民生集游的用营基工产属胜圣草土陆湿林耕荒宅场腹盆".unicodeScalars.map(\.value))
}
