import Foundation

/// Finds the number of a sentence that says most: "GDP 增长了 5.2%" gives 5.2% and "GDP 增长".
enum NumberReader {
    /// Longest caption under a number, in the measure of `CardReader.fits`.
    private static let chineseUnits: [(unit: String, worth: Double)] = [
        ("%", 1), ("％", 1), ("万亿元", 1), ("亿元", 1), ("万元", 1), ("亿", 0.9), ("万", 0.8), ("倍", 0.9),
        ("公里", 0.6), ("千米", 0.6), ("厘米", 0.5), ("毫升", 0.5), ("公斤", 0.6), ("千克", 0.5), ("克", 0.4),
        ("米", 0.5), ("吨", 0.6), ("摄氏度", 0.6), ("度", 0.4), ("分钟", 0.6), ("小时", 0.6), ("秒", 0.5),
        ("天", 0.4), ("个月", 0.4), ("岁", 0.6), ("年", 0.3), ("次", 0.3), ("步", 0.6), ("元", 0.6),
        ("美元", 0.7), ("人", 0.4), ("杯", 0.4), ("种", 0.3), ("座", 0.3), ("个", 0.2),
    ]
    private static let englishUnits: [(unit: String, worth: Double)] = [
        ("%", 1), ("percent", 1), ("per cent", 1), ("trillion", 1), ("billion", 1),
        ("million", 0.9), ("thousand", 0.6), ("times", 0.5), ("kilometres", 0.6),
        ("kilometers", 0.6), ("miles", 0.6), ("metres", 0.5), ("meters", 0.5), ("feet", 0.5),
        ("kilograms", 0.5), ("pounds", 0.5), ("tons", 0.6), ("degrees", 0.5), ("minutes", 0.6),
        ("hours", 0.6), ("seconds", 0.5), ("days", 0.4), ("weeks", 0.4), ("months", 0.4),
        ("years", 0.5), ("steps", 0.6), ("dollars", 0.6), ("people", 0.5), ("cups", 0.4),
        ("species", 0.4), ("kg", 0.5), ("km", 0.6),
    ]

    /// The number with a unit in `sentence` that is worth most, if its clause fits under it.
    static func best(in sentence: String) -> CardReader.Found? {
        clauses(of: sentence).compactMap(number).max { $0.worth < $1.worth }
    }

    private static func number(in clause: String) -> CardReader.Found? {
        let characters = Array(clause)
        var best: CardReader.Found?
        var position = 0
        while position < characters.count {
            guard characters[position].isDigit else {
                position += 1
                continue
            }
            let end = endOfNumber(in: characters, from: position)
            let found = card(in: characters, digits: position..<end)
            if let found, found.worth > best?.worth ?? 0 { best = found }
            position = end
        }
        return best
    }

    private static func card(in clause: [Character], digits: Range<Int>) -> CardReader.Found? {
        let before = digits.lowerBound > 0 ? clause[digits.lowerBound - 1] : " "
        guard !before.isLetterOfAlphabet, before != "第", before != "-" else { return nil }
        let digitText = String(clause[digits])
        let rest = String(clause[digits.upperBound...])
        guard let unit = unit(at: rest), !isCalendarYear(digitText, unit.name) else { return nil }
        let value = digitText + unit.space + unit.name
        let after = String(rest.dropFirst(unit.length))
        let lead = String(clause[..<digits.lowerBound])
        let caption = caption(lead: lead, after: after, whole: String(clause))
        guard CardReader.fits(caption), caption.count >= 2 else { return nil }
        return CardReader.Found(
            text: .number(value: value, caption: caption), worth: 1.2 + unit.worth)
    }

    private static func unit(
        at text: String
    ) -> (name: String, space: String, length: Int, worth: Double)? {
        let space = text.prefix { $0 == " " || $0 == "\u{A0}" }
        let tail = text.dropFirst(space.count).lowercased()
        let known = chineseUnits + englishUnits
        let fitting = known.filter { unit, _ in
            guard tail.hasPrefix(unit) else { return false }
            let next = tail.dropFirst(unit.count).first
            return !(unit.last?.isLetterOfAlphabet ?? false) || !(next?.isLetterOfAlphabet ?? false)
        }
        guard let unit = fitting.max(by: { $0.unit.count < $1.unit.count }) else { return nil }
        let isWord = unit.unit.first?.isLetterOfAlphabet ?? false
        return (unit.unit, isWord ? " " : "", space.count + unit.unit.count, unit.worth)
    }

    /// "增长了 5.2%" needs no more than "增长"; a number in mid-sentence needs the whole clause.
    private static func caption(lead: String, after: String, whole: String) -> String {
        let outer = CharacterSet(charactersIn: " ，,。.；;！!、：:“”\"")
        let rest = after.trimmingCharacters(in: outer)
        var head = lead.trimmingCharacters(in: outer)
        guard rest.isEmpty, head.count >= 2 else { return whole.trimmingCharacters(in: outer) }
        let closing = [
            "大约", "将近", "接近", "超过", "达到", "高达", "只有", "仅有", "约为", "约", "近", "达", "为", "到", "了", "有",
            " more than", " almost", " nearly", " about", " around", " roughly", " only", " over",
            " to", " by", " of", " is", " was", " are", " were", " reached", " at", " for",
        ]
        var isTrimming = true
        while isTrimming {
            isTrimming = false
            for word in closing where head.hasSuffix(word) && head.count > word.count + 1 {
                head = String(head.dropLast(word.count)).trimmingCharacters(in: outer)
                isTrimming = true
            }
        }
        return head
    }

    private static func clauses(of sentence: String) -> [String] {
        let characters = Array(sentence)
        var clauses: [String] = [""]
        for (index, character) in characters.enumerated() {
            let isInNumber =
                character == ","
                && index > 0 && characters[index - 1].isDigit
                && index + 1 < characters.count && characters[index + 1].isDigit
            if "，,；;。！？!?：:\n".contains(character), !isInNumber {
                clauses.append("")
            } else {
                clauses[clauses.count - 1].append(character)
            }
        }
        return clauses
    }

    private static func endOfNumber(in text: [Character], from start: Int) -> Int {
        var end = start
        while end < text.count {
            let isMark = ".,".contains(text[end]) && end + 1 < text.count && text[end + 1].isDigit
            guard text[end].isDigit || isMark else { break }
            end += 1
        }
        return end
    }

    private static func isCalendarYear(_ digits: String, _ unit: String) -> Bool {
        unit == "年" && digits.count == 4 && Int(digits).map { $0 > 1000 && $0 < 2200 } ?? false
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
    fileprivate var isLetterOfAlphabet: Bool { isASCII && isLetter }
}
