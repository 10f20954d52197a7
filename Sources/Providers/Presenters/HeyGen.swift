import BatchVideo
import Foundation

extension Vendor {
    /// HeyGen v2: the speech and a picture are uploaded, then `POST /v2/video/generate` and
    /// `GET /v1/video_status.get`.
    static let heyGen = Vendor(
        "heygen", title: "HeyGen",
        settings: [
            VendorSetting(
                "uploadUrl",
                "Where files are uploaded; https://upload.heygen.com when left out, or `url` when that is given."),
            VendorSetting("style", "How its own figures are shown: normal, circle or closeUp; normal when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.heygen.com")
        let uploads = try settings.url(
            "uploadUrl", or: settings.has("url") ? url.absoluteString : "https://upload.heygen.com")
        let style = try settings.text("style", or: "normal")
        let dialect = PresenterVendor.Dialect(
            takes: [.avatar, .picture],
            submit: { caller, request, _ in
                let speech = try await upload(request.speech, to: uploads.at("/v1/asset"), caller)
                guard let speechID = speech["id"]?.string else {
                    throw caller.failure(.outage, "it took the speech but gave no id", isUnpaid: true)
                }
                var character: JSONValue
                if let avatar = request.avatar {
                    character = ["type": "avatar", "avatar_id": .string(avatar), "avatar_style": .string(style)]
                } else {
                    let picture = try await upload(request.source, to: uploads.at("/v1/talking_photo"), caller)
                    guard let id = picture["talking_photo_id"]?.string else {
                        throw caller.failure(.outage, "it took the picture but gave no id", isUnpaid: true)
                    }
                    character = ["type": "talking_photo", "talking_photo_id": .string(id)]
                }
                var scene: [String: JSONValue] = [
                    "character": character, "voice": ["type": "audio", "audio_asset_id": .string(speechID)],
                ]
                if let colour = request.background {
                    scene["background"] = ["type": "color", "value": .string("#\(colour)")]
                }
                let size = request.size.rounded(to: 2)
                let body: JSONValue = [
                    "caption": false, "video_inputs": [.object(scene)],
                    "dimension": ["width": JSONValue(size.width), "height": JSONValue(size.height)],
                ]
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/v2/video/generate"), body: .json(body)), refusal: heyGenFault)
                return answer["data"]?["video_id"]?.string ?? ""
            },
            poll: { caller, id in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/v1/video_status.get"), query: [("video_id", id)]), refusal: heyGenFault)
                let task = answer["data"]
                switch task?["status"]?.string {
                case "completed": return caller.video(task?["video_url"]?.string)
                case "failed":
                    let words = task?["error"]?["message"]?.string ?? task?["error"]?["detail"]?.string ?? ""
                    return .failed(words.lowercased().contains("moderation") ? .refusal : .outage, words)
                default: return .running(progress: nil)
                }
            })
        return VendorParts(
            presenter: try PresenterVendor(
                settings, tools, vendor: "heygen", url: url, key: .header("X-Api-Key"), dialect: dialect))
    }
}

/// Raw bytes; an upload is not charged and may be repeated.
private func upload(_ path: String, to place: URL, _ caller: HTTPCaller) async throws -> JSONValue {
    let media = try MediaBytes(path, maxBytes: 32 << 20)
    // Its own detection calls a WAV so, and refuses another name.
    let type = media.type == "audio/wav" ? "audio/x-wav" : media.type
    let answer = try await caller.json(
        HTTPOrder("POST", place, body: .bytes(media.data, type: type), isRepeatable: true), refusal: heyGenFault)
    return answer["data"] ?? .null
}

/// `code` other than 100, or `error`, also with status 200.
private let heyGenFault: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { answer in
    guard let json = answer.json, json["error"] != nil || (json["code"]?.int ?? 100) != 100 else { return nil }
    let words = answer.words.lowercased()
    if words.contains("credit") || words.contains("quota") || words.contains("limit") { return .quota }
    if words.contains("moderation") || words.contains("policy") { return .refusal }
    return answer.status < 300 ? .outage : nil
}
