import BatchVideo
import Foundation
import Testing
import Web

@testable import App

@Suite("Estimates of films")
struct FilmEstimatorTests {
    private struct Painter: ImageGenerator {
        let name = "painter"
        let version = "1"
        let terms = CallTerms(unitCost: VendorCost(micros: 40_000, currency: "USD"))
        let takesReference = false
        func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
            throw VendorFailure(.outage, vendor: name, words: "an estimate asks nobody").error
        }
    }

    private struct Mover: ClipGenerator {
        let name = "mover"
        let version = "1"
        let terms = CallTerms(unitCost: VendorCost(micros: 500_000, currency: "CNY"))
        var takesImage = true
        var takesWordsAlone = false
        /// Whole multiples of five, as some are paid.
        func billedSeconds(of request: ClipRequest) -> Double { (request.length.seconds / 5).rounded(.up) * 5 }
        func generate(_ request: ClipRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
            throw VendorFailure(.outage, vendor: name, words: "an estimate asks nobody").error
        }
    }

    private struct Writer: LanguageModel {
        let name = "writer"
        let version = "1"
        let terms = CallTerms(unitCost: VendorCost(micros: 10_000, currency: "USD"))
        func answer(_ question: ModelQuestion, slip: CallSlip) async throws -> ModelAnswer {
            throw VendorFailure(.outage, vendor: name, words: "an estimate asks nobody").error
        }
    }

    /// 410 characters, 100 s at speed 1: 17 shots.
    private func draft(_ extra: JSONValue = .emptyObject) -> JobDraft {
        JobDraft(title: "灯塔", content: String(repeating: "灯", count: 410), speechSpeed: 1, extra: extra)
    }

    private func costs(_ vendors: FilmVendors, _ extra: JSONValue = .emptyObject) async -> [String: Int] {
        let made = await FilmEstimator(vendors).estimate(draft(extra), owner: .everyone)
        return Dictionary(made.costs.map { ($0.currency, $0.micros) }) { $1 }
    }

    @Test("a film of our own parts costs nothing")
    func own() async {
        let made = await FilmEstimator().estimate(draft(), owner: .everyone)
        #expect(made.filmSeconds == 100 && made.workSeconds == 65 && made.costs.isEmpty)
    }

    @Test("pictures are paid for shots that stand still, and for those that a clip begins with")
    func pictures() async {
        var vendors = FilmVendors()
        vendors.images = [Painter()]
        #expect(await costs(vendors, ["mix": 0]) == ["USD": 17 * 40_000])
        // 30 % of 17 are 5 painted loops.
        #expect(await costs(vendors) == ["USD": 12 * 40_000])
        vendors.clips = [Mover()]
        #expect(await costs(vendors) == ["USD": 17 * 40_000, "CNY": 5 * 10 * 500_000])
        #expect(await costs(vendors, ["mix": 100, "mix_sources": ["loop"]]) == [:])
        #expect(await costs(vendors, ["mix": 0, "images": ["a", "b"]]) == ["USD": 15 * 40_000])
    }

    @Test("clips are paid within the film's paid minutes, and not where footage comes first")
    func clips() async {
        var vendors = FilmVendors()
        vendors.clips = [Mover(takesImage: false, takesWordsAlone: true)]
        #expect(await costs(vendors, ["mix": 100]) == ["CNY": 17 * 10 * 500_000])
        #expect(await costs(vendors, ["mix": 100, "generate_time": 0.5]) == ["CNY": 5 * 10 * 500_000])
        #expect(await costs(vendors, ["mix": 100, "footage": ["clip.mp4"]]) == [:])
    }

    @Test("prompts are paid by tokens, only when somebody makes pictures of them")
    func prompts() async {
        var vendors = FilmVendors()
        vendors.models = [Writer()]
        #expect(await costs(vendors) == [:])
        vendors.images = [Painter()]
        // 17 shots of 120 tokens and one question of 150: 2.19 thousand.
        #expect(await costs(vendors, ["mix": 0]) == ["USD": 17 * 40_000 + 21_900])
    }
}
