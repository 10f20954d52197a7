import Foundation

/// An outline through points: runs of smooth curve that meet in corners.
struct Contour: Sendable {
    /// Each begins where the one before ends.
    private(set) var runs: [[Point]]
    /// Ends smoothly where it begins.
    private(set) var isLoop = false

    init(_ runs: [(Double, Double)]...) { self.runs = runs.map { $0.map { Point($0.0, $0.1) } } }

    init(runs: [[Point]]) { self.runs = runs }

    /// A closed curve without corners.
    init(loop points: [(Double, Double)]) {
        runs = [points.map { Point($0.0, $0.1) }]
        isLoop = true
    }

    /// From the right half, from its top on the axis to its bottom on the axis.
    init(mirrored half: [(Double, Double)]...) {
        let right = half.map { $0.map { Point($0.0, $0.1) } }
        let left = right.reversed().map { run in run.reversed().map { Point(-$0.x, $0.y) } }
        // Where both halves lie flat on the axis there is no corner.
        if right.count == 1, let first = right.first, let second = left.first {
            runs = [first + second.dropFirst().dropLast()]
            isLoop = true
        } else {
            runs = right + left
        }
    }

    static func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, tilt: Double = 0) -> Contour {
        let points = (0..<12).map { step in
            let angle = Double(step) * .pi / 6
            let (u, v) = (cos(angle) * rx, sin(angle) * ry)
            return (x + u * cos(tilt) - v * sin(tilt), y + u * sin(tilt) + v * cos(tilt))
        }
        return Contour(loop: points)
    }

    /// A band along the smooth curve through `points`, as wide there as `widths` say.
    static func ribbon(_ points: [Point], _ widths: [Double]) -> Contour {
        var (left, right): ([Point], [Point]) = ([], [])
        for (i, point) in points.enumerated() {
            let before = points[max(0, i - 1)]
            let after = points[min(points.count - 1, i + 1)]
            let length = max(hypot(after.x - before.x, after.y - before.y), 1e-9)
            let half = widths[min(i, widths.count - 1)] / 2
            let (nx, ny) = (-(after.y - before.y) / length * half, (after.x - before.x) / length * half)
            left.append(Point(point.x + nx, point.y + ny))
            right.append(Point(point.x - nx, point.y - ny))
        }
        return Contour(runs: [left, [left[left.count - 1], right[right.count - 1]], right.reversed()])
    }

    static func ribbon(_ points: [(Double, Double)], _ widths: [Double]) -> Contour {
        ribbon(points.map { Point($0.0, $0.1) }, widths)
    }

    var flipped: Contour { mapped { Point(-$0.x, $0.y) } }

    func moved(_ x: Double, _ y: Double) -> Contour { mapped { Point($0.x + x, $0.y + y) } }

    /// Every point moved by `place`.
    func mapped(_ place: (Point) -> Point) -> Contour {
        var contour = self
        contour.runs = runs.map { $0.map(place) }
        return contour
    }

    /// Corners of a box around all points.
    var bounds: (low: Point, high: Point) {
        let points = runs.joined()
        return (
            Point(points.map(\.x).min() ?? 0, points.map(\.y).min() ?? 0),
            Point(points.map(\.x).max() ?? 0, points.map(\.y).max() ?? 0)
        )
    }
}

extension Contour {
    typealias Curve = (from: Point, a: Point, b: Point, to: Point)

    /// Cubic curves through all points. Tangents weigh both neighbours by the square roots of their
    /// distances (centripetal Catmull-Rom), so that points lie as close as a shape needs.
    var curves: [Curve] {
        runs.flatMap { run -> [Curve] in
            let count = run.count
            let steps = isLoop ? count : count - 1
            func at(_ i: Int) -> Point? {
                if isLoop { return run[(i + count) % count] }
                return run.indices.contains(i) ? run[i] : nil
            }
            return (0..<max(steps, 0)).compactMap { i -> Curve? in
                guard let p = at(i), let q = at(i + 1) else { return nil }
                let leaving = Self.tangent(at(i - 1), p, q, towardsNext: true)
                let arriving = Self.tangent(p, q, at(i + 2), towardsNext: false)
                return (
                    p, Point(p.x + leaving.x, p.y + leaving.y), Point(q.x - arriving.x, q.y - arriving.y), q
                )
            }
        }
    }

    /// A third of the way that the curve at `p` would go to its next (or came from its last) point.
    private static func tangent(_ before: Point?, _ p: Point, _ after: Point?, towardsNext: Bool) -> Point {
        guard let before, let after else {
            let (a, b) = (before ?? p, after ?? p)
            return Point((b.x - a.x) / 3, (b.y - a.y) / 3)
        }
        let d1 = hypot(p.x - before.x, p.y - before.y).squareRoot()
        let d2 = hypot(after.x - p.x, after.y - p.y).squareRoot()
        guard d1 > 0, d2 > 0 else { return Point(0, 0) }
        func slope(_ a: Double, _ b: Double, _ c: Double) -> Double {
            (b - a) / d1 - (c - a) / (d1 + d2) + (c - b) / d2
        }
        let reach = (towardsNext ? d2 : d1) / 3
        return Point(slope(before.x, p.x, after.x) * reach, slope(before.y, p.y, after.y) * reach)
    }
}

extension PaintSurface {
    /// Adds the outline to the path.
    func add(_ contour: Contour) {
        for (i, curve) in contour.curves.enumerated() {
            if i == 0 { move(curve.from.x, curve.from.y) }
            self.curve(curve.a, curve.b, to: curve.to)
        }
        close()
    }

    /// Adds an open line to the path.
    func add(line contour: Contour) {
        for (i, curve) in contour.curves.enumerated() {
            if i == 0 { move(curve.from.x, curve.from.y) }
            self.curve(curve.a, curve.b, to: curve.to)
        }
    }
}
