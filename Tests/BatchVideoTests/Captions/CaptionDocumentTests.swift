import BatchVideo
import TestKit
import Testing

@Suite("Caption documents for burning")
struct CaptionDocumentTests {
    private static func document(
        _ text: String, _ look: CaptionStyle.Look, _ canvas: Canvas, plate: String = "578B2E"
    ) throws -> (sheet: CueSheet, text: String) {
        let narration = try SyntheticNarration.of(text)
        let sheet = Captioner(for: narration.language, on: canvas).cues(for: narration)
        let style = CaptionStyle(look: look, plate: plate)
        return (sheet, CaptionDocument(cues: sheet, style: style, canvas: canvas).text)
    }

    private static func events(_ document: String) -> [String] {
        document.split(separator: "\n").filter { $0.hasPrefix("Dialogue:") }.map(String.init)
    }

    /// The text of an event: all after the ninth comma.
    private static func text(_ event: String) -> String {
        String(event.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)[9])
    }

    @Test("sizes are pixels of the canvas", arguments: [Canvas.landscape, .portrait, .square])
    func canvasSize(canvas: Canvas) throws {
        let document = try Self.document("秋天来了，要注意保暖。", .outline, canvas).text

        #expect(document.contains("PlayResX: \(canvas.width)\nPlayResY: \(canvas.height)\n"))
        #expect(document.contains("WrapStyle: 2\nScaledBorderAndShadow: yes\n"))
        #expect(document.contains(",Noto Sans CJK SC,"))
    }

    @Test("the font follows the language")
    func fonts() {
        let wanted = [
            "zh-CN": "Noto Sans CJK SC", "zh-TW": "Noto Sans CJK TC", "ja-JP": "Noto Sans CJK JP",
            "ko-KR": "Noto Sans CJK KR", "en-US": "Noto Sans", "yue": "Noto Sans CJK HK",
        ]
        for (tag, family) in wanted {
            #expect(CaptionFont.noto(for: Language(tag)).family == family)
        }
    }

    @Test("no look writes no events, the others one caption for each cue", arguments: CaptionStyle.Look.allCases)
    func looks(look: CaptionStyle.Look) throws {
        let (sheet, document) = try Self.document(ReadingTexts.chinese[0], look, .landscape)

        let captions = Self.events(document).filter { $0.contains(",Caption,") }
        #expect(captions.count == (look == .none ? 0 : sheet.cues.count))
    }

    @Test("a person's text is never a command, in any look")
    func injection() throws {
        var random = SeededRandom(seed: 31)
        let looks: [CaptionStyle.Look] = [.box, .outline, .karaoke]
        for _ in 0..<1500 {
            let source = "字" + HostileText.make(&random)
            let look = looks[random.index(3)]
            let (sheet, document) = try Self.document(source, look, .portrait)

            for event in Self.events(document) {
                let commands = Self.commands(Self.text(event))
                let ours = commands.allSatisfy { command in
                    command.wholeMatch(of: /(\\(blur|xshad|yshad|fscx|fscy|k|kf)\d+)+|\\fn(Symbola)?/) != nil
                }
                #expect(ours, "\(source.debugDescription): \(commands)")
            }
            let read = try AdvancedSubStation.read(document, language: sheet.language)
            #expect(read.cues.count <= sheet.cues.count)
        }
    }

    /// What libass would take for commands: `{...}` not behind a backslash.
    private static func commands(_ text: String) -> [String] {
        var commands: [String] = []
        let scalars = Array(text.unicodeScalars)
        var i = 0
        while i < scalars.count {
            if scalars[i] == "{", let close = scalars[i...].firstIndex(of: "}") {
                commands.append(String(String.UnicodeScalarView(scalars[i + 1..<close])))
                i = close + 1
            } else {
                let isEscape = scalars[i] == "\\" && i + 1 < scalars.count
                if isEscape, "nh".unicodeScalars.contains(scalars[i + 1]) { commands.append("break") }
                i += isEscape ? 2 : 1
            }
        }
        return commands
    }

    @Test("karaoke fills each word from its first to its last sound")
    func karaoke() throws {
        for text in [ReadingTexts.chinese[1], ReadingTexts.english[1]] {
            let (sheet, document) = try Self.document(text, .karaoke, .portrait)

            let captions = Self.events(document).filter { $0.contains(",Caption,") }
            for (cue, event) in zip(sheet.cues, captions) {
                let spans = Self.filled(Self.text(event), from: cue.span.start.ms / 10 * 10)
                #expect(spans.count == cue.words.count)
                for (got, word) in zip(spans, cue.words) {
                    #expect(abs(got.start.ms - word.span.start.ms) <= 5)
                    #expect(abs(got.end.ms - word.span.end.ms) <= 5)
                }
            }
        }
    }

    private static func filled(_ text: String, from startMs: Int) -> [TimeSpan] {
        var clock = startMs
        return text.matches(of: /\\k(f?)(\d+)/).compactMap { match in
            let start = clock
            clock += (Int(match.2) ?? 0) * 10
            return match.1.isEmpty ? nil : TimeSpan(startMs: start, endMs: clock)
        }
    }

    @Test("emoji are drawn as signs of one colour in the film and kept as they are in the files")
    func emoji() throws {
        let (sheet, document) = try Self.document("今天真开心😀，一起去公园吧👨‍👩‍👧！1️⃣号线见。", .outline, .landscape)

        #expect(document.contains("开心{\\fnSymbola}😀{\\fn}，一起"))
        #expect(document.contains("{\\fnSymbola}👨{\\fn}") && !document.contains("👩"))
        let newer = try Self.document("新的表情🫠和旗帜🇨🇳。", .outline, .landscape).text
        #expect(newer.contains("新的表情和旗帜") && !newer.contains("Symbola"))
        #expect(document.contains(",,1号线见"))
        #expect(SubRip.write(sheet).contains("😀"))
        #expect(AdvancedSubStation.write(sheet).contains("😀"))
    }

    @Test("a line that would leave the picture is made smaller")
    func fit() throws {
        let wide = try Self.document("WWWWWWWWWWWW MMMMMMMMMMMM WWWWWWWWWWW.", .outline, .landscape).text
        let plain = try Self.document("The sun is up.", .outline, .landscape).text

        #expect(wide.contains("\\fscx"))
        #expect(!plain.contains("\\fscx"))
    }

    @Test("plates take any colour and letters that read on it; nonsense becomes the default")
    func plates() throws {
        let text = "秋天来了。"
        let light = try Self.document(text, .box, .landscape, plate: "FFE0A0").text
        let dark = try Self.document(text, .box, .landscape, plate: "102040").text
        let wrong = try Self.document(text, .box, .landscape, plate: "1,{\\b1}").text
        let standard = try Self.document(text, .box, .landscape).text

        #expect(light.contains("&H00141010,&H00141010,&H00FFFFFF,&H38A0E0FF"))
        #expect(dark.contains("&H00FFFFFF,&H00FFFFFF,&H00141010,&H38402010"))
        #expect(wrong == standard)
    }
}
