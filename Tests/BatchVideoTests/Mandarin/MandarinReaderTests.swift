import TestKit
import Testing

@testable import BatchVideo

@Suite("Mandarin reader")
struct MandarinReaderTests {
    @Test("reads the golden sentences", arguments: GoldenSentences.all)
    func golden(sentence: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(sentence) == syllables)
    }

    @Test(
        "reads traditional characters",
        arguments: [
            ("銀行行長說，重慶的音樂節", "yin2 hang2 hang2 zhang3 shuo1 | chong2 qing4 de5 yin1 yue4 jie2"),
            ("我們長大了", "wo3 men5 zhang3 da4 le5"), ("頭髮", "tou2 fa5"), ("為什麼", "wei4 shen2 me5"),
            ("兩隻貓", "liang3 zhi1 mao1"),
            ("還錢", "huan2 qian2"), ("睡覺", "shui4 jiao4"), ("覺得", "jue2 de5"), ("會計", "kuai4 ji4"),
            ("還沒有", "hai2 mei2 you3"),
        ])
    func traditional(text: String, syllables: String) throws {
        #expect(try Readings.reader().spoken(text) == syllables)
    }

    @Test("words say where they stand in the text")
    func ranges() throws {
        let phrases = try Readings.reader().read("我有2024元，AI说好。")

        #expect(
            phrases == [
                .words([
                    PinyinWord(syllables: ["wo2", "you2"], range: TextRange(0, 2)),
                    PinyinWord(syllables: ["liang3", "qian1", "ling2"], range: TextRange(2, 6)),
                    PinyinWord(syllables: ["er4", "shi2", "si4"], range: TextRange(2, 6)),
                    PinyinWord(syllables: ["yuan2"], range: TextRange(6, 7)),
                ]),
                .pause(ms: Pause.commaMs),
                .latin(text: "AI", range: TextRange(8, 10)),
                .words([
                    PinyinWord(syllables: ["shuo1", "hao3"], range: TextRange(10, 12))
                ]),
            ])
    }

    @Test("ranges count UTF-16 units, also after emoji and rare characters")
    func surrogates() throws {
        let phrases = try Readings.reader().read("😀你好👨‍👩‍👧GDP，𠮷5个")

        let ranges = phrases.flatMap { phrase -> [TextRange] in
            switch phrase {
            case .words(let words): words.map(\.range)
            case .latin(_, let range): [range]
            case .pause: []
            }
        }
        #expect(ranges == [TextRange(2, 4), TextRange(12, 15), TextRange(18, 19), TextRange(19, 20)])
    }

    @Test("counts the Mandarin syllables")
    func counting() throws {
        let phrases = try Readings.reader().read("你好，AI说2024年。")

        #expect(MandarinReader.syllableCount(phrases) == 8)
    }

    @Test("every known character is spoken once and in order")
    func coverage() throws {
        let reader = try Readings.reader()
        let table = try ReadingTable(try Readings.data.get())
        var random = SeededRandom(seed: 21)

        let failures = (0..<3_000).map { _ in ConfusingText.han(&random) }.filter { text in
            let known = text.unicodeScalars.enumerated().filter {
                table.reading(of: $0.element.value) != nil
            }
            return starts(reader.read(text)) != known.map(\.offset)
        }

        #expect(failures == [])
    }

    /// Where each syllable stands, given that every character of a word has one.
    private func starts(_ phrases: [MandarinPhrase]) -> [Int] {
        phrases.flatMap { phrase -> [Int] in
            guard case .words(let words) = phrase else { return [] }
            return words.flatMap { word in (0..<word.syllables.count).map { word.range.start + $0 }
            }
        }
    }

    @Test("confusing text keeps every promise of the source map")
    func confusing() throws {
        let reader = try Readings.reader()
        let lexicon = ["一": "yi1", "行长": "a1", "5G": "wu3 ji1 a1"]
        var random = SeededRandom(seed: 5)

        let failures = (0..<6_000).compactMap { _ -> String? in
            let text = ConfusingText.make(&random)
            return fault(reader.read(text), of: text)
                ?? fault(reader.read(text, lexicon: lexicon), of: text)
        }

        #expect(failures == [])
    }

    @Test("very long input is read in a moment")
    func long() throws {
        let reader = try Readings.reader()
        let texts = [
            "1", "9,", "一", "行长", "a", "-", "1-", "1.", ".", "年1", "/", "😀", "www.", "1:", "不",
        ].map {
            String(repeating: $0, count: 20_000 / $0.count)
        }

        var failures: [String] = []
        let seconds = ProcessorTime.seconds {
            failures = texts.compactMap { fault(reader.read($0), of: $0) }
        }

        #expect(failures == [])
        #expect(seconds < 10)
    }

    /// What breaks the promises of `read`, nil where nothing does.
    private func fault(_ phrases: [MandarinPhrase], of text: String) -> String? {
        var last = TextRange(0, 0)
        var ranges: [TextRange] = []
        for phrase in phrases {
            switch phrase {
            case .words(let words):
                guard !words.isEmpty, words.allSatisfy({ !$0.syllables.isEmpty }),
                    words.flatMap(\.syllables).allSatisfy(isSyllable)
                else { return "bad words: \(text)" }
                ranges += words.map(\.range)
            case .latin(let spoken, let range):
                if spoken.isEmpty { return "nothing to say: \(text)" }
                ranges.append(range)
            case .pause(let ms):
                if !(1...Pause.paragraphMs).contains(ms) { return "bad pause: \(text)" }
            }
        }
        for range in ranges {
            guard range.start >= 0, range.end <= text.utf16.count, !range.isEmpty,
                range == last || range.start >= last.end
            else { return "\(last) then \(range): \(text)" }
            last = range
        }
        if case .pause? = phrases.first { return "pause first: \(text)" }
        if case .pause? = phrases.last { return "pause last: \(text)" }
        let pauses = phrases.map { if case .pause = $0 { true } else { false } }
        return zip(pauses, pauses.dropFirst()).contains { $0 && $1 } ? "two pauses: \(text)" : nil
    }

    private func isSyllable(_ syllable: String) -> Bool {
        guard let digit = syllable.last, ("1"..."5").contains(digit) else { return false }
        return syllable.count >= 2 && syllable.dropLast().allSatisfy { ("a"..."z").contains($0) }
    }
}

@Suite("Mandarin word lists")
struct MandarinWordListTests {
    @Test("own readings are a known syllable for each character")
    func own() throws {
        let known = Set(try ReadingTable(try Readings.data.get()).syllables)

        // Sandhi and light tones give some syllables tones that no dictionary entry has.
        func isKnown(_ syllable: String) -> Bool {
            (1...5).contains { known.contains(syllable.withTone($0)) }
        }

        #expect(OwnReadings.all.count > 800)
        for entry in OwnReadings.all {
            #expect(entry.word.count == entry.syllables.count)
            #expect(entry.syllables.compactMap(\.self).allSatisfy(isKnown), "\(entry)")
        }
    }

    @Test("rules by context give known syllables")
    func rules() throws {
        let known = Set(try ReadingTable(try Readings.data.get()).syllables)

        #expect(ContextRules.shared.readings.count > 400)
        for (scalar, reading) in ContextRules.shared.readings {
            #expect(known.contains(reading), "\(String(scalar, radix: 16)) \(reading)")
        }
    }
}

/// Texts that try to confuse: figures, marks and signs in every order, odd scripts, emoji,
/// controls.
enum ConfusingText {
    /// Any Chinese characters, in no order.
    static func han(_ random: inout SeededRandom) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<random.index(30) {
            Unicode.Scalar(UInt32(0x4E00 + random.index(0x5200))).map { text.append($0) }
        }
        return String(text)
    }

    private static let pieces: [String] =
        "0 1 2 3 10 2024 1,234 007 13812345678 . , : - ~ / % ‰ ¥ $ € ℃ ° + − × = > < & @ # * _ ( ) （ ） 《 》 “ ” 、 ， 。 ！ ？ … —"
        .split(separator: " ").map(String.init) + [
            " ", "\n", "\t", "\u{0}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{301}", "\u{FE0F}",
            "\u{20E3}", "😀", "👨‍👩‍👧", "🇨🇳", "𠮷",
            "𝟙", "①", "Ⅳ", "½", "㎡", "０", "Ａ", "％", "：", "－", "．", "の", "カ", "한", "ж", "ß", "é",
            "ﬁ", "一", "不", "个", "了", "着", "地",
            "得", "行", "长", "银行", "的", "儿", "子", "年", "月", "日", "点", "元", "万", "亿", "第", "你好", "展览馆",
            "〇", "幺", "a", "A", "kg", "km/h",
            "GDP", "www.a.com", "https://", "me@b.cn", "No.", "G1234次", "x", "w", "AM", "PM", "USD",
            "-5~3℃", "3:15", "1/2", "龘", "々",
        ]

    static func make(_ random: inout SeededRandom) -> String {
        (0..<random.index(14)).map { _ in pieces[random.index(pieces.count)] }.joined()
    }
}
