import BatchVideo
import Foundation

/// A clip's own sound, decoded, at its loudness and its place in the film.
///
/// Reads interleaved stereo float at 48 kHz without header where it is needed.
struct InsertTrack: Sendable {
    private let file: OpenFile
    private let gain: Float
    /// In samples of the film; as far as the clip has sound.
    let samples: Range<Int>

    /// Fades that keep the cut from clicking.
    private static let fadeSamples = 4800
    /// Sound below this is left as it is: no gain makes noise of silence.
    private static let largestGainDB = 24.0

    /// Nil when the file holds no sound worth hearing.
    init?(decoded: URL, _ insert: SoundInsert) throws {
        guard let file = try? OpenFile(decoded) else { return nil }
        let count = min(file.sizeBytes / 8, insert.samples.count)
        guard count > 0 else { return nil }
        self.file = file
        samples = insert.samples.lowerBound..<insert.samples.lowerBound + count
        var meter = LoudnessMeter()
        for start in stride(from: 0, to: count, by: Mixdown.rate) {
            let bytes = file.bytes(at: start * 8, count: min(Mixdown.rate, count - start) * 8)
            meter.add(bytes.withUnsafeBytes { StereoBlock(interleaved: $0) })
        }
        let loudness = meter.integratedLUFS
        guard loudness > LoudnessMeter.silenceLUFS else { return nil }
        gain = Float(Decibel.ratio(min(Self.largestGainDB, insert.loudnessLUFS - loudness)))
    }

    /// Adds what lies in `range` of the film to `block`, which is that range.
    func add(_ range: Range<Int>, to block: inout StereoBlock) throws {
        let shared = range.clamped(to: samples)
        guard !shared.isEmpty else { return }
        let bytes = file.bytes(
            at: (shared.lowerBound - samples.lowerBound) * 8, count: shared.count * 8)
        guard bytes.count == shared.count * 8 else {
            throw BatchVideoError(.media, "a clip's decoded sound broke off while it was read")
        }
        let sound = bytes.withUnsafeBytes { StereoBlock(interleaved: $0) }
        let fade = Float(min(Self.fadeSamples, samples.count / 2))
        for index in 0..<sound.count {
            let position = shared.lowerBound + index
            let edge = min(position - samples.lowerBound, samples.upperBound - 1 - position)
            let level = gain * min(1, Float(edge) / max(1, fade))
            block.left[position - range.lowerBound] += sound.left[index] * level
            block.right[position - range.lowerBound] += sound.right[index] * level
        }
    }
}
