import BatchVideo
import Foundation

/// Makes a sentence's `Speech` of a sound file from outside: the samples, and where its words are.
///
/// Words come from the vendor when what it says agrees with the text, else from forced alignment, else
/// from a vendor that writes down what it hears, else they are spread evenly, with a warning.
struct SpeechListener: Sendable {
    let decoder: any SoundDecoder
    let aligner: any SpeechAligner
    let vendors: FilmVendors
    let paid: PaidCalls

    /// Samples per second: the film's own, so that nothing is converted twice.
    static let sampleRate = 48_000
    /// The share of letters that a vendor's words must have in common with the text.
    private static let agreement = 0.7

    var version: String { "listener-1/\(aligner.version)" }

    struct Sound: Sendable {
        var file: URL
        /// 2: twice as fast as it lies there.
        var tempo: Double
        /// In milliseconds of the file.
        var words: [HeardWord]?
    }

    /// Writes the sound at `file`, mono 16-bit PCM, without the silence around it.
    func listen(
        to sound: Sound, saying request: SpeechRequest, warn: @Sendable (String) -> Void, to file: URL
    ) async throws -> Speech {
        let whole = try await decoder.decode(sound.file, sampleRate: Self.sampleRate, tempo: sound.tempo)
        let voiced = VoicedPart.range(in: whole)
        let part = MonoSound(sampleRate: Self.sampleRate, samples: Array(whole.samples[voiced]))
        let startMs = Double(voiced.lowerBound) * 1000 / Double(Self.sampleRate)
        let told = sound.words?.map { word in
            func moved(_ ms: Int) -> Int { Int((Double(ms) / sound.tempo - startMs).rounded()) }
            return HeardWord(text: word.text, startMs: moved(word.startMs), endMs: moved(word.endMs))
        }
        let (words, phonemes) = try await words(of: request, in: part, told: told, sound.file, warn)
        try DurableFile.write(
            WaveFormat.file(part.samples.map { $0.sixteenBit }, sampleRate: Self.sampleRate), to: file)
        return Speech(
            sampleRate: Self.sampleRate, sampleCount: part.samples.count, words: words, phonemes: phonemes)
    }

    private func words(
        of request: SpeechRequest, in sound: MonoSound, told: [HeardWord]?, _ file: URL,
        _ warn: @Sendable (String) -> Void
    ) async throws -> ([SpokenWord], [SpokenPhoneme]) {
        func fitted(_ heard: [HeardWord]) -> HeardFit? {
            HeardFit(
                heard, to: request.text, language: request.language, sampleRate: sound.sampleRate,
                sampleCount: sound.samples.count)
        }
        if let told, let fit = fitted(told), fit.agreement >= Self.agreement { return (fit.words, []) }
        var doubt = ""
        do {
            let alignment = try await aligner.align(
                AlignmentRequest(
                    text: request.text, language: request.language, lexicon: request.lexicon, sound: sound))
            if alignment.confidence >= Alignment.doubtful { return (alignment.words, alignment.phonemes) }
            doubt = "it hardly sounds like its text"
        } catch let error as BatchVideoError where error.code == .invalid {
            doubt = error.message
        }
        if let fit = fitted(try await heard(file, request.language)), fit.agreement >= Self.agreement {
            return (fit.words, [])
        }
        warn("\"\(request.text.prefix(24))\": \(doubt); its captions run evenly, listen to it")
        let evenly = HeardWord(
            text: request.text, startMs: 0, endMs: Int(sound.seconds * 1000))
        return (fitted([evenly])?.words ?? [], [])
    }

    /// Nothing when nobody can be asked; captions are no reason to give up a film.
    private func heard(_ file: URL, _ language: Language) async throws -> [HeardWord] {
        guard !vendors.transcribers.isEmpty else { return [] }
        let sound = try await decoder.decode(file, sampleRate: 16_000, tempo: 1)
        let wave = paid.workspace.url(paid.workspace.path(.speech, "\(UUID().uuidString).heard.wav"))
        defer { try? FileManager.default.removeItem(at: wave) }  // a copy
        try DurableFile.write(WaveFormat.file(sound.samples.map { $0.sixteenBit }, sampleRate: 16_000), to: wave)
        let request = try TranscriptOrder(sha256: DurableFile.digest(file).sha256, language: language)
        let words = try await vendors.ask(vendors.transcribers, .transcription, warn: { _ in }) { vendor in
            try await paid.make(
                .transcription, by: vendor, of: request, estimate: vendor.terms.cost(units: sound.seconds)
            ) { slip, _ in
                let (transcript, cost) = try await vendor.transcribe(wave, language: language, slip: slip)
                return (transcript, cost)
            }.made.output.words
        }
        return words ?? []
    }

    private struct TranscriptOrder: Codable {
        var sha256: String
        var language: Language
    }
}

/// The part of a sentence's sound that is not silence.
enum VoicedPart {
    /// Milliseconds of a window, and of silence that stays at both ends.
    private static let windowMs = 10
    private static let keptMs = 30
    /// Of the loudest window.
    private static let thresholdDB = -42.0

    /// Never empty unless the sound is.
    static func range(in sound: MonoSound) -> Range<Int> {
        let window = max(1, sound.sampleRate * windowMs / 1000)
        let energies = stride(from: 0, to: sound.samples.count, by: window).map { start in
            let part = sound.samples[start..<min(start + window, sound.samples.count)]
            return part.reduce(0) { $0 + Double($1 * $1) } / Double(part.count)
        }
        guard let most = energies.max(), most > 0 else { return sound.samples.indices }
        let least = most * pow(10, thresholdDB / 10)
        guard let first = energies.firstIndex(where: { $0 >= least }),
            let last = energies.lastIndex(where: { $0 >= least })
        else { return sound.samples.indices }
        let kept = sound.sampleRate * keptMs / 1000
        return max(0, first * window - kept)..<min(sound.samples.count, (last + 1) * window + kept)
    }
}

extension Float {
    /// Full scale is 32,768; louder is clipped.
    var sixteenBit: Int16 { Int16(clamping: Int((self * 32_768).rounded())) }
}
