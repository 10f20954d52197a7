/// The user's readings, found in the text before anything else is.
struct ReadingLexicon: Sendable {
    private var entries: [UInt32: [(word: [UInt32], syllables: [String])]] = [:]

    /// Longer words are not looked for.
    static let maxWord = 64

    init(_ lexicon: [String: String]) {
        for (word, reading) in lexicon {
            let scalars = SourceText(word).scalars
            guard let first = scalars.first, scalars.count <= Self.maxWord,
                let syllables = PinyinSpelling.syllables(of: reading)
            else { continue }
            entries[first, default: []].append((scalars, syllables))
        }
        for first in entries.keys {
            entries[first]?.sort {
                ($0.word.count, $1.syllables.joined()) > ($1.word.count, $0.syllables.joined())
            }
        }
    }

    /// The longest entry that stands at `at`.
    func entry(at: Int, in source: SourceText) -> (length: Int, syllables: [String])? {
        for (word, syllables) in entries[source[at]] ?? [] where at + word.count <= source.count {
            if word.indices.allSatisfy({ source[at + $0] == word[$0] }) {
                return (word.count, syllables)
            }
        }
        return nil
    }
}
