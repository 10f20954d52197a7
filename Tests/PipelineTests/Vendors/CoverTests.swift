import BatchVideo
import Foundation
import Pipeline
import Synchronization
import TestKit
import Testing

private final class Prompts: Sendable {
    private let prompts = Mutex<[String]>([])

    var all: [String] { prompts.withLock { $0 } }
    func add(_ prompt: String) { prompts.withLock { $0.append(prompt) } }
}

/// Makes anything but what it is told to refuse.
private struct CoverPainter: ImageGenerator {
    let name = "painter"
    let version = "1"
    let terms = CallTerms(unitCost: VendorCost(micros: 1_000, currency: "USD"))
    let takesReference = false
    let prompts: Prompts
    var refuses = ""

    func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        prompts.add(request.prompt)
        if !refuses.isEmpty, request.prompt.contains(refuses) {
            throw VendorFailure(.refusal, vendor: "painter", words: "not this", isUnpaid: true).error
        }
        try Data("picture \(request.prompt)".utf8).write(to: file)
        return GeneratedMedia(seed: request.seed, cost: terms.unitCost)
    }
}

@Suite("Covers", .timeLimit(.minutes(20)))
struct CoverTests {
    private func film(
        prompt: String?, refuses: String = "", isOurs: Bool = false
    ) async throws -> (TestStudio, [String]) {
        let prompts = Prompts()
        var vendors = FilmVendors()
        if !isOurs { vendors.images = [CoverPainter(prompts: prompts, refuses: refuses)] }
        let studio = try TestStudio(vendors: vendors)
        let brief = studio.brief("The lamp burned.") {
            $0.mix = 0
            $0.look = PictureLook(prefix: "oil painting", coverPrompt: prompt)
            $0.branding = Branding(coverStyle: .classic, coverText: "The lamp that burned")
        }
        _ = try await studio.make(brief)
        _ = try await studio.make(brief)
        return (studio, prompts.all)
    }

    @Test("the topic's cover prompt is asked for once, without the prefix, and the title stands over what comes")
    func prompt() async throws {
        let (studio, prompts) = try await film(prompt: "a lamp at night")
        #expect(prompts.count { $0 == "a lamp at night" } == 1 && prompts.count == 2)
        #expect(studio.log.count("cover") == 1 && studio.log.count("paint") == 0)
    }

    @Test("without a prompt the title stands over the film's first picture, which is paid for already")
    func first() async throws {
        let (studio, prompts) = try await film(prompt: nil)
        #expect(prompts.count == 1)
        #expect(studio.log.count("cover") == 1 && studio.log.count("paint") == 0)
    }

    @Test("a vendor that refuses the cover leaves it to the film's pictures")
    func refused() async throws {
        let (studio, _) = try await film(prompt: "a forbidden lamp", refuses: "forbidden")
        #expect(studio.log.count("cover") == 1)
        #expect(studio.events.warnings.contains { $0.hasPrefix("cover:") })
    }

    @Test("with no vendor it is painted")
    func painted() async throws {
        let (studio, _) = try await film(prompt: "a lamp at night", isOurs: true)
        #expect(studio.log.count("cover") == 0 && studio.log.count("paint") > 0)
    }
}
