import BatchVideo
import TestKit
import Testing

@Suite("Sentences")
struct SentenceTests {
    /// "|" marks where a sentence ends; without the marks it is the text.
    @Test(
        "Chinese sentences end where a reader says so",
        arguments: [
            "秋天来了，天气渐渐变凉。|老人们常说要注意保暖！|你记住了吗？",
            "价格是3.14元，涨了5.2%。|圆周率约等于3.1415926。",
            "时间是2024-12-31 08:05，地点在北京。|不见不散。",
            "请访问https://example.com/a.b?q=1,2。|那里有更多内容。",
            "版本v1.2.3已经发布！|GPT-4o也更新了。",
            "他说：“你好。|今天怎么样？”|我笑了笑没有回答。",
            "“你怎么来了？”他问。|我没有说话，只是看着窗外。",
            "“快跑！”她大声喊道，可是已经来不及了。",
            "我看过《你好，李焕英！》这部电影。|它让我哭了很久。",
            "这件事（真的有这么难吗？）其实很简单。|试试看。",
            "他想了很久……最后还是走了。|没有人知道为什么。",
            "真的吗？！|这也太神奇了！！！|我不敢相信。",
            "小明的邮箱是ming.li@mail.example.com。|欢迎来信。",
            "今天很好.|我们去公园吧.|大家都同意了",
            "第一步：洗手；第二步：切菜。|第三步最重要，别忘了放盐。",
        ])
    func chinese(marked: String) throws {
        let expected = marked.split(separator: "|").map(String.init)

        let script = try Script(reading: expected.joined(), language: .mandarin)

        #expect(script.sentences.map(\.text) == expected)
        #expect(script.sentences.allSatisfy { $0.joiner.isEmpty })
    }

    @Test(
        "English sentences end where a reader says so",
        arguments: [
            "Mr. Smith went home.|He was tired.",
            "Dr. J. K. Brown lives in the U.S. with her cat.|She likes it there.",
            "It cost $3.50.|That is 2.5 times more than in 1999.",
            "We met at 5 p.m. on Friday.|Nobody was late.",
            "The doors close at 5 p.m.|The show starts at six.",
            "Bring fruit, e.g. apples or pears, etc. to the fair.|Thanks for coming!",
            "See No. 5 on page 12.|I said no.|It is not there.",
            "“Stop!” he said.|Nobody listened to him.",
            "She asked, \"Is it over?\"|\"Almost,\" he said.",
            "Wait... there is more.|And then...|Silence fell at last.",
            "Version v1.2.3 shipped on 12.05.2024.|Get it at https://example.com/get?x=1.|Enjoy the new version!",
            "Is it true?!|Yes, it is.|We checked it (twice. Really!) and wrote it down.",
            "(This one stands alone.)|This one does not.",
            "He lives in Washington D.C. and works for Acme Inc. in the city.|The rent is high.",
            "Plan B. did not work, so vitamin C.|The end came soon.",
            "Write to me@example.com.|I will answer.",
        ])
    func english(marked: String) throws {
        let expected = marked.split(separator: "|").map(String.init)

        let script = try Script(reading: expected.joined(separator: " "), language: .english)

        #expect(script.sentences.map(\.text) == expected)
    }

    @Test("mixed text is divided by the rules of both")
    func mixed() throws {
        let script = try Script(
            reading: "OpenAI发布了GPT-4o模型。It is fast! 他说：“价格是3.5元。”Everyone agreed. 真好，是不是？")

        #expect(
            script.sentences.map(\.text) == [
                "OpenAI发布了GPT-4o模型。", "It is fast!", "他说：“价格是3.5元。”", "Everyone agreed.", "真好，是不是？",
            ])
        #expect(script.text == "OpenAI发布了GPT-4o模型。It is fast! 他说：“价格是3.5元。”Everyone agreed. 真好，是不是？")
    }

    @Test("fragments stand with their neighbours, and what says nothing with anything")
    func fragments() throws {
        let script = try Script(reading: "好。我们开始吧！对。\n\n👍\n\n***\n\n下一段在这里。走！")

        #expect(script.sentences.map(\.text) == ["好。我们开始吧！对。 👍", "下一段在这里。走！"])
        #expect(script.sentences.map(\.paragraph) == [0, 1])
    }

    @Test("a sentence longer than a breath is cut at its clauses, evenly")
    func longSentences() throws {
        let clause = "如果你每天坚持早晨六点钟起床到公园里慢慢地走上四十分钟，"

        let script = try Script(reading: String(repeating: clause, count: 12) + "身体就会好起来。")

        #expect(script.sentences.count == 3)
        #expect(script.sentences.allSatisfy { $0.text.count <= 120 && $0.text.count > 60 })
        #expect(script.sentences.dropLast().allSatisfy { $0.text.hasSuffix("，") })
    }

    @Test("a number, an address and a word survive the cutting of a long sentence")
    func longSentencesWithNumbers() throws {
        let unit = "the total of 1,234,567.89 dollars on https://example.com/a,b/c "

        let script = try Script(reading: String(repeating: unit, count: 20), language: .english)

        #expect(script.sentences.count > 3)
        let text = script.sentences.map(\.text).joined(separator: " ") + " "
        #expect(text == String(repeating: unit, count: 20))
        for sentence in script.sentences.map(\.text) {
            #expect(sentence.count <= 300)
            #expect(["the", "total", "of", "1,234,567.89", "dollars", "on", "https://example.com/a,b/c"]
                .contains(sentence.split(separator: " ").last ?? ""))
        }
    }

    @Test("paragraphs are lines, unless the text was wrapped by hand")
    func paragraphs() throws {
        let lines = try Script(reading: "标题在这里\n第一段的内容。\n第二段的内容。")
        let wrapped = try Script(
            reading: """
                The old harbour wakes long before the sun does, and the
                boats come in one after another. Nobody speaks of the
                cold.

                A second paragraph follows.
                """)

        #expect(lines.sentences.map(\.paragraph) == [0, 1, 2])
        #expect(wrapped.sentences.map(\.paragraph) == [0, 0, 1])
        #expect(wrapped.sentences[1].text == "Nobody speaks of the cold.")
    }

    @Test("sentences joined are the cleaned text but for white space; each has something to say")
    func joined() throws {
        var random = SeededRandom(seed: 7)
        var count = 0
        for _ in 0..<4000 {
            let text = HostileText.make(&random)
            guard !text.utf8.contains(0), CleanText(text).isSpeakable else { continue }

            let script = try Script(reading: text)

            count += 1
            let clean = CleanText(text).value.filter { !$0.isWhitespace }
            #expect(script.text.filter { !$0.isWhitespace } == clean)
            for sentence in script.sentences {
                #expect(!sentence.text.filter(\.isSpeakable).isEmpty)
                #expect(sentence.text.first?.isWhitespace == false)
                #expect(sentence.text.last?.isWhitespace == false)
                #expect(sentence.spoken.utf16.count == sentence.text.utf16.count)
            }
            #expect(script.sentences.map(\.index) == Array(script.sentences.indices))
        }
        #expect(count > 3000)
    }

    @Test(
        "ten thousand characters without a break are read in a moment",
        arguments: ["a", "好", "!", "(", "\"", "a.", "《", "**", "[x](", "! ", "“好。”"])
    func monotony(unit: String) throws {
        let text = "go" + String(repeating: unit, count: 9_990 / unit.count)

        var script = Script(language: .english, sentences: [])
        let seconds = try ProcessorTime.seconds { script = try Script(reading: text) }

        #expect(seconds < 4)
        #expect(script.sentences.allSatisfy { !$0.text.isEmpty })
    }
}
