import Foundation

/// A mouth guessed from the sound of speech alone.
///
/// Each number of the shape is a weighted sum of how loud it is and of how the power is spread over
/// `SpeechBands`. The weights are a ridge regression on 14 takes of seven espeak-ng voices in five
/// languages, whose phonemes are known; on a voice left out, the opening correlates with the
/// truth by 0.79 to 0.86, the width by 0.3 to 0.8.
struct HeardMouth: Sendable {
    let curve: MouthCurve
    /// 0 silence ... 1 the loud syllables, at the curve's rate.
    private let loudness: [Double]

    /// Decibels below the loud syllables at which a voice counts as silent, and a band as empty.
    private static let quiet = 35.0
    private static let empty = 30.0
    /// Of full scale: nothing that is less loud is a voice.
    private static let faintest = -50.0
    private static let smoothing = 0.015
    /// For (opening, width, roundness, teeth, tongue): of the loudness, its square, and the level
    /// of each band against the whole in units of `empty`, times the loudness. A guess keeps to the
    /// middle; the gains give it a real mouth's reach.
    private static let weights: [[Double]] = [
        [0.797, -0.429, -0.168, -0.375, 0.346, 0.37, 0.146, -0.222, -0.126].map { $0 * 1.17 },
        [0.678, 0.081, 0.488, -0.037, 0.136, -0.966, 0.966, 0.75, -0.04].map { $0 * 1.5 },
        [-0.128, -0.084, -0.561, 0.558, -0.318, 0.426, -0.871, -0.4, 0.191].map { $0 * 1.6 },
        [1.186, -0.529, -0.172, -0.086, -0.249, -0.876, 0.583, 0.426, 0.302].map { $0 * 1.2 },
        [0.3, 0, 0, 0, 0, 0, 0, 0, 0],
    ]

    init(_ sound: MonoSound) {
        let powers = SpeechBands(sound).powers
        let levels = powers.map { 10 * log10(Double($0.sum()) + 1e-12) }
        let loud = max(levels.sorted()[safe: levels.count * 95 / 100] ?? 0, Self.faintest)
        loudness = levels.map { min(max(($0 - loud + Self.quiet) / Self.quiet, 0), 1.15) }
        let guessed = zip(powers, loudness).map { power, loudness in
            Self.lanes(SIMD8<Double>(power), loudness)
        }
        curve = MouthCurve(steps: MouthCurve.smoothed(guessed, deviation: Self.smoothing))
    }

    private static func lanes(_ power: SIMD8<Double>, _ loudness: Double) -> SIMD8<Double> {
        let total = power.sum() + 1e-12
        var features = [loudness, loudness * loudness]
        for band in 0..<7 {
            let level = max(10 * log10((power[band] + 1e-12) / total), -empty) / empty
            features.append(min(level, 0) * loudness)
        }
        var lanes = SIMD8<Double>.zero
        for (lane, weights) in weights.enumerated() {
            lanes[lane] = zip(weights, features).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return lanes
    }

    func stress(count: Int, fps: Int) -> [Double] { MouthStress.frames(loudness, count: count, fps: fps) }
}

/// Which syllables are spoken with stress: those louder than what is around them.
enum MouthStress {
    /// Standard deviations in seconds of a syllable and of its neighbourhood.
    private static let syllable = 0.07
    private static let phrase = 0.7

    /// 0 ... 1 for each frame; `loudness` at the curve's rate, 0 ... 1.
    static func frames(_ loudness: [Double], count: Int, fps: Int) -> [Double] {
        let values = loudness.map { SIMD8<Double>(repeating: $0) }
        let near = MouthCurve.smoothed(values, deviation: syllable).map { $0[0] }
        // The neighbourhood is smooth: a tenth of its values tells it.
        let sparse = stride(from: 0, to: near.count, by: 10).map { SIMD8<Double>(repeating: near[$0]) }
        let far = MouthCurve.smoothed(sparse, deviation: phrase / 10).map { $0[0] }
        let above = near.indices.map { max(0, near[$0] - far[$0 / 10]) }
        let high = max(above.sorted()[safe: above.count * 97 / 100] ?? 1, 0.02)
        return (0..<max(0, count)).map { frame in
            let step = Int((Double(frame) / Double(max(1, fps)) + MouthCurve.lead) * MouthCurve.rate)
            return min(1, (above[safe: step] ?? 0) / high)
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
