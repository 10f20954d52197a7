import Foundation

/// Finds the rate that makes a sentence last as long as it should.
///
/// An engine's rate is only roughly its pace. On the logarithms of rate and length the relation is
/// nearly a line: between two tries on either side of the aim by the rule of false position, beyond
/// them by the secant.
struct PaceSearch {
    private struct Try {
        var pace: Double
        /// Logarithm of the length over the length wanted: 0 is exact, more is too long.
        var excess: Double
    }

    private var tries: [Try]
    private let typicalSlope: Double

    /// `slope`: how much of a change of rate arrives in the length, typically.
    init(normalSeconds: Double, speed: Double, slope: Double) {
        seconds = normalSeconds / speed
        tries = [Try(pace: 0, excess: log(speed))]
        typicalSlope = slope
    }

    /// The length wanted.
    let seconds: Double

    /// Of the best try so far, as a fraction.
    var error: Double { tries.map { abs($0.excess) }.min() ?? .infinity }

    /// Times the normal rate.
    var nextPace: Double {
        let long = tries.filter { $0.excess > 0 }.min { $0.excess < $1.excess }
        let short = tries.filter { $0.excess <= 0 }.max { $0.excess < $1.excess }
        if let long, let short, tries.count > 1 {
            let part = long.excess / (long.excess - short.excess)
            return exp(long.pace + (short.pace - long.pace) * part)
        }
        let last = tries[tries.count - 1]
        return exp(last.pace + last.excess / slope)
    }

    /// Takes down how long the sentence was at `pace`; true when no try was better.
    mutating func note(_ seconds: Double, at pace: Double) -> Bool {
        let excess = log(seconds / self.seconds)
        let isBest = abs(excess) < error
        tries.append(Try(pace: log(pace), excess: excess))
        return isBest
    }

    private var slope: Double {
        guard tries.count > 1 else { return typicalSlope }
        let (a, b) = (tries[tries.count - 2], tries[tries.count - 1])
        guard a.pace != b.pace else { return typicalSlope }
        return min(max((a.excess - b.excess) / (b.pace - a.pace), 0.5), 2)
    }
}
