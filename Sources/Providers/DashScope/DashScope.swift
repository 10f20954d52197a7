import BatchVideo
import Foundation

/// Alibaba's DashScope: tasks are submitted with a header and asked after at one address.
struct DashScope: Sendable {
    let caller: HTTPCaller
    let url: URL

    func submit(
        _ route: String, _ body: JSONValue, headers: [(String, String)] = []
    ) async throws -> String {
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at(route), headers: [("X-DashScope-Async", "enable")] + headers, body: .json(body)),
            refusal: Self.fault)
        return answer["output"]?["task_id"]?.string ?? ""
    }

    /// - Parameter place: where the result's address stands in the task's output.
    func poll(
        _ id: String, _ place: @Sendable (JSONValue) -> String?
    ) async throws -> TaskState<URL> {
        let answer = try await caller.json(
            HTTPOrder("GET", url.at("/api/v1/tasks/\(HTTPOrder.escaped(id))")), refusal: Self.fault)
        let output = answer["output"] ?? .null
        switch output["task_status"]?.string {
        case "SUCCEEDED": return caller.place(place(output)) { .done($0) }
        case "FAILED", "CANCELED":
            let code = output["code"]?.string ?? ""
            return .failed(
                code.hasPrefix("DataInspection") ? .refusal : .outage, output["message"]?.string ?? code)
        case "UNKNOWN": return .unknown
        default: return .running(progress: nil)
        }
    }

    static let fault: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { answer in
        guard answer.status >= 400, let code = answer.json?["code"]?.string else { return nil }
        if code.hasPrefix("DataInspection") { return .refusal }
        return code.hasPrefix("Throttling") || code == "Arrearage" ? .quota : nil
    }
}

extension Vendor {
    static let dashScope = Vendor(
        "dashscope", title: "DashScope (通义万相: pictures, clips, talking heads)",
        settings: [
            VendorSetting("imageModel", "Model for pictures, such as wan2.5-t2i-preview; no pictures when left out."),
            VendorSetting("clipModel", "Model for clips, such as wan2.7-i2v or wan2.5-t2v; no clips when left out."),
            VendorSetting("resolution", "480P, 720P or 1080P; 720P when left out."),
            VendorSetting("clipPrice", "Cost of a second of clip; `price` when left out."),
            VendorSetting("presenterModel", "Model for talking heads: wan2.2-s2v or a wan2.7-i2v; none when left out."),
            VendorSetting("presenterPrice", "Cost of a second of talking head; `price` when left out."),
        ]
    ) { settings, tools in
        let server = DashScope(
            caller: try tools.caller(settings, key: .bearer),
            url: try settings.url(or: "https://dashscope.aliyuncs.com"))
        var parts = VendorParts()
        if let model = try settings.optionalText("imageModel") {
            parts.images = try DashScopeImages(settings, tools, server, model)
        }
        if let model = try settings.optionalText("clipModel") {
            parts.clips = try DashScopeClips(settings, tools, server, model)
        }
        if let model = try settings.optionalText("presenterModel") {
            parts.presenter = try settings.dashScopePresenter(tools, server.url, model)
        }
        guard parts.images != nil || parts.clips != nil || parts.presenter != nil else {
            throw settings.fault("imageModel", "or clipModel or presenterModel must be there")
        }
        return parts
    }
}

struct DashScopeImages: ImageGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesReference = false
    private let server: DashScope
    private let tools: VendorTools
    private let model: String

    init(_ settings: VendorSettings, _ tools: VendorTools, _ server: DashScope, _ model: String) throws {
        name = settings.name
        version = settings.version("dashscope")
        terms = try settings.terms()
        self.server = server
        self.tools = tools
        self.model = model
    }

    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let size = request.size.rounded(to: 16)
        let body: JSONValue = [
            "model": .string(model),
            "input": [
                "prompt": .string(request.lora?.waking(request.prompt) ?? request.prompt),
                "negative_prompt": .string(request.negative),
            ],
            "parameters": [
                "size": .string("\(size.width)*\(size.height)"), "n": 1, "watermark": false,
                "seed": JSONValue(request.seed, below: 1 << 31), "prompt_extend": false,
            ],
        ]
        let (_, place) = try await server.caller.task(slip) {
            try await server.submit("/api/v1/services/aigc/text2image/image-synthesis", body)
        } poll: {
            try await server.poll($0) { $0["results"]?.array?.first?["url"]?.string }
        }
        try await server.caller.download(place, to: file, base: server.url, maxBytes: 128 << 20)
        try await tools.accept(file, as: .picture, from: server.caller)
        return GeneratedMedia(seed: request.seed % (1 << 31), model: model, cost: terms.unitCost)
    }
}

struct DashScopeClips: ClipGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesImage: Bool
    let takesWordsAlone: Bool
    private let server: DashScope
    private let tools: VendorTools
    private let model: String
    private let resolution: String

    init(_ settings: VendorSettings, _ tools: VendorTools, _ server: DashScope, _ model: String) throws {
        name = settings.name
        version = settings.version("dashscope")
        terms = try settings.terms(settings.has("clipPrice") ? "clipPrice" : "price")
        takesImage = model.contains("i2v")
        takesWordsAlone = model.contains("t2v")
        guard takesImage || takesWordsAlone else {
            throw settings.fault("clipModel", "must be an i2v or t2v model")
        }
        self.server = server
        self.tools = tools
        self.model = model
        resolution = try settings.text("resolution", or: "720P")
    }

    private func seconds(_ request: ClipRequest) -> Int {
        [5, 10].first { $0 * 1000 >= request.length.ms } ?? 10
    }

    func billedSeconds(of request: ClipRequest) -> Double { Double(seconds(request)) }

    func generate(
        _ request: ClipRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let body = try body(request)
        let (_, place) = try await server.caller.task(slip) {
            try await server.submit("/api/v1/services/aigc/video-generation/video-synthesis", body)
        } poll: {
            try await server.poll($0) { $0["video_url"]?.string }
        }
        try await server.caller.download(place, to: file, base: server.url)
        try await tools.accept(file, as: .video, from: server.caller)
        return GeneratedMedia(
            seed: request.seed % (1 << 31), model: model, cost: terms.cost(units: billedSeconds(of: request)))
    }

    private func body(_ request: ClipRequest) throws -> JSONValue {
        var input: [String: JSONValue] = ["prompt": .string(request.prompt)]
        var parameters: [String: JSONValue] = [
            "duration": JSONValue(seconds(request)), "prompt_extend": true, "watermark": false,
            "seed": JSONValue(request.seed, below: 1 << 31),
        ]
        if let image = request.image, takesImage {
            let uri = JSONValue.string(try MediaBytes(image, maxBytes: 10 << 20).dataURI)
            // From 2.7 on media are a list.
            if model.contains("2.7") {
                input["media"] = .array([["type": "first_frame", "url": uri]])
            } else {
                input["img_url"] = uri
            }
            parameters["resolution"] = .string(resolution)
        } else {
            guard takesWordsAlone else {
                throw BatchVideoError(.invalid, "\(model) of \(name) makes clips from a picture only")
            }
            let size = request.size.nearest(among: [
                .init(width: 1280, height: 720), .init(width: 720, height: 1280), .init(width: 960, height: 960),
            ])
            parameters["size"] = .string("\(size.width)*\(size.height)")
        }
        return ["model": .string(model), "input": .object(input), "parameters": .object(parameters)]
    }
}
