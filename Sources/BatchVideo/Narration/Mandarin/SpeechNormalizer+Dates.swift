/// Dates, years and times of day.
extension SpeechNormalizer {
    /// "2024-12-31", "2024/1/5", "2024.12.31" -> 二零二四年十二月三十一日.
    func date(_ at: Int) -> Reading? {
        guard let year = digits(at, count: 4...4), isOne(of: "-/.", at: year.end), !isGlued(at),
            let month = digits(year.end + 1, count: 1...2), (1...12).contains(month.value),
            source[month.end] == source[year.end],
            let day = digits(month.end + 1, count: 1...2), (1...31).contains(day.value),
            !isOne(of: "-/.", at: day.end) || !Glyph.isDigit(source[day.end + 1])
        else { return nil }
        let hasName = isOne(of: "日号", at: day.end)
        return Reading(
            parts: [
                .init(
                    text: MandarinNumeral.figures(year.text), from: at, to: year.end,
                    voice: .figures),
                cardinalPart(("年", year.end, year.end + 1)),
                cardinalPart((MandarinNumeral.cardinal(month.text), year.end + 1, month.end)),
                cardinalPart(("月", month.end, month.end + 1)),
                cardinalPart(
                    (
                        MandarinNumeral.cardinal(day.text) + (hasName ? "" : "日"), month.end + 1,
                        day.end
                    )),
            ], end: day.end)
    }

    /// "8:05", "18:30:15", "8:05 PM", "8:00-18:00".
    func clock(_ at: Int) -> Reading? {
        guard !isGlued(at), !isPreceded(at, by: ["比分", "比例", "比率", "按", "配比"], within: 5),
            let first = timeOfDay(at)
        else { return nil }
        let mark = skippingSpaces(first.end)
        guard isOne(of: "-~～–—", at: mark), let second = timeOfDay(skippingSpaces(mark + 1)) else {
            return first
        }
        let to = Reading.Part(text: "到", from: first.end, to: mark + 1, voice: .written)
        return Reading(parts: first.parts + [to] + second.parts, end: second.end)
    }

    private func timeOfDay(_ at: Int) -> Reading? {
        guard let hour = digits(at, count: 1...2), hour.value <= 24, isOne(of: ":：", at: hour.end),
            let minute = digits(hour.end + 1, count: 2...2), minute.value < 60
        else { return nil }
        var end = minute.end
        var words = hour.value == 2 ? "两点" : MandarinNumeral.cardinal(hour.text) + "点"
        let second = isOne(of: ":：", at: end) ? digits(end + 1, count: 2...2) : nil
        if minute.value > 0 || second != nil {
            words += clockFigures(minute.text, minute.value) + "分"
        }
        if minute.value == 0, second == nil { words += "整" }
        if let second, second.value < 60 {
            words += clockFigures(second.text, second.value) + "秒"
            end = second.end
        }
        guard !Glyph.isDigit(source[end]) else { return nil }
        let half = dayHalf(end)
        return Reading(half.name + words, .cardinal, from: at, to: half.end)
    }

    private func clockFigures(_ text: String, _ value: Int) -> String {
        value < 10
            ? "零" + (value == 0 ? "" : MandarinNumeral.figures(String(value)))
            : MandarinNumeral.cardinal(text)
    }

    /// "AM" and "PM" are said before the time.
    private func dayHalf(_ end: Int) -> (name: String, end: Int) {
        let at = skippingSpaces(end)
        let names = ["AM": "上午", "am": "上午", "a.m.": "上午", "PM": "下午", "pm": "下午", "p.m.": "下午"]
        guard let mark = match(at, names.keys.sorted()), !Glyph.isLatin(source[at + mark.count]),
            let name = names[mark]
        else { return ("", end) }
        return (name, at + mark.count)
    }

    /// "2024年", "98年5月", "公元前221年", "1980年代", "90后", "2024款": figure by figure.
    func year(_ at: Int) -> Reading? {
        let end = digitsEnd(at)
        guard !isGlued(at), source[end] != 0x2E || !Glyph.isDigit(source[end + 1]),
            let value = Int(digits(at, min(end, at + 5))), isYear(at, end, value)
        else { return nil }
        return Reading(MandarinNumeral.figures(digits(at, end)), .figures, from: at, to: end)
    }

    private func isYear(_ at: Int, _ end: Int, _ value: Int) -> Bool {
        let next = skippingSpaces(end)
        switch end - at {
        case 4: return isFourDigitYear(at, next, value)
        case 1...3 where isPreceded(at, by: ["公元", "西元"], within: 3):
            return isOne(of: "年", at: next)
        case 2: return isTwoDigitYear(at, next, value)
        default: return false
        }
    }

    private func isFourDigitYear(_ at: Int, _ next: Int, _ value: Int) -> Bool {
        if isOne(of: "年", at: next) {
            let isLength =
                match(next + 1, ["前", "来", "间", "历史", "的历史", "的", "多", "以", "之", "后"]) != nil
            let isRound = value % 100 == 0
            if isRound, isLength || value % 1000 == 0 && value != 2000 { return false }
            return value > 1000 && value < 3000 || isPreceded(at, by: ["公元", "西元"], within: 3)
        }
        guard isModernYear(value) else { return false }
        if match(next, Self.yearNouns) != nil { return true }
        let isQuantity = isOne(of: "是为达共约近超了有=+×÷*元达至多仅", at: lastBefore(at))
        return (1900...2099).contains(value) && value % 100 != 0 && !isQuantity
            && !Measures.isMeasure(in: source, at: next)
            && !isOne(of: "+-−×÷*=%℃", at: next) && !Glyph.isASCIILetter(source[next])
    }

    private static let yearNouns = [
        "款", "届", "级", "赛季", "财年", "学年", "春", "夏", "秋", "冬", "世界杯", "奥运", "欧洲杯",
        "财报", "年度", "版", "新款", "上半年", "下半年", "第一季度", "Q1", "Q2", "Q3", "Q4",
    ]

    private func isTwoDigitYear(_ at: Int, _ next: Int, _ value: Int) -> Bool {
        if isOne(of: "后", at: next) {
            return value % 5 == 0 && (value >= 50 || value <= 20) && !isOne(of: "第", at: at - 1)
                && !isOne(of: "以", at: next - 1)
        }
        guard isOne(of: "年届级款", at: next) else { return false }
        if source[at] == 0x30 { return true }
        return isOne(of: "年", at: next)
            && digits(next + 1, count: 1...2).map { isOne(of: "月", at: $0.end) } == true
    }
}
