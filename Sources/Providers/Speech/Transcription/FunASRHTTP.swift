import BatchVideo
import Foundation

extension Vendor {
    /// FunASR, runtime/python/http: `POST /recognition`. Errors come with status 200.
    static let funASR = Vendor(
        "funasr", title: "FunASR (HTTP, /recognition)", settings: []
    ) { settings, tools in
        VendorParts(transcriber: try FunASRHTTP(settings, tools))
    }
}

private struct FunASRHTTP: Transcriber {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let url: URL

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("funasr")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        url = try settings.url(or: "http://127.0.0.1:8000")
    }

    func transcribe(
        _ sound: URL, language: Language, slip: CallSlip
    ) async throws -> (transcript: Transcript, cost: VendorCost) {
        let length = try WaveLength(sound)
        var form = Multipart()
        try form.add("audio", recording: sound.path)
        let answer = try await caller.json(
            HTTPOrder("POST", url.at("/recognition"), body: .multipart(form), isRepeatable: terms.mayRepeat),
            holding: "text"
        ) { answer in
            answer.json?["code"]?.int.map { $0 != 0 } == true ? .outage : nil
        }
        // Several released versions give an end that is the start.
        let sentences = (answer["sentences"]?.array ?? []).map {
            TimedText($0["text"]?.string, ms: $0["start"]?.number, $0["end"]?.number)
        }
        let transcript = Transcript(
            text: answer["text"]?.string ?? "",
            sentences: HeardWord.ordered(sentences, length: length.ms) ?? [])
        return (transcript, terms.cost(units: length.seconds))
    }
}
