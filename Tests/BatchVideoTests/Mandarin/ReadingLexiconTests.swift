import Testing

@testable import BatchVideo

@Suite("Readings of the user")
struct ReadingLexiconTests {
    @Test("win over dictionary, context and sandhi")
    func wins() throws {
        let reader = try Readings.reader()

        #expect(reader.spoken("银行", lexicon: ["银行": "yin2 xing2"]) == "yin2 xing2")
        #expect(reader.spoken("你好吗", lexicon: ["你好": "ni3 hao3"]) == "ni3 hao3 ma5")
        #expect(reader.spoken("一个", lexicon: ["一": "yi1"]) == "yi1 ge4")
        #expect(reader.spoken("重庆人", lexicon: ["重庆": "chóng qìng"]) == "chong2 qing4 ren2")
    }

    @Test("the longest entry wins, whatever the order")
    func longest() throws {
        let lexicon = ["单": "shan4", "单田芳": "shan4 tian2 fang1", "单田": "dan1 tian2"]

        #expect(
            try Readings.reader().spoken("单田芳说单", lexicon: lexicon)
                == "shan4 tian2 fang1 shuo1 shan4")
    }

    @Test("also read Latin words and numbers, whole ones only")
    func latin() throws {
        let reader = try Readings.reader()
        let lexicon = ["GPT": "ji1 pi4 ti1", "5G": "wu3 ji4", "996": "jiu3 jiu3 liu4"]

        #expect(reader.spoken("GPT和5G", lexicon: lexicon) == "ji1 pi4 ti1 he2 wu3 ji4")
        #expect(reader.spoken("GPTs", lexicon: lexicon) == "<GPTs>")
        #expect(reader.spoken("19960", lexicon: lexicon).hasPrefix("yi2 wan4"))
    }

    @Test("keep a range for each character where there is a syllable for each")
    func ranges() throws {
        let phrases = try Readings.reader().read("说单田芳", lexicon: ["单田芳": "shan4 tian2 fang1"])

        guard case .words(let words)? = phrases.first else {
            Issue.record("no words")
            return
        }
        #expect(
            words.last
                == PinyinWord(syllables: ["shan4", "tian2", "fang1"], range: TextRange(1, 4)))
    }

    @Test(
        "that are no pinyin are passed over",
        arguments: ["", "  ", "123", "你好", "hang2 ?", "zzz9", "xx4"])
    func invalid(reading: String) throws {
        #expect(MandarinReader.syllables(of: reading) == nil)
        #expect(try Readings.reader().spoken("银行", lexicon: ["银行": reading]) == "yin2 hang2")
    }

    @Test(
        "are written with digits or marks",
        arguments: [
            ("hang2 zhang3", ["hang2", "zhang3"]), ("hang2zhang3", ["hang2", "zhang3"]),
            ("háng zhǎng", ["hang2", "zhang3"]),
            ("lü4", ["lv4"]), ("lǜ", ["lv4"]), ("LV4", ["lv4"]), ("de", ["de5"]), ("de0", ["de5"]),
            ("xi1'an1", ["xi1", "an1"]),
            ("ń", ["n2"]), ("hng5", ["hng5"]),
        ])
    func spelling(reading: String, syllables: [String]) {
        #expect(MandarinReader.syllables(of: reading) == syllables)
    }
}
