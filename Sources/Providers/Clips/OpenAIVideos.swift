import BatchVideo
import Foundation

extension Vendor {
    /// `POST /videos` (multipart), `GET /videos/{id}`, `GET /videos/{id}/content`.
    static let openAIVideos = Vendor(
        "openai-videos", title: "OpenAI-style clips (/v1/videos)",
        settings: [
            VendorSetting("url", "Where the API begins, such as https://gateway.example/v1.", isRequired: true),
            VendorSetting("model", "The model's name.", isRequired: true),
        ]
    ) { settings, tools in
        let url = try settings.url()
        let model = try settings.text("model")
        let sizes = [(720, 1280), (1280, 720), (1024, 1792), (1792, 1024)].map { PixelSize(width: $0.0, height: $0.1) }
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: true, seconds: [4, 8, 12],
            submit: { caller, request, seconds, slip in
                let size = request.size.nearest(among: sizes)
                var form = Multipart()
                form.add("prompt", request.prompt)
                form.add("model", model)
                form.add("seconds", String(seconds))
                form.add("size", "\(size.width)x\(size.height)")
                if let image = request.image {
                    let media = try MediaBytes(image)
                    form.add("input_reference", file: "first.\(media.suffix)", type: media.type, media.data)
                }
                let answer = try await caller.json(
                    HTTPOrder(
                        "POST", url.at("/videos"), headers: [("Idempotency-Key", slip.key)], body: .multipart(form)),
                    refusal: OpenAIImages.refusal)
                return answer["id"]?.string ?? ""
            },
            poll: { caller, id, _ in
                let place = url.at("/videos/\(HTTPOrder.escaped(id))")
                let answer = try await caller.json(HTTPOrder("GET", place))
                switch answer["status"]?.string {
                case "completed": return .done(place.at("/content"))
                case "failed", "cancelled":
                    let code = answer["error"]?["code"]?.string ?? ""
                    return .failed(
                        code.contains("moderation") || code.contains("policy") ? .refusal : .outage,
                        answer["error"]?["message"]?.string ?? code)
                default: return .running(progress: answer["progress"]?.number.map { $0 / 100 })
                }
            }, fetchesWithKey: true)
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "openai-videos", url: url, model: model, key: .bearer, dialect: dialect))
    }
}
