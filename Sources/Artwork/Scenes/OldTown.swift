import BatchVideo
import Foundation

/// A town by the water at night: rows of roofs, lit windows, a pagoda, a bridge.
struct OldTown {
    struct Paint {
        var wall: Colour
        var roof: Colour
        var edge: Colour
        var lamp: Colour
        var haze: Colour
        var snow: Colour?
    }

    let paint: Paint
    let shore: Double
    let surface: PaintSurface

    /// Houses along the shore where `hasRoom` for one; `near` 0...1 is how near the row is.
    func row(near: Double, random: inout SeededRandom, hasRoom: (_ x: Double) -> Bool) {
        let stage = surface.stage
        let unit = stage.unit
        var x = stage.left
        while x < stage.right {
            let width = unit * random.uniform(0.075, 0.14) * lerp(0.75, 1.05, near)
            let height = unit * random.uniform(0.026, 0.038) * lerp(0.8, 1.1, near)
            let storeys = random.unit() < 0.4 ? 2 : 1
            if hasRoom(x + width / 2) {
                house(
                    x + width / 2, shore - unit * lerp(0.04, 0, near), width, height, storeys, near,
                    &random)
            }
            x += width * random.uniform(0.84, 1.08)
        }
    }

    private func toned(_ colour: Colour, _ near: Double) -> Colour {
        colour.mixed(paint.haze, 0.55 * (1 - near))
    }

    private func house(
        _ x: Double, _ base: Double, _ w: Double, _ h: Double, _ storeys: Int, _ near: Double,
        _ random: inout SeededRandom
    ) {
        var (floor, width) = (base, w)
        for storey in 0..<storeys {
            surface.rectangle(x - width * 0.42, floor - h, width * 0.84, h + 2)
            surface.fill(toned(paint.wall, near))
            windows(x, floor, width, h, near, &random)
            let isTop = storey == storeys - 1
            roof(x, floor - h, width * 0.57, width * (isTop ? 0.36 : 0.42), h * (isTop ? 0.72 : 0.34), near)
            floor -= h * 1.2
            width *= 0.74
        }
    }

    private func windows(
        _ x: Double, _ base: Double, _ w: Double, _ h: Double, _ near: Double,
        _ random: inout SeededRandom
    ) {
        let count = max(Int(w / (surface.stage.unit * 0.017)), 2)
        let step = w * 0.76 / Double(count)
        for k in 0..<count where random.unit() < 0.68 {
            let left = x - w * 0.38 + step * (Double(k) + 0.2)
            surface.rectangle(left, base - h * 0.74, step * 0.6, h * 0.46)
            surface.fill(toned(paint.lamp, near).darker(random.uniform(0, 0.25)), 0.92)
        }
    }

    /// A roof with its corners turned up: half breadths at the eaves and at the ridge.
    private func roof(
        _ x: Double, _ eave: Double, _ half: Double, _ top: Double, _ rise: Double, _ near: Double
    ) {
        outline(x, eave, half, top, rise)
        let tile = toned(paint.roof, near)
        surface.fill(
            from: Point(0, eave - rise), to: Point(0, eave),
            [
                Stop(0, (paint.snow.map { toned($0, near) } ?? tile.mixed(paint.edge, 0.12))),
                Stop(1, (paint.snow.map { toned($0, near).darker(0.25) } ?? tile)),
            ])
        surface.move(x - top, eave - rise)
        surface.line(x + top, eave - rise)
        surface.stroke(toned(paint.edge, near), 0.55, width: max(rise * 0.10, 0.7))
    }

    private func outline(
        _ x: Double, _ eave: Double, _ half: Double, _ top: Double, _ rise: Double
    ) {
        let s = surface
        s.move(x - half, eave - rise * 0.24)
        s.curve(
            Point(x - half * 0.8, eave), Point(x - top * 1.1, eave - rise * 0.6),
            to: Point(x - top, eave - rise))
        s.line(x + top, eave - rise)
        s.curve(
            Point(x + top * 1.1, eave - rise * 0.6), Point(x + half * 0.8, eave),
            to: Point(x + half, eave - rise * 0.24))
        s.curve(
            Point(x + half * 0.6, eave + rise * 0.1), Point(x - half * 0.6, eave + rise * 0.1),
            to: Point(x - half, eave - rise * 0.24))
        s.close()
    }

    /// A pagoda of seven storeys, `height` pixels to its tip.
    func pagoda(at x: Double, height: Double) {
        let s = surface
        let storey = height * 0.108
        var (base, half) = (shore + 1, height * 0.125)
        for k in 0..<7 {
            s.rectangle(x - half * 0.72, base - storey, half * 1.44, storey + 1)
            s.fill(paint.wall.mixed(paint.edge, 0.06))
            for window in [-0.4, 0.0, 0.4] {
                s.roundedRectangle(
                    x + half * window - half * 0.1, base - storey * 0.62, half * 0.2, storey * 0.44,
                    radius: half * 0.08)
            }
            s.fill(paint.lamp, 0.95)
            roof(x, base - storey * 0.82, half * 1.28, half * 0.6, storey * 0.44, 1)
            base -= storey
            half *= k == 5 ? 0.8 : 0.915
        }
        s.move(x - half * 0.5, base - storey * 0.1)
        s.line(x, base - height * 0.16)
        s.line(x + half * 0.5, base - storey * 0.1)
        s.close()
        s.fill(paint.roof)
        s.move(x, base)
        s.line(x, base - height * 0.2)
        s.stroke(paint.edge.mixed(paint.roof, 0.4), width: max(height * 0.008, 1))
    }

    /// An arched bridge whose feet stand at `x0` and `x1`.
    func bridge(from x0: Double, to x1: Double) {
        let s = surface
        let (span, middle) = (x1 - x0, (x0 + x1) / 2)
        let rise = span * 0.2
        s.move(x0, shore + 2)
        s.curve(
            Point(x0 + span * 0.25, shore - rise * 1.25), Point(x1 - span * 0.25, shore - rise * 1.25),
            to: Point(x1, shore + 2))
        for (centre, half) in [(0.0, 0.17), (0.3, 0.075), (-0.3, 0.075)] {
            let tall = rise * (half > 0.1 ? 0.68 : 0.36)
            s.move(middle + span * (centre + half), shore + 2)
            s.curve(
                Point(middle + span * (centre + half), shore - tall * 1.3),
                Point(middle + span * (centre - half), shore - tall * 1.3),
                to: Point(middle + span * (centre - half), shore + 2))
        }
        s.close()
        s.fill(paint.wall.mixed(paint.edge, 0.16))
        s.move(x0, shore)
        s.curve(
            Point(x0 + span * 0.25, shore - rise * 1.3), Point(x1 - span * 0.25, shore - rise * 1.3),
            to: Point(x1, shore))
        s.stroke(paint.snow ?? paint.edge, 0.7, width: max(span * 0.008, 1))
        for k in 1..<12 {
            let t = Double(k) / 12
            let y = shore - rise * 1.3 * 3 * t * (1 - t)
            s.circle(lerp(x0, x1, t), y - span * 0.012, max(span * 0.006, 0.8))
        }
        s.fill(paint.lamp)
    }
}
