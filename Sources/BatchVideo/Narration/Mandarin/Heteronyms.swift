/// Chooses how each character of a run is read.
struct Heteronyms {
    let run: HanRun
    let words: [WordLattice.Word]
    let table: ReadingTable

    /// One syllable per character, before sandhi; nil for what has no reading.
    func syllables() -> [String?] {
        var out = [String?](repeating: nil, count: run.chars.count)
        for word in words {
            switch word.source {
            case .fixed: for index in word.range { out[index] = fixed(index) }
            case .own(let syllables): for (index, syllable) in zip(word.range, syllables) { out[index] = syllable }
            case .phrase(let entry): read(word.range, phrase: entry, into: &out)
            case .single, .unread: for index in word.range { out[index] = single(index) }
            }
        }
        return out
    }

    private func fixed(_ index: Int) -> String? {
        let char = run.chars[index]
        if let reading = char.reading { return reading }
        return char.scalar == 0x5E7A ? "yao1" : single(index)
    }

    private func read(_ range: Range<Int>, phrase entry: Int, into out: inout [String?]) {
        let syllables = table.reading(ofPhrase: entry)
        for (place, index) in range.enumerated() {
            out[index] = syllables?[place] ?? table.reading(of: run[index])
        }
    }

    private func single(_ index: Int) -> String? {
        ContextRules.reading(at: index, in: run) ?? table.reading(of: run[index])
    }
}
