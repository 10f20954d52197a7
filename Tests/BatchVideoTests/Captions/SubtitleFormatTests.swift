import BatchVideo
import Testing

@Suite("Subtitle files")
struct SubtitleFormatTests {
    /// A sheet of hostile lines at hostile times.
    private static func sheet(_ random: inout SeededRandom) -> CueSheet {
        var at = random.index(3_700_000)
        var cues: [Cue] = []
        for index in 0..<random.index(8) + 1 {
            let start = at + random.index(3) * random.index(5_000)
            let end = start + 20 + random.index(7_000)
            let lines = (0..<random.index(2) + 1).map { _ in line(&random) }
            let text = lines.joined(separator: "\n")
            cues.append(
                Cue(
                    index: index, span: TimeSpan(startMs: start, endMs: end), lines: lines, text: text,
                    sentence: index, range: TextRange(0, text.utf16.count), words: []))
            at = end
        }
        return CueSheet(language: .mandarin, cues: cues)
    }

    private static func line(_ random: inout SeededRandom) -> String {
        let raw = HostileText.make(&random, parts: 8)
        let visible = raw.unicodeScalars.filter {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028 || $0 == "\t"
        }
        let end = ["字", "1", "x\\", "{", "\u{2060}", "-->"][random.index(6)]
        return String(String.UnicodeScalarView(visible)) + end
    }

    @Test("SubRip reads what it wrote")
    func subRip() throws {
        var random = SeededRandom(seed: 21)
        for _ in 0..<1500 {
            let sheet = Self.sheet(&random)
            #expect(try SubRip.read(SubRip.write(sheet), language: .mandarin) == sheet)
        }
    }

    @Test("WebVTT reads what it wrote")
    func webVTT() throws {
        var random = SeededRandom(seed: 22)
        for _ in 0..<1500 {
            let sheet = Self.sheet(&random)
            #expect(try WebVTT.read(WebVTT.write(sheet), language: .mandarin) == sheet)
        }
    }

    @Test("ASS reads what it wrote, to the hundredth of a second")
    func advancedSubStation() throws {
        var random = SeededRandom(seed: 23)
        for _ in 0..<1500 {
            let sheet = Self.sheet(&random)

            let file = AdvancedSubStation.write(sheet)
            let read = try AdvancedSubStation.read(file, language: .mandarin)

            #expect(read.cues.map(\.lines) == sheet.cues.map(\.lines))
            for (got, wanted) in zip(read.cues, sheet.cues) {
                #expect((0..<10).contains(wanted.span.start.ms - got.span.start.ms))
                #expect((0..<10).contains(wanted.span.end.ms - got.span.end.ms))
            }
            #expect(AdvancedSubStation.write(read) == file)
        }
    }

    @Test("cues closer than a hundredth of a second stay in order in ASS")
    func crowdedCues() throws {
        let spans = [(0, 3), (3, 9), (9, 11), (12, 13), (500, 500)]
        let cues = spans.enumerated().map { i, span in
            Cue(
                index: i, span: TimeSpan(startMs: span.0, endMs: span.1), lines: ["字"], text: "字",
                sentence: i, range: TextRange(0, 1), words: [])
        }

        let file = AdvancedSubStation.write(CueSheet(language: .mandarin, cues: cues))
        let read = try AdvancedSubStation.read(file, language: .mandarin)

        #expect(read.cues.map(\.span.start.ms) == [0, 10, 20, 30, 500])
    }

    @Test("SubRip as others write it: BOM, CRLF, points, short fractions, tags")
    func foreignSubRip() throws {
        let file = "\u{FEFF}1\r\n0:00:01.5 --> 00:00:02,25\r\n<i>斜体</i> {\\an8}上\r\n第二行\r\n\r\n\r\n"
            + "7\r\n00:00:03,007 --> 01:00:04,000 X1:0\r\n5 < 6\r\n"

        let sheet = try SubRip.read(file, language: .mandarin)

        #expect(sheet.cues.map(\.lines) == [["斜体 上", "第二行"], ["5 < 6"]])
        #expect(sheet.cues.map(\.span.start.ms) == [1500, 3007])
        #expect(sheet.cues.map(\.span.end.ms) == [2250, 3_604_000])
    }

    @Test("WebVTT as others write it: notes, styles, names, settings, tags, entities")
    func foreignWebVTT() throws {
        let file = """
            WEBVTT - title

            NOTE a remark
            over two lines

            STYLE
            ::cue { color: red }

            intro
            00:01.000 --> 00:02.500 align:start line:0
            <v Anna>Tea &amp; cake</v> &lt;3

            00:00:03.000 --> 00:00:04.000
            <b>Bold</b> 1 &unknown; 2
            """

        let sheet = try WebVTT.read(file, language: .english)

        #expect(sheet.cues.map(\.lines) == [["Tea & cake <3"], ["Bold 1 &unknown; 2"]])
        #expect(sheet.cues.map(\.span.start.ms) == [1000, 3000])
    }

    @Test("golden files")
    func golden() {
        let words = [TimedWord(range: TextRange(0, 2), span: TimeSpan(startMs: 300, endMs: 800))]
        let cue = Cue(
            index: 0, span: TimeSpan(startMs: 300, endMs: 3_661_004), lines: ["你好 <b>", "a & b"],
            text: "你好 <b>a & b", sentence: 0, range: TextRange(0, 12), words: words)
        let sheet = CueSheet(language: .mandarin, cues: [cue])

        #expect(SubRip.write(sheet) == "1\n00:00:00,300 --> 01:01:01,004\n你好 <\u{2060}b>\na & b\n\n")
        #expect(
            WebVTT.write(sheet)
                == "WEBVTT\n\n00:00:00.300 --> 01:01:01.004\n你好 &lt;b&gt;\na &amp; b\n\n")
        #expect(
            AdvancedSubStation.write(sheet).contains(
                "Dialogue: 1,0:00:00.30,1:01:01.00,Caption,,0,0,0,,你好 <b>\\Na & b\n"))
    }

    @Test(
        "faults are named with their line",
        arguments: [
            ("srt", "x\n", "Line 1"), ("srt", "1\n00:00:01 --> 00:00:02\na\n", "Line 2"),
            ("srt", "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:61:01,000 --> 00:00:02,000\nb\n", "Line 6"),
            ("srt", "1\n00:00:02,000 --> 00:00:01,000\na\n", "ends before it begins"),
            ("srt", "1\n00:00:01,000 --> 00:00:03,000\na\n\n2\n00:00:02,000 --> 00:00:04,000\nb\n", "Line 6"),
            ("srt", "1\n", "Line 2"), ("vtt", "", "Line 1"), ("vtt", "WEBVTTX\n", "Line 1"),
            ("vtt", "WEBVTT\n\nname\nno times\n", "Line 4"),
            ("vtt", "WEBVTT\n\n00:01.000 -> 00:02.000\na\n", "Line 4"),
            ("ass", "hello\n", "Line 1"), ("ass", "", "Line 1"),
            ("ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a\n", "Line 2"),
            ("ass", "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,bad,a\n", "Line 3"),
            ("ass", "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00\n", "Line 3"),
        ])
    func faults(format: String, file: String, says: String) {
        let error = #expect(throws: BatchVideoError.self) {
            switch format {
            case "srt": try SubRip.read(file, language: .english)
            case "vtt": try WebVTT.read(file, language: .english)
            default: try AdvancedSubStation.read(file, language: .english)
            }
        }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }

    @Test("readers take any bytes without falling over")
    func noise() {
        var random = SeededRandom(seed: 24)
        for _ in 0..<1500 {
            let file = ["WEBVTT\n\n", "1\n", "[Events]\n"][random.index(3)]
                + HostileText.make(&random) + "\n00:00:01,000 --> 00:00:02,000\n" + HostileText.make(&random)
            _ = try? SubRip.read(file, language: .english)
            _ = try? WebVTT.read(file, language: .english)
            _ = try? AdvancedSubStation.read(file, language: .english)
        }
    }

    @Test("line ends and controls inside a line cannot break a file")
    func brokenLines() throws {
        let cue = Cue(
            index: 0, span: TimeSpan(startMs: 0, endMs: 1000),
            lines: ["a\n\n2\n00:00:05,000 --> 00:00:06,000\nb", "", "c\u{2028}d\r\n"], text: "x",
            sentence: 0, range: TextRange(0, 1), words: [])
        let sheet = CueSheet(language: .english, cues: [cue])

        #expect(try SubRip.read(SubRip.write(sheet), language: .english).cues.count == 1)
        #expect(try WebVTT.read(WebVTT.write(sheet), language: .english).cues.count == 1)
        #expect(try AdvancedSubStation.read(AdvancedSubStation.write(sheet), language: .english).cues.count == 1)
    }
}
