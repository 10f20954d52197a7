import BatchVideo
import Foundation

extension VendorSettings {
    /// wan s2v, made for this, or wan2.7 with a driving sound. A picture and a speech go to DashScope's
    /// own storage first: it takes addresses only.
    func dashScopePresenter(
        _ tools: VendorTools, _ url: URL, _ model: String
    ) throws -> any PresenterGenerator {
        let isSpeechModel = model.contains("s2v")
        guard isSpeechModel || model.contains("i2v") else {
            throw fault("presenterModel", "must be an s2v or i2v model")
        }
        let resolution = try text("resolution", or: "720P")
        let dialect = PresenterVendor.Dialect(
            takes: [.picture], longestSeconds: isSpeechModel ? 20 : 15, tasksAtOnce: 1,
            submit: { caller, request, _ in
                let server = DashScope(caller: caller, url: url)
                let picture = try await server.upload(request.source, for: model)
                let speech = try await server.upload(request.speech, for: model)
                let resolve = [("X-DashScope-OssResourceResolve", "enable")]
                guard isSpeechModel else {
                    let body = drivenBody(request, model, resolution, picture: picture, speech: speech)
                    return try await server.submit(
                        "/api/v1/services/aigc/video-generation/video-synthesis", body, headers: resolve)
                }
                let body: JSONValue = [
                    "model": .string(model),
                    "input": ["image_url": .string(picture), "audio_url": .string(speech)],
                    "parameters": ["resolution": .string(resolution)],
                ]
                return try await server.submit(
                    "/api/v1/services/aigc/image2video/video-synthesis", body, headers: resolve)
            },
            poll: { caller, id in
                let state = try await DashScope(caller: caller, url: url).poll(id) {
                    $0["results"]?["video_url"]?.string ?? $0["video_url"]?.string
                }
                return state.map { .address($0) }
            })
        return try PresenterVendor(
            self, tools, vendor: "dashscope", url: url, model: model, key: .bearer,
            price: has("presenterPrice") ? "presenterPrice" : "price", dialect: dialect)
    }
}

private func drivenBody(
    _ request: PresenterRequest, _ model: String, _ resolution: String, picture: String, speech: String
) -> JSONValue {
    [
        "model": .string(model),
        "input": [
            "prompt": "The person looks into the camera and speaks calmly; the camera stands still.",
            "media": [
                ["type": "first_frame", "url": .string(picture)],
                ["type": "driving_audio", "url": .string(speech)],
            ],
        ],
        "parameters": [
            "resolution": .string(resolution), "duration": JSONValue(max(2, (request.length.ms + 999) / 1000)),
            "prompt_extend": false, "watermark": false,
        ],
    ]
}

extension TaskState {
    func map<Other: Sendable>(_ change: (Result) -> Other) -> TaskState<Other> {
        switch self {
        case .running(let progress): .running(progress: progress)
        case .done(let result): .done(change(result))
        case .failed(let kind, let words): .failed(kind, words)
        case .unknown: .unknown
        }
    }
}

extension DashScope {
    /// Puts a file into the storage that it lends for 48 hours; gives its `oss://` address. Free, and
    /// harmless when it is repeated.
    func upload(_ path: String, for model: String) async throws -> String {
        let media = try MediaBytes(path, maxBytes: 15 << 20)
        let answer = try await caller.json(
            HTTPOrder("GET", url.at("/api/v1/uploads"), query: [("action", "getPolicy"), ("model", model)]),
            refusal: Self.fault)
        let policy = answer["data"] ?? .null
        guard let text = policy["upload_host"]?.string, let host = URL(string: text), isOwn(host),
            let folder = policy["upload_dir"]?.string
        else { throw caller.failure(.outage, "it lends no storage for files", isUnpaid: true) }
        let key = "\(folder)/\(UUID().uuidString.lowercased()).\(media.suffix)"
        var form = Multipart()
        for (field, member) in [
            ("OSSAccessKeyId", "oss_access_key_id"), ("Signature", "signature"), ("policy", "policy"),
            ("x-oss-object-acl", "x_oss_object_acl"), ("x-oss-forbid-overwrite", "x_oss_forbid_overwrite"),
        ] {
            form.add(field, policy[member]?.string ?? "")
        }
        form.add("key", key)
        form.add("success_action_status", "200")
        form.add("file", file: "file.\(media.suffix)", type: media.type, media.data)
        var order = HTTPOrder("POST", host, body: .multipart(form), isRepeatable: true)
        order.carriesKey = false
        _ = try await caller.send(order)
        return "oss://\(key)"
    }

    /// Files go to Alibaba's storage, or to where the API itself is.
    private func isOwn(_ host: URL) -> Bool {
        if host.hasOrigin(of: url) { return true }
        return host.scheme == "https" && host.host()?.lowercased().hasSuffix(".aliyuncs.com") == true
    }
}
