import BatchVideo
import Foundation

private enum Format: String, CaseIterable { case mp3, wav, flac, opus }

extension Vendor {
    /// `POST /audio/speech` as OpenAI, Kokoro-FastAPI, SiliconFlow, Speaches and others answer it.
    static let openAISpeech = Vendor(
        "openai-speech", title: "OpenAI-compatible speech (/audio/speech)",
        settings: [
            VendorSetting("model", "The model's name; gpt-4o-mini-tts when left out."),
            .voices,
            VendorSetting("format", "mp3, wav, flac or opus; wav when left out."),
            VendorSetting("instructions", "How to speak, for models that listen to it."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.openai.com/v1")
        let model = try settings.text("model", or: "gpt-4o-mini-tts")
        let format: Format = try settings.choice("format", or: .wav)
        let instructions = try settings.optionalText("instructions")
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(), maxCharacters: 4096, speeds: 0.25...4
        ) { caller, request, slip in
            var body: [String: JSONValue] = [
                "model": .string(model), "input": .string(request.text), "voice": .string(request.voice),
                "response_format": .string(format.rawValue), "speed": .number(request.speed),
            ]
            if let instructions { body["instructions"] = .string(instructions) }
            return .init(
                try await caller.sound(
                    HTTPOrder(
                        "POST", url.at("/audio/speech"), headers: [("Idempotency-Key", slip.key)],
                        body: .json(.object(body)), isRepeatable: terms.mayRepeat)))
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "openai-speech", key: .bearer, dialect: dialect))
    }
}
