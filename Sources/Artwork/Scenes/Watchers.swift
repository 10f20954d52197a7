import BatchVideo
import Foundation

/// People on a bank who look up, seen from behind, with light on their outlines.
struct Watchers {
    let ink: Figures.Ink
    let surface: PaintSurface

    /// Mother, child and father; feet at `p`, the father `h` high.
    func family(at p: Point, height h: Double) {
        person(p.x - h * 0.3, p.y, h * 0.93, skirt: true)
        person(p.x + h * 0.3, p.y, h, skirt: false)
        // The child sits on its father's shoulders and points up.
        rider(p.x + h * 0.3, p.y - h * 0.80, h * 0.52)
        arm(p.x - h * 0.2, p.y - h * 0.68, p.x + h * 0.02, p.y - h * 0.5, h * 0.06)
        person(p.x + h * 0.02, p.y, h * 0.56, skirt: true)
    }

    /// Two who lean together.
    func pair(at p: Point, height h: Double) {
        person(p.x - h * 0.12, p.y, h * 0.94, skirt: true, lean: 0.05)
        person(p.x + h * 0.13, p.y, h, skirt: false, lean: -0.03)
        arm(p.x + h * 0.08, p.y - h * 0.74, p.x - h * 0.2, p.y - h * 0.64, h * 0.07)
    }

    private func person(
        _ x: Double, _ y: Double, _ h: Double, skirt: Bool, lean: Double = 0
    ) {
        let s = surface
        let top = x + lean * h
        for foot in [-0.055, 0.055] {
            s.move(x + foot * h * 0.8, y - h * 0.4)
            s.line(x + foot * h, y)
            s.stroke(ink.body, width: h * 0.085)
        }
        let (hem, row) = skirt ? (0.16, 0.24) : (0.12, 0.4)
        s.move(top - h * 0.04, y - h * 0.84)
        s.curve(
            Point(top - h * 0.125, y - h * 0.83), Point(top - h * 0.115, y - h * 0.6),
            to: Point(x - h * hem, y - h * row))
        s.line(x + h * hem, y - h * row)
        s.curve(
            Point(top + h * 0.115, y - h * 0.6), Point(top + h * 0.125, y - h * 0.83),
            to: Point(top + h * 0.04, y - h * 0.84))
        s.close()
        s.fill(ink.body)
        for side in [-1.0, 1.0] {
            arm(
                top + side * h * 0.095, y - h * 0.76, x + side * h * (skirt ? 0.13 : 0.125), y - h * 0.46,
                h * 0.055)
        }
        head(top, y - h * 0.905, h * 0.078, long: skirt)
        rim(top, x, y, h, hem)
    }

    private func head(_ x: Double, _ y: Double, _ r: Double, long: Bool) {
        surface.ellipse(x, y, r * 0.92, r)
        surface.fill(ink.body)
        if long {
            surface.ellipse(x, y + r * 0.55, r * 0.95, r * 1.15)
            surface.fill(ink.body)
        }
        surface.move(x - r * 0.75, y - r * 0.7)
        surface.curve(
            Point(x - r * 0.3, y - r * 1.2), Point(x + r * 0.3, y - r * 1.2),
            to: Point(x + r * 0.75, y - r * 0.7))
        surface.stroke(ink.rim, 0.7, width: max(r * 0.16, 0.8))
    }

    private func arm(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ width: Double) {
        surface.move(x0, y0)
        surface.line(x1, y1)
        surface.stroke(ink.body, width: width)
    }

    private func rider(_ x: Double, _ y: Double, _ h: Double) {
        let s = surface
        s.move(x - h * 0.13, y + h * 0.05)
        s.curve(
            Point(x - h * 0.17, y - h * 0.3), Point(x - h * 0.1, y - h * 0.5), to: Point(x, y - h * 0.5))
        s.curve(
            Point(x + h * 0.1, y - h * 0.5), Point(x + h * 0.17, y - h * 0.3),
            to: Point(x + h * 0.13, y + h * 0.05))
        s.close()
        s.fill(ink.body)
        for side in [-1.0, 1.0] {
            arm(x + side * h * 0.12, y, x + side * h * 0.17, y + h * 0.34, h * 0.1)
        }
        arm(x + h * 0.1, y - h * 0.42, x + h * 0.24, y - h * 0.62, h * 0.075)
        arm(x + h * 0.24, y - h * 0.62, x + h * 0.34, y - h * 0.9, h * 0.06)
        arm(x - h * 0.1, y - h * 0.4, x - h * 0.22, y - h * 0.1, h * 0.08)
        head(x, y - h * 0.66, h * 0.15, long: false)
    }

    private func rim(_ top: Double, _ x: Double, _ y: Double, _ h: Double, _ hem: Double) {
        for side in [-1.0, 1.0] {
            surface.move(top + side * h * 0.05, y - h * 0.845)
            surface.curve(
                Point(top + side * h * 0.125, y - h * 0.82), Point(top + side * h * 0.122, y - h * 0.66),
                to: Point(x + side * h * 0.128, y - h * 0.5))
            surface.stroke(
                ink.rim, side == ink.lightSide ? 0.6 : 0.22, width: max(h * 0.012, 0.8))
        }
    }
}
