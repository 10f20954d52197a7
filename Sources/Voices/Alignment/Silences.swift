import BatchVideo
import Foundation

/// Where a sound is silent, as far as it is ever silent.
struct Silences: Sendable {
    /// In order, in seconds.
    let spans: [Range<Double>]
    /// How sharply they stand out from the speech, in decibels; 0 without any.
    let contrastDB: Double

    private static let hopSeconds = 0.01
    /// Of the way from a sound's quiet (its 5th percentile) to its loud (its 90th), in decibels.
    private static let threshold = 0.3
    /// Quieter than this below the loud is silence, whatever it is.
    private static let deepestDB = 60.0
    /// A sound that varies less has no silences: nothing but noise, or nothing but voice.
    private static let leastContrastDB = 9.0

    var seconds: Double { spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }

    /// Stretches of at least `shortest` seconds.
    init(in sound: MonoSound, shortest: Double) {
        (spans, contrastDB) = Self.find(in: sound, shortest: shortest)
    }

    private static func find(in sound: MonoSound, shortest: Double) -> ([Range<Double>], Double) {
        let levels = smoothed(levels(of: sound))
        guard levels.count > 2 else { return ([], 0) }
        let sorted = levels.sorted()
        let loud = sorted[sorted.count * 9 / 10]
        let quiet = max(sorted[sorted.count / 20], loud - deepestDB)
        guard loud - quiet >= leastContrastDB else { return ([], 0) }
        let limit = quiet + threshold * (loud - quiet)
        var silences: [Range<Double>] = []
        var start: Int?
        for (index, level) in (levels + [.infinity]).enumerated() {
            if level < limit {
                start = start ?? index
            } else if let begin = start {
                start = nil
                guard Double(index - begin) * hopSeconds >= shortest else { continue }
                let end = index == levels.count ? sound.seconds : Double(index) * hopSeconds
                silences.append(Double(begin) * hopSeconds..<max(end, Double(begin) * hopSeconds))
            }
        }
        return (silences, loud - quiet)
    }

    /// Decibels of each hundredth of a second.
    private static func levels(of sound: MonoSound) -> [Double] {
        let hop = Double(sound.sampleRate) * hopSeconds
        return (0..<Int(Double(sound.samples.count) / hop)).map { index in
            let part = sound.samples[Int(Double(index) * hop)..<Int(Double(index + 1) * hop)]
            let energy = part.reduce(0) { $0 + $1 * $1 } / Float(max(1, part.count))
            return 10 * log10(Double(energy) + 1e-12)
        }
    }

    private static func smoothed(_ levels: [Double]) -> [Double] {
        levels.indices.map { index in
            let around = levels[max(0, index - 1)...min(levels.count - 1, index + 1)]
            return around.reduce(0, +) / Double(around.count)
        }
    }
}
