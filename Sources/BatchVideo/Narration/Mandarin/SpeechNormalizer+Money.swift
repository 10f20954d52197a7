/// Sums of money.
extension SpeechNormalizer {
    private static let currencies: [(mark: String, name: String)] = [
        ("HK$", "港元"), ("US$", "美元"), ("NT$", "新台币"), ("A$", "澳元"), ("C$", "加元"), ("S$", "新加坡元"),
        ("CN¥", "元"), ("RMB", "元"), ("CNY", "元"), ("USD", "美元"), ("EUR", "欧元"), ("GBP", "英镑"),
        ("JPY", "日元"), ("HKD", "港元"), ("KRW", "韩元"), ("¥", "元"), ("$", "美元"), ("€", "欧元"),
        ("£", "英镑"), ("₩", "韩元"), ("₽", "卢布"), ("₹", "卢比"), ("₿", "比特币"), ("฿", "泰铢"),
    ]

    /// "¥1,234.5", "$3.5亿", "€10-20", "$5 billion".
    func currencyPrefix(_ at: Int) -> Reading? {
        guard let currency = Self.currencies.first(where: { matches(at, $0.mark) }) else {
            return nil
        }
        let sum = skippingSpaces(at + currency.mark.unicodeScalars.count)
        guard let first = numeral(sum), !Glyph.isLatin(source[at - 1]) else { return nil }
        let low = scaled(first)
        if let second = rangeEnd(low.end) {
            let high = scaled(second)
            let words = low.words + "到" + high.words + currencyName(currency.name, after: high.end)
            return Reading(words, .cardinal, from: at, to: high.end)
        }
        let words = low.words + currencyName(currency.name, after: low.end)
        return Reading(words, .cardinal, from: at, to: low.end)
    }

    /// "100 USD", "3.5万RMB".
    func sumWithCode(_ at: Int) -> Reading? {
        guard let numeral = numeral(at), !isGlued(at) else { return nil }
        let sum = scaled(numeral)
        let mark = skippingSpaces(sum.end)
        guard let currency = Self.currencies.first(where: { matches(mark, $0.mark) }) else {
            return nil
        }
        let end = mark + currency.mark.unicodeScalars.count
        let isAttached = mark == sum.end && Glyph.isASCIILetter(source[mark])
        guard !Glyph.isLatin(source[end]), !Glyph.isDigit(source[end]),
            isAttached || !Glyph.isDigit(source[skippingSpaces(end)])
        else { return nil }
        return Reading(
            sum.words + currencyName(currency.name, after: end), .cardinal, from: at, to: end)
    }

    /// The sum with its scale: "3.5亿" and "3.5 billion" alike.
    private func scaled(_ numeral: Numeral) -> (words: String, end: Int) {
        let scale = scale(numeral.end)
        if !scale.isEmpty {
            return (pairs(numeral) + scale, numeral.end + scale.unicodeScalars.count)
        }
        let word = skippingSpaces(numeral.end)
        let powers = [
            ("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("M", 6), ("B", 9),
            ("K", 3), ("k", 3),
        ]
        if let (name, power) = powers.first(where: { matches(word, $0.0) }),
            !Glyph.isLatin(source[word + name.count])
        {
            return (numeral.shifted(by: power).spoken, word + name.count)
        }
        return (pairs(numeral), numeral.end)
    }

    private func pairs(_ numeral: Numeral) -> String {
        numeral.isInteger && numeral.integer == "2" ? "两" : numeral.spokenSum
    }

    /// Nothing where the text names the unit itself: "¥5元", "$5美元".
    private func currencyName(_ name: String, after end: Int) -> String {
        let next = skippingSpaces(end)
        return match(next, ["元", "块", "美元", "美金", "人民币", "欧元", "英镑", "港元", "港币", "日元", "韩元"]) == nil
            ? name : ""
    }
}
