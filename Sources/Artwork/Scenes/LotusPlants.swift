import BatchVideo
import Foundation

/// Lotus flowers, buds and leaves.
struct LotusPlants {
    struct Paint {
        var petalTip: Colour
        var petalBase: Colour
        var heart: Colour
        var stalk: Colour
        var leafLight: Colour
        var leafDark: Colour
        var vein: Colour
        /// Light on edges.
        var rim: Colour
    }

    let paint: Paint

    /// A leaf lying on the water, `rx` wide: a disc with a notch, veins, a lit edge and a shadow.
    func pad(
        at p: Point, rx: Double, ry: Double, notch: Double, on s: PaintSurface,
        random: inout SeededRandom
    ) {
        let shade = random.uniform(0, 1)
        let light = paint.leafLight.mixed(paint.leafDark, shade * 0.45)
        s.ellipse(p.x + rx * 0.02, p.y + ry * 0.16, rx * 1.02, ry * 1.04)
        s.fill(paint.leafDark.darker(0.6), 0.45)
        outline(p, rx, ry, notch, random.uniform(0.012, 0.03), s)
        s.fill(
            around: Point(p.x - rx * 0.15, p.y - ry * 0.3), radius: rx * 1.25,
            [
                Stop(0, light.mixed(paint.rim, 0.16)), Stop(0.55, light),
                Stop(1, light.mixed(paint.leafDark, 0.65)),
            ], keep: true)
        s.stroke(paint.rim, 0.34, width: max(ry * 0.035, 0.7))
        let eye = Point(p.x, p.y - ry * 0.04)
        for i in 0..<13 {
            let a = notch + 0.32 + Double(i) / 12 * (2 * .pi - 0.64)
            s.move(eye.x, eye.y)
            let bend = random.uniform(-0.06, 0.06)
            s.curve(
                Point(eye.x + cos(a + bend) * rx * 0.35, eye.y + sin(a + bend) * ry * 0.35),
                Point(eye.x + cos(a - bend) * rx * 0.7, eye.y + sin(a - bend) * ry * 0.7),
                to: Point(p.x + cos(a) * rx * 0.93, p.y + sin(a) * ry * 0.93))
            s.stroke(paint.vein, 0.30, width: max(rx * 0.009, 0.6))
        }
        s.ellipse(eye.x, eye.y, rx * 0.05, ry * 0.06)
        s.fill(paint.vein, 0.6)
        if random.unit() < 0.5 { dew(p, rx, ry, s, &random) }
    }

    private func outline(
        _ p: Point, _ rx: Double, _ ry: Double, _ notch: Double, _ ripple: Double, _ s: PaintSurface
    ) {
        s.move(p.x, p.y - ry * 0.04)
        for i in 0...48 {
            let a = notch + 0.17 + Double(i) / 48 * (2 * .pi - 0.34)
            let r = 1 + ripple * wave(Double(i) / 48 * 7)
            s.line(p.x + cos(a) * rx * r, p.y + sin(a) * ry * r)
        }
        s.close()
    }

    private func dew(
        _ p: Point, _ rx: Double, _ ry: Double, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        for _ in 0..<(2 + random.index(3)) {
            let a = random.uniform(0, 2 * .pi)
            let d = random.uniform(0.2, 0.7)
            let (x, y) = (p.x + cos(a) * rx * d, p.y + sin(a) * ry * d)
            let r = rx * random.uniform(0.016, 0.034)
            s.ellipse(x, y, r, r * 0.72)
            s.fill(
                from: Point(x, y - r), to: Point(x, y + r),
                [Stop(0, paint.rim, 0.25), Stop(1, .white, 0.75)])
            s.circle(x - r * 0.3, y - r * 0.25, r * 0.26)
            s.fill(.white, 0.95)
        }
    }

    /// A leaf held above the water on a stalk from `foot`, seen from the side like a wide bowl.
    func raisedLeaf(
        foot: Point, at p: Point, rx: Double, lean: Double, on s: PaintSurface,
        random: inout SeededRandom
    ) {
        stalk(from: foot, to: p, width: rx * 0.05, on: s)
        let ry = rx * random.uniform(0.34, 0.46)
        s.isolated {
            s.translate(p.x, p.y)
            s.rotate(lean)
            // The underside behind, then the face with its folded front edge.
            s.move(-rx, 0)
            s.curve(Point(-rx * 0.8, ry * 1.15), Point(rx * 0.8, ry * 1.15), to: Point(rx, 0))
            s.curve(Point(rx * 0.5, -ry * 0.3), Point(-rx * 0.5, -ry * 0.3), to: Point(-rx, 0))
            s.fill(
                from: Point(0, -ry * 0.2), to: Point(0, ry),
                [Stop(0, paint.leafDark), Stop(1, paint.leafLight.mixed(paint.leafDark, 0.35))])
            s.move(-rx, 0)
            s.curve(Point(-rx * 0.9, -ry), Point(-rx * 0.3, -ry * 1.05), to: Point(0, -ry * 0.9))
            s.curve(Point(rx * 0.4, -ry * 1.08), Point(rx * 0.92, -ry * 0.9), to: Point(rx, 0))
            s.curve(Point(rx * 0.6, ry * 0.55), Point(rx * 0.25, ry * 0.34), to: Point(0, ry * 0.5))
            s.curve(Point(-rx * 0.3, ry * 0.34), Point(-rx * 0.7, ry * 0.6), to: Point(-rx, 0))
            s.close()
            s.fill(
                around: Point(-rx * 0.2, -ry * 0.4), radius: rx * 1.3,
                [
                    Stop(0, paint.leafLight.mixed(paint.rim, 0.3)),
                    Stop(0.5, paint.leafLight), Stop(1, paint.leafDark),
                ], keep: true)
            s.stroke(paint.rim, 0.5, width: max(rx * 0.012, 0.7))
            for i in 0..<11 {
                let a = Double(i) / 10 * .pi * 1.84 + 0.1
                s.move(0, -ry * 0.15)
                s.line(cos(a) * rx * 0.86, -ry * 0.15 + sin(a) * ry * 0.62)
                s.stroke(paint.vein, 0.28, width: max(rx * 0.008, 0.6))
            }
        }
    }

    func stalk(from foot: Point, to p: Point, width: Double, on s: PaintSurface) {
        s.move(foot.x, foot.y)
        s.curve(
            Point(foot.x, foot.y - (foot.y - p.y) * 0.45),
            Point(p.x, foot.y - (foot.y - p.y) * 0.6), to: p)
        s.stroke(paint.stalk.darker(0.25), width: max(width, 1.2))
        s.move(foot.x - width * 0.2, foot.y)
        s.curve(
            Point(foot.x - width * 0.2, foot.y - (foot.y - p.y) * 0.45),
            Point(p.x - width * 0.2, foot.y - (foot.y - p.y) * 0.6),
            to: Point(p.x - width * 0.2, p.y))
        s.stroke(paint.stalk.mixed(paint.rim, 0.35), 0.9, width: max(width * 0.35, 0.6))
    }

    /// An open flower of petal length `r`, its seat at `p`.
    func flower(at p: Point, radius r: Double, on s: PaintSurface, random: inout SeededRandom) {
        let turn = random.uniform(-0.05, 0.05)
        // Back to front: (count, half spread in radians, length, width, how far it leans to us).
        let rows: [(Int, Double, Double, Double, Double)] = [
            (7, 1.32, 1.00, 0.27, 0.0), (6, 1.05, 1.02, 0.29, 0.1), (5, 0.72, 1.0, 0.30, 0.2),
        ]
        for (row, spec) in rows.enumerated() {
            let (count, spread, length, width, shade) = spec
            for i in fromOutside(count) {
                let t = count == 1 ? 0 : Double(i) / Double(count - 1) * 2 - 1
                petal(
                    p, -.pi / 2 + t * spread + turn + random.uniform(-0.03, 0.03),
                    r * length * (1 - 0.06 * t * t), width, shade: shade + 0.25 * abs(t), s)
            }
            if row == 1 { heart(p, r, s) }
        }
        for i in fromOutside(5) {
            let t = Double(i) / 4 * 2 - 1
            bowlPetal(p, t, r, s, random.uniform(-0.02, 0.02))
        }
    }

    /// Outer petals first, so that inner ones lie over them.
    private func fromOutside(_ count: Int) -> [Int] {
        (0..<count).sorted { abs($0 * 2 - count + 1) > abs($1 * 2 - count + 1) }
    }

    private func petal(
        _ p: Point, _ angle: Double, _ length: Double, _ width: Double, shade: Double,
        _ s: PaintSurface
    ) {
        let (ux, uy) = (cos(angle), sin(angle))
        let (vx, vy) = (-uy, ux)
        let half = length * width
        func at(_ along: Double, _ across: Double) -> Point {
            Point(
                p.x + ux * length * along + vx * half * across,
                p.y + uy * length * along + vy * half * across)
        }
        s.move(p.x, p.y)
        s.curve(at(0.25, 0.95), at(0.72, 1.15), to: at(1, 0))
        s.curve(at(0.72, -1.15), at(0.25, -0.95), to: p)
        s.close()
        let tip = paint.petalTip.mixed(paint.heart, 0.05)
        s.fill(
            from: p, to: at(1, 0),
            [
                Stop(0, paint.petalBase.mixed(tip, 0.15 + 0.3 * shade)),
                Stop(0.45, paint.petalBase.mixed(tip, 0.18 + 0.25 * shade)),
                Stop(1, tip.darker(0.10 * shade)),
            ], keep: true)
        s.stroke(tip.darker(0.28), 0.35, width: max(length * 0.007, 0.5))
        for k in [-0.4, 0.0, 0.4] {
            let start = at(0.2, k * 0.6)
            s.move(start.x, start.y)
            s.curve(at(0.5, k * 1.2), at(0.7, k), to: at(0.92, k * 0.25))
            s.stroke(tip, 0.22, width: max(length * 0.006, 0.5))
        }
        let edge = at(0.35, -0.75)
        s.move(edge.x, edge.y)
        s.curve(at(0.6, -0.98), at(0.8, -0.72), to: at(0.97, -0.1))
        s.stroke(paint.rim, 0.55, width: max(length * 0.012, 0.6))
    }

    /// A petal in front that bends towards us, its outside seen.
    private func bowlPetal(
        _ p: Point, _ t: Double, _ r: Double, _ s: PaintSurface, _ stray: Double
    ) {
        let x = p.x + t * r * 0.62
        let top = p.y - r * (0.36 - 0.16 * t * t + stray)
        let tip = Point(p.x + t * r * 0.80, top)
        let foot = Point(p.x + t * r * 0.16, p.y + r * 0.10 * (1 - t * t))
        let half = r * 0.20
        s.move(foot.x, foot.y)
        s.curve(
            Point(x - half * 1.25, foot.y - r * 0.02), Point(x - half * 1.15, top + r * 0.12),
            to: tip)
        s.curve(
            Point(x + half * 1.15, top + r * 0.12), Point(x + half * 1.25, foot.y - r * 0.02),
            to: foot)
        s.close()
        s.fill(
            from: foot, to: tip,
            [
                Stop(0, paint.petalBase.mixed(paint.petalTip, 0.25)),
                Stop(0.4, paint.petalBase), Stop(1, paint.petalTip),
            ], keep: true)
        s.stroke(paint.petalTip.darker(0.3), 0.32, width: max(r * 0.007, 0.5))
        s.move(foot.x, foot.y - r * 0.04)
        s.curve(Point(x, foot.y - r * 0.1), Point(x, top + r * 0.14), to: tip)
        s.stroke(paint.petalTip, 0.28, width: max(r * 0.007, 0.5))
    }

    private func heart(_ p: Point, _ r: Double, _ s: PaintSurface) {
        let top = p.y - r * 0.40
        for i in 0..<22 {
            let t = Double(i) / 21 * 2 - 1
            s.move(p.x + t * r * 0.1, p.y - r * 0.1)
            s.line(p.x + t * r * 0.24, top - r * 0.02 * (1 - t * t))
            s.stroke(paint.heart, 0.85, width: max(r * 0.012, 0.6))
        }
        s.ellipse(p.x, top + r * 0.05, r * 0.17, r * 0.08)
        s.fill(
            from: Point(p.x, top), to: Point(p.x, top + r * 0.14),
            [Stop(0, paint.heart.lighter(0.25)), Stop(1, paint.heart.mixed(paint.stalk, 0.5))])
    }

    /// A closed bud.
    func bud(at p: Point, radius r: Double, on s: PaintSurface) {
        for (t, shade) in [(-1.0, 0.35), (1.0, 0.25), (0.0, 0.0)] {
            let x = p.x + t * r * 0.13
            s.move(p.x, p.y)
            s.curve(
                Point(x - r * 0.34, p.y - r * 0.2), Point(x - r * 0.22, p.y - r * 0.72),
                to: Point(p.x + t * r * 0.06, p.y - r))
            s.curve(
                Point(x + r * 0.22, p.y - r * 0.72), Point(x + r * 0.34, p.y - r * 0.2), to: p)
            s.close()
            s.fill(
                from: p, to: Point(p.x, p.y - r),
                [
                    Stop(0, paint.petalBase.mixed(paint.stalk, 0.25)),
                    Stop(0.35, paint.petalBase.mixed(paint.petalTip, 0.2 + shade)),
                    Stop(1, paint.petalTip.darker(shade * 0.3)),
                ], keep: true)
            s.stroke(paint.petalTip.darker(0.3), 0.3, width: max(r * 0.012, 0.5))
        }
    }
}
