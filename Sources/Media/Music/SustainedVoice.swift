import BatchVideo
import Foundation

/// A choir of slightly detuned oscillators that swells and fades; each reads a band-limited table that
/// moves between a dark and a bright spectrum, as a slow filter would.
struct SustainedVoice: Sendable {
    /// Amplitudes of the harmonics from the first on: dark, and bright.
    var dark: [Double]
    var bright: [Double]
    /// Cents of an oscillator in the middle, and of those on each side; as many on both.
    var middleCents: Double
    var leftCents: [Double]
    var rightCents: [Double]
    var attackSeconds: Double
    var releaseSeconds: Double
    /// How far it is opened at its height, 0 dark ... 1 bright.
    var opening: Double

    private static let rate = Double(Mixdown.rate)
    private static let tableBits = 11
    /// Samples for which gain and spectrum move in a straight line.
    private static let stepSamples = 32

    /// Holds for `seconds`, then fades. `random` gives phases and how it breathes.
    func play(hertz: Double, seconds: Double, into take: inout MusicTake, _ random: inout SeededRandom) {
        take.clear(Int((seconds + releaseSeconds) * Self.rate))
        let table = Self.table(dark, bright, &random)
        let steps = take.length / Self.stepSamples + 2
        let breath = Breath(&random)
        let gains = (0..<steps).map { Float(gain(at: Self.time($0), held: seconds) * breath.level(Self.time($0))) }
        let opened = (0..<steps).map { Float(opening * breath.opening(Self.time($0), of: seconds)) }
        Self.turn(table, hertz * pow(2, middleCents / 1200), &random, gains, opened, take.length, into: &take.left)
        take.copyLeft()
        for (left, right) in zip(leftCents, rightCents) {
            Self.turn(table, hertz * pow(2, left / 1200), &random, gains, opened, take.length, into: &take.left)
            Self.turn(table, hertz * pow(2, right / 1200), &random, gains, opened, take.length, into: &take.right)
        }
        take.fadeOut()
    }

    private static func time(_ step: Int) -> Double { Double(step * stepSamples) / rate }

    /// Equal power: a chord that fades and one that swells are together as loud as one.
    private func gain(at time: Double, held seconds: Double) -> Double {
        let rise = sin(Double.pi / 2 * min(1, time / attackSeconds))
        let fall = cos(Double.pi / 2 * min(1, max(0, time - seconds) / releaseSeconds))
        return rise * fall / Double(leftCents.count + 1).squareRoot()
    }

    /// Slow movement within a note.
    private struct Breath {
        let phase: Double
        let hertz: Double

        init(_ random: inout SeededRandom) {
            phase = random.uniform(0, 2 * Double.pi)
            hertz = random.uniform(0.09, 0.17)
        }

        func level(_ time: Double) -> Double { 1 + 0.08 * sin(phase + 2 * Double.pi * hertz * time) }

        /// Opens towards the middle of the note.
        func opening(_ time: Double, of seconds: Double) -> Double {
            let swell = sin(Double.pi * min(1, time / max(1, seconds + 1)))
            return 0.35 + 0.45 * swell + 0.2 * sin(phase * 1.7 + 2 * Double.pi * hertz * 0.8 * time)
        }
    }

    /// One oscillator. The phase is a whole number of 32 bits, so it never drifts.
    private static func turn(
        _ table: [SIMD2<Float>], _ hertz: Double, _ random: inout SeededRandom, _ gains: [Float],
        _ opened: [Float], _ count: Int, into output: inout [Float]
    ) {
        var phase = UInt32(truncatingIfNeeded: random.next())
        let advance = UInt32(hertz / rate * 4_294_967_296)
        let shift = UInt32(32 - tableBits)
        let mask = (UInt32(1) << shift) - 1
        let scale = 1 / Float(mask + 1)
        table.withUnsafeBufferPointer { table in
            output.withUnsafeMutableBufferPointer { output in
                var start = 0
                var step = 0
                while start < count {
                    let end = min(start + stepSamples, count)
                    let slope = 1 / Float(stepSamples)
                    var gain = gains[step]
                    var open = opened[step]
                    let gainStep = (gains[step + 1] - gain) * slope
                    let openStep = (opened[step + 1] - open) * slope
                    for index in start..<end {
                        let place = Int(phase >> shift)
                        let part = Float(phase & mask) * scale
                        let a = table[place]
                        let pair = a + (table[place &+ 1] - a) * part
                        output[index] += (pair.x + (pair.y - pair.x) * open) * gain
                        phase &+= advance
                        gain += gainStep
                        open += openStep
                    }
                    start = end
                    step += 1
                }
            }
        }
    }

    /// One period of the dark and the bright spectrum with the same phases, and its first sample again.
    private static func table(
        _ dark: [Double], _ bright: [Double], _ random: inout SeededRandom
    ) -> [SIMD2<Float>] {
        let count = 1 << tableBits
        var table = [SIMD2<Float>](repeating: .zero, count: count)
        for number in bright.indices {
            let offset = number == 0 ? 0 : random.index(count)
            let gains = SIMD2(Float(number < dark.count ? dark[number] : 0), Float(bright[number]))
            for index in 0..<count {
                table[index] += gains * sine[(index * (number + 1) + offset) & (count - 1)]
            }
        }
        return table + [table[0]]
    }

    private static let sine: [Float] = (0..<1 << tableBits).map {
        Float(sin(2 * Double.pi * Double($0) / Double(1 << tableBits)))
    }
}
