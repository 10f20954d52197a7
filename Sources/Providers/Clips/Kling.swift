import BatchVideo
import Crypto
import Foundation

extension Vendor {
    static let kling = Vendor(
        "kling", title: "Kling (可灵)",
        settings: [
            VendorSetting("key", "ACCESS_KEY:SECRET_KEY, or a list of such.", isRequired: true, isSecret: true),
            VendorSetting("model", "kling-v2-1 when left out."),
            VendorSetting("mode", "std or pro; std when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api-beijing.klingai.com")
        let model = try settings.text("model", or: "kling-v2-1")
        let mode = try settings.text("mode", or: "std")
        for key in try settings.texts("key") where key.split(separator: ":").count != 2 {
            throw settings.fault("key", "must be ACCESS_KEY:SECRET_KEY")
        }
        @Sendable func route(_ request: ClipRequest) -> String { request.image == nil ? "text2video" : "image2video" }
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: true, seconds: [5, 10],
            submit: { caller, request, seconds, slip in
                var body: [String: JSONValue] = [
                    "model_name": .string(model), "prompt": .string(request.prompt), "mode": .string(mode),
                    "cfg_scale": 0.5, "duration": .string(String(seconds)),
                    "external_task_id": .string(slip.key),
                ]
                if !request.negative.isEmpty { body["negative_prompt"] = .string(request.negative) }
                if let image = request.image {
                    body["image"] = .string(try MediaBytes(image, maxBytes: 10 << 20).base64)
                } else {
                    body["aspect_ratio"] = .string(request.size.ratioText)
                }
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/v1/videos/\(route(request))"), body: .json(.object(body))),
                    refusal: Self.klingFault)
                return answer["data"]?["task_id"]?.string ?? ""
            },
            poll: { caller, id, request in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/v1/videos/\(route(request))/\(HTTPOrder.escaped(id))")),
                    refusal: Self.klingFault)
                let task = answer["data"]
                switch task?["task_status"]?.string {
                case "succeed":
                    return caller.place(task?["task_result"]?["videos"]?.array?.first?["url"]?.string) { .done($0) }
                case "failed":
                    let words = task?["task_status_msg"]?.string ?? ""
                    return .failed(words.lowercased().contains("risk") ? .refusal : .outage, words)
                default: return .running(progress: nil)
                }
            })
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "kling", url: url, model: model,
                key: .made { key, order in
                    order.headers.append(("Authorization", "Bearer \(klingToken(key, now: Date()))"))
                }, dialect: dialect))
    }

    /// Its codes: 1000-1004 the key, 1100-1103 the account, 1201 parameters, 1301 content, 1302-1304 too many.
    @Sendable private static func klingFault(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard let code = answer.json?["code"]?.int, code != 0 else { return nil }
        return switch code {
        case 1000...1004, 1200...1299: .misuse
        case 1100...1103, 1302...1304: .quota
        case 1301: .refusal
        default: .outage
        }
    }
}

/// A JWT (HS256) that is valid for half an hour, made of ACCESS_KEY:SECRET_KEY.
func klingToken(_ key: String, now: Date) -> String {
    let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
    let seconds = Int(now.timeIntervalSince1970)
    func encoded(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    let payload = JSONValue.object([
        "iss": .string(parts.first ?? ""), "exp": JSONValue(seconds + 1800), "nbf": JSONValue(seconds - 5),
    ])
    let text = encoded(Data(#"{"alg":"HS256","typ":"JWT"}"#.utf8)) + "." + encoded(Data(payload.text.utf8))
    let secret = SymmetricKey(data: Data((parts.count > 1 ? parts[1] : "").utf8))
    let signature = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret)
    return text + "." + encoded(Data(signature))
}
