import BatchVideo
import Foundation

/// Chinese halls and pagodas in snow, seen from the front.
struct TempleBuilder {
    struct Look {
        var wall: Colour
        var pillar: Colour
        var tile: Colour
        /// The painted beams under the eaves, and their gold.
        var beam: Colour
        var gold: Colour
        var stone: Colour
        /// Light in the windows and how bright it is, 0-1.
        var lamp: Colour
        var lit: Double
        var snow: Colour
        var snowShade: Colour
        /// Colour of the air's shade, in the dark under the eaves.
        var dark: Colour
    }

    /// A curved roof: its eaves hang lowest in the middle and rise to the corners.
    struct Roof {
        /// The middle of the eaves.
        var eave: Point
        /// Half widths of the eaves and of the ridge.
        var half: Double
        var ridge: Double
        var rise: Double
        var lift: Double

        /// `u` -1...1 from corner to corner, `t` 0 at the eaves ... 1 at the ridge. The slope is flat
        /// below and steep above.
        func place(_ u: Double, _ t: Double) -> Point {
            let width = ridge + (half - ridge) * pow(1 - t, 1.75)
            let curl = lift * pow(abs(u), 2.8) * (1 - t) * (1 - t)
            return Point(eave.x + u * width, eave.y - rise * t - curl)
        }

        func edge(_ t: Double, from a: Double = -1, to b: Double = 1) -> [Point] {
            (0...24).map { place(lerp(a, b, Double($0) / 24), t) }
        }

        func side(_ u: Double) -> [Point] { (0...14).map { place(u, Double($0) / 14) } }
    }

    let surface: PaintSurface
    let look: Look
    /// -1 when the light comes from the left, 1 from the right.
    let lightSide: Double

    /// Paints a roof; `ornaments` are the beasts at the ends of its ridge.
    func roof(_ roof: Roof, ornaments: Bool, random: inout SeededRandom) {
        let s = surface
        let size = roof.half
        underside(roof)
        // The body: snow, darker towards the far side and under the ridge.
        s.polygon(roof.edge(0) + roof.side(1) + roof.edge(1).reversed() + roof.side(-1).reversed())
        s.fill(
            from: roof.place(-lightSide, 0.4), to: roof.place(lightSide, 0.4),
            [
                Stop(0, look.snowShade), Stop(0.45, look.snow.mixed(look.snowShade, 0.35)),
                Stop(1, look.snow),
            ], keep: true)
        s.fill(
            from: roof.place(0, 1), to: roof.place(0, 0),
            [
                Stop(0, look.snowShade, 0.65), Stop(0.35, look.snowShade, 0.12),
                Stop(0.8, look.snow, 0), Stop(1, look.snow.lighter(0.5), 0.5),
            ])
        rows(roof)
        brow(roof, &random)
        for side in [-1.0, 1.0] { hip(roof, side) }
        ridge(roof, ornaments: ornaments, size)
    }

    /// The rows of tiles, felt through the snow.
    private func rows(_ roof: Roof) {
        let s = surface
        let count = max(Int(roof.half / 5), 8)
        for k in 1..<count {
            let u = lerp(-1, 1, Double(k) / Double(count))
            s.spline((0...6).map { roof.place(u, 0.03 + 0.93 * Double($0) / 6) })
        }
        s.stroke(look.snowShade.mixed(look.tile, 0.35), 0.42, width: max(roof.half * 0.006, 0.6))
    }

    /// The dark between the eaves and the wall, with the ends of the rafters.
    private func underside(_ roof: Roof) {
        let s = surface
        let (drop, inset) = (roof.rise * 0.20 + roof.half * 0.025, 0.80)
        let eave = roof.edge(0)
        s.polygon(
            eave
                + [
                    Point(roof.eave.x + roof.half * inset, roof.eave.y + drop),
                    Point(roof.eave.x - roof.half * inset, roof.eave.y + drop),
                ])
        s.fill(
            from: Point(0, roof.eave.y - roof.lift), to: Point(0, roof.eave.y + drop),
            [Stop(0, look.tile.darker(0.35)), Stop(1, look.dark)])
        let count = max(Int(roof.half / 3.2), 12)
        for k in 0...count {
            let u = lerp(-0.97, 0.97, Double(k) / Double(count))
            let p = roof.place(u, 0)
            s.move(p.x, p.y + drop * 0.12)
            s.line(roof.eave.x + (p.x - roof.eave.x) * 0.94, p.y + drop * 0.52)
        }
        s.stroke(look.beam.mixed(look.gold, 0.25), 0.55, width: max(roof.half * 0.007, 0.6))
    }

    /// Snow that hangs over the eaves, and the round ends of the tiles under it.
    private func brow(_ roof: Roof, _ random: inout SeededRandom) {
        let s = surface
        let thick = roof.half * 0.030 + roof.rise * 0.03
        let eave = roof.edge(0)
        s.spline(eave.map { Point($0.x, $0.y + thick * 0.55) })
        s.stroke(look.tile.darker(0.15), width: thick * 0.95)
        let count = max(Int(roof.half / 4), 10)
        for k in 0...count {
            let p = roof.place(lerp(-0.985, 0.985, Double(k) / Double(count)), 0)
            s.circle(p.x, p.y + thick * 0.72, max(thick * 0.24, 0.6))
        }
        s.fill(look.tile.mixed(look.snowShade, 0.4))
        var low = eave.map { Point($0.x, $0.y + thick * random.uniform(0.15, 0.6)) }
        low[0] = eave[0]
        low[low.count - 1] = eave[eave.count - 1]
        s.spline(low)
        for p in eave.reversed() { s.line(p.x, p.y - thick * 0.55) }
        s.close()
        s.fill(
            from: Point(0, roof.eave.y - thick), to: Point(0, roof.eave.y + thick * 0.6),
            [Stop(0, look.snow.lighter(0.45)), Stop(0.55, look.snow), Stop(1, look.snowShade)])
    }

    private func hip(_ roof: Roof, _ side: Double) {
        let s = surface
        let width = roof.half * 0.032
        let line = roof.side(side)
        s.spline(line)
        s.stroke(look.tile.darker(0.1), width: width)
        s.spline(line.map { Point($0.x - side * width * 0.12, $0.y - width * 0.42) })
        s.stroke(look.snow.mixed(look.snowShade, side == lightSide ? 0 : 0.45), width: width * 0.72)
        // The corner turns up, and small figures sit on the hip.
        let tip = roof.place(side, 0)
        let before = roof.place(side, 0.14)
        s.move(before.x, before.y)
        s.curve(
            Point(tip.x - side * width * 0.4, tip.y + width * 0.2),
            Point(tip.x + side * width * 0.5, tip.y),
            to: Point(tip.x + side * width * 1.4, tip.y - width * 1.9))
        s.stroke(look.tile.darker(0.1), width: width * 0.75)
        guard roof.half > 60 else { return }
        for k in 0..<4 {
            let p = roof.place(side, 0.10 + 0.055 * Double(k))
            s.ellipse(p.x, p.y - width * 1.05, width * 0.24, width * 0.5)
        }
        s.fill(look.tile.darker(0.1))
    }

    private func ridge(_ roof: Roof, ornaments: Bool, _ size: Double) {
        let s = surface
        let (l, r) = (roof.place(-1, 1), roof.place(1, 1))
        let thick = size * 0.055
        let sag = Point(roof.eave.x, l.y + thick * 0.25)
        s.move(l.x - thick * 0.3, l.y - thick * 0.3)
        s.curve(sag, sag, to: Point(r.x + thick * 0.3, r.y - thick * 0.3))
        s.stroke(look.tile, width: thick)
        s.move(l.x - thick * 0.2, l.y - thick * 0.85)
        s.curve(
            Point(sag.x, sag.y - thick * 0.62), Point(sag.x, sag.y - thick * 0.62),
            to: Point(r.x + thick * 0.2, r.y - thick * 0.85))
        s.stroke(look.snow, width: thick * 0.55)
        guard ornaments else { return }
        for (p, side) in [(l, -1.0), (r, 1.0)] {
            let k = thick * 1.5
            s.move(p.x - side * k * 0.5, p.y + k * 0.2)
            s.curve(
                Point(p.x + side * k * 0.9, p.y + k * 0.1), Point(p.x + side * k * 1.0, p.y - k * 1.0),
                to: Point(p.x + side * k * 0.1, p.y - k * 1.7))
            s.curve(
                Point(p.x + side * k * 0.3, p.y - k * 1.1), Point(p.x + side * k * 0.1, p.y - k * 0.8),
                to: Point(p.x - side * k * 0.5, p.y - k * 0.75))
            s.close()
            s.fill(look.tile.darker(0.08))
            s.ellipse(p.x + side * k * 0.08, p.y - k * 1.62, k * 0.22, k * 0.14)
            s.fill(look.snow)
        }
    }
}
