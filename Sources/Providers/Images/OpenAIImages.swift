import BatchVideo
import Foundation

extension Vendor {
    /// `POST /images/generations` as OpenAI, SiliconFlow, Ark Seedream and gateways answer it.
    static let openAIImages = Vendor(
        "openai-images", title: "OpenAI-compatible images (/images/generations)",
        settings: [
            VendorSetting("model", "The model's name.", isRequired: true),
            VendorSetting(
                "sizes",
                "Sizes the model makes, such as [1024x1024, 1536x1024, 1024x1536]; \"any\" for multiples of 16; those three when left out."
            ),
            VendorSetting("quality", "low, medium, high or auto; not sent when left out."),
            VendorSetting("responseFormat", "b64_json or url for servers that need it; not sent when left out."),
            VendorSetting("dialect", "openai, siliconflow or seedream; openai when left out."),
            VendorSetting(
                "edits", "true when the model takes a reference picture at /images/edits; false when left out."),
        ]
    ) { settings, tools in
        VendorParts(images: try OpenAIImages(settings, tools))
    }
}

struct OpenAIImages: ImageGenerator {
    private enum Dialect: String, CaseIterable { case openai, siliconflow, seedream }

    let name: String
    let version: String
    let terms: CallTerms
    let takesReference: Bool
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let model: String
    private let dialect: Dialect
    /// Nil: any multiple of 16.
    private let sizes: [PixelSize]?
    private let quality: String?
    private let responseFormat: String?

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("openai-images")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url(or: "https://api.openai.com/v1")
        model = try settings.text("model")
        dialect = try settings.choice("dialect", or: .openai)
        quality = try settings.optionalText("quality")
        responseFormat = try settings.optionalText("responseFormat")
        takesReference = try settings.flag("edits", or: false)
        let names = try settings.texts("sizes")
        if names == ["any"] {
            sizes = nil
        } else if names.isEmpty {
            sizes = [(1024, 1024), (1536, 1024), (1024, 1536)].map { PixelSize(width: $0.0, height: $0.1) }
        } else {
            sizes = try names.map { text in
                let sides = text.lowercased().split(separator: "x").compactMap { Int($0) }
                guard sides.count == 2, sides.allSatisfy({ (64...8192).contains($0) }) else {
                    throw settings.fault("sizes", "must hold sizes such as 1024x1024, not \"\(text)\"")
                }
                return PixelSize(width: sides[0], height: sides[1])
            }
        }
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let isEdit = takesReference && request.reference != nil
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at(isEdit ? "/images/edits" : "/images/generations"),
                headers: [("Idempotency-Key", slip.key)],
                body: isEdit ? .multipart(try edit(request)) : .json(.object(body(request))),
                isRepeatable: terms.mayRepeat),
            refusal: Self.refusal)
        let first = (answer["data"] ?? answer["images"])?.array?.first
        if let text = first?["b64_json"]?.string,
            let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
        {
            try await tools.accept(data, as: .picture, from: caller, to: file)
        } else if let text = first?["url"]?.string, let place = URL(string: text) {
            try await caller.download(place, to: file, base: url, maxBytes: 128 << 20)
            try await tools.accept(file, as: .picture, from: caller)
        } else {
            throw caller.failure(.outage, "the answer holds no picture")
        }
        return GeneratedMedia(
            seed: answer["seed"]?.number.map { UInt64(max(0, $0)) }, model: model, cost: terms.unitCost)
    }

    private func prompt(_ request: ImageRequest) -> String {
        request.lora?.waking(request.prompt) ?? request.prompt
    }

    private func size(_ request: ImageRequest) -> String {
        let size = sizes.map { request.size.nearest(among: $0) } ?? request.size.rounded(to: 16)
        return "\(size.width)x\(size.height)"
    }

    private func body(_ request: ImageRequest) -> [String: JSONValue] {
        var body: [String: JSONValue] = ["model": .string(model), "prompt": .string(prompt(request))]
        switch dialect {
        case .openai:
            body["n"] = 1
            body["size"] = .string(size(request))
        case .siliconflow:
            body["image_size"] = .string(size(request))
            body["batch_size"] = 1
            body["negative_prompt"] = .string(request.negative)
            body["seed"] = JSONValue(request.seed, below: 9_999_999_999)
        case .seedream:
            body["size"] = .string(size(request))
            body["seed"] = JSONValue(request.seed, below: 1 << 31)
            body["watermark"] = false
        }
        if let quality { body["quality"] = .string(quality) }
        if let responseFormat { body["response_format"] = .string(responseFormat) }
        return body
    }

    private func edit(_ request: ImageRequest) throws -> Multipart {
        var form = Multipart()
        form.add("model", model)
        form.add("prompt", prompt(request))
        form.add("size", size(request))
        let picture = try MediaBytes(request.reference ?? "")
        form.add("image[]", file: "reference.\(picture.suffix)", type: picture.type, picture.data)
        return form
    }

    /// A refusal of the content comes as an ordinary 400.
    static func refusal(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard answer.status >= 400, let error = answer.json?["error"] else { return nil }
        let code = [error["code"]?.string, error["type"]?.string].compactMap { $0 }.joined(separator: " ").lowercased()
        if ["content_policy", "moderation", "content_filter", "sensitive", "risk"].contains(where: code.contains) {
            return .refusal
        }
        return code.contains("insufficient_quota") || code.contains("billing") ? .quota : nil
    }
}
