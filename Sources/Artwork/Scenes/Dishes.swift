import BatchVideo
import Foundation

/// What is served: food in a bowl or a steamer, with light on it.
struct Dishes {
    let ware: Kitchenware

    var s: PaintSurface { ware.solids.surface }
    var solids: Solids { ware.solids }

    /// Noodles in broth with egg, greens, meat and spring onion.
    func noodles(in mouth: Kitchenware.Mouth, _ random: inout SeededRandom) {
        let (c, rx, ry) = (mouth.centre, mouth.rx, mouth.ry)
        s.isolated {
            s.ellipse(c.x, c.y, rx, ry)
            s.clip()
            broth(mouth, 0xC9782C)
            for _ in 0..<70 { strand(c, rx, ry, &random) }
        }
        let egg = random.unit() < 0.5 ? -1.0 : 1.0
        greens(Point(c.x - egg * rx * 0.36, c.y - ry * 0.18), rx, &random)
        for k in 0..<3 {
            meat(
                Point(c.x - rx * 0.06 + rx * 0.16 * Double(k), c.y - ry * (0.5 - 0.12 * Double(k))),
                rx * 0.24)
        }
        halfEgg(Point(c.x + egg * rx * 0.46, c.y + ry * 0.02), rx * 0.20, tilt: 0.3 * egg)
        halfEgg(Point(c.x + egg * rx * 0.24, c.y + ry * 0.34), rx * 0.20, tilt: -0.2 * egg)
        for _ in 0..<24 {
            let (a, d) = (random.uniform(0, 2 * .pi), random.unit().squareRoot() * 0.78)
            ring(Point(c.x + cos(a) * d * rx, c.y + sin(a) * d * ry - ry * 0.06), rx * 0.03)
        }
    }

    private func broth(_ mouth: Kitchenware.Mouth, _ hex: UInt32) {
        let (c, rx, ry) = (mouth.centre, mouth.rx, mouth.ry)
        let soup = solids.seen(hex)
        s.rectangle(c.x - rx, c.y - ry, rx * 2, ry * 2)
        s.fill(
            from: Point(c.x + solids.lightSide * rx, c.y - ry),
            to: Point(c.x - solids.lightSide * rx, c.y + ry),
            [
                Stop(0, soup.mixed(solids.shade, 0.3)), Stop(0.4, soup),
                Stop(1, soup.mixed(solids.light, 0.35)),
            ])
    }

    private func strand(
        _ c: Point, _ rx: Double, _ ry: Double, _ random: inout SeededRandom
    ) {
        let turn = random.uniform(0, 2 * .pi)
        let (u, v) = (cos(turn) * random.uniform(0.1, 0.6), sin(turn) * random.uniform(0.1, 0.6))
        let sweep = random.uniform(0.9, 2.4)
        let reach = random.uniform(0.25, 0.7)
        let points = (0..<6).map { i -> Point in
            let a = turn + (Double(i) / 5 - 0.5) * sweep
            let d = reach + 0.09 * sin(Double(i) * 2.1 + turn * 3)
            return Point(c.x + (u * 0.6 + cos(a) * d) * rx, c.y + (v * 0.6 + sin(a) * d) * ry)
        }
        let noodle = solids.seen(0xF3D48C)
        let thick = max(rx * 0.028, 1)
        for (width, colour, lift) in [
            (1.35, noodle.mixed(solids.shade, 0.62), 0.25), (1.0, noodle, 0),
            (0.32, noodle.mixed(solids.light, 0.7), -0.24),
        ] {
            s.spline(points.map { Point($0.x, $0.y + thick * lift) })
            s.stroke(colour, width: thick * width)
        }
    }

    private func greens(_ p: Point, _ rx: Double, _ random: inout SeededRandom) {
        let green = solids.seen(0x4E9A3C)
        for k in 0..<4 {
            let a = -2.5 + Double(k) * 0.36
            let tip = Point(p.x + cos(a) * rx * 0.42, p.y + sin(a) * rx * 0.30)
            let foot = Point(p.x + rx * 0.1, p.y + rx * 0.08)
            solids.leaf(
                green.mixed(solids.shade, random.uniform(0, 0.25)), from: foot, to: tip,
                half: rx * 0.11, bend: random.uniform(-0.5, 0.5))
            s.move(foot.x, foot.y)
            s.line(lerp(foot.x, tip.x, 0.45), lerp(foot.y, tip.y, 0.45))
            s.stroke(solids.seen(0xE6F0CC), 0.95, width: rx * 0.05)
        }
    }

    private func meat(_ p: Point, _ r: Double) {
        let red = solids.seen(0xA85A3E)
        s.ellipse(p.x, p.y + r * 0.16, r, r * 0.52, tilt: -0.2)
        s.fill(solids.shade, 0.45)
        s.ellipse(p.x, p.y, r, r * 0.5, tilt: -0.2)
        s.fill(
            around: Point(p.x + solids.lightSide * r * 0.4, p.y - r * 0.2), radius: r * 1.4,
            [Stop(0, red.mixed(solids.light, 0.42)), Stop(0.6, red), Stop(1, red.darker(0.25))],
            keep: true)
        s.stroke(solids.seen(0x6A2E1C), 0.8, width: r * 0.09)
        for k in 0..<3 {
            s.ellipse(p.x, p.y, r * (0.72 - 0.22 * Double(k)), r * (0.33 - 0.1 * Double(k)), tilt: -0.2)
            s.stroke(solids.seen(0xF0CBA6), 0.55, width: r * 0.07)
        }
    }

    private func halfEgg(_ p: Point, _ r: Double, tilt: Double) {
        let white = solids.seen(0xFBF5E6)
        s.ellipse(p.x, p.y + r * 0.2, r * 1.04, r * 0.72, tilt: tilt)
        s.fill(solids.shade, 0.45)
        s.ellipse(p.x, p.y, r, r * 0.68, tilt: tilt)
        s.fill(
            from: Point(p.x + solids.lightSide * r, p.y - r * 0.4),
            to: Point(p.x - solids.lightSide * r, p.y + r * 0.5),
            [Stop(0, white.mixed(solids.light, 0.5)), Stop(1, white.mixed(solids.shade, 0.22))])
        s.ellipse(p.x, p.y, r * 0.58, r * 0.40, tilt: tilt)
        s.fill(
            around: Point(p.x + solids.lightSide * r * 0.15, p.y - r * 0.1), radius: r * 0.65,
            [Stop(0, solids.seen(0xFFC94E)), Stop(0.7, solids.seen(0xF5A01E)),
                Stop(1, solids.seen(0xD97F16))])
        solids.shine(Point(p.x + solids.lightSide * r * 0.2, p.y - r * 0.14), r * 0.2, r * 0.1, 0.9)
    }

    private func ring(_ p: Point, _ r: Double) {
        s.ellipse(p.x, p.y + r * 0.3, r, r * 0.62)
        s.fill(solids.shade, 0.35)
        s.ellipse(p.x, p.y, r, r * 0.62)
        s.fill(solids.seen(0x6FB24A), keep: true)
        s.stroke(solids.seen(0x3E7E34), width: max(r * 0.3, 0.6))
        s.ellipse(p.x, p.y, r * 0.42, r * 0.24)
        s.fill(solids.seen(0xDDF0B4))
    }

    /// Dumplings heaped in a bowl.
    func dumplings(in mouth: Kitchenware.Mouth, _ random: inout SeededRandom) {
        let (c, rx, ry) = (mouth.centre, mouth.rx, mouth.ry)
        s.ellipse(c.x, c.y, rx, ry)
        s.fill(solids.seen(0xD8B98C).mixed(solids.shade, 0.26))
        let rows: [(Double, [Double])] = [
            (-0.66, [-0.34, 0.36]), (-0.36, [-0.62, 0.64, 0.02]), (-0.86, [0.0]),
            (0.02, [-0.4, 0.42]), (0.3, [0.02]), (-0.3, [-0.22, 0.24]),
        ]
        for (lift, places) in rows {
            for x in places {
                dumpling(
                    Point(c.x + x * rx + random.gauss(0, rx * 0.015), c.y + lift * ry),
                    rx * 0.31, tilt: random.uniform(-0.22, 0.22))
            }
        }
        for _ in 0..<16 {
            ring(
                Point(c.x + random.uniform(-0.6, 0.6) * rx, c.y + random.uniform(-0.9, 0.2) * ry),
                rx * 0.026)
        }
    }

    private func dumpling(_ p: Point, _ r: Double, tilt: Double) {
        let dough = solids.seen(0xF7E9CE)
        s.isolated {
            s.translate(p.x, p.y)
            s.rotate(tilt)
            s.ellipse(0, r * 0.26, r * 1.12, r * 0.44)
            s.fill(dough.mixed(solids.shade, 0.62), 0.62)
            s.move(-r, r * 0.12)
            s.curve(Point(-r * 0.92, r * 0.6), Point(r * 0.92, r * 0.6), to: Point(r, r * 0.12))
            s.curve(Point(r * 0.86, -r * 0.5), Point(-r * 0.86, -r * 0.5), to: Point(-r, r * 0.12))
            s.close()
            solids.bulge(dough, around: Point(0, r * 0.06), radius: r * 0.66, gloss: 0.35)
            let hem = (0...8).map { k -> Point in
                let t = Double(k) / 8
                let a = Double.pi * (1 - t)
                return Point(cos(a) * r, r * 0.10 - sin(a) * r * (k % 2 == 0 ? 0.46 : 0.38))
            }
            s.spline(hem)
            s.stroke(dough.mixed(solids.light, 0.4), width: r * 0.13)
            for k in 1..<8 {
                s.move(hem[k].x, hem[k].y)
                s.line(hem[k].x * 0.84, hem[k].y + r * 0.22)
            }
            s.stroke(dough.mixed(solids.shade, 0.45), 0.6, width: max(r * 0.035, 0.6))
        }
    }
}
