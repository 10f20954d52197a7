import BatchVideo
import Foundation

extension Vendor {
    /// The specification's Flux service: `POST /generate` gives the picture's bytes.
    static let flux = Vendor(
        "flux", title: "Flux server (the specification's /generate)",
        settings: [
            VendorSetting("url", "Where it runs, such as http://127.0.0.1:8009.", isRequired: true),
            VendorSetting("steps", "Inference steps, 1 to 100; 28 when left out."),
            VendorSetting("guidance", "cfg_scale, 0 to 30; 3.5 when left out."),
            VendorSetting(
                "weightScale", "\"percent\" sends LoRA weights as 0 to 100, \"unit\" as 0 to 2; percent when left out."),
            VendorSetting("triggers", "LoRA names and the words that wake them, as a map."),
        ]
    ) { settings, tools in
        VendorParts(images: try FluxImages(settings, tools))
    }
}

struct FluxImages: ImageGenerator {
    private enum WeightScale: String, CaseIterable { case percent, unit }

    let name: String
    let version: String
    let terms: CallTerms
    let takesReference = false
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let steps: Int
    private let guidance: Double
    private let weightScale: WeightScale
    private let triggers: [String: String]

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("flux")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url()
        steps = try settings.int("steps", in: 1...100, or: 28)
        guidance = try settings.number("guidance", in: 0...30, or: 3.5)
        weightScale = try settings.choice("weightScale", or: .percent)
        triggers = try settings.map("triggers")
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        var body: [String: JSONValue] = [
            "prompt": .string(request.lora?.waking(request.prompt, triggers) ?? request.prompt),
            "negative_prompt": .string(request.negative),
            "width": .number(Double(request.size.width)), "height": .number(Double(request.size.height)),
            "num_inference_steps": .number(Double(steps)), "cfg_scale": .number(guidance),
            "seed": .number(Double(request.seed % (1 << 32))),
        ]
        if let lora = request.lora {
            body["lora_name"] = .string(lora.name)
            body["lora_weight"] = .number(weightScale == .percent ? Double(lora.weight) : lora.scale)
        }
        let answer = try await caller.send(
            HTTPOrder(
                "POST", url.at("/generate"), headers: [("Idempotency-Key", slip.key)],
                body: .json(.object(body)), isRepeatable: terms.mayRepeat))
        // Some builds answer errors as JSON with status 200.
        if answer.type == "application/json" {
            throw caller.failure(.outage, answer.words, answer: answer, isUnpaid: true)
        }
        try await tools.accept(answer.body, as: .picture, from: caller, to: file)
        return GeneratedMedia(seed: request.seed % (1 << 32), cost: terms.unitCost)
    }
}
