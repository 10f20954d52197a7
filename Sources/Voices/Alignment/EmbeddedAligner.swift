package import BatchVideo
import Foundation

/// Forced alignment without a recogniser: an embedded voice says the text, and what it says is warped
/// onto the sound (as aeneas does it); then borders move to the pauses that are heard.
///
/// Measured in `Tests/VoicesTests/Alignment`; costs a few percent of the sound's length.
package struct EmbeddedAligner: SpeechAligner {
    package var version: String { "warp-1/\(voice.version)" }

    private let voice: EmbeddedSpeech

    /// An hour of speech is about this many.
    private static let mostCharacters = 20_000
    private static let shortestSeconds = 0.1
    /// Spoken words take from a third of to three times as long as the embedded voice takes.
    private static let tempos = 1.0 / 3...3.0

    package init(voice: EmbeddedSpeech) { self.voice = voice }

    package func align(_ request: AlignmentRequest) async throws -> Alignment {
        guard request.text.count <= Self.mostCharacters else {
            throw BatchVideoError(
                .invalid, "a text to be aligned may have \(Self.mostCharacters) characters, this one has "
                    + "\(request.text.count); divide it and its sound")
        }
        guard request.sound.seconds >= Self.shortestSeconds else {
            throw BatchVideoError(.invalid, "the sound is shorter than a word; is it the right file?")
        }
        let saying = ReferenceSpeech(voice: voice, request: request)
        var reference = try await saying.speak(speed: 1)
        let silences = await silences(of: request.sound)
        let voiced = request.sound.seconds - silences.seconds
        let tempo = reference.spokenSeconds / max(0.01, voiced)
        guard Self.tempos.contains(tempo) else {
            throw BatchVideoError(
                .invalid, "the sound holds \(String(format: "%.1f", voiced)) s of speech but its text takes about "
                    + "\(String(format: "%.1f", reference.spokenSeconds)) s to say; do they belong together?")
        }
        if !(0.8...1.25).contains(tempo) {
            reference = try await saying.speak(speed: min(max(tempo, 0.5), 2))
        }
        return try await match(reference, request.sound, silences)
    }

    @concurrent
    private func silences(of sound: MonoSound) async -> Silences {
        Silences(in: sound, shortest: WordBorders.shortestPause)
    }

    @concurrent
    private func match(
        _ reference: ReferenceSpeech.Spoken, _ sound: MonoSound, _ silences: Silences
    ) async throws -> Alignment {
        let heard = Self.voiced(sound, silences.spans)
        let highest = SpeechFeatures.highest(of: reference.sound.sampleRate, sound.sampleRate)
        let said = SpeechFeatures(reference.sound, highestHertz: highest).frames
        let part = MonoSound(sampleRate: sound.sampleRate, samples: Array(sound.samples[heard]))
        let frames = SpeechFeatures(part, highestHertz: highest).frames
        let warp = try TimeWarp(said, frames)
        let offset = Double(heard.lowerBound) / Double(sound.sampleRate)
        let alignment = WarpedWords(
            reference: reference, warp: warp, offset: offset, sound: sound, silences: silences)
        let loud = frames.indices.filter { index in
            let time = offset + SpeechFeatures.seconds(ofFrame: Double(index))
            return !silences.spans.contains { $0.contains(time) }
        }
        let confidence = try Self.confidence(reference.voiced(said), loud.map { frames[$0] })
        return Alignment(
            words: alignment.words, phonemes: alignment.phonemes, confidence: confidence)
    }

    /// From a little before the first to a little behind the last that is not silent.
    private static func voiced(_ sound: MonoSound, _ silences: [Range<Double>]) -> Range<Int> {
        let margin = 0.1
        var (start, end) = (0.0, sound.seconds)
        if let first = silences.first, first.lowerBound < 0.02 { start = max(0, first.upperBound - margin) }
        if let last = silences.last, last.upperBound > sound.seconds - 0.02, last.lowerBound > start {
            end = min(end, last.lowerBound + margin)
        }
        let rate = Double(sound.sampleRate)
        return Int(start * rate)..<min(sound.samples.count, Int(end * rate))
    }

    /// How much better the text fits than the same sounds in another order, pauses left out.
    private static func confidence(
        _ said: [SpeechFeatures.Frame], _ heard: [SpeechFeatures.Frame]
    ) throws -> Double {
        guard !said.isEmpty, !heard.isEmpty else { return 0 }
        let cost = try TimeWarp(said, heard).cost
        let length = max(5, min(40, said.count / 8))
        var blocks = stride(from: 0, to: said.count, by: length).map {
            Array(said[$0..<min($0 + length, said.count)])
        }
        var random = SeededRandom(seed: 7)
        var others = 0.0
        for _ in 0..<shuffles {
            blocks.shuffle(using: &random)
            others += try TimeWarp(Array(blocks.joined()), heard).cost
        }
        guard others > 0 else { return 0 }
        return min(max((1 - cost * Double(shuffles) / others) / clearGain, 0), 1)
    }

    private static let shuffles = 2
    /// A text that is surely the one that is spoken fits better by this much; other texts by up to 0.047,
    /// the right one of another voice from 0.055 on, where there is no noise (measured in the tests).
    private static let clearGain = 0.05 / Alignment.doubtful
}
