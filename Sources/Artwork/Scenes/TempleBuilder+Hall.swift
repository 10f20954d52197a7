import BatchVideo
import Foundation

extension TempleBuilder {
    /// A hall with two roofs on a stone terrace; the middle of its floor is at `p`, `w` is the width
    /// of its wall. Returns where lanterns hang.
    func hall(at p: Point, width w: Double, random: inout SeededRandom) -> [Point] {
        let s = surface
        let tall = w * 0.30
        terrace(p, w)
        front(p, w, tall)
        let lower = Roof(
            eave: Point(p.x, p.y - tall * 0.93), half: w * 0.66, ridge: w * 0.47, rise: w * 0.125,
            lift: w * 0.055)
        let top = lower.place(0, 1).y
        upperWall(p, w, from: top + w * 0.03, to: top - w * 0.085)
        let upper = Roof(
            eave: Point(p.x, top - w * 0.055), half: w * 0.60, ridge: w * 0.33, rise: w * 0.20,
            lift: w * 0.065)
        roof(upper, ornaments: true, random: &random)
        roof(lower, ornaments: false, random: &random)
        plaque(Point(p.x, top - w * 0.005), w)
        s.glow(
            p.x, p.y - tall * 0.45, radius: w * 0.75, look.lamp, 0.34 * look.lit, falloff: 1.1,
            squash: 0.6)
        return [-0.39, -0.13, 0.13, 0.39].map { Point(p.x + w * $0, p.y - tall * 0.74) }
    }

    private func terrace(_ p: Point, _ w: Double) {
        let s = surface
        let h = w * 0.075
        s.rectangle(p.x - w * 0.62, p.y, w * 1.24, h)
        s.fill(
            from: Point(0, p.y), to: Point(0, p.y + h),
            [Stop(0, look.stone.lighter(0.12)), Stop(1, look.stone.darker(0.35))])
        for k in 0..<15 {
            let x = p.x - w * 0.62 + w * 1.24 * Double(k) / 14
            s.move(x, p.y + h * 0.2)
            s.line(x, p.y + h)
        }
        s.stroke(look.stone.darker(0.45), 0.4, width: max(w * 0.0022, 0.6))
        s.rectangle(p.x - w * 0.635, p.y - h * 0.12, w * 1.27, h * 0.30)
        s.fill(
            from: Point(0, p.y - h * 0.12), to: Point(0, p.y + h * 0.2),
            [Stop(0, look.snow.lighter(0.3)), Stop(1, look.snowShade)])
        // Stone rails left and right of the steps.
        for side in [-1.0, 1.0] {
            for k in 0..<6 {
                let x = p.x + side * w * (0.20 + 0.082 * Double(k))
                s.rectangle(x - w * 0.007, p.y - w * 0.062, w * 0.014, w * 0.062)
                s.fill(look.stone.mixed(look.snowShade, 0.25))
                s.ellipse(x, p.y - w * 0.064, w * 0.011, w * 0.009)
                s.fill(look.snow)
            }
            let (a, b) = (p.x + side * w * 0.20, p.x + side * w * 0.61)
            for (y, thick) in [(0.044, 0.010), (0.018, 0.007)] {
                s.move(a, p.y - w * y)
                s.line(b, p.y - w * y)
                s.stroke(look.stone.mixed(look.snowShade, 0.2), width: w * thick)
            }
            s.move(a, p.y - w * 0.050)
            s.line(b, p.y - w * 0.050)
            s.stroke(look.snow, 0.9, width: w * 0.007)
        }
    }

    private func front(_ p: Point, _ w: Double, _ tall: Double) {
        let s = surface
        s.rectangle(p.x - w * 0.5, p.y - tall, w, tall)
        s.fill(
            from: Point(0, p.y - tall), to: Point(0, p.y),
            [Stop(0, look.wall.darker(0.35)), Stop(1, look.wall)])
        let bays = 7
        let bay = w / Double(bays)
        for k in 0..<bays {
            let x = p.x - w * 0.5 + bay * Double(k)
            let isDoor = k >= 2 && k <= 4
            let foot = isDoor ? 0.02 : 0.30
            lattice(
                x + bay * 0.13, p.y - tall * 0.74, bay * 0.74, tall * (0.74 - foot), isDoor: isDoor)
            guard !isDoor else { continue }
            s.rectangle(x + bay * 0.10, p.y - tall * 0.28, bay * 0.80, tall * 0.26)
            s.fill(look.wall.mixed(look.stone, 0.4).darker(0.1))
        }
        beams(p, w, from: p.y - tall, to: p.y - tall * 0.77)
        for k in 0...bays {
            pillar(x: p.x - w * 0.5 + bay * Double(k), from: p.y - tall * 0.80, to: p.y, w * 0.024)
        }
        s.rectangle(p.x - w * 0.5, p.y - tall, w, tall * 0.55)
        s.fill(
            from: Point(0, p.y - tall), to: Point(0, p.y - tall * 0.45),
            [Stop(0, look.dark, 0.75), Stop(1, look.dark, 0)])
    }

    /// Paper windows in a wooden raster, lit from inside.
    func lattice(_ x: Double, _ y: Double, _ w: Double, _ h: Double, isDoor: Bool) {
        let s = surface
        let paper = look.lamp.mixed(look.snowShade, 0.75 * (1 - look.lit))
        s.rectangle(x, y, w, h)
        s.fill(
            from: Point(0, y), to: Point(0, y + h),
            [
                Stop(0, paper.mixed(look.wall, 0.35)), Stop(0.45, paper.lighter(0.35 * look.lit)),
                Stop(1, paper.mixed(look.wall, 0.15)),
            ])
        let columns = isDoor ? 4 : 3
        let rows = max(Int((h / w * Double(columns)).rounded()), 2)
        for k in 1..<columns {
            s.move(x + w * Double(k) / Double(columns), y)
            s.line(x + w * Double(k) / Double(columns), y + h)
        }
        for k in 1..<rows {
            s.move(x, y + h * Double(k) / Double(rows))
            s.line(x + w, y + h * Double(k) / Double(rows))
        }
        s.stroke(look.pillar.darker(0.5), 0.85, width: max(w * 0.028, 0.6))
        if isDoor {
            s.rectangle(x, y + h * 0.68, w, h * 0.32)
            s.fill(look.pillar.darker(0.25))
            s.move(x + w / 2, y)
            s.line(x + w / 2, y + h)
            s.stroke(look.pillar.darker(0.4), width: max(w * 0.06, 0.8))
        }
        s.rectangle(x, y, w, h)
        s.stroke(look.pillar.darker(0.3), width: max(w * 0.05, 0.8))
    }

    /// Painted beams and the brackets that carry the eaves.
    private func beams(_ p: Point, _ w: Double, from top: Double, to low: Double) {
        let s = surface
        let middle = lerp(top, low, 0.55)
        s.rectangle(p.x - w * 0.5, middle, w, low - middle)
        s.fill(look.beam)
        let panels = 28
        for k in 0..<panels {
            let x = p.x - w * 0.5 + w * (Double(k) + 0.5) / Double(panels)
            s.leaf(x, (middle + low) / 2, w * 0.013, (low - middle) * 0.26, tilt: 0)
            s.fill(k % 2 == 0 ? look.gold : look.beam.lighter(0.3), 0.8)
        }
        s.move(p.x - w * 0.5, low)
        s.line(p.x + w * 0.5, low)
        s.stroke(look.gold, 0.65, width: max(w * 0.003, 0.6))
        let brackets = 21
        for k in 0...brackets {
            let x = p.x - w * 0.5 + w * Double(k) / Double(brackets)
            let half = w * 0.017
            s.polygon([
                Point(x - half, top), Point(x + half, top), Point(x + half * 0.45, middle),
                Point(x - half * 0.45, middle),
            ])
            s.fill(look.beam.mixed(look.gold, k % 2 == 0 ? 0.3 : 0.05).darker(0.15))
        }
    }

    private func pillar(x: Double, from top: Double, to foot: Double, _ w: Double) {
        let s = surface
        s.rectangle(x - w / 2, top, w, foot - top)
        let (lit, far) = (x + lightSide * w / 2, x - lightSide * w / 2)
        s.fill(
            from: Point(lit, 0), to: Point(far, 0),
            [
                Stop(0, look.pillar.darker(0.1)), Stop(0.3, look.pillar.lighter(0.2)),
                Stop(1, look.pillar.darker(0.5)),
            ])
        s.ellipse(x, foot, w * 0.8, w * 0.26)
        s.fill(look.stone.mixed(look.snowShade, 0.3))
    }

    private func upperWall(_ p: Point, _ w: Double, from low: Double, to top: Double) {
        surface.rectangle(p.x - w * 0.46, top, w * 0.92, low - top)
        surface.fill(look.wall.darker(0.3))
        beams(Point(p.x, 0), w * 0.92, from: top, to: low - w * 0.012)
    }

    /// A board between the roofs; nothing is written on it.
    private func plaque(_ p: Point, _ w: Double) {
        let s = surface
        let (half, tall) = (w * 0.058, w * 0.060)
        s.rectangle(p.x - half, p.y - tall, half * 2, tall)
        s.fill(
            from: Point(0, p.y - tall), to: Point(0, p.y),
            [Stop(0, look.beam.darker(0.35)), Stop(1, look.beam.darker(0.6))], keep: true)
        s.stroke(look.gold, width: max(w * 0.007, 1))
    }
}
