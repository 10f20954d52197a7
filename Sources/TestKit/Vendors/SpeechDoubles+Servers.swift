import BatchVideo
import Foundation

/// Servers that people run themselves.
extension SpeechDoubles {
    package static let ttsServer = VendorDouble(
        "tts-server", settings: ["samples": ["nana": "%recording%"]], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/tts" else { return .unknownRoute }
        guard let text = request.part("text")?.text, request.part("language") != nil,
            Double(request.part("speed")?.text ?? "") != nil
        else { return .wrong("speed") }
        guard request.part("reference_audio")?.bytes.starts(with: "RIFF".utf8) == true else {
            return .wrong("reference_audio")
        }
        books.charge(text)
        return .bytes(try await FFmpegSample.sound.data(), type: "application/octet-stream")
    }

    package static let ttsServerJSON = VendorDouble("tts-server", settings: ["shape": "json"], isTask: false)
    { request, books, _ in
        guard request.method == "POST", request.path == "/tts" else { return .unknownRoute }
        guard let text = request.json["text"]?.string, request.json["language"]?.string != nil,
            request.json["speed"]?.string != nil
        else { return .wrong("speed") }
        books.charge(text)
        return wav()
    }

    /// Speech and conversion: with `tts_audio_file` it does not speak itself.
    package static let seedVC = VendorDouble(
        "seedvc", settings: ["samples": ["nana": "%recording%"]], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/synthesize/" else { return .unknownRoute }
        guard let text = request.part("text")?.text, !text.isEmpty, request.part("voice") != nil else {
            return .wrong("text")
        }
        guard ["edge", "aly"].contains(request.part("tts_type")?.text),
            (Int(request.part("diffusion_steps")?.text ?? "") ?? 0) > 0,
            Double(request.part("speech_rate")?.text ?? "") != nil,
            (0...100).contains(Int(request.part("volume")?.text ?? "") ?? -1)
        else { return .wrong("tts_type") }
        guard request.part("audio_file")?.file != nil else { return .wrong("audio_file") }
        books.charge(request.part("tts_audio_file") == nil ? text : "conversion")
        return wav()
    }

    package static let gptSoVITS = VendorDouble(
        "gpt-sovits",
        settings: ["samples": ["nana": ["file": "voices/nana.wav", "text": "你好", "language": "zh-CN"]]],
        isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/tts" else { return .unknownRoute }
        let body = request.json
        let languages = [
            "zh", "en", "ja", "ko", "yue", "auto", "auto_yue", "all_zh", "all_ja", "all_yue", "all_ko",
        ]
        guard let text = body["text"]?.string, !text.isEmpty else {
            return .json(["message": "text is required"], status: 400)
        }
        for field in ["text_lang", "prompt_lang"] {
            guard let language = body[field]?.string else {
                return .json(["message": .string("\(field) is required")], status: 400)
            }
            guard languages.contains(language) else {
                return .json(
                    ["message": .string("\(field): \(language) is not supported in version v2")], status: 400)
            }
        }
        guard body["ref_audio_path"]?.string?.isEmpty == false else {
            return .json(["message": "ref_audio_path is required"], status: 400)
        }
        if text.contains("breaks") {
            return .json(["message": "tts failed", "Exception": "CUDA out of memory"], status: 400)
        }
        books.charge(text)
        return wav()
    }

    package static let cosyVoice = VendorDouble(
        "cosyvoice", settings: ["samples": ["nana": ["file": "%recording%", "text": "你好"]]], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/inference_zero_shot" else { return .unknownRoute }
        guard let text = request.part("tts_text")?.text else { return .wrong("tts_text") }
        guard request.part("prompt_text") != nil, request.part("prompt_wav")?.file != nil else {
            return .wrong("prompt_wav")
        }
        books.charge(text)
        return VendorReply(body: SampleMedia.wave(seconds: 1.2, rate: 22_050).dropFirst(44))
    }

    package static let cosyVoiceOwn = VendorDouble(
        "cosyvoice", settings: ["voices": ["nana"], "sampleRate": 22_050], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/inference_sft" else { return .unknownRoute }
        guard let text = request.part("tts_text")?.text, request.part("spk_id")?.text == "nana" else {
            return .wrong("spk_id")
        }
        books.charge(text)
        return VendorReply(body: SampleMedia.wave(seconds: 1.2, rate: 22_050).dropFirst(44))
    }

    package static let indexTTS = VendorDouble(
        "index-tts", settings: ["samples": ["nana": "voices/nana.wav"]], isTask: false
    ) {
        request, books, _ in
        guard request.method == "POST", request.path == "/tts_url" else { return .unknownRoute }
        guard let text = request.json["text"]?.string,
            request.json["spk_audio_path"]?.string == "voices/nana.wav",
            (0...3).contains(request.json["emo_control_method"]?.int ?? -1)
        else { return .wrong("spk_audio_path") }
        books.charge(text)
        return wav()
    }

    package static let indexTTS1 = VendorDouble(
        "index-tts", settings: ["model": 1, "samples": ["nana": "voices/nana.wav"]], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/tts_url" else { return .unknownRoute }
        guard let text = request.json["text"]?.string,
            request.json["audio_paths"]?.array?.first?.string != nil
        else { return .wrong("audio_paths") }
        books.charge(text)
        return wav()
    }

    package static let indexTTSCharacter = VendorDouble(
        "index-tts", settings: ["voices": ["nana"]], isTask: false
    ) { request, books, _ in
        guard request.method == "POST", request.path == "/tts" else { return .unknownRoute }
        guard let text = request.json["text"]?.string else { return .wrong("text") }
        guard request.json["character"]?.string == "nana" else {
            return .json(
                [
                    "status": "error",
                    "error": .string("'\(request.json["character"]?.string ?? "")' not found in characters"),
                ], status: 404)
        }
        books.charge(text)
        return wav()
    }
}
