/// Divides a title into up to four lines, by sense and so that its letters become large.
package struct CoverLines: Sendable {
    package static let most = 4

    /// Width of the room over its height, in lines of text.
    private let shape: Double
    private let language: Language

    /// Height of a line over that of a square character.
    private static let leading = 1.22
    /// What share of its size a line gives up for a break that costs one more. Words that spaces part
    /// may stand apart more freely, and a narrow cover needs more lines.
    private var senseWeight: Double { (language.isIdeographic ? 0.3 : 0.09) * (shape < 1 ? 0.5 : 1) }
    private static let unevenWeight = 0.12
    /// Divisions are tried at no more than this many places.
    private static let mostTokens = 48

    /// - Parameter size: of the cover.
    package init(_ size: PixelSize, language: Language? = nil, title: String) {
        shape = Double(size.width) / Double(size.height)
        self.language = language ?? .detect(in: title)
        tokens = Self.tokens(of: title, self.language)
    }

    private struct Token {
        var text: String
        /// Of a line that ends after it.
        var cost: Double
        var columns: Double
        /// Of these at its end, those that are not shown when it ends a line.
        var hidden: Double
    }

    private let tokens: [Token]

    /// The lines as they are to be drawn; at least one, empty for an empty title.
    package var lines: [String] {
        var best: (score: Double, breaks: [Int]) = (-.infinity, [])
        func consider(_ breaks: [Int]) {
            let score = score(breaks)
            if score > best.score { best = (score, breaks) }
        }
        let places = 1..<max(tokens.count, 1)
        consider([])
        for a in places {
            consider([a])
            for b in places where b > a {
                consider([a, b])
                for c in places where c > b { consider([a, b, c]) }
            }
        }
        return texts(best.breaks)
    }

    private func texts(_ breaks: [Int]) -> [String] {
        let borders = [0] + breaks + [tokens.count]
        return zip(borders, borders.dropFirst()).map { start, end in
            Self.shown(tokens[start..<end].map(\.text).joined())
        }
    }

    /// The size that letters get, less what the breaks cost the reader.
    private func score(_ breaks: [Int]) -> Double {
        var (widest, narrowest) = (0.0, Double.infinity)
        var start = 0
        for end in breaks + [tokens.count] {
            var width = 0.0
            for token in tokens[start..<end] { width += token.columns }
            width -= tokens[start..<end].last?.hidden ?? 0
            widest = max(widest, width)
            narrowest = min(narrowest, width)
            start = end
        }
        // A picture's width holds `shape` heights; a column is half a character.
        let byWidth = shape * 0.88 / max(widest / 2, 1)
        let byHeight = 0.82 / (Double(breaks.count + 1) * Self.leading)
        let size = min(byWidth, byHeight, 0.3)
        let sense = breaks.reduce(0) { $0 + tokens[$1 - 1].cost }
        let uneven = 1 - narrowest / max(widest, 1)
        return Double.log(max(size, 1e-6)) - senseWeight * sense - Self.unevenWeight * uneven
    }

    /// Commas, colons and full stops are not wanted at a line's end; nor is white space.
    private static func shown(_ text: String) -> String {
        var line = text[...]
        while let first = line.first, first.isWhitespace { line.removeFirst() }
        while let last = line.last, last.isWhitespace || "，,；;：:、。.|｜".contains(last) {
            line.removeLast()
        }
        return String(line)
    }

    private static func tokens(of title: String, _ language: Language) -> [Token] {
        let flat = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let pieces = pieces(of: flat, language)
        return pieces.enumerated().map { index, piece in
            let next = index + 1 < pieces.count ? pieces[index + 1] : ""
            let cost = language.primary == "ja" ? japaneseCost(between: piece, next) : cost(between: piece, next)
            // Letters are a little wider than half a square.
            let share = piece.contains(where: \.isCJK) ? 1 : 1.12
            func columns(_ text: String) -> Double {
                Double(TextWidth.columns(text, ideographic: language.isIdeographic)) * share
            }
            return Token(
                text: piece, cost: cost, columns: columns(piece),
                hidden: columns(piece) - columns(shown(piece)))
        }
    }

    /// Words with their marks and spaces, where a line may end after each.
    private static func pieces(of text: String, _ language: Language) -> [String] {
        let units = Array(text.utf16)
        let lines = Set(TextBreaks.offsets(.line, in: text, locale: language.tag))
        // Korean words end at spaces only.
        let isKorean = language.primary == "ko"
        let words = isKorean ? [] : TextBreaks.offsets(.word, in: text, locale: language.tag)
        let borders = (words + spaces(units)).sorted()
        var pieces: [String] = []
        var start = 0
        for end in borders + [units.count] where end > start && (lines.contains(end) || end == units.count) {
            let piece = String(decoding: units[start..<end], as: UTF16.self)
            start = end
            if let last = pieces.last, Glue.joins(last, piece) || pieces.count >= mostTokens {
                pieces[pieces.count - 1] = last + piece
            } else {
                pieces.append(piece)
            }
        }
        return pieces
    }

    private static func spaces(_ units: [UInt16]) -> [Int] {
        units.indices.filter { units[$0] == 0x20 }.map { $0 + 1 }
    }

    /// As captions have it, and dearer where a line of four words should not end.
    private static func cost(between left: String, _ right: String) -> Double {
        if left.last == "|" || left.last == "｜" { return 0 }
        let cost = BreakCost.between(left, right)
        // 三样|东西, 越来越|多.
        let isMeasure = left.wholeMatch(of: /.*[0-9一二两三四五六七八九十几][样件种个条类句位本招]/) != nil
        if isMeasure || left.hasSuffix("越来越") { return max(cost, 3) }
        let isBound = right.count == 2 && HanWords.isBound(String(right.prefix(1)), before: String(right.suffix(1)))
        if isBound { return 5 }
        return HanWords.isPair(left, right) ? max(cost, 3.2) : cost
    }

    /// Phrases end before a word that is not written in hiragana.
    private static func japaneseCost(between left: String, _ right: String) -> Double {
        guard !left.endsClause else { return 0.2 }
        guard let first = right.unicodeScalars.first, !(0x3041...0x309F).contains(first.value) else { return 3.4 }
        // は and を close a phrase better than an adjective's ending, which leans on its noun.
        return left.last.map { "はがをにでとも".contains($0) } == true ? 1 : 2
    }
}

extension String {
    fileprivate var endsClause: Bool {
        last { !$0.isWhitespace }.map { "。！？!?…；;，,：:、」』".contains($0) } ?? false
    }
}
