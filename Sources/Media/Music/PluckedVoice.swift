import BatchVideo
import Foundation

/// A plucked string: noise in a delay line that loses its treble on every round.
///
/// Karplus and Strong, "Digital synthesis of plucked-string and drum timbres", 1983, tuned and damped
/// as by Jaffe and Smith, "Extensions of the Karplus-Strong plucked-string algorithm", 1983.
struct PluckedVoice: Sendable {
    var hertz: Double
    /// 0 ... 1.
    var velocity: Double
    /// Until it is 60 dB down.
    var decaySeconds: Double
    /// -1 left ... 1 right.
    var pan: Double

    private static let rate = Double(Mixdown.rate)
    /// Where the string is plucked, as a part of its length.
    private static let pluckPlace = 0.13
    /// Two strings a little apart make it wide.
    private static let spreadCents = 2.5
    private static let attackSamples = 72

    func play(
        seconds: Double, releaseSeconds: Double, into take: inout MusicTake, _ random: inout SeededRandom
    ) {
        let held = min(seconds, decaySeconds)
        take.clear(Int((held + releaseSeconds) * Self.rate))
        let turn = (pan + 1) * Double.pi / 4
        let sides = [(-Self.spreadCents, cos(turn), sin(turn) * 0.6), (Self.spreadCents, cos(turn) * 0.6, sin(turn))]
        for (cents, toLeft, toRight) in sides {
            let sound = string(hertz * pow(2, cents / 1200), take.length, &random)
            for index in 0..<take.length {
                take.left[index] += sound[index] * Float(toLeft)
                take.right[index] += sound[index] * Float(toRight)
            }
        }
        take.shape(0..<Self.attackSamples) { Float($0) / Float(Self.attackSamples) }
        let start = Int(held * Self.rate)
        let fall = Float(pow(10, -3 / (releaseSeconds * Self.rate)))
        var level: Float = 1
        take.shape(start..<take.length) { _ in
            level *= fall
            return level
        }
        take.fadeOut()
    }

    private func string(_ hertz: Double, _ count: Int, _ random: inout SeededRandom) -> [Float] {
        // The averaging filter delays by `damping`, the all-pass makes up what is left of a sample.
        let damping = 0.5 - 0.2 * velocity
        let period = Self.rate / hertz - damping
        let whole = max(2, Int(period - 0.3))
        let rest = period - Double(whole)
        let allPass = Float((1 - rest) / (1 + rest))
        let loss = Float(pow(10, -3 / (decaySeconds * hertz)))
        let (direct, before) = (loss * Float(1 - damping), loss * Float(damping))
        var line = excitation(whole, &random)
        var output = [Float](repeating: 0, count: count)
        // As if it had gone round before.
        var (last, lastIn, lastOut) = (line[whole - 1], line[whole - 1], line[whole - 1])
        var place = 0
        for index in 0..<count {
            let value = line[place]
            output[index] = value
            let filtered = direct * value + before * last
            last = value
            let tuned = allPass * filtered + lastIn - allPass * lastOut
            (lastIn, lastOut) = (filtered, tuned)
            line[place] = tuned
            place = place + 1 == whole ? 0 : place + 1
        }
        return output
    }

    /// Noise without its treble, and without what a pluck at that place does not excite.
    private func excitation(_ count: Int, _ random: inout SeededRandom) -> [Float] {
        let openness = Float(0.16 + 0.24 * velocity)
        let raw = (0..<count).map { _ in Float(random.uniform(-1, 1)) }
        var noise = raw
        var (first, second): (Float, Float) = (0, 0)
        // Twice around, so that the line's end leads into its start.
        for index in 0..<2 * count {
            first += openness * (raw[index % count] - first)
            second += openness * (first - second)
            noise[index % count] = second
        }
        let away = max(1, Int(Double(count) * Self.pluckPlace))
        let plucked = noise.indices.map { noise[$0] - noise[($0 + count - away) % count] }
        let mean = plucked.reduce(0, +) / Float(count)
        let energy = plucked.reduce(Float(0)) { $0 + ($1 - mean) * ($1 - mean) } / Float(count)
        let scale = 1 / max(1e-6, energy.squareRoot())
        return plucked.map { ($0 - mean) * scale * 0.3 }
    }
}
