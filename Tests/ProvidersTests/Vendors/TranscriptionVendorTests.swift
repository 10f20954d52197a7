import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of transcription")
struct TranscriptionVendorTests {
    private static func sound(_ bench: Workbench) throws -> URL {
        let file = bench.file("speech.wav")
        try SampleMedia.wave(seconds: 2, rate: 16_000).write(to: file)
        return file
    }

    @Test("each keeps the contract of vendors", arguments: TranscriptionDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await VendorContract(double: double) { parts, slip, bench, file in
            let transcriber = try #require(parts.transcriber)
            let (transcript, cost) = try await transcriber.transcribe(
                Self.sound(bench), language: .mandarin, slip: slip)
            // The contract looks for a file; a transcript is none.
            try JSONEncoder().encode(transcript).write(to: file)
            return cost
        }.check()
    }

    @Test(
        "times are monotone and inside the sound, whatever the vendor tells",
        arguments: TranscriptionDoubles.all)
    func times(_ double: VendorDouble) async throws {
        try await Workbench.run { bench in
            try await double.run(price: 0.001) { _, _, settings in
                let transcriber = try #require(try bench.parts(settings).transcriber)
                let (transcript, cost) = try await transcriber.transcribe(
                    Self.sound(bench), language: .mandarin, slip: bench.slip())
                #expect(cost.micros == 2000)
                #expect(!transcript.text.isEmpty)
                #expect(!transcript.sentences.isEmpty)
                for list in [transcript.words, transcript.sentences] {
                    #expect(list.allSatisfy { $0.startMs < $0.endMs && $0.endMs <= 2000 })
                    #expect(zip(list, list.dropFirst()).allSatisfy { $0.endMs <= $1.startMs })
                }
            }
        }
    }

    @Test("words and segments are asked for and read; a model that has no times is asked for text alone")
    func words() async throws {
        try await Workbench.run { bench in
            try await TranscriptionDoubles.openAI.run { server, _, settings in
                let parts = try bench.parts(settings)
                let heard = try await #require(parts.transcriber).transcribe(
                    Self.sound(bench), language: .mandarin, slip: bench.slip())
                #expect(heard.transcript.words.map(\.text) == ["Good", "morning", "all"])
                #expect(heard.transcript.words.last == HeardWord(text: "all", startMs: 980, endMs: 2000))
                #expect(heard.transcript.sentences.map(\.text) == ["Good morning, all."])
                #expect(
                    server.requests[0].parts.map(\.name) == [
                        "model", "language", "response_format", "timestamp_granularities[]",
                        "timestamp_granularities[]", "file",
                    ])
                #expect(server.requests[0].part("language")?.text == "zh")

                let plain = try bench.parts(
                    settings.merging(["words": false, "model": "gpt-4o-transcribe"]) { $1 })
                let read = try await #require(plain.transcriber).transcribe(
                    Self.sound(bench), language: .mandarin, slip: bench.slip())
                #expect(read.transcript == Transcript(text: "Good morning, all."))
            }
        }
    }

    @Test("FunASR's error with a good status is told, and was not paid")
    func funASRError() async throws {
        try await Workbench.run { bench in
            try await TranscriptionDoubles.funASR.run { _, books, settings in
                let file = bench.file("short.wav")
                try SampleMedia.wave(seconds: 0.01, rate: 16_000).write(to: file)
                let transcriber = try #require(try bench.parts(settings).transcriber)
                let error = await failure {
                    _ = try await transcriber.transcribe(file, language: .mandarin, slip: bench.slip())
                }
                #expect(error?.kind == .outage)
                #expect(error?.message.contains("read audio error") == true)
                #expect(error?.vendorFailure?.isUnpaid == true)
                #expect(books.charges.isEmpty)
            }
        }
    }

    @Test("a file larger than the vendor takes is refused before it is sent")
    func size() async throws {
        try await Workbench.run { bench in
            try await TranscriptionDoubles.openAI.run { server, _, settings in
                let file = bench.file("long.wav")
                try SampleMedia.wave(seconds: 40, rate: 16_000).write(to: file)
                let transcriber = try #require(
                    try bench.parts(settings.merging(["maxMegabytes": 1]) { $1 }).transcriber)
                let error = await failure {
                    _ = try await transcriber.transcribe(file, language: .mandarin, slip: bench.slip())
                }
                #expect(error?.code == .invalid)
                #expect(server.requests.isEmpty)
            }
        }
    }
}
