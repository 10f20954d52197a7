import BatchVideo
import Foundation

extension Vendor {
    static let comfyUI = Vendor(
        "comfyui", title: "ComfyUI (workflows in API format)",
        settings: [
            VendorSetting("url", "Where it runs; http://127.0.0.1:8188 when left out."),
            VendorSetting(
                "imageWorkflow",
                "Workflow for pictures as JSON, with %prompt%, %seed%, %width%, %height%, and %image% for a reference."),
            VendorSetting(
                "clipWorkflow",
                "Workflow for clips, with %prompt%, %seed%, %width%, %height%, %frames%, %fps%, and %image% to begin with."
            ),
            VendorSetting("clipFPS", "Frames a second of the clip workflow, 1 to 60; 16 when left out."),
            VendorSetting("clipSeconds", "Longest clip, 1 to 60; 5 when left out."),
            VendorSetting("triggers", "LoRA names and the words that wake them, as a map."),
        ]
    ) { settings, tools in
        var parts = VendorParts()
        if settings.has("imageWorkflow") { parts.images = try ComfyImages(settings, tools) }
        if settings.has("clipWorkflow") { parts.clips = try ComfyClips(settings, tools) }
        guard parts.images != nil || parts.clips != nil else {
            throw settings.fault("imageWorkflow", "or clipWorkflow must be there")
        }
        return parts
    }
}

extension VendorSettings {
    /// JSON, or a text that holds JSON.
    fileprivate func workflow(_ key: String) throws -> ComfyWorkflow {
        var value = json(key) ?? .null
        if let text = value.string {
            guard let parsed = try? JSONValue(parsing: text) else { throw fault(key, "is not valid JSON") }
            value = parsed
        }
        return try ComfyWorkflow(value) { fault(key, $0) }
    }
}

struct ComfyImages: ImageGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    var takesReference: Bool { workflow.has("image") }
    private let server: ComfyServer
    private let tools: VendorTools
    private let workflow: ComfyWorkflow
    private let triggers: [String: String]

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("comfyui")
        terms = try settings.terms(knowsRepeats: true)
        server = ComfyServer(
            caller: try tools.caller(settings, key: .bearer), url: try settings.url(or: "http://127.0.0.1:8188"))
        self.tools = tools
        workflow = try settings.workflow("imageWorkflow")
        guard workflow.has("prompt") else { throw settings.fault("imageWorkflow", "has no %prompt%") }
        triggers = try settings.map("triggers")
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let size = request.size.rounded(to: 8)
        var values: [String: JSONValue] = [
            "prompt": .string(request.lora?.waking(request.prompt, triggers) ?? request.prompt),
            "negative": .string(request.negative), "seed": JSONValue(request.seed, below: 1 << 53),
            "width": JSONValue(size.width), "height": JSONValue(size.height),
            "lora": .string(request.lora?.name ?? ""), "lora_weight": .number(request.lora?.scale ?? 0),
        ]
        if workflow.has("image") {
            guard let reference = request.reference else {
                throw BatchVideoError(
                    .invalid, "the workflow of \(name) needs a reference picture and the shot has none")
            }
            values["image"] = .string(try await server.upload(reference, key: slip.key))
        }
        let output = try await server.run(workflow.filled(values), slip: slip) { output in
            ["png", "jpg", "jpeg", "webp"].contains { output.name.lowercased().hasSuffix($0) }
        }
        try await server.view(output, to: file)
        try await tools.accept(file, as: .picture, from: server.caller)
        return GeneratedMedia(seed: request.seed % (1 << 53), cost: terms.unitCost)
    }
}

struct ComfyClips: ClipGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    var takesImage: Bool { workflow.has("image") }
    var takesWordsAlone: Bool { !workflow.has("image") }
    private let server: ComfyServer
    private let tools: VendorTools
    private let workflow: ComfyWorkflow
    private let fps: Int
    private let maxSeconds: Int

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("comfyui")
        terms = try settings.terms(knowsRepeats: true)
        server = ComfyServer(
            caller: try tools.caller(settings, key: .bearer), url: try settings.url(or: "http://127.0.0.1:8188"))
        self.tools = tools
        workflow = try settings.workflow("clipWorkflow")
        fps = try settings.int("clipFPS", in: 1...60, or: 16)
        maxSeconds = try settings.int("clipSeconds", in: 1...60, or: 5)
    }

    private func frames(_ request: ClipRequest) -> Int { request.frames(fps: fps, atMost: maxSeconds) }

    func billedSeconds(of request: ClipRequest) -> Double { Double(frames(request)) / Double(fps) }

    func generate(
        _ request: ClipRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let size = request.size.rounded(to: 16)
        var values: [String: JSONValue] = [
            "prompt": .string(request.prompt), "negative": .string(request.negative),
            "seed": JSONValue(request.seed, below: 1 << 53), "width": JSONValue(size.width),
            "height": JSONValue(size.height), "frames": JSONValue(frames(request)), "fps": JSONValue(fps),
        ]
        if workflow.has("image") {
            guard let image = request.image else {
                throw BatchVideoError(.invalid, "the workflow of \(name) needs a picture to begin with")
            }
            values["image"] = .string(try await server.upload(image, key: slip.key))
        }
        let output = try await server.run(workflow.filled(values), slip: slip) { output in
            ["mp4", "webm", "mov", "mkv", "gif", "webp"].contains { output.name.lowercased().hasSuffix($0) }
        }
        try await server.view(output, to: file)
        try await tools.accept(file, as: .video, from: server.caller)
        return GeneratedMedia(
            seed: request.seed % (1 << 53), cost: terms.cost(units: billedSeconds(of: request)))
    }
}
