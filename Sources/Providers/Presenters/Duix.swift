import BatchVideo
import Foundation

extension Vendor {
    /// Duix.Avatar, formerly HeyGem, in its container: `POST /easy/submit`, `GET /easy/query`; files go
    /// through the folder that is mounted into it.
    static let duix = Vendor(
        "duix", title: "Duix.Avatar (HeyGem), own container",
        settings: [
            VendorSetting("url", "Where it runs; http://127.0.0.1:8383 when left out."),
            VendorSetting("folder", "The container's face2face/temp folder as this machine sees it.", isRequired: true),
            VendorSetting("enhance", "Sharpens the face (chaofen), slower; false when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "http://127.0.0.1:8383")
        let folder = try SharedFolder(settings, key: "folder")
        let enhance = try settings.flag("enhance", or: false)
        let dialect = PresenterVendor.Dialect(
            takes: [.video], tasksAtOnce: 1,
            submit: { caller, request, slip in
                let code = slip.key
                let audio = try folder.lend(request.speech, as: "\(code)-speech")
                let video = try folder.lend(request.source, as: "\(code)-source")
                let body: JSONValue = [
                    "audio_url": .string(audio), "video_url": .string(video), "code": .string(code),
                    "chaofen": enhance ? 1 : 0, "watermark_switch": 0, "pn": 1,
                ]
                do {
                    _ = try await caller.json(
                        HTTPOrder(
                            "POST", url.at("/easy/submit"), headers: [("Idempotency-Key", slip.key)],
                            body: .json(body)), refusal: Self.duixFault)
                } catch let error as BatchVideoError where error.vendorFailure?.kind != .unknownEnd {
                    folder.remove([audio, video])
                    throw error
                }
                return code
            },
            poll: { caller, code in
                let answer = try await caller.json(
                    HTTPOrder("GET", url.at("/easy/query"), query: [("code", code)]))
                // Known codes: 10000 fine, 10004 no such task.
                if answer["code"]?.int == 10004 { return .unknown }
                let task = answer["data"]
                switch task?["status"]?.int {
                case 2:
                    folder.remove(duixInputs(code))
                    guard let result = task?["result"]?.string, !result.isEmpty else {
                        return .failed(.outage, "the task ended without a result")
                    }
                    return .done(.disk(folder.file(result)))
                case 3:
                    folder.remove(duixInputs(code))
                    return .failed(.outage, task?["msg"]?.string ?? "")
                case 1: return .running(progress: task?["progress"]?.number.map { $0 / 100 })
                default: return .failed(.outage, answer["msg"]?.string ?? "")
                }
            })
        return VendorParts(
            presenter: try PresenterVendor(settings, tools, vendor: "duix", url: url, key: .bearer, dialect: dialect))
    }

    /// Every failure comes with status 200 and another code than 10000.
    @Sendable private static func duixFault(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard let json = answer.json, answer.status < 300 else { return nil }
        return json["code"]?.int == 10000 && json["success"] != false ? nil : .outage
    }

    private static func duixInputs(_ code: String) -> [String] {
        ["wav", "mp3", "flac", "ogg"].map { "\(code)-speech.\($0)" } + ["mp4", "bin"].map { "\(code)-source.\($0)" }
    }
}
