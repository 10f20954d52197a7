/// Looking around in the text; nothing here says anything.
extension SpeechNormalizer {
    /// The end of the figures that start at `at`.
    func digitsEnd(_ at: Int) -> Int {
        var end = at
        while Glyph.isDigit(source[end]) { end += 1 }
        return end
    }

    func digits(_ from: Int, _ to: Int) -> String { source.text(from, to) }

    /// The figures at `at`, when there are exactly `counts` of them.
    func digits(_ at: Int, count counts: ClosedRange<Int>) -> (text: String, value: Int, end: Int)?
    {
        let end = digitsEnd(at)
        guard counts.contains(end - at), let value = Int(digits(at, end)) else { return nil }
        return (digits(at, end), value, end)
    }

    /// The number that starts at `at`: figures, thousands separators, a decimal point.
    func numeral(_ at: Int) -> Numeral? {
        let first = digitsEnd(at)
        guard first > at else { return nil }
        var integer = digits(at, first)
        var end = first
        while first - at <= 3, source[end] == 0x2C, digitsEnd(end + 1) == end + 4 {
            integer += digits(end + 1, end + 4)
            end += 4
        }
        let isGrouped = end > first
        var fraction: String?
        let point = digitsEnd(end + 1)
        if source[end] == 0x2E, point > end + 1,
            !(source[point] == 0x2E && Glyph.isDigit(source[point + 1]))
        {
            fraction = digits(end + 1, point)
            end = point
        }
        return Numeral(
            integer: integer, fraction: fraction, isGrouped: isGrouped, start: at, end: end)
    }

    func skippingSpaces(_ at: Int) -> Int {
        var at = at
        while Glyph.isSpace(source[at]) { at += 1 }
        return at
    }

    /// The last glyph before `at` that is no space; -1 at the start of the text.
    func lastBefore(_ at: Int) -> Int {
        var at = at - 1
        while at >= 0, Glyph.isSpace(source[at]) { at -= 1 }
        return at
    }

    func matches(_ at: Int, _ text: String) -> Bool {
        var at = at
        for scalar in text.unicodeScalars {
            guard source[at] == scalar.value else { return false }
            at += 1
        }
        return true
    }

    func isOne(of scalars: String, at: Int) -> Bool {
        scalars.unicodeScalars.contains { $0.value == source[at] }
    }

    /// The first of `texts` that stands at `at`.
    func match(_ at: Int, _ texts: [String]) -> String? { texts.first { matches(at, $0) } }

    /// Whether one of `texts` stands within the `distance` glyphs before `at`, in the same clause.
    func isPreceded(_ at: Int, by texts: [String], within distance: Int) -> Bool {
        var start = at
        while start > max(0, at - distance), !Punctuation.endsClause(source[start - 1]) {
            start -= 1
        }
        return (start..<at).contains { position in
            texts.contains { matches(position, $0) && position + $0.unicodeScalars.count <= at }
        }
    }

    /// Whether one of `texts` follows within `distance` glyphs, in the same clause.
    func isFollowed(_ at: Int, by texts: [String], within distance: Int) -> Bool {
        for position in at..<min(source.count, at + distance) {
            if Punctuation.endsClause(source[position]) { return false }
            if match(position, texts) != nil { return true }
        }
        return false
    }

    /// Whether the number at `at` is glued to a letter or another number on its left.
    func isGlued(_ at: Int) -> Bool {
        let before = source[at - 1]
        return Glyph.isLatin(before) || Glyph.isDigit(before)
    }

    /// A number's scale in characters, as in "3.5亿": "" where there is none.
    func scale(_ at: Int) -> String { match(at, ["万亿", "千万", "百万", "万", "亿", "千", "百"]) ?? "" }
}
