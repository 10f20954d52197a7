import BatchVideo
import Foundation

private enum BaseSpeech: String, CaseIterable { case edge, aly }

extension Vendor {
    /// The SeedVC server: `POST /synthesize/` speaks a text with another service's voice and gives it the
    /// timbre of a recording; with a sound in place of that service's it converts what we spoke.
    static let seedVC = Vendor(
        "seedvc", title: "SeedVC server (/synthesize/: speech, conversion)",
        settings: [
            VendorSetting("url", "Where it runs.", isRequired: true),
            VendorSetting("samples", VendorSettings.samplesHere + " Without them it converts only."),
            VendorSetting(
                "baseVoice",
                "The voice that speaks before the timbre is changed; zh-CN-XiaoqiuNeural when left out."),
            VendorSetting("base", "Which service speaks first: edge or aly; edge when left out."),
            VendorSetting("diffusionSteps", "1 to 200; 30 when left out."),
            VendorSetting("cfgRate", "inference_cfg_rate, 0 to 1; 0.7 when left out."),
            VendorSetting("conversionPrice", "Cost of a second of conversion; `price` when left out."),
        ]
    ) { settings, tools in
        let server = try SeedVC(settings)
        let samples = try settings.samples()
        var parts = VendorParts(converter: try SeedVCConversion(settings, tools, server))
        guard !samples.isEmpty else { return parts }
        let vendor = settings.name
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: settings.voices(of: samples), maxCharacters: 5000, speeds: 0.5...2
        ) { caller, request, slip in
            var form = server.form(text: request.text, speed: request.speed)
            try form.add("audio_file", recording: samples.sample(of: request, vendor: vendor).file)
            return .init(try await caller.sound(server.order(form, slip, isRepeatable: terms.mayRepeat)))
        }
        parts.speech = try HTTPSpeech(settings, tools, vendor: "seedvc", key: .bearer, dialect: dialect)
        return parts
    }
}

private struct SeedVC: Sendable {
    let url: URL
    let base: BaseSpeech
    let voice: String
    let steps: Int
    let cfgRate: Double

    init(_ settings: VendorSettings) throws {
        url = try settings.url()
        base = try settings.choice("base", or: .edge)
        voice = try settings.text("baseVoice", or: "zh-CN-XiaoqiuNeural")
        steps = try settings.int("diffusionSteps", in: 1...200, or: 30)
        cfgRate = try settings.number("cfgRate", in: 0...1, or: 0.7)
    }

    func form(text: String, speed: Double) -> Multipart {
        var form = Multipart()
        for (name, value) in [
            ("text", text), ("voice", voice), ("tts_type", base.rawValue), ("volume", "50"),
            ("speech_rate", speed.decimal), ("pitch_rate", "0"), ("diffusion_steps", "\(steps)"),
            ("length_adjust", "1.0"), ("inference_cfg_rate", cfgRate.decimal),
        ] {
            form.add(name, value)
        }
        return form
    }

    func order(_ form: Multipart, _ slip: CallSlip, isRepeatable: Bool) -> HTTPOrder {
        HTTPOrder(
            "POST", url.at("/synthesize/"), headers: [("Idempotency-Key", slip.key)], body: .multipart(form),
            isRepeatable: isRepeatable,
            maxBytes: 256 << 20)
    }
}

private struct SeedVCConversion: VoiceConverter {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let server: SeedVC

    /// What the server takes of a voice, in seconds.
    private static let longestReference = 25.0

    init(_ settings: VendorSettings, _ tools: VendorTools, _ server: SeedVC) throws {
        name = settings.name
        version = settings.version("seedvc")
        terms = try settings.terms(settings.has("conversionPrice") ? "conversionPrice" : "price")
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        self.server = server
    }

    func convert(
        _ speech: URL, like reference: URL, slip: CallSlip, to file: URL
    ) async throws -> VendorCost {
        let length = try WaveLength(speech)
        // Only the length of a WAV is known; what else there is the server looks at itself.
        if let known = try? WaveLength(reference), known.seconds > Self.longestReference {
            throw BatchVideoError(
                .invalid,
                "the recording of the voice is longer than the \(Int(Self.longestReference)) s that \(name) "
                    + "takes; cut it")
        }
        // The server wants a text and does not look at it when it is given the sound.
        var form = server.form(text: "-", speed: 1)
        try form.add("tts_audio_file", recording: speech.path)
        try form.add("audio_file", recording: reference.path)
        let sound = try await caller.sound(server.order(form, slip, isRepeatable: terms.mayRepeat))
        try await tools.accept(sound, as: .sound, from: caller, to: file)
        return terms.cost(units: length.seconds)
    }
}
