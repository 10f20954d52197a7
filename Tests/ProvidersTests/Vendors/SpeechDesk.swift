import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

/// Doubles with a recording of a voice where their settings want one.
enum SpeechDesk {
    static func run(
        _ double: VendorDouble, _ body: (VendorDouble, Workbench) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            let voices = try TemporaryFolder()
            let recording = voices.url.appending(path: "nana.wav")
            try SampleMedia.wave(seconds: 4).write(to: recording)
            var double = double
            let text = JSONValue.object(double.settings).text.replacing("%recording%", with: recording.path)
            double.settings = try JSONValue(parsing: text).object ?? [:]
            try await body(double, bench)
        }
    }

    static func speak(
        _ double: VendorDouble, _ request: SpeechRequest,
        _ body: (VendorSpeech, VendorServer) async throws -> Void
    ) async throws {
        try await run(double) { double, bench in
            try await double.run { server, _, settings in
                let speech = try #require(try bench.parts(settings).speech)
                let spoken = try await speech.speak(request, slip: bench.slip(), to: bench.file("spoken"))
                try await body(spoken, server)
            }
        }
    }
}
