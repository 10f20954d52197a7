import BatchVideo
import Foundation

extension Vendor {
    /// ai_image_gen: `POST /generate_image`, `GET /check_status/{id}`, `GET /get_image/{id}`.
    static let imageFarm = Vendor(
        "ai-image-gen", title: "ai_image_gen (submit and poll)",
        settings: [
            VendorSetting("url", "Where it runs, such as http://127.0.0.1:8010.", isRequired: true),
            VendorSetting("model", "flux, sdxl, sd15 or another that it has; flux when left out."),
            VendorSetting("topic", "The topic it files pictures under; batchvideo when left out."),
            VendorSetting("steps", "Inference steps, 1 to 100; 30 when left out."),
            VendorSetting("guidance", "cfg_scale, 0 to 30; 3.5 when left out."),
            VendorSetting("sampler", "The sampler; euler when left out."),
            VendorSetting("triggers", "LoRA names and the words that wake them, as a map."),
        ]
    ) { settings, tools in
        VendorParts(images: try ImageFarm(settings, tools))
    }
}

struct ImageFarm: ImageGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesReference = false
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let settings: Choices

    private struct Choices {
        var model: String
        var topic: String
        var steps: Int
        var guidance: Double
        var sampler: String
        var triggers: [String: String]
    }

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("ai-image-gen")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url()
        self.settings = Choices(
            model: try settings.text("model", or: "flux"), topic: try settings.text("topic", or: "batchvideo"),
            steps: try settings.int("steps", in: 1...100, or: 30),
            guidance: try settings.number("guidance", in: 0...30, or: 3.5),
            sampler: try settings.text("sampler", or: "euler"), triggers: try settings.map("triggers"))
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let (task, _) = try await caller.task(slip) {
            let answer = try await caller.json(
                HTTPOrder(
                    "POST", url.at("/generate_image"), body: .json(body(request)),
                    isRepeatable: terms.mayRepeat))
            return answer["task_id"]?.string ?? answer["task_id"]?.int.map(String.init) ?? ""
        } poll: { task in
            let answer = try await caller.json(HTTPOrder("GET", url.at("/check_status/\(HTTPOrder.escaped(task))")))
            switch answer["status"]?.string {
            case "completed": return TaskState<Void>.done(())
            case "failed": return .failed(.outage, answer["error"]?.string ?? answer["message"]?.string ?? "")
            case "not_found": return .unknown
            default: return .running(progress: nil)
            }
        }
        let picture = try await caller.send(HTTPOrder("GET", url.at("/get_image/\(HTTPOrder.escaped(task))")))
        try await tools.accept(picture.body, as: .picture, from: caller, to: file)
        return GeneratedMedia(seed: request.seed % (1 << 32), model: settings.model, cost: terms.unitCost)
    }

    private func body(_ request: ImageRequest) -> JSONValue {
        let loras = request.lora.map { lora in
            [JSONValue.object(["name": .string(lora.name), "weight": .number(lora.scale)])]
        }
        return [
            "user_id": "batchvideo", "topic": .string(settings.topic), "model_name": .string(settings.model),
            "loras": .array(loras ?? []),
            "prompt": .string(request.lora?.waking(request.prompt, settings.triggers) ?? request.prompt),
            "negative_prompt": .string(request.negative),
            "image_params": [
                "width": JSONValue(request.size.width), "height": JSONValue(request.size.height),
                "steps": JSONValue(settings.steps), "sampler": .string(settings.sampler),
                "cfg_scale": .number(settings.guidance), "seed": JSONValue(request.seed, below: 1 << 32),
                "batch_size": 1,
            ],
        ]
    }
}
