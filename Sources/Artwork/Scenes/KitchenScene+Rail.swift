import BatchVideo
import Foundation

extension KitchenScene {
    private enum Tool: CaseIterable { case ladle, turner, skimmer, whisk, pan }

    /// A rail with tools on hooks; they swing a little.
    static func rail(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let unit = scene.stage.unit
        let (at, length) = plan.rail
        let bar = scene.surface()
        bar.move(at.x + unit * 0.006, at.y + unit * 0.01)
        bar.line(at.x + length, at.y + unit * 0.01)
        bar.stroke(paint.shade, 0.25, width: unit * 0.009)
        bar.move(at.x, at.y)
        bar.line(at.x + length, at.y)
        bar.stroke(paint.metal.mixed(paint.shade, 0.35), width: unit * 0.0095, keep: true)
        bar.stroke(paint.metal.mixed(paint.light, 0.6), width: unit * 0.003)
        for end in [0.0, 1.0] {
            bar.circle(at.x + length * end, at.y, unit * 0.011)
            bar.fill(paint.metal.mixed(paint.shade, 0.2))
        }
        scene.add(bar, depth: 0.22)
        let count = max(Int(length / (unit * 0.115)), 2)
        let start = random.index(Tool.allCases.count)
        for half in 0..<2 {
            let s = scene.surface()
            for k in 0..<count where k % 2 == half {
                let p = Point(
                    at.x + length * (Double(k) + 0.5) / Double(count), at.y + unit * 0.004)
                hang(Tool.allCases[(start + k) % 5], p, unit * 0.15, paint, s)
            }
            scene.add(
                s, depth: 0.23,
                .sway(
                    pivot: at.y, reach: -unit * 0.17, pixels: unit * 0.0055, turns: 1 + half,
                    phase: 0.35 * Double(half)))
        }
    }

    private static func hang(
        _ tool: Tool, _ p: Point, _ k: Double, _ paint: Paint, _ s: PaintSurface
    ) {
        let solids = self.solids(s, paint)
        let dark = Point(p.x - lightSide * k * 0.08, p.y + k * (tool == .pan ? 0.70 : 0.84))
        s.circle(dark.x, dark.y, k * 0.34)
        s.fill(around: dark, radius: k * 0.34, [Stop(0, paint.shade, 0.34), Stop(1, paint.shade, 0)])
        s.move(p.x, p.y - k * 0.03)
        s.curve(
            Point(p.x + k * 0.07, p.y - k * 0.02), Point(p.x + k * 0.06, p.y + k * 0.1),
            to: Point(p.x, p.y + k * 0.10))
        s.stroke(paint.metal.mixed(paint.shade, 0.3), width: max(k * 0.022, 1))
        let handle = tool == .whisk || tool == .pan ? solids.seen(0x7A4A2C) : paint.metal
        let end = tool == .pan ? 0.42 : 0.68
        solids.spindle(
            handle, axis: { Point(p.x, p.y + k * (0.07 + (end - 0.07) * $0)) },
            half: { k * (tool == .pan ? 0.028 : 0.026 - 0.010 * $0) }, gloss: 0.4)
        let low = p.y + k * end
        switch tool {
        case .ladle:
            s.move(p.x - k * 0.17, low)
            s.curve(
                Point(p.x - k * 0.16, low + k * 0.24), Point(p.x + k * 0.16, low + k * 0.24),
                to: Point(p.x + k * 0.17, low))
            s.close()
            solids.bulge(paint.metal, around: Point(p.x, low + k * 0.06), radius: k * 0.17, gloss: 0.7)
            s.ellipse(p.x, low, k * 0.17, k * 0.03)
            s.fill(paint.metal.mixed(paint.light, 0.5))
        case .turner:
            s.polygon([
                Point(p.x - k * 0.03, low - k * 0.05), Point(p.x + k * 0.03, low - k * 0.05),
                Point(p.x + k * 0.12, low + k * 0.05), Point(p.x + k * 0.125, low + k * 0.27),
                Point(p.x - k * 0.125, low + k * 0.27), Point(p.x - k * 0.12, low + k * 0.05),
            ])
            solids.bulge(
                paint.metal, around: Point(p.x, low + k * 0.12), radius: k * 0.2, gloss: 0.4)
            for x in [-0.05, 0.0, 0.05] {
                s.roundedRectangle(
                    p.x + k * x - k * 0.009, low + k * 0.09, k * 0.018, k * 0.12, radius: k * 0.01)
            }
            s.fill(paint.shade, 0.55)
        case .skimmer:
            solids.ball(paint.metal, at: Point(p.x, low + k * 0.13), radius: k * 0.15, gloss: 0.5)
            for ring in 0..<3 {
                let r = k * 0.045 * Double(ring)
                for i in 0..<max(ring * 6, 1) {
                    let a = Double(i) / Double(max(ring * 6, 1)) * 2 * .pi
                    s.circle(p.x + cos(a) * r, low + k * 0.13 + sin(a) * r, k * 0.012)
                }
            }
            s.fill(paint.shade, 0.6)
        case .whisk:
            for x in [-1.0, -0.5, 0, 0.5, 1.0] {
                s.move(p.x, low - k * 0.02)
                s.curve(
                    Point(p.x + x * k * 0.17, low + k * 0.1), Point(p.x + x * k * 0.15, low + k * 0.28),
                    to: Point(p.x, low + k * 0.29))
            }
            s.stroke(paint.metal.mixed(paint.light, 0.35), 0.9, width: max(k * 0.014, 0.8))
        case .pan:
            let c = Point(p.x, low + k * 0.24)
            s.circle(c.x, c.y, k * 0.27)
            s.fill(paint.shade.mixed(paint.metal, 0.35))
            s.circle(c.x, c.y, k * 0.24)
            s.fill(
                around: Point(c.x + lightSide * k * 0.1, c.y - k * 0.1), radius: k * 0.4,
                [
                    Stop(0, paint.shade.mixed(paint.metal, 0.6)),
                    Stop(1, paint.shade.mixed(paint.metal, 0.1)),
                ])
            s.circle(c.x, c.y, k * 0.262)
            s.stroke(paint.light, 0.35, width: max(k * 0.01, 0.7))
        }
    }
}
