/// The paragraphs of a clean text, each on one line with its white space made single spaces.
///
/// An empty line ends a paragraph and so does a line end, unless the text was wrapped by hand at a
/// fixed width, as e-mails and plain-text books are.
struct Paragraphs {
    let lines: [String]

    init(_ text: CleanText) {
        var lines: [String] = []
        var block: [[Character]] = []
        for line in text.value.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = Self.singleSpaced(line)
            if words.isEmpty {
                lines += Self.paragraphs(of: block)
                block = []
            } else {
                block.append(words)
            }
        }
        self.lines = lines + Self.paragraphs(of: block)
    }

    /// Runs of white space become one space, except ideographic spaces between words, which stay.
    private static func singleSpaced(_ line: Substring) -> [Character] {
        var out: [Character] = []
        for character in line {
            if character.isWhitespace, character != "\u{3000}" {
                if let last = out.last, !last.isWhitespace { out.append(" ") }
            } else if character != "\u{3000}" || !out.isEmpty {
                out.append(character)
            }
        }
        while out.last?.isWhitespace == true { out.removeLast() }
        return out
    }

    private static func paragraphs(of block: [[Character]]) -> [String] {
        guard isHandWrapped(block) else { return block.map { String($0) } }
        var joined = block[0]
        for line in block.dropFirst() {
            let isTight = [joined.last, line.first].contains { $0.map(Self.isWide) ?? false }
            joined += isTight ? line : [" "] + line
        }
        return [String(joined)]
    }

    private static func isWide(_ character: Character) -> Bool {
        TextWidth.columns(character, ideographic: false) == 2
    }

    /// True when every line but the last is 45 to 100 columns wide and one of them stops in
    /// mid-sentence: nobody writes paragraphs like that, but wrapping does.
    private static func isHandWrapped(_ block: [[Character]]) -> Bool {
        let full = block.dropLast()
        guard !full.isEmpty else { return false }
        let isWrapped = full.allSatisfy { line in
            (45...100).contains(TextWidth.columns(String(line), ideographic: true))
        }
        let stopsShort = full.contains { line in
            guard let last = line.last(where: { !$0.isClosingBracket && $0 != "\"" }) else {
                return false
            }
            return !"。！？!?….:：；;".contains(last)
        }
        return isWrapped && stopsShort
    }
}
