import BatchVideo
package import Foundation

/// Vendors of talking heads, as their wire notes describe them.
package enum PresenterDoubles {
    package static let all: [VendorDouble] = [
        humanServer, humanServerByURL, duix, heyGen, did, latentSync, sadTalker, dashScope, dashScopeDriven,
    ]

    /// Disks that some of them share with us.
    package static let humanDisk = disk("human")
    package static let filesDisk = disk("files")
    package static let duixDisk = disk("duix")

    private static func disk(_ name: String) -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(
                path: "presenter-\(name)-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)  // told by the first file
        return folder
    }

    private static func clip() async throws -> VendorReply {
        .bytes(try await FFmpegSample.clip.data(), type: "video/mp4")
    }

    private static func last(_ request: VendorRequest) -> String {
        request.path.split(separator: "/").last.map(String.init) ?? ""
    }

    private static func file(_ base: URL) -> JSONValue { .string(base.absoluteString + "/files/result.mp4") }

    private static func fetched(_ request: VendorRequest, _ books: VendorBooks) async throws -> VendorReply? {
        guard request.path.hasPrefix("/files/") else { return nil }
        return books.fate == .expired
            ? VendorReply(status: 403, body: Data("Request has expired".utf8)) : try await clip()
    }

    private static func lies(_ name: String?, on disk: URL) -> Bool {
        guard let name else { return false }
        return FileManager.default.fileExists(atPath: disk.appending(path: name).path)
    }

    // MARK: Servers that share a disk

    /// It reads and writes the paths that it is given.
    package static let humanServer = VendorDouble(
        "human-server", settings: ["folder": .string(humanDisk.path)], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/human/generate" else { return .unknownRoute }
        guard let audio = request.json["audio_path"]?.string, let video = request.json["video_path"]?.string,
            let place = request.json["save_path"]?.string
        else { return .wrong("audio_path") }
        guard [audio, video].allSatisfy(FileManager.default.fileExists(atPath:)) else {
            return .json(["success": false, "message": "input file not found"])
        }
        books.charge(audio)
        try await FFmpegSample.clip.data().write(to: URL(filePath: place))
        return .json(["success": true, "save_path": .string(place)])
    }

    package static let humanServerByURL = VendorDouble(
        "human-server", settings: ["folder": .string(filesDisk.path), "filesUrl": "http://127.0.0.1:9/shared"],
        isTask: false
    ) { request, books, _ in
        if request.path == "/out/result.mp4" { return try await clip() }
        guard request.method == "POST", request.path == "/api/v1/human/generate" else { return .unknownRoute }
        let places = [request.json["audio_url"]?.string, request.json["config"]?["video_url"]?.string]
        guard
            places.allSatisfy({
                $0?.hasPrefix("http://127.0.0.1:9/shared/") == true
                    && lies($0?.split(separator: "/").last.map(String.init), on: filesDisk)
            })
        else { return .json(["error": "audio_url cannot be fetched"]) }
        books.charge(places[0] ?? "")
        return .json(["video_url": "/out/result.mp4"])
    }

    package static let duix = VendorDouble("duix", settings: ["folder": .string(duixDisk.path)], isTask: true) {
        request, books, _ in
        if request.method == "POST", request.path == "/easy/submit" {
            let body = request.json
            guard let code = body["code"]?.string, body["chaofen"]?.int != nil, body["pn"]?.int == 1,
                lies(body["audio_url"]?.string, on: duixDisk), lies(body["video_url"]?.string, on: duixDisk)
            else { return .json(["code": 10002, "success": false, "msg": "参数异常", "data": .emptyObject]) }
            _ = books.start(code, name: code)
            return .json(["code": 10000, "data": .emptyObject, "msg": "", "success": true])
        }
        guard request.method == "GET", request.path == "/easy/query", let code = request.query["code"] else {
            return .unknownRoute
        }
        func task(_ members: JSONValue) -> VendorReply {
            .json(["code": 10000, "success": true, "data": JSONValue.object(["code": .string(code)]).merging(members)])
        }
        switch books.look(code) {
        case .running: return task(["status": 1, "progress": 35, "msg": ""])
        case .done:
            if books.fate != .expired {
                try await FFmpegSample.clip.data().write(to: duixDisk.appending(path: "\(code)-r.mp4"))
            }
            return task(["status": 2, "progress": 100, "result": .string("/\(code)-r.mp4")])
        case .failed(let words): return task(["status": 3, "msg": .string(words)])
        case .unknown: return .json(["code": 10004, "success": true, "msg": "任务不存在", "data": .emptyObject])
        }
    }

    // MARK: Services

    package static let heyGen = VendorDouble("heygen", isTask: true) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        guard request.header("x-api-key") == "sk-test-key-1234" else {
            return .json(["code": 400_112, "message": "Unauthorized"], status: 401)
        }
        switch (request.method, request.path) {
        case ("POST", "/v1/asset"):
            guard request.header("content-type") == "audio/x-wav", request.body.starts(with: Array("RIFF".utf8)) else {
                return .json(["code": 400_543, "message": "Content type mismatch"], status: 400)
            }
            return .json([
                "code": 100, "data": ["id": "asset-1", "file_type": "audio", "url": "https://resource.example/a.wav"],
            ])
        case ("POST", "/v1/talking_photo"):
            guard request.header("content-type") == "image/png" else {
                return .json(["code": 400_543, "message": "Content type mismatch"], status: 400)
            }
            return .json([
                "code": 100,
                "data": ["talking_photo_id": "photo-1", "talking_photo_url": "https://resource.example/p.png"],
            ])
        case ("POST", "/v2/video/generate"):
            let scene = request.json["video_inputs"]?.array?.first
            guard scene?["voice"]?["audio_asset_id"] == "asset-1", request.json["dimension"]?["width"]?.int != nil,
                scene?["character"]?["talking_photo_id"] == "photo-1" || scene?["character"]?["avatar_id"] != nil
            else {
                return .json(
                    ["data": .null, "error": ["code": "invalid_parameter", "message": "video_inputs.0 is invalid"]],
                    status: 400)
            }
            return .json(["error": .null, "data": ["video_id": .string(books.start("talk"))]])
        case ("GET", "/v1/video_status.get"):
            func status(_ members: JSONValue) -> VendorReply {
                .json(["code": 100, "message": "Success", "data": members])
            }
            switch books.look(request.query["video_id"] ?? "") {
            case .running: return status(["status": "processing", "video_url": .null, "error": .null])
            case .done:
                return status(["status": "completed", "video_url": file(base), "duration": 2.0, "error": .null])
            case .failed(let words):
                return status(["status": "failed", "error": ["code": 40119, "message": .string(words)]])
            case .unknown: return .json(["code": 400_548, "message": "Video not found"], status: 404)
            }
        default: return .unknownRoute
        }
    }

    package static let did = VendorDouble("d-id", isTask: true) { request, books, base in
        if let file = try await fetched(request, books) { return file }
        guard request.header("authorization") == "Basic sk-test-key-1234" else {
            return .json(["kind": "AuthorizationError", "description": "user unauthenticated"], status: 401)
        }
        func wrong(_ words: String) -> VendorReply {
            .json(["kind": "BadRequestError", "description": .string(words)], status: 400)
        }
        switch (request.method, request.path) {
        case ("POST", "/images"):
            guard request.part("image")?.type == "image/png" else { return wrong("image is required") }
            return .json(["id": "img_1", "url": "s3://d-id-images-prod/1/img_1/image.png"], status: 201)
        case ("POST", "/audios"):
            guard request.part("audio")?.type == "audio/wav" else { return wrong("audio is required") }
            return .json(["id": "aud_1", "url": "s3://d-id-audios-prod/1/aud_1/audio.wav", "duration": 1], status: 201)
        case ("POST", "/talks"):
            guard request.json["source_url"]?.string?.contains("://") == true,
                request.json["script"]?["type"] == "audio",
                request.json["script"]?["audio_url"]?.string?.hasPrefix("s3://") == true
            else { return wrong("source_url is not valid") }
            return .json(
                [
                    "id": .string(books.start("talk", name: "tlk_1")), "status": "created",
                    "created_at": "2026-11-23T10:00:00Z",
                ], status: 201)
        default:
            guard request.method == "GET", request.path.hasPrefix("/talks/") else { return .unknownRoute }
            switch books.look(last(request)) {
            case .running: return .json(["id": .string(last(request)), "status": "started"])
            case .done:
                return .json(["id": .string(last(request)), "status": "done", "result_url": file(base), "duration": 2])
            case .failed(let words):
                return .json(["status": "error", "error": ["kind": "FaceError", "description": .string(words)]])
            case .unknown: return .json(["kind": "NotFoundError", "description": "talk not found"], status: 404)
            }
        }
    }

    // MARK: gradio

    package static let latentSync = gradio(
        settings: ["app": "latentsync"], function: "process_video", count: 5, prefix: "/gradio_api", version: "6.31.0"
    ) { ["path": .string($0), "orig_name": "out.mp4", "url": .null, "meta": ["_type": "gradio.FileData"]] }

    package static let sadTalker = gradio(
        settings: ["app": "sadtalker"], function: "test", count: 8, prefix: "", version: "4.44.1"
    ) {
        [
            "video": ["path": .string($0), "orig_name": "out.mp4", "meta": ["_type": "gradio.FileData"]],
            "subtitles": .null,
        ]
    }

    private static func gradio(
        settings: [String: JSONValue], function: String, count: Int, prefix: String, version: String,
        output: @escaping @Sendable (String) -> JSONValue
    ) -> VendorDouble {
        VendorDouble("gradio", settings: settings, isTask: true) { request, books, _ in
            let result = "/tmp/gradio/0a1b 2c/out.mp4"
            func event(_ name: String, _ data: JSONValue) -> VendorReply {
                .bytes(Data("event: \(name)\ndata: \(data.text)\n\n".utf8), type: "text/event-stream; charset=utf-8")
            }
            switch (request.method, request.path) {
            case ("GET", "/config"):
                var config: [String: JSONValue] = [
                    "version": .string(version), "dependencies": [["api_name": .string(function)]],
                ]
                if !prefix.isEmpty { config["api_prefix"] = .string(prefix) }
                return .json(.object(config))
            case ("POST", "\(prefix)/upload"):
                guard let part = request.part("files"), part.bytes.count > 64 else { return .wrong("files") }
                return .json([.string("/tmp/gradio/0a1b/\(part.file ?? "file")")])
            case ("POST", "\(prefix)/call/\(function)"):
                let data = request.json["data"]?.array ?? []
                let files = data.filter {
                    $0["meta"]?["_type"] == "gradio.FileData" && $0["path"]?.string?.hasPrefix("/tmp/gradio/") == true
                }
                guard data.count == count, files.count == 2 else {
                    return .json(["detail": "wrong arguments"], status: 422)
                }
                return .json(["event_id": .string(books.start(function))])
            case ("GET", "\(prefix)/file=\(result)"):
                return books.fate == .expired ? VendorReply(status: 403) : try await clip()
            default:
                guard request.method == "GET", request.path.hasPrefix("\(prefix)/call/\(function)/") else {
                    return .unknownRoute
                }
                switch books.look(last(request)) {
                case .running: return event("heartbeat", .null)
                case .done: return event("complete", [output(result)])
                case .failed(let words): return event("error", ["error": .string(words)])
                case .unknown: return .json(["detail": "Session not found."], status: 404)
                }
            }
        }
    }

    // MARK: DashScope

    package static let dashScope = dashScope(settings: ["presenterModel": "wan2.2-s2v"]) { request in
        request.path == "/api/v1/services/aigc/image2video/video-synthesis"
            && [request.json["input"]?["image_url"]?.string, request.json["input"]?["audio_url"]?.string]
                .allSatisfy { $0?.hasPrefix("oss://") == true }
    } output: {
        ["results": ["video_url": file($0)]]
    }

    package static let dashScopeDriven = dashScope(settings: ["presenterModel": "wan2.7-i2v"]) { request in
        let media = request.json["input"]?["media"]?.array ?? []
        return request.path == "/api/v1/services/aigc/video-generation/video-synthesis"
            && media.map { $0["type"]?.string } == ["first_frame", "driving_audio"]
            && media.allSatisfy { $0["url"]?.string?.hasPrefix("oss://") == true }
            && request.json["parameters"]?["duration"]?.int != nil
    } output: {
        ["video_url": file($0)]
    }

    private static func dashScope(
        settings: [String: JSONValue], isRight: @escaping @Sendable (VendorRequest) -> Bool,
        output: @escaping @Sendable (URL) -> JSONValue
    ) -> VendorDouble {
        VendorDouble("dashscope", settings: settings, isTask: true) { request, books, base in
            if let file = try await fetched(request, books) { return file }
            if request.method == "POST", request.path == "/oss" {
                // The storage knows signed forms only, and no key of the API.
                guard request.header("authorization") == nil, request.part("policy")?.text == "cG9saWN5",
                    request.part("Signature")?.text == "sig=",
                    request.part("key")?.text.hasPrefix("dashscope-instant/1/") == true,
                    request.parts.last?.name == "file"
                else { return VendorReply(status: 403, body: Data("<Error><Code>AccessDenied</Code></Error>".utf8)) }
                return VendorReply(status: 200)
            }
            guard request.header("authorization") == "Bearer sk-test-key-1234" else {
                return .json(["code": "InvalidApiKey", "message": "Invalid API-key provided."], status: 401)
            }
            if request.method == "GET", request.path == "/api/v1/uploads", request.query["action"] == "getPolicy" {
                return .json([
                    "data": [
                        "policy": "cG9saWN5", "signature": "sig=", "upload_dir": "dashscope-instant/1/2026-11-23",
                        "upload_host": .string(base.absoluteString + "/oss"), "oss_access_key_id": "LTAI",
                        "x_oss_object_acl": "private",
                        "x_oss_forbid_overwrite": "true", "expire_in_seconds": 300,
                    ]
                ])
            }
            if request.method == "POST" {
                guard request.header("x-dashscope-async") == "enable",
                    request.header("x-dashscope-ossresourceresolve") == "enable", isRight(request)
                else {
                    return .json(
                        [
                            "code": "InvalidParameter.DataInspection",
                            "message": "Unable to download the media resource",
                        ], status: 400)
                }
                return .json([
                    "output": ["task_status": "PENDING", "task_id": .string(books.start("talk"))], "request_id": "r1",
                ])
            }
            guard request.method == "GET", request.path.hasPrefix("/api/v1/tasks/") else { return .unknownRoute }
            let id = last(request)
            switch books.look(id) {
            case .running: return .json(["output": ["task_id": .string(id), "task_status": "RUNNING"]])
            case .done:
                return .json(["output": output(base).merging(["task_id": .string(id), "task_status": "SUCCEEDED"])])
            case .failed(let words):
                return .json(["output": ["task_status": "FAILED", "code": "InternalError", "message": .string(words)]])
            case .unknown: return .json(["output": ["task_status": "UNKNOWN"]])
            }
        }
    }
}
