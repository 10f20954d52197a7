import Testing

@testable import BatchVideo

@Suite("A narration by a language model")
struct ScriptWriterTests {
    private func writer(_ topic: String = "海边的灯塔", minutes: Double = 1) throws -> ScriptWriter {
        ScriptWriter(try ScriptWish(topic: topic, minutes: minutes))
    }

    private func answer(_ text: String) -> ModelAnswer { ModelAnswer(text: text, cost: .free) }

    @Test("has the length that its minutes take to say, in its topic's language")
    func length() throws {
        let chinese = try ScriptWish(topic: "海边的灯塔", minutes: 3)
        let english = try ScriptWish(topic: "lighthouses", minutes: 3)

        #expect(chinese.language == .mandarin && chinese.length == 738)
        #expect(english.language == .english && english.length == 441)
        #expect(try ScriptWish(topic: "lighthouses", language: .mandarin, characters: 500).length == 500)
        for wrong in [0.01, 31, 60] {
            #expect(throws: BatchVideoError.self) { try ScriptWish(topic: "灯塔", minutes: wrong * 1.3) }
        }
        #expect(throws: BatchVideoError.self) { try ScriptWish(topic: " \n") }
    }

    @Test("is planned in parts when it is long, each within what a small model writes")
    func parts() throws {
        #expect(try writer(minutes: 3).parts == 1)
        let long = try writer(minutes: 10)
        #expect((4...6).contains(long.parts))
        #expect(long.questions.count == long.parts + 1)
        #expect(long.questions.allSatisfy { $0.maxTokens <= 4_096 })
    }

    @Test("is read without courtesies, labels, stage directions and Markdown")
    func courtesies() throws {
        let said = try writer().text(
            in: answer(
                """
                好的，以下是旁白：

                ## 灯塔
                【镜头：海面】
                旁白：老人**慢慢**走上石阶。（音乐渐起）他点亮了灯。

                ---
                （字数：18）
                """))
        #expect(said.text == "灯塔\n\n老人慢慢走上石阶。他点亮了灯。")
        let english = try writer("lighthouses").text(
            in: answer("Sure, here is your script:\n\n[waves]\nNarrator: The lamp is lit (at last).\n\nThe end."))
        #expect(english.text == "The lamp is lit (at last).")
        let honest = "Here is where the sea begins.\n\nThe end came quietly."
        #expect(try writer("lighthouses").text(in: answer(honest)).text == honest)
    }

    @Test("is asked for again when it is in another language, too short or too long")
    func faults() throws {
        let writer = try writer()  // 246 characters
        #expect(writer.text(in: answer("The keeper climbs the steps.")).fault == .language)
        #expect(writer.text(in: answer("……")).fault == .empty)
        let short = String(repeating: "灯", count: 150)
        #expect(writer.text(in: answer(short)).fault == .length(150))
        #expect(writer.text(in: answer(String(repeating: "灯", count: 180))).fault == nil)
        #expect(writer.text(in: answer(String(repeating: "灯", count: 340))).fault == .length(340))
        #expect(writer.better(short, String(repeating: "灯", count: 200)).count == 200)

        let first = writer.question(part: 0, of: [], after: "", attempt: 1)
        let second = writer.question(part: 0, of: [], after: "", attempt: 2, fault: .length(150))
        #expect(first != second && second.text.contains("had 150 characters; write 246 characters"))
    }

    @Test("has an outline of headings that become chapters")
    func outline() throws {
        let writer = try writer(minutes: 8)
        let lines = (1...writer.parts).map { "\($0). **第\($0)夜。** | 讲第\($0)夜" }.joined(separator: "\n")
        let read = writer.outline(in: answer(lines))

        #expect(read.fault == nil && read.parts.count == writer.parts)
        #expect(read.parts[0] == ScriptWriter.Part(heading: "第1夜", point: "讲第1夜"))
        #expect(writer.outline(in: answer("1. 第一夜")).fault == .parts(1))
        #expect(writer.outline(in: answer("1. The first night")).fault == .language)
        let whole = writer.assembled(read.parts, read.parts.map { _ in "他点亮了灯。海上起雾了。" })
        let script = try Script(reading: whole)
        #expect(script.sentences.map(\.text).prefix(3) == ["第1夜", "他点亮了灯。", "海上起雾了。"])
    }

    @Test(
        "is checked against its language by its letters",
        arguments: [
            ("zh-CN", "老人走上石阶。", true), ("zh-TW", "老人走上石階。", true), ("yue", "佢行上石級。", true),
            ("zh-CN", "He climbs.", false), ("en-US", "He climbs.", true), ("de-DE", "Er steigt hinauf.", true),
            ("en-US", "老人走上石阶。", false), ("ja-JP", "老人が石段を登る。", true), ("ja-JP", "老人走上石阶。", false),
            ("uk-UA", "Він піднімається.", true), ("ko-KR", "노인이 오른다.", true), ("fr-FR", "Он идёт.", false),
        ])
    func languages(tag: String, text: String, isWritten: Bool) {
        #expect(Language(tag).isWritten(in: text) == isWritten)
    }
}

@Suite("Titles and descriptions by a language model")
struct TitleWriterTests {
    private func answer(_ text: String) -> ModelAnswer { ModelAnswer(text: text, cost: .free) }

    @Test("titles are read without numbers and quotes; long, foreign and known ones are left out")
    func titles() throws {
        let writer = try TitleWriter(text: "老人走上石阶，点亮了灯。", count: 4, longest: 12)
        let found = writer.titles(
            in: answer(
                "以下是标题：\n1. 《灯塔的夜》\n2、“守灯人”\n(3) The light\n4. 灯塔的夜\n5. \(String(repeating: "长", count: 13))\n- 海上的光"),
            known: ["守灯人"])

        #expect(found == ["灯塔的夜", "海上的光"])
        let again = writer.question(attempt: 2, known: ["守灯人"])
        #expect(again.text.hasPrefix("Titles: 3") && again.text.contains("none of these: 守灯人"))
        #expect(throws: BatchVideoError.self) { try TitleWriter(text: "灯", count: 0) }
        #expect(throws: BatchVideoError.self) { try TitleWriter(text: "灯", longest: 201) }
    }

    @Test("a title keeps the number that belongs to it")
    func numbers() throws {
        let writer = try TitleWriter(text: "The keeper climbs.", count: 2)
        #expect(
            writer.titles(in: answer("1. 12 nights at sea\n2. 1984 and the light")) == [
                "12 nights at sea", "1984 and the light",
            ])
    }

    @Test("a description comes with its hashtags, each once")
    func description() throws {
        let writer = try DescriptionWriter(text: "老人走上石阶，点亮了灯。")
        let (found, isWhole) = try #require(
            writer.description(in: answer("海边灯塔的一夜。献给爱海的人。\n\n#灯塔 #大海# ＃守夜 #灯塔")))

        #expect(isWhole)
        #expect(found == PublishDescription(text: "海边灯塔的一夜。献给爱海的人。", hashtags: ["灯塔", "大海", "守夜"]))
        #expect(found.published.hasSuffix("\n\n#灯塔 #大海 #守夜"))
        #expect(writer.description(in: answer("海边灯塔的一夜。"))?.isWhole == false)
        #expect(writer.description(in: answer("A night. #sea")) == nil)
        #expect(writer.description(in: answer("#灯塔")) == nil)
    }
}
