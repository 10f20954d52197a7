import Testing

@testable import BatchVideo

@Suite("Mandarin tone sandhi")
struct ToneSandhiTests {
    @Test(
        "一 changes before other tones, and not in numbers, orders or at the end",
        arguments: [
            ("一天", "yi4 tian1"), ("一年", "yi4 nian2"), ("一起", "yi4 qi3"), ("一样", "yi2 yang4"),
            ("一个", "yi2 ge4"),
            ("第一次", "di4 yi1 ci4"), ("统一", "tong3 yi1"), ("万一", "wan4 yi1"),
            ("一月一日", "yi1 yue4 yi1 ri4"),
            ("二十一个", "er4 shi2 yi1 ge4"), ("一百", "yi4 bai3"), ("一万", "yi2 wan4"), ("一亿", "yi2 yi4"),
            ("一九九七年", "yi1 jiu2 jiu3 qi1 nian2"), ("1997年", "yi1 jiu2 jiu3 qi1 nian2"),
            ("1个", "yi2 ge4"),
            ("21个", "er4 shi2 yi1 ge4"), ("1.5", "yi1 dian2 wu3"), ("看一看", "kan4 yi5 kan4"),
            ("一步一步", "yi2 bu4 yi2 bu4"),
            ("三比一战胜", "san1 bi3 yi1 zhan4 sheng4"), ("星期一", "xing1 qi1 yi1"),
            ("一心一意", "yi4 xin1 yi2 yi4"),
            ("111", "yi4 bai3 yi1 shi2 yi1"), ("一流", "yi1 liu2"), ("一楼", "yi1 lou2"),
        ])
    func one(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }

    @Test(
        "不 changes before a fourth tone and is light between verbs",
        arguments: [
            ("不说", "bu4 shuo1"), ("不来", "bu4 lai2"), ("不好", "bu4 hao3"), ("不是", "bu2 shi4"),
            ("不对", "bu2 dui4"),
            ("好不好", "hao3 bu5 hao3"), ("去不去", "qu4 bu5 qu4"), ("看不见", "kan4 bu5 jian4"),
            ("对不起", "dui4 bu5 qi3"),
            ("起不来", "qi3 bu5 lai2"), ("差不多", "cha4 bu5 duo1"), ("不", "bu4"),
        ])
    func not(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }

    @Test(
        "third tones change by words",
        arguments: [
            ("你好", "ni2 hao3"), ("雨伞", "yu2 san3"), ("买雨伞", "mai3 yu2 san3"),
            ("展览馆", "zhan2 lan2 guan3"),
            ("手写体", "shou2 xie2 ti3"), ("水彩笔", "shui2 cai2 bi3"), ("纸老虎", "zhi3 lao2 hu3"),
            ("小老鼠", "xiao3 lao2 shu3"),
            ("我很好", "wo3 hen2 hao3"), ("我很想买", "wo3 hen2 xiang2 mai3"),
            ("所有领导", "suo2 you3 ling2 dao3"),
            ("小姐", "xiao2 jie5"), ("想想", "xiang2 xiang5"), ("哪里", "na2 li3"), ("姐姐", "jie3 jie5"),
            ("奶奶", "nai3 nai5"),
        ])
    func third(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }

    @Test("no two third tones are left side by side for espeak to change again")
    func nothingLeft() throws {
        let reader = try Readings.reader()

        for (sentence, _) in GoldenSentences.all {
            for case .words(let words) in reader.read(sentence) {
                let tones = words.flatMap(\.syllables).map(\.tone)
                #expect(!zip(tones, tones.dropFirst()).contains { $0 == (3, 3) }, "\(sentence)")
            }
        }
    }

    @Test(
        "儿 joins its word, and stays a child in others",
        arguments: [
            ("花儿", "hua1 er5"), ("一会儿", "yi2 hui4 er5"), ("玩儿", "wan2 er5"), ("女儿", "nv3 er2"),
            ("幼儿园", "you4 er2 yuan2"),
            ("儿子", "er2 zi5"), ("一点儿", "yi4 dian3 er5"),
        ])
    func rhotic(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }

    @Test(
        "suffixes and doubled words are light",
        arguments: [
            ("我们的", "wo3 men5 de5"), ("桌子", "zhuo1 zi5"), ("电子", "dian4 zi3"), ("子宫", "zi3 gong1"),
            ("石头", "shi2 tou5"),
            ("看看", "kan4 kan5"), ("爸爸", "ba4 ba5"), ("地方", "di4 fang5"), ("地方性", "di4 fang1 xing4"),
            ("东西", "dong1 xi5"),
            ("东西方", "dong1 xi1 fang1"), ("老朋友", "lao3 peng2 you5"), ("慢慢地走", "man4 man4 de5 zou3"),
        ])
    func light(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }
}
