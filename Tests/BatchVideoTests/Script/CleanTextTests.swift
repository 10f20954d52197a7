import BatchVideo
import Foundation
import Testing

@Suite("Clean text")
struct CleanTextTests {
    @Test("marks of writing tools go, with what is between, over lines too")
    func marks() {
        #expect(CleanText("开头#@#一行\n两行#@#结尾").value == "开头结尾")
        #expect(CleanText("a#@#b").value == "a#@#b")
        #expect(CleanText("#@##@#a#@#x#@#").value == "a")
    }

    @Test("controls, direction overrides and byte order marks go; line ends become line feeds")
    func controls() {
        #expect(CleanText("a\u{7}b\u{1b}[31mc\u{9f}").value == "ab[31mc")
        #expect(CleanText("\u{feff}a\u{202e}b\u{2066}c").value == "abc")
        #expect(CleanText("a\r\nb\rc\u{2028}d\u{85}e").value == "a\nb\nc\nd\ne")
    }

    @Test("ideographic spaces, joiners, tabs and emoji stay; letters are composed")
    func kept() {
        #expect(CleanText("甲\u{3000}乙").value == "甲\u{3000}乙")
        #expect(CleanText("👨‍👩‍👧 a\tb").value == "👨‍👩‍👧 a\tb")
        #expect(Array(CleanText("cafe\u{301}").value.unicodeScalars).count == 4)
    }

    @Test(
        "the typing of Markdown goes, its words stay",
        arguments: [
            ("# Title", "Title"), ("### 标题", "标题"), ("#hashtag", "#hashtag"), ("**bold** text", "bold text"),
            ("- item", "item"), ("* item", "item"), ("-5 degrees", "-5 degrees"), ("> quoted", "quoted"),
            ("2 ** 3 = 8", "2 ** 3 = 8"), ("a `code` b", "a code b"), ("---", ""), ("```swift", ""),
            ("see [the site](https://a.b/c) now", "see the site now"), ("![a cat](cat.png)!", "a cat!"),
            ("~~old~~ new", "old new"), ("[1] is a note", "[1] is a note"), ("**unclosed", "**unclosed"),
            ("f(x)[0](y", "f(x)[0](y"),
        ])
    func markdown(typed: String, plain: String) {
        #expect(CleanText(typed).value == plain)
    }

    @Test("no control, override or mark survives in hostile text")
    func hostile() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<3000 {
            let clean = CleanText(HostileText.make(&random)).value
            let forbidden = clean.unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
                    || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                    || $0.value == 0xFEFF
            }
            #expect(forbidden.isEmpty)
        }
    }

    @Test("a voice is spared what is only to be seen, and offsets stay")
    func spoken() {
        let sentence = Sentence(index: 0, paragraph: 0, text: "❤️我爱👨‍👩‍👧家，5*3→15 #1️⃣", joiner: "")

        #expect(sentence.spoken.utf16.count == sentence.text.utf16.count)
        #expect(sentence.spoken.split(separator: " ").joined(separator: " ") == "我爱 家，5 3 15 1")
    }
}

@Suite("Script input")
struct ScriptInputTests {
    private func message(_ bytes: [UInt8]) -> String? {
        do {
            _ = try ScriptInput.check(Data(bytes))
            return nil
        } catch let error as BatchVideoError {
            return error.code == .invalid ? error.message : "code \(error.code)"
        } catch {
            return "\(error)"
        }
    }

    @Test("good text is returned as it is")
    func good() throws {
        #expect(try ScriptInput.check(Data("秋天来了。".utf8)) == "秋天来了。")
        #expect(message(Array(String(repeating: "好", count: 10_000).utf8)) == nil)
    }

    @Test("what is not text is refused with the byte it goes wrong at")
    func bytes() {
        #expect(message([0x61, 0x62, 0xFF, 0x63])?.contains("UTF-8 (byte 2)") == true)
        #expect(message([0xFF, 0xFE, 0x61, 0x00])?.contains("is UTF-16") == true)
        #expect(message([0x61, 0x00, 0x62])?.contains("NUL at byte 1") == true)
        #expect(message([0xE4, 0xBD])?.contains("byte 0") == true)
    }

    @Test("blank text, text that says nothing and text without end are refused")
    func content() {
        #expect(message([])?.contains("empty") == true)
        #expect(message(Array(" \n\t\u{3000}".utf8))?.contains("empty") == true)
        #expect(message(Array("😀！？…… ——".utf8))?.contains("nothing to say") == true)
        #expect(message(Array("#@#只有注释#@#".utf8))?.contains("nothing to say") == true)
        let long = String(repeating: "好", count: 10_001)
        #expect(message(Array(long.utf8))?.contains("10001 characters") == true)
    }

    @Test("an installation may take longer texts, up to what a film can be made of")
    func limit() throws {
        let long = String(repeating: "好天气。", count: 5_000)
        #expect(try ScriptInput.check(Data(long.utf8), limit: 20_000) == long)
        #expect(throws: BatchVideoError.self) { try ScriptInput.check(long, limit: 19_999) }
        #expect(try Script(reading: long).sentences.count >= 1_000)
        let endless = String(repeating: "好", count: ScriptInput.mostCharacters + 1)
        #expect(throws: BatchVideoError.self) { try Script(reading: endless) }
    }

    @Test("every message is one line")
    func oneLine() {
        for bytes: [UInt8] in [[], [0xFF], [0x61, 0], [0x21], Array(repeating: 0x61, count: 10_001)] {
            #expect(message(bytes)?.contains("\n") == false)
        }
    }

    @Test("titles have 1 to 255 characters on one line")
    func titles() throws {
        #expect(try ScriptInput.checkTitle(" 秋天\n的 故事 ") == "秋天 的 故事")
        #expect(throws: BatchVideoError.self) { try ScriptInput.checkTitle(" \u{7} ") }
        #expect(throws: BatchVideoError.self) {
            try ScriptInput.checkTitle(String(repeating: "a", count: 256))
        }
        #expect(try ScriptInput.checkTitle(String(repeating: "a", count: 255)).count == 255)
    }
}

@Suite("Language detection")
struct LanguageDetectionTests {
    @Test(
        "by the scripts of the text",
        arguments: [
            ("秋天来了，要注意保暖。", "zh"), ("Hello world", "en"), ("今日は天気がいいです。", "ja"),
            ("안녕하세요 여러분", "ko"), ("123 !?", "en"), ("OpenAI发布了GPT-4o模型，效果很好。", "zh"),
            ("The word 你好 means hello in Chinese, and it is easy to say.", "en"),
            ("东京の夜は美しい", "ja"), ("Привет, мир", "ru"), ("สวัสดีครับ", "th"),
        ])
    func detected(text: String, primary: String) {
        #expect(Language.detect(in: text).primary == primary)
    }
}
