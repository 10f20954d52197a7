import BatchVideo
import Foundation

extension Vendor {
    /// `POST /audio/transcriptions` as OpenAI, Speaches, whisper.cpp's server and FunASR's answer it.
    static let openAITranscription = Vendor(
        "openai-transcription", title: "OpenAI-compatible transcription (/audio/transcriptions)",
        settings: [
            VendorSetting("model", "The model's name; whisper-1 when left out."),
            VendorSetting(
                "words",
                "Ask for the times of words (verbose_json), which some models refuse; true when left out."),
            VendorSetting("maxMegabytes", "Largest file it takes, in MiB, 1 to 1024; 25 when left out."),
        ]
    ) { settings, tools in
        VendorParts(transcriber: try OpenAITranscription(settings, tools))
    }
}

private struct OpenAITranscription: Transcriber {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let url: URL
    private let model: String
    private let hasWords: Bool
    private let maxBytes: Int

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("openai-transcription")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        url = try settings.url(or: "https://api.openai.com/v1")
        model = try settings.text("model", or: "whisper-1")
        hasWords = try settings.flag("words", or: true)
        maxBytes = try settings.int("maxMegabytes", in: 1...1024, or: 25) << 20
    }

    func transcribe(
        _ sound: URL, language: Language, slip: CallSlip
    ) async throws -> (transcript: Transcript, cost: VendorCost) {
        let length = try WaveLength(sound)
        let file = try MediaBytes(sound.path, maxBytes: maxBytes)
        // In the order in which OpenAI's own client sends them.
        var form = Multipart()
        form.add("model", model)
        if language.primary.count == 2 { form.add("language", language.primary) }
        form.add("response_format", hasWords ? "verbose_json" : "json")
        for part in hasWords ? ["word", "segment"] : [] { form.add("timestamp_granularities[]", part) }
        form.add("file", file: "sound.\(file.suffix)", type: file.type, file.data)
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at("/audio/transcriptions"), headers: [("Idempotency-Key", slip.key)],
                body: .multipart(form), isRepeatable: terms.mayRepeat),
            holding: "text")
        let transcript = Transcript(
            text: answer["text"]?.string ?? "", words: timed(answer["words"], "word", length),
            sentences: timed(answer["segments"], "text", length))
        return (transcript, terms.cost(units: length.seconds))
    }

    private func timed(_ list: JSONValue?, _ key: String, _ length: WaveLength) -> [HeardWord] {
        let texts = (list?.array ?? []).map {
            TimedText($0[key]?.string, seconds: $0["start"]?.number, $0["end"]?.number)
        }
        return HeardWord.ordered(texts, length: length.ms) ?? []
    }
}
