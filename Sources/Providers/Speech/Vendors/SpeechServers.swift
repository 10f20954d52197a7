import BatchVideo
import Foundation

private enum Shape: String, CaseIterable { case form, json }

extension Vendor {
    /// The specification's own speech servers: `POST /tts`, as a form with the recording of the voice
    /// (SeedVC) or as JSON without one (the "Azure TTS server"); raw sound comes back.
    static let ttsServer = Vendor(
        "tts-server", title: "Own speech server (/tts, as the specification has it)",
        settings: [
            VendorSetting("url", "Where it runs.", isRequired: true),
            VendorSetting("shape", "form (SeedVC) or json (Azure TTS server); form when left out."),
            VendorSetting("samples", VendorSettings.samplesHere),
            VendorSetting(
                "voices",
                "Names to offer besides the samples; they choose nothing, since the server has one voice a language."
            ),
        ]
    ) { settings, tools in
        let url = try settings.url()
        let shape: Shape = try settings.choice("shape", or: .form)
        let samples = try settings.samples()
        guard shape == .form || samples.isEmpty else { throw settings.fault("samples", "need shape: form") }
        let vendor = settings.name
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(of: samples) + settings.voices(), maxCharacters: 5000, speeds: 0.5...2
        ) { caller, request, slip in
            let fields = [
                ("text", request.text), ("language", request.language.tag), ("speed", request.speed.decimal),
            ]
            var body = HTTPOrder.Body.json(
                .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.0, .string($0.1)) })))
            if shape == .form {
                var form = Multipart()
                for (name, value) in fields { form.add(name, value) }
                if !samples.isEmpty {
                    try form.add(
                        "reference_audio", recording: samples.sample(of: request, vendor: vendor).file)
                }
                body = .multipart(form)
            }
            return .init(
                try await caller.sound(
                    HTTPOrder(
                        "POST", url.at("/tts"), headers: [("Idempotency-Key", slip.key)], body: body,
                        isRepeatable: terms.mayRepeat)))
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "tts-server", key: .bearer, dialect: dialect))
    }

    /// RVC-Boss/GPT-SoVITS, api_v2.py: `POST /tts`. The recordings lie on the server.
    static let gptSoVITS = Vendor(
        "gpt-sovits", title: "GPT-SoVITS (api_v2)",
        settings: [
            VendorSetting("samples", VendorSettings.samplesThere, isRequired: true),
            VendorSetting(
                "options", "Further fields of the request, such as top_k or text_split_method, as a map."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "http://127.0.0.1:9880")
        let samples = try settings.samples()
        let options = settings.json("options") ?? .emptyObject
        guard options.object != nil else { throw settings.fault("options", "must be a map") }
        let vendor = settings.name
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: settings.voices(of: samples), maxCharacters: 2000, speeds: 0.5...2
        ) { caller, request, _ in
            let sample = try samples.sample(of: request, vendor: vendor)
            let own: JSONValue = [
                "text": .string(request.text), "text_lang": .string(soVITSLanguage(request.language)),
                "ref_audio_path": .string(sample.file), "prompt_text": .string(sample.text ?? ""),
                "prompt_lang": .string(soVITSLanguage(sample.language ?? request.language)),
                "speed_factor": .number(request.speed), "media_type": "wav", "streaming_mode": false,
            ]
            return .init(
                try await caller.sound(
                    HTTPOrder(
                        "POST", url.at("/tts"), body: .json(options.merging(own)),
                        isRepeatable: terms.mayRepeat)
                ) { answer in
                    // The server's own faults come with 400 too.
                    answer.status == 400 && answer.json?["Exception"] != nil ? .outage : nil
                })
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "gpt-sovits", key: .bearer, dialect: dialect))
    }

    private static func soVITSLanguage(_ language: Language) -> String {
        switch language.primary {
        case "yue": "yue"
        case "zh", "cmn", "wuu": "zh"
        case "en", "ja", "ko": language.primary
        default: "auto"
        }
    }

    /// Ksuriuri/index-tts-vllm: `POST /tts_url` with a recording on the server, or `/tts` with a character.
    static let indexTTS = Vendor(
        "index-tts", title: "IndexTTS (index-tts-vllm)",
        settings: [
            VendorSetting("model", "1 or 2: which IndexTTS it runs; 2 when left out."),
            VendorSetting(
                "samples", VendorSettings.samplesThere + " Other voices are the server's characters."),
            VendorSetting(
                "voices", "The server's characters to offer, as a list or a map of name and language."),
            VendorSetting(
                "emotion", "How to speak, in words (IndexTTS 2); as in the recording when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "http://127.0.0.1:6006")
        let model = try settings.int("model", in: 1...2, or: 2)
        let samples = try settings.samples()
        let emotion = try settings.optionalText("emotion")
        guard emotion == nil || model == 2 else { throw settings.fault("emotion", "needs model: 2") }
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(of: samples) + settings.voices(), maxCharacters: 2000, speeds: 1...1
        ) { caller, request, _ in
            var route = "/tts_url"
            var body: [String: JSONValue] = ["text": .string(request.text)]
            switch (samples[request.voice], model) {
            case (let sample?, 1): body["audio_paths"] = [.string(sample.file)]
            case (let sample?, _):
                body["spk_audio_path"] = .string(sample.file)
                body["emo_control_method"] = emotion == nil ? 0 : 3
                body["emo_weight"] = 1
                body["emo_random"] = false
                body["max_text_tokens_per_sentence"] = 120
                if let emotion { body["emo_text"] = .string(emotion) }
            case (nil, _):
                route = "/tts"
                body["character"] = .string(request.voice)
            }
            return .init(
                try await caller.sound(
                    HTTPOrder(
                        "POST", url.at(route), body: .json(.object(body)), isRepeatable: terms.mayRepeat)))
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "index-tts", key: .bearer, dialect: dialect))
    }
}

extension Double {
    /// "0.9", "1.0": at most two digits behind the point.
    var decimal: String {
        let hundredths = Int((self * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

extension Multipart {
    /// A sound file of this machine. Throws `.notFound`, or `.invalid` above 64 MiB.
    mutating func add(_ name: String, recording path: String) throws {
        let sound = try MediaBytes(path)
        add(name, file: "\(name).\(sound.suffix)", type: sound.type, sound.data)
    }
}
