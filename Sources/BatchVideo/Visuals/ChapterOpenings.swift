import Foundation

/// The shots in which chapters begin, and what their cards say.
struct ChapterOpenings {
    /// Shots in which any heading is said.
    private(set) var starts: Set<Int> = []
    /// Headings of chapters in order, by their shot; empty where a film has but one.
    private(set) var headings: [(shot: Int, heading: ChapterHeading)] = []

    static let none = ChapterOpenings([], of: "", in: [])

    /// - Parameter title: the film's; a first heading that says the same is no chapter.
    init(_ chapters: [Chapter], of title: String, in shots: [Shot]) {
        let places = chapters.map { chapter in
            shots.lastIndex { $0.span.start <= chapter.start } ?? 0
        }
        starts = Set(places)
        let own = chapters.indices.filter { number in
            if number == 0, chapters[0].title.spoken == title.spoken { return false }
            // A heading that another one follows at once is the title of what comes.
            return number + 1 >= chapters.count || places[number + 1] > places[number]
        }
        guard own.count > 1 else { return }
        headings = own.enumerated().map { count, number in
            (places[number], ChapterHeading(chapters[number].title, ordinal: count + 1))
        }
    }
}

/// A heading taken apart: "第三章 夜晚", "3. The night" and "Chapter Three: The night" all give 3 and the rest.
struct ChapterHeading: Hashable, Sendable {
    let number: Int
    let title: String

    /// - Parameter ordinal: its place among the film's chapters, for a heading that does not number itself.
    init(_ heading: String, ordinal: Int) {
        let own = Self.parts(of: heading)
        number = own?.number ?? ordinal
        title = own?.title ?? heading
    }

    private static func parts(of heading: String) -> (number: Int, title: String)? {
        let numeral = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
        let patterns = [
            "第\\s*\(numeral)\\s*[章节回集讲课话部篇](?:分)?[\\s:：、，,.·—-]*(.*)", "\(numeral)\\s*[、.．:：）)](?![0-9])\\s*(.*)",
            "[（(]\(numeral)[）)]\\s*(.*)",
            "(?:chapter|part|lesson|step|episode)\\s+([0-9]{1,2}|[a-z]+)\\b[\\s:.,—–-]*(.*)",
        ]
        for pattern in patterns {
            guard let regex = try? Regex(pattern, as: (Substring, Substring, Substring).self).ignoresCase(),
                let match = heading.wholeMatch(of: regex)?.output, let number = value(of: String(match.1))
            else { continue }
            let rest = String(match.2).withoutEnds
            return (number, rest.isEmpty ? heading : rest)
        }
        return nil
    }

    private static let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// Figures, Chinese numerals up to 99, English words up to twelve.
    private static func value(of numeral: String) -> Int? {
        if let number = Int(numeral) { return number > 0 ? number : nil }
        if let place = words.firstIndex(of: numeral.lowercased()) { return place + 1 }
        let digits = Array("〇一二三四五六七八九")
        let parts = numeral.split(separator: "十", omittingEmptySubsequences: false)
        func digit(_ text: Substring) -> Int? { text.count == 1 ? text.first.flatMap(digits.firstIndex) : nil }
        switch parts.count {
        case 1: return digit(parts[0])
        case 2:
            let tens = parts[0].isEmpty ? 1 : digit(parts[0])
            let ones = parts[1].isEmpty ? 0 : digit(parts[1])
            return tens.flatMap { tens in ones.map { tens * 10 + $0 } }
        default: return nil
        }
    }
}

extension String {
    fileprivate var spoken: String { filter(\.isSpeakable).lowercased() }
}
