import Foundation

/// Finds an enumeration that a shot tells whole: counted ("第一…第二…", "First … Second …", "1. … 2. …")
/// or after a colon ("三样：米、油和盐", "three things: sleep, walks and books").
enum ListReader {
    private static let mostItems = 5
    private static let countedWorth = 2.4
    private static let toldWorth = 2.3

    /// - Parameter startsMidSentence: the text before it is not closed, so that what comes first is no heading.
    static func best(in text: String, startsMidSentence: Bool) -> CardReader.Found? {
        counted(in: text, startsMidSentence) ?? told(in: text, startsMidSentence)
    }

    private static func counted(in text: String, _ startsMidSentence: Bool) -> CardReader.Found? {
        let lowered = text.lowercased()
        for series in ListSeries.all {
            let marks = series.marks(in: text, lowered: lowered)
            guard (series.least...mostItems).contains(marks.count) else { continue }
            let items = marks.indices.compactMap { number in
                let end = number + 1 < marks.count ? marks[number + 1].lowerBound : text.endIndex
                return item(in: text[marks[number].upperBound..<end])
            }
            guard items.count == marks.count else { continue }
            let lead = String(text[..<marks[0].lowerBound])
            let heading = heading(in: lead, startsMidSentence)
            return found(heading, items, worth: countedWorth)
        }
        return nil
    }

    private static func told(in text: String, _ startsMidSentence: Bool) -> CardReader.Found? {
        for (number, sentence) in CardReader.sentences(of: text).enumerated() {
            guard let colon = sentence.firstColon else { continue }
            let lead = String(sentence[..<colon.lowerBound])
            let heading = heading(in: lead + "：", startsMidSentence && number == 0)
            let items = ListParts.items(in: String(sentence[colon.upperBound...]).withoutEnds.withoutCount)
            guard !heading.isEmpty, !speaks(heading), (3...mostItems).contains(items.count),
                items.allSatisfy({ $0.fits(ideographs: 12, letters: 40) && !$0.isQuoted })
            else { continue }
            if let list = found(heading, items, worth: toldWorth) { return list }
        }
        return nil
    }

    /// Nil when the heading tells another count.
    private static func found(_ heading: String, _ items: [String], worth: Double) -> CardReader.Found? {
        if let count = AnnouncedCount.of(heading), count != items.count { return nil }
        return CardReader.Found(text: .list(heading: heading, items: items), worth: worth)
    }

    /// What an item says in few words: its first sentence, or the first clause of that.
    private static func item(in text: Substring) -> String? {
        guard let sentence = CardReader.sentences(of: String(text) + "\n").first,
            !sentence.isQuestion, !sentence.isQuoted
        else { return nil }
        let whole = sentence.withoutLead.withoutEnds
        let clause = whole.prefix { !"，,；;。".contains($0) }
        return [whole, String(clause).withoutEnds].first { item in
            item.fits(ideographs: 18, letters: 56) && item.contains { $0.isLetter }
        }
    }

    /// The sentence or clause that leads to a list; empty when it is only a part of one.
    private static func heading(in lead: String, _ startsMidSentence: Bool) -> String {
        let sentences = CardReader.sentences(of: lead + "\n")
        guard let last = sentences.last, !startsMidSentence || sentences.count > 1 else { return "" }
        let isOpen = last.last.map { !"：:。.！!；;—".contains($0) } ?? true
        if isOpen, AnnouncedCount.of(last) == nil { return "" }
        let whole = last.withoutEnds
        let clause = whole.split { "，,；;".contains($0) }.last.map { String($0).withoutEnds } ?? ""
        return [whole, clause].first { heading in
            heading.count >= 2 && heading.fits(ideographs: 20, letters: 60) && !heading.isQuestion && !heading.isQuoted
        } ?? ""
    }

    /// "他说" announces speech, not a list.
    private static func speaks(_ heading: String) -> Bool {
        let endings = [
            "说", "说道", "道", "问", "答", "喊", "叫", "曰", "讲", "写道", "告诉我", "said", "says", "asked", "wrote", "replied",
        ]
        return endings.contains { heading.lowercased().hasSuffix($0) }
    }
}

/// The pieces of "A、B、C和D" and of "a, b and c".
enum ListParts {
    static func items(in text: String) -> [String] {
        let isIdeographic = text.unicodeScalars.contains(where: \.isIdeograph)
        let marks: Set<Character> = text.contains("、") ? ["、"] : isIdeographic ? ["，", ",", "；"] : [",", ";", "،"]
        var parts = text.split(whereSeparator: marks.contains).map { String($0).withoutEnds }
        guard let last = parts.popLast() else { return [] }
        parts += isIdeographic ? ideographicEnd(last, after: parts) : alphabeticEnd(last, isAlone: parts.isEmpty)
        return parts.filter { !$0.isEmpty }
    }

    /// "C和D" as two, where 和 is a word of its own (not in 和平).
    private static func ideographicEnd(_ last: String, after others: [String]) -> [String] {
        let joints: Set<String> = ["和", "与", "及", "以及", "还有", "跟"]
        // "和平与发展、公平和正义": items that are pairs themselves.
        let isPaired = others.contains { other in joints.contains { other.contains($0) } }
        guard !others.isEmpty, !isPaired else { return [last] }
        let words = TextBreaks.words(in: last, locale: "zh")
        let units = Array(last.utf16)
        func text(_ range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }
        let joint = words.last { joints.contains(text($0.start..<$0.end)) }
        guard let joint, joint.end < units.count else { return [last] }
        return [text(0..<joint.start).withoutEnds, text(joint.end..<units.count).withoutEnds].filter { !$0.isEmpty }
    }

    private static func alphabeticEnd(_ last: String, isAlone: Bool) -> [String] {
        for joint in ["and ", "or ", "und ", "et ", "y ", "و"] where last.hasPrefix(joint) {
            return [String(last.dropFirst(joint.count))]
        }
        for joint in [" and ", " or ", " und ", " et ", " y "] where !isAlone {
            guard let place = last.range(of: joint, options: .backwards) else { continue }
            return [String(last[..<place.lowerBound]), String(last[place.upperBound...])]
        }
        return [last]
    }
}

/// How many things a heading announces: "三件事", "five rules".
enum AnnouncedCount {
    private static let numerals: [Character: Int] = [
        "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
    private static let words = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    ]

    static func of(_ heading: String) -> Int? {
        if let match = heading.firstMatch(of: /([两二三四五六七八九十])(?:大|个|件|种|点|样|步|条|招|项|类|味|句|宝|方面|つ)(?!月)/) {
            return numerals[match.1.first ?? " "]
        }
        if let match = heading.firstMatch(of: /(?:^|[^0-9.])([2-9]|10) ?(?:大|个|件|种|点|样|步|条|招|项|类|味|句|方面|つ|가지)(?!月)/) {
            return Int(match.1)
        }
        let english = heading.lowercased().matches(of: /\b(two|three|four|five|six|seven|eight|nine|ten) [a-z]/)
        return english.last.flatMap { words[String($0.1)] }
    }
}

extension String {
    /// In the measure of `CardReader.fits`, with other limits.
    func fits(ideographs most: Int, letters: Int) -> Bool {
        let wide = self.count(where: \.isCJK)
        return wide == 0 ? count <= letters : wide + (count - wide) / 2 <= most
    }

    /// Without white space and marks at both ends.
    var withoutEnds: String {
        trimmingCharacters(in: CharacterSet(charactersIn: " \u{3000}\t\n，,。.；;：:、!！-—–·"))
    }

    /// Without the small words that lead from "第一" to what is meant.
    fileprivate var withoutLead: String {
        var text = withoutEnds
        for word in ["就是", "应该是", "是"] where text.hasPrefix(word) && text.count > word.count + 1 {
            text.removeFirst(word.count)
            break
        }
        return text.withoutEnds
    }

    /// Without "等三个方面" at the end.
    fileprivate var withoutCount: String {
        replacing(/等?(?:[两二三四五六七八九十][大个]?(?:方面|部分|类|种|样))?$/, with: "")
    }

    fileprivate var isQuestion: Bool { contains { "?？؟".contains($0) } }
    fileprivate var isQuoted: Bool { contains { "\"“”「」『』".contains($0) } }

    /// The colon (or "分别是", "namely") that a list follows; not the one in 10:30.
    fileprivate var firstColon: Range<String.Index>? {
        guard contains(where: { "：:，, 分".contains($0) }) else { return nil }
        return firstMatch(of: /[：]|:(?![0-9\/])|[，,]? ?(?:分别是|分别为|namely,?) ?/)?.range
    }
}
