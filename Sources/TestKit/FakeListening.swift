package import BatchVideo
package import Foundation

/// Takes every file for a WAVE file; faster ones leave samples out.
package struct FakeDecoder: SoundDecoder {
    package init() {}

    package func decode(_ file: URL, sampleRate: Int, tempo: Double) async throws -> MonoSound {
        let sound = MonoSound(try WaveSamples(Data(contentsOf: file)))
        let step = Double(sound.sampleRate) / Double(sampleRate) * tempo
        let count = Int(Double(sound.samples.count) / step)
        return MonoSound(
            sampleRate: sampleRate,
            samples: (0..<count).map { sound.samples[min(Int(Double($0) * step), sound.samples.count - 1)] })
    }
}

/// Spreads words evenly and is sure of it.
package struct FakeAligner: SpeechAligner {
    private let log: CallLog
    private let confidence: Double

    package init(_ log: CallLog, confidence: Double = 0.9) {
        self.log = log
        self.confidence = confidence
    }

    package var version: String { "fake-aligner-1" }

    package func align(_ request: AlignmentRequest) async throws -> Alignment {
        log.add("align")
        let ranges = TextBreaks.words(in: request.text, locale: request.language.tag)
        let step = request.sound.samples.count / max(1, ranges.count)
        return Alignment(
            words: ranges.enumerated().map { place, range in
                SpokenWord(range: range, startSample: place * step, endSample: (place + 1) * step)
            }, confidence: confidence)
    }
}
