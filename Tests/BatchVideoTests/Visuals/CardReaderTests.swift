import BatchVideo
import Testing

@Suite("Card reader")
struct CardReaderTests {
    @Test(
        "a number with its unit is taken with what it tells",
        arguments: [
            ("去年，GDP 增长了 5.2%。", "5.2%", "GDP 增长"),
            ("这座桥全长 55 公里。", "55公里", "这座桥全长"),
            ("老人每天要喝 8 杯水才好。", "8杯", "老人每天要喝 8 杯水才好"),
            ("About 71% of the surface is water.", "71%", "About 71% of the surface is water"),
            ("The population rose to 8.1 billion.", "8.1 billion", "The population rose"),
            ("It costs 1,250 dollars, they say.", "1,250 dollars", "It costs"),
            ("他今年 93 岁！", "93岁", "他今年"),
        ])
    func numbers(text: String, value: String, caption: String) {
        #expect(CardReader.best(in: text)?.text == .number(value: value, caption: caption))
    }

    @Test("years, ordinals and bare digits are no number card")
    func plainNumbers() {
        for text in ["2024年。", "第3天。", "Chapter 12.", "GPT-4 天。", "A4 days."] {
            #expect(CardReader.best(in: text) == nil, "\(text)")
        }
    }

    @Test(
        "a sentence that stands alone is quoted, without its full stop",
        arguments: [
            ("人生如茶，沉时坦然，浮时淡然。", "人生如茶，沉时坦然，浮时淡然"),
            ("早睡早起，身体好！", "早睡早起，身体好！"),
            ("A quiet mind sees more than a busy one.", "A quiet mind sees more than a busy one"),
        ])
    func quotes(text: String, quote: String) {
        #expect(CardReader.best(in: text)?.text == .quote(quote))
    }

    @Test(
        "halves, questions, dialogue, long ones and ones that lean on others are not quoted",
        arguments: [
            "你今天吃了什么？", "他说：“我们回家吧。”", "但是他没有回答我的话。", "好的。", "Yes.",
            "However, nothing came of all of this.", "没有句号的半句话就不能要",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五。",
        ])
    func unfit(text: String) {
        #expect(CardReader.best(in: text) == nil)
    }

    @Test("the rest of a sentence begun before is not quoted")
    func continued() {
        let text = "走过了漫长的冬天。人生如茶，沉时坦然。"
        #expect(CardReader.best(in: text, startsMidSentence: true)?.text == .quote("人生如茶，沉时坦然"))
        #expect(CardReader.best(in: "走过了漫长的冬天。", startsMidSentence: true) == nil)
    }
}
