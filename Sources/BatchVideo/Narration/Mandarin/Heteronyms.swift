/// Chooses how each character of a run is read.
struct Heteronyms {
    let run: HanRun
    /// The words of the dictionary and single characters that cover the run.
    let parts: [WordLattice.Word]
    let table: ReadingTable
    /// Length of the word that ends before a position.
    private let lengthBefore: [Int: Int]

    init(run: HanRun, words: [WordLattice.Word], table: ReadingTable) {
        self.run = run
        self.table = table
        parts = words.flatMap(\.parts)
        lengthBefore = Dictionary(
            words.map { ($0.range.upperBound, $0.range.count) },
            uniquingKeysWith: { first, _ in first })
    }

    /// One syllable per character, before sandhi; nil for what has no reading.
    func syllables() -> [String?] {
        var out = [String?](repeating: nil, count: run.chars.count)
        for word in parts {
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
                out[word.range.lowerBound] =
                    isAdverbMark(word.range.lowerBound) ? "de5" : own(word.range.lowerBound)
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
    ///
    /// A traditional character that is read otherwise than the simplified one by itself stands for
    /// one of its readings only: 髮 is fa4, 隻 is zhi1.
    private func own(_ index: Int) -> String? {
        if let traditional = run.chars[index].traditional,
            let reading = table.reading(of: traditional),
            reading != table.reading(of: run[index])
        {
            return reading
        }
        return ruled(index)
    }

    private func ruled(_ index: Int) -> String? {
        ContextRules.shared.reading(at: index, in: run) ?? table.reading(of: run[index])
    }

    /// Whether the character at `index` is the 地 that makes an adverb: 慢慢|地|走, 认真|地|学.
    ///
    /// Nouns in 地 are words of the dictionary, so a 地 left alone after a longer word is one, unless
    /// what follows shows a place.
    private func isAdverbMark(_ index: Int) -> Bool {
        guard run[index] == Self.di, index > 0, index + 1 < run.chars.count,
            !run.contains(index + 1, Self.afterPlace)
        else { return false }
        let isReduplicated = index >= 2 && run[index - 1] == run[index - 2]
        let isLong = lengthBefore[index].map { $0 >= 2 } ?? false
        return isReduplicated || isLong && !run.contains(index - 1, Self.beforePlace)
    }

    private static let di: UInt32 = 0x5730
    private static let yao: UInt32 = 0x5E7A
    private static let afterPlace = Set("的在上下面区方点位里处是为和与及有之中铁块价产皮势形图".unicodeScalars.map(\.value))
    private static let beforePlace = Set("在住源据民生集游的用营基工产属胜圣草土陆湿林耕荒宅场腹盆".unicodeScalars.map(\.value))
}
