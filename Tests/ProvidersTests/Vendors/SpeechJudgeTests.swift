import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

/// Other people's clients find our doubles to be the services that they know.
@Suite("Clients of others on our doubles", .timeLimit(.minutes(20)))
struct SpeechJudgeTests {
    private func made(_ double: VendorDouble) async throws -> (JSONValue, [VendorRequest], [String]) {
        try await double.run { server, books, _ in
            let made = try await PythonJudge.ask(
                "speech_clients.py", double.vendor, server.url.absoluteString)
            return (made, server.requests, books.charges)
        }
    }

    @Test("OpenAI's SDK speaks to the double, and our request is its request")
    func openAISpeech() async throws {
        let (made, requests, charges) = try await made(SpeechDoubles.openAI)
        #expect(made["wav"] == "52494646")
        #expect(made["mp3"]?.string?.hasPrefix("fff") == true)
        #expect(made["refused"] == "speed")
        #expect(made["stranger"] == "invalid_api_key")
        #expect(charges == ["good morning", "good morning"])

        let request = SpeechRequest(text: "good morning", language: .english, voice: "nana", speed: 1.5)
        try await SpeechDesk.speak(SpeechDoubles.openAI, request) { _, server in
            #expect(server.requests.first?.json == requests[1].json)
            #expect(server.requests.first?.header("authorization") == requests[1].header("authorization"))
        }
    }

    @Test("OpenAI's SDK transcribes with the double, and our form is its form")
    func openAITranscription() async throws {
        let (made, requests, _) = try await made(TranscriptionDoubles.openAI)
        #expect(made["text"] == "Good morning, all.")
        #expect(made["plain"] == "Good morning, all.")
        #expect(made["words"]?.array?.count == 3)
        #expect(made["segments"]?.array?.count == 1)
        #expect(made["refused"] == "response_format")

        try await Workbench.run { bench in
            try await TranscriptionDoubles.openAI.run { server, _, settings in
                let file = bench.file("speech.wav")
                try SampleMedia.wave(seconds: 2, rate: 16_000).write(to: file)
                _ = try await #require(try bench.parts(settings).transcriber).transcribe(
                    file, language: .mandarin, slip: bench.slip())
                let (ours, theirs) = (server.requests[0].parts, requests[0].parts)
                #expect(Set(ours.map(\.name)) == Set(theirs.map(\.name)))
                for name in ["model", "language", "response_format", "timestamp_granularities[]"] {
                    #expect(
                        ours.filter { $0.name == name }.map(\.text)
                            == theirs.filter { $0.name == name }.map(\.text))
                }
                #expect(ours.last?.file == theirs.last?.file)
                #expect(ours.last?.type == theirs.last?.type)
            }
        }
    }

    @Test("ElevenLabs' SDK speaks to the double, and our request is its request")
    func elevenLabs() async throws {
        let (made, requests, _) = try await made(SpeechDoubles.elevenLabs)
        #expect(made["characters"] == "good morning")
        #expect(made["stranger"] == [401, "invalid_api_key"])

        let request = SpeechRequest(text: "good morning", language: .english, voice: "nana")
        try await SpeechDesk.speak(SpeechDoubles.elevenLabs, request) { _, server in
            let (ours, theirs) = (try #require(server.requests.first), requests[0])
            #expect(ours.path == theirs.path)
            #expect(ours.query == theirs.query)
            #expect(ours.header("xi-api-key") == theirs.header("xi-api-key"))
            #expect(
                ours.json["text"] == theirs.json["text"] && ours.json["model_id"] == theirs.json["model_id"])
        }
    }

    @Test("edge-tts speaks to the double over its WebSocket, and our talk is its talk")
    func edge() async throws {
        let (made, theirs, charges) = try await made(SocketDoubles.edge)
        #expect(charges == ["Good & bad <morning>, all."])
        #expect(made["bytes"]?.int == (try await FFmpegSample.sound.data().count))
        #expect(made["words"]?.array?.map { $0.array?.first } == ["Good", "&", "bad", "morning", "all"])
        #expect(made["words"]?.array?.first == ["Good", 100, 375])

        let request = SpeechRequest(
            text: "Good & bad <morning>, all.", language: .mandarin, voice: "zh-CN-liaoning-XiaobeiNeural",
            speed: 1.1)
        try await SpeechDesk.speak(SocketDoubles.edge, request) { spoken, server in
            #expect(spoken.words?.map(\.text) == ["Good", "bad", "morning", "all"])
            #expect(spoken.words?.first == HeardWord(text: "Good", startMs: 100, endMs: 475))
            let (ours, theirs) = (try #require(server.requests.first), theirs[0])
            #expect(ours.path == theirs.path)
            #expect(Set(ours.query.keys) == Set(theirs.query.keys))
            #expect(ours.query["Sec-MS-GEC-Version"] == theirs.query["Sec-MS-GEC-Version"])
            #expect(ours.query["Sec-MS-GEC"]?.count == theirs.query["Sec-MS-GEC"]?.count)
            for name in [
                "origin", "user-agent", "pragma", "cache-control", "accept-encoding", "accept-language",
            ] {
                #expect(ours.header(name) == theirs.header(name))
            }
            #expect(ours.header("cookie")?.count == theirs.header("cookie")?.count)
        }
    }

    @Test("our tokens are those of edge-tts")
    func tokens() async throws {
        let times = (0..<40).map { 1_600_000_000 + $0 * 9_876_543 }
        let made = try await PythonJudge.ask(
            "speech_clients.py", "tokens", times.map(String.init).joined(separator: ","))
        for time in times {
            #expect(EdgeToken.v2.value(at: time) == made["\(time)"]?.string)
        }
    }

    @Test(
        "tokens are those of the wire notes",
        arguments: [
            (
                1_700_000_000, "42301B335578FEFDAE2637DED1ABD614505D432559EC08032B82048483726AFF",
                "2CD23A2CA0B2595A-F3C846C370E05F9CC83ACC5F995C5F5D87A4D0F14CE8936A0F902E64099E38A2"
            ),
            (
                1_767_225_600, "42D1947403FD94975436C65DBFCA8003073F9CB5C3F1CE25AF8961A11D7C3DFE",
                "723A6EBC411B23BB-214991EA6B1E401F3D777A699DDDEE75E29740EA7A5DCD1007366FA1090DD267"
            ),
        ])
    func vectors(_ time: Int, _ first: String, _ second: String) {
        #expect(EdgeToken.v1.value(at: time) == first)
        #expect(EdgeToken.v2.value(at: time) == second)
    }
}
