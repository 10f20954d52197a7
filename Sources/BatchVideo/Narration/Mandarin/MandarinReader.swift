package import Foundation

/// Reads Chinese text: characters, figures and symbols become pinyin with the tones as spoken.
///
/// In this order: text normalisation (`SpeechNormalizer`), words (`WordLattice`), readings by word
/// and context (`Heteronyms`), neutral tones and tone sandhi (`ToneSandhi`). A value: one reader
/// serves many threads, and the same text always gives the same reading.
package struct MandarinReader: Sendable {
    private let table: ReadingTable

    /// `readings`: what `scripts/readings.py` wrote. Throws `.unavailable` when it is anything
    /// else.
    package init(readings: Data) throws {
        table = try ReadingTable(readings)
    }

    /// Reads one sentence.
    ///
    /// - Parameter lexicon: word -> pinyin with tone digits ("hang2 zhang3"); wins over everything
    ///   and is spoken as written. Entries that are no pinyin (`syllables(of:)` is nil) are passed
    ///   over.
    /// - Returns: phrases and pauses in the order of the text. Ranges are inside `text`, never run
    ///   backwards, and overlap only where several words stand for one number. No pause comes first
    ///   or last.
    package func read(_ text: String, lexicon: [String: String] = [:]) -> [MandarinPhrase] {
        let spoken = SpeechNormalizer.spoken(text, lexicon: ReadingLexicon(lexicon))
        var phrases = PhraseList()
        var run = HanRun()
        for item in spoken.items {
            switch item {
            case .char(let char):
                run.chars.append(char)
            case .boundary:
                run.breaks.insert(run.chars.count)
            case .latin(let text, let range):
                phrases.add(words(of: run))
                run = HanRun()
                phrases.add(latin: text, range)
            case .pause(let ms):
                phrases.add(words(of: run))
                run = HanRun()
                phrases.pause(ms)
            }
        }
        phrases.add(words(of: run))
        return phrases.phrases
    }

    /// How many syllables the Mandarin words of `phrases` have.
    package static func syllableCount(_ phrases: [MandarinPhrase]) -> Int {
        phrases.reduce(0) { sum, phrase in
            guard case .words(let words) = phrase else { return sum }
            return sum + words.reduce(0) { $0 + $1.syllables.count }
        }
    }

    /// The syllables of a reading as a user writes it, "hang2 zhang3" or "háng zhǎng"; nil if it is
    /// no pinyin.
    package static func syllables(of reading: String) -> [String]? {
        PinyinSpelling.syllables(of: reading)
    }

    private func words(of run: HanRun) -> [PinyinWord] {
        var run = run
        if run.chars.contains(where: { !table.isInPhrases($0.scalar) }) { run.simplify() }
        let words = WordLattice(run: run, table: table).words()
        let parts = words.flatMap(\.parts)
        var syllables = Heteronyms(run: run, words: words, table: table).syllables()
        NeutralTones(run: run, words: parts + words).apply(to: &syllables)
        ToneSandhi(run: run, parts: parts, words: words).apply(to: &syllables)
        return WordJoining(run: run).joined(words).compactMap { word in
            let spoken = word.compactMap { syllables[$0] }
            guard !spoken.isEmpty, let last = word.last else { return nil }
            let range = TextRange(run.chars[word.lowerBound].range.start, run.chars[last].range.end)
            return PinyinWord(syllables: spoken, range: range)
        }
    }
}

/// Phrases in order; pauses only between phrases that are heard.
private struct PhraseList {
    private(set) var phrases: [MandarinPhrase] = []
    private var silenceMs = 0

    mutating func add(_ words: [PinyinWord]) {
        if !words.isEmpty { append(.words(words)) }
    }

    mutating func add(latin text: String, _ range: TextRange) {
        append(.latin(text: text, range: range))
    }

    mutating func pause(_ ms: Int) { silenceMs = max(silenceMs, ms) }

    private mutating func append(_ phrase: MandarinPhrase) {
        if silenceMs > 0, !phrases.isEmpty { phrases.append(.pause(ms: silenceMs)) }
        silenceMs = 0
        phrases.append(phrase)
    }
}

/// Characters spoken without a break.
struct HanRun: Sendable {
    var chars: [SpokenChar] = []
    /// Positions no word reaches across.
    var breaks: Set<Int> = []

    /// The scalar at `index`, or 0 outside the run.
    subscript(index: Int) -> UInt32 { chars.indices.contains(index) ? chars[index].scalar : 0 }

    /// Replaces traditional characters by the simplified ones that the dictionary's phrases are
    /// written in.
    mutating func simplify() {
        let simplified = Simplification.simplified(chars.map(\.scalar))
        for (index, scalar) in simplified.enumerated() where scalar != chars[index].scalar {
            chars[index].traditional = chars[index].scalar
            chars[index].scalar = scalar
        }
    }

    func contains(_ index: Int, _ set: Set<UInt32>) -> Bool { set.contains(self[index]) }
}
