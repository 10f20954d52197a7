import BatchVideo
import Foundation

extension Produce {
    /// A Chinese cabbage standing on its foot, `k` high.
    func cabbage(at p: Point, height k: Double, _ random: inout SeededRandom) {
        solids.shadow(p.x, p.y, k * 0.32)
        let (white, green) = (solids.seen(0xF4F6E2), solids.seen(0x86B456))
        for offset in [-0.86, 0.86, -0.62, 0.62, -0.36, 0.38, 0.02] {
            let top = Point(p.x + offset * k * 0.36, p.y - k * (1.0 - abs(offset) * 0.24))
            let foot = Point(p.x + offset * k * 0.17, p.y - k * 0.02)
            frilledLeaf(from: foot, to: top, half: k * 0.21, white, green, offset, &random)
        }
        s.ellipse(p.x, p.y - k * 0.02, k * 0.14, k * 0.035)
        s.fill(white.mixed(solids.shade, 0.3))
    }

    private func frilledLeaf(
        from a: Point, to b: Point, half: Double, _ white: Colour, _ green: Colour,
        _ offset: Double, _ random: inout SeededRandom
    ) {
        let tall = a.y - b.y
        let teeth = 11
        let rim = (0...teeth).map { i -> Point in
            let t = Double(i) / Double(teeth)
            let turn = Double.pi * (1.06 - 1.12 * t)
            let reach = random.uniform(0.88, 1.1)
            return Point(
                b.x + cos(turn) * half * reach + offset * half * 0.2,
                b.y + half * 0.75 - sin(turn) * half * 0.95 * reach)
        }
        s.move(a.x - half * 0.36, a.y)
        s.curve(
            Point(a.x - half * 0.9, a.y - tall * 0.25), Point(rim[0].x, rim[0].y + tall * 0.3),
            to: rim[0])
        for point in rim.dropFirst() { s.line(point.x, point.y) }
        s.curve(
            Point(rim[teeth].x, rim[teeth].y + tall * 0.3),
            Point(a.x + half * 0.9, a.y - tall * 0.25), to: Point(a.x + half * 0.36, a.y))
        s.close()
        let lit = offset * solids.lightSide
        let tint = lit > 0 ? solids.light : solids.shade
        let rib = white.mixed(tint, abs(lit) * 0.3)
        s.fill(
            from: a, to: Point(b.x, b.y - half * 0.3),
            [
                Stop(0, rib.mixed(solids.shade, 0.16)), Stop(0.3, rib),
                Stop(0.56, rib.mixed(green, 0.6)), Stop(0.8, green.mixed(tint, abs(lit) * 0.26)),
                Stop(1, green.mixed(solids.light, 0.3)),
            ], keep: true)
        s.stroke(green.mixed(solids.shade, 0.6), 0.5, width: max(half * 0.03, 0.6))
        s.move(a.x - half * 0.2, a.y - tall * 0.03)
        s.line(b.x, b.y + half * 0.1)
        s.line(a.x + half * 0.2, a.y - tall * 0.03)
        s.close()
        s.fill(white.mixed(solids.light, 0.3), 0.75)
        for side in [-1.0, 1.0] {
            for t in [0.34, 0.5, 0.66, 0.8] {
                let (x, y) = (lerp(a.x, b.x, t), a.y - tall * t)
                s.move(x, y)
                s.curve(
                    Point(x + side * half * 0.3, y - tall * 0.06),
                    Point(x + side * half * 0.5, y - tall * 0.12),
                    to: Point(x + side * half * 0.72, y - tall * 0.2))
            }
        }
        s.stroke(white, 0.5, width: max(half * 0.035, 0.6))
    }

    /// Spring onions lying side by side, white ends at `p`.
    func scallions(at p: Point, length k: Double, angle: Double, _ random: inout SeededRandom) {
        let (ux, uy) = (cos(angle), sin(angle))
        solids.shadow(p.x + ux * k * 0.5, p.y + uy * k * 0.5 + k * 0.03, k * 0.5, flat: 0.12)
        let (white, green) = (solids.seen(0xF6F6E6), solids.seen(0x4F9440))
        for i in 0..<6 {
            let side = (Double(i) - 2.5) * k * 0.022
            let from = Point(p.x - uy * side, p.y + ux * side)
            for blade in 0..<3 {
                let a = angle + random.uniform(-0.1, 0.1) + (Double(blade) - 1) * 0.09
                let start = Point(from.x + ux * k * 0.3, from.y + uy * k * 0.3)
                let reach = k * random.uniform(0.5, 0.74)
                let end = Point(start.x + cos(a) * reach, start.y + sin(a) * reach)
                tube([start, Point((start.x + end.x) / 2, (start.y + end.y) / 2 - k * 0.012), end],
                    green, k * 0.021)
            }
            tube([from, Point(from.x + ux * k * 0.34, from.y + uy * k * 0.34)], white, k * 0.028)
            for _ in 0..<4 {
                let a = angle + .pi + random.uniform(-0.6, 0.6)
                s.move(from.x, from.y)
                s.line(from.x + cos(a) * k * 0.05, from.y + sin(a) * k * 0.05)
            }
            s.stroke(white.mixed(solids.shade, 0.25), width: max(k * 0.004, 0.6))
        }
        let tie = Point(p.x + ux * k * 0.33, p.y + uy * k * 0.33)
        s.move(tie.x - uy * k * -0.075, tie.y + ux * k * -0.075)
        s.line(tie.x - uy * k * 0.075, tie.y + ux * k * 0.075)
        s.stroke(solids.seen(0xB8483A), width: max(k * 0.016, 1))
    }

    private func tube(_ points: [Point], _ colour: Colour, _ width: Double) {
        for (share, tint, lift) in [
            (1.0, colour.mixed(solids.shade, 0.5), 0.0), (0.74, colour, -0.1),
            (0.26, colour.mixed(solids.light, 0.55), -0.24),
        ] {
            s.spline(points.map { Point($0.x, $0.y + lift * width) })
            s.stroke(tint, width: max(width * share, 0.6))
        }
    }

    /// A sprig: a stem with pairs of leaves, from `a` upwards to `b`.
    func sprig(
        from a: Point, to b: Point, leaf: Double, _ colour: Colour, pairs: Int = 4,
        _ random: inout SeededRandom
    ) {
        s.move(a.x, a.y)
        s.curve(
            Point(a.x, lerp(a.y, b.y, 0.4)), Point(lerp(a.x, b.x, 0.6), lerp(a.y, b.y, 0.7)), to: b)
        s.stroke(colour.mixed(solids.shade, 0.35), width: max(leaf * 0.1, 0.8))
        for i in 0..<pairs {
            let t = 0.3 + 0.7 * Double(i) / Double(max(pairs - 1, 1))
            let p = Point(lerp(a.x, b.x, t * t), lerp(a.y, b.y, t))
            for side in [-1.0, 1.0] {
                let size = leaf * (1.1 - 0.4 * t) * random.uniform(0.8, 1.15)
                let q = Point(
                    p.x + side * size, p.y - size * random.uniform(0.05, 0.55))
                solids.leaf(
                    colour.mixed(random.unit() < 0.5 ? solids.light : solids.shade, 0.14), from: p,
                    to: q, half: size * 0.3, bend: side * 0.4, veins: leaf > 9 ? 3 : 0)
            }
        }
        solids.leaf(
            colour.mixed(solids.light, 0.2), from: b,
            to: Point(b.x + leaf * random.uniform(-0.2, 0.2), b.y - leaf * 0.7), half: leaf * 0.22,
            veins: leaf > 9 ? 3 : 0)
    }
}
