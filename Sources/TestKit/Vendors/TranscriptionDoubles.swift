import BatchVideo
import Foundation

/// Vendors that write down speech, as their wire notes describe them.
package enum TranscriptionDoubles {
    package static let all: [VendorDouble] = [openAI, funASR]

    package static let openAI = VendorDouble("openai-transcription", isTask: false) { request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else {
            return .json(
                [
                    "error": [
                        "message": "Incorrect API key provided", "type": "invalid_request_error",
                        "param": .null, "code": "invalid_api_key",
                    ]
                ], status: 401)
        }
        guard request.method == "POST", request.path == "/audio/transcriptions" else { return .unknownRoute }
        guard let file = request.part("file"), file.file?.contains(".") == true, !file.bytes.isEmpty else {
            return .json(
                [
                    "error": [
                        "message": "Invalid file format.", "type": "invalid_request_error", "param": .null,
                        "code": .null,
                    ]
                ], status: 400)
        }
        guard let model = request.part("model")?.text else {
            return .json(["error": ["message": "you must provide a model parameter"]], status: 400)
        }
        let format = request.part("response_format")?.text ?? "json"
        if model.contains("transcribe"), format != "json" {
            return .json(
                [
                    "error": [
                        "message": .string(
                            "response_format '\(format)' is not compatible with model '\(model)'"),
                        "param": "response_format",
                    ]
                ], status: 400)
        }
        books.charge(file.file ?? "")
        guard format == "verbose_json" else {
            return .json(["text": "Good morning, all.", "usage": ["type": "duration", "seconds": 2]])
        }
        let granularities = request.parts.filter { $0.name == "timestamp_granularities[]" }.map(\.text)
        var answer: [String: JSONValue] = [
            "task": "transcribe", "language": "english", "duration": 2.0, "text": "Good morning, all.",
            "usage": ["type": "duration", "seconds": 2],
        ]
        if granularities.contains("segment") || granularities.isEmpty {
            answer["segments"] = [
                [
                    "id": 0, "seek": 0, "start": 0.0, "end": 2.4, "text": " Good morning, all.",
                    "tokens": [1, 2],
                    "temperature": 0.0, "avg_logprob": -0.2, "compression_ratio": 1.0, "no_speech_prob": 0.01,
                ]
            ]
        }
        if granularities.contains("word") {
            answer["words"] = [
                ["word": "Good", "start": 0.1, "end": 0.4], ["word": "morning", "start": 0.4, "end": 1.0],
                ["word": "all", "start": 0.98, "end": 0.98],
            ]
        }
        return .json(.object(answer))
    }

    package static let funASR = VendorDouble("funasr", isTask: false) { request, books, _ in
        guard request.method == "POST", request.path == "/recognition" else { return .unknownRoute }
        guard let audio = request.part("audio"), audio.file != nil else { return .wrong("audio") }
        guard audio.bytes.starts(with: "RIFF".utf8), audio.bytes.count > 1000 else {
            return .json(["msg": "read audio error", "code": 1])
        }
        books.charge(audio.file ?? "")
        // The second end is the server's own fault.
        return .json([
            "text": "今天天气好。我们出去走走。", "code": 0,
            "sentences": [
                ["text": "今天天气好。", "start": 100, "end": 900], ["text": "我们出去走走。", "start": 950, "end": 950],
            ],
        ])
    }
}
