import BatchVideo
import Foundation

extension Vendor {
    /// FunAudioLLM/CosyVoice, runtime/python/fastapi: forms in, headerless PCM out. With a recording the
    /// voice is cloned, else it is one of the model's own.
    static let cosyVoice = Vendor(
        "cosyvoice", title: "CosyVoice (FastAPI runtime)",
        settings: [
            VendorSetting(
                "sampleRate",
                "Of the model's sound, in Hz: 22050 for the first, 24000 for CosyVoice 2 and 3; 24000 when left out."
            ),
            VendorSetting("samples", VendorSettings.samplesHere),
            VendorSetting(
                "voices", "The model's own voices to offer (spk_id), as a list or a map of name and language."
            ),
            VendorSetting("instruction", "How to speak, in words; plainly when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "http://127.0.0.1:50000")
        let rate = try settings.int("sampleRate", in: 8000...96_000, or: 24_000)
        let samples = try settings.samples()
        let instruction = try settings.optionalText("instruction")
        let terms = try settings.terms()
        let dialect = HTTPSpeech.Dialect(
            voices: try settings.voices(of: samples) + settings.voices(), maxCharacters: 2000, speeds: 1...1
        ) { caller, request, _ in
            let (route, form) = try cosyForm(request, samples[request.voice], instruction)
            let answer = try await caller.send(
                HTTPOrder("POST", url.at(route), body: .multipart(form), isRepeatable: terms.mayRepeat))
            return .init(try wave(answer, rate: rate, caller))
        }
        return VendorParts(
            speech: try HTTPSpeech(settings, tools, vendor: "cosyvoice", key: .bearer, dialect: dialect))
    }

    private static func cosyForm(
        _ request: SpeechRequest, _ sample: VoiceSample?, _ instruction: String?
    ) throws -> (route: String, form: Multipart) {
        var form = Multipart()
        form.add("tts_text", request.text)
        guard let sample else {
            form.add("spk_id", request.voice)
            if let instruction { form.add("instruct_text", instruction) }
            return (instruction == nil ? "/inference_sft" : "/inference_instruct", form)
        }
        var route = "/inference_cross_lingual"
        if let instruction {
            route = "/inference_instruct2"
            form.add("instruct_text", instruction)
        } else if let text = sample.text {
            route = "/inference_zero_shot"
            form.add("prompt_text", text)
        }
        try form.add("prompt_wav", recording: sample.file)
        return (route, form)
    }

    /// PCM has nothing to know it by: what is told to be something else is not taken for it.
    private static func wave(_ answer: HTTPAnswer, rate: Int, _ caller: HTTPCaller) throws -> Data {
        guard
            answer.type.isEmpty || answer.type.hasPrefix("audio/")
                || answer.type == "application/octet-stream"
        else {
            throw caller.failure(
                .outage, "it gave no sound: \(answer.words)", answer: answer,
                isUnpaid: answer.type == "application/json")
        }
        guard answer.body.count > 1 else { throw caller.failure(.outage, "it gave no sound", answer: answer) }
        let told = answer.headers["x-custom-header-samplerate"].flatMap { Int($0) }
        let format = WaveFormat(
            sampleRate: told.flatMap { (8000...96_000).contains($0) ? $0 : nil } ?? rate, channelCount: 1,
            encoding: .int16)
        let frames = answer.body.count / format.bytesPerFrame
        return format.header(frameCount: frames) + answer.body.prefix(frames * format.bytesPerFrame)
    }
}
