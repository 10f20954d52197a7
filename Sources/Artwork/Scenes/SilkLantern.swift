import Foundation

/// A round lantern of silk on ribs, with a tassel. It hangs from a point.
struct SilkLantern {
    let silk: Colour
    let gold: Colour
    let light: Colour
    let shade: Colour
    /// How strongly it is lit from inside, 0...1.
    let lamp: Double
    let lightSide: Double

    func paint(at p: Point, radius r: Double, on s: PaintSurface) {
        let c = Point(p.x, p.y + r * 1.55)
        s.move(p.x, p.y)
        s.line(p.x, c.y - r * 0.9)
        s.stroke(shade, 0.8, width: max(r * 0.05, 0.8))
        tassel(Point(c.x, c.y + r * 0.92), r, s)
        s.ellipse(c.x, c.y, r * 1.12, r * 0.88)
        let glow = silk.mixed(Colour(0xFFC070), 0.75)
        s.fill(
            around: Point(c.x + lightSide * r * 0.3 * (1 - lamp), c.y - r * 0.2 * (1 - lamp)),
            radius: r * 1.5,
            [
                Stop(0, silk.mixed(light, 0.42).mixed(glow.lighter(0.3), lamp)),
                Stop(0.45, silk.mixed(glow, lamp * 0.5)),
                Stop(0.9, silk.mixed(shade, 0.5 * (1 - lamp * 0.6))),
                Stop(1, silk.mixed(shade, 0.6 * (1 - lamp * 0.5))),
            ])
        for k in -2...2 {
            let t = Double(k) / 2.6
            s.move(c.x, c.y - r * 0.86)
            s.curve(
                Point(c.x + t * r * 1.5, c.y - r * 0.6), Point(c.x + t * r * 1.5, c.y + r * 0.6),
                to: Point(c.x, c.y + r * 0.86))
        }
        s.stroke(gold, 0.5, width: max(r * 0.035, 0.7))
        for y in [-0.84, 0.84] {
            s.roundedRectangle(c.x - r * 0.46, c.y + y * r - r * 0.11, r * 0.92, r * 0.22, radius: r * 0.06)
            s.fill(
                from: Point(c.x + lightSide * r * 0.4, 0), to: Point(c.x - lightSide * r * 0.4, 0),
                [Stop(0, gold.mixed(light, 0.4)), Stop(1, gold.mixed(shade, 0.4))])
        }
    }

    private func tassel(_ p: Point, _ r: Double, _ s: PaintSurface) {
        for k in -3...3 {
            s.move(p.x + Double(k) * r * 0.05, p.y)
            s.line(p.x + Double(k) * r * 0.085, p.y + r * 1.0)
        }
        s.stroke(gold.mixed(silk, 0.4), 0.95, width: max(r * 0.07, 0.8))
    }
}
