import BatchVideo
import Foundation

/// Vendors of clips, as their wire notes describe them.
package enum ClipDoubles {
    package static let all: [VendorDouble] = [
        openAIVideos, videoServer, ark, kling, runway, fal, replicate, comfyUI, dashScope,
    ]

    private static func clip() async throws -> VendorReply {
        .bytes(try await FFmpegSample.clip.data(), type: "video/mp4")
    }

    private static func isStranger(_ request: VendorRequest, _ scheme: String = "Bearer") -> Bool {
        request.header("authorization") != "\(scheme) sk-test-key-1234"
    }

    private static func fetched(_ request: VendorRequest, _ books: VendorBooks) async throws -> VendorReply? {
        guard request.path.hasPrefix("/files/") else { return nil }
        return books.fate == .expired
            ? VendorReply(status: 403, body: Data("Request has expired".utf8)) : try await clip()
    }

    private static func file(_ base: URL) -> JSONValue { .string(base.absoluteString + "/files/result.mp4") }

    private static func last(_ request: VendorRequest) -> String {
        request.path.split(separator: "/").last.map(String.init) ?? ""
    }

    package static let openAIVideos = VendorDouble(
        "openai-videos", settings: ["model": "sora-2"], isTask: true
    ) { request, books, base in
        if isStranger(request) { return .json(["error": ["message": "Incorrect API key provided"]], status: 401) }
        if request.method == "POST", request.path == "/videos" {
            guard let prompt = request.part("prompt")?.text, ["4", "8", "12"].contains(request.part("seconds")?.text),
                request.part("size") != nil
            else { return .json(["error": ["message": "Invalid value: 'seconds'"]], status: 400) }
            return .json(["id": .string(books.start(prompt)), "object": "video", "status": "queued", "progress": 0])
        }
        if request.path.hasSuffix("/content") {
            return books.fate == .expired ? VendorReply(status: 403) : try await clip()
        }
        guard request.path.hasPrefix("/videos/") else { return .unknownRoute }
        switch books.look(last(request)) {
        case .running: return .json(["status": "in_progress", "progress": 40])
        case .done: return .json(["status": "completed", "progress": 100])
        case .failed(let words):
            return .json(["status": "failed", "error": ["code": "server_error", "message": .string(words)]])
        case .unknown: return .json(["error": ["message": "Video not found"]], status: 404)
        }
    }

    package static let videoServer = VendorDouble("video-server", isTask: true) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        if request.method == "POST", request.path == "/generate" {
            guard let prompt = request.json["prompt"]?.string, (request.json["num_frames"]?.int ?? 0) % 4 == 1 else {
                return .wrong("num_frames")
            }
            return .json(["task_id": .string(books.start(prompt))], status: 202)
        }
        guard request.path.hasPrefix("/tasks/") else { return .unknownRoute }
        switch books.look(last(request)) {
        case .running: return .json(["status": "running", "progress": 10])
        case .done: return .json(["status": "succeeded", "url": file(base)])
        case .failed(let words): return .json(["status": "failed", "error": .string(words)])
        case .unknown: return .json(["detail": "no such task"], status: 404)
        }
    }

    package static let ark = VendorDouble("ark", isTask: true) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        if isStranger(request) {
            return .json(
                [
                    "error": [
                        "code": "AuthenticationError",
                        "message": "the API key or AK/SK in the request is missing or invalid",
                    ]
                ], status: 401)
        }
        if request.method == "POST", request.path == "/contents/generations/tasks" {
            guard let text = request.json["content"]?.array?.first?["text"]?.string,
                request.json["model"]?.string != nil
            else { return .json(["error": ["code": "MissingParameter", "message": "content"]], status: 400) }
            if text.contains("forbidden") {
                return .json(
                    [
                        "error": [
                            "code": "InputTextSensitiveContentDetected",
                            "message": "The request failed because the input text may contain sensitive information.",
                        ]
                    ], status: 400)
            }
            return .json(["id": .string(books.start(text))])
        }
        guard request.path.hasPrefix("/contents/generations/tasks/") else { return .unknownRoute }
        switch books.look(last(request)) {
        case .running: return .json(["status": "running", "error": .null])
        case .done: return .json(["status": "succeeded", "content": ["video_url": file(base)]])
        case .failed(let words):
            return .json(["status": "failed", "error": ["code": "InternalServiceError", "message": .string(words)]])
        case .unknown: return .json(["status": "expired"])
        }
    }

    package static let kling = VendorDouble(
        "kling", settings: ["key": "access:secret-key-of-kling"], isTask: true
    ) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        guard let token = request.header("authorization")?.dropFirst("Bearer ".count),
            token.split(separator: ".").count == 3
        else { return .json(["code": 1000, "message": "Authorization failed"], status: 401) }
        if request.method == "POST" {
            guard let prompt = request.json["prompt"]?.string, ["5", "10"].contains(request.json["duration"]?.string),
                request.path == (request.json["image"] == nil ? "/v1/videos/text2video" : "/v1/videos/image2video"),
                request.json["image"]?.string?.hasPrefix("data:") != true
            else { return .json(["code": 1201, "message": "duration invalid"], status: 400) }
            return .json([
                "code": 0, "message": "SUCCEED",
                "data": ["task_id": .string(books.start(prompt)), "task_status": "submitted"],
            ])
        }
        switch books.look(last(request)) {
        case .running: return .json(["code": 0, "data": ["task_status": "processing"]])
        case .done:
            return .json([
                "code": 0,
                "data": [
                    "task_status": "succeed",
                    "task_result": ["videos": [["id": "v", "url": file(base), "duration": "5"]]],
                ],
            ])
        case .failed(let words):
            return .json(["code": 0, "data": ["task_status": "failed", "task_status_msg": .string(words)]])
        case .unknown: return .json(["code": 1203, "message": "task not found"], status: 404)
        }
    }

    package static let runway = VendorDouble("runway", isTask: true) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        if isStranger(request) { return .json(["error": "Unauthorized"], status: 401) }
        guard request.header("x-runway-version") == "2024-11-06" else {
            return .json(["error": "Missing version"], status: 400)
        }
        if request.method == "POST", request.path == "/v1/image_to_video" {
            guard let prompt = request.json["promptText"]?.string,
                request.json["promptImage"]?.string?.hasPrefix("data:image/") == true,
                request.json["ratio"]?.string?.contains(":") == true
            else { return .json(["error": "Validation of body failed"], status: 400) }
            return .json(["id": .string(books.start(prompt))])
        }
        guard request.path.hasPrefix("/v1/tasks/") else { return .unknownRoute }
        switch books.look(last(request)) {
        case .running: return .json(["status": "RUNNING", "progress": 0.3])
        case .done: return .json(["status": "SUCCEEDED", "output": [file(base)]])
        case .failed(let words):
            return .json(["status": "FAILED", "failure": .string(words), "failureCode": "INTERNAL.BAD_OUTPUT"])
        case .unknown: return .json(["error": "Task not found"], status: 404)
        }
    }

    package static let fal = VendorDouble("fal", settings: ["model": "fal-ai/wan-i2v"], isTask: true) {
        request, books, base in
        if let file = try await fetched(request, books) { return file }
        if isStranger(request, "Key") { return .json(["detail": "Invalid API key"], status: 401) }
        if request.method == "POST", request.path == "/fal-ai/wan-i2v" {
            guard let prompt = request.json["prompt"]?.string else { return .wrong("prompt") }
            return .json(["request_id": .string(books.start(prompt)), "status": "IN_QUEUE"])
        }
        let parts = request.path.split(separator: "/").map(String.init)
        guard parts.count >= 4, parts[2] == "requests" else { return .unknownRoute }
        if parts.last == "status" {
            switch books.look(parts[3]) {
            case .running: return .json(["status": "IN_PROGRESS"])
            case .unknown: return .json(["detail": "Request not found"], status: 404)
            case .done, .failed: return .json(["status": "COMPLETED"])
            }
        }
        if case .failed(let words) = books.fate { return .json(["detail": .string(words)], status: 422) }
        return .json(["video": ["url": file(base), "content_type": "video/mp4"]])
    }

    package static let replicate = VendorDouble(
        "replicate", settings: ["model": "wan-video/wan-2.2-i2v-fast"], isTask: true
    ) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        if isStranger(request) {
            return .json(
                ["title": "Unauthenticated", "detail": "You did not pass a valid authentication token"], status: 401)
        }
        if request.method == "POST", request.path == "/models/wan-video/wan-2.2-i2v-fast/predictions" {
            guard let prompt = request.json["input"]?["prompt"]?.string else { return .wrong("input") }
            return .json(["id": .string(books.start(prompt)), "status": "starting"], status: 201)
        }
        guard request.path.hasPrefix("/predictions/") else { return .unknownRoute }
        switch books.look(last(request)) {
        case .running: return .json(["status": "processing"])
        case .done: return .json(["status": "succeeded", "output": file(base)])
        case .failed(let words): return .json(["status": "failed", "error": .string(words)])
        case .unknown: return .json(["detail": "Prediction not found"], status: 404)
        }
    }

    package static let comfyUI = ImageDoubles.comfy(
        settings: [
            "clipWorkflow": [
                "1": ["class_type": "LoadImage", "inputs": ["image": "%image%"]],
                "2": [
                    "class_type": "WanImageToVideo",
                    "inputs": [
                        "positive": "%prompt%", "width": "%width%", "height": "%height%", "length": "%frames%",
                        "start_image": ["1", 0],
                    ],
                ],
                "3": ["class_type": "SaveVideo", "inputs": ["video": ["2", 0]]],
            ]
        ], output: ["images": [["filename": "bv_1.mp4", "subfolder": "video", "type": "output"]], "animated": [true]],
        file: clip)

    package static let dashScope = ImageDoubles.dashScope(settings: ["clipModel": "wan2.7-i2v"]) { base in
        ["video_url": file(base)]
    } file: {
        try await clip()
    }
}
