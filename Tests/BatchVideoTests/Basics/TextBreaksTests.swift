import BatchVideo
import Testing

@Suite("Text breaks")
struct TextBreaksTests {
    private func parts(_ text: String, _ unit: TextBreaks.Unit, _ locale: String) -> [String] {
        let offsets = TextBreaks.offsets(unit, in: text, locale: locale)
        return zip(offsets, offsets.dropFirst()).map { text[TextRange($0, $1)] }
    }

    @Test("words of Chinese, Japanese, Thai and English")
    func words() {
        #expect(parts("秋天要注意保暖", .word, "zh") == ["秋天", "要注意", "保暖"])
        #expect(parts("今日は天気", .word, "ja") == ["今日", "は", "天気"])
        #expect(parts("สวัสดีครับ", .word, "th") == ["สวัสดี", "ครับ"])
        #expect(parts("It's 3.5 km.", .word, "en") == ["It's", " ", "3.5", " ", "km", "."])
        #expect(parts("用了三十多年", .word, "zh").prefix(2) == ["用", "了"])
    }

    @Test("spoken words are words without spaces and punctuation")
    func spokenWords() {
        let text = "“你好”，GPT-4o costs 3.5！"
        let words = TextBreaks.words(in: text, locale: "zh").map { text[$0] }

        #expect(words == ["你好", "GPT", "4o", "costs", "3.5"])
    }

    @Test("lines, sentences and graphemes")
    func others() {
        #expect(parts("他说：“你好。”（完）", .line, "zh") == ["他", "说：", "“你", "好。”", "（完）"])
        #expect(parts("One. Two.", .sentence, "en") == ["One. ", "Two."])
        #expect(parts("a👨‍👩‍👧e\u{301}", .grapheme, "en") == ["a", "👨‍👩‍👧", "e\u{301}"])
    }

    @Test("borders rise from 0 to the end, in any text")
    func borders() {
        var random = SeededRandom(seed: 41)
        for _ in 0..<800 {
            let text = HostileText.make(&random)
            for unit in TextBreaks.Unit.allCases {
                let offsets = TextBreaks.offsets(unit, in: text, locale: "zh-CN")
                #expect(offsets.first == 0 && offsets.last == text.utf16.count)
                #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
        #expect(TextBreaks.offsets(.word, in: "", locale: "zh") == [0])
    }

    @Test("columns: Latin one, Chinese two, marks none")
    func columns() {
        #expect(TextWidth.columns("abc", ideographic: true) == 3)
        #expect(TextWidth.columns("你好，", ideographic: true) == 6)
        #expect(TextWidth.columns("“a”", ideographic: true) == 5)
        #expect(TextWidth.columns("“a”", ideographic: false) == 3)
        #expect(TextWidth.columns("e\u{301}\u{200b}안", ideographic: false) == 3)
        #expect(TextWidth.columns("😀👨‍👩‍👧", ideographic: false) == 4)
    }
}
