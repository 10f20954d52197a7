import Foundation

/// People and boats, as silhouettes with a rim of light.
enum Figures {
    struct Ink {
        var body: Colour
        var rim: Colour
        /// -1 when the light comes from the left, 1 from the right.
        var lightSide = 1.0
    }

    /// A sampan with a boatman in a round hat; `length` in pixels, keel at (x, y).
    static func boat(_ ink: Ink, at p: Point, length k: Double, on surface: PaintSurface) {
        let (x, y) = (p.x, p.y)
        surface.move(x - k * 0.52, y - k * 0.085)
        surface.curve(
            Point(x - k * 0.30, y - k * 0.005), Point(x + k * 0.28, y - k * 0.005),
            to: Point(x + k * 0.54, y - k * 0.12))
        surface.curve(
            Point(x + k * 0.40, y + k * 0.045), Point(x - k * 0.36, y + k * 0.055),
            to: Point(x - k * 0.52, y - k * 0.085))
        surface.close()
        surface.fill(ink.body)
        // The mat roof amidships.
        surface.move(x - k * 0.20, y - k * 0.02)
        surface.curve(
            Point(x - k * 0.19, y - k * 0.155), Point(x + k * 0.06, y - k * 0.155),
            to: Point(x + k * 0.07, y - k * 0.02))
        surface.close()
        surface.fill(ink.body)
        boatman(ink, x + k * 0.25, y - k * 0.02, k * 0.30, surface)
        surface.move(x - k * 0.50, y - k * 0.083)
        surface.curve(
            Point(x - k * 0.30, y - k * 0.012), Point(x + k * 0.28, y - k * 0.012),
            to: Point(x + k * 0.52, y - k * 0.115))
        surface.stroke(ink.rim, 0.7, width: max(k * 0.010, 0.7))
    }

    private static func boatman(
        _ ink: Ink, _ x: Double, _ y: Double, _ h: Double, _ surface: PaintSurface
    ) {
        surface.move(x - h * 0.13, y)
        surface.curve(
            Point(x - h * 0.17, y - h * 0.4), Point(x - h * 0.12, y - h * 0.66),
            to: Point(x, y - h * 0.72))
        surface.curve(
            Point(x + h * 0.13, y - h * 0.66), Point(x + h * 0.15, y - h * 0.4),
            to: Point(x + h * 0.16, y))
        surface.close()
        surface.fill(ink.body)
        surface.circle(x, y - h * 0.78, h * 0.085)
        surface.fill(ink.body)
        surface.move(x - h * 0.25, y - h * 0.80)
        surface.line(x, y - h * 0.99)
        surface.line(x + h * 0.25, y - h * 0.80)
        surface.curve(
            Point(x + h * 0.1, y - h * 0.76), Point(x - h * 0.1, y - h * 0.76),
            to: Point(x - h * 0.25, y - h * 0.80))
        surface.close()
        surface.fill(ink.body)
        surface.move(x - h * 0.05, y - h * 0.58)
        surface.line(x + h * 0.25, y - h * 0.36)
        surface.stroke(ink.body, width: h * 0.075)
        surface.move(x + h * 0.16, y - h * 0.92)
        surface.line(x + h * 0.62, y + h * 0.26)
        surface.stroke(ink.body, width: max(h * 0.030, 0.8))
        let s = ink.lightSide
        surface.move(x + s * h * 0.03, y - h * 0.975)
        surface.line(x + s * h * 0.24, y - h * 0.81)
        surface.stroke(ink.rim, 0.8, width: max(h * 0.022, 0.6))
    }

    /// A sailing boat, hull at (x, y), `height` of the mast in pixels.
    static func sail(
        _ ink: Ink, cloth: Colour, at p: Point, height h: Double, on surface: PaintSurface
    ) {
        let (x, y) = (p.x, p.y)
        surface.move(x - h * 0.33, y - h * 0.09)
        surface.line(x + h * 0.38, y - h * 0.10)
        surface.curve(
            Point(x + h * 0.30, y + h * 0.02), Point(x - h * 0.24, y + h * 0.03),
            to: Point(x - h * 0.33, y - h * 0.09))
        surface.close()
        surface.fill(ink.body)
        surface.move(x + h * 0.02, y - h)
        surface.line(x + h * 0.02, y - h * 0.09)
        surface.stroke(ink.body, width: max(h * 0.018, 0.8))
        surface.move(x - h * 0.01, y - h * 0.97)
        surface.curve(
            Point(x - h * 0.10, y - h * 0.7), Point(x - h * 0.22, y - h * 0.4),
            to: Point(x - h * 0.34, y - h * 0.17))
        surface.line(x - h * 0.01, y - h * 0.15)
        surface.close()
        surface.fill(
            from: Point(x - h * 0.34, y), to: Point(x, y),
            [Stop(0, cloth.darker(0.18)), Stop(1, cloth)])
        surface.move(x + h * 0.05, y - h * 0.92)
        surface.curve(
            Point(x + h * 0.16, y - h * 0.6), Point(x + h * 0.27, y - h * 0.4),
            to: Point(x + h * 0.36, y - h * 0.16))
        surface.line(x + h * 0.05, y - h * 0.15)
        surface.close()
        surface.fill(
            from: Point(x, y), to: Point(x + h * 0.36, y),
            [Stop(0, cloth.lighter(0.1)), Stop(1, cloth.darker(0.1))])
    }

    /// An old couple walking arm in arm, feet at (x, y), `height` in pixels.
    static func couple(_ ink: Ink, at p: Point, height h: Double, on surface: PaintSurface) {
        man(ink, p.x - h * 0.15, p.y, h, surface)
        woman(ink, p.x + h * 0.17, p.y + h * 0.01, h * 0.92, surface)
        surface.move(p.x - h * 0.06, p.y - h * 0.68)
        surface.curve(
            Point(p.x - h * 0.02, p.y - h * 0.5), Point(p.x + h * 0.04, p.y - h * 0.5),
            to: Point(p.x + h * 0.10, p.y - h * 0.58))
        surface.stroke(ink.body, width: h * 0.055)
    }

    /// Someone with a rucksack and a stick, seen from behind; feet at (x, y).
    static func hiker(_ ink: Ink, at p: Point, height h: Double, on s: PaintSurface) {
        let (x, y) = (p.x, p.y)
        legs(ink, x, y, h, s)
        torso(x, y, h, shoulder: 0.13, hem: 0.11, hemRow: 0.42, s)
        s.fill(ink.body)
        s.circle(x, y - h * 0.895, h * 0.07)
        s.fill(ink.body)
        s.roundedRectangle(x - h * 0.125, y - h * 0.80, h * 0.25, h * 0.33, radius: h * 0.05)
        s.fill(ink.body)
        s.move(x + h * 0.12, y - h * 0.74)
        s.line(x + h * 0.20, y - h * 0.55)
        s.stroke(ink.body, width: h * 0.05)
        s.move(x + h * 0.20, y - h * 0.66)
        s.line(x + h * 0.25, y)
        s.stroke(ink.body, width: h * 0.018)
        rim(ink, x, y, h, s)
    }

    private static func man(
        _ ink: Ink, _ x: Double, _ y: Double, _ h: Double, _ s: PaintSurface
    ) {
        legs(ink, x, y, h, s)
        torso(x, y, h, shoulder: 0.125, hem: 0.125, hemRow: 0.40, s)
        s.fill(ink.body)
        s.circle(x - h * 0.005, y - h * 0.885, h * 0.072)
        s.fill(ink.body)
        // A flat cap.
        s.move(x - h * 0.10, y - h * 0.90)
        s.curve(
            Point(x - h * 0.08, y - h * 0.995), Point(x + h * 0.07, y - h * 0.995),
            to: Point(x + h * 0.08, y - h * 0.905))
        s.close()
        s.fill(ink.body)
        s.move(x - h * 0.11, y - h * 0.70)
        s.line(x - h * 0.20, y - h * 0.45)
        s.stroke(ink.body, width: h * 0.055)
        s.move(x - h * 0.205, y - h * 0.46)
        s.line(x - h * 0.235, y)
        s.stroke(ink.body, width: h * 0.022)
        rim(ink, x, y, h, s)
    }

    private static func woman(
        _ ink: Ink, _ x: Double, _ y: Double, _ h: Double, _ s: PaintSurface
    ) {
        legs(ink, x, y, h, s)
        torso(x, y, h, shoulder: 0.105, hem: 0.165, hemRow: 0.24, s)
        s.fill(ink.body)
        s.circle(x, y - h * 0.885, h * 0.072)
        s.fill(ink.body)
        s.circle(x + h * 0.072, y - h * 0.915, h * 0.042)
        s.fill(ink.body)
        s.move(x + h * 0.09, y - h * 0.70)
        s.line(x + h * 0.14, y - h * 0.46)
        s.stroke(ink.body, width: h * 0.05)
        rim(ink, x, y, h, s)
    }

    private static func torso(
        _ x: Double, _ y: Double, _ h: Double, shoulder: Double, hem: Double, hemRow: Double,
        _ s: PaintSurface
    ) {
        s.move(x - h * 0.04, y - h * 0.83)
        s.curve(
            Point(x - h * shoulder, y - h * 0.81), Point(x - h * shoulder, y - h * 0.66),
            to: Point(x - h * hem, y - h * hemRow))
        s.line(x + h * hem, y - h * hemRow)
        s.curve(
            Point(x + h * shoulder, y - h * 0.66), Point(x + h * shoulder, y - h * 0.81),
            to: Point(x + h * 0.04, y - h * 0.83))
        s.close()
    }

    private static func legs(
        _ ink: Ink, _ x: Double, _ y: Double, _ h: Double, _ s: PaintSurface
    ) {
        for (hip, foot) in [(-0.05, -0.10), (0.05, 0.075)] {
            s.move(x + h * hip, y - h * 0.43)
            s.line(x + h * (hip + foot) * 0.55, y - h * 0.2)
            s.line(x + h * foot, y - h * 0.015)
            s.line(x + h * (foot + 0.035), y - h * 0.01)
            s.stroke(ink.body, width: h * 0.07)
        }
    }

    private static func rim(
        _ ink: Ink, _ x: Double, _ y: Double, _ h: Double, _ s: PaintSurface
    ) {
        let side = ink.lightSide
        s.move(x + side * h * 0.055, y - h * 0.94)
        s.curve(
            Point(x + side * h * 0.09, y - h * 0.86), Point(x + side * h * 0.05, y - h * 0.83),
            to: Point(x + side * h * 0.10, y - h * 0.77))
        s.curve(
            Point(x + side * h * 0.12, y - h * 0.66), Point(x + side * h * 0.11, y - h * 0.58),
            to: Point(x + side * h * 0.12, y - h * 0.46))
        s.stroke(ink.rim, 0.55, width: max(h * 0.018, 0.6))
    }
}
