import BatchVideo
import Foundation

/// A garden lantern of stone: foot, post, fire box, roof, jewel.
struct StoneLantern {
    var dark: Colour
    var light: Colour
    /// -1 when the light comes from the left, 1 from the right.
    var lightSide: Double
    /// Colour of the flame; nil leaves the box dark.
    var flame: Colour?
    var moss: Colour?
    var snow: Colour?

    /// Its foot's middle at `p`, `h` high.
    func paint(at p: Point, height h: Double, on s: PaintSurface) {
        shadow(p, h, s)
        block(p, h, from: 0, to: 0.07, 0.22, 0.2, s)
        block(p, h, from: 0.07, to: 0.12, 0.15, 0.11, s)
        block(p, h, from: 0.12, to: 0.48, 0.075, 0.065, s)
        block(p, h, from: 0.27, to: 0.31, 0.085, 0.085, s)
        block(p, h, from: 0.48, to: 0.55, 0.10, 0.18, s)
        block(p, h, from: 0.55, to: 0.59, 0.18, 0.17, s)
        block(p, h, from: 0.59, to: 0.74, 0.105, 0.105, s)
        window(p, h, s)
        roof(p, h, s)
        jewel(p, h, s)
    }

    private func shadow(_ p: Point, _ h: Double, _ s: PaintSurface) {
        s.isolated {
            s.translate(p.x - lightSide * h * 0.1, p.y)
            s.scale(1, 0.2)
            s.circle(0, 0, h * 0.4)
            s.fill(
                around: Point(0, 0), radius: h * 0.4,
                [Stop(0, dark.darker(0.7), 0.6), Stop(1, dark.darker(0.7), 0)])
        }
    }

    /// A course of stone between two heights, its half breadth below and above, in shares of `h`.
    private func block(
        _ p: Point, _ h: Double, from low: Double, to high: Double, _ below: Double,
        _ above: Double, _ s: PaintSurface
    ) {
        let (y0, y1) = (p.y - h * low, p.y - h * high)
        s.move(p.x - h * below, y0)
        s.line(p.x - h * above, y1)
        s.line(p.x + h * above, y1)
        s.line(p.x + h * below, y0)
        s.curve(
            Point(p.x + h * below * 0.5, y0 + h * 0.014), Point(p.x - h * below * 0.5, y0 + h * 0.014),
            to: Point(p.x - h * below, y0))
        s.close()
        stone(p, h * max(below, above), s)
        s.move(p.x - h * above, y1)
        s.line(p.x + h * above, y1)
        s.stroke(light, 0.5, width: max(h * 0.006, 0.6))
    }

    /// Fills the path like something round, lit from one side.
    private func stone(_ p: Point, _ half: Double, _ s: PaintSurface) {
        s.fill(
            from: Point(p.x + lightSide * half, 0), to: Point(p.x - lightSide * half, 0),
            [
                Stop(0, light.mixed(dark, 0.2)), Stop(0.18, light), Stop(0.5, light.mixed(dark, 0.6)),
                Stop(1, dark.darker(0.25)),
            ])
    }

    private func window(_ p: Point, _ h: Double, _ s: PaintSurface) {
        let (w, top, bottom) = (h * 0.055, p.y - h * 0.725, p.y - h * 0.61)
        s.roundedRectangle(p.x - w, top, w * 2, bottom - top, radius: h * 0.012)
        if let flame {
            s.fill(
                around: Point(p.x, bottom - h * 0.03), radius: h * 0.11,
                [Stop(0, flame.lighter(0.7)), Stop(0.5, flame.lighter(0.25)), Stop(1, flame)])
        } else {
            s.fill(dark.darker(0.6))
        }
        s.move(p.x, top)
        s.line(p.x, bottom)
        s.move(p.x - w, (top + bottom) / 2)
        s.line(p.x + w, (top + bottom) / 2)
        s.stroke(dark.darker(0.3), 0.9, width: max(h * 0.008, 0.6))
    }

    private func roof(_ p: Point, _ h: Double, _ s: PaintSurface) {
        let (eave, top) = (p.y - h * 0.74, p.y - h * 0.89)
        let half = h * 0.235
        s.move(p.x - half, eave - h * 0.025)
        s.curve(
            Point(p.x - half * 0.62, eave - h * 0.02), Point(p.x - h * 0.09, top + h * 0.05),
            to: Point(p.x - h * 0.05, top))
        s.line(p.x + h * 0.05, top)
        s.curve(
            Point(p.x + h * 0.09, top + h * 0.05), Point(p.x + half * 0.62, eave - h * 0.02),
            to: Point(p.x + half, eave - h * 0.025))
        s.curve(
            Point(p.x + half * 0.96, eave + h * 0.03), Point(p.x + half * 0.5, eave + h * 0.025),
            to: Point(p.x, eave + h * 0.028))
        s.curve(
            Point(p.x - half * 0.5, eave + h * 0.025), Point(p.x - half * 0.96, eave + h * 0.03),
            to: Point(p.x - half, eave - h * 0.025))
        s.close()
        stone(p, half, s)
        if let flame {
            s.move(p.x - half * 0.7, eave + h * 0.02)
            s.curve(
                Point(p.x - half * 0.3, eave + h * 0.03), Point(p.x + half * 0.3, eave + h * 0.03),
                to: Point(p.x + half * 0.7, eave + h * 0.02))
            s.stroke(flame, 0.6, width: max(h * 0.012, 0.8))
        }
        guard let cover = snow ?? moss else { return }
        let thick = snow == nil ? 0.02 : 0.05
        s.move(p.x - half * 0.98, eave - h * 0.03)
        s.curve(
            Point(p.x - half * 0.6, eave - h * (0.03 + thick)),
            Point(p.x - h * 0.1, top + h * (0.04 - thick)), to: Point(p.x, top - h * thick * 0.5))
        s.curve(
            Point(p.x + h * 0.1, top + h * (0.04 - thick)),
            Point(p.x + half * 0.6, eave - h * (0.03 + thick)),
            to: Point(p.x + half * 0.98, eave - h * 0.03))
        s.curve(
            Point(p.x + half * 0.5, eave - h * 0.022), Point(p.x + h * 0.1, top + h * 0.05),
            to: Point(p.x, top + h * 0.03))
        s.curve(
            Point(p.x - h * 0.1, top + h * 0.05), Point(p.x - half * 0.5, eave - h * 0.022),
            to: Point(p.x - half * 0.98, eave - h * 0.03))
        s.close()
        s.fill(cover, snow == nil ? 0.6 : 0.97)
    }

    private func jewel(_ p: Point, _ h: Double, _ s: PaintSurface) {
        let y = p.y - h * 0.89
        s.ellipse(p.x, y - h * 0.012, h * 0.05, h * 0.02)
        stone(p, h * 0.05, s)
        s.move(p.x - h * 0.036, y - h * 0.03)
        s.curve(
            Point(p.x - h * 0.06, y - h * 0.08), Point(p.x - h * 0.01, y - h * 0.09),
            to: Point(p.x, y - h * 0.12))
        s.curve(
            Point(p.x + h * 0.01, y - h * 0.09), Point(p.x + h * 0.06, y - h * 0.08),
            to: Point(p.x + h * 0.036, y - h * 0.03))
        s.close()
        stone(p, h * 0.04, s)
        guard let snow else { return }
        s.ellipse(p.x, y - h * 0.095, h * 0.026, h * 0.02)
        s.fill(snow)
    }
}
