package import BatchVideo
import Foundation

/// Vendors of pictures, as their wire notes describe them.
package enum ImageDoubles {
    package static let all: [VendorDouble] = [
        flux, fluxServer, imageFarm, openAI, openAIByURL, siliconFlow, stableDiffusion, comfyUI, dashScope,
    ]

    private static let picture = SampleMedia.png(width: 64, height: 48)

    private static func png() -> VendorReply { .bytes(picture, type: "image/png") }

    /// A request whose Bearer key is not the one of the tests.
    private static func isStranger(_ request: VendorRequest) -> Bool {
        request.header("authorization") != "Bearer sk-test-key-1234"
    }

    package static let flux = VendorDouble("flux", isTask: false) { request, books, _ in
        guard request.method == "POST", request.path == "/generate" else { return .unknownRoute }
        let body = request.json
        guard let prompt = body["prompt"]?.string else { return .wrong("prompt") }
        guard body["width"]?.int != nil, body["num_inference_steps"]?.int != nil else { return .wrong("width") }
        books.charge(prompt)
        return png()
    }

    package static let fluxServer = VendorDouble("flux-server", isTask: false) { request, books, _ in
        guard request.method == "POST", request.path == "/generate_image/" else { return .unknownRoute }
        guard let prompt = request.json["prompt"]?.string else { return .wrong("prompt") }
        books.charge(prompt)
        return png()
    }

    package static let imageFarm = VendorDouble("ai-image-gen", isTask: true) { request, books, _ in
        let parts = request.path.split(separator: "/").map(String.init)
        switch (request.method, parts.first) {
        case ("POST", "generate_image"):
            let body = request.json
            guard let prompt = body["prompt"]?.string, body["user_id"]?.string != nil, body["topic"]?.string != nil,
                body["image_params"]?["width"]?.int != nil
            else { return .wrong("prompt") }
            return .json(["task_id": .string(books.start(prompt)), "status": "queued"])
        case ("GET", "check_status") where parts.count == 2:
            switch books.look(parts[1]) {
            case .running: return .json(["status": "processing"])
            case .done: return .json(["status": "completed"])
            case .failed(let words): return .json(["status": "failed", "error": .string(words)])
            case .unknown: return .json(["status": "not_found"])
            }
        case ("GET", "get_image") where parts.count == 2:
            return books.fate == .expired ? VendorReply(status: 403) : png()
        default: return .unknownRoute
        }
    }

    package static let openAI = openAIShape("openai-images", settings: ["model": "gpt-image-2"]) { _ in
        ["b64_json": .string(picture.base64EncodedString())]
    }

    package static let openAIByURL = openAIShape(
        "openai-images", settings: ["model": "seedream-4", "dialect": "seedream", "sizes": "any"]
    ) { base in
        ["url": .string(base.absoluteString + "/files/one.png")]
    }

    private static func openAIShape(
        _ vendor: String, settings: [String: JSONValue], _ item: @escaping @Sendable (URL) -> JSONValue
    ) -> VendorDouble {
        VendorDouble(vendor, settings: settings, isTask: false) { request, books, base in
            if request.path == "/files/one.png" { return png() }
            if isStranger(request) {
                return .json(
                    [
                        "error": [
                            "message": "Incorrect API key provided", "type": "invalid_request_error",
                            "code": "invalid_api_key",
                        ]
                    ], status: 401)
            }
            guard request.method == "POST", request.path == "/images/generations" else { return .unknownRoute }
            let body = request.json
            guard let prompt = body["prompt"]?.string, body["model"]?.string != nil,
                body["size"]?.string?.contains("x") == true
            else {
                return .json(["error": ["message": "missing prompt", "type": "invalid_request_error"]], status: 400)
            }
            if body["model"] == "gpt-image-2", body["response_format"] != nil {
                return .json(
                    ["error": ["message": "Unknown parameter: 'response_format'.", "type": "invalid_request_error"]],
                    status: 400)
            }
            if prompt.contains("forbidden") {
                return .json(
                    [
                        "error": [
                            "message": "Your request was rejected by the safety system.",
                            "type": "image_generation_user_error", "code": "moderation_blocked",
                        ]
                    ], status: 400)
            }
            books.charge(prompt)
            return .json(["created": 1, "data": .array([item(base)])])
        }
    }

    package static let siliconFlow = VendorDouble(
        "openai-images", settings: ["model": "Kwai-Kolors/Kolors", "dialect": "siliconflow"], isTask: false
    ) { request, books, base in
        if request.path == "/files/one.png" { return png() }
        guard request.path == "/images/generations", let prompt = request.json["prompt"]?.string,
            request.json["image_size"]?.string != nil, request.json["batch_size"]?.int == 1
        else { return .json(["code": 20012, "message": "image_size is required"], status: 400) }
        books.charge(prompt)
        return .json([
            "images": [["url": .string(base.absoluteString + "/files/one.png")]], "timings": ["inference": 1],
            "seed": 7,
        ])
    }

    package static let stableDiffusion = VendorDouble(
        "a1111", settings: ["key": "ann:secret-pass"], isTask: false
    ) { request, books, _ in
        guard request.header("authorization") == "Basic \(Data("ann:secret-pass".utf8).base64EncodedString())" else {
            return .json(["detail": "Incorrect username or password"], status: 401)
        }
        guard request.method == "POST", request.path == "/sdapi/v1/txt2img" else { return .unknownRoute }
        let body = request.json
        guard let prompt = body["prompt"]?.string, (body["width"]?.int ?? 1) % 8 == 0 else { return .wrong("prompt") }
        books.charge(prompt)
        let info = JSONValue.object(["seed": body["seed"] ?? .null, "sd_model_name": "v1-5"]).text
        return .json([
            "images": [.string("data:image/png;base64," + picture.base64EncodedString())], "parameters": .emptyObject,
            "info": .string(info),
        ])
    }

    /// The smallest workflow of the right form.
    package static let workflow: JSONValue = [
        "6": ["class_type": "CLIPTextEncode", "inputs": ["text": "%prompt%, best quality", "clip": ["4", 1]]],
        "4": ["class_type": "CheckpointLoaderSimple", "inputs": ["ckpt_name": "sd.safetensors"]],
        "5": [
            "class_type": "EmptyLatentImage", "inputs": ["width": "%width%", "height": "%height%", "batch_size": 1],
        ],
        "3": [
            "class_type": "KSampler", "inputs": ["seed": "%seed%", "positive": ["6", 0], "latent_image": ["5", 0]],
        ],
        "9": ["class_type": "SaveImage", "inputs": ["images": ["3", 0], "filename_prefix": "bv"]],
    ]

    package static let comfyUI = comfy(
        settings: ["imageWorkflow": workflow],
        output: ["images": [["filename": "bv_1.png", "subfolder": "", "type": "output"]]],
        file: { png() })

    /// ComfyUI's queue, history and files; it takes the caller's prompt id, as versions since 2025 do.
    static func comfy(
        settings: [String: JSONValue], output: JSONValue, file: @escaping @Sendable () async throws -> VendorReply
    ) -> VendorDouble {
        VendorDouble("comfyui", settings: settings, isTask: true) { request, books, _ in
            let parts = request.path.split(separator: "/").map(String.init)
            switch (request.method, parts.first) {
            case ("POST", "upload"):
                guard let part = request.part("image") else { return .json(["error": "no image"], status: 400) }
                return .json(["name": .string(part.file ?? ""), "subfolder": "", "type": "input"])
            case ("POST", "prompt"):
                guard let graph = request.json["prompt"]?.object, !graph.isEmpty,
                    graph.values.allSatisfy({ $0["class_type"]?.string != nil })
                else {
                    return .json(
                        [
                            "error": [
                                "type": "invalid_prompt",
                                "message": "Cannot execute because a node is missing the class_type property.",
                            ], "node_errors": .emptyObject,
                        ], status: 400)
                }
                let id = books.start("prompt", name: request.json["prompt_id"]?.string ?? UUID().uuidString)
                return .json(["prompt_id": .string(id), "number": 1, "node_errors": .emptyObject])
            case ("GET", "history") where parts.count == 2:
                switch books.look(parts[1]) {
                case .running, .unknown: return .json(.emptyObject)
                case .done:
                    return .json([
                        parts[1]: [
                            "outputs": ["9": output],
                            "status": ["status_str": "success", "completed": true, "messages": []],
                        ]
                    ])
                case .failed(let words):
                    return .json([
                        parts[1]: [
                            "outputs": .emptyObject,
                            "status": [
                                "status_str": "error", "completed": false,
                                "messages": [
                                    [
                                        "execution_error",
                                        ["node_type": "KSampler", "exception_message": .string(words)],
                                    ]
                                ],
                            ],
                        ]
                    ])
                }
            case ("GET", "queue"):
                let running = books.fate == .forgotten ? [] : request.isPolling(books)
                return .json(["queue_running": .array(running), "queue_pending": []])
            case ("GET", "view"):
                return books.fate == .expired ? VendorReply(status: 403) : try await file()
            default: return .unknownRoute
            }
        }
    }

    package static let dashScope = dashScope(settings: ["imageModel": "wan2.5-t2i-preview"]) { base in
        ["results": [["url": .string(base.absoluteString + "/files/result.png")]]]
    } file: {
        png()
    }

    static func dashScope(
        settings: [String: JSONValue], output: @escaping @Sendable (URL) -> JSONValue,
        file: @escaping @Sendable () async throws -> VendorReply
    ) -> VendorDouble {
        VendorDouble("dashscope", settings: settings, isTask: true) { request, books, base in
            if request.path.hasPrefix("/files/") {
                return books.fate == .expired ? VendorReply(status: 403) : try await file()
            }
            if isStranger(request) {
                return .json(["code": "InvalidApiKey", "message": "Invalid API-key provided."], status: 401)
            }
            if request.method == "POST", request.path.hasPrefix("/api/v1/services/aigc/") {
                guard request.header("x-dashscope-async") == "enable" else {
                    return .json(
                        ["code": "AccessDenied", "message": "current user api does not support synchronous calls"],
                        status: 403)
                }
                guard request.json["model"]?.string != nil, let prompt = request.json["input"]?["prompt"]?.string else {
                    return .json(["code": "InvalidParameter", "message": "prompt is required"], status: 400)
                }
                let id = books.start(prompt)
                return .json(["output": ["task_status": "PENDING", "task_id": .string(id)], "request_id": "r1"])
            }
            guard request.method == "GET", request.path.hasPrefix("/api/v1/tasks/") else { return .unknownRoute }
            let id = String(request.path.dropFirst("/api/v1/tasks/".count))
            switch books.look(id) {
            case .running: return .json(["output": ["task_id": .string(id), "task_status": "RUNNING"]])
            case .done:
                return .json([
                    "output": output(base).merging(["task_id": .string(id), "task_status": "SUCCEEDED"]),
                    "usage": .emptyObject,
                ])
            case .failed(let words):
                return .json(["output": ["task_status": "FAILED", "code": "InternalError", "message": .string(words)]])
            case .unknown: return .json(["output": ["task_status": "UNKNOWN"]])
            }
        }
    }
}

extension VendorRequest {
    /// ComfyUI's queue shows what the history does not yet: every task that is still to be looked at.
    fileprivate func isPolling(_ books: VendorBooks) -> [JSONValue] {
        books.openTasks.map { .array([1, .string($0), .emptyObject]) }
    }
}
