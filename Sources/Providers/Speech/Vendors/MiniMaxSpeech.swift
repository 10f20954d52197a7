import BatchVideo
import Foundation

extension Vendor {
    /// `POST /v1/t2a_v2`: the sound as hexadecimal digits; errors come with status 200.
    static let miniMax = Vendor(
        "minimax", title: "MiniMax speech (t2a_v2, times of words)",
        settings: [
            VendorSetting("key", "The key.", isRequired: true, isSecret: true),
            VendorSetting("model", "speech-2.8-hd when left out."),
            .voices,
            VendorSetting("emotion", "Such as happy or calm; the model's own choice when left out."),
            VendorSetting("subtitles", "Fetch the times of words; true when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.minimaxi.com")
        let speaker = MiniMaxSpeech(
            url: url, model: try settings.text("model", or: "speech-2.8-hd"),
            emotion: try settings.optionalText("emotion"),
            hasSubtitles: try settings.flag("subtitles", or: true),
            isRepeatable: try settings.terms().mayRepeat)
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(), maxCharacters: 10_000, speeds: 0.5...2, speak: speaker.speak)
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "minimax", key: .bearer, dialect: dialect))
    }
}

private struct MiniMaxSpeech: Sendable {
    let url: URL
    let model: String
    let emotion: String?
    let hasSubtitles: Bool
    let isRepeatable: Bool

    @Sendable func speak(_ caller: HTTPCaller, _ request: SpeechRequest, _ slip: CallSlip) async throws
        -> HTTPSpeech.Sound
    {
        let answer = try await caller.json(
            HTTPOrder("POST", url.at("/v1/t2a_v2"), body: .json(body(request)), isRepeatable: isRepeatable),
            refusal: Self.fault)
        guard let sound = answer["data"]?["audio"]?.string.flatMap(Data.init(hexDigits:)), !sound.isEmpty
        else {
            throw caller.failure(.outage, "its answer holds no sound")
        }
        return .init(sound, words: await words(answer["data"]?["subtitle_file"]?.string, caller))
    }

    private func body(_ request: SpeechRequest) -> JSONValue {
        var voice: [String: JSONValue] = [
            "voice_id": .string(request.voice), "speed": .number(request.speed), "vol": 1, "pitch": 0,
        ]
        if let emotion { voice["emotion"] = .string(emotion) }
        var body: [String: JSONValue] = [
            "model": .string(model), "text": .string(request.text), "stream": false, "output_format": "hex",
            "voice_setting": .object(voice),
            "audio_setting": ["sample_rate": 32_000, "bitrate": 128_000, "format": "mp3", "channel": 1],
            "subtitle_enable": .bool(hasSubtitles),
        ]
        if hasSubtitles { body["subtitle_type"] = "word" }
        if !request.lexicon.isEmpty {
            body["pronunciation_dict"] = [
                "tone": .array(
                    request.lexicon.sorted { $0.key < $1.key }.map { .string(tone($0.key, $0.value)) })
            ]
        }
        return .object(body)
    }

    /// "行长/(hang2)(zhang3)".
    private func tone(_ word: String, _ reading: String) -> String {
        word + "/" + reading.split(separator: " ").map { "(\($0))" }.joined()
    }

    /// Nil when they cannot be had: the sound is paid and good without them.
    private func words(_ place: String?, _ caller: HTTPCaller) async -> [HeardWord]? {
        guard hasSubtitles, let place, let address = URL(string: place) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        // Swallowed: see above.
        try? await caller.download(address, to: file, base: url, maxBytes: 4 << 20)
        guard let data = try? Data(contentsOf: file),
            let list = try? JSONDecoder().decode(JSONValue.self, from: data).array
        else { return nil }
        let words = list.flatMap { $0["timestamped_words"]?.array ?? [] }
        return HeardWord.ordered(
            words.map { TimedText($0["word"]?.string, ms: $0["time_begin"]?.number, $0["time_end"]?.number) })
    }

    @Sendable private static func fault(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard let code = answer.json?["base_resp"]?["status_code"]?.int, code != 0 else { return nil }
        return switch code {
        case 1002, 1008, 1039, 1041: .quota
        case 1026, 1027: .refusal
        case 1000, 1001, 1013, 1024, 1033: .outage
        default: .misuse
        }
    }
}

extension Data {
    /// Nil for anything but pairs of hexadecimal digits.
    init?(hexDigits text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        func value(_ digit: UInt8) -> UInt8? {
            switch digit {
            case 48...57: digit - 48
            case 65...70: digit - 55
            case 97...102: digit - 87
            default: nil
            }
        }
        self.init(capacity: digits.count / 2)
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
            append(high << 4 | low)
        }
    }
}
