import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Providers

@Suite("Vendors over WebSockets")
struct SocketVendorTests {
    private static func request(_ text: String) -> SpeechRequest {
        SpeechRequest(text: text, language: .mandarin, voice: "zh-CN-XiaoxiaoNeural", speed: 0.9)
    }

    @Test("Edge keeps the contract of vendors")
    func edge() async throws {
        try await VendorContract(double: SocketDoubles.edge) { parts, slip, _, file in
            let speech = try #require(parts.speech)
            return try await speech.speak(Self.request("早上好"), slip: slip, to: file).cost
        }.check()
    }

    @Test("FunASR's runtime keeps the contract of vendors")
    func funASR() async throws {
        try await VendorContract(double: SocketDoubles.funASR) { parts, slip, bench, file in
            let transcriber = try #require(parts.transcriber)
            let sound = bench.file("speech.wav")
            try SampleMedia.wave(seconds: 2, rate: 16_000).write(to: sound)
            let (transcript, cost) = try await transcriber.transcribe(sound, language: .mandarin, slip: slip)
            try JSONEncoder().encode(transcript).write(to: file)
            return cost
        }.check()
    }

    @Test("FunASR's runtime gets all the samples, and its tokens become words and sentences")
    func funASRTimes() async throws {
        try await Workbench.run { bench in
            try await SocketDoubles.funASR.run(price: 0.001) { _, books, settings in
                let sound = bench.file("speech.wav")
                try SampleMedia.wave(seconds: 5.25, rate: 16_000).write(to: sound)
                let transcriber = try #require(
                    try bench.parts(settings.merging(["hotwords": ["阿里巴巴": 20]]) { $1 }).transcriber)
                let (heard, cost) = try await transcriber.transcribe(
                    sound, language: .mandarin, slip: bench.slip())
                #expect(books.charges == ["5250 ms"])
                #expect(cost.micros == 5250)
                #expect(heard.sentences.map(\.text) == ["正是因为open source，", "我们很快。"])
                #expect(
                    heard.words.map(\.text) == ["正", "是", "因", "为", "open", "source", "我", "们", "很", "快"])
                #expect(heard.words.last == HeardWord(text: "快", startMs: 1300, endMs: 2400))
            }
        }
    }

    @Test("Edge is off until its terms are accepted, and says why")
    func off() async throws {
        try await Workbench.run { bench in
            for settings in [["vendor": "edge"], ["vendor": "edge", "acceptsTerms": false]]
                as [[String: JSONValue]]
            {
                let error = await failure { _ = try bench.parts(settings) }
                #expect(error?.code == .invalid)
                #expect(error?.message.contains("acceptsTerms") == true)
            }
            let error = await failure { _ = try bench.parts(["vendor": "edge", "acceptsTerms": "no"]) }
            #expect(error?.message.contains("unofficial") == true)
        }
    }

    /// A service that lets in by its own clock and its own kind of token.
    private static func service(_ token: EdgeToken, ahead: Double) -> VendorDouble {
        var double = SocketDoubles.edge
        let talk = double.talk
        double.talk = { books in
            var rules =
                talk?(books)
                ?? VendorTalk(opens: { _ in false }, isTurn: { _ in false }, answer: { _, _ in [] })
            rules.opens = { request in
                let now = Int(Date(timeIntervalSinceNow: ahead).timeIntervalSince1970)
                return [now, now - 300, now + 300].map { token.value(at: $0) }.contains(
                    request.query["Sec-MS-GEC"])
            }
            return rules
        }
        double.answer = { _, _, _ in
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = .gmt
            format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            return VendorReply(
                status: 403, headers: [("Date", format.string(from: Date(timeIntervalSinceNow: ahead)))])
        }
        return double
    }

    @Test(
        "a clock that is wrong is set by the service's, a token that is refused is replaced, and both are remembered",
        arguments: [(EdgeToken.v2, 90_000.0, 2), (.v1, 0, 2), (.v1, -90_000, 3), (.v2, 0, 1)])
    func refusals(_ token: EdgeToken, _ ahead: Double, _ calls: Int) async throws {
        try await Workbench.run { bench in
            try await Self.service(token, ahead: ahead).run { server, books, settings in
                let speech = try #require(try bench.parts(settings).speech)
                _ = try await speech.speak(Self.request("早上好"), slip: bench.slip(), to: bench.file("a.mp3"))
                #expect(server.requests.count == calls)
                _ = try await speech.speak(Self.request("晚上好"), slip: bench.slip(), to: bench.file("b.mp3"))
                #expect(server.requests.count == calls + 1)
                #expect(books.charges == ["早上好", "晚上好"])
            }
        }
    }

    @Test("a service that refuses for good is told as misuse after few calls")
    func refusedForGood() async throws {
        try await Workbench.run { bench in
            try await Self.service(.v2, ahead: 0).run { server, books, settings in
                let speech = try #require(try bench.parts(settings.merging(["token": "v1"]) { $1 }).speech)
                let error = await failure {
                    _ = try await speech.speak(
                        Self.request("早上好"), slip: bench.slip(), to: bench.file("a.mp3"))
                }
                #expect(error?.kind == .misuse)
                #expect(server.requests.count == 1)
                #expect(books.charges.isEmpty)
            }
        }
    }

    @Test("hostile text reaches Edge as text, and too much of it is refused before it is sent")
    func hostile() async throws {
        try await Workbench.run { bench in
            try await SocketDoubles.edge.run { server, books, settings in
                let speech = try #require(try bench.parts(settings).speech)
                let text = "</voice><voice name='x'>\r\n\r\nPath:turn.end & ]]>"
                _ = try await speech.speak(Self.request(text), slip: bench.slip(), to: bench.file("a.mp3"))
                #expect(books.charges == [text.replacing("\r\n", with: "\n")])

                let error = await failure {
                    _ = try await speech.speak(
                        Self.request(String(repeating: "长", count: 1400)), slip: bench.slip(),
                        to: bench.file("a.mp3"))
                }
                #expect(error?.code == .invalid)
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test("a key goes along with the handshake, and the witness hears of the talk without it")
    func witness() async throws {
        try await Workbench.run { bench in
            try await SocketDoubles.funASR.run { server, _, settings in
                let seen = Mutex<[HTTPExchange]>([])
                var tools = bench.tools
                tools.witness = { exchange in seen.withLock { $0.append(exchange) } }
                let sound = bench.file("speech.wav")
                try SampleMedia.wave(seconds: 2, rate: 16_000).write(to: sound)
                let vendors = try ConfiguredVendors(["shop": .object(settings)], tools: tools)
                let transcriber = try #require(vendors.parts("shop")?.transcriber)
                _ = try await transcriber.transcribe(sound, language: .mandarin, slip: bench.slip())
                #expect(server.requests.first?.header("authorization") == "Bearer sk-test-key-1234")
                let exchange = try #require(seen.withLock { $0 }.first)
                #expect(exchange.status == 101)
                #expect(exchange.answer == "(3 messages sent, 1 received)")
                #expect(!exchange.headers.values.contains { $0.contains("sk-test") })
            }
        }
    }
}
