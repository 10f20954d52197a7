import Foundation

/// A mouth's movement in steps of 5 ms, smoothed as tongues and lips are by their mass.
struct MouthCurve: Sendable {
    /// Steps per second.
    static let rate = 200.0
    /// The mouth is seen this much earlier than it is heard, as it is in people.
    static let lead = 0.02

    private var steps: [SIMD8<Double>]
    /// Seconds at which the lips are closed whatever comes before and after.
    private var closures: [Double] = []

    /// Standard deviation in seconds of what a sound takes from its neighbours.
    private static let coarticulation = 0.035
    /// Lips are this far from the middle of a p, b or m when they part again.
    private static let closing = 0.03
    private static let most = 3_600 * 6 * Int(rate)

    init(_ events: [MouthEvent], seconds: Double) {
        let count = min(max(0, Int(seconds * Self.rate)) + 1, Self.most)
        steps = [SIMD8<Double>](repeating: .zero, count: count)
        for event in events {
            let start = min(max(0, Int(event.start * Self.rate)), count)
            let end = min(max(start, Int(event.end * Self.rate) + 1), count)
            let lanes = event.viseme.shape.lanes
            for step in start..<end { steps[step] = lanes }
            if event.viseme.closesLips { closures.append((event.start + event.end) / 2) }
        }
        steps = Self.smoothed(steps, deviation: Self.coarticulation)
        closures.forEach { close(at: $0) }
    }

    init(steps: [SIMD8<Double>]) { self.steps = steps }

    private mutating func close(at seconds: Double) {
        let reach = Self.closing * Self.rate
        let middle = seconds * Self.rate
        for step in max(0, Int(middle - reach))...max(0, Int(middle + reach)) where step < steps.count {
            steps[step][0] *= min(1, abs(Double(step) - middle) / reach)
        }
    }

    var openings: [Double] { steps.map { $0[0] } }

    /// The shape of each of `count` frames. Every closure is seen in the frame nearest to it.
    func shapes(count: Int, fps: Int) -> [MouthShape] {
        guard let last = steps.indices.last, fps > 0 else {
            return [MouthShape](repeating: .closed, count: max(0, count))
        }
        var shapes = (0..<max(0, count)).map { frame in
            let position = (Double(frame) / Double(fps) + Self.lead) * Self.rate
            let step = min(Int(position), last)
            let next = min(step + 1, last)
            let share = min(position - Double(step), 1)
            return MouthShape(lanes: steps[step] + (steps[next] - steps[step]) * share)
        }
        for closure in closures {
            let frame = Int(((closure - Self.lead) * Double(fps)).rounded())
            if shapes.indices.contains(frame) { shapes[frame].opening = 0 }
        }
        return shapes
    }

    /// Convolved with a Gaussian of `deviation` seconds; the ends are held.
    static func smoothed(_ values: [SIMD8<Double>], deviation: Double) -> [SIMD8<Double>] {
        guard let first = values.first, let last = values.last else { return values }
        let reach = Int((deviation * rate * 3.5).rounded(.up))
        let spread = deviation * rate
        let weights = (0...reach).map { exp(-0.5 * (Double($0) / spread) * (Double($0) / spread)) }
        let sum = weights[0] + 2 * weights.dropFirst().reduce(0, +)
        return values.indices.map { index in
            var total = values[index] * weights[0]
            for distance in 1...max(1, reach) {
                let before = index - distance >= 0 ? values[index - distance] : first
                let after = index + distance < values.count ? values[index + distance] : last
                total += (before + after) * weights[distance]
            }
            return total / sum
        }
    }
}
