import Foundation

extension Figures {
    /// Someone in a long coat under an umbrella of oiled paper, seen from behind; feet at `p`.
    static func umbrella(
        _ ink: Ink, coat: Colour, silk: Colour, at p: Point, height h: Double,
        on s: PaintSurface
    ) {
        let side = ink.lightSide
        for foot in [-0.055, 0.05] {
            s.move(p.x + h * foot * 0.7, p.y - h * 0.2)
            s.line(p.x + h * foot, p.y - h * 0.012)
            s.line(p.x + h * (foot + 0.03), p.y - h * 0.008)
            s.stroke(ink.body, width: h * 0.055)
        }
        s.move(p.x - h * 0.045, p.y - h * 0.80)
        s.curve(
            Point(p.x - h * 0.16, p.y - h * 0.78), Point(p.x - h * 0.10, p.y - h * 0.5),
            to: Point(p.x - h * 0.17, p.y - h * 0.13))
        s.curve(
            Point(p.x - h * 0.08, p.y - h * 0.10), Point(p.x + h * 0.08, p.y - h * 0.10),
            to: Point(p.x + h * 0.16, p.y - h * 0.13))
        s.curve(
            Point(p.x + h * 0.10, p.y - h * 0.5), Point(p.x + h * 0.15, p.y - h * 0.78),
            to: Point(p.x + h * 0.045, p.y - h * 0.80))
        s.close()
        s.fill(
            from: Point(p.x + side * h * 0.16, 0), to: Point(p.x - side * h * 0.16, 0),
            [Stop(0, coat.mixed(ink.rim, 0.35)), Stop(0.35, coat), Stop(1, coat.mixed(ink.body, 0.6))])
        s.circle(p.x, p.y - h * 0.86, h * 0.072)
        s.fill(ink.body)
        // The pole leans on a shoulder.
        let top = Point(p.x + h * 0.03, p.y - h * 1.19)
        s.move(p.x + h * 0.085, p.y - h * 0.56)
        s.line(top.x, top.y)
        s.stroke(ink.body, width: max(h * 0.016, 0.8))
        s.move(p.x + h * 0.10, p.y - h * 0.72)
        s.line(p.x + h * 0.088, p.y - h * 0.58)
        s.stroke(coat.mixed(ink.body, 0.3), width: h * 0.06)
        canopy(ink, silk, top, h, s)
    }

    private static func canopy(
        _ ink: Ink, _ silk: Colour, _ top: Point, _ h: Double, _ s: PaintSurface
    ) {
        let (half, high) = (h * 0.46, h * 0.27)
        let rim = (0...6).map { Point(top.x + half * (Double($0) / 3 - 1), top.y + high) }
        s.move(rim[0].x, rim[0].y)
        s.curve(
            Point(rim[0].x + half * 0.12, top.y + high * 0.3), Point(top.x - half * 0.4, top.y),
            to: top)
        s.curve(
            Point(top.x + half * 0.4, top.y), Point(rim[6].x - half * 0.12, top.y + high * 0.3),
            to: rim[6])
        for i in (0..<6).reversed() {
            let (a, b) = (rim[i + 1], rim[i])
            s.curve(
                Point(lerp(a.x, b.x, 0.3), a.y - h * 0.035), Point(lerp(a.x, b.x, 0.7), a.y - h * 0.035),
                to: b)
        }
        s.close()
        let lit = Point(top.x + ink.lightSide * half * 0.4, top.y + high * 0.2)
        s.fill(
            around: lit, radius: half * 1.5,
            [
                Stop(0, silk.mixed(ink.rim, 0.5)), Stop(0.4, silk),
                Stop(1, silk.mixed(ink.body, 0.5)),
            ])
        for i in 1..<6 {
            s.move(top.x, top.y)
            s.curve(
                Point(lerp(top.x, rim[i].x, 0.55), top.y + high * 0.12),
                Point(lerp(top.x, rim[i].x, 0.9), top.y + high * 0.5), to: rim[i])
        }
        s.stroke(silk.mixed(ink.body, 0.5), 0.6, width: max(h * 0.010, 0.6))
        s.move(top.x, top.y)
        s.line(top.x, top.y - h * 0.05)
        s.stroke(ink.body, width: max(h * 0.02, 0.8))
    }
}
