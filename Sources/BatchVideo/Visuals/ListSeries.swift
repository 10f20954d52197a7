import Foundation

/// Words or figures that count the items of a list, in their order.
struct ListSeries: Sendable {
    /// What may mark the first item, the second ...; each a regular expression for the beginning of a clause.
    let steps: [String]
    /// Marks the last item, whatever its number.
    let last: String?

    private init(_ steps: [String], last: String? = nil) {
        self.steps = steps
        self.last = last
    }

    /// The marks of a whole series in `text`; one more than a list can have when there are more.
    func marks(in text: String) -> [Range<String.Index>] {
        var marks: [Range<String.Index>] = []
        for step in steps {
            guard let mark = Self.place(of: step, in: text, after: marks.last?.upperBound) else { break }
            marks.append(mark)
        }
        guard let first = marks.first else { return [] }
        // A list that begins with its second item is half of one.
        if let second = steps.dropFirst().first, let early = Self.place(of: second, in: text, after: nil), early.lowerBound < first.lowerBound {
            return []
        }
        if let last, let end = Self.place(of: last, in: text, after: marks.last?.upperBound) { marks.append(end) }
        return marks
    }

    /// Where a clause begins with `mark`.
    private static func place(
        of mark: String, in text: String, after start: String.Index?
    ) -> Range<String.Index>? {
        let pattern = "(?:^|(?<=[\\s，,。.；;：:！!？?、）)”\"—]))(?:\(mark))"
        let area = (start ?? text.startIndex)..<text.endIndex
        return text.range(of: pattern, options: [.regularExpression, .caseInsensitive], range: area)
    }

    static let all: [ListSeries] = [
        // 第一步洗米, but not 第一次世界大战.
        ListSeries(ideographs.map { "第\($0)(?:(?:点|步|条|招|件事?|样|项|类|种)(?:[，,：:、]|是|就是)?|[，,：:、]|是|就是|に、?|(?!\(ranks)))" }, last: "最后一?[点步条招件样项]?[，,是]|最後に、?"),
        ListSeries(ideographs.map { "其\($0)[，,：:、是]?" }),
        ListSeries(ideographs.map { "\($0)(?:是|则)" }),
        ListSeries(ideographs.map { "[（(]?\($0)(?:[、.．]|[）)])" }),
        ListSeries((1...6).map { "[（(]?\($0)(?:[、．]|[.）)](?![0-9]))\\s*" }),
        ListSeries(["①", "②", "③", "④", "⑤", "⑥"]),
        ListSeries(["首先", "其次|然后|接着|接下来", "再次|再者|然后|接着|接下来", "此外|另外|然后"].map { "(?:\($0))[，,：:要是]?" }, last: "最后[，,：:要是]?"),
        ListSeries(["まず[、は]?", "次に、?|続いて、?", "そして、?|さらに、?"], last: "最後に、?"),
        ListSeries(["첫째[,는]?", "둘째[,는]?", "셋째[,는]?", "넷째[,는]?", "다섯째[,는]?", "여섯째[,는]?"]),
        ListSeries(["먼저,?", "다음으로,?|그다음,?"], last: "마지막으로,?"),
        ListSeries(["first(?:ly)?|first of all", "second(?:ly)?|then|next", "third(?:ly)?|then|next", "fourth(?:ly)?", "fifth", "sixth"].map { "(?:\($0))\\b(?! of\\b| time| day| year| place| world)(?:,|:| is\\b)?" }, last: "(?:finally|lastly|last)\\b(?! night| year| week)(?:,|:)?"),
        ListSeries((1...6).map { "step \($0)\\b[:,.]?" }),
        ListSeries(["erstens", "zweitens", "drittens", "viertens", "fünftens", "sechstens"].map { "\($0)[,:]?" }),
        ListSeries(["premièrement", "deuxièmement", "troisièmement", "quatrièmement", "cinquièmement"].map { "\($0)[,:]?" }),
        ListSeries(["primero", "segundo", "tercero", "cuarto", "quinto"].map { "\($0)[,:]" }),
        ListSeries(["أولا[ًّ]?|أولًا", "ثاني[اً]+", "ثالث[اً]+", "رابع[اً]+", "خامس[اً]+"].map { "(?:\($0))[،,:]?" }),
    ]

    /// What ranks and does not count: 第一次, 第二大城市.
    private static let ranks = "[次个天年月日名位代届季集章节页期批轮任人世场局回遍眼口时产大时间线版卷]"
    private static let ideographs = ["一", "二", "三", "四", "五", "六"]
}
