import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of speech")
struct SpeechVendorTests {
    private static func request(_ text: String = "good morning", speed: Double = 1) -> SpeechRequest {
        SpeechRequest(text: text, language: .english, voice: "nana", speed: speed)
    }

    @Test("each keeps the contract of vendors", arguments: SpeechDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await SpeechDesk.run(double) { double, _ in
            try await VendorContract(double: double) { parts, slip, _, file in
                let speech = try #require(parts.speech)
                return try await speech.speak(Self.request(), slip: slip, to: file).cost
            }.check()
        }
    }

    @Test("each says at what pace it spoke, and the double heard that pace", arguments: SpeechDoubles.all)
    func pace(_ double: VendorDouble) async throws {
        try await SpeechDesk.speak(double, Self.request(speed: 1.8)) { spoken, server in
            let sent = try #require(server.requests.first)
            switch double.vendor {
            case "index-tts", "cosyvoice": #expect(spoken.speed == 1)
            case "elevenlabs":
                #expect(spoken.speed == 1.2)
                #expect(sent.json["voice_settings"]?["speed"]?.number == 1.2)
            default: #expect(spoken.speed == 1.8)
            }
            let heard: [String: String?] = [
                "openai-speech": sent.json["speed"]?.text, "kokoro": sent.json["speed"]?.text,
                "azure": SSMLReading(sent.body)?.rate, "seedvc": sent.part("speech_rate")?.text,
                "tts-server": sent.part("speed")?.text ?? sent.json["speed"]?.string,
                "gpt-sovits": sent.json["speed_factor"]?.text,
                "minimax": sent.json["voice_setting"]?["speed"]?.text,
            ]
            if let pace = heard[double.vendor] {
                #expect(pace == (double.vendor == "azure" ? "+80%" : "1.8"))
            }
        }
    }

    @Test(
        "times of words come where the vendor has them",
        arguments: [SpeechDoubles.kokoro, SpeechDoubles.elevenLabs, SpeechDoubles.miniMax])
    func words(_ double: VendorDouble) async throws {
        try await SpeechDesk.speak(double, Self.request()) { spoken, _ in
            let words = try #require(spoken.words)
            #expect(words.map(\.text) == ["good", "morning"])
            #expect(words[0].startMs == 0 && words[0].endMs <= words[1].startMs)
            #expect((1100...1200).contains(words[1].endMs))
        }
    }

    @Test("ideographs are words of their own, Latin words stay whole")
    func characters() {
        let text = "你好，GPT-4o 真 ok"
        let times = text.enumerated().map {
            TimedText(String($1), ms: Double($0) * 100, Double($0) * 100 + 90)
        }
        let words = HeardWord.words(of: times) ?? []
        #expect(words.map(\.text) == ["你", "好", "GPT-4o", "真", "ok"])
        #expect(words.map(\.startMs) == [0, 100, 300, 1000, 1200])
        #expect(words[2].endMs == 890)
    }

    @Test("times that cannot be are mended: ends before starts, overlaps, nonsense, beyond the end")
    func mended() {
        let words = HeardWord.ordered(
            [
                TimedText("c", ms: 800, 800), TimedText("a", ms: 0, 500), TimedText("b", ms: 400, 390),
                TimedText("-", ms: 450, 460), TimedText("x", ms: nil, 3), TimedText("y", ms: .nan, 3),
                TimedText("z", ms: 5000, 6000),
            ], length: 1000)
        #expect(
            words == [
                HeardWord(text: "a", startMs: 0, endMs: 400), HeardWord(text: "b", startMs: 400, endMs: 800),
                HeardWord(text: "c", startMs: 800, endMs: 1000),
            ])
        #expect(HeardWord.ordered([TimedText("!", ms: 0, 1)]) == nil)
    }

    @Test("hostile text reaches Azure as text: no element, no attribute, no voice but the one asked for")
    func hostile() async throws {
        let text =
            "</prosody></voice><voice name=\"x\">&lt;![CDATA[ ]]> <!-- --> 'a' \u{1}\u{FFFE} &amp; <?pi?> 今天"
        var request = Self.request(text)
        request.language = Language("zh-CN\" onload=\"x")
        request.voice = "zh-CN-XiaoxiaoNeural\"><audio src=\"http://169.254.169.254\"/>"
        try await SpeechDesk.speak(SpeechDoubles.azure, request) { _, server in
            let sent = try #require(server.requests.first)
            let heard = try #require(SSMLReading(sent.body))
            #expect(heard.elements == ["speak", "voice", "prosody"])
            #expect(heard.text == text.replacing("\u{1}", with: " ").replacing("\u{FFFE}", with: " "))
            #expect(heard.voices == [request.voice])
            #expect(heard.language == request.language.tag)
        }
    }

    @Test("a style goes around what is said")
    func style() async throws {
        var double = SpeechDoubles.azure
        double.settings["style"] = "chat"
        try await SpeechDesk.speak(double, Self.request()) { _, server in
            let sent = try #require(server.requests.first)
            let heard = try #require(SSMLReading(sent.body))
            #expect(heard.elements == ["speak", "voice", "mstts:express-as", "prosody"])
            #expect(sent.header("user-agent") == "BatchVideo")
        }
    }

    @Test("headerless samples get the rate that the settings or the answer tell")
    func samples() async throws {
        for (double, rate) in [(SpeechDoubles.cosyVoice, 24_000), (SpeechDoubles.cosyVoiceOwn, 22_050)] {
            try await SpeechDesk.run(double) { double, bench in
                try await double.run { _, _, settings in
                    let speech = try #require(try bench.parts(settings).speech)
                    _ = try await speech.speak(Self.request(), slip: bench.slip(), to: bench.file("a.wav"))
                    let header = try #require(try WaveHeader.parse(Data(contentsOf: bench.file("a.wav"))))
                    #expect(header.format == WaveFormat(sampleRate: rate, channelCount: 1, encoding: .int16))
                    #expect(header.frameCount == 26_460)
                }
            }
        }
    }

    @Test("a reading of a word goes along as MiniMax writes it")
    func lexicon() async throws {
        var request = Self.request("行长来了")
        request.lexicon = ["行长": "hang2 zhang3"]
        try await SpeechDesk.speak(SpeechDoubles.miniMax, request) { _, server in
            let tones = try #require(server.requests.first).json["pronunciation_dict"]?["tone"]?.array
            #expect(tones == ["行长/(hang2)(zhang3)"])
        }
    }

    @Test("words that cannot be fetched do not cost the sound")
    func lostWords() async throws {
        try await SpeechDesk.run(SpeechDoubles.miniMax) { double, bench in
            try await double.run { _, books, settings in
                books.fate = .expired
                let speech = try #require(try bench.parts(settings).speech)
                let spoken = try await speech.speak(
                    Self.request(), slip: bench.slip(), to: bench.file("a.mp3"))
                #expect(spoken.words == nil)
                #expect(books.charges.count == 1)
            }
        }
    }

    @Test(
        "what a vendor says in its own way is understood",
        arguments: [
            (SpeechDoubles.miniMax, "forbidden words", VendorFailure.Kind.refusal),
            (SpeechDoubles.miniMax, "a poor man", .quota),
            (SpeechDoubles.elevenLabs, "beyond the sea", .quota),
            (SpeechDoubles.gptSoVITS, "it breaks", .outage),
            (SpeechDoubles.openAI, "forbidden words", .outage),
        ])
    func faults(_ double: VendorDouble, _ text: String, _ kind: VendorFailure.Kind) async throws {
        try await SpeechDesk.run(double) { double, bench in
            try await double.run(price: 1) { _, books, settings in
                let speech = try #require(try bench.parts(settings.merging(["tries": 1]) { $1 }).speech)
                let error = await failure {
                    _ = try await speech.speak(Self.request(text), slip: bench.slip(), to: bench.file("a"))
                }
                #expect(error?.kind == kind)
                #expect(error?.vendorFailure?.isUnpaid == true)
                #expect(books.charges.isEmpty)
            }
        }
    }

    @Test("a voice that is not among the samples is named, and no voice leads elsewhere")
    func strangeVoices() async throws {
        for (double, voice) in [
            (SpeechDoubles.gptSoVITS, "otto"), (SpeechDoubles.elevenLabs, "../../v1/voices"),
            (SpeechDoubles.seedVC, "otto"),
        ] {
            try await SpeechDesk.run(double) { double, bench in
                try await double.run { server, _, settings in
                    var request = Self.request()
                    request.voice = voice
                    let speech = try #require(try bench.parts(settings).speech)
                    let error = await failure { [request] in
                        _ = try await speech.speak(request, slip: bench.slip(), to: bench.file("a"))
                    }
                    #expect(error?.code == .invalid)
                    #expect(error?.message.contains(voice) == true)
                    #expect(server.requests.isEmpty)
                }
            }
        }
    }
}
