import BatchVideo
import Foundation
import Testing

@testable import Providers

@Suite("Embedded speech")
struct EmbeddedSpeechTests {
    static let texts: [(voice: String, text: String)] = [
        ("zh-female", "大家好！今天用Swift and FFmpeg制作视频，银行行长说，重庆2024年的GDP增长了5.2%。"),
        ("zh-male", "一杯热茶，可以让人慢下来；窗外的雨，还在下。"),
        ("zh-elder", "“早上好，”老人说：“今天天气不错！”"),
        ("en-us", "On 2024-12-31, the AI lab said: “It doesn't cost $3.5 million”, and 5% agreed."),
        ("en-us-male", "Slow down; the tea is hot, and the rain is still falling."),
        ("en-gb", "The lighthouse keeper, who was old, lit the lamp at 8:05."),
        ("en-us", "The word 你好 means hello, and 谢谢 means thanks."),
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

    @Test("words lie in order inside text and sound", arguments: texts)
    func words(voice: String, text: String) async throws {
        let bench = try SpeechBench()

        let spoken = try await bench.speak(text, voice)

        let speech = spoken.speech
        #expect(speech.sampleCount == spoken.sound.samples.count)
        #expect(spoken.sound.format.sampleRate == speech.sampleRate)
        #expect(speech.words.count >= 5)
        var (textEnd, soundEnd) = (0, 0)
        for word in speech.words {
            #expect(word.range.start >= textEnd && word.range.end > word.range.start)
            #expect(word.startSample >= soundEnd && word.endSample > word.startSample)
            (textEnd, soundEnd) = (word.range.end, word.endSample)
        }
        #expect(textEnd <= text.utf16.count && soundEnd <= speech.sampleCount)
        #expect(speech.words.first?.startSample == 0)
        #expect(speech.words.last?.endSample == speech.sampleCount)
    }
}
