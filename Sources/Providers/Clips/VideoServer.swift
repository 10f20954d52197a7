import BatchVideo
import Foundation

extension Vendor {
    /// Our own convention for a self-hosted image-to-video server, in the manner of the specification's
    /// Flux service: `POST /generate` gives the clip's bytes, or 202 and a task.
    static let videoServer = Vendor(
        "video-server", title: "Own video server (/generate, image to video)",
        settings: [
            VendorSetting("url", "Where it runs.", isRequired: true),
            VendorSetting("fps", "Frames a second, 1 to 60; 16 when left out."),
            VendorSetting("maxSeconds", "Longest clip, 1 to 60; 5 when left out."),
        ]
    ) { settings, tools in
        VendorParts(clips: try VideoServer(settings, tools))
    }
}

struct VideoServer: ClipGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    let takesImage = true
    let takesWordsAlone = true
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let fps: Int
    private let maxSeconds: Int

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("video-server")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url()
        fps = try settings.int("fps", in: 1...60, or: 16)
        maxSeconds = try settings.int("maxSeconds", in: 1...60, or: 5)
    }

    private func frames(_ request: ClipRequest) -> Int { request.frames(fps: fps, atMost: maxSeconds) }

    func billedSeconds(of request: ClipRequest) -> Double { Double(frames(request)) / Double(fps) }

    func generate(
        _ request: ClipRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let cost = terms.cost(units: billedSeconds(of: request))
        if slip.taskID == nil {
            let answer = try await submit(request, slip)
            guard answer.status == 202 else {
                try await tools.accept(answer.body, as: .video, from: caller, to: file)
                return GeneratedMedia(seed: request.seed % (1 << 32), cost: cost)
            }
            let task = answer.json?["task_id"]?.string ?? ""
            return try await finish(slip, task: task, request, cost, to: file)
        }
        return try await finish(slip, task: "", request, cost, to: file)
    }

    private func submit(_ request: ClipRequest, _ slip: CallSlip) async throws -> HTTPAnswer {
        let size = request.size.rounded(to: 16)
        var body: [String: JSONValue] = [
            "prompt": .string(request.prompt), "width": JSONValue(size.width),
            "height": JSONValue(size.height), "num_frames": JSONValue(frames(request)),
            "fps": JSONValue(fps), "seed": JSONValue(request.seed, below: 1 << 32),
        ]
        if let image = request.image { body["image"] = .string(try MediaBytes(image).base64) }
        return try await caller.send(
            HTTPOrder(
                "POST", url.at("/generate"), headers: [("Idempotency-Key", slip.key)],
                body: .json(.object(body)), isRepeatable: terms.mayRepeat, maxBytes: 1 << 30))
    }

    private func finish(
        _ slip: CallSlip, task: String, _ request: ClipRequest, _ cost: VendorCost, to file: URL
    ) async throws -> GeneratedMedia {
        let (_, place) = try await caller.task(slip) {
            task
        } poll: { id in
            let answer = try await caller.json(HTTPOrder("GET", url.at("/tasks/\(HTTPOrder.escaped(id))")))
            switch answer["status"]?.string {
            case "succeeded": return caller.place(answer["url"]?.string) { TaskState<URL>.done($0) }
            case "failed": return .failed(.outage, answer["error"]?.string ?? "")
            default: return .running(progress: answer["progress"]?.number.map { $0 / 100 })
            }
        }
        try await caller.download(place, to: file, withKey: true, base: url)
        try await tools.accept(file, as: .video, from: caller)
        return GeneratedMedia(seed: request.seed % (1 << 32), cost: cost)
    }
}
