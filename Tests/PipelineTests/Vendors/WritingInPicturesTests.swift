import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

/// Paints the seed into every picture.
private struct SignPainter: ImageGenerator {
    let name = "painter"
    let version = "1"
    let terms = CallTerms(unitCost: VendorCost(micros: 1_000, currency: "USD"))
    let takesReference = false
    let log: CallLog

    func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        log.add("paint \(request.seed)")
        try Data("\(request.seed)".utf8).write(to: file)
        return GeneratedMedia(seed: request.seed, cost: terms.unitCost)
    }
}

/// Finds so many characters in the pictures, one after another.
private struct Reader: TextDetector {
    let name = "reader"
    let version = "1"
    let terms = CallTerms()
    let log: CallLog
    let counts: [Int]

    func texts(in picture: URL, slip: CallSlip) async throws -> [FoundText] {
        let turn = log.count("read")
        log.add("read")
        guard counts.indices.contains(turn) else { return [] }
        return [FoundText(text: String(repeating: "x", count: counts[turn]), confidence: 0.9)]
    }
}

@Suite("Writing in pictures of vendors", .timeLimit(.minutes(20)))
struct WritingInPicturesTests {
    /// A film of one shot.
    private func film(finding counts: [Int]) async throws -> (TestStudio, Manifest, painted: Int) {
        let log = CallLog()
        var vendors = FilmVendors()
        vendors.images = [SignPainter(log: log)]
        vendors.texts = [Reader(log: log, counts: counts)]
        let studio = try TestStudio(vendors: vendors)
        let brief = studio.brief("The lamp burned.") { $0.mix = 0 }
        let film = try await studio.make(brief)
        _ = try await studio.make(brief)
        return (studio, film.manifest, log.count("paint"))
    }

    @Test("a picture with writing is asked for again; the first without is shown, and paid for once")
    func again() async throws {
        let (studio, film, painted) = try await film(finding: [40, 11, 3])
        #expect(film.shots.count == 1 && painted == 3)
        #expect(!studio.events.warnings.contains { $0.contains("writing") })
    }

    @Test("after three more the one with least is shown, and said so")
    func least() async throws {
        let (studio, _, painted) = try await film(finding: [40, 20, 30, 25, 0])
        #expect(painted == 4)
        #expect(studio.events.warnings.contains { $0.contains("20 characters") })
    }

    @Test("ten characters are let through")
    func few() async throws {
        let (_, _, painted) = try await film(finding: [10])
        #expect(painted == 1)
    }
}
