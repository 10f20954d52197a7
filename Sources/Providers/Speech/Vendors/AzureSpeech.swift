import BatchVideo
import Foundation

extension Vendor {
    /// Azure's REST API: SSML in, a WAV out; no times of words, and at most ten minutes.
    static let azure = Vendor(
        "azure", title: "Azure Speech",
        settings: [
            VendorSetting("key", "The resource's key.", isRequired: true, isSecret: true),
            VendorSetting("region", "Such as eastasia; must be there unless url is."),
            .voices,
            VendorSetting("format", "X-Microsoft-OutputFormat; riff-48khz-16bit-mono-pcm when left out."),
            VendorSetting("style", "mstts:express-as style, such as chat; none when left out."),
        ]
    ) { settings, tools in
        let region = try settings.optionalText("region")
        if let region, region.contains(where: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
            throw settings.fault("region", "must be a region such as eastasia")
        }
        guard settings.has("url") || region != nil else { throw settings.fault("region", "is missing") }
        // The regions of China are a cloud of their own.
        let domain = region?.hasPrefix("china") == true ? "speech.azure.cn" : "speech.microsoft.com"
        let url = try settings.url(or: "https://\(region ?? "").tts.\(domain)")
        let format = try settings.text("format", or: "riff-48khz-16bit-mono-pcm")
        guard !format.hasPrefix("raw-") else {
            throw settings.fault("format", "must have a header: riff-, audio- or ogg-")
        }
        let style = try settings.optionalText("style")
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(), maxCharacters: 3000, speeds: 0.5...2
        ) { caller, request, _ in
            let speech = SSML(request, voice: request.voice, style: style)
            return .init(
                try await caller.sound(
                    HTTPOrder(
                        "POST", url.at("/cognitiveservices/v1"),
                        headers: [("X-Microsoft-OutputFormat", format), ("User-Agent", "BatchVideo")],
                        body: .bytes(Data(speech.azure.utf8), type: "application/ssml+xml"),
                        isRepeatable: terms.mayRepeat)))
        }
        return VendorParts(
            speech: try HTTPSpeech(
                settings, tools, vendor: "azure", key: .header("Ocp-Apim-Subscription-Key"), dialect: dialect)
        )
    }
}
