import BatchVideo
import Foundation

extension ClinicScene {
    /// Pots on the window sill.
    static func plants(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (o, unit) = (plan.opening, scene.stage.unit)
        let places = scene.stage.pick([0.14, 0.70, 0.88], portrait: [0.16, 0.80], square: [0.14, 0.82])
        for (i, place) in places.enumerated() {
            let tall = o.height * random.uniform(0.34, 0.56)
            let p = Point(o.x + o.width * (place + random.uniform(-0.04, 0.04)), o.bottom + unit * 0.014)
            let s = scene.surface()
            Furniture(surface: s, light: paint.light, scale: unit).plant(
                at: p, height: tall, paint.leaf.mixed(paint.accents[0], 0.12 * Double(i)),
                pot: [paint.sheet, paint.accents[2], paint.accents[0].lighter(0.3)][(i + random.index(3)) % 3],
                &random)
            scene.add(
                s, depth: 0.19,
                .sway(
                    pivot: p.y - tall * 0.25, reach: tall * 0.8, pixels: tall * 0.014, turns: 2,
                    phase: 0.3 * Double(i)))
        }
    }

    /// Sheer curtains at the window.
    static func curtains(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (o, unit) = (plan.opening, scene.stage.unit)
        for side in [-1.0, 1.0] {
            let cloth = scene.surface()
            Interior.curtain(
                paint.curtain, light: paint.light, x: side < 0 ? o.x - unit * 0.03 : o.right + unit * 0.03,
                top: o.y - unit * 0.04, width: -side * o.width * 0.17, height: o.height + unit * 0.14,
                alpha: 0.82, on: cloth, random: &random)
            scene.add(
                cloth, depth: 0.2,
                .sway(
                    pivot: o.y - unit * 0.04, reach: -o.height, pixels: unit * 0.008, turns: 1,
                    phase: side * 0.2))
        }
        let rod = scene.surface()
        rod.move(o.x - unit * 0.05, o.y - unit * 0.04)
        rod.line(o.right + unit * 0.05, o.y - unit * 0.04)
        rod.stroke(paint.metal.darker(0.15), width: unit * 0.008)
        scene.add(rod, depth: 0.2)
    }

    /// Sun on the floor, its shaft, and the garden's leaves as shadows on the wall.
    static func sunlight(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        guard paint.sunStrength > 0 else { return }
        let v = plan.view
        let w = plan.window
        func ground(_ x: Double, _ y: Double) -> Point {
            let way = y / 0.62
            return v.place(x + 0.42 * way, 0, max(v.depth - way, 1))
        }
        let s = scene.surface()
        let panes = scene.stage.pick(3, portrait: 2, square: 3)
        for k in 0..<panes {
            let a = lerp(w.left, w.right, Double(k) / Double(panes)) + 0.05
            let b = lerp(w.left, w.right, Double(k + 1) / Double(panes)) - 0.05
            s.polygon([
                ground(a, w.low + 0.05), ground(b, w.low + 0.05), ground(b, w.high - 0.3),
                ground(a, w.high - 0.3),
            ])
            s.fill(paint.sun.lighter(0.3), 0.36 * paint.sunStrength)
        }
        scene.add(s, depth: 0.2, blend: .screen, breath: (low: 0.7, turns: 1, phase: 0))
        let beam = scene.surface()
        for inset in [0.0, 0.12, 0.24] {
            let (l, r, low, high) = (w.left + inset, w.right - inset, w.low + inset, w.high - inset)
            let corners = [(l, high), (r, high), (r, low), (l, low)]
            let glass = corners.map { v.place($0.0, $0.1, v.depth) }
            let lit = corners.map { ground($0.0, $0.1) }
            beam.polygon(ConvexHull.of(glass + lit))
            beam.fill(
                from: plan.opening.centre, to: ground((w.left + w.right) / 2, 1.7),
                [
                    Stop(0, paint.light, 0.045 * paint.sunStrength),
                    Stop(1, paint.light, 0.008),
                ])
        }
        scene.add(beam, depth: 0.24, blend: .screen, breath: (low: 0.5, turns: 1, phase: 0.4))
        shadows(&scene, paint, plan, &random)
    }

    /// A patch of light on the right wall, with leaves that stir in it.
    private static func shadows(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let v = plan.view
        let (z0, z1, y0, y1) = (3.3, 4.7, 1.0, 2.2)
        let patch = [(y1 + 0.2, z1), (y1, z0), (y0 - 0.1, z0), (y0 + 0.1, z1)]
            .map { v.place(v.right, $0.0, $0.1) }
        let light = scene.surface()
        light.polygon(patch)
        light.fill(paint.sun.lighter(0.3), 0.30 * paint.sunStrength)
        scene.add(light, depth: 0.18, breath: (low: 0.65, turns: 1, phase: 0.2))
        let leaves = scene.surface()
        leaves.isolated {
            leaves.polygon(patch)
            leaves.clip()
            for _ in 0..<46 {
                let z = random.uniform(z0, z1)
                let p = v.place(v.right, random.uniform(y0, y1 + 0.1), z)
                let r = v.scale(z) * random.uniform(0.06, 0.11)
                leaves.leaf(p.x, p.y, r, r * 0.42, tilt: random.uniform(-1.2, 1.2))
            }
            leaves.fill(paint.wallFar.mixed(paint.shade, 0.3), 0.20)
        }
        scene.add(
            leaves, depth: 0.18,
            .sway(
                pivot: patch[2].y, reach: patch[2].y - patch[0].y, pixels: scene.stage.unit * 0.008,
                turns: 2, phase: 0.1))
    }
}
