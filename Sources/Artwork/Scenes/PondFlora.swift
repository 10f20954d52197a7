import BatchVideo
import Foundation

/// What floats on a pond seen from above: leaves of water lilies, their flowers, fallen leaves, ice.
struct PondFlora {
    struct Paint {
        var leafLight: Colour
        var leafDark: Colour
        var vein: Colour
        var rim: Colour
        var petal: Colour
        var petalHeart: Colour
        var pollen: Colour
        /// Light of the sky on wet leaves.
        var gloss: Colour
    }

    struct Pad {
        var place: Point
        var radius: Double
        var notch: Double
    }

    let paint: Paint

    /// Leaves in groups that touch but hardly overlap, large ones in the middle of each.
    static func pads(
        _ plan: FishPondScene.Plan, _ stage: Stage, _ seeded: SeededRandom
    ) -> [Pad] {
        var random = seeded
        var pads: [Pad] = []
        for group in plan.pads {
            for k in 0..<group.count {
                let r = stage.unit * lerp(0.074, 0.032, Double(k) / Double(group.count))
                    * random.uniform(0.85, 1.15)
                var best: (place: Point, room: Double)?
                for _ in 0..<14 {
                    let a = random.uniform(0, 2 * .pi)
                    let d = stage.unit * group.spread * random.unit().squareRoot()
                    let p = Point(
                        stage.x(group.place.x) + cos(a) * d * 1.15,
                        stage.y(group.place.y) + sin(a) * d)
                    let room = pads.map { hypot($0.place.x - p.x, $0.place.y - p.y) - $0.radius - r }
                        .min() ?? 1
                    if room > (best?.room ?? -.infinity), room < stage.unit * 0.04 { best = (p, room) }
                }
                if let best, best.room > -r * 0.35 {
                    pads.append(Pad(place: best.place, radius: r, notch: random.uniform(0, 2 * .pi)))
                }
            }
        }
        return pads
    }

    func leaf(_ pad: Pad, on s: PaintSurface, random: inout SeededRandom) {
        let (p, r) = (pad.place, pad.radius)
        let tone = random.unit()
        let light = paint.leafLight.mixed(paint.leafDark, tone * 0.5)
        outline(pad, s)
        s.fill(
            around: Point(p.x - r * 0.25, p.y - r * 0.3), radius: r * 1.5,
            [
                Stop(0, light.mixed(paint.gloss, 0.22)), Stop(0.5, light),
                Stop(1, light.mixed(paint.leafDark, 0.75)),
            ])
        s.isolated {
            outline(pad, s)
            s.clip()
            veins(pad, s)
            // The sky on a wet leaf.
            s.ellipse(p.x - r * 0.3, p.y - r * 0.38, r * 0.62, r * 0.42, tilt: -0.6)
            s.fill(
                around: Point(p.x - r * 0.3, p.y - r * 0.38), radius: r * 0.62,
                [Stop(0, paint.gloss, 0.34), Stop(1, paint.gloss, 0)])
        }
        outline(pad, s)
        s.stroke(paint.rim, 0.55, width: max(r * 0.028, 0.8))
        if random.unit() < 0.6 { dew(pad, s, &random) }
    }

    private func outline(_ pad: Pad, _ s: PaintSurface) {
        s.move(pad.place.x, pad.place.y)
        for i in 0...40 {
            let a = pad.notch + 0.2 + Double(i) / 40 * (2 * .pi - 0.4)
            let r = pad.radius * (1 + 0.014 * wave(Double(i) / 40 * 6))
            s.line(pad.place.x + cos(a) * r, pad.place.y + sin(a) * r)
        }
        s.close()
    }

    private func veins(_ pad: Pad, _ s: PaintSurface) {
        let (p, r) = (pad.place, pad.radius)
        for i in 0..<15 {
            let a = pad.notch + 0.36 + Double(i) / 14 * (2 * .pi - 0.72)
            s.move(p.x, p.y)
            s.line(p.x + cos(a) * r * 0.62, p.y + sin(a) * r * 0.62)
            for fork in [-0.1, 0.1] {
                s.move(p.x + cos(a) * r * 0.6, p.y + sin(a) * r * 0.6)
                s.line(p.x + cos(a + fork) * r * 0.94, p.y + sin(a + fork) * r * 0.94)
            }
        }
        s.stroke(paint.vein, 0.42, width: max(r * 0.016, 0.6))
    }

    private func dew(_ pad: Pad, _ s: PaintSurface, _ random: inout SeededRandom) {
        for _ in 0..<(1 + random.index(3)) {
            let a = random.uniform(0, 2 * .pi)
            let d = pad.radius * random.uniform(0.15, 0.7)
            let (x, y) = (pad.place.x + cos(a) * d, pad.place.y + sin(a) * d)
            let r = pad.radius * random.uniform(0.03, 0.06)
            s.circle(x + r * 0.3, y + r * 0.4, r)
            s.fill(paint.leafDark.darker(0.4), 0.4)
            s.circle(x, y, r)
            s.fill(
                from: Point(x - r, y - r), to: Point(x + r, y + r),
                [Stop(0, paint.leafDark, 0.35), Stop(1, paint.gloss, 0.8)])
            s.circle(x - r * 0.35, y - r * 0.35, r * 0.3)
            s.fill(.white, 0.95)
        }
    }

    /// An open water lily, `r` its radius.
    func flower(at p: Point, radius r: Double, on s: PaintSurface, random: inout SeededRandom) {
        s.circle(p.x + r * 0.1, p.y + r * 0.16, r * 0.9)
        s.fill(paint.leafDark.darker(0.6), 0.4)
        let rings: [(count: Int, reach: Double, breadth: Double, heart: Double)] = [
            (9, 1.0, 0.26, 0.0), (9, 0.82, 0.24, 0.2), (8, 0.6, 0.2, 0.5), (6, 0.38, 0.15, 0.8),
        ]
        for (row, ring) in rings.enumerated() {
            let turn = random.uniform(0, 1) + Double(row) * 0.35
            for k in 0..<ring.count {
                let a = turn + Double(k) / Double(ring.count) * 2 * .pi
                let length = r * ring.reach * random.uniform(0.92, 1.06)
                petal(p, a, length, ring.breadth * r, paint.petal.mixed(paint.petalHeart, ring.heart), s)
            }
        }
        for k in 0..<16 {
            let a = Double(k) / 16 * 2 * .pi
            s.move(p.x, p.y)
            s.line(p.x + cos(a) * r * 0.2, p.y + sin(a) * r * 0.2)
        }
        s.stroke(paint.pollen, width: max(r * 0.045, 0.8))
        s.circle(p.x, p.y, r * 0.1)
        s.fill(paint.pollen.lighter(0.3))
    }

    private func petal(
        _ p: Point, _ a: Double, _ length: Double, _ breadth: Double, _ colour: Colour,
        _ s: PaintSurface
    ) {
        let tip = Point(p.x + cos(a) * length, p.y + sin(a) * length)
        s.leaf(
            (p.x + tip.x) / 2, (p.y + tip.y) / 2, length / 2, breadth, tilt: a)
        // Petals that face the light, up and left, are brighter.
        let facing = 0.5 - 0.5 * cos(a - 0.9)
        s.fill(
            from: p, to: tip,
            [
                Stop(0, colour.mixed(paint.petalHeart, 0.6)),
                Stop(0.5, colour.mixed(paint.gloss, 0.1 + 0.3 * facing)),
                Stop(1, colour.mixed(paint.gloss, 0.35 * facing).darker(0.1 * (1 - facing))),
            ], keep: true)
        s.stroke(paint.petalHeart.darker(0.25), 0.3, width: max(length * 0.014, 0.5))
    }

    /// Thin ice that has grown from the banks, with cracks and frost.
    static func ice(
        _ colour: Colour, _ plan: FishPondScene.Plan, on s: PaintSurface, seed: UInt64
    ) {
        let stage = s.stage
        let banks = plan.rocks.map {
            SIMD3(Float(stage.x($0.place.x)), Float(stage.y($0.place.y)), Float($0.radius))
        }
        let edge = NoiseField(
            width: s.columns / 3, height: s.rows / 3, .init(cells: 7, octaves: 5, gain: 0.55), seed: seed)
        let frost = NoiseField(
            width: s.columns / 2, height: s.rows / 2,
            .init(cells: 16, octaves: 4, gain: 0.6, ridged: true), seed: seed &+ 1)
        let (w, h, unit) = (Float(s.columns), Float(s.rows), Float(stage.unit))
        let offset = Float(s.origin)
        let paint = colour.rgba()
        s.shade(top: stage.top, bottom: stage.bottom) { x, y in
            var near: Float = 9
            for bank in banks {
                let (dx, dy) = ((x - bank.x) / unit, (y - bank.y) / unit)
                near = min(near, (dx * dx + dy * dy).squareRoot() - bank.z)
            }
            let (u, v) = ((x + offset) / w, (y + offset) / h)
            let inside = 0.095 - near + (edge.sample(u, v) - 0.5) * 0.22
            guard inside > -0.004 else { return .zero }
            let rim = exp(-inside * inside * 12000)
            let veins = smoothstep(0.72, 0.86, frost.sample(u, v))
            var c = paint
            c.w = smoothstep(-0.004, 0.001, inside) * min(0.30 + 0.5 * rim + 0.35 * veins, 0.9)
            return c
        }
    }
}
