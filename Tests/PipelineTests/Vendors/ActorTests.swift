import BatchVideo
import Foundation
import Pipeline
import Synchronization
import TestKit
import Testing

/// Describes a keeper and finds him in every second shot.
private struct CastingModel: LanguageModel {
    let name = "model"
    let version = "1"
    let terms = CallTerms()
    let log: CallLog

    func answer(_ question: ModelQuestion, slip: CallSlip) async throws -> ModelAnswer {
        guard question.schema != nil else {
            log.add("describe")
            return ModelAnswer(text: "\"An old man with a grey beard and a blue coat.\"", cost: .free)
        }
        log.add("prompt")
        let numbers = question.text.split(separator: "\n").compactMap { line in
            Int(line.prefix { $0.isNumber })
        }
        let prompts = numbers.map { number -> JSONValue in
            [
                "index": .number(Double(number)), "prompt": .string("A tower, number \(number)."),
                "is_actor": .bool(number % 2 == 1),
            ]
        }
        return ModelAnswer(text: JSONValue.object(["prompts": .array(prompts)]).text, cost: .free)
    }
}

private final class SeenRequests: Sendable {
    private let requests = Mutex<[ImageRequest]>([])

    var all: [ImageRequest] { requests.withLock { $0 } }
    func add(_ request: ImageRequest) { requests.withLock { $0.append(request) } }
}

private struct NotingImages: ImageGenerator {
    let name = "painter"
    let version = "1"
    let terms = CallTerms(unitCost: VendorCost(micros: 1_000, currency: "USD"))
    let takesReference: Bool
    let seen: SeenRequests

    func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        seen.add(request)
        try Data("picture \(request.seed) \(request.prompt)".utf8).write(to: file)
        return GeneratedMedia(seed: request.seed, cost: terms.unitCost)
    }
}

@Suite("The same person in all pictures", .timeLimit(.minutes(20)))
struct ActorTests {
    private func film(takesReference: Bool, keepsActor: Bool = true) async throws -> ([ImageRequest], CallLog) {
        let (seen, log) = (SeenRequests(), CallLog())
        var vendors = FilmVendors()
        vendors.models = [CastingModel(log: log)]
        vendors.images = [NotingImages(takesReference: takesReference, seen: seen)]
        let studio = try TestStudio(vendors: vendors)
        _ = try await studio.make(
            studio.brief {
                $0.mix = 0
                $0.look = PictureLook(prefix: "oil painting", keepsActor: keepsActor ? true : nil)
            })
        return (seen.all, log)
    }

    @Test("one portrait is made, and every picture with the person follows it and tells what it looks like")
    func reference() async throws {
        let (requests, log) = try await film(takesReference: true)

        let portraits = requests.filter { $0.prompt.hasPrefix("full body portrait") }
        #expect(portraits.count == 1 && portraits.first?.reference == nil)
        let pictures = requests.filter { !$0.prompt.hasPrefix("full body portrait") }
        let withActor = pictures.filter { $0.prompt.contains("grey beard") }
        #expect(!withActor.isEmpty && withActor.count < pictures.count)
        #expect(withActor.allSatisfy { $0.reference != nil && $0.prompt.hasPrefix("oil painting, A tower") })
        #expect(pictures.filter { !$0.prompt.contains("grey beard") }.allSatisfy { $0.reference == nil })
        #expect(log.count("describe") == 1)
    }

    @Test("a vendor that follows no picture is told in words")
    func words() async throws {
        let (requests, _) = try await film(takesReference: false)
        #expect(requests.contains { $0.prompt.contains("The person: An old man with a grey beard and a blue coat") })
        #expect(requests.allSatisfy { $0.reference == nil && !$0.prompt.hasPrefix("full body portrait") })
    }

    @Test("without generate_type same nobody is described")
    func off() async throws {
        let (requests, log) = try await film(takesReference: true, keepsActor: false)
        #expect(log.count("describe") == 0)
        #expect(requests.allSatisfy { $0.reference == nil && !$0.prompt.contains("grey beard") })
    }
}
