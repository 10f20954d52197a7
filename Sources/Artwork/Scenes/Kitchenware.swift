import BatchVideo
import Foundation

/// Bowls, pots, boards and baskets of a kitchen. Points are where a thing stands.
struct Kitchenware {
    let solids: Solids

    var s: PaintSurface { solids.surface }
    var dark: Colour { solids.shade }
    var light: Colour { solids.light }

    struct Mouth {
        var centre: Point
        var rx: Double
        var ry: Double
    }

    /// A wide bowl with a painted band; `w` is its width. Returns its mouth, to be filled.
    func bowl(at p: Point, width w: Double, _ glaze: Colour, band: Colour) -> Mouth {
        let h = w * 0.40
        solids.shadow(p.x, p.y, w * 0.5, 0.62)
        let mouth = Mouth(centre: Point(p.x, p.y - h), rx: w * 0.5, ry: w * 0.165)
        s.ellipse(p.x, p.y - w * 0.008, w * 0.19, w * 0.05)
        s.fill(glaze.mixed(dark, 0.6))
        s.move(p.x - w * 0.5, mouth.centre.y)
        s.curve(
            Point(p.x - w * 0.48, p.y - h * 0.46), Point(p.x - w * 0.3, p.y - h * 0.12),
            to: Point(p.x - w * 0.18, p.y - w * 0.012))
        s.curve(
            Point(p.x - w * 0.08, p.y + w * 0.035), Point(p.x + w * 0.08, p.y + w * 0.035),
            to: Point(p.x + w * 0.18, p.y - w * 0.012))
        s.curve(
            Point(p.x + w * 0.3, p.y - h * 0.12), Point(p.x + w * 0.48, p.y - h * 0.46),
            to: Point(p.x + w * 0.5, mouth.centre.y))
        s.close()
        let (lit, far) = (p.x + solids.lightSide * w * 0.5, p.x - solids.lightSide * w * 0.5)
        s.fill(
            from: Point(lit, 0), to: Point(far, 0),
            [
                Stop(0, glaze.mixed(light, 0.3)), Stop(0.2, glaze.mixed(light, 0.55)),
                Stop(0.46, glaze), Stop(0.84, glaze.mixed(dark, 0.5)),
                Stop(1, glaze.mixed(dark, 0.36)),
            ], keep: true)
        s.isolated {
            s.clip()
            bands(p, w, h, mouth, band)
            s.rectangle(p.x - w, mouth.centre.y, w * 2, h * 1.2)
            s.fill(
                from: mouth.centre, to: p,
                [Stop(0, dark, 0), Stop(0.5, dark, 0.02), Stop(1, dark, 0.46)])
        }
        solids.shine(
            Point(p.x + solids.lightSide * w * 0.3, p.y - h * 0.44), w * 0.045, w * 0.11, 0.6)
        s.ellipse(mouth.centre.x, mouth.centre.y, mouth.rx, mouth.ry)
        s.fill(
            from: Point(lit, 0), to: Point(far, 0),
            [Stop(0, glaze.mixed(light, 0.6)), Stop(1, glaze.mixed(dark, 0.2))])
        s.ellipse(mouth.centre.x, mouth.centre.y + w * 0.004, mouth.rx * 0.95, mouth.ry * 0.92)
        s.fill(
            from: Point(lit, 0), to: Point(far, 0),
            [Stop(0, glaze.mixed(dark, 0.5)), Stop(1, glaze.mixed(dark, 0.08))])
        return Mouth(
            centre: Point(mouth.centre.x, mouth.centre.y + w * 0.012), rx: mouth.rx * 0.93,
            ry: mouth.ry * 0.88)
    }

    /// Brush strokes around the outside: two lines and a row of scrolls.
    private func bands(_ p: Point, _ w: Double, _ h: Double, _ mouth: Mouth, _ colour: Colour) {
        for (drop, width) in [(0.055, 0.010), (0.085, 0.005), (0.70, 0.008)] {
            let y = mouth.centre.y + h * drop * 1.1
            let (rx, ry) = (w * 0.5 * (1 - 0.42 * drop * drop), mouth.ry * (1.34 - 0.3 * drop))
            s.move(p.x - rx, y)
            s.curve(Point(p.x - rx, y + ry), Point(p.x + rx, y + ry), to: Point(p.x + rx, y))
            s.stroke(colour, 0.8, width: max(w * width, 0.8))
        }
        for k in -5...5 {
            let turn = Double(k) / 5.6 * 1.35
            let (x, flat) = (p.x + sin(turn) * w * 0.455, cos(turn))
            let y = mouth.centre.y + h * 0.30 + mouth.ry * 0.86 * cos(turn)
            for side in [-1.0, 1.0] {
                s.move(x, y + w * 0.02)
                s.curve(
                    Point(x + side * w * 0.035 * flat, y - w * 0.03),
                    Point(x + side * w * 0.05 * flat, y + w * 0.02),
                    to: Point(x + side * w * 0.018 * flat, y + w * 0.012))
            }
            s.circle(x, y - w * 0.022, w * 0.007)
        }
        s.stroke(colour, 0.7, width: max(w * 0.006, 0.8))
    }

    /// A casserole of clay with a lid; `w` is its width. Returns where steam leaves it.
    func claypot(at p: Point, width w: Double, _ clay: Colour) -> Point {
        solids.shadow(p.x, p.y, w * 0.52, 0.6)
        let vessels = Vessels(surface: s, lightSide: solids.lightSide, rim: light)
        for side in [-1.0, 1.0] {
            s.ellipse(p.x + side * w * 0.5, p.y - w * 0.36, w * 0.075, w * 0.05)
            s.stroke(
                clay.mixed(side == solids.lightSide ? light : dark, 0.3), width: w * 0.035)
        }
        vessels.turned(
            [(0, 0.5), (0.25, 0.5), (0.6, 0.46), (0.9, 0.33), (1, 0.3)].map {
                (at: $0.0, half: $0.1 / 0.44)
            },
            x: p.x, base: p.y, size: w * 0.44, .init(clay, light: 0.22, shadow: 0.55))
        let rim = p.y - w * 0.44
        s.ellipse(p.x, rim, w * 0.5, w * 0.10)
        s.fill(clay.mixed(dark, 0.55))
        let glazed = clay.mixed(solids.seen(0x3A2418), 0.45)
        s.move(p.x - w * 0.47, rim + w * 0.01)
        s.curve(
            Point(p.x - w * 0.42, rim - w * 0.17), Point(p.x - w * 0.18, rim - w * 0.24),
            to: Point(p.x, rim - w * 0.24))
        s.curve(
            Point(p.x + w * 0.18, rim - w * 0.24), Point(p.x + w * 0.42, rim - w * 0.17),
            to: Point(p.x + w * 0.47, rim + w * 0.01))
        s.curve(
            Point(p.x + w * 0.36, rim + w * 0.10), Point(p.x - w * 0.36, rim + w * 0.10),
            to: Point(p.x - w * 0.47, rim + w * 0.01))
        s.close()
        solids.bulge(glazed, around: Point(p.x, rim - w * 0.02), radius: w * 0.44, gloss: 0.4)
        s.roundedRectangle(
            p.x - w * 0.07, rim - w * 0.32, w * 0.14, w * 0.09, radius: w * 0.035)
        solids.bulge(glazed, around: Point(p.x, rim - w * 0.28), radius: w * 0.09, gloss: 0.4)
        s.circle(p.x - solids.lightSide * w * 0.24, rim - w * 0.13, w * 0.014)
        s.fill(dark)
        return Point(p.x - solids.lightSide * w * 0.24, rim - w * 0.15)
    }

    /// A bottle of glass with a paper band and a cork.
    func bottle(at p: Point, height h: Double, _ glass: Colour, paper: Colour) {
        solids.shadow(p.x, p.y, h * 0.17)
        let vessels = Vessels(surface: s, lightSide: solids.lightSide, rim: light)
        s.roundedRectangle(p.x - h * 0.045, p.y - h * 1.03, h * 0.09, h * 0.09, radius: h * 0.015)
        s.fill(solids.seen(0xB8885A).mixed(dark, 0.2))
        vessels.turned(
            [(0, 0.055), (0.2, 0.05), (0.32, 0.075), (0.46, 0.145), (0.6, 0.15), (0.95, 0.15),
                (1, 0.135)]
                .map { (at: $0.0, half: $0.1) },
            x: p.x, base: p.y, size: h, .init(glass, light: 0.18, shadow: 0.5))
        s.rectangle(p.x - h * 0.149, p.y - h * 0.40, h * 0.298, h * 0.24)
        s.fill(
            from: Point(p.x + solids.lightSide * h * 0.15, 0),
            to: Point(p.x - solids.lightSide * h * 0.15, 0),
            [
                Stop(0, paper), Stop(0.3, paper.mixed(light, 0.4)),
                Stop(1, paper.mixed(dark, 0.55)),
            ])
        for y in [0.385, 0.175] {
            s.rectangle(p.x - h * 0.149, p.y - h * y, h * 0.298, max(h * 0.008, 0.8))
            s.fill(solids.seen(0x8A5A30), 0.6)
        }
        s.circle(p.x, p.y - h * 0.28, h * 0.055)
        s.fill(solids.seen(0xB8402E), 0.75)
        s.move(p.x + solids.lightSide * h * 0.095, p.y - h * 0.5)
        s.line(p.x + solids.lightSide * h * 0.095, p.y - h * 0.1)
        s.stroke(light.lighter(0.4), 0.35, width: h * 0.018)
    }
}
