import BatchVideo
import Foundation

extension Vendor {
    /// The specification's service: `POST /human/generate` with paths on a disk that both see, and its
    /// younger form `POST /api/v1/human/generate` with addresses.
    static let humanServer = Vendor(
        "human-server", title: "Own talking head server (/human/generate)",
        settings: [
            VendorSetting("url", "Where it runs, such as http://127.0.0.1:8308.", isRequired: true),
            VendorSetting("folder", "A folder that the server sees too, as this machine sees it.", isRequired: true),
            VendorSetting("serverFolder", "The same folder as the server sees it; `folder` when left out."),
            VendorSetting(
                "filesUrl",
                "Where the server fetches the folder's files; then it is asked with addresses (/api/v1/human/generate)."
            ),
            VendorSetting("config", "Further members of `config` for /api/v1/human/generate, as a map."),
        ]
    ) { settings, tools in
        VendorParts(presenter: try HumanServer(settings, tools))
    }
}

struct HumanServer: PresenterGenerator {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let folder: SharedFolder
    private let serverFolder: String
    private let filesURL: URL?
    private let config: JSONValue

    /// A server works some seconds on each second of speech.
    private static let secondsPerSecond = 60

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("human-server")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url()
        folder = try SharedFolder(settings, key: "folder")
        var path = try settings.text("serverFolder", or: folder.url.path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        serverFolder = path
        filesURL = settings.has("filesUrl") ? try settings.url("filesUrl") : nil
        config = settings.json("config") ?? .emptyObject
        guard config.object != nil else { throw settings.fault("config", "must be a map") }
    }

    func generate(
        _ request: PresenterRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        try request.check([.video, .picture], longestSeconds: nil, vendor: name)
        let result = "\(slip.key)-result.mp4"
        var lent = [result]
        defer { folder.remove(lent) }
        let speech = try folder.lend(request.speech, as: "\(slip.key)-speech")
        lent.append(speech)
        let source = try folder.lend(request.source, as: "\(slip.key)-source")
        lent.append(source)
        if let filesURL {
            try await fetch(request, slip, filesURL.at(speech), filesURL.at(source), to: file)
        } else {
            let body: JSONValue = [
                "audio_path": .string("\(serverFolder)/\(speech)"),
                "video_path": .string("\(serverFolder)/\(source)"),
                "save_path": .string("\(serverFolder)/\(result)"),
            ]
            let answer = try await ask("/human/generate", body, request, slip)
            try WholeFile.move(folder.file(result), to: file) {
                let words = answer.words.isEmpty ? "it wrote no video" : answer.words
                return caller.failure(.outage, "\(words); does it see \(serverFolder)?", answer: answer)
            }
        }
        try await tools.accept(file, as: .video, from: caller)
        return GeneratedMedia(cost: terms.cost(units: Double(request.length.ms) / 1000))
    }

    private func fetch(
        _ request: PresenterRequest, _ slip: CallSlip, _ speech: URL, _ source: URL, to file: URL
    ) async throws {
        let body: JSONValue = [
            "audio_url": .string(speech.absoluteString),
            "config": config.merging(["video_url": .string(source.absoluteString)]),
        ]
        let answer = try await ask("/api/v1/human/generate", body, request, slip)
        let text = answer.json?["video_url"]?.string ?? answer.json?["data"]?["video_url"]?.string
        guard let text, let place = URL(string: text, relativeTo: url)?.absoluteURL, place.host() != nil else {
            throw caller.failure(.outage, "the answer holds no video_url: \(answer.words)", answer: answer)
        }
        try await caller.download(place, to: file, withKey: true, base: url)
    }

    /// Errors may come with status 200 as `error`, or as `success: false`.
    private func ask(
        _ route: String, _ body: JSONValue, _ request: PresenterRequest, _ slip: CallSlip
    ) async throws -> HTTPAnswer {
        let seconds = max(300, request.length.ms / 1000 * Self.secondsPerSecond)
        let answer = try await caller.send(
            HTTPOrder(
                "POST", url.at(route), headers: [("Idempotency-Key", slip.key)], body: .json(body),
                isRepeatable: terms.mayRepeat, timeout: .seconds(min(seconds, 3600))))
        let json = answer.json
        if answer.type.hasSuffix("html") || json?["error"] != nil || json?["success"] == false {
            throw caller.failure(
                .outage, answer.words.isEmpty ? "it answered with a page" : answer.words, answer: answer,
                isUnpaid: json != nil)
        }
        return answer
    }
}
