import BatchVideo
import Foundation

extension Vendor {
    /// Volcengine Ark: `POST /contents/generations/tasks`, `GET …/tasks/{id}`.
    static let arkSeedance = Vendor(
        "ark", title: "Ark Seedance (Volcengine)",
        settings: [
            VendorSetting("model", "doubao-seedance-2-0-260128 when left out."),
            VendorSetting("resolution", "480p, 720p or 1080p; 720p when left out."),
            VendorSetting("maxSeconds", "Longest clip, 4 to 15; 10 when left out."),
            VendorSetting("watermark", "The vendor's own mark; false when left out (the film's own AI label stays)."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://ark.cn-beijing.volces.com/api/v3")
        let model = try settings.text("model", or: "doubao-seedance-2-0-260128")
        let resolution = try settings.text("resolution", or: "720p")
        let watermark = try settings.flag("watermark", or: false)
        let longest = try settings.int("maxSeconds", in: 4...15, or: 10)
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: true, seconds: Array(4...longest),
            submit: { caller, request, seconds, _ in
                var content: [JSONValue] = [["type": "text", "text": .string(request.prompt)]]
                if let image = request.image {
                    content.append([
                        "type": "image_url", "role": "first_frame",
                        "image_url": ["url": .string(try MediaBytes(image, maxBytes: 10 << 20).dataURI)],
                    ])
                }
                let body: JSONValue = [
                    "model": .string(model), "content": .array(content),
                    "ratio": .string(request.image == nil ? request.size.ratioText : "adaptive"),
                    "duration": JSONValue(seconds), "resolution": .string(resolution),
                    "seed": JSONValue(request.seed, below: 1 << 31), "watermark": .bool(watermark),
                    "generate_audio": false,
                ]
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/contents/generations/tasks"), body: .json(body)),
                    refusal: Self.arkRefusal)
                return answer["id"]?.string ?? ""
            },
            poll: { caller, id, _ in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/contents/generations/tasks/\(HTTPOrder.escaped(id))")))
                switch answer["status"]?.string {
                case "succeeded": return caller.place(answer["content"]?["video_url"]?.string) { .done($0) }
                case "failed", "cancelled":
                    let code = answer["error"]?["code"]?.string ?? ""
                    return .failed(
                        code.contains("Sensitive") || code.contains("Risk") ? .refusal : .outage,
                        answer["error"]?["message"]?.string ?? code)
                case "expired": return .unknown
                default: return .running(progress: nil)
                }
            })
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "ark", url: url, model: model, key: .bearer, dialect: dialect))
    }

    /// "InputTextSensitiveContentDetected" and its like.
    @Sendable private static func arkRefusal(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard answer.status >= 400, let code = answer.json?["error"]?["code"]?.string else { return nil }
        if code.contains("Sensitive") || code.contains("Risk") { return .refusal }
        return code.contains("Quota") || code.contains("AccountOverdue") ? .quota : nil
    }
}
