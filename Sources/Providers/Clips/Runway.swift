import BatchVideo
import Foundation

extension Vendor {
    static let runway = Vendor(
        "runway", title: "Runway",
        settings: [VendorSetting("model", "gen4_turbo when left out.")]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.dev.runwayml.com")
        let model = try settings.text("model", or: "gen4_turbo")
        let version = [("X-Runway-Version", "2024-11-06")]
        let sizes = [(1280, 720), (720, 1280), (960, 960), (1104, 832), (832, 1104)].map {
            PixelSize(width: $0.0, height: $0.1)
        }
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: false, seconds: [5, 10],
            submit: { caller, request, seconds, _ in
                let size = request.size.nearest(among: sizes)
                let body: JSONValue = [
                    "model": .string(model), "promptText": .string(String(request.prompt.prefix(1000))),
                    "promptImage": .string(try MediaBytes(request.image ?? "", maxBytes: 3 << 20).dataURI),
                    "ratio": .string("\(size.width):\(size.height)"), "duration": JSONValue(seconds),
                    "seed": JSONValue(request.seed, below: 1 << 32),
                ]
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/v1/image_to_video"), headers: version, body: .json(body)))
                return answer["id"]?.string ?? ""
            },
            poll: { caller, id, _ in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/v1/tasks/\(HTTPOrder.escaped(id))"), headers: version))
                switch answer["status"]?.string {
                case "SUCCEEDED": return caller.place(answer["output"]?.array?.first?.string) { .done($0) }
                case "FAILED", "CANCELLED":
                    let code = answer["failureCode"]?.string ?? ""
                    return .failed(code.contains("SAFETY") ? .refusal : .outage, answer["failure"]?.string ?? code)
                default: return .running(progress: answer["progress"]?.number)
                }
            })
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "runway", url: url, model: model, key: .bearer, dialect: dialect))
    }
}
