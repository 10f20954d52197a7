import BatchVideo
import TestKit
import Testing

@Suite("Captions")
struct CaptionerTests {
    private static let canvases = [Canvas.landscape, .portrait, .square]

    private static func sheet(_ text: String, _ language: Language, _ canvas: Canvas) throws -> CueSheet {
        let narration = try SyntheticNarration.of(text, language: language)
        return Captioner(.for(language: language, canvas: canvas)).cues(for: narration)
    }

    @Test("Chinese texts read without a flaw", arguments: ReadingTexts.chinese, canvases)
    func chinese(text: String, canvas: Canvas) throws {
        let sheet = try Self.sheet(text, .mandarin, canvas)

        let quality = CueQuality.measure(sheet, .for(language: .mandarin, canvas: canvas))
        #expect(quality.isFlawless, "\(quality)\n\(sheet.listing)")
        #expect(quality.cueCount > 4)
    }

    @Test("English texts read without a flaw", arguments: ReadingTexts.english, canvases)
    func english(text: String, canvas: Canvas) throws {
        let sheet = try Self.sheet(text, .english, canvas)

        let quality = CueQuality.measure(sheet, .for(language: .english, canvas: canvas))
        #expect(quality.isFlawless, "\(quality)\n\(sheet.listing)")
        #expect(quality.cueCount > 3)
    }

    @Test("what belongs together is never divided")
    func glue() throws {
        let text = "阿尔伯特·爱因斯坦在1905年发表了四篇论文，《人民日报》报道说价格是每公斤3.5元，总共卖出1.39万亿斤，"
            + "GPT-4o模型做了一次10-minute的演讲，会议定在2024年12月25日上午8点30分，参加的有三个孩子和五十二位老师。"
        let together = [
            "阿尔伯特·爱因斯坦", "1905年", "《人民日报》", "3.5元", "1.39万亿斤", "GPT-4o", "10-minute",
            "2024年12月25日", "8点30分", "三个", "五十二位",
        ]

        for canvas in Self.canvases {
            let lines = try Self.sheet(text, .mandarin, canvas).cues.flatMap(\.lines)

            for part in together {
                let isWhole = lines.contains { $0.contains(part) }
                #expect(isWhole, "\(part) in \(lines)")
            }
        }
    }

    @Test("titles, times and amounts stay together in English")
    func englishGlue() throws {
        let text = "We asked Mr. Tanaka and Dr. Brown to come at 5 p.m. with 3.5 million dollars, see No. 5 "
            + "for a well-known 10-minute talk about GPT-4o and the 24/7 service at 30 percent off."
        let together = [
            "Mr. Tanaka", "Dr. Brown", "5 p.m.", "3.5 million", "No. 5", "well-known", "10-minute",
            "GPT-4o", "24/7", "30 percent",
        ]

        for canvas in Self.canvases {
            let lines = try Self.sheet(text, .english, canvas).cues.flatMap(\.lines)

            for part in together {
                let isWhole = lines.contains { $0.contains(part) }
                #expect(isWhole, "\(part) in \(lines)")
            }
        }
    }

    @Test("Chinese drops ，。；：、 at the end of a cue and keeps ？！…”》")
    func shownPunctuation() throws {
        let sheet = try Self.sheet(
            "今天天气很好，我们去公园吧。你说什么？她大声喊道：“快跑！”我看过《红楼梦》。", .mandarin, .landscape)

        let lines = sheet.cues.flatMap(\.lines)
        #expect(lines.allSatisfy { line in !"，。；：、".contains(line.last ?? "。") })
        #expect(lines.contains("你说什么？"))
        #expect(lines.contains { $0.hasSuffix("！”") })
        #expect(sheet.cues.map(\.text).joined().hasSuffix("《红楼梦》。"))
    }

    @Test("English keeps its punctuation")
    func englishPunctuation() throws {
        let sheet = try Self.sheet("The sun is up, and so am I.", .english, .landscape)

        #expect(sheet.cues.flatMap(\.lines).joined(separator: " ") == "The sun is up, and so am I.")
    }

    @Test("a word wider than a line is cut to fit, after a slash if there is one")
    func wideWords() throws {
        let address = "https://example.com/" + String(repeating: "abcdefghij", count: 9)
        let sheet = try Self.sheet("看这里\(address)再见。", .mandarin, .portrait)

        let limits = CaptionLimits.for(language: .mandarin, canvas: .portrait)
        #expect(CueQuality.measure(sheet, limits).tooWide == 0)
        #expect(sheet.cues.map(\.text).joined().contains(address))
    }

    @Test("cues begin with their first word, rise, never overlap and end with the film at the latest")
    func timing() throws {
        for text in ReadingTexts.chinese + ReadingTexts.english {
            let narration = try SyntheticNarration.of(text, speed: 1.3)
            let sheet = Captioner(for: narration.language, on: .portrait).cues(for: narration)

            var last = MediaTime(ms: -1)
            for cue in sheet.cues {
                let words = narration.sentences[cue.sentence].words
                let first = words.first { $0.range.end > cue.range.start }
                #expect(cue.span.start == first?.span.start)
                #expect(cue.span.start >= last)
                #expect(cue.span.end > cue.span.start)
                last = cue.span.end
            }
            #expect(last <= narration.duration)
        }
    }

    @Test("silences under half a second are bridged, longer ones are left free")
    func gaps() throws {
        let narration = try SyntheticNarration.of("第一段到这里结束了。\n第二段从这里开始了，没有停顿。")
        let cues = Captioner(for: .mandarin, on: .portrait).cues(for: narration).cues

        #expect(cues.count == 3)
        #expect(cues[1].span.start.ms - cues[0].span.end.ms == Pause.paragraphMs - 250)
        #expect(cues[1].span.end == cues[2].span.start)
    }

    @Test("the cues of hostile texts are whole, in order and inside the film")
    func hostile() throws {
        var random = SeededRandom(seed: 11)
        var count = 0
        while count < 1500 {
            let text = HostileText.make(&random, parts: 40)
            guard CleanText(text).isSpeakable else { continue }
            count += 1
            let script = try Script(reading: text)
            let narration = SyntheticNarration.of(script, speed: random.uniform(0.5, 2))
            let canvas = Self.canvases[random.index(3)]

            let sheet = Captioner(for: script.language, on: canvas).cues(for: narration)

            Self.expectSound(sheet, narration)
            let limits = CaptionLimits.for(language: script.language, canvas: canvas)
            let quality = CueQuality.measure(sheet, limits)
            #expect(quality.tooWide == 0 && quality.overlaps == 0, "\(text.debugDescription)")
        }
    }

    @Test("nonsense from a voice (words out of order, outside the text, running back) is put right")
    func nonsenseWords() throws {
        var random = SeededRandom(seed: 12)
        let spoken = try ReadingTexts.chinese.map { try SyntheticNarration.of($0) }
        for _ in 0..<1000 {
            var narration = spoken[random.index(spoken.count)]
            for s in narration.sentences.indices {
                let count = random.index(12)
                narration.sentences[s].words = (0..<count).map { _ in
                    let (from, at) = (random.index(60) - 5, random.index(60_000) - 3000)
                    return TimedWord(
                        range: TextRange(from, from + random.index(9) - 2),
                        span: TimeSpan(startMs: at, endMs: at + random.index(900) - 200))
                }
            }

            let sheet = Captioner(for: .mandarin, on: .portrait).cues(for: narration)

            Self.expectSound(sheet, narration)
        }
    }

    private static func expectSound(_ sheet: CueSheet, _ narration: Narration) {
        let bySentence = Dictionary(grouping: sheet.cues, by: \.sentence)
        for narrated in narration.sentences {
            let cues = bySentence[narrated.sentence.index] ?? []
            #expect(cues.map(\.text).joined() == narrated.sentence.text)
        }
        var last = 0
        for (i, cue) in sheet.cues.enumerated() {
            let display = cue.lines.joined(separator: "\n")
            #expect(cue.index == i)
            #expect(cue.span.start.ms >= last && cue.span.end > cue.span.start)
            #expect(!cue.lines.isEmpty && !cue.lines.contains(""))
            let isInside = cue.words.allSatisfy {
                0 <= $0.range.start && $0.range.start < $0.range.end
                    && $0.range.end <= display.utf16.count
            }
            #expect(isInside)
            last = cue.span.end.ms
        }
        #expect(last <= narration.duration.ms)
    }

    @Test("words for karaoke are the sentence's words where they stand on the screen")
    func karaokeWords() throws {
        for (text, language) in [(ReadingTexts.chinese[1], Language.mandarin), (ReadingTexts.english[1], .english)] {
            let narration = try SyntheticNarration.of(text, language: language)
            let sheet = Captioner(for: language, on: .portrait).cues(for: narration)

            for cue in sheet.cues {
                let sentence = narration.sentences[cue.sentence]
                let expected = sentence.words.filter {
                    cue.range.start <= $0.range.start && $0.range.end <= cue.range.end
                }
                let display = cue.lines.joined(separator: "\n")
                #expect(cue.words.map { display[$0.range] } == expected.map { sentence.sentence.text[$0.range] })
                #expect(cue.words.map(\.span) == expected.map(\.span))
            }
        }
    }

    @Test("a sentence without word times is spread over its span")
    func withoutWords() throws {
        var narration = try SyntheticNarration.of("秋天来了，天气渐渐变凉，老人们常说要注意保暖。")
        narration.sentences[0].words = []

        let cues = Captioner(for: .mandarin, on: .portrait).cues(for: narration).cues

        #expect(cues.count > 1)
        #expect(cues[0].span.start == narration.sentences[0].span.start)
        #expect(cues.allSatisfy { $0.span.length.ms > 800 })
    }
}

extension CueSheet {
    /// One cue a line, for people.
    var listing: String {
        cues.map { "\($0.span.start.ms)-\($0.span.end.ms)  " + $0.lines.joined(separator: " / ") }
            .joined(separator: "\n")
    }
}
