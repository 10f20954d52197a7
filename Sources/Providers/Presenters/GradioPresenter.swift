import BatchVideo
import Foundation

extension Vendor {
    /// Apps that their authors put on gradio: MuseTalk, LatentSync, SadTalker and the like.
    static let gradio = Vendor(
        "gradio", title: "gradio apps (LatentSync, MuseTalk, SadTalker)",
        settings: [
            VendorSetting("url", "Where it runs, such as http://127.0.0.1:7860.", isRequired: true),
            VendorSetting("app", "latentsync, sadtalker or musetalk, whose arguments are known."),
            VendorSetting("api", "The function's api_name, when `app` is left out or calls it otherwise."),
            VendorSetting(
                "arguments", "The function's arguments in order, as a list with %video%, %image%, %audio% and %seed%."),
        ]
    ) { settings, tools in
        VendorParts(presenter: try GradioPresenter(settings, tools))
    }
}

struct GradioPresenter: PresenterGenerator {
    fileprivate enum App: String, CaseIterable { case other, latentsync, sadtalker, musetalk }

    let name: String
    let version: String
    let terms: CallTerms
    private let server: GradioServer
    private let tools: VendorTools
    private let function: String
    private let arguments: [JSONValue]
    /// One after the other: a graphics card holds one model at work.
    private let tasks = Lane(capacity: 1)

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("gradio")
        terms = try settings.terms()
        server = GradioServer(caller: try tools.caller(settings, key: .bearer), url: try settings.url())
        self.tools = tools
        let app: App = try settings.choice("app", or: .other)
        guard let function = try settings.optionalText("api") ?? app.function else {
            throw settings.fault("api", "is missing: name the function, or an app whose functions are known")
        }
        self.function = function
        guard let arguments = try settings.arguments() ?? app.arguments else {
            throw settings.fault("arguments", "is missing: list what the function takes, in order")
        }
        guard arguments.contains("%audio%"), arguments.contains("%video%") != arguments.contains("%image%") else {
            throw settings.fault("arguments", "must hold %audio%, and either %video% or %image%")
        }
        self.arguments = arguments
    }

    func generate(
        _ request: PresenterRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia {
        let takes: PresenterSource = arguments.contains("%image%") ? .picture : .video
        try request.check([takes], longestSeconds: nil, vendor: name)
        let seed = (UInt64(slip.key.prefix(8), radix: 16) ?? 1) % (1 << 31)
        let (prefix, found) = try await tasks.use {
            let prefix = try await server.prefix()
            let (_, found) = try await server.caller.task(slip) {
                let filled = try await filled(request, seed, prefix)
                return try await server.submit(function, filled, prefix)
            } poll: {
                try await server.poll(function, $0, prefix)
            }
            return (prefix, found)
        }
        try await server.caller.download(
            try server.address(of: found, prefix), to: file, withKey: true, base: server.url)
        try await tools.accept(file, as: .video, from: server.caller)
        return GeneratedMedia(seed: seed, cost: terms.cost(units: Double(request.length.ms) / 1000))
    }

    private func filled(
        _ request: PresenterRequest, _ seed: UInt64, _ prefix: String
    ) async throws -> [JSONValue] {
        var filled: [JSONValue] = []
        for argument in arguments {
            switch argument {
            case "%audio%": filled.append(try await server.upload(request.speech, prefix))
            case "%video%", "%image%": filled.append(try await server.upload(request.source, prefix))
            case "%seed%": filled.append(.number(Double(seed)))
            default: filled.append(argument)
            }
        }
        return filled
    }
}

extension GradioPresenter.App {
    fileprivate var function: String? {
        switch self {
        case .other: nil
        case .latentsync: "process_video"
        case .sadtalker: "test"
        case .musetalk: "inference"
        }
    }

    /// In the order of the apps' own functions.
    fileprivate var arguments: [JSONValue]? {
        switch self {
        case .other: nil
        case .latentsync: ["%video%", "%audio%", 2, 20, "%seed%"]
        case .sadtalker: ["%image%", "%audio%", "full", true, false, 2, 256, 0]
        case .musetalk: ["%audio%", "%video%", 0]
        }
    }
}

extension VendorSettings {
    /// A list, or a text that holds a JSON list.
    fileprivate func arguments() throws -> [JSONValue]? {
        guard var value = json("arguments") else { return nil }
        if let text = value.string {
            guard let parsed = try? JSONValue(parsing: text) else { throw fault("arguments", "is not valid JSON") }
            value = parsed
        }
        guard let items = value.array, !items.isEmpty else { throw fault("arguments", "must be a list") }
        return items
    }
}
