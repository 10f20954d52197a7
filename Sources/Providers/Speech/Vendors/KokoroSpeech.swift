import BatchVideo
import Foundation

extension Vendor {
    /// Kokoro-FastAPI's `POST /dev/captioned_speech`: the sound and the time of each word in one answer.
    static let kokoro = Vendor(
        "kokoro", title: "Kokoro-FastAPI (/dev/captioned_speech, times of words)",
        settings: [
            VendorSetting("model", "kokoro when left out."),
            .voices,
        ]
    ) { settings, tools in
        let url = try settings.url(or: "http://127.0.0.1:8880")
        let model = try settings.text("model", or: "kokoro")
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(), maxCharacters: 4096, speeds: 0.25...4
        ) { caller, request, slip in
            let body: JSONValue = [
                "model": .string(model), "input": .string(request.text), "voice": .string(request.voice),
                "response_format": "wav", "speed": .number(request.speed), "stream": false,
                "return_timestamps": true,
            ]
            let answer = try await caller.json(
                HTTPOrder(
                    "POST", url.at("/dev/captioned_speech"), headers: [("Idempotency-Key", slip.key)],
                    body: .json(body), isRepeatable: terms.mayRepeat),
                holding: "audio")
            let words = answer["timestamps"]?.array?.map {
                TimedText($0["word"]?.string, seconds: $0["start_time"]?.number, $0["end_time"]?.number)
            }
            return .init(
                try caller.base64(answer["audio"]?.string), words: words.flatMap { HeardWord.ordered($0) })
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "kokoro", key: .bearer, dialect: dialect))
    }
}
