import BatchVideo
import Foundation

/// Draws with chalk: lines that break up a little, in a unit box around a point.
struct ChalkHand {
    let surface: PaintSurface
    let white: Colour
    let tints: [Colour]
    let width: Double

    /// One of six drawings, 0 ... 5; half its breadth is `size`.
    func draw(_ kind: Int, at c: Point, size r: Double, _ random: inout SeededRandom) {
        switch kind {
        case 0: wave(c, r, &random)
        case 1: geometry(c, r, &random)
        case 2: planets(c, r, &random)
        case 3: seedling(c, r, &random)
        case 4: landscape(c, r, &random)
        default: solid(c, r, &random)
        }
    }

    private func line(_ points: [Point], _ colour: Colour, _ random: inout SeededRandom) {
        for pass in 0..<2 {
            let stray = width * 0.22
            surface.spline(
                points.map {
                    Point($0.x + random.uniform(-stray, stray), $0.y + random.uniform(-stray, stray))
                })
            surface.stroke(colour, pass == 0 ? 0.55 : 0.5, width: width * (pass == 0 ? 1.1 : 0.7))
        }
    }

    private func ring(
        _ c: Point, _ rx: Double, _ ry: Double, _ colour: Colour, _ random: inout SeededRandom
    ) {
        line(
            (0...36).map {
                let a = Double($0) / 36 * 2 * .pi
                return Point(c.x + cos(a) * rx, c.y + sin(a) * ry)
            }, colour, &random)
    }

    /// A curve over two axes, and another that follows it.
    private func wave(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        line([Point(c.x - r, c.y + r * 0.9), Point(c.x - r, c.y - r)], white, &random)
        line([Point(c.x - r, c.y), Point(c.x + r, c.y)], white, &random)
        for (x, y, dx, dy) in [(-r, -r, 0.07, 0.12), (r, 0.0, -0.12, 0.07)] {
            line(
                [
                    Point(c.x + x - (dx > 0 ? r * 0.07 : r * 0.12), c.y + y + (dx > 0 ? r * 0.12 : -r * 0.07)),
                    Point(c.x + x, c.y + y), Point(c.x + x + r * dx, c.y + y + r * dy),
                ], white, &random)
        }
        for (tint, lag, tall) in [(0, 0.0, 0.66), (1, 0.25, 0.42)] {
            line(
                (0...40).map {
                    let t = Double($0) / 40
                    return Point(c.x - r + 1.9 * r * t, c.y - r * tall * sin((t * 1.6 + lag) * 2 * .pi))
                }, tints[tint], &random)
        }
    }

    /// A circle, a triangle in it, the lines that halve its sides.
    private func geometry(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        ring(c, r * 0.92, r * 0.92, white, &random)
        let corners = [-1.2, 0.95, 2.75].map {
            Point(c.x + cos($0) * r * 0.92, c.y + sin($0) * r * 0.92)
        }
        for i in 0..<3 {
            let (a, b, d) = (corners[i], corners[(i + 1) % 3], corners[(i + 2) % 3])
            line([a, b], tints[0], &random)
            line([d, Point((a.x + b.x) / 2, (a.y + b.y) / 2)], tints[1], &random)
        }
        ring(c, r * 0.05, r * 0.05, white, &random)
    }

    /// The sun with planets on their ways.
    private func planets(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        ring(c, r * 0.15, r * 0.15, tints[1], &random)
        for k in 0..<10 {
            let a = Double(k) / 10 * 2 * .pi
            line(
                [
                    Point(c.x + cos(a) * r * 0.20, c.y + sin(a) * r * 0.20),
                    Point(c.x + cos(a) * r * 0.27, c.y + sin(a) * r * 0.27),
                ], tints[1], &random)
        }
        for (k, reach) in [0.46, 0.74, 1.08].enumerated() {
            ring(c, r * reach, r * reach * 0.62, white.mixed(tints[0], 0.2 * Double(k)), &random)
            let a = random.uniform(0, 2 * .pi)
            let p = Point(c.x + cos(a) * r * reach, c.y + sin(a) * r * reach * 0.62)
            surface.circle(p.x, p.y, r * (0.05 + 0.025 * Double(k)))
            surface.fill([tints[0], white, tints[2]][k], 0.85)
            if k == 2 { ring(p, r * 0.17, r * 0.045, white, &random) }
        }
    }

    /// A seed that becomes a flower, in three steps.
    private func seedling(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        line((0...8).map { Point(c.x - r + r * 0.25 * Double($0), c.y + r * 0.72) }, white, &random)
        for (i, tall) in [0.30, 0.75, 1.25].enumerated() {
            let x = c.x + r * (-0.68 + 0.66 * Double(i))
            let (foot, top) = (c.y + r * 0.72, c.y + r * (0.72 - tall))
            line([Point(x, foot), Point(x + r * 0.03, (foot + top) / 2), Point(x, top)], tints[2], &random)
            for k in 0...i {
                let y = foot - r * tall * (0.35 + 0.25 * Double(k))
                for side in [-1.0, 1.0] {
                    line(
                        [
                            Point(x, y), Point(x + side * r * 0.12, y - r * 0.13),
                            Point(x + side * r * 0.22, y - r * 0.08), Point(x, y),
                        ], tints[2], &random)
                }
            }
            for k in 0..<3 {
                line(
                    [Point(x, foot), Point(x + r * 0.09 * Double(k - 1), foot + r * 0.18)], white, &random)
            }
            if i == 2 {
                for k in 0..<6 {
                    let a = Double(k) / 6 * 2 * .pi
                    ring(
                        Point(x + cos(a) * r * 0.12, top + sin(a) * r * 0.12), r * 0.075, r * 0.075,
                        tints[0], &random)
                }
                ring(Point(x, top), r * 0.05, r * 0.05, tints[1], &random)
            }
        }
    }

    /// Hills, a river, the sun.
    private func landscape(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        ring(Point(c.x + r * 0.5, c.y - r * 0.55), r * 0.2, r * 0.2, tints[1], &random)
        for (k, base) in [0.15, 0.42].enumerated() {
            line(
                (0...12).map {
                    let t = Double($0) / 12
                    let y = base - 0.38 * abs(sin((t * 1.7 + 0.35 * Double(k)) * .pi))
                    return Point(c.x - r + 2 * r * t, c.y + r * y)
                }, k == 0 ? white : tints[2], &random)
        }
        for k in 0..<3 {
            line(
                (0...10).map {
                    let t = Double($0) / 10
                    return Point(
                        c.x - r * 0.9 + 1.8 * r * t,
                        c.y + r * (0.58 + 0.13 * Double(k) + 0.035 * sin(t * 5 * .pi + Double(k))))
                }, tints[0], &random)
        }
        for x in [-0.35, -0.2, -0.28] {
            line(
                [
                    Point(c.x + r * (x - 0.06), c.y - r * 0.62), Point(c.x + r * x, c.y - r * 0.57),
                    Point(c.x + r * (x + 0.06), c.y - r * 0.62),
                ], white, &random)
        }
    }

    /// A cube and a cone, hidden edges thin.
    private func solid(_ c: Point, _ r: Double, _ random: inout SeededRandom) {
        let k = r * 0.62
        let base = Point(c.x - r * 0.85, c.y - r * 0.1)
        func p(_ x: Double, _ y: Double, _ z: Double) -> Point {
            Point(base.x + k * x + k * 0.42 * z, base.y + k * y - k * 0.36 * z)
        }
        for (a, b) in [
            (p(0, 0, 0), p(1, 0, 0)), (p(1, 0, 0), p(1, 1, 0)), (p(1, 1, 0), p(0, 1, 0)),
            (p(0, 1, 0), p(0, 0, 0)), (p(0, 0, 0), p(0, 0, 1)), (p(1, 0, 0), p(1, 0, 1)),
            (p(0, 0, 1), p(1, 0, 1)), (p(1, 0, 1), p(1, 1, 1)), (p(1, 1, 1), p(1, 1, 0)),
        ] {
            line([a, b], white, &random)
        }
        let foot = Point(c.x + r * 0.58, c.y + r * 0.5)
        ring(foot, r * 0.38, r * 0.13, tints[0], &random)
        let tip = Point(foot.x, foot.y - r * 1.25)
        for side in [-1.0, 1.0] { line([tip, Point(foot.x + side * r * 0.38, foot.y)], tints[0], &random) }
        line([tip, foot], tints[1], &random)
    }
}
