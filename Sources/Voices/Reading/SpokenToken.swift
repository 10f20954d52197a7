import BatchVideo

/// Something said in one breath without a space around it, and the source text it stands for.
struct SpokenToken: Hashable, Sendable {
    /// What the engine gets: "two thousand", "yin2hang2".
    var text: String
    /// In the sentence (UTF-16), without punctuation.
    var range: TextRange
}

/// Tokens in order, and the silences between them at speed 1.
struct SpokenText: Hashable, Sendable {
    var tokens: [SpokenToken] = []
    /// Milliseconds of silence after the token with this index.
    var pauses: [Int: Int] = [:]

    /// Marks a silence after the last token; the longest of several marks counts.
    mutating func pause(_ ms: Int) {
        guard !tokens.isEmpty else { return }
        pauses[tokens.count - 1] = max(pauses[tokens.count - 1] ?? 0, ms)
    }
}
