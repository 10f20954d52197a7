import BatchVideo
import Foundation

/// A text said by an embedded voice, sentence by sentence, with the times of all its words.
struct ReferenceSpeech: Sendable {
    struct Spoken: Sendable {
        var sound: MonoSound
        /// Ranges in the whole text, samples of the whole sound.
        var words: [SpokenWord]
        var phonemes: [SpokenPhoneme]

        /// Without pauses.
        var spokenSeconds: Double {
            let samples = words.reduce(0) { $0 + $1.endSample - $1.startSample }
            return Double(samples) / Double(max(1, sound.sampleRate))
        }

        /// Those of the sound's frames that lie in words.
        func voiced(_ frames: [SpeechFeatures.Frame]) -> [SpeechFeatures.Frame] {
            var voiced: [SpeechFeatures.Frame] = []
            var word = 0
            for (index, frame) in frames.enumerated() {
                let sample = Int(SpeechFeatures.seconds(ofFrame: Double(index)) * Double(sound.sampleRate))
                while word < words.count, words[word].endSample <= sample { word += 1 }
                guard word < words.count else { break }
                if words[word].startSample <= sample { voiced.append(frame) }
            }
            return voiced
        }
    }

    let voice: EmbeddedSpeech
    let request: AlignmentRequest

    private static let gapSeconds = 0.3

    /// Throws `.invalid` when there is nothing to say or no voice for it.
    func speak(speed: Double) async throws -> Spoken {
        let name = try voice.voice(for: request.language).id
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "batchvideo-align-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // what stays lies in /tmp
        var spoken: Spoken?
        for range in sentences {
            let sentence = SpeechRequest(
                text: request.text[range], language: request.language, voice: name, speed: speed,
                lexicon: request.lexicon)
            let file = folder.appending(path: "sentence.wav")
            let speech = try await voice.speak(sentence, to: file)
            let sound = MonoSound(try WaveSamples(try Data(contentsOf: file)))
            Self.append(speech, sound, from: range.start, to: &spoken)
        }
        guard let spoken, !spoken.words.isEmpty else {
            throw BatchVideoError(.invalid, "there is nothing to say in ‘\(request.text.prefix(40))’; write some words")
        }
        return spoken
    }

    /// Those that hold something to say.
    private var sentences: [TextRange] {
        let borders = TextBreaks.offsets(.sentence, in: request.text, locale: request.language.tag)
        return zip(borders, borders.dropFirst()).map { TextRange($0, $1) }
            .filter { request.text[$0].contains(where: \.isSpeakable) }
    }

    private static func append(
        _ speech: Speech, _ sound: MonoSound, from start: Int, to spoken: inout Spoken?
    ) {
        var whole = spoken
            ?? Spoken(sound: MonoSound(sampleRate: sound.sampleRate, samples: []), words: [], phonemes: [])
        let rate = whole.sound.sampleRate
        if !whole.sound.samples.isEmpty {
            whole.sound.samples += [Float](repeating: 0, count: Int(gapSeconds * Double(rate)))
        }
        let offset = whole.sound.samples.count
        func moved(_ sample: Int) -> Int { offset + sample * rate / max(1, speech.sampleRate) }
        // Engines of one voice differ in their rates when one stands in for the other.
        whole.sound.samples += Resampler.resample(sound.samples, from: sound.sampleRate, to: rate)
        whole.words += speech.words.map {
            SpokenWord(
                range: TextRange($0.range.start + start, $0.range.end + start),
                startSample: moved($0.startSample), endSample: moved($0.endSample))
        }
        whole.phonemes += speech.phonemes.map {
            SpokenPhoneme(name: $0.name, startSample: moved($0.startSample))
        }
        spoken = whole
    }
}
