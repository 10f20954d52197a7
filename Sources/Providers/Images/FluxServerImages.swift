import BatchVideo
import Foundation

extension Vendor {
    /// The real Flux server: `POST /generate_image/` gives a PNG, or JSON with an error and status 200.
    static let fluxServer = Vendor(
        "flux-server", title: "Flux server (/generate_image/)",
        settings: [
            VendorSetting("url", "Where it runs, such as http://127.0.0.1:8009.", isRequired: true),
            VendorSetting("steps", "Inference steps, 1 to 100; 28 when left out."),
        ]
    ) { settings, tools in
        VendorParts(images: try FluxServerImages(settings, tools))
    }
}

/// Its LoRA is chosen when the server starts; one that a topic asks for only adds its trigger word.
struct FluxServerImages: ImageGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesReference = false
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let steps: Int

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("flux-server")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url()
        steps = try settings.int("steps", in: 1...100, or: 28)
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let body: JSONValue = [
            "prompt": .string(request.lora?.waking(request.prompt) ?? request.prompt),
            "num_inference_steps": JSONValue(steps), "width": JSONValue(request.size.width),
            "height": JSONValue(request.size.height),
        ]
        let answer = try await caller.send(
            HTTPOrder("POST", url.at("/generate_image/"), body: .json(body), isRepeatable: terms.mayRepeat))
        if answer.type == "application/json" {
            throw caller.failure(.outage, answer.words, answer: answer, isUnpaid: true)
        }
        try await tools.accept(answer.body, as: .picture, from: caller, to: file)
        return GeneratedMedia(cost: terms.unitCost)
    }
}
