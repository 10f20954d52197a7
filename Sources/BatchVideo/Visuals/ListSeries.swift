import Foundation

/// Words or figures that count the items of a list, in their order.
struct ListSeries: Sendable {
    /// Stands in every first mark, in lower case: texts without it need not be searched.
    private let sign: String
    /// What may mark the first item, the second ...; each a regular expression for the beginning of a clause.
    private let steps: [String]
    /// Marks the last item, whatever its number.
    private let last: String?
    /// Fewer marks are no list: "first we walked, then we slept" only tells a story.
    let least: Int

    private init(_ sign: String, _ steps: [String], last: String? = nil, least: Int = 2) {
        self.sign = sign
        self.steps = steps
        self.last = last
        self.least = least
    }

    /// The marks of a whole series in `text`; one more than a list can have when there are more.
    ///
    /// - Parameter lowered: the text in lower case.
    func marks(in text: String, lowered: String) -> [Range<String.Index>] {
        guard lowered.contains(sign) else { return [] }
        var marks: [Range<String.Index>] = []
        for step in steps {
            guard let mark = Self.place(of: step, in: text, after: marks.last?.upperBound) else { break }
            marks.append(mark)
        }
        guard let first = marks.first, !begins(before: first, in: text) else { return [] }
        if let last, let end = Self.place(of: last, in: text, after: marks.last?.upperBound) { marks.append(end) }
        return marks
    }

    /// A list that begins with its second item is half of one.
    private func begins(before first: Range<String.Index>, in text: String) -> Bool {
        guard steps.count > 1, let second = Self.place(of: steps[1], in: text, after: nil) else { return false }
        return second.lowerBound < first.lowerBound
    }

    /// Where a clause begins with `mark`.
    private static func place(
        of mark: String, in text: String, after start: String.Index?
    ) -> Range<String.Index>? {
        let pattern = "(?:^|(?<=[\\s，,。.；;：:！!？?、）)”\"—]))(?:\(mark))"
        let area = (start ?? text.startIndex)..<text.endIndex
        return text.range(of: pattern, options: [.regularExpression, .caseInsensitive], range: area)
    }
}

extension ListSeries {
    static let all: [ListSeries] = chinese + figures + english + [
        ListSeries("まず", ["まず[、は]?", "次に、?|続いて、?", "そして、?|さらに、?"], last: "最後に、?", least: 3),
        ListSeries("첫째", ["첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째"].map { "\($0)[,는]?" }),
        ListSeries("먼저", ["먼저,?", "다음으로,?|그다음,?"], last: "마지막으로,?", least: 3),
        ListSeries(
            "erstens",
            ["erstens", "zweitens", "drittens", "viertens", "fünftens", "sechstens"].map { "\($0)[,:]?" }),
        ListSeries(
            "premi",
            ["premi", "deuxi", "troisi", "quatri", "cinqui"].map { "\($0)èmement[,:]?|\($0)èrement[,:]?" }),
        ListSeries("primero", ["primero", "segundo", "tercero", "cuarto", "quinto"].map { "\($0)[,:]" }),
        ListSeries(
            "أول", ["أولا[ًّ]?|أولًا", "ثاني[اً]+", "ثالث[اً]+", "رابع[اً]+", "خامس[اً]+"].map { "(?:\($0))[،,:]?" }),
    ]

    private static let numerals = ["一", "二", "三", "四", "五", "六"]
    /// What ranks and does not count: 第一次, 第二大城市.
    private static let ranks = "[次个天年月日名位代届季集章节页期批轮任人世场局回遍眼口时产大间线版卷]"

    private static let chinese: [ListSeries] = [
        ListSeries(
            "第一",
            numerals.map { numeral in
                let thing = "(?:点|步|条|招|件事?|样|项|类|种)(?:[，,：:、]|是|就是)?"
                return "第\(numeral)(?:\(thing)|[，,：:、]|是|就是|に、?|(?!\(ranks)))"
            }, last: "最后一?[点步条招件样项]?[，,是]|最後に、?"),
        ListSeries("其一", numerals.map { "其\($0)[，,：:、是]?" }),
        ListSeries("一", numerals.map { "\($0)(?:是|则)" }),
        ListSeries(
            "首先", ["首先", "其次|然后|接着|接下来", "再次|再者|然后|接着|接下来", "此外|另外|然后"].map {
                "(?:\($0))[，,：:要是]?"
            }, last: "最后[，,：:要是]?", least: 3),
    ]

    private static let figures: [ListSeries] = [
        ListSeries("一", numerals.map { "[（(]?\($0)(?:[、.．]|[）)])" }),
        ListSeries("1", (1...6).map { "[（(]?\($0)(?:[、．]|[.)）](?![0-9]))\\s*" }),
        ListSeries("①", ["①", "②", "③", "④", "⑤", "⑥"]),
    ]

    private static let english: [ListSeries] = [
        ListSeries(
            "first",
            [
                "first(?:ly)?|first of all", "second(?:ly)?|then|next", "third(?:ly)?|then|next", "fourth(?:ly)?",
                "fifth", "sixth",
            ].map { "(?:\($0))\\b(?! of\\b| time| day| year| place| world)(?:,|:| is\\b)?" },
            last: "(?:finally|lastly|last)\\b(?! night| year| week)(?:,|:)?", least: 3),
        ListSeries("step 1", (1...6).map { "step \($0)\\b[:,.]?" }),
    ]
}
