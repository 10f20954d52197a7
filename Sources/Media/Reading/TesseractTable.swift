import BatchVideo

/// What tesseract prints with `tsv`: a row per box; words are those with a text.
struct TesseractTable {
    struct Word: Equatable {
        var text: String
        /// 0 ... 100.
        var confidence: Double
        /// Pixels.
        var height: Int
    }

    private(set) var words: [Word] = []

    init(_ text: String) {
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count >= 12, let height = Int(cells[9]), let confidence = Double(cells[10]) else {
                continue
            }
            let word = cells[11].trimming { $0.isWhitespace || !($0.isLetter || $0.isNumber) }
            if !word.isEmpty { words.append(Word(text: word, confidence: confidence, height: height)) }
        }
    }

    /// Words that are surely writing: neither tiny nor as high as a quarter of the picture, Chinese read
    /// with at least 70 % confidence, Latin with 85 % and three letters or two digits in a row.
    ///
    /// - Parameter side: the picture's longer side in pixels.
    func texts(side: Int) -> [FoundText] {
        words.filter { word in
            let share = Double(word.height) / Double(side)
            guard (0.011...0.25).contains(share) else { return false }
            if word.text.contains(where: \.isCJK) { return word.confidence >= 70 }
            return word.confidence >= 85 && Self.isWord(word.text)
        }.map { FoundText(text: $0.text, confidence: $0.confidence / 100) }
    }

    private static func isWord(_ text: String) -> Bool {
        guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "'-.&:/".contains($0)) }) else {
            return false
        }
        return text.split { !$0.isLetter }.contains { $0.count >= 3 }
            || text.split { !$0.isNumber }.contains { $0.count >= 2 }
    }
}

extension Substring {
    fileprivate func trimming(_ isIdle: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, isIdle(last) { rest.removeLast() }
        while let first = rest.first, isIdle(first) { rest.removeFirst() }
        return String(rest)
    }
}
