import BatchVideo
import Foundation

extension Vendor {
    /// A vendor that is told in the settings alone: its requests as templates, its answers as places.
    static let declared = Vendor(
        "http", title: "Any HTTP service, told in the settings (docs/http-vendors.md)",
        settings: [
            VendorSetting("url", "Where its API begins.", isRequired: true),
            VendorSetting("makes", "speech, images, clips, presenter or text.", isRequired: true),
            VendorSetting(
                "keyPlace",
                "Where the key goes: bearer, none, scheme:NAME, header:NAME or query:NAME; bearer when left out."),
            VendorSetting(
                "submit",
                "The request that asks for work: method, path, query, headers, and json, form or multipart; task or result say where they stand in the answer.",
                isRequired: true),
            VendorSetting(
                "poll", "The request that asks after a task: as submit, with state, states, result, progress and error."
            ),
            VendorSetting(
                "fetch",
                "The request that fetches a result, with %task% and %result%; when left out, the result is an address, or is there already."
            ),
            VendorSetting(
                "errors",
                "How errors are told: at (JSON pointers to words), ok (pointers and the values they have when all is well), refusals and quotas (words that tell them)."
            ),
            VendorSetting("voices", "For speech: voices to offer, as a list of names or a map of name and language."),
            VendorSetting(
                "words", "For speech: where the times of words stand: at, text, start, end, and unit (s or ms)."),
            VendorSetting("seconds", "For clips: lengths it makes, as a list; [5] when left out."),
            VendorSetting("takes", "For presenter: video, picture, avatar; video when left out."),
            VendorSetting("tokens", "For text: where used tokens stand, as a list of JSON pointers."),
        ]
    ) { settings, tools in
        guard let makes = DeclaredPort(rawValue: try settings.text("makes")) else {
            let all = DeclaredPort.allCases.map(\.rawValue).joined(separator: ", ")
            throw settings.fault("makes", "must be one of \(all)")
        }
        let engine = try DeclaredEngine(settings, tools, makes)
        var parts = VendorParts()
        switch makes {
        case .speech: parts.speech = try DeclaredSpeech(settings, engine)
        case .images: parts.images = try DeclaredImages(settings, engine)
        case .clips: parts.clips = try DeclaredClips(settings, engine)
        case .presenter: parts.presenter = try DeclaredPresenter(settings, engine)
        case .text: parts.model = try DeclaredModel(settings, engine)
        }
        return parts
    }
}

/// What a declared vendor makes, and what its requests can be filled with.
enum DeclaredPort: String, CaseIterable, Sendable {
    case speech, images, clips, presenter, text

    /// `call` is the same for the same call, for vendors that know one again. Files have their content as a data URI
    /// under their name, and under `name.base64` without its head.
    var places: Set<String> {
        switch self {
        case .speech: ["text", "voice", "language", "speed", "call"]
        case .images:
            [
                "prompt", "negative", "width", "height", "ratio", "seed", "lora", "loraWeight", "reference",
                "reference.base64", "referenceScale", "call",
            ]
        case .clips:
            ["prompt", "negative", "width", "height", "ratio", "seed", "seconds", "image", "image.base64", "call"]
        case .presenter:
            [
                "speech", "speech.base64", "source", "source.base64", "avatar", "width", "height", "ratio", "seconds",
                "background", "call",
            ]
        case .text: ["system", "text", "schema", "temperature", "maxTokens", "call"]
        }
    }

    /// One of these must be in a request, or it asks for nothing.
    var subject: Set<String> {
        switch self {
        case .speech, .text: ["text"]
        case .images, .clips: ["prompt"]
        case .presenter: ["speech", "speech.base64"]
        }
    }

    var medium: VendorTools.Medium? {
        switch self {
        case .speech: .sound
        case .images: .picture
        case .clips, .presenter: .video
        case .text: nil
        }
    }
}
