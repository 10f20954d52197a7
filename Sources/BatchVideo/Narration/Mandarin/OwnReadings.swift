/// Readings of our own: words the dictionary lacks, or reads by an older standard.
enum OwnReadings {
    struct Entry: Sendable {
        var word: [UInt32]
        /// One per character; nil where the character keeps its own.
        var syllables: [String?]
    }

    /// The entries that start at `start`.
    static func entries(in text: [UInt32], from start: Int, to end: Int) -> [Entry] {
        (entries[text[start]] ?? []).filter { entry in
            start + entry.word.count <= end
                && entry.word.indices.allSatisfy { text[start + $0] == entry.word[$0] }
        }
    }

    /// Every entry, for tests.
    static var all: [Entry] { entries.values.flatMap(\.self) }

    private static let entries: [UInt32: [Entry]] = {
        var table: [UInt32: [Entry]] = [:]
        for line in words.split(separator: ",") {
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard let word = fields.first?.unicodeScalars.map(\.value), let first = word.first
            else { continue }
            let syllables = fields.dropFirst().map { $0 == "-" ? nil : String($0) }
            table[first, default: []].append(Entry(word: word, syllables: syllables))
        }
        return table
    }()
}
