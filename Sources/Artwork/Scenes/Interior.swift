import BatchVideo
import CCairo
import Foundation

/// Parts of rooms: walls with windows in them, curtains, wood.
enum Interior {
    struct Opening {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        var right: Double { x + width }
        var bottom: Double { y + height }
        var centre: Point { Point(x + width / 2, y + height / 2) }
    }

    /// A plastered wall with a hole; light from the opening fades into the corners.
    static func wall(
        _ near: Colour, _ far: Colour, around opening: Opening, on surface: PaintSurface,
        bottom: Double, seed: UInt64
    ) {
        let reach = Float(max(surface.stage.width, surface.stage.height) * 0.85)
        let (cx, cy) = (Float(opening.centre.x), Float(opening.centre.y))
        let ramp = ColourRamp([near, near.mixed(far, 0.45), far])
        let noise = NoiseField(
            width: surface.columns / 3, height: surface.rows / 3, .init(cells: 14, octaves: 5),
            seed: seed)
        let (w, h) = (Float(surface.columns), Float(surface.rows))
        let offset = Float(surface.origin)
        surface.shade(top: surface.stage.top, bottom: bottom) { x, y in
            let d = ((x - cx) * (x - cx) + (y - cy) * (y - cy)).squareRoot() / reach
            let n = noise.sample((x + offset) / w, (y + offset) / h) - 0.5
            return ramp.rgba(d + n * 0.10)
        }
        surface.isolated {
            cairo_set_operator(surface.context, CAIRO_OPERATOR_CLEAR)
            surface.rectangle(opening.x, opening.y, opening.width, opening.height)
            surface.fill(.black)
        }
    }

    /// Casing, sill and bars of a window. `columns` x `rows` panes.
    static func frame(
        _ wood: Colour, light: Colour, around o: Opening, columns: Int, rows: Int,
        on s: PaintSurface
    ) {
        let unit = s.stage.unit
        let thick = unit * 0.022
        let bar = unit * 0.009
        // The reveal: the wall's thickness, lit from outside.
        s.rectangle(o.x - thick, o.y - thick, o.width + 2 * thick, thick)
        s.rectangle(o.x - thick, o.y, thick, o.height)
        s.rectangle(o.right, o.y, thick, o.height)
        s.fill(
            from: Point(0, o.y - thick), to: Point(0, o.bottom),
            [Stop(0, wood.darker(0.2)), Stop(1, wood)])
        for k in 1..<max(columns, 1) {
            bars(
                s, wood, light, o.x + o.width * Double(k) / Double(columns) - bar / 2, o.y, bar,
                o.height)
        }
        for k in 1..<max(rows, 1) {
            bars(
                s, wood, light, o.x, o.y + o.height * Double(k) / Double(rows) - bar / 2, o.width,
                bar)
        }
        s.rectangle(o.x, o.y, o.width, o.height)
        s.stroke(wood.darker(0.35), 0.8, width: max(unit * 0.003, 1))
        s.rectangle(o.x - thick * 2, o.bottom, o.width + 4 * thick, thick * 1.3)
        s.fill(
            from: Point(0, o.bottom), to: Point(0, o.bottom + thick * 1.3),
            [
                Stop(0, wood.mixed(light, 0.6)), Stop(0.3, wood.mixed(light, 0.2)),
                Stop(1, wood.darker(0.3)),
            ])
    }

    private static func bars(
        _ s: PaintSurface, _ wood: Colour, _ light: Colour, _ x: Double, _ y: Double,
        _ w: Double, _ h: Double
    ) {
        s.rectangle(x, y, w, h)
        s.fill(wood)
        s.rectangle(x, y, h > w ? max(w * 0.3, 1) : w, h > w ? h : max(h * 0.3, 1))
        s.fill(light, 0.4)
    }

    /// A curtain in folds from `x` to `x + width` (negative widths hang to the left), gathered
    /// towards its outer edge below.
    static func curtain(
        _ cloth: Colour, light: Colour, x: Double, top: Double, width: Double, height: Double,
        alpha: Double, on s: PaintSurface, random: inout SeededRandom
    ) {
        let folds = 8
        let gather = 0.80
        let wobbles = (0...folds).map { $0 == 0 ? 0 : width * random.uniform(-0.025, 0.025) }
        for k in 0..<folds {
            let (a, b) = (Double(k) / Double(folds), Double(k + 1) / Double(folds))
            func edge(_ t: Double) -> (Point, Point, Point, Point) {
                let wobble = wobbles[Int((t * Double(folds)).rounded())]
                let (head, foot) = (x + width * t, x + width * (t * gather) + wobble)
                return (
                    Point(head, top), Point(head - width * 0.02, top + height * 0.35),
                    Point(foot + width * 0.05, top + height * 0.6), Point(foot, top + height)
                )
            }
            let (l, r) = (edge(a), edge(b))
            s.move(l.0.x, l.0.y)
            s.curve(l.1, l.2, to: l.3)
            s.curve(
                Point(lerp(l.3.x, r.3.x, 0.3), top + height * 1.012),
                Point(lerp(l.3.x, r.3.x, 0.7), top + height * 1.012), to: r.3)
            s.curve(r.2, r.1, to: r.0)
            s.close()
            let shade = cloth.darker(0.28)
            s.fill(
                from: Point(x + width * a, 0), to: Point(x + width * b, 0),
                [
                    Stop(0, shade, alpha), Stop(0.35, cloth.mixed(light, 0.35), alpha),
                    Stop(0.6, cloth, alpha), Stop(1, shade, alpha),
                ])
        }
    }

    /// Boards or a table top in perspective, with grain and a sheen of light at `lightX`.
    static func wood(
        _ colour: Colour, light: Colour, top: Double, bottom: Double, lightX: Double,
        sheen: Double, boards: Double = 0, on s: PaintSurface, seed: UInt64
    ) {
        let grain = NoiseField(
            width: s.columns / 2, height: max(s.rows / 2, 8),
            .init(cells: 3, octaves: 6, gain: 0.6, aspect: 0.04), seed: seed)
        let ramp = ColourRamp([
            colour.darker(0.42), colour.darker(0.12), colour, colour.mixed(light, 0.22),
        ])
        let (w, reach) = (Float(s.columns), Float(bottom - top))
        let (offset, y0) = (Float(s.origin), Float(top))
        let (lx, unit) = (Float(lightX), Float(s.stage.unit))
        let middle = Float(s.stage.width / 2)
        let (strength, pitch) = (Float(sheen), Float(boards))
        let glare = light.rgba()
        s.shade(top: top, bottom: bottom) { x, y in
            let d = (y - y0) / reach
            let n = grain.sample((x + offset) / w, d * 0.9)
            var c = ramp.rgba(0.30 + (n - 0.5) * 1.05 + 0.42 * (1 - d))
            if pitch > 0 {
                let spread = 0.4 + 1.6 * d
                let board = (x - middle) / (unit * pitch * spread)
                let seam = abs(board - board.rounded())
                c *= 1 - 0.35 * smoothstep(0.03, 0.0, seam)
            }
            let across = (x - lx) / (unit * (0.34 + 0.5 * d))
            let shine =
                exp(-across * across) * strength * (0.25 + 0.75 * exp(-d * 2.2)) * (0.75 + n * 0.5)
            c += (glare - c) * min(max(shine, 0), 0.8)
            c.w = 1
            return c
        }
    }
}
