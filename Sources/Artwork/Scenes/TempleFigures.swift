import BatchVideo
import Foundation

/// Red paper lanterns that swing from hooks.
struct HangingLanterns: SceneLayer {
    let hooks: [Point]
    /// Half a lantern's height, in pixels.
    let size: Double
    let red: Colour
    let gold: Colour
    let light: Colour
    let lit: Double
    let depth: Double

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        for (i, hook) in hooks.enumerated() {
            let start = Double(i) * 0.23
            let swing = 0.10 * wave(2 * moment.phase + start) + 0.04 * wave(3 * moment.phase + start * 2)
            let p = Point(hook.x + shift.x, hook.y + shift.y)
            surface.isolated {
                surface.translate(p.x, p.y)
                surface.rotate(swing)
                lantern(on: surface)
            }
            let c = Point(p.x - sin(swing) * size * 1.3, p.y + cos(swing) * size * 1.3)
            let pulse = lit * (0.34 + 0.08 * wave(3 * moment.phase + start * 3))
            SoftDisc.add(light, pulse, c.x, c.y, radius: size * 3.4, on: frame)
        }
    }

    private func lantern(on s: PaintSurface) {
        let c = Point(0, size * 1.3)
        s.move(0, 0)
        s.line(0, c.y - size * 0.8)
        s.stroke(gold.darker(0.4), width: max(size * 0.06, 0.6))
        s.ellipse(0, c.y, size * 0.92, size * 0.80)
        s.fill(
            around: c, radius: size,
            [
                Stop(0, red.mixed(light, 0.25 + 0.55 * lit)), Stop(0.55, red.mixed(light, 0.3 * lit)),
                Stop(1, red.darker(0.25)),
            ])
        for k in [0.30, 0.66] {
            s.ellipse(0, c.y, size * 0.92 * k, size * 0.80)
        }
        s.stroke(red.darker(0.4), 0.5, width: max(size * 0.05, 0.5))
        for y in [c.y - size * 0.82, c.y + size * 0.82] {
            s.rectangle(-size * 0.34, y - size * 0.08, size * 0.68, size * 0.16)
        }
        s.fill(gold)
        s.move(0, c.y + size * 0.9)
        s.line(0, c.y + size * 1.55)
        s.stroke(red.darker(0.1), width: max(size * 0.18, 0.8))
    }
}

/// Someone seen from behind under an oiled paper umbrella.
enum Umbrella {
    static func walker(
        body: Colour, paper: Colour, rib: Colour, snow: Colour, at p: Point, height h: Double,
        on s: PaintSurface
    ) {
        s.ellipse(p.x - h * 0.12, p.y, h * 0.26, h * 0.04)
        s.fill(.black, 0.22)
        for (hip, foot) in [(-0.045, -0.06), (0.04, 0.06)] {
            s.move(p.x + h * hip, p.y - h * 0.2)
            s.line(p.x + h * foot, p.y - h * 0.01)
            s.stroke(body.darker(0.4), width: h * 0.06)
        }
        // A long coat.
        s.move(p.x - h * 0.05, p.y - h * 0.70)
        s.curve(
            Point(p.x - h * 0.15, p.y - h * 0.62), Point(p.x - h * 0.13, p.y - h * 0.35),
            to: Point(p.x - h * 0.17, p.y - h * 0.12))
        s.line(p.x + h * 0.17, p.y - h * 0.12)
        s.curve(
            Point(p.x + h * 0.13, p.y - h * 0.35), Point(p.x + h * 0.15, p.y - h * 0.62),
            to: Point(p.x + h * 0.05, p.y - h * 0.70))
        s.close()
        s.fill(
            from: Point(p.x + h * 0.16, 0), to: Point(p.x - h * 0.16, 0),
            [Stop(0, body.lighter(0.22)), Stop(0.4, body), Stop(1, body.darker(0.35))])
        s.circle(p.x, p.y - h * 0.77, h * 0.07)
        s.fill(body.darker(0.5))
        s.move(p.x + h * 0.10, p.y - h * 0.52)
        s.line(p.x + h * 0.06, p.y - h * 1.08)
        s.stroke(rib.darker(0.4), width: max(h * 0.02, 0.8))
        let (c, r) = (Point(p.x + h * 0.05, p.y - h * 0.80), h * 0.42)
        s.move(c.x - r, c.y)
        s.curve(
            Point(c.x - r * 0.8, c.y - r * 0.55), Point(c.x - r * 0.2, c.y - r * 0.78),
            to: Point(c.x, c.y - r * 0.80))
        s.curve(
            Point(c.x + r * 0.2, c.y - r * 0.78), Point(c.x + r * 0.8, c.y - r * 0.55),
            to: Point(c.x + r, c.y))
        for k in (0..<6).reversed() {
            let (a, b) = (lerp(-1, 1, Double(k) / 6), lerp(-1, 1, Double(k + 1) / 6))
            let middle = (a + b) / 2
            s.curve(
                Point(c.x + r * middle, c.y - r * 0.10), Point(c.x + r * middle, c.y - r * 0.10),
                to: Point(c.x + r * a, c.y))
        }
        s.close()
        s.fill(
            from: Point(c.x + r, c.y - r * 0.4), to: Point(c.x - r, c.y),
            [Stop(0, paper.lighter(0.25)), Stop(0.5, paper), Stop(1, paper.darker(0.35))])
        for k in 1..<6 {
            let u = lerp(-1, 1, Double(k) / 6)
            s.move(c.x, c.y - r * 0.80)
            s.curve(
                Point(c.x + r * u * 0.5, c.y - r * 0.7), Point(c.x + r * u * 0.9, c.y - r * 0.35),
                to: Point(c.x + r * u, c.y))
        }
        s.stroke(rib, 0.6, width: max(h * 0.009, 0.5))
        s.move(c.x - r * 0.62, c.y - r * 0.50)
        s.curve(
            Point(c.x - r * 0.2, c.y - r * 0.80), Point(c.x + r * 0.2, c.y - r * 0.84),
            to: Point(c.x + r * 0.6, c.y - r * 0.52))
        s.curve(
            Point(c.x + r * 0.2, c.y - r * 0.66), Point(c.x - r * 0.2, c.y - r * 0.64),
            to: Point(c.x - r * 0.62, c.y - r * 0.50))
        s.fill(snow, 0.9)
    }
}
