import BatchVideo
import Foundation

/// Fruit and vegetables on a table. Points are where a thing touches it; sizes are in pixels.
struct Produce {
    let solids: Solids

    var s: PaintSurface { solids.surface }

    func tomato(at p: Point, radius r: Double, _ hex: UInt32 = 0xD8402E) {
        let c = Point(p.x, p.y - r * 0.84)
        solids.shadow(p.x, p.y - r * 0.03, r * 1.05)
        outline(c, r, dip: 0.74, shoulder: 0.96, foot: 0.86)
        solids.bulge(solids.seen(hex), around: c, radius: r, gloss: 0.6)
        calyx(Point(c.x, c.y - r * 0.70), r * 0.52)
    }

    /// A round fruit, sunk in at its stalk; heights are shares of its radius from the middle.
    private func outline(_ c: Point, _ r: Double, dip: Double, shoulder: Double, foot: Double) {
        func at(_ x: Double, _ y: Double) -> Point { Point(c.x + x * r, c.y + y * r) }
        s.move(c.x, c.y - dip * r)
        s.curve(at(0.54, -shoulder), at(1.06, -0.52), to: at(1.03, 0.04))
        s.curve(at(1.0, 0.58), at(0.5, foot * 1.05), to: at(0, foot))
        s.curve(at(-0.5, foot * 1.05), at(-1.0, 0.58), to: at(-1.03, 0.04))
        s.curve(at(-1.06, -0.52), at(-0.54, -shoulder), to: at(0, -dip))
        s.close()
    }

    private func calyx(_ p: Point, _ r: Double) {
        let green = solids.seen(0x5E8A3A)
        for k in 0..<6 {
            let a = Double(k) / 6 * 2 * .pi + 0.3
            let tip = Point(p.x + cos(a) * r, p.y + sin(a) * r * 0.42 + r * 0.06)
            s.leaf(
                (p.x + tip.x) / 2, (p.y + tip.y) / 2, r * 0.5, r * 0.11,
                tilt: atan2(tip.y - p.y, tip.x - p.x))
            s.fill(green.mixed(solids.shade, sin(a) > 0 ? 0.05 : 0.35))
        }
        s.move(p.x, p.y)
        s.curve(
            Point(p.x, p.y - r * 0.2), Point(p.x + r * 0.06, p.y - r * 0.36),
            to: Point(p.x + r * 0.18, p.y - r * 0.42))
        s.stroke(green.mixed(solids.shade, 0.3), width: r * 0.14)
    }

    func apple(at p: Point, radius r: Double, _ hex: UInt32 = 0xC8342C) {
        let c = Point(p.x, p.y - r * 0.92)
        let skin = solids.seen(hex)
        solids.shadow(p.x, p.y, r * 1.02)
        outline(c, r, dip: 0.70, shoulder: 1.14, foot: 0.93)
        solids.bulge(skin, around: c, radius: r * 1.02, gloss: 0.6)
        s.ellipse(c.x, c.y - r * 0.69, r * 0.24, r * 0.08)
        s.fill(skin.mixed(solids.shade, 0.6), 0.8)
        s.move(c.x, c.y - r * 0.68)
        s.curve(
            Point(c.x, c.y - r * 0.95), Point(c.x + r * 0.08, c.y - r * 1.1),
            to: Point(c.x + r * 0.16, c.y - r * 1.2))
        s.stroke(solids.seen(0x6A4424), width: r * 0.09)
        solids.leaf(
            solids.seen(0x6A9A42), from: Point(c.x + r * 0.06, c.y - r * 0.98),
            to: Point(c.x + r * 0.66, c.y - r * 1.16), half: r * 0.16, bend: -0.5, veins: 0)
    }

    func pumpkin(at p: Point, radius r: Double, _ hex: UInt32 = 0xDE8A34) {
        let c = Point(p.x, p.y - r * 0.66)
        let skin = solids.seen(hex)
        solids.shadow(p.x, p.y - r * 0.05, r * 1.2)
        for (offset, half) in [(-0.66, 0.5), (0.66, 0.5), (-0.42, 0.5), (0.42, 0.5), (0, 0.44)] {
            s.ellipse(c.x + offset * r, c.y + abs(offset) * r * 0.02, half * r, r * 0.68)
            let facing = offset * solids.lightSide
            solids.bulge(
                skin.mixed(facing > 0 ? solids.light : solids.shade, abs(facing) * 0.26),
                around: Point(c.x + offset * r, c.y), radius: r * 0.68, gloss: 0.2)
        }
        s.ellipse(c.x, c.y - r * 0.6, r * 0.2, r * 0.07)
        s.fill(skin.mixed(solids.shade, 0.5))
        solids.spindle(
            solids.seen(0x7A7A3E),
            axis: { Point(c.x + r * 0.16 * $0 * $0, c.y - r * (0.58 + 0.36 * $0)) },
            half: { r * (0.1 - 0.035 * $0) }, gloss: 0)
    }

    /// Lies from its thick end at `p` towards `angle`.
    func carrot(at p: Point, length k: Double, angle: Double, _ random: inout SeededRandom) {
        let (ux, uy) = (cos(angle), sin(angle))
        let skin = solids.seen(0xE87A2A)
        for i in 0..<3 {
            solids.shadow(
                p.x + ux * k * (0.18 + 0.26 * Double(i)), p.y + uy * k * 0.45 + k * 0.09, k * 0.22)
        }
        for i in 0..<9 {
            let a = angle + .pi + (Double(i) - 4) * 0.10 + random.uniform(-0.06, 0.06)
            let reach = k * random.uniform(0.36, 0.56)
            frond(p, Point(p.x + cos(a) * reach, p.y + sin(a) * reach), k * 0.045, &random)
        }
        solids.spindle(
            skin, axis: { Point(p.x + ux * k * $0, p.y + uy * k * $0) },
            half: { k * (0.115 * pow(1 - $0, 0.62) * (0.5 + 0.5 * smoothstep(0, 0.08, $0)) + 0.006) },
            gloss: 0.3)
        for _ in 0..<7 {
            let t = random.uniform(0.06, 0.8)
            let half = k * 0.085 * pow(1 - t, 0.6)
            let (x, y) = (p.x + ux * k * t, p.y + uy * k * t)
            let from = random.uniform(-0.8, 0.2)
            s.move(x - uy * half * from, y + ux * half * from)
            s.line(x - uy * half * (from + 0.7), y + ux * half * (from + 0.7))
            s.stroke(skin.mixed(solids.shade, 0.5), 0.55, width: max(k * 0.007, 0.6))
        }
    }

    private func frond(_ a: Point, _ b: Point, _ size: Double, _ random: inout SeededRandom) {
        let green = solids.seen(0x5C9A3E)
        s.move(a.x, a.y)
        s.line(b.x, b.y)
        s.stroke(green.mixed(solids.shade, 0.3), width: max(size * 0.22, 0.8))
        for i in 2...7 {
            let t = Double(i) / 7
            let (x, y) = (lerp(a.x, b.x, t), lerp(a.y, b.y, t))
            for _ in 0..<2 {
                let turn = random.uniform(0, 2 * .pi)
                s.leaf(
                    x + cos(turn) * size * 0.5, y + sin(turn) * size * 0.5, size * 0.6, size * 0.2,
                    tilt: turn)
                s.fill(
                    green.mixed(random.unit() < 0.5 ? solids.light : solids.shade, 0.3), 0.95)
            }
        }
    }

    func eggplant(at p: Point, length k: Double, angle: Double) {
        let (ux, uy) = (cos(angle), sin(angle))
        let skin = solids.seen(0x5A2E6E)
        func axis(_ t: Double) -> Point {
            let bow = k * 0.10 * sin(.pi * t)
            return Point(p.x + ux * k * t - uy * bow, p.y + uy * k * t + ux * bow)
        }
        solids.shadow(axis(0.6).x, axis(0.6).y + k * 0.13, k * 0.5)
        solids.spindle(
            skin, axis: axis,
            half: { k * 0.175 * (0.42 + 0.62 * smoothstep(0, 0.75, $0))
                * (max(1 - pow($0, 7), 0)).squareRoot() }, gloss: 0.55)
        let green = solids.seen(0x6A7E42)
        for turn in [-0.75, -0.25, 0.25, 0.75] {
            let q = axis(0.03)
            let a = angle + turn
            s.leaf(q.x + cos(a) * k * 0.075, q.y + sin(a) * k * 0.075, k * 0.11, k * 0.032, tilt: a)
            s.fill(green.mixed(solids.shade, turn > 0 ? 0.35 : 0.1))
        }
        s.move(axis(0.04).x, axis(0.04).y)
        s.line(p.x - ux * k * 0.12 + uy * k * 0.03, p.y - uy * k * 0.12 - k * 0.02)
        s.stroke(green.mixed(solids.shade, 0.2), width: k * 0.055)
    }

    func chili(at p: Point, length k: Double, angle: Double, _ hex: UInt32 = 0xD0342C) {
        let (ux, uy) = (cos(angle), sin(angle))
        func axis(_ t: Double) -> Point {
            let bow = k * 0.16 * sin(.pi * t * 0.9)
            return Point(p.x + ux * k * t - uy * bow, p.y + uy * k * t + ux * bow)
        }
        solids.shadow(axis(0.5).x, axis(0.5).y + k * 0.07, k * 0.46, flat: 0.2, 0.4)
        s.move(p.x, p.y)
        s.line(p.x - ux * k * 0.2 - uy * k * 0.06, p.y - uy * k * 0.2 - k * 0.03)
        s.stroke(solids.seen(0x5E8A3A), width: max(k * 0.045, 1))
        solids.spindle(
            solids.seen(hex), axis: axis, half: { k * 0.078 * pow(1 - $0, 0.55) + 0.4 },
            gloss: 0.7)
    }

    func garlic(at p: Point, radius r: Double) {
        let skin = solids.seen(0xF2E9DE)
        solids.shadow(p.x, p.y, r)
        s.move(p.x + r * 0.06, p.y - r * 2.1)
        for side in [1.0, -1.0] {
            let rows = side > 0 ? [-1.5, -1.25, -0.66] : [-0.66, -1.25, -1.5]
            if side > 0 {
                s.curve(
                    Point(p.x + r * 0.1, p.y + r * rows[0]), Point(p.x + r, p.y + r * rows[1]),
                    to: Point(p.x + r, p.y + r * rows[2]))
                s.curve(
                    Point(p.x + r, p.y - r * 0.1), Point(p.x + r * 0.4, p.y), to: Point(p.x, p.y))
            } else {
                s.curve(
                    Point(p.x - r * 0.4, p.y), Point(p.x - r, p.y - r * 0.1),
                    to: Point(p.x - r, p.y + r * rows[0]))
                s.curve(
                    Point(p.x - r, p.y + r * rows[1]), Point(p.x - r * 0.1, p.y + r * rows[2]),
                    to: Point(p.x - r * 0.08, p.y - r * 2.1))
            }
        }
        s.close()
        solids.bulge(skin, around: Point(p.x, p.y - r * 0.75), radius: r * 1.05, gloss: 0.3)
        for bow in [-0.62, -0.22, 0.22, 0.62] {
            s.move(p.x + bow * r * 0.12, p.y - r * 1.75)
            s.curve(
                Point(p.x + bow * r * 0.4, p.y - r * 1.35),
                Point(p.x + bow * r * 1.35, p.y - r * 0.8), to: Point(p.x + bow * r * 0.5, p.y - r * 0.06))
        }
        s.stroke(solids.seen(0xA8889A), 0.55, width: max(r * 0.04, 0.6))
    }

    func mushroom(at p: Point, radius r: Double) {
        solids.shadow(p.x, p.y, r * 0.9)
        s.roundedRectangle(p.x - r * 0.3, p.y - r * 0.72, r * 0.6, r * 0.74, radius: r * 0.2)
        solids.bulge(
            solids.seen(0xE9D9BE), around: Point(p.x, p.y - r * 0.3), radius: r * 0.5, gloss: 0)
        let cap = solids.seen(0x8A5A38)
        s.move(p.x - r, p.y - r * 0.55)
        s.curve(
            Point(p.x - r * 0.95, p.y - r * 1.45), Point(p.x + r * 0.95, p.y - r * 1.45),
            to: Point(p.x + r, p.y - r * 0.55))
        s.curve(
            Point(p.x + r * 0.7, p.y - r * 0.28), Point(p.x - r * 0.7, p.y - r * 0.28),
            to: Point(p.x - r, p.y - r * 0.55))
        s.close()
        solids.bulge(cap, around: Point(p.x, p.y - r * 0.7), radius: r, gloss: 0.3)
        for a in [-0.5, 0.05, 0.55] {
            s.move(p.x + a * r * 0.9, p.y - r * 1.06)
            s.line(p.x + a * r * 1.25, p.y - r * 0.66)
        }
        s.move(p.x - r * 0.5, p.y - r * 0.84)
        s.line(p.x + r * 0.52, p.y - r * 0.9)
        s.stroke(solids.seen(0xE9D2AC), 0.6, width: max(r * 0.055, 0.7))
    }
}
