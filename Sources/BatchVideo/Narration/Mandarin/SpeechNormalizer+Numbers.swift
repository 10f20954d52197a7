/// Plain numbers, and those that a sign or a neighbour gives a meaning.
extension SpeechNormalizer {
    /// The last resort for figures: a value, or figure by figure where it can only be a code.
    func number(_ at: Int) -> Reading? {
        guard let numeral = numeral(at) else { return nil }
        if isCode(numeral) {
            return Reading(
                MandarinNumeral.figures(numeral.integer), .figures, from: at, to: numeral.end)
        }
        return Reading(counted(numeral), .cardinal, from: at, to: numeral.end)
    }

    /// The number's words before what follows it: 两 for 2 where things are counted.
    func counted(_ numeral: Numeral) -> String {
        guard numeral.isInteger, numeral.integer == "2" else { return numeral.spoken }
        return Measures.countsPairs(in: source, at: skippingSpaces(numeral.end))
            && !isOrdinal(numeral.start)
            ? "两" : "二"
    }

    /// "第2", "周2", "No.2": a place in an order, not a quantity.
    func isOrdinal(_ at: Int) -> Bool { isOne(of: "第周星初十零百点", at: lastBefore(at)) }

    /// Digits that name something: too long to be a value, or introduced as a number of something.
    private func isCode(_ numeral: Numeral) -> Bool {
        guard numeral.isInteger, !numeral.isGrouped else { return false }
        let length = numeral.integer.count
        if length > MandarinNumeral.maxCardinalDigits || numeral.hasLeadingZero { return true }
        let isNamed = isPreceded(numeral.start, by: Self.codeNames, within: 6)
        if isNamed, length >= 3 { return true }
        return length >= 9 && !numeral.integer.hasSuffix("0000")
            && !Measures.isMeasure(in: source, at: skippingSpaces(numeral.end))
    }

    private static let codeNames = [
        "编号", "账号", "帐号", "卡号", "单号", "证号", "学号", "工号", "型号", "代码", "密码", "验证码",
        "邮编", "QQ", "微信", "尾号", "房号", "口令", "股票代码",
    ]

    /// "-5" -> 负五; "-5℃" -> 零下五摄氏度.
    func negative(_ at: Int) -> Reading? {
        guard isOne(of: "-−–－", at: at), let numeral = numeral(at + 1) else { return nil }
        let before = source[at - 1]
        guard !Glyph.isLatin(before), !Glyph.isDigit(before), before != 0x2D else { return nil }
        guard !continuesRange(at) else { return nil }
        if let range = range(at + 1, isNegative: true) { return widened(range, to: at) }
        if let percentage = percentage(at + 1) { return prefixed(percentage, "负", at) }
        if let quantity = quantity(at + 1) {
            let isCold = Units.isTemperature(in: source, at: skippingSpaces(numeral.end))
            return prefixed(quantity, isCold ? "零下" : "负", at)
        }
        let isCold = isOne(of: "度°", at: numeral.end)
        return prefixed(
            Reading(counted(numeral), .cardinal, from: at + 1, to: numeral.end),
            isCold ? "零下" : "负", at)
    }

    /// "¾", "½" and the like; "①", "Ⅳ" as figures.
    func symbol(_ at: Int) -> Reading? {
        if let name = Symbols.figures[source[at]] {
            return Reading(name, .figures, from: at, to: at + 1)
        }
        guard let name = Symbols.names[source[at]] else { return nil }
        return Reading(name, .cardinal, from: at, to: at + 1)
    }

    /// "5.2%" -> 百分之五点二; "3‰" -> 千分之三; "10%-20%" and "10-20%" -> 百分之十到百分之二十.
    func percentage(_ at: Int) -> Reading? {
        guard let first = numeral(at) else { return nil }
        if let whole = whole(first.end) {
            if let second = rangeEnd(whole.end), let other = self.whole(second.end) {
                let words = [
                    (whole.name + first.spoken, at, whole.end), ("到", whole.end, second.start),
                    (other.name + second.spoken, second.start, other.end),
                ]
                return Reading(parts: words.map(cardinalPart), end: other.end)
            }
            return Reading(whole.name + first.spoken, .cardinal, from: at, to: whole.end)
        }
        guard let second = rangeEnd(first.end), let whole = whole(second.end) else { return nil }
        let words = [
            (whole.name + first.spoken, at, first.end), ("到", first.end, second.start),
            (second.spoken, second.start, whole.end),
        ]
        return Reading(parts: words.map(cardinalPart), end: whole.end)
    }

    /// What a percent sign at `at` makes a number part of.
    private func whole(_ at: Int) -> (name: String, end: Int)? {
        let sign = skippingSpaces(at)
        switch source[sign] {
        case 0x25: return ("百分之", sign + 1)
        case 0x2030: return ("千分之", sign + 1)
        case 0x2031: return ("万分之", sign + 1)
        default: return nil
        }
    }

    /// "2/3" -> 三分之二.
    func fraction(_ at: Int) -> Reading? {
        guard let top = digits(at, count: 1...4), isOne(of: "/⁄∕", at: top.end),
            let bottom = digits(top.end + 1, count: 1...4), top.value > 0, bottom.value > 1,
            !isGlued(at), !isOne(of: "/-", at: bottom.end), !isOne(of: "/", at: at - 1),
            source[bottom.end] != 0x2E || !Glyph.isDigit(source[bottom.end + 1]),
            !Glyph.isLatin(source[bottom.end])
        else { return nil }
        let words =
            MandarinNumeral.cardinal(bottom.text) + "分之" + MandarinNumeral.cardinal(top.text)
        return Reading(words, .cardinal, from: at, to: bottom.end)
    }

    func cardinalPart(_ words: (text: String, from: Int, to: Int)) -> Reading.Part {
        Reading.Part(text: words.text, from: words.from, to: words.to, voice: .cardinal)
    }

    private func prefixed(_ reading: Reading, _ prefix: String, _ at: Int) -> Reading {
        var out = widened(reading, to: at)
        out.parts[0].text = prefix + out.parts[0].text
        return out
    }

    private func widened(_ reading: Reading, to at: Int) -> Reading {
        var out = reading
        out.parts[0].from = at
        return out
    }
}
