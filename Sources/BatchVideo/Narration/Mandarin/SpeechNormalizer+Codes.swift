/// Numbers that name things: telephones, versions, trains, rooms.
extension SpeechNormalizer {
    /// "13812345678", "138-1234-5678", "010-62345678", "400-800-8820", "拨打110".
    func telephone(_ at: Int) -> Reading? {
        guard !isGlued(at), !isOne(of: ".-", at: at - 1) || !Glyph.isDigit(source[at - 2]) else {
            return nil
        }
        let groups = figureGroups(at)
        for count in (1...groups.count).reversed() {
            let tried = Array(groups.prefix(count))
            if isTelephone(
                tried.map { digits($0.lowerBound, $0.upperBound) }, at, tried[count - 1].upperBound)
            {
                return telephone(tried)
            }
        }
        return nil
    }

    /// "+86 138 1234 5678" -> 加八六 ...
    func internationalTelephone(_ at: Int) -> Reading? {
        guard source[at] == 0x2B, Glyph.isDigit(source[at + 1]) else { return nil }
        let groups = figureGroups(at + 1)
        let total = groups.reduce(0) { $0 + $1.count }
        guard (10...15).contains(total), groups.count > 1 || matches(at + 1, "86") else {
            return nil
        }
        var reading = telephone(groups)
        reading.parts.insert(.init(text: "加", from: at, to: at + 1, voice: .written), at: 0)
        return reading
    }

    /// Figures as they are dialled, a word for each group.
    private func telephone(_ groups: [Range<Int>]) -> Reading {
        let groups = groups.flatMap { group in
            group.count == 11
                ? [group.prefix(3), group.dropFirst(3).prefix(4), group.suffix(4)].map {
                    $0.startIndex..<$0.endIndex
                } : [group]
        }
        let parts = groups.map { group in
            Reading.Part(
                text: MandarinNumeral.telephone(digits(group.lowerBound, group.upperBound)),
                from: group.lowerBound, to: group.upperBound, voice: .figures)
        }
        return Reading(parts: parts, end: groups[groups.count - 1].upperBound)
    }

    /// Figures in groups held together by single `marks`.
    private func figureGroups(_ at: Int, by marks: String = "- ") -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var next = at
        while Glyph.isDigit(source[next]), groups.count < 5 {
            let end = digitsEnd(next)
            groups.append(next..<end)
            guard isOne(of: marks, at: end) else { break }
            next = end + 1
        }
        return groups
    }

    private func isTelephone(_ groups: [String], _ at: Int, _ end: Int) -> Bool {
        guard let first = groups.first, !isOne(of: "年月.:", at: end) else { return false }
        let lengths = groups.map(\.count)
        switch lengths {
        case [11]: return isMobile(first)
        case [3, 4, 4]: return isMobile(groups.joined())
        case [3, 8], [4, 7], [4, 8], [3, 7]: return first.hasPrefix("0")
        case [3, 3, 4], [3, 4, 3], [3, 7], [10]:
            return first.hasPrefix("400") || first.hasPrefix("800")
        case [3], [5], [6], [7], [8]: return isServiceNumber(first, at, end)
        default: return false
        }
    }

    private func isMobile(_ figures: String) -> Bool {
        figures.hasPrefix("1") && !figures.hasPrefix("10") && !figures.hasPrefix("11")
            && !figures.hasPrefix("12")
    }

    private func isServiceNumber(_ figures: String, _ at: Int, _ end: Int) -> Bool {
        let callers = ["拨打", "拨", "致电", "电话", "热线", "打", "报警", "急救", "客服", "呼叫", "传真"]
        let known = [
            "110", "119", "120", "122", "114", "12306", "12345", "12315", "12123", "12348", "12320",
            "10086", "10010", "10000", "95588",
        ]
        let isNamed =
            isPreceded(at, by: callers, within: 6)
            || isFollowed(end, by: ["热线", "电话", "报警", "急救", "接警", "救护车", "平台"], within: 4)
        guard isNamed, !Measures.isMeasure(in: source, at: skippingSpaces(end)) else {
            return false
        }
        return known.contains(figures) || figures.count >= 5
    }

    /// "3.5.1", "192.168.1.1": dots are said, numbers are figures.
    func version(_ at: Int) -> Reading? {
        var end = digitsEnd(at)
        var groups = [digits(at, end)]
        while source[end] == 0x2E, Glyph.isDigit(source[end + 1]), groups.count < 8 {
            let next = digitsEnd(end + 1)
            groups.append(digits(end + 1, next))
            end = next
        }
        guard groups.count >= 3 else { return nil }
        let words = groups.map {
            $0.count <= 2 && !$0.hasPrefix("0")
                ? MandarinNumeral.cardinal($0) : MandarinNumeral.figures($0)
        }
        return Reading(words.joined(separator: "点"), .cardinal, from: at, to: end)
    }

    /// "305路", "302室", "1203房间", "996": figures that are a name.
    func code(_ at: Int) -> Reading? {
        let end = digitsEnd(at)
        let text = digits(at, end)
        guard !isGlued(at), !isOne(of: ".,", at: end) || !Glyph.isDigit(source[end + 1]) else {
            return nil
        }
        let isRoom =
            text.count >= 3 && text.count <= 4
            && match(end, ["路", "室", "房", "号房", "号楼", "次列车", "次航班", "教室", "包厢"]) != nil
        if isRoom { return telephone([at..<end]) }
        if let name = Symbols.namedNumbers[text], name.isAlone || match(end, name.nouns) != nil,
            !Measures.isMeasure(in: source, at: skippingSpaces(end))
        {
            return Reading(name.reading, .figures, from: at, to: end)
        }
        return chain(at)
    }

    /// "3-502-1": figures chained by hyphens are read one by one.
    private func chain(_ at: Int) -> Reading? {
        let groups = figureGroups(at, by: "-").map { digits($0.lowerBound, $0.upperBound) }
        let end = groups.reduce(at) { $0 + $1.count + 1 } - 1
        guard groups.count >= 2 else { return nil }
        guard
            groups.count >= 3 || groups[1].count >= 3 && groups[0].count <= 2
                || groups[0].hasPrefix("0")
        else { return nil }
        return Reading(
            groups.map(MandarinNumeral.telephone).joined(separator: "杠"), .figures, from: at,
            to: end)
    }

    /// "G1234次", "CA1234航班", "京A12345".
    func vehicle(_ at: Int) -> Reading? {
        var letters = at
        while Glyph.isUppercase(source[letters]), letters - at < 3 { letters += 1 }
        let end = digitsEnd(letters)
        let isTrain =
            letters - at == 1 && isOne(of: "GDCKTZ", at: at) && (2...4).contains(end - letters)
        let isFlight = letters - at == 2 && (3...4).contains(end - letters)
        let nouns = ["次", "列车", "航班", "高铁", "动车"]
        guard !isGlued(at), isTrain || isFlight, match(end, nouns) != nil else { return nil }
        return Reading(
            parts: [
                .init(text: source.text(at, letters), from: at, to: letters, voice: .latin),
                .init(
                    text: MandarinNumeral.telephone(digits(letters, end)), from: letters, to: end,
                    voice: .figures),
            ], end: end)
    }

    /// "No.1", "№3" -> 第一, 第三.
    func numberSign(_ at: Int) -> Reading? {
        let marks = ["No.", "NO.", "no.", "№", "Nº"]
        guard let mark = match(at, marks), !isGlued(at) else { return nil }
        let number = skippingSpaces(at + mark.unicodeScalars.count)
        guard let numeral = numeral(number), numeral.isInteger else { return nil }
        return Reading("第" + numeral.spoken, .cardinal, from: at, to: numeral.end)
    }
}
