/// "3-5年", "-5~3℃", "3:1", "5 - 3 = 2".
extension SpeechNormalizer {
    /// The number after a range mark at `at`: "-", "~", "–" between two numbers.
    func rangeEnd(_ at: Int) -> Numeral? {
        let mark = skippingSpaces(at)
        guard isOne(of: "-~～–—―−〜", at: mark),
            mark == at || Glyph.isSpace(source[mark + 1]) || !isOne(of: "-−", at: mark)
        else { return nil }
        let twice = source[mark + 1] == source[mark] && source[mark] == 0x2014 ? 1 : 0
        return numeral(skippingSpaces(mark + 1 + twice))
    }

    /// Two values with what they count: 三到五年.
    func range(_ at: Int, isNegative: Bool = false) -> Reading? {
        guard let first = numeral(at), !isGlued(at) else { return nil }
        let unit = Units.unit(in: source, at: first.end)
        let firstEnd = unit.map { $0.end } ?? first.end
        let mark = skippingSpaces(firstEnd)
        guard isOne(of: "-~～–—―−〜", at: mark) else { return nil }
        let double = source[mark] == 0x2014 && source[mark + 1] == 0x2014 ? 1 : 0
        var start = skippingSpaces(mark + 1 + double)
        let isSecondNegative = isOne(of: "-−", at: start)
        if isSecondNegative { start += 1 }
        guard let second = numeral(start), isRange(first, second, isNegative: isNegative) else {
            return nil
        }
        let secondUnit = Units.unit(in: source, at: second.end)
        let end = secondUnit?.end ?? second.end
        let isCold = (secondUnit ?? unit)?.isTemperature ?? matches(second.end, "度")
        let minus = isCold ? "零下" : "负"
        let isYear = isYearRange(first, second)
        let low =
            isYear
            ? MandarinNumeral.figures(first.integer)
            : countedInRange(first, end: end, unit: secondUnit)
        let high =
            isYear
            ? MandarinNumeral.figures(second.integer)
            : countedInRange(second, end: end, unit: secondUnit)
        var parts = [
            cardinalPart(((isNegative ? minus : "") + low + (unit?.name ?? ""), at, firstEnd)),
            cardinalPart(("到", firstEnd, isSecondNegative ? start - 1 : start)),
            cardinalPart(
                (
                    (isSecondNegative ? minus : "") + high + (secondUnit?.name ?? ""),
                    isSecondNegative ? start - 1 : start, end
                )),
        ]
        if isYear {
            parts[0].voice = .figures
            parts[2].voice = .figures
        }
        return Reading(parts: parts, end: end)
    }

    /// A hyphen between figures is a range only where the values rise and nothing else is chained
    /// on.
    private func isRange(_ first: Numeral, _ second: Numeral, isNegative: Bool) -> Bool {
        if isOne(of: "-", at: second.end), Glyph.isDigit(source[second.end + 1]) { return false }
        if isOne(of: "-", at: first.start - 1), !isNegative { return false }
        if isOne(of: "=＝", at: skippingSpaces(second.end)) { return false }
        if first.hasLeadingZero || second.hasLeadingZero { return false }
        if isOne(of: "~～–—〜", at: skippingSpaces(first.end)) || isNegative { return true }
        guard let low = Double(first.integer + "." + (first.fraction ?? "0")),
            let high = Double(second.integer + "." + (second.fraction ?? "0"))
        else { return false }
        if second.integer.count > first.integer.count + 1,
            !Measures.isMeasure(in: source, at: skippingSpaces(second.end))
        {
            return false
        }
        return low < high && !isPreceded(first.start, by: Self.scoreNames, within: 6)
            || Units.unit(in: source, at: first.end) != nil
    }

    private func isYearRange(_ first: Numeral, _ second: Numeral) -> Bool {
        guard let low = first.value, let high = second.value, isModernYear(low), isModernYear(high)
        else { return false }
        return !Measures.isMeasure(in: source, at: second.end) || isOne(of: "年", at: second.end)
    }

    func isModernYear(_ value: Int) -> Bool { (1800...2099).contains(value) }

    private func countedInRange(_ numeral: Numeral, end: Int, unit: Units.Unit?) -> String {
        guard numeral.integer == "2", numeral.isInteger else { return numeral.spoken }
        let isCounted = unit != nil || Measures.countsPairs(in: source, at: skippingSpaces(end))
        return isCounted && !isOrdinal(numeral.start) ? "两" : "二"
    }

    /// A range mark after a written unit: "3月-5月", "100元~200元", "周一-周五".
    func rangeMark(_ at: Int) -> Reading? {
        guard isOne(of: "-~～–—―〜", at: at), continuesRange(at) else { return nil }
        let isLong = source[at] == 0x2014 && source[at + 1] == 0x2014
        let end = isLong ? at + 2 : at + 1
        return Reading("到", .written, from: at, to: end)
    }

    /// Whether the mark at `at` stands between two values with their units.
    func continuesRange(_ at: Int) -> Bool {
        if Glyph.isSpace(source[at - 1]), !Glyph.isSpace(source[at + 1]) { return false }
        let before = lastBefore(at)
        let after = skippingSpaces(
            source[at] == 0x2014 && source[at + 1] == 0x2014 ? at + 2 : at + 1)
        if isOne(of: "月日号年点时分岁元块万亿度米℃%", at: before), Glyph.isDigit(source[after]) {
            return isNumeric(before - 1)
        }
        let days = "一二三四五六日天末"
        return isOne(of: days, at: before)
            && (isOne(of: "周", at: before - 1) || matches(before - 2, "星期"))
            && (isOne(of: "周", at: after) || matches(after, "星期"))
    }

    private func isNumeric(_ at: Int) -> Bool {
        Glyph.isDigit(source[at]) || isOne(of: "一二三四五六七八九十百千万亿个0", at: at)
            || isOne(of: "月年", at: at)
    }

    static let scoreNames = ["比分", "以", "战绩", "战平", "大胜", "击败", "取胜", "领先", "落后", "逆转"]

    /// "比分3-1", "2:0", "16:9" -> 比.
    func score(_ at: Int) -> Reading? {
        guard let first = numeral(at), !isGlued(at) else { return nil }
        let mark = first.end
        let isColon = isOne(of: ":：∶", at: mark)
        let isScore = isPreceded(at, by: Self.scoreNames, within: 6) && isOne(of: "-–", at: mark)
        guard isColon || isScore || isFalling(first, mark), let second = numeral(mark + 1),
            !isOne(of: "-:：", at: second.end) || !Glyph.isDigit(source[second.end + 1])
        else { return nil }
        let parts = [
            cardinalPart((first.spoken, at, mark)), cardinalPart(("比", mark, mark + 1)),
            cardinalPart((second.spoken, mark + 1, second.end)),
        ]
        return Reading(parts: parts, end: second.end)
    }

    /// "3-1" alone: two small values that fall are a result.
    private func isFalling(_ first: Numeral, _ mark: Int) -> Bool {
        guard isOne(of: "-–", at: mark), let second = numeral(mark + 1), let high = first.value,
            let low = second.value, first.integer.count <= 2, low <= high, !first.hasLeadingZero,
            !second.hasLeadingZero
        else { return false }
        return !isOne(of: "=", at: skippingSpaces(second.end))
            && !isOne(of: "-", at: first.start - 1)
            && !Glyph.isLatin(source[second.end])
    }

    /// Signs of arithmetic between numbers, letters or words.
    func operation(_ at: Int) -> Reading? {
        guard let name = Symbols.operations[source[at]] else { return nil }
        let before = lastBefore(at)
        let after = skippingSpaces(at + 1)
        let isMore = source[at] == 0x2B && Glyph.isDigit(source[at - 1])
        guard isOperand(before), isOperand(after) || isOne(of: "-−", at: after) || isMore else {
            return nil
        }
        if isOne(of: "-", at: at) {
            guard Glyph.isDigit(source[before]), Glyph.isDigit(source[after]),
                isFollowed(after, by: ["=", "＝"], within: 12)
            else { return nil }
        }
        if isOne(of: "*xX", at: at), !Glyph.isDigit(source[before]) { return nil }
        return Reading(name, .cardinal, from: at, to: at + 1)
    }

    private func isOperand(_ at: Int) -> Bool {
        let scalar = source[at]
        return Glyph.isDigit(scalar) || Glyph.isLatin(scalar) || Glyph.isHan(scalar)
            || isOne(of: "()（）%℃²³π", at: at)
    }
}
