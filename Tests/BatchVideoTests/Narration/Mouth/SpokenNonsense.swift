import Foundation

@testable import BatchVideo

/// Syllables without sense: when each mouth shape is made, and how that sounds (pulses and noise
/// through two formants).
struct SpokenNonsense {
    static let rate = 16_000
    let events: [MouthEvent]
    let length: MediaTime
    private let seed: UInt64

    init(seed: UInt64, syllables: Int) {
        var random = SeededRandom(seed: seed, "nonsense")
        var seconds = 0.35
        var events = [MouthEvent(.silence, from: 0, to: seconds)]
        let heads: [Viseme] = [.p, .f, .s, .sh, .l, .r, .k, .th]
        let hearts: [Viseme] = [.a, .e, .i, .o, .u, .y]
        func add(_ viseme: Viseme, _ length: Double) {
            events.append(MouthEvent(viseme, from: seconds, to: seconds + length))
            seconds += length
        }
        for syllable in 0..<syllables {
            add(heads[random.index(heads.count)], random.uniform(0.06, 0.11))
            add(hearts[random.index(hearts.count)], random.uniform(0.1, 0.2))
            if random.unit() < 0.3 { add(hearts[random.index(hearts.count)], random.uniform(0.07, 0.12)) }
            if syllable % 7 == 6 { add(.silence, random.uniform(0.2, 0.5)) }
        }
        self.events = events
        self.seed = seed
        length = MediaTime(seconds: seconds + 0.2)
    }

    /// The opening in each frame: the mean of what is spoken while it is shown.
    func openings(fps: Int) -> [Double] {
        (0..<length.frame(fps: fps)).map { frame in
            let middle = Double(frame) / Double(fps) + MouthCurve.lead
            let steps = (-4...4).map { middle + Double($0) / 9 / Double(fps) }
            return steps.map { opening(at: $0) }.reduce(0, +) / Double(steps.count)
        }
    }

    private func opening(at seconds: Double) -> Double {
        events.first { $0.start <= seconds && seconds < $0.end }?.viseme.shape.opening ?? 0
    }

    var sound: MonoSound {
        var random = SeededRandom(seed: seed, "voice")
        var samples = [Float](repeating: 0, count: length.sample(rate: Self.rate))
        var (first, second, hiss) = (Resonator(), Resonator(), Resonator())
        var phase = 0.0
        var level = 0.0
        var events = self.events[...]
        for i in samples.indices {
            let seconds = Double(i) / Double(Self.rate)
            while let event = events.first, event.end <= seconds { events.removeFirst() }
            let tone = Tone(events.first?.viseme ?? .silence)
            level += (tone.level - level) * 0.004
            phase += (110 + 12 * sin(seconds * 2)) / Double(Self.rate)
            var pulse = 0.0
            if phase >= 1 {
                phase -= 1
                pulse = 12
            }
            let noise = random.uniform(-1, 1)
            let voiced = first.next(pulse + noise * 0.02, tone.first, 90) + 0.5 * second.next(pulse, tone.second, 120)
            samples[i] = Float(level * (voiced * (1 - tone.noise) + hiss.next(noise, tone.hiss, 1200) * tone.noise * 4))
        }
        let peak = samples.reduce(0) { max($0, abs($1)) }
        return MonoSound(sampleRate: Self.rate, samples: samples.map { $0 / peak * 0.7 })
    }
}

/// Formants and the share of noise of a sound.
private struct Tone {
    var first = 400.0
    var second = 1400.0
    var hiss = 3000.0
    var noise = 0.0
    var level = 1.0

    init(_ viseme: Viseme) {
        switch viseme {
        case .silence, .p: level = 0
        case .f: (hiss, noise, level) = (5500, 0.9, 0.06)
        case .a: (first, second, level) = (800, 1300, 1.2)
        case .e: (first, second) = (520, 1900)
        case .i: (first, second, level) = (290, 2400, 0.7)
        case .o: (first, second) = (520, 880)
        case .u: (first, second, level) = (310, 750, 0.7)
        case .y: (first, second, level) = (290, 1900, 0.6)
        case .s: (hiss, noise, level) = (6300, 1, 0.25)
        case .sh: (hiss, noise, level) = (3400, 1, 0.3)
        case .l: (first, second, level) = (360, 1400, 0.5)
        case .r: (first, second, level) = (400, 1100, 0.5)
        case .k: (hiss, noise, level) = (1800, 1, 0.08)
        case .th: (hiss, noise, level) = (6000, 0.8, 0.05)
        }
    }
}

/// A resonance of unit gain at its peak.
private struct Resonator {
    private var y1 = 0.0
    private var y2 = 0.0

    mutating func next(_ x: Double, _ frequency: Double, _ bandwidth: Double) -> Double {
        let radius = exp(-.pi * bandwidth / Double(SpokenNonsense.rate))
        let cosine = cos(2 * .pi * frequency / Double(SpokenNonsense.rate))
        let y = (1 - radius) * x + 2 * radius * cosine * y1 - radius * radius * y2
        (y1, y2) = (y, y1)
        return y
    }
}

/// Pearson's correlation.
func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let count = Double(min(a.count, b.count))
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (sum, squaresA, squaresB) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
        sum += (x - meanA) * (y - meanB)
        squaresA += (x - meanA) * (x - meanA)
        squaresB += (y - meanB) * (y - meanB)
    }
    return sum / max((squaresA * squaresB).squareRoot(), 1e-12)
}
