import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of clips")
struct ClipVendorTests {
    @Test("each keeps the contract of vendors", arguments: ClipDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await VendorContract(double: double) { parts, slip, bench, file in
            let clips = try #require(parts.clips)
            let request = ClipRequest(
                prompt: "waves roll in", size: PixelSize(width: 768, height: 1360),
                length: MediaTime(ms: 4700), seed: 9, image: clips.takesImage ? try bench.picture() : nil)
            #expect(clips.billedSeconds(of: request) >= 4)
            return try await clips.generate(request, slip: slip, to: file).cost
        }.check()
    }

    @Test("Kling's token is a JWT, signed as Python's hmac signs it")
    func token() throws {
        let token = klingToken("access:secret", now: Date(timeIntervalSince1970: 1_700_000_000))
        let parts = token.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        #expect(parts[0] == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9")
        #expect(parts[2] == "as6jODCc-mOoU62l6myejbnucRhrSAwkOe-wCm5Udmg")
        #expect(parts[1] == "eyJleHAiOjE3MDAwMDE4MDAsImlzcyI6ImFjY2VzcyIsIm5iZiI6MTY5OTk5OTk5NX0")
    }

    @Test("a result inside the own network is fetched only where the vendor itself lives")
    func inside() async throws {
        try await Workbench.run { bench in
            try await VendorServer.run({ _ in .bytes(try await FFmpegSample.clip.data(), type: "video/mp4") }) {
                other in
                let trap = VendorDouble("ark", isTask: true) { request, books, _ in
                    if request.method == "POST" { return .json(["id": .string(books.start("x"))]) }
                    let place = "http://localhost:\(other.port)/secret"
                    return .json(["status": "succeeded", "content": ["video_url": .string(place)]])
                }
                try await trap.run { _, _, settings in
                    let clips = try #require(try bench.parts(settings).clips)
                    let request = ClipRequest(
                        prompt: "x", size: PixelSize(width: 16, height: 9), length: MediaTime(ms: 1000), seed: 1)
                    let error = await failure {
                        _ = try await clips.generate(request, slip: bench.slip(), to: bench.file("a.mp4"))
                    }
                    #expect(error?.code == .forbidden)
                    #expect(other.requests.isEmpty)
                }
            }
        }
    }
}
