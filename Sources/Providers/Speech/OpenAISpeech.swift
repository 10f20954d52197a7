import BatchVideo
import Foundation

extension Vendor {
    /// `POST /audio/speech` as OpenAI, Kokoro-FastAPI, SiliconFlow, Speaches and others answer it.
    static let openAISpeech = Vendor(
        "openai-speech", title: "OpenAI-compatible speech (/audio/speech)",
        settings: [
            VendorSetting("model", "The model's name; gpt-4o-mini-tts when left out."),
            VendorSetting("voices", "Voices to offer, as a list of names or a map of name and language; any name is taken when left out."),
            VendorSetting("format", "mp3, wav, flac or opus; wav when left out."),
            VendorSetting("instructions", "How to speak, for models that listen to it."),
        ]
    ) { settings, tools in
        VendorParts(speech: try OpenAISpeech(settings, tools))
    }
}

struct OpenAISpeech: SpeechVendor {
    private enum Format: String, CaseIterable { case mp3, wav, flac, opus }

    let name: String
    let version: String
    let terms: CallTerms
    let voices: [Voice]
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let model: String
    private let format: Format
    private let instructions: String?

    /// Of one request, as OpenAI's API has it.
    private static let maxCharacters = 4096

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("openai-speech")
        terms = try settings.terms()
        voices = try settings.voices()
        caller = try tools.caller(settings, key: .bearer)
        self.tools = tools
        url = try settings.url(or: "https://api.openai.com/v1")
        model = try settings.text("model", or: "gpt-4o-mini-tts")
        format = try settings.choice("format", or: .wav)
        instructions = try settings.optionalText("instructions")
    }

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        guard request.text.count <= Self.maxCharacters else {
            throw BatchVideoError(.invalid, "a sentence is longer than the \(Self.maxCharacters) characters that \(name) takes")
        }
        var body: [String: JSONValue] = [
            "model": .string(model), "input": .string(request.text), "voice": .string(request.voice),
            "response_format": .string(format.rawValue), "speed": .number(request.speed),
        ]
        if let instructions { body["instructions"] = .string(instructions) }
        let answer = try await caller.send(
            HTTPOrder(
                "POST", url.at("/audio/speech"), headers: [("Idempotency-Key", slip.key)],
                body: .json(.object(body)), isRepeatable: terms.mayRepeat))
        if answer.type == "application/json" {
            throw caller.failure(.outage, answer.words, answer: answer, isUnpaid: true)
        }
        try await tools.accept(answer.body, as: .sound, from: caller, to: file)
        return VendorSpeech(cost: terms.cost(units: Double(request.text.count) / 1000))
    }
}
