import BatchVideo
import Foundation

/// A breath: noise in a band that swells to its end and is gone.
struct AirVoice: Sendable {
    /// Middle of the band.
    var hertz: Double
    var releaseSeconds: Double

    private static let rate = Double(Mixdown.rate)

    func play(seconds: Double, into take: inout MusicTake, _ random: inout SeededRandom) {
        take.clear(Int((seconds + releaseSeconds) * Self.rate))
        let held = max(1, Int(seconds * Self.rate))
        var left = [Biquad.highPass(hertz / 2, rate: Self.rate), .lowPass(hertz * 2, rate: Self.rate)]
        var right = left
        for index in 0..<take.length {
            let place = Double(index) / Double(held)
            let swell = place < 1 ? place * place * place : pow(10, -3 * (place - 1) * seconds / releaseSeconds)
            var l = random.uniform(-1, 1)
            var r = random.uniform(-1, 1)
            for stage in left.indices {
                l = left[stage].next(l)
                r = right[stage].next(r)
            }
            take.left[index] = Float(l * swell)
            take.right[index] = Float(r * swell)
        }
        take.fadeOut()
    }
}
