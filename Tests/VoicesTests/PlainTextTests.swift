import BatchVideo
import Testing

@testable import Voices

@Suite("Reading plain text")
struct PlainTextTests {
    @Test(
        "tokens and pauses follow the punctuation",
        arguments: [
            ("Hello, world!", "Hello|210 world"),
            ("Well — yes; no: maybe…", "Well|280 yes|320 no|280 maybe"),
            ("It's 3.5 or 1,234.50, at 8:05.", "It's 3.5 or 1,234.50|210 at 8:05"),
            ("“Quoted” (aside) text", "Quoted|120 aside|120 text"),
            ("Mr. Smith of the U.S. army. New day", "Mr Smith of the U.S army|480 New day"),
            ("mail me@x.org. Then wait", "mail me@x.org|480 Then wait"),
            ("e-mail -5 -- and/or", "e-mail -5|280 and/or"),
            ("¿Qué tal? ¡Bien!", "Qué tal|480 Bien"),
            ("有2024年AI", "有 2024 年 AI"),
            ("iPhone手机、电脑", "iPhone 手 机|120 电 脑"),
            ("c’est l'été", "c’est l'été"),
            ("a\u{200B}b 😀 c\u{0}d", "a b c d"),
            (" , . ; ", ""),
        ])
    func tokens(text: String, wanted: String) {
        let spoken = PlainText.read(text)

        let shown = spoken.tokens.enumerated().map { index, token in
            token.text + (spoken.pauses[index].map { "|\($0)" } ?? "")
        }
        // The pause of the last mark is the narrator's.
        let inner = shown.dropLast() + spoken.tokens.suffix(1).map(\.text)
        #expect(inner.joined(separator: " ") == wanted)
        for token in spoken.tokens { #expect(text[token.range] == token.text) }
    }

    @Test(
        "English is spelled out for an engine that knows little",
        arguments: [
            ("2024-12-31", "December 31st 2024"), ("2024-02-22", "February 22nd 2024"),
            ("the AI and the GDP", "the A.I and the G.D.P"), ("NASA's", "NASA's"),
            ("AT&T", "AT and T"), ("R&D", "R and D"), ("24/7", "24 7"), ("1/2", "1/2"),
            ("and/or", "and or"),
            ("20°C", "20 degrees Celsius"), ("5 km", "5 kilometers"), ("km", "km"),
            ("€50", "50 euros"), ("£1", "1 pound"), ("$3.5", "$3.5"), ("5%", "5%"),
            ("www.example.com/a-b", "w w w dot example dot com slash a dash b"),
            ("me@x.org", "me at x dot org"), ("e.g. this", "for example this"),
            ("café naïve Straße", "cafe naive Strasse"), ("don’t", "don't"), ("½", "1/2"),
            ("NO ONE EXPECTS THIS", "no one expects this"), ("state-of-the-art", "state of the art"),
            ("10-20", "10-20"), ("#5", "number 5"), ("C++", "C plus plus"),
        ])
    func english(text: String, wanted: String) {
        let spoken = PlainText.read(text, english: true)

        #expect(spoken.tokens.map(\.text).joined(separator: " ") == wanted)
        #expect(spoken.tokens.allSatisfy { $0.text.allSatisfy(\.isASCII) })
    }

    @Test("lines stay short whatever the text, and lose no token")
    func lines() {
        let long = String(repeating: "word ", count: 500) + String(repeating: "x", count: 900)
        for speaker in [Speaker.slt, .espeak("en-us", rate: 150)] {
            let parts = LineBuilder(speaker: speaker).parts(PlainText.read(long), closing: ".")

            let lines = parts.compactMap { if case .line(let line) = $0 { line } else { nil } }
            let tokens = lines.flatMap(\.tokens)
            #expect(tokens.count == 525)
            #expect(tokens.allSatisfy { $0.text.count <= 36 })
            #expect(lines.allSatisfy { $0.tokens.count <= 60 })
            #expect(lines.last?.closing == "." && lines.first?.closing == ",")
        }
    }

    @Test("flite hears a sentence whole, espeak clause by clause")
    func clauses() {
        let spoken = PlainText.read("One, two. Three, four.")

        let flite = LineBuilder(speaker: .slt).parts(spoken, closing: ".")
        let espeak = LineBuilder(speaker: .espeak("en-us", rate: 150)).parts(spoken, closing: ".")

        #expect(shape(flite) == "One, two. |480 Three, four.")
        #expect(shape(espeak) == "One, |210 two. |480 Three, |210 four.")
    }

    private func shape(_ parts: [SpeechPart]) -> String {
        parts.map {
            switch $0 {
            case .pause(let ms): "|\(ms)"
            case .line(let line): line.script(pace: 1).utterance.text
            }
        }.joined(separator: " ")
    }

    @Test("where a token begins in the engine's text is known, commands and all")
    func script() {
        let tokens = ["ni3", "hao3", "ma5"].enumerated().map {
            SpokenToken(text: $1, range: TextRange($0, $0 + 1))
        }
        let line = SpeechLine(
            speaker: .espeak("cmn-latn-pinyin+f2", rate: 200, pitch: 50), tokens: tokens, closing: "?",
            melody: [
                MelodyNote(pitch: 3, rate: 1), MelodyNote(pitch: 0, rate: 1),
                MelodyNote(pitch: 0, rate: 0.9),
            ])

        let (utterance, starts) = line.script(pace: 1)

        #expect(utterance.text == "\u{1}1Hni3 \u{1}50Phao3 \u{1}180Sma5?")
        #expect(utterance.pitch == 53 && utterance.rate == 200)
        #expect(starts == [0, 7, 16])
    }

    @Test("a statement falls and slows to its end, a question rises")
    func melody() {
        let syllables = [[2, 2, 1], [2, 1, 2]]

        let statement = MandarinMelody.notes(forSyllablesOf: syllables, isQuestion: false)
        let question = MandarinMelody.notes(forSyllablesOf: syllables, isQuestion: true)

        #expect(statement.map(\.count) == [3, 3])
        let first = statement[0], last = statement[1]
        #expect(first[0].pitch > first[2].pitch && last[0].pitch > last[2].pitch)
        #expect(last[0].pitch > first[2].pitch && last[0].pitch < first[0].pitch)
        #expect(first[2].rate < 1 && last[2].rate < first[2].rate && first[0].rate == 1)
        #expect(question[1][2].pitch > statement[1][2].pitch)
    }

    @Test("Japanese is cut into phrases in kana")
    func japanese() async throws {
        let spoken = try await JapaneseReading.read("今日は、NHKが番組を始めました。")

        #expect(spoken.tokens.map(\.text) == ["キョーワ", "NHK ガ", "バングミヲ", "ハジメマシタ"])
        #expect(spoken.tokens.map(\.range.start) == [0, 4, 8, 11])
        #expect(spoken.tokens.map(\.range.end) == [3, 8, 11, 16])
        #expect(spoken.pauses[0] == Pause.commaMs)
    }

    @Test(
        "every language has a voice",
        arguments: [
            ("zh-CN", "zh-female"), ("zh-TW", "zh-female"), ("cmn", "zh-female"), ("en", "en-us"),
            ("en-GB", "en-gb"), ("en-AU", "en-us"), ("yue", "yue"), ("ja", "ja"), ("pt-PT", "pt"),
            ("pl", "espeak:pl"),
        ])
    func defaults(tag: String, voice: String) {
        #expect(EmbeddedVoices.default(for: Language(tag)) == voice)
    }
}
