/// Readings of our own, where the dictionary has none or an outdated one.
enum OwnReadings {
    /// The entries that start at `start`: their lengths and readings.
    static func phrases(in text: [UInt32], from start: Int, to end: Int) -> [(length: Int, syllables: [String])] {
        (entries[text[start]] ?? []).filter { entry in
            start + entry.word.count <= end && entry.word.indices.allSatisfy { text[start + $0] == entry.word[$0] }
        }.map { ($0.word.count, $0.syllables) }
    }

    private static let entries: [UInt32: [(word: [UInt32], syllables: [String])]] = {
        var table: [UInt32: [(word: [UInt32], syllables: [String])]] = [:]
        for line in list.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let word = fields.first?.unicodeScalars.map(\.value), let first = word.first else { continue }
            table[first, default: []].append((word, fields.dropFirst().map(String.init)))
        }
        return table
    }()

    private static let list = """
        哪里 na2 li3
        小姐 xiao2 jie5
        """
}
