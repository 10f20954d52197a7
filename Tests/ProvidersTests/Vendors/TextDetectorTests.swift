import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors that find writing")
struct TextDetectorTests {
    private func run(
        more: [String: JSONValue] = [:], price: Double = 0,
        _ body: (Workbench, VendorServer, VendorBooks, any TextDetector) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            try await OCRDoubles.server.run(price: price) { server, books, settings in
                let texts = try #require(try bench.parts(settings.merging(more) { $1 }).texts)
                try await body(bench, server, books, texts)
            }
        }
    }

    private func picture(_ bench: Workbench, lines: Int) throws -> URL {
        let file = bench.file("first.png")
        try SampleMedia.png(width: 64, height: 48, grey: UInt8(200 + lines)).write(to: file)
        return file
    }

    @Test(
        "the server's lines come with their confidence; none and no page are both nothing",
        arguments: [0, 1, 3, 55])
    func lines(_ count: Int) async throws {
        try await run { bench, _, books, detector in
            let found = try await detector.texts(in: try picture(bench, lines: count), slip: bench.slip())
            let wanted = count == 55 ? 0 : count
            #expect(found == (0..<wanted).map { FoundText(text: "第\($0 + 1)行", confidence: 0.98) })
            #expect(books.charges.count == 1)
        }
    }

    @Test("it waits when told, and tries again after faults")
    func patience() async throws {
        try await run(price: 0.1) { bench, server, books, detector in
            server.fail(.status(429, headers: [("Retry-After", "7")]), .status(500), .slow(.milliseconds(20)))
            let found = try await detector.texts(in: try picture(bench, lines: 2), slip: bench.slip())
            #expect(found.count == 2)
            #expect(bench.elapsed >= .seconds(7))
            #expect(books.charges.count == 1)
        }
    }

    @Test("other answers are told: a wrong key, a page, an error with status 200, another shape")
    func otherAnswers() async throws {
        try await run(more: ["tries": 1]) { bench, server, _, detector in
            let file = try picture(bench, lines: 2)
            let answers: [(VendorServer.Fault, VendorFailure.Kind, String)] = [
                (.status(401, body: #"{"detail":"bad key sk-test-key-1234"}"#), .misuse, "bad key"),
                (.instead(.json(["error": "model not loaded"])), .outage, "model not loaded"),
                (.instead(.json(["ocr_result": "x"])), .outage, "no ocr_result"),
                (.instead(.json(["ocr_result": [[["no", "pair"]]]])), .outage, "no ocr_result"),
                (.instead(.bytes(Data("<html>".utf8), type: "text/html")), .outage, "no JSON"),
                (.truncated, .outage, ""),
            ]
            for (fault, kind, words) in answers {
                server.fail(fault)
                let error = await failure { _ = try await detector.texts(in: file, slip: bench.slip()) }
                #expect(error?.kind == kind)
                #expect(error?.message.contains(words) == true || words.isEmpty, "\(error?.message ?? "")")
                #expect(error?.message.contains("sk-test-key-1234") != true)
            }
        }
    }

    @Test("a paid look is paid once when its answer is lost; a free one is made again")
    func lost() async throws {
        try await run(price: 0.1) { bench, server, books, detector in
            server.fail(.droppedAfterWork)
            let file = try picture(bench, lines: 1)
            let error = await failure { _ = try await detector.texts(in: file, slip: bench.slip()) }
            #expect(error?.kind == .unknownEnd)
            #expect(books.charges.count == 1)
        }
        try await run { bench, server, books, detector in
            server.fail(.droppedAfterWork)
            let found = try await detector.texts(in: try picture(bench, lines: 1), slip: bench.slip())
            #expect(found.count == 1)
            #expect(books.charges.count == 2)
        }
    }

    @Test("tesseract gets its languages, and where it is not installed says what to install")
    func tesseract() async throws {
        try await Workbench.run { bench in
            let file = try picture(bench, lines: 0)
            var tools = bench.tools
            let bare = try #require(
                try Vendor.tesseract.make(VendorSettings(name: "eye", values: [:]), tools).texts)
            let error = await failure { _ = try await bare.texts(in: file, slip: bench.slip()) }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("apt-get install tesseract-ocr") == true)
            tools.read = { _, languages in languages.map { FoundText(text: $0, confidence: 1) } }
            let able = try #require(
                try Vendor.tesseract.make(VendorSettings(name: "eye", values: [:]), tools).texts)
            #expect(try await able.texts(in: file, slip: bench.slip()).map(\.text) == ["chi_sim", "eng"])
            let odd = await failure { _ = try bench.parts(["vendor": "tesseract", "languages": ["../x"]]) }
            #expect(odd?.message.contains("providers.shop.languages") == true)
        }
    }
}
