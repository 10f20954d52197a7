import BatchVideo
import Foundation

extension Vendor {
    /// AUTOMATIC1111 and Forge: `POST /sdapi/v1/txt2img`, `img2img` with a reference.
    static let stableDiffusion = Vendor(
        "a1111", title: "AUTOMATIC1111 / Forge (/sdapi/v1)",
        settings: [
            VendorSetting("url", "Where it runs; http://127.0.0.1:7860 when left out."),
            VendorSetting("key", "user:password of --api-auth.", isSecret: true),
            VendorSetting("checkpoint", "The checkpoint; the one that is loaded when left out."),
            VendorSetting("steps", "1 to 150; 28 when left out."),
            VendorSetting("guidance", "cfg_scale, 0 to 30; 3.5 when left out."),
            VendorSetting("distilledGuidance", "distilled_cfg_scale of Forge's Flux; not sent when left out."),
            VendorSetting("sampler", "Euler when left out."),
            VendorSetting("scheduler", "Simple when left out."),
            VendorSetting("triggers", "LoRA names and the words that wake them, as a map."),
        ]
    ) { settings, tools in
        VendorParts(images: try StableDiffusionImages(settings, tools))
    }
}

struct StableDiffusionImages: ImageGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesReference = true
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let fixed: [String: JSONValue]
    private let triggers: [String: String]

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("a1111")
        terms = try settings.terms()
        caller = try tools.caller(
            settings,
            key: .made { key, order in
                order.headers.append(("Authorization", "Basic \(Data(key.utf8).base64EncodedString())"))
            })
        self.tools = tools
        url = try settings.url(or: "http://127.0.0.1:7860")
        triggers = try settings.map("triggers")
        var fixed: [String: JSONValue] = [
            "steps": JSONValue(try settings.int("steps", in: 1...150, or: 28)),
            "cfg_scale": .number(try settings.number("guidance", in: 0...30, or: 3.5)),
            "sampler_name": .string(try settings.text("sampler", or: "Euler")),
            "scheduler": .string(try settings.text("scheduler", or: "Simple")),
            "batch_size": 1, "n_iter": 1, "send_images": true, "save_images": false,
        ]
        if let checkpoint = try settings.optionalText("checkpoint") {
            fixed["override_settings"] = ["sd_model_checkpoint": .string(checkpoint)]
        }
        if let guidance = try settings.optionalNumber("distilledGuidance", in: 0...30) {
            fixed["distilled_cfg_scale"] = .number(guidance)
        }
        self.fixed = fixed
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        var body = fixed
        body["prompt"] = .string(prompt(request))
        body["negative_prompt"] = .string(request.negative)
        let size = request.size.rounded(to: 8)
        body["width"] = JSONValue(size.width)
        body["height"] = JSONValue(size.height)
        body["seed"] = JSONValue(request.seed, below: 1 << 32)
        if let reference = request.reference {
            body["init_images"] = .array([.string(try MediaBytes(reference).base64)])
            body["denoising_strength"] = .number(1 - request.referenceScale)
        }
        let route = request.reference == nil ? "txt2img" : "img2img"
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at("/sdapi/v1/\(route)"), body: .json(.object(body)),
                isRepeatable: terms.mayRepeat))
        guard var text = answer["images"]?.array?.first?.string else {
            throw caller.failure(.outage, "the answer holds no picture")
        }
        if text.hasPrefix("data:"), let comma = text.firstIndex(of: ",") {
            text = String(text[text.index(after: comma)...])
        }
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
            throw caller.failure(.outage, "the answer's picture is no base64")
        }
        try await tools.accept(data, as: .picture, from: caller, to: file)
        let info = answer["info"]?.string.flatMap { try? JSONValue(parsing: $0) }
        return GeneratedMedia(
            seed: info?["seed"]?.number.map { UInt64(max(0, $0)) }, model: info?["sd_model_name"]?.string,
            cost: terms.unitCost)
    }

    private func prompt(_ request: ImageRequest) -> String {
        guard let lora = request.lora else { return request.prompt }
        // A name with brackets or colons would be read as more than a name.
        let name = lora.name.filter { !"<>:".contains($0) }
        return "\(lora.waking(request.prompt, triggers)) <lora:\(name):\(lora.scale)>"
    }
}
