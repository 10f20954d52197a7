import BatchVideo
import Foundation

/// Lays spoken pieces and silences end to end at 48 kHz.
struct SpeechAssembly {
    static let rate = 48_000
    private static let blockSamples = 48_000

    var pieces: [SpeechPiece]
    var leadInMs: Int
    var tailMs: Int
    /// 0: none.
    var beatMs: Int
    var isWarm: Bool
    var cancel: CancelSignal

    func write(to file: URL) throws -> AssembledSpeech {
        let writer = try WaveWriter(file, sampleRate: Self.rate, channels: 1)
        var starts: [Int] = []
        var resamplers: [Int: Resampler] = [:]
        try writer.appendSilence(frames: samples(leadInMs))
        for piece in pieces {
            starts.append(writer.frameCount)
            let reader = try WaveReader(piece.file)
            try check(reader, against: piece)
            let resampler = resamplers[reader.sampleRate]
                ?? Resampler(from: reader.sampleRate, to: Self.rate)
            resamplers[reader.sampleRate] = resampler
            try append(reader, through: resampler, to: writer)
            try writer.appendSilence(frames: gap(after: piece, endingAt: writer.frameCount))
        }
        try writer.appendSilence(frames: samples(tailMs))
        let count = writer.frameCount
        try writer.finish()
        return AssembledSpeech(sampleRate: Self.rate, sampleCount: count, starts: starts)
    }

    /// Word times count in samples of the file: a wrong rate would shift every caption.
    private func check(_ reader: WaveReader, against piece: SpeechPiece) throws {
        guard reader.sampleRate == piece.speech.sampleRate else {
            throw BatchVideoError(
                .media,
                "\(piece.file.lastPathComponent) has \(reader.sampleRate) Hz, "
                    + "its word times \(piece.speech.sampleRate) Hz")
        }
    }

    private func append(
        _ reader: WaveReader, through resampler: Resampler, to writer: WaveWriter
    ) throws {
        let count = resampler.outputCount(for: reader.frameCount)
        var polish = SpeechPolish(count: count, rate: Self.rate, isWarm: isWarm)
        for start in stride(from: 0, to: count, by: Self.blockSamples) {
            try cancel.check()
            let range = start..<min(start + Self.blockSamples, count)
            var samples = try resampler.output(range) { try reader.mono($0) }
            polish.process(&samples)
            try writer.append(mono: samples)
        }
    }

    /// The silence after a piece that ends at sample `end`, up to the beat nearest to its own end.
    private func gap(after piece: SpeechPiece, endingAt end: Int) -> Int {
        let gap = samples(piece.gapAfterMs)
        let beat = samples(beatMs)
        guard beat > 0, gap > 0 else { return gap }
        let next = (end + gap + beat / 2) / beat * beat
        return next > end ? next - end : gap
    }

    private func samples(_ ms: Int) -> Int { MediaTime(ms: max(0, ms)).sample(rate: Self.rate) }
}
