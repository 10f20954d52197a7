import BatchVideo
import Foundation

extension Kitchenware {
    /// A board seen from above its near edge: a trapezium with thickness, centred on `p`.
    func board(at p: Point, width w: Double, depth d: Double, _ wood: Colour) {
        let thick = w * 0.035
        func outline(_ drop: Double) {
            let (top, low) = (p.y - d / 2 + drop, p.y + d / 2 + drop)
            s.move(p.x - w * 0.46, top)
            s.line(p.x + w * 0.46, top)
            s.curve(
                Point(p.x + w * 0.475, top), Point(p.x + w * 0.5, low - d * 0.1),
                to: Point(p.x + w * 0.5, low))
            s.line(p.x - w * 0.5, low)
            s.curve(
                Point(p.x - w * 0.5, low - d * 0.1), Point(p.x - w * 0.475, top),
                to: Point(p.x - w * 0.46, top))
            s.close()
        }
        solids.shadow(p.x, p.y + d * 0.52, w * 0.56, flat: 0.16, 0.55)
        outline(thick)
        s.fill(wood.mixed(dark, 0.5))
        outline(0)
        s.fill(
            from: Point(p.x + solids.lightSide * w * 0.5, p.y - d / 2),
            to: Point(p.x - solids.lightSide * w * 0.5, p.y + d / 2),
            [
                Stop(0, wood.mixed(light, 0.45)), Stop(0.5, wood.mixed(light, 0.12)),
                Stop(1, wood.mixed(dark, 0.14)),
            ], keep: true)
        s.isolated {
            s.clip()
            for k in 0..<13 {
                let y = p.y - d / 2 + d * (Double(k) + 0.5) / 13
                let bow = sin(Double(k) * 2.4) * d * 0.03
                s.move(p.x - w * 0.52, y + bow)
                s.curve(
                    Point(p.x - w * 0.2, y - bow), Point(p.x + w * 0.2, y + bow * 1.6),
                    to: Point(p.x + w * 0.52, y - bow * 0.4))
                s.stroke(
                    wood.mixed(dark, 0.45), 0.16 + 0.1 * sin(Double(k) * 1.7),
                    width: max(d * 0.012, 0.7))
            }
        }
        s.move(p.x - w * 0.5, p.y + d / 2)
        s.line(p.x + w * 0.5, p.y + d / 2)
        s.stroke(light, 0.5, width: max(w * 0.004, 0.8))
    }

    /// A kitchen knife with a broad blade lying flat, handle to the right.
    func cleaver(at p: Point, length k: Double) {
        let steel = solids.seen(0xB9C2C8)
        solids.shadow(p.x, p.y + k * 0.05, k * 0.5, flat: 0.16, 0.4)
        s.polygon([
            Point(p.x - k * 0.5, p.y - k * 0.06), Point(p.x + k * 0.14, p.y - k * 0.085),
            Point(p.x + k * 0.16, p.y + k * 0.055), Point(p.x - k * 0.53, p.y + k * 0.085),
        ])
        s.fill(
            from: Point(p.x - k * 0.4, p.y - k * 0.1), to: Point(p.x + k * 0.1, p.y + k * 0.1),
            [
                Stop(0, steel.mixed(light, 0.2)), Stop(0.3, steel.mixed(dark, 0.25)),
                Stop(0.5, steel.mixed(light, 0.75)), Stop(0.62, steel),
                Stop(1, steel.mixed(dark, 0.4)),
            ])
        s.move(p.x - k * 0.53, p.y + k * 0.082)
        s.line(p.x + k * 0.16, p.y + k * 0.052)
        s.stroke(light.lighter(0.5), 0.8, width: max(k * 0.008, 0.8))
        solids.spindle(
            solids.seen(0x6A4028),
            axis: { Point(p.x + k * (0.14 + 0.36 * $0), p.y - k * (0.03 + 0.02 * $0)) },
            half: { k * (0.036 + 0.008 * sin($0 * 5)) }, gloss: 0.3)
        for t in [0.22, 0.40] {
            s.circle(p.x + k * t, p.y - k * 0.042, k * 0.009)
            s.fill(steel.mixed(light, 0.5))
        }
    }

    /// Round slices fanned out from `p` to the right.
    func slices(at p: Point, radius r: Double, count: Int, _ flesh: Colour, _ heart: Colour) {
        for k in (0..<count).reversed() {
            let x = p.x + Double(k) * r * 0.62
            let y = p.y - Double(k % 2) * r * 0.05
            s.ellipse(x - r * 0.03, y + r * 0.12, r * 0.98, r * 0.46)
            s.fill(dark, 0.3)
            s.ellipse(x, y + r * 0.07, r * 0.92, r * 0.42)
            s.fill(flesh.mixed(dark, 0.4))
            s.ellipse(x, y, r * 0.92, r * 0.42)
            s.fill(
                around: Point(x + solids.lightSide * r * 0.3, y - r * 0.1), radius: r * 1.3,
                [Stop(0, flesh.mixed(light, 0.4)), Stop(1, flesh)])
            s.ellipse(x, y, r * 0.4, r * 0.18)
            s.fill(heart, 0.75)
        }
    }

    /// The far half of a woven basket; things are laid in before ``basketFront(at:width:_:)``.
    func basketBack(at p: Point, width w: Double, _ straw: Colour) {
        solids.shadow(p.x, p.y, w * 0.55, 0.6)
        s.ellipse(p.x, p.y - w * 0.30, w * 0.5, w * 0.135)
        s.fill(
            from: Point(0, p.y - w * 0.44), to: Point(0, p.y - w * 0.16),
            [Stop(0, straw.mixed(dark, 0.55)), Stop(1, straw.mixed(dark, 0.8))])
        s.ellipse(p.x, p.y - w * 0.30, w * 0.5, w * 0.135)
        s.stroke(straw.mixed(dark, 0.2), width: w * 0.03)
    }

    func basketFront(at p: Point, width w: Double, _ straw: Colour) {
        let rim = p.y - w * 0.30
        func side(_ t: Double) -> Double { lerp(0.5, 0.37, t * t) * w }
        let rows = 7
        for row in 0..<rows {
            let t0 = Double(row) / Double(rows)
            let y0 = lerp(rim, p.y - w * 0.09, t0)
            let high = (p.y - w * 0.09 - rim) / Double(rows)
            let half = side(t0)
            let cells = 19
            for k in 0..<cells {
                let a0 = Double.pi * Double(k) / Double(cells)
                let a1 = Double.pi * (Double(k) + 1.16) / Double(cells)
                let lifted = (k + row) % 2 == 0
                func at(_ a: Double) -> Point {
                    Point(p.x - cos(a) * half, y0 + sin(a) * w * 0.135 + high * 0.55)
                }
                let (from, to, mid) = (at(a0), at(min(a1, .pi)), at((a0 + min(a1, .pi)) / 2))
                let facing = (0.5 + cos((a0 + a1) / 2) * -0.5 * solids.lightSide)
                let tint = straw.mixed(dark, 0.52 - 0.42 * facing)
                s.move(from.x, from.y)
                s.curve(
                    Point(mid.x, mid.y + high * (lifted ? 0.2 : -0.1)),
                    Point(mid.x, mid.y + high * (lifted ? 0.2 : -0.1)), to: to)
                s.stroke(tint.mixed(lifted ? light : dark, 0.26), width: high * 1.02)
            }
        }
        s.move(p.x - w * 0.5, rim)
        s.curve(
            Point(p.x - w * 0.5, rim + w * 0.18), Point(p.x + w * 0.5, rim + w * 0.18),
            to: Point(p.x + w * 0.5, rim))
        s.stroke(straw.mixed(dark, 0.35), width: w * 0.045, keep: true)
        s.stroke(straw.mixed(light, 0.25), width: w * 0.026)
    }

    /// Chopsticks lying on a small rest, pointing left.
    func chopsticks(at p: Point, length k: Double, _ wood: Colour) {
        solids.ball(solids.seen(0xE8EEF0), at: Point(p.x - k * 0.36, p.y - k * 0.005), radius: k * 0.026)
        for (a, b) in [(0.0, 0.012), (0.042, 0.048)] {
            solids.shadow(p.x, p.y + k * (a + 0.04), k * 0.5, flat: 0.03, 0.4)
            s.polygon([
                Point(p.x - k * 0.5, p.y + k * a - k * 0.03),
                Point(p.x + k * 0.5, p.y + k * b - k * 0.012),
                Point(p.x + k * 0.5, p.y + k * b + k * 0.016),
                Point(p.x - k * 0.5, p.y + k * a - k * 0.02),
            ])
            s.fill(
                from: Point(0, p.y - k * 0.03), to: Point(0, p.y + k * 0.06),
                [Stop(0, wood.mixed(light, 0.5)), Stop(1, wood.mixed(dark, 0.4))])
        }
    }
}
