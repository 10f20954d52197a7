import BatchVideo
import Foundation

/// Hair that flows from one guiding line to another: every strand is a line between the two.
struct Strands {
    var from: [Point]
    var to: [Point]
    var count: Int
    /// Units in the middle; the ends are pointed.
    var width: ClosedRange<Double> = 1.2...3
    var alpha: ClosedRange<Double> = 0.1...0.4
    /// Which part of the guides' length is painted, and how much the ends vary.
    var part: ClosedRange<Double> = 0...1
    var scatter = 0.08
    /// Units by which strands stray from between the guides.
    var stray = 1.5

    init(_ from: [(Double, Double)], _ to: [(Double, Double)], _ count: Int) {
        self.from = from.map { Point($0.0, $0.1) }
        self.to = to.map { Point($0.0, $0.1) }
        self.count = count
    }

    func with(
        width: ClosedRange<Double>? = nil, alpha: ClosedRange<Double>? = nil, part: ClosedRange<Double>? = nil,
        scatter: Double? = nil, stray: Double? = nil, count: Int? = nil
    ) -> Strands {
        var strands = self
        strands.width = width ?? self.width
        strands.alpha = alpha ?? self.alpha
        strands.part = part ?? self.part
        strands.scatter = scatter ?? self.scatter
        strands.stray = stray ?? self.stray
        strands.count = count ?? self.count
        return strands
    }
}

extension Cel {
    /// Paints strands in colours picked from `colours`; the same for the same seed.
    func draw(_ strands: Strands, _ colours: [Colour], seed: UInt64) {
        var random = SeededRandom(seed: seed, "strands")
        for index in 0..<strands.count {
            let share = (Double(index) + random.uniform(0.1, 0.9)) / Double(strands.count)
            let low = strands.part.lowerBound + random.uniform(-strands.scatter, strands.scatter)
            let high = strands.part.upperBound + random.uniform(-strands.scatter, strands.scatter)
            let stray = random.uniform(-strands.stray, strands.stray)
            let width = random.uniform(strands.width.lowerBound, strands.width.upperBound)
            let alpha = random.uniform(strands.alpha.lowerBound, strands.alpha.upperBound)
            let colour = colours[random.index(colours.count)]
            let points = strands.line(share, max(0, low)...max(min(1, high), max(0, low) + 0.02), stray)
            let last = Double(points.count - 1)
            let widths = points.indices.map { width * sin(.pi * (0.04 + 0.92 * Double($0) / last)) }
            fill(.ribbon(points, widths), colour, alpha)
        }
    }
}

extension Strands {
    /// Twelve points of the strand that lies `share` of the way between the guides.
    fileprivate func line(_ share: Double, _ part: ClosedRange<Double>, _ stray: Double) -> [Point] {
        (0..<12).map { step in
            let t = part.lowerBound + (part.upperBound - part.lowerBound) * Double(step) / 11
            let (a, b) = (Self.point(from, t), Self.point(to, t))
            let bow = stray * sin(.pi * t)
            return Point(a.x + (b.x - a.x) * share + bow, a.y + (b.y - a.y) * share + bow * 0.5)
        }
    }

    /// On the smooth curve through `guide`, `t` of its points along.
    static func point(_ guide: [Point], _ t: Double) -> Point {
        let position = min(max(t, 0), 1) * Double(guide.count - 1)
        let i = min(Int(position), guide.count - 2)
        let f = position - Double(i)
        func at(_ k: Int) -> Point { guide[min(max(k, 0), guide.count - 1)] }
        func spline(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)))
        }
        let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2))
        return Point(spline(a.x, b.x, c.x, d.x), spline(a.y, b.y, c.y, d.y))
    }
}
