import BatchVideo
import Testing

@Suite("Scene lexicon")
struct SceneLexiconTests {
    private func favourite(_ text: String) -> SceneFamily? {
        let families = SceneLexicon.standard.evidence(in: text).families
        return families.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
    }

    private func light(_ text: String) -> ScenePalette? {
        let palettes = SceneLexicon.standard.evidence(in: text).palettes
        return palettes.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
    }

    @Test("knows more than a thousand words")
    func size() {
        #expect(SceneLexicon.standard.wordCount > 1000)
    }

    @Test(
        "words ask for their scene",
        arguments: [
            ("秋天的落叶铺满了小路", SceneFamily.autumnHills), ("老渔民每天出海打鱼", .sea),
            ("西湖边的柳树发芽了", .springLake), ("森林里的小鹿", .forest), ("高楼大厦，霓虹闪烁", .city),
            ("一杯绿茶，慢慢品茶", .teaTable), ("荷塘里的荷花开了", .lotus), ("人工智能和大数据", .technology),
            ("一家人坐在客厅的沙发上", .livingRoom), ("李白的诗词", .ink), ("满天繁星，银河如练", .starryCabin),
            ("大雪纷飞的冬天", .winterCabin), ("朝阳从山顶升起", .sunrisePeak), ("麦田里的农民", .wheatField),
            ("The sailors rowed their boats ashore", .sea),
            ("Autumn leaves of the maples", .autumnHills),
            ("Robots and artificial intelligence", .technology), ("a skyscraper downtown", .city),
            ("It was snowing all winter", .winterCabin),
            ("The farmers harvested their crops", .wheatField),
            ("stars over the cabin, the milky way", .starryCabin), ("two cups of tea", .teaTable),
            ("the sofa in the living room", .livingRoom),
            ("walking in the woods among pines", .forest),
            ("climbers reached the summit at sunrise", .sunrisePeak),
            ("an ancient emperor's poem", .ink),
        ])
    func families(text: String, family: SceneFamily) {
        #expect(favourite(text) == family)
    }

    @Test(
        "words ask for their light",
        arguments: [
            ("夜深了，月光如水", ScenePalette.deep), ("夕阳下的温暖", .warm), ("蓝天白云，春暖花开", .clear),
            ("At midnight the stars came out", .deep), ("the golden hour before sunset", .warm),
            ("a sunny day in the park", .clear),
        ])
    func palettes(text: String, palette: ScenePalette) {
        #expect(light(text) == palette)
    }

    @Test("the longest word wins: place names and figures of speech are no landscape")
    func longestMatch() {
        #expect(favourite("上海") == .city)
        #expect(SceneLexicon.standard.evidence(in: "海关 国家 星期 湖南").families.isEmpty)
        #expect(favourite("the living room") == .livingRoom)
    }

    @Test("traditional characters are read as simplified ones")
    func traditional() {
        let lexicon = SceneLexicon.standard
        #expect(lexicon.evidence(in: "紅葉與銀杏") == lexicon.evidence(in: "红叶与银杏"))
        #expect(favourite("紅葉") == .autumnHills)
    }

    @Test("forms of an English word are one word")
    func stems() {
        for (form, word) in [
            ("mountains", "mountain"), ("cities", "city"), ("snowing", "snow"), ("walked", "walk"),
            ("running", "run"), ("falling", "fall"), ("beaches", "beach"), ("houses", "house"),
            ("farmer's", "farmer"), ("quietly", "quiet"), ("horses", "horse"),
        ] {
            #expect(WordStem.of(form) == WordStem.of(word), "\(form)")
        }
        #expect(WordStem.of("evening") != WordStem.of("even"))
        #expect(WordStem.of("care") != WordStem.of("car"))
    }

    @Test("a phrase does not reach over punctuation")
    func borders() {
        let lexicon = SceneLexicon.standard
        #expect(
            lexicon.evidence(in: "We are living. Room for all.") == lexicon.evidence(in: "room"))
        #expect(lexicon.evidence(in: "海。边") == lexicon.evidence(in: "海"))
        #expect(lexicon.evidence(in: "海边").families != [:])
    }

    @Test("text without a known word asks for nothing")
    func neutral() {
        #expect(SceneLexicon.standard.evidence(in: "").hits == 0)
        #expect(SceneLexicon.standard.evidence(in: "🎈 12345 ---- zzzz").hits == 0)
    }
}
