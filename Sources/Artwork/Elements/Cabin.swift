import BatchVideo
import Foundation

/// A log cabin with lit windows.
struct Cabin {
    var wall: Colour
    var roof: Colour
    var trim: Colour
    /// Colour of the light in the windows.
    var lamp: Colour
    var snow: Colour?

    /// The foot of the left wall's corner is at `p`; `w` is the width of the front.
    func paint(at p: Point, width w: Double, on s: PaintSurface) {
        let h = w * 0.46
        side(p, w, h, s)
        front(p, w, h, s)
        roof(p, w, h, s)
        chimney(p, w, h, s)
        openings(p, w, h, s)
    }

    /// Where smoke leaves the chimney.
    func chimneyTop(at p: Point, width w: Double) -> Point {
        Point(p.x + w * 0.83, p.y - w * 1.0)
    }

    private func front(_ p: Point, _ w: Double, _ h: Double, _ s: PaintSurface) {
        s.polygon([
            Point(p.x, p.y), Point(p.x, p.y - h), Point(p.x + w * 0.27, p.y - h * 1.72),
            Point(p.x + w * 0.54, p.y - h), Point(p.x + w * 0.54, p.y),
        ])
        s.fill(
            from: Point(p.x, p.y - h * 1.7), to: Point(p.x, p.y),
            [
                Stop(0, wall.lighter(0.04)), Stop(1, wall.darker(0.12)),
            ])
        logs(p.x, p.x + w * 0.54, p, h, s)
    }

    private func side(_ p: Point, _ w: Double, _ h: Double, _ s: PaintSurface) {
        s.rectangle(p.x + w * 0.54, p.y - h, w * 0.56, h)
        s.fill(
            from: Point(p.x, p.y - h), to: Point(p.x, p.y),
            [
                Stop(0, wall.darker(0.32)), Stop(1, wall.darker(0.18)),
            ])
        logs(p.x + w * 0.54, p.x + w * 1.1, p, h, s)
    }

    private func logs(_ x0: Double, _ x1: Double, _ p: Point, _ h: Double, _ s: PaintSurface) {
        for i in 1..<8 {
            let y = p.y - h * Double(i) / 8
            s.move(x0, y)
            s.line(x1, y)
        }
        s.stroke(wall.darker(0.5), 0.5, width: max(h * 0.014, 0.5))
    }

    private func roof(_ p: Point, _ w: Double, _ h: Double, _ s: PaintSurface) {
        let ridge = p.y - h * 1.86
        s.polygon([
            Point(p.x + w * 0.27, ridge), Point(p.x + w * 0.97, ridge),
            Point(p.x + w * 1.18, p.y - h * 0.92), Point(p.x + w * 0.60, p.y - h * 0.92),
        ])
        s.fill(
            from: Point(p.x, ridge), to: Point(p.x, p.y - h),
            [
                Stop(0, snow ?? roof.lighter(0.10)), Stop(1, (snow ?? roof).darker(0.16)),
            ])
        let thick = snow == nil ? h * 0.10 : h * 0.17
        let colour = snow?.lighter(0.2) ?? roof.darker(0.25)
        for (end, foot) in [(-0.07, -0.9), (0.61, -0.9)] {
            s.polygon([
                Point(p.x + w * 0.27, ridge - thick * 0.5), Point(p.x + w * end, p.y + h * foot),
                Point(p.x + w * end, p.y + h * foot + thick),
                Point(p.x + w * 0.27, ridge + thick * 0.9),
            ])
            s.fill(end < 0 ? colour : colour.darker(0.10))
        }
        s.move(p.x + w * 0.60, p.y - h * 0.91)
        s.line(p.x + w * 1.18, p.y - h * 0.91)
        s.stroke(colour.darker(0.06), width: thick * 0.5)
    }

    private func chimney(_ p: Point, _ w: Double, _ h: Double, _ s: PaintSurface) {
        let x = p.x + w * 0.78
        s.rectangle(x, p.y - h * 2.12, w * 0.10, h * 0.46)
        s.fill(wall.darker(0.3))
        s.rectangle(x - w * 0.012, p.y - h * 2.17, w * 0.124, h * 0.09)
        s.fill(snow ?? trim)
    }

    private func openings(_ p: Point, _ w: Double, _ h: Double, _ s: PaintSurface) {
        window(p.x + w * 0.08, p.y - h * 0.78, w * 0.15, h * 0.36, s)
        window(p.x + w * 0.67, p.y - h * 0.76, w * 0.13, h * 0.34, s)
        window(p.x + w * 0.88, p.y - h * 0.76, w * 0.13, h * 0.34, s)
        s.circle(p.x + w * 0.27, p.y - h * 1.28, w * 0.042)
        s.fill(lamp, keep: true)
        s.stroke(trim, width: w * 0.014)
        s.roundedRectangle(p.x + w * 0.32, p.y - h * 0.74, w * 0.14, h * 0.74, radius: w * 0.01)
        s.fill(trim.darker(0.35))
        s.rectangle(p.x + w * 0.35, p.y - h * 0.66, w * 0.08, h * 0.22)
        s.fill(lamp, 0.85)
        for (x, y, r) in [
            (0.155, 0.6, 0.62), (0.735, 0.6, 0.5), (0.945, 0.6, 0.5), (0.39, 0.5, 0.4),
        ] {
            s.glow(p.x + w * x, p.y - h * y, radius: w * r, lamp, 0.42, falloff: 1.1)
        }
    }

    private func window(
        _ x: Double, _ y: Double, _ w: Double, _ h: Double, _ s: PaintSurface
    ) {
        s.rectangle(x, y, w, h)
        s.fill(
            from: Point(x, y), to: Point(x, y + h),
            [
                Stop(0, lamp.lighter(0.35)), Stop(1, lamp),
            ], keep: true)
        s.stroke(trim, width: w * 0.11)
        s.move(x + w / 2, y)
        s.line(x + w / 2, y + h)
        s.move(x, y + h / 2)
        s.line(x + w, y + h / 2)
        s.stroke(trim, width: w * 0.06)
        if let snow {
            s.rectangle(x - w * 0.1, y + h, w * 1.2, h * 0.1)
            s.fill(snow)
        }
    }
}
