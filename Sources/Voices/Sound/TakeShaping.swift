import BatchVideo
import Foundation

/// What is done to a piece of speech before pieces are joined.
extension Take {
    /// About -51 dBFS, and 42 dB below the piece's own peak: below it is breath and echo.
    private static let quietest: Float = 90 / 32_768
    private static let quietestOfPeak: Float = 0.008
    private static let keptBeforeSeconds = 0.008
    private static let keptAfterSeconds = 0.015
    private static let fadeInSeconds = 0.004
    private static let fadeOutSeconds = 0.012

    /// Silence at both ends cut off, ends faded so that no join clicks; nil when nothing is heard.
    func trimmed() -> Take? {
        let peak = samples.reduce(0) { max($0, abs($1)) }
        let threshold = max(Self.quietest, peak * Self.quietestOfPeak)
        guard let first = samples.firstIndex(where: { abs($0) > threshold }),
            let last = samples.lastIndex(where: { abs($0) > threshold })
        else { return nil }
        let start = max(0, first - Int(Self.keptBeforeSeconds * Double(sampleRate)))
        let end = min(samples.count, last + 1 + Int(Self.keptAfterSeconds * Double(sampleRate)))
        var take = part(start..<end)
        take.fadeEnds()
        take.spanWords()
        return take
    }

    private mutating func fadeEnds() {
        let fadeIn = min(Int(Self.fadeInSeconds * Double(sampleRate)), samples.count / 2)
        let fadeOut = min(Int(Self.fadeOutSeconds * Double(sampleRate)), samples.count / 2)
        for index in 0..<fadeIn { samples[index] *= Self.raisedCosine(index, of: fadeIn) }
        for index in 0..<fadeOut {
            samples[samples.count - 1 - index] *= Self.raisedCosine(index, of: fadeOut)
        }
    }

    private static func raisedCosine(_ index: Int, of count: Int) -> Float {
        0.5 - 0.5 * cos(.pi * (Float(index) + 0.5) / Float(count))
    }

    /// The first word begins and the last ends with the sound.
    private mutating func spanWords() {
        guard !words.isEmpty else { return }
        words[0].startSample = 0
        words[words.count - 1].endSample = samples.count
    }

    /// Root of the mean square of what is not silence (10 ms frames within 26 dB of the loudest).
    var activeEnergy: (sum: Double, count: Int) {
        let frame = max(1, sampleRate / 100)
        let powers = stride(from: 0, to: samples.count, by: frame).map { start -> Double in
            let part = samples[start..<min(start + frame, samples.count)]
            return part.reduce(0) { $0 + Double($1) * Double($1) } / Double(part.count)
        }
        let floor = (powers.max() ?? 0) / 400
        let active = powers.filter { $0 > floor }
        return (active.reduce(0, +), active.count)
    }

    mutating func amplify(_ gain: Float) {
        for index in samples.indices { samples[index] *= gain }
    }
}
