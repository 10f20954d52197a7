import BatchVideo
import Foundation

extension Vendor {
    /// D-ID's talks: picture and speech are uploaded, then `POST /talks` and `GET /talks/{id}`.
    static let did = Vendor(
        "d-id", title: "D-ID (talks)",
        settings: [VendorSetting("stitch", "Puts the face back into the whole picture; true when left out.")]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.d-id.com")
        let stitch = try settings.flag("stitch", or: true)
        let dialect = PresenterVendor.Dialect(
            takes: [.picture, .avatar], longestSeconds: 300,
            submit: { caller, request, _ in
                let speech = try await upload(request.speech, as: "audio", to: url.at("/audios"), caller)
                // Its own figures are pictures with an address.
                var source = request.avatar ?? ""
                if request.avatar == nil {
                    source = try await upload(request.source, as: "image", to: url.at("/images"), caller)
                }
                let body: JSONValue = [
                    "source_url": .string(source), "script": ["type": "audio", "audio_url": .string(speech)],
                    "config": ["stitch": .bool(stitch), "fluent": false, "result_format": "mp4"],
                ]
                let answer = try await caller.json(
                    HTTPOrder("POST", url.at("/talks"), body: .json(body)), refusal: didFault)
                return answer["id"]?.string ?? ""
            },
            poll: { caller, id in
                let answer = try await caller.json(HTTPOrder("GET", url.at("/talks/\(HTTPOrder.escaped(id))")))
                switch answer["status"]?.string {
                case "done": return caller.video(answer["result_url"]?.string)
                case "error", "rejected":
                    let words = answer["error"]?["description"]?.string ?? ""
                    return .failed(answer["status"] == "rejected" ? .refusal : .outage, words)
                default: return .running(progress: nil)
                }
            })
        return VendorParts(
            presenter: try PresenterVendor(
                settings, tools, vendor: "d-id", url: url, key: .scheme("Basic"), dialect: dialect))
    }
}

/// Gives the file's address; an upload is not charged and may be repeated.
private func upload(_ path: String, as field: String, to place: URL, _ caller: HTTPCaller) async throws -> String {
    let media = try MediaBytes(path, maxBytes: field == "audio" ? 15 << 20 : 10 << 20)
    var form = Multipart()
    form.add(field, file: "\(field).\(media.suffix)", type: media.type, media.data)
    let answer = try await caller.json(
        HTTPOrder("POST", place, body: .multipart(form), isRepeatable: true), refusal: didFault)
    guard let address = answer["url"]?.string else {
        throw caller.failure(.outage, "it took the \(field) but gave no address for it", isUnpaid: true)
    }
    return address
}

/// `{"kind": "InsufficientCreditsError", "description": "…"}`.
private let didFault: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { answer in
    guard let kind = answer.json?["kind"]?.string, kind.hasSuffix("Error") else { return nil }
    if kind.contains("Credits") || kind.contains("RateLimit") { return .quota }
    if kind.contains("Moderation") || kind.contains("Celebrity") { return .refusal }
    return answer.status < 300 ? .outage : nil
}
