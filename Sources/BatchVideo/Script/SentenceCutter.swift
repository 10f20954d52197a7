/// Cuts a sentence that is too long to be spoken in one piece at its best clause breaks.
struct SentenceCutter {
    /// Longest piece in columns (`TextWidth`): 120 Chinese characters, 300 Latin letters.
    let maxColumns: Int
    let language: Language

    init(language: Language) {
        self.language = language
        maxColumns = language.isIdeographic ? 240 : 300
    }

    /// The pieces in order; together they are the sentence.
    func pieces(of sentence: String) -> [String] {
        let width = TextWidth.columns(sentence, ideographic: true)
        guard width > maxColumns else { return [sentence] }
        let breaks = candidates(in: sentence)
        let count = (width + maxColumns - 1) / maxColumns
        let target = Double(width) / Double(count)
        var pieces: [String] = []
        var start = Break(offset: 0, columns: 0, cost: 0)
        while width - start.columns > maxColumns,
            let cut = best(breaks, after: start, target: target)
        {
            pieces.append(sentence[TextRange(start.offset, cut.offset)])
            start = cut
        }
        return pieces + [sentence[TextRange(start.offset, sentence.utf16.count)]]
    }

    private struct Break {
        /// UTF-16 offset in the sentence.
        var offset: Int
        /// Width of everything before it.
        var columns: Int
        var cost: Double
    }

    /// The break that ends a piece best: a strong border near the target length.
    private func best(_ breaks: [Break], after start: Break, target: Double) -> Break? {
        let within = breaks.filter {
            $0.columns > start.columns && $0.columns - start.columns <= maxColumns
        }
        return within.min { score($0, start, target) < score($1, start, target) }
    }

    private func score(_ cut: Break, _ start: Break, _ target: Double) -> Double {
        let off = (Double(cut.columns - start.columns) - target) / target
        return cut.cost + 6 * off * off
    }

    /// All places where the sentence may be cut; inside a word only if there is no other place.
    private func candidates(in sentence: String) -> [Break] {
        let locale = language.tag
        let lines = Set(TextBreaks.offsets(.line, in: sentence, locale: locale))
        let words = Set(TextBreaks.offsets(.word, in: sentence, locale: locale))
        var breaks: [Break] = []
        var offset = 0
        var columns = 0
        var lastVisible: Character = " "
        for character in sentence {
            if offset > 0 {
                let isBorder = lines.contains(offset) && words.contains(offset)
                let cost = isBorder ? Self.cost(after: lastVisible) : 20
                breaks.append(Break(offset: offset, columns: columns, cost: cost))
            }
            offset += character.utf16.count
            columns += TextWidth.columns(character, ideographic: true)
            if !character.isWhitespace, !character.isClosingBracket { lastVisible = character }
        }
        return breaks
    }

    private static func cost(after character: Character) -> Double {
        switch character {
        case "。", "！", "？", "!", "?", "…", ".": 0
        case "；", ";": 0.2
        case "，", ",", "：", ":", "—": 1
        case "、": 2
        default: 4
        }
    }
}
