import BatchVideo
import Foundation

/// Vendors of speech, as their wire notes describe them. Where a recording of a voice is needed, their
/// settings name it `%recording%`.
package enum SpeechDoubles {
    package static let all: [VendorDouble] = [
        openAI, kokoro, elevenLabs, azure, ttsServer, ttsServerJSON, seedVC, gptSoVITS, cosyVoice,
        cosyVoiceOwn,
        indexTTS, indexTTS1, indexTTSCharacter, miniMax,
    ]

    private static let key = "sk-test-key-1234"

    static func wav() -> VendorReply { .bytes(SampleMedia.wave(seconds: 1.2), type: "audio/wav") }

    /// Another tone for another text, as no two sentences sound alike.
    private static func said(_ text: String) -> Data {
        SampleMedia.wave(seconds: 1.2, hertz: 150 + Double(StableHash.of(text) % 400))
    }

    private static func isStranger(_ request: VendorRequest) -> Bool {
        request.header("authorization") != "Bearer \(key)"
    }

    /// Evenly spread over the sample's length.
    private static func times(_ words: [String]) -> [(word: String, start: Double, end: Double)] {
        let step = 1.2 / Double(max(1, words.count))
        return words.enumerated().map { ($1, step * Double($0), step * Double($0 + 1) - 0.01) }
    }

    package static let openAI = VendorDouble("openai-speech", isTask: false) { request, books, _ in
        func wrong(_ words: String, _ field: String) -> VendorReply {
            .json(
                [
                    "error": [
                        "message": .string(words), "type": "invalid_request_error", "param": .string(field),
                        "code": .null,
                    ]
                ], status: 400)
        }
        if isStranger(request) {
            return .json(
                [
                    "error": [
                        "message": "Incorrect API key provided", "type": "invalid_request_error",
                        "param": .null, "code": "invalid_api_key",
                    ]
                ], status: 401)
        }
        guard request.method == "POST", request.path == "/audio/speech" else { return .unknownRoute }
        let body = request.json
        guard let input = body["input"]?.string, !input.isEmpty, input.count <= 4096 else {
            return wrong("Invalid 'input'", "input")
        }
        guard body["model"]?.string != nil else {
            return wrong("you must provide a model parameter", "model")
        }
        guard body["voice"]?.string != nil else { return wrong("Invalid 'voice'", "voice") }
        guard (0.25...4).contains(body["speed"]?.number ?? 1) else {
            return wrong("Invalid 'speed'", "speed")
        }
        let format = body["response_format"]?.string ?? "mp3"
        guard ["mp3", "opus", "aac", "flac", "wav", "pcm"].contains(format) else {
            return wrong("Invalid 'response_format'", "response_format")
        }
        if input.contains("forbidden") { return .json(["error": ["message": "This is against our policy"]]) }
        books.charge(input)
        return format == "mp3" ? .bytes(try await FFmpegSample.sound.data(), type: "audio/mpeg")
            : .bytes(said(input), type: "audio/wav")
    }

    package static let kokoro = VendorDouble("kokoro", isTask: false) { request, books, _ in
        guard request.method == "POST", request.path == "/dev/captioned_speech" else { return .unknownRoute }
        let body = request.json
        guard let input = body["input"]?.string else { return .wrong("input") }
        guard (0.25...4).contains(body["speed"]?.number ?? 1) else { return .wrong("speed") }
        // With `stream`, which is its default, lines of JSON come one after the other.
        guard body["stream"]?.bool == false, body["response_format"]?.string == "wav" else {
            return .wrong("stream")
        }
        books.charge(input)
        let words = times(input.split(separator: " ").map(String.init)).map { word -> JSONValue in
            ["word": .string(word.word), "start_time": .number(word.start), "end_time": .number(word.end)]
        }
        return .json([
            "audio": .string(said(input).base64EncodedString()),
            "audio_format": "audio/wav",
            "timestamps": .array(words),
        ])
    }

    package static let elevenLabs = VendorDouble("elevenlabs", isTask: false) { request, books, _ in
        guard request.header("xi-api-key") == key else {
            return .json(
                ["detail": ["status": "invalid_api_key", "message": "Invalid API key"]], status: 401)
        }
        let parts = request.path.split(separator: "/").map(String.init)
        guard request.method == "POST", parts.count == 4, parts[0] == "v1", parts[1] == "text-to-speech",
            parts[3] == "with-timestamps"
        else { return .unknownRoute }
        guard let text = request.json["text"]?.string else { return .wrong("text") }
        guard (0.7...1.2).contains(request.json["voice_settings"]?["speed"]?.number ?? 1) else {
            return .wrong("speed")
        }
        if text.contains("beyond") {
            return .json(
                ["detail": ["status": "quota_exceeded", "message": "You have 0 credits remaining"]],
                status: 401)
        }
        books.charge(text)
        let times = times(text.map(String.init))
        return .json([
            "audio_base64": .string(try await FFmpegSample.sound.data().base64EncodedString()),
            "alignment": [
                "characters": .array(times.map { .string($0.word) }),
                "character_start_times_seconds": .array(times.map { .number($0.start) }),
                "character_end_times_seconds": .array(times.map { .number($0.end) }),
            ], "normalized_alignment": .null,
        ])
    }

    package static let azure = VendorDouble("azure", isTask: false) { request, books, _ in
        guard request.header("ocp-apim-subscription-key") == key else { return VendorReply(status: 401) }
        guard request.method == "POST", request.path == "/cognitiveservices/v1" else {
            return VendorReply(status: 404)
        }
        guard request.header("content-type") == "application/ssml+xml" else {
            return VendorReply(status: 415)
        }
        guard request.header("x-microsoft-outputformat") != nil,
            request.header("user-agent")?.isEmpty == false,
            let speech = SSMLReading(request.body), speech.voices.count == 1
        else { return VendorReply(status: 400) }
        books.charge(speech.text)
        return wav()
    }

    package static let miniMax = VendorDouble("minimax", isTask: false) { request, books, base in
        func told(_ code: Int, _ words: String) -> VendorReply {
            .json([
                "data": .null, "trace_id": "t",
                "base_resp": ["status_code": .number(Double(code)), "status_msg": .string(words)],
            ])
        }
        let body = request.json
        if request.method == "GET", request.path.hasPrefix("/subtitles/") {
            guard books.fate != .expired else { return VendorReply(status: 403) }
            let words = times(["good", "morning"]).map { word -> JSONValue in
                [
                    "word": .string(word.word), "time_begin": .number(word.start * 1000),
                    "time_end": .number(word.end * 1000), "word_begin": 0, "word_end": 1,
                ]
            }
            return .json([
                [
                    "text": "good morning", "time_begin": 0, "time_end": 1200,
                    "timestamped_words": .array(words),
                ]
            ])
        }
        if isStranger(request) { return told(1004, "login fail: Please carry the API secret key") }
        guard request.method == "POST", request.path == "/v1/t2a_v2" else { return .unknownRoute }
        guard let text = body["text"]?.string, body["voice_setting"]?["voice_id"]?.string != nil,
            (0.5...2).contains(body["voice_setting"]?["speed"]?.number ?? 0)
        else { return told(2013, "invalid params") }
        if text.contains("forbidden") { return told(1026, "input new_sensitive") }
        if text.contains("poor") { return told(1008, "insufficient balance") }
        books.charge(text)
        let sound = try await FFmpegSample.sound.data().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return .json([
            "data": [
                "audio": .string(sound), "status": 2,
                "subtitle_file": .string(base.absoluteString + "/subtitles/1.json"),
            ],
            "extra_info": ["audio_length": 1200, "audio_format": "mp3"], "trace_id": "t",
            "base_resp": ["status_code": 0, "status_msg": "success"],
        ])
    }
}
