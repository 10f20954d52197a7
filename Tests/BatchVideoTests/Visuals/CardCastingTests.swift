import Testing

@testable import BatchVideo

@Suite("Card casting")
struct CardCastingTests {
    /// Shots of five seconds; where one begins a chapter, its heading is said first.
    private func shots(_ count: Int, headings: [Int: String] = [:], text: String = "他走了出去，没有说话，") -> [Shot] {
        RandomFilms.film((0..<count).map { (headings[$0] ?? "") + text }).shots
    }

    private func openings(_ headings: [Int: String], in shots: [Shot], title: String = "") -> ChapterOpenings {
        let chapters = headings.keys.sorted().map { index in
            Chapter(title: headings[index] ?? "", start: shots[index].span.start + MediaTime(ms: 300))
        }
        return ChapterOpenings(chapters, of: title, in: shots)
    }

    private func cards(
        _ headings: [Int: String], title: String = "", limit: Int = 100
    ) -> [Int: CardText] {
        let shots = shots(30, headings: headings)
        return CardCasting(seed: 1).cards(
            for: shots, openings: openings(headings, in: shots, title: title), atMost: limit)
    }

    @Test("chapters are shown where they begin, numbered, but not on the first shot")
    func chapters() {
        let cards = cards([0: "清晨", 8: "午后", 20: "夜晚"])
        #expect(cards == [8: .chapter(number: 2, title: "午后"), 20: .chapter(number: 3, title: "夜晚")])
    }

    @Test("the film's own title is no chapter, nor is a heading that another one follows at once")
    func title() {
        #expect(cards([0: "山里的一天", 8: "午后", 20: "夜晚"], title: "山里的一天")[8] == .chapter(number: 1, title: "午后"))
        let shots = shots(30, headings: [0: "山里的一天上午", 10: "午后"])
        let chapters = [
            Chapter(title: "山里的一天", start: .zero), Chapter(title: "上午", start: MediaTime(ms: 900)),
            Chapter(title: "午后", start: shots[10].span.start),
        ]
        let openings = ChapterOpenings(chapters, of: "", in: shots)
        #expect(openings.headings.map(\.heading.number) == [1, 2])
    }

    @Test("one chapter alone is none, and of those too near each other the first is shown")
    func few() {
        #expect(cards([8: "午后"]).isEmpty)
        #expect(cards([4: "一", 6: "二", 9: "三", 12: "四"]).keys.sorted() == [4, 9])
        #expect(cards([4: "午后", 12: "夜晚"], limit: 1).keys.sorted() == [4])
        #expect(cards([4: "午后", 12: "夜晚"], limit: 0).isEmpty)
    }

    @Test("moving shots show no heading")
    func moving() {
        var film = shots(20, headings: [6: "午后", 14: "夜晚"])
        film[6].isMoving = true
        let cards = CardCasting(seed: 1).cards(for: film, openings: openings([6: "午后", 14: "夜晚"], in: film), atMost: 9)
        #expect(cards.keys.sorted() == [14])
    }

    @Test(
        "sayings keep their distance from headings, and none is read out of a heading",
        arguments: 0..<60 as Range<UInt64>)
    func distance(seed: UInt64) {
        let headings = [9: "午后", 21: "夜晚"]
        let shots = shots(40, headings: headings, text: "人生如茶，沉时坦然，浮时淡然。")
        let cards = CardCasting(seed: seed).cards(
            for: shots, openings: openings(headings, in: shots), atMost: 40)
        let places = cards.keys.sorted()
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 5 }, "\(places)")
        #expect(cards[9] == .chapter(number: 1, title: "午后") && cards[21] == .chapter(number: 2, title: "夜晚"))
        #expect(cards.count > 4)
    }

    @Test(
        "a heading's own number is taken from it",
        arguments: [
            ("第三章 夜晚", 3, "夜晚"), ("第十二节：秋天的风", 12, "秋天的风"), ("二、多走路", 2, "多走路"), ("3. The night", 3, "The night"),
            ("Chapter Four: The sea", 4, "The sea"), ("（五）回家", 5, "回家"), ("夜晚", 7, "夜晚"), ("第二章", 2, "第二章"),
            ("3.14 的故事", 7, "3.14 的故事"), ("Part of the story", 7, "Part of the story"), ("二十四节气", 7, "二十四节气"),
        ])
    func headings(heading: String, number: Int, title: String) {
        let parts = ChapterHeading(heading, ordinal: 7)
        #expect(parts.number == number && parts.title == title, "\(parts)")
    }
}
