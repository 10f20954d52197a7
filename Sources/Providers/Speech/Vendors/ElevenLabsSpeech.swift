import BatchVideo
import Foundation

extension Vendor {
    /// `POST /v1/text-to-speech/{voice}/with-timestamps`: the sound and the time of each character.
    static let elevenLabs = Vendor(
        "elevenlabs", title: "ElevenLabs (times of characters)",
        settings: [
            VendorSetting("key", "The key.", isRequired: true, isSecret: true),
            VendorSetting("model", "eleven_multilingual_v2 when left out."),
            .voices,
            VendorSetting("format", "output_format, such as mp3_44100_128; that one when left out."),
            VendorSetting("stability", "0 to 1; the voice's own when left out."),
            VendorSetting("similarity", "0 to 1; the voice's own when left out."),
            VendorSetting("style", "0 to 1; the voice's own when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.elevenlabs.io")
        let model = try settings.text("model", or: "eleven_multilingual_v2")
        let format = try settings.text("format", or: "mp3_44100_128")
        guard format.hasPrefix("mp3_") || format.hasPrefix("opus_") || format.hasPrefix("wav_") else {
            throw settings.fault("format", "must begin with mp3_, opus_ or wav_")
        }
        var manner: [String: JSONValue] = [:]
        for (key, field) in [
            ("stability", "stability"), ("similarity", "similarity_boost"), ("style", "style"),
        ] {
            if let value = try settings.optionalNumber(key, in: 0...1) { manner[field] = .number(value) }
        }
        let own = manner
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(), maxCharacters: 5000, speeds: 0.7...1.2
        ) { caller, request, _ in
            let manner = own.merging(["speed": .number(request.speed)]) { $1 }
            let body: JSONValue = [
                "text": .string(request.text), "model_id": .string(model), "voice_settings": .object(manner),
            ]
            let answer = try await caller.json(
                HTTPOrder(
                    "POST", url.at("/v1/text-to-speech/\(try request.pathVoice())/with-timestamps"),
                    query: [("output_format", format)], body: .json(body), isRepeatable: terms.mayRepeat),
                holding: "audio_base64", refusal: elevenLabsFault)
            return .init(
                try caller.base64(answer["audio_base64"]?.string),
                words: characters(answer["alignment"]).flatMap(HeardWord.words))
        }
        return VendorParts(
            speech: try HTTPSpeech(
                settings, tools, vendor: "elevenlabs", key: .header("xi-api-key"), dialect: dialect))
    }

    private static func characters(_ alignment: JSONValue?) -> [TimedText]? {
        guard let texts = alignment?["characters"]?.array,
            let starts = alignment?["character_start_times_seconds"]?.array,
            let ends = alignment?["character_end_times_seconds"]?.array,
            texts.count == starts.count, texts.count == ends.count
        else { return nil }
        return texts.indices.map { TimedText(texts[$0].string, seconds: starts[$0].number, ends[$0].number) }
    }

    /// A used-up account answers 401, as a wrong key does.
    @Sendable private static func elevenLabsFault(_ answer: HTTPAnswer) -> VendorFailure.Kind? {
        guard answer.status >= 400, let status = answer.json?["detail"]?["status"]?.string else { return nil }
        if status == "quota_exceeded" { return .quota }
        return status.contains("moderation") || status.contains("content_against_policy") ? .refusal : nil
    }
}
