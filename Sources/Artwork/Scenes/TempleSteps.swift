import BatchVideo
import Foundation

/// Steps that come down a slope towards us, stone under snow.
struct TempleSteps {
    /// The middle of the upper edge and half its width; the same below.
    let top: Point
    let half: Double
    let foot: Point
    let broad: Double
    private static let count = 22

    /// `t` 0 at the top ... 1 at the foot, `u` -1...1 across.
    func place(_ t: Double, _ u: Double) -> Point {
        let y = lerp(top.y, foot.y, t)
        // Widths grow with the distance from the vanishing point, evenly with the row.
        let bow = 0.06 * sin(.pi * t) * broad
        return Point(lerp(top.x, foot.x, t) + bow + u * lerp(half, broad, t), y)
    }

    private func row(_ i: Int) -> Double { pow(Double(i) / Double(Self.count), 1.55) }

    func paint(_ look: TempleBuilder.Look, on s: PaintSurface, random: inout SeededRandom) {
        for i in 0..<Self.count { step(i, look, s) }
        prints(look, s, &random)
        for side in [-1.0, 1.0] { rail(side, look, s) }
    }

    private func step(_ i: Int, _ look: TempleBuilder.Look, _ s: PaintSurface) {
        let (a, b) = (row(i), row(i + 1))
        let lip = lerp(a, b, 0.56)
        s.polygon([place(a, -1), place(a, 1), place(lip, 1), place(lip, -1)])
        s.fill(
            from: Point(0, place(a, 0).y), to: Point(0, place(lip, 0).y),
            [Stop(0, look.snowShade), Stop(0.5, look.snow), Stop(1, look.snow.lighter(0.4))])
        s.polygon([place(lip, -1), place(lip, 1), place(b, 1), place(b, -1)])
        s.fill(
            from: Point(0, place(lip, 0).y), to: Point(0, place(b, 0).y),
            [
                Stop(0, look.stone.mixed(look.snowShade, 0.55)),
                Stop(1, look.stone.mixed(look.dark, 0.2)),
            ])
        // Joints between the blocks.
        for k in 0..<5 {
            let u = -0.8 + 0.4 * Double(k) + (i % 2 == 0 ? 0.12 : -0.08)
            let (p, q) = (place(lip, u), place(b, u))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
        }
        s.stroke(look.dark, 0.3, width: max((place(b, 1).x - place(b, -1).x) * 0.002, 0.6))
    }

    /// A trodden way up the middle.
    private func prints(
        _ look: TempleBuilder.Look, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        for i in 9..<Self.count {
            for k in 0..<2 {
                let t = lerp(row(i), row(i + 1), 0.3)
                let p = place(t, (k == 0 ? -0.06 : 0.05) + random.uniform(-0.05, 0.05))
                let r = lerp(half, broad, t) * 0.035
                s.ellipse(p.x, p.y, r * 0.75, r * 0.42)
                s.fill(look.snowShade.mixed(look.dark, 0.3), 0.5)
            }
        }
    }

    private func rail(_ side: Double, _ look: TempleBuilder.Look, _ s: PaintSurface) {
        func edge(_ t: Double, _ out: Double, _ up: Double) -> Point {
            let p = place(t, side * (1 + out))
            return Point(p.x, p.y - up * lerp(half, broad, t))
        }
        let steps = (0...12).map { Double($0) / 12 }
        let inner = steps.map { edge($0, 0, 0) }
        let crown = steps.map { edge($0, 0.02, 0.20) }
        s.polygon(inner + crown.reversed())
        s.fill(
            from: top, to: foot,
            [
                Stop(0, look.stone.mixed(look.snowShade, 0.35)),
                Stop(1, side > 0 ? look.stone.darker(0.3) : look.stone.lighter(0.05)),
            ])
        s.polygon(crown + steps.reversed().map { edge($0, 0.13, 0.235) })
        s.fill(
            from: top, to: foot,
            [Stop(0, look.snow), Stop(0.5, look.snow.lighter(0.35)), Stop(1, look.snowShade)])
        for t in [0.0, 0.16, 0.36, 0.60, 0.9] {
            let p = edge(t, 0.06, 0.20)
            let k = lerp(half, broad, t)
            s.rectangle(p.x - k * 0.055, p.y - k * 0.16, k * 0.11, k * 0.26)
            s.fill(
                from: Point(p.x + k * 0.055, 0), to: Point(p.x - k * 0.055, 0),
                [Stop(0, look.stone.lighter(0.2)), Stop(1, look.stone.darker(0.4))])
            s.ellipse(p.x, p.y - k * 0.17, k * 0.085, k * 0.055)
            s.fill(
                from: Point(0, p.y - k * 0.22), to: Point(0, p.y - k * 0.12),
                [Stop(0, look.snow.lighter(0.5)), Stop(1, look.snowShade)])
        }
    }
}
