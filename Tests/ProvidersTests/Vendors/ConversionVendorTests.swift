import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of conversion")
struct ConversionVendorTests {
    @Test("SeedVC keeps the contract, and gets the speech and the voice's recording")
    func contract() async throws {
        try await SpeechDesk.run(SpeechDoubles.seedVC) { double, _ in
            try await VendorContract(double: double) { parts, slip, bench, file in
                let converter = try #require(parts.converter)
                let (speech, voice) = (bench.file("speech.wav"), bench.file("voice.wav"))
                try SampleMedia.wave(seconds: 2).write(to: speech)
                try SampleMedia.wave(seconds: 4).write(to: voice)
                return try await converter.convert(speech, like: voice, slip: slip, to: file)
            }.check()
        }
    }

    @Test("a second of sound is a unit; a recording that is too long is refused before anything is sent")
    func limits() async throws {
        try await SpeechDesk.run(SpeechDoubles.seedVC) { double, bench in
            try await double.run { server, books, settings in
                let converter = try #require(
                    try bench.parts(settings.merging(["conversionPrice": 0.01]) { $1 }).converter)
                let (speech, voice) = (bench.file("speech.wav"), bench.file("voice.wav"))
                try SampleMedia.wave(seconds: 2.5).write(to: speech)
                try SampleMedia.wave(seconds: 26).write(to: voice)
                let error = await failure {
                    _ = try await converter.convert(
                        speech, like: voice, slip: bench.slip(), to: bench.file("a"))
                }
                #expect(error?.code == .invalid)
                #expect(server.requests.isEmpty)

                try SampleMedia.wave(seconds: 3).write(to: voice)
                let cost = try await converter.convert(
                    speech, like: voice, slip: bench.slip(), to: bench.file("a"))
                #expect(cost.micros == 25_000)
                #expect(books.charges == ["conversion"])
                let sent = try #require(server.requests.first)
                #expect(sent.part("tts_audio_file")?.bytes == Array(try Data(contentsOf: speech)))
                #expect(sent.part("audio_file")?.bytes == Array(try Data(contentsOf: voice)))
            }
        }
    }
}
