import BatchVideo
import Foundation

extension Vendor {
    /// fal's queue: `POST https://queue.fal.run/{model}`, then the addresses that it gives.
    static let fal = Vendor(
        "fal", title: "fal (queue)",
        settings: [
            VendorSetting("model", "The model's path, such as fal-ai/wan-i2v.", isRequired: true),
            VendorSetting("seconds", "Lengths the model makes, as a list; [5] when left out."),
            VendorSetting("input", "Further input of the model, as a map."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://queue.fal.run")
        let model = try settings.text("model")
        let input = settings.json("input") ?? .emptyObject
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: true, seconds: try settings.clipLengths(),
            submit: { caller, request, seconds, _ in
                let own = try hostedInput(request, seconds, image: "image_url", aspect: "aspect_ratio")
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/\(model)"), body: .json(input.merging(own))))
                return answer["request_id"]?.string ?? ""
            },
            poll: { caller, id, _ in
                // Status and result live under the model's first two names.
                let root = url.at("/" + model.split(separator: "/").prefix(2).joined(separator: "/"))
                let place = root.at("/requests/\(HTTPOrder.escaped(id))")
                let status = try await caller.json(HTTPOrder("GET", place.at("/status")))
                guard status["status"]?.string == "COMPLETED" else { return .running(progress: nil) }
                let result = try await caller.json(HTTPOrder("GET", place))
                return caller.place(
                    result["video"]?["url"]?.string ?? result["videos"]?.array?.first?["url"]?.string
                ) { .done($0) }
            })
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "fal", url: url, model: model, key: .scheme("Key"), dialect: dialect))
    }

    /// `POST /models/{owner}/{name}/predictions`, or `/predictions` with a version.
    static let replicate = Vendor(
        "replicate", title: "Replicate (predictions)",
        settings: [
            VendorSetting("model", "owner/name, or owner/name:version.", isRequired: true),
            VendorSetting("seconds", "Lengths the model makes, as a list; [5] when left out."),
            VendorSetting("imageInput", "The name of the model's picture input; image when left out."),
            VendorSetting("input", "Further input of the model, as a map."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.replicate.com/v1")
        let model = try settings.text("model")
        let image = try settings.text("imageInput", or: "image")
        let input = settings.json("input") ?? .emptyObject
        let parts = model.split(separator: ":").map(String.init)
        let dialect = ClipVendor.Dialect(
            takesImage: true, takesWordsAlone: true, seconds: try settings.clipLengths(),
            submit: { caller, request, seconds, _ in
                let own = try hostedInput(request, seconds, image: image, aspect: "aspect_ratio")
                var body: [String: JSONValue] = ["input": input.merging(own)]
                if parts.count > 1 { body["version"] = .string(parts[1]) }
                let route = parts.count > 1 ? "/predictions" : "/models/\(parts[0])/predictions"
                let answer = try await caller.json(HTTPOrder("POST", url.at(route), body: .json(.object(body))))
                return answer["id"]?.string ?? ""
            },
            poll: { caller, id, _ in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/predictions/\(HTTPOrder.escaped(id))")))
                switch answer["status"]?.string {
                case "succeeded":
                    let output = answer["output"]
                    return caller.place(output?.string ?? output?.array?.first?.string) { .done($0) }
                case "failed", "canceled", "aborted":
                    let words = answer["error"]?.string ?? ""
                    return .failed(words.uppercased().contains("NSFW") ? .refusal : .outage, words)
                default: return .running(progress: nil)
                }
            })
        return VendorParts(
            clips: try ClipVendor(
                settings, tools, vendor: "replicate", url: url, model: model, key: .bearer, dialect: dialect))
    }
}

private func hostedInput(
    _ request: ClipRequest, _ seconds: Int, image: String, aspect: String
) throws -> JSONValue {
    var input: [String: JSONValue] = [
        "prompt": .string(request.prompt), "duration": JSONValue(seconds),
        "seed": JSONValue(request.seed, below: 1 << 31),
    ]
    if let path = request.image {
        input[image] = .string(try MediaBytes(path, maxBytes: 10 << 20).dataURI)
    } else {
        input[aspect] = .string(request.size.ratioText)
    }
    return .object(input)
}

extension VendorSettings {
    /// The setting `seconds`: whole numbers, ascending.
    func clipLengths() throws -> [Int] {
        guard let value = json("seconds") else { return [5] }
        let numbers = (value.array ?? [value]).compactMap(\.int)
        guard !numbers.isEmpty, numbers.allSatisfy({ (1...60).contains($0) }) else {
            throw fault("seconds", "must be a list of whole seconds from 1 to 60")
        }
        return numbers.sorted()
    }
}
