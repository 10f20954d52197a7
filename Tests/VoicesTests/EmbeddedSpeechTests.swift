import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Voices

@Suite("Embedded speech")
struct EmbeddedSpeechTests {
    static let texts: [(voice: String, text: String)] = [
        ("zh-female", "大家好！今天用Swift and FFmpeg制作视频，银行行长说，重庆2024年的GDP增长了5.2%。"),
        ("zh-male", "一杯热茶，可以让人慢下来；窗外的雨，还在下。"),
        ("zh-elder", "“早上好，”老人说：“今天天气不错！”"),
        ("en-us", "On 2024-12-31, the AI lab said: “It doesn't cost $3.5 million”, and 5% agreed."),
        ("en-us-male", "Slow down; the tea is hot, and the rain is still falling."),
        ("en-gb", "The lighthouse keeper, who was old, lit the lamp at 8:05."),
        ("en-us", "The word 你好 means hello, and 谢谢 means thanks, like спасибо."),
        ("es", "Hola, ¿qué tal? En 2024 vimos 3,5 millones de niños."),
        ("fr", "Bonjour, c’est l’été; nous sommes le 14 juillet."),
        ("de", "Guten Morgen, die Straße ist 12 km lang."),
        ("pt", "Olá, tudo bem? O coração não mente."),
        ("it", "Ciao, come stai? È una bella giornata."),
        ("ru", "Привет, мир! В 2024 году, как всегда, снег."),
        ("ko", "안녕하세요, 2024년 새해 복 많이 받으세요."),
        ("yue", "我哋有2024年嘅計劃，同 OpenAI 一齊做。"),
        ("ja", "今日は、NHKが2024年の番組を始めました。"),
        ("espeak:pl", "Dzień dobry, jak się masz?"),
    ]

    @Test("every word of the text is heard once, in order", arguments: texts)
    func words(voice: String, text: String) async throws {
        let spoken = try await SpeechBench.shared.get().speak(text, voice)

        let speech = spoken.speech
        #expect(speech.sampleCount == spoken.sound.samples.count)
        #expect(speech.sampleRate == spoken.sound.format.sampleRate)
        var (textEnd, soundEnd) = (0, 0)
        for word in speech.words {
            #expect(word.range.start >= textEnd && word.range.end > word.range.start)
            #expect(word.startSample >= soundEnd && word.endSample > word.startSample)
            (textEnd, soundEnd) = (word.range.end, word.endSample)
        }
        #expect(speech.words.first?.startSample == 0)
        #expect(soundEnd == speech.sampleCount)
        #expect(letters(spoken.words.joined()) == letters(text))
    }

    private func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

    @Test(
        "phonemes run through the whole sound and rest in every pause",
        arguments: ["zh-female", "en-us"])
    func phonemes(voice: String) async throws {
        let text = voice == "en-us" ? "One, two, three." : "一，二，三。"

        let spoken = try await SpeechBench.shared.get().speak(text, voice)

        let phonemes = spoken.speech.phonemes
        #expect(phonemes.count >= 8)
        #expect(zip(phonemes, phonemes.dropFirst()).allSatisfy { $0.startSample <= $1.startSample })
        #expect(phonemes.allSatisfy { (0...spoken.speech.sampleCount).contains($0.startSample) })
        for word in spoken.speech.words {
            #expect(phonemes.contains { $0.name == "_:" && $0.startSample == word.endSample })
        }
    }

    @Test(
        "the pace is what was asked for",
        arguments: ["zh-female", "en-us", "en-gb"], [0.8, 1.25, 1.5])
    func pace(voice: String, speed: Double) async throws {
        try await checkPace(voice, speed)
    }

    @Test("every voice can be half and twice as fast", arguments: EmbeddedVoices.all.map(\.id))
    func extremes(voice: String) async throws {
        for speed in [0.5, 2] { try await checkPace(voice, speed) }
    }

    private func checkPace(_ voice: String, _ speed: Double) async throws {
        let bench = try SpeechBench.shared.get()
        let chinese = "大家好，今天我们来聊一聊，如何用一杯茶的时间，让自己慢慢安静下来。"
        let english = "The keeper climbed the stairs every night, and in the dark, he lit the lamp."
        let text = Self.texts.first { $0.voice == voice }?.text
            ?? (voice.hasPrefix("zh") ? chinese : english)
        let normal = try await bench.speak(text, voice)

        let spoken = try await bench.speak(text, voice, speed: speed)

        let ratio = spoken.spokenSeconds * speed / normal.spokenSeconds
        #expect(abs(ratio - 1) < 0.02, "\(voice) at \(speed): \(ratio)")
    }

    @Test(
        "pauses are exact", arguments: [("zh-female", 1.0), ("zh-male", 0.5), ("en-us", 1), ("de", 2)])
    func pauses(voice: String, speed: Double) async throws {
        let text = voice.hasPrefix("zh") ? "春天，夏天；秋天：冬天。" : "Spring, summer; autumn: winter."

        let spoken = try await SpeechBench.shared.get().speak(text, voice, speed: speed)

        let words = spoken.speech.words
        let gaps = zip(words, words.dropFirst()).map { $1.startSample - $0.endSample }
            .filter { $0 > 0 }
        let wanted = [Pause.commaMs, Pause.semicolonMs, Pause.colonMs].map {
            (Pause.scaled($0, speed: speed) * spoken.speech.sampleRate + 500) / 1000
        }
        #expect(gaps == wanted)
    }

    @Test("a word after a pause is heard within 40 ms of its time", arguments: texts)
    func onsets(voice: String, text: String) async throws {
        let spoken = try await SpeechBench.shared.get().speak(text, voice)

        let words = spoken.speech.words
        for index in words.indices
        where index == 0 || words[index].startSample > words[index - 1].endSample {
            let delay = spoken.onsetDelay(ofWord: index)
            #expect(delay <= 0.04, "\(voice) \(spoken.words[index]): \(delay) s")
        }
    }

    @Test("Chinese and English are equally loud")
    func loudness() async throws {
        let spoken = try await SpeechBench.shared.get().speak(
            "今天我们学习，Swift programming language，非常有意思。", "zh-female")

        let levels = spoken.speech.words.map { word -> Double in
            let part = spoken.sound.samples[word.startSample..<word.endSample]
            return 10 * log10(part.reduce(0) { $0 + Double($1 * $1) } / Double(part.count))
        }
        let latin = spoken.words.indices.filter { spoken.words[$0].first?.isASCII == true }
        let english = latin.map { levels[$0] }.reduce(0, +) / Double(latin.count)
        let rest = levels.indices.filter { !latin.contains($0) }
        let chinese = rest.map { levels[$0] }.reduce(0, +) / Double(rest.count)
        #expect(latin.count == 3)
        #expect(abs(english - chinese) < 3, "\(english) dB, \(chinese) dB")
    }

    @Test("the user's readings win")
    func lexicon() async throws {
        let bench = try SpeechBench.shared.get()

        let usual = try await bench.speak("银行很远", "zh-female")
        let own = try await bench.speak("银行很远", "zh-female", lexicon: ["银行": "yin2 xing2"])

        #expect(usual.speech.phonemes.map(\.name) != own.speech.phonemes.map(\.name))
    }

    @Test("what cannot be spoken is named, and no file is left")
    func refusals() async throws {
        let bench = try SpeechBench.shared.get()
        let cases: [(String, String, Double, String)] = [
            ("hello", "nobody", 1, "unknown voice ‘nobody’; choose one of zh-female"),
            ("hello", "espeak:xx-nothing", 1, "espeak-ng has no voice"),
            ("hello", "espeak:../../etc/passwd", 1, "espeak-ng has no voice"),
            ("hello", "en-us", 3, "speed must be between 0.5 and 2"),
            ("😀 … ！！", "zh-female", 1, "nothing to say"), ("— “ ” —", "en-us", 1, "nothing to say"),
            ("", "ja", 1, "nothing to say"),
        ]

        for (text, voice, speed, message) in cases {
            let error = await #expect(throws: BatchVideoError.self) {
                try await bench.speak(text, voice, speed: speed)
            }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        }
    }

    @Test("a folder that is missing is named")
    func unwritable() async throws {
        let bench = try SpeechBench.shared.get()
        let request = SpeechRequest(text: "hello", language: .english, voice: "en-us")
        let folder = try TemporaryFolder("voice-test")

        let error = await #expect(throws: BatchVideoError.self) {
            try await bench.speech.speak(request, to: folder.file("missing/a.wav"))
        }

        #expect(error?.code == .unwritable)
        #expect(folder.files.isEmpty)
    }

    @Test("sentences spoken at once and one by one have the same bytes")
    func reproducible() async throws {
        let bench = try SpeechBench.shared.get()
        let some = Self.texts.filter { $0.voice != "ja" }
        var alone: [Data] = []
        for (voice, text) in some { alone.append(try await bench.speak(text, voice, speed: 1.1).data) }

        let together = try await withThrowingTaskGroup(of: (Int, Data).self) { group in
            for (index, (voice, text)) in some.enumerated().reversed() {
                group.addTask { (index, try await bench.speak(text, voice, speed: 1.1).data) }
            }
            return try await group.reduce(into: [Int: Data]()) { $0[$1.0] = $1.1 }
        }

        for index in some.indices { #expect(together[index] == alone[index], "\(some[index])") }
    }

    @Test("the self-test finds the voices of this machine")
    func check() async throws {
        let bench = try SpeechBench.shared.get()

        let checks = await bench.speech.check()

        #expect(checks.count == 5)
        #expect(checks.allSatisfy { $0.isFine }, "\(checks)")
    }

    @Test("missing parts are named")
    func missing() throws {
        let nothing = URL(filePath: "/nonexistent/batchvideo-voice")

        let program = #expect(throws: BatchVideoError.self) {
            try EmbeddedSpeech(program: nothing, readings: SpeechBench.readings())
        }
        let readings = #expect(throws: BatchVideoError.self) {
            try EmbeddedSpeech(program: SpeechBench.program(), readings: nothing)
        }
        let other = #expect(throws: BatchVideoError.self) {
            try EmbeddedSpeech(program: URL(filePath: "/bin/false"), readings: SpeechBench.readings())
        }

        #expect(program?.message.contains("is missing; run: make build") == true)
        #expect(readings?.message.contains("run: scripts/setup") == true)
        #expect(other?.code == .unavailable)
    }
}
