import BatchVideo
import Testing

@Suite("What shots ask libraries of footage for")
struct FootageWordsTests {
    private func shot(_ text: String, prompt: String = "") -> Shot {
        Shot(
            index: 0, span: TimeSpan(startMs: 0, endMs: 4000), text: text, firstCue: 0, lastCue: 0,
            isMoving: true,
            prompt: prompt)
    }

    @Test(
        "Chinese is looked for in Chinese, and in English where a library wants that",
        arguments: [
            ("老渔夫每天清晨在海边看灯塔", "清晨 海边 灯塔", "morning light coast lighthouse"),
            ("一杯咖啡，一只小猫", "咖啡 小猫", "coffee cat"),
            ("紅葉落滿山路", "红叶 山路", "maple leaves mountain road"),
            ("海关和国家", nil, nil),
        ] as [(String, String?, String?)])
    func chinese(_ text: String, _ own: String?, _ english: String?) {
        let words = FootageWords(text: text)
        #expect(words.query(inEnglish: false) == own)
        #expect(words.query(inEnglish: true) == english)
    }

    @Test(
        "English keeps the words that name what can be seen",
        arguments: [
            ("The sailors rowed their boats towards the lighthouse", "sailors boats lighthouse"),
            ("She was always there for them", nil),
            ("Sunday, Monday", nil),
            ("A wide shot of a red bicycle in the living room", "red bicycle living room"),
        ] as [(String, String?)])
    func english(_ text: String, _ query: String?) {
        #expect(FootageWords(text: text).query(inEnglish: true) == query)
    }

    @Test("a prompt in English counts more than what is said")
    func prompt() {
        let said = shot("他终于成功了", prompt: "a climber on a mountain peak at dawn")
        #expect(FootageWords(shot: said).query(inEnglish: true)?.contains("peak") == true)
        let plain = shot("大海", prompt: "大海")
        #expect(FootageWords(shot: plain) == FootageWords(text: "大海"))
    }

    @Test("every pair of the glossary can be found, and is said in plain words")
    func glossary() {
        for text in ["奶茶", "灯塔", "白头偕老", "夜景", "太极拳"] {
            let term = FootageWords(text: text).terms.first
            #expect(term?.own == text)
            #expect(term?.english.allSatisfy { $0.isASCII && $0 != "_" } == true)
        }
    }

    @Test("where nothing can be seen scenery is, the same for the same seed")
    func scenery() {
        let drawn = (0..<40).map { FootageWords.scenery(seed: 7, shot: $0, inEnglish: true) }
        #expect(drawn == (0..<40).map { FootageWords.scenery(seed: 7, shot: $0, inEnglish: true) })
        #expect(Set(drawn).count > 5)
    }
}

@Suite("Ranking of footage")
struct FootageRankingTests {
    private func item(
        _ id: String, _ tags: [String], seconds: Double = 10, width: Int = 1920, height: Int = 1080,
        library: String = "lib"
    ) -> FootageItem {
        FootageItem(
            library: library, id: id, length: MediaTime(seconds: seconds), tags: tags, page: "", author: "",
            licence: "", renditions: [.init(url: "x", size: PixelSize(width: width, height: height))])
    }

    private func ranking(_ text: String, seed: UInt64 = 1) -> FootageRanking {
        FootageRanking(
            words: FootageWords(text: text), canvas: PixelSize(width: 1360, height: 768),
            length: MediaTime(ms: 5000), seed: seed)
    }

    private func ids(_ marked: [FootageRanking.Marked]) -> [String] { marked.map(\.item.id) }

    @Test(
        "a word of the shot beats an idea, an idea beats nothing, in both languages",
        arguments: ["海边的灯塔", "a lighthouse on the coast"])
    func relevance(_ text: String) {
        let items = [
            item("city", ["city", "traffic"]), item("sea", ["ocean", "seagull"]), item("tower", ["灯塔"]),
            item("coast", ["lighthouse coast"]),
        ]
        let marked = ranking(text).ranked(items)
        #expect(ids(marked).first == "coast")
        #expect(ids(marked).last == "city")
        #expect(marked.last?.relevance == 0)
        let sea = marked.first { $0.item.id == "sea" }?.relevance ?? 0
        #expect(sea > 0 && sea < 1)
    }

    @Test("word forms and words inside longer tags are found; parts of words are not")
    func forms() {
        let cats = ranking("the cat")
        #expect(cats.relevance(of: ["black cats playing"]) == 1)
        #expect(cats.relevance(of: ["category"]) == 0)
        #expect(ranking("living room").relevance(of: ["people living", "room"]) < 1)
        #expect(ranking("大海").relevance(of: ["大海日出"]) == 1)
    }

    @Test("of clips that say the same, shape, length and sharpness decide")
    func fit() {
        let items = [
            item("upright", ["cat"], width: 1080, height: 1920), item("short", ["cat"], seconds: 1),
            item("small", ["cat"], width: 320, height: 180), item("good", ["cat"]),
        ]
        let marked = ranking("cat").ranked(items)
        #expect(ids(marked).first == "good")
        #expect(marked.allSatisfy { $0.mark <= FootageRanking.best })
    }

    @Test("what fits matters less than what is asked for")
    func wordsFirst() {
        let items = [
            item("pretty", ["mountain"]), item("right", ["cat"], seconds: 4, width: 640, height: 360),
        ]
        #expect(ids(ranking("cat").ranked(items)).first == "right")
    }

    @Test("a clip comes once, not when the film shows it, and later when others do")
    func uses() {
        let items = [item("a", ["cat"]), item("b", ["cat"]), item("a", ["cat"]), item("c", ["cat"])]
        let all = ranking("cat").ranked(items)
        #expect(ids(all).sorted() == ["a", "b", "c"])
        #expect(!ids(ranking("cat").ranked(items, shown: ["lib:a"])).contains("a"))
        let used = ranking("cat").ranked(items, uses: ["lib:a": 2, "lib:b": 1])
        #expect(ids(used) == ["c", "b", "a"])
    }

    @Test("ties are seeded: the same seed gives the same order, others another")
    func ties() {
        let items = (0..<12).map { item("\($0)", [], library: "lib\($0)") }
        let orders = (0..<6).map { ids(ranking("cat", seed: $0).ranked(items)) }
        #expect(orders[3] == ids(ranking("cat", seed: 3).ranked(items)))
        #expect(Set(orders).count > 3)
    }

    @Test("the library's own order decides where nothing else is known")
    func order() {
        let items = (0..<8).map { item("\($0)", []) }
        #expect(ids(ranking("cat").ranked(items)) == (0..<8).map(String.init))
    }
}
