import BatchVideo
import Foundation

extension ClassroomScene {
    /// A desk close to us with a globe, books and a plant.
    static func nearDesk(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let v = plan.view
        let s = scene.surface()
        let brush = RoomBrush(view: v, surface: s, light: paint.light)
        let z = stage.pick(1.62, portrait: 1.50, square: 1.62)
        let x = stage.pick(0.56, portrait: 0.12, square: 0.22)
        let lit = plan.sun(x, 0.78, z + 0.2) * paint.sunStrength * 0.7
        for dz in [0.48, 0.05] {
            for dx in [-0.6, 0.7] {
                brush.line(
                    (x + dx, 0, z + dz), (x + dx, 0.7, z + dz), paint.metal.darker(0.25),
                    width: v.scale(z + dz) * 0.035)
                brush.line(
                    (x + dx - 0.008, 0, z + dz), (x + dx - 0.008, 0.7, z + dz), paint.light, 0.25,
                    width: v.scale(z + dz) * 0.008)
            }
        }
        brush.box(x: x - 0.62...x + 0.72, y: 0.56...0.72, z: z + 0.06...z + 0.5, paint.desk.darker(0.42))
        brush.box(x: x - 0.66...x + 0.76, y: 0.74...0.79, z: z...z + 0.54, paint.desk, lit: lit)
        let k = v.scale(z + 0.25)
        let vessels = Vessels(surface: s, lightSide: -1, rim: paint.light)
        let pile = v.place(x - 0.32, 0.79, z + 0.22)
        _ = vessels.books(
            x: pile.x, base: pile.y, width: k * 0.36,
            (0..<(2 + random.index(3))).map { _ in
                paint.papers[random.index(paint.papers.count)].mixed(paint.shade, 0.2)
            }, random: &random)
        openBook(brush, paint, x: x + 0.02, y: 0.795, z: z + 0.03)
        let stand = v.place(x + 0.36, 0.79, z + 0.26)
        globe(vessels, paint, at: stand, radius: k * 0.165, tilt: 0.41, seed: scene.noiseSeed("globe"))
        scene.add(s, depth: 0.62)
    }

    /// A globe on its stand, the axis leaning.
    private static func globe(
        _ vessels: Vessels, _ paint: Paint, at p: Point, radius r: Double, tilt: Double, seed: UInt64
    ) {
        let s = vessels.surface
        let c = Point(p.x, p.y - r * 1.52)
        vessels.shadow(x: p.x, y: p.y, width: r * 0.95)
        s.ellipse(p.x, p.y - r * 0.05, r * 0.52, r * 0.11)
        s.fill(
            from: Point(p.x - r * 0.5, 0), to: Point(p.x + r * 0.5, 0),
            [Stop(0, paint.frame.mixed(paint.light, 0.5)), Stop(1, paint.frame.darker(0.4))])
        s.rectangle(p.x - r * 0.05, p.y - r * 0.5, r * 0.10, r * 0.42)
        s.fill(paint.frame.darker(0.15))
        // The half ring that carries the axis.
        let ring = (0...24).map { i -> Point in
            let a = .pi * 0.5 + tilt - 1.62 + 3.24 * Double(i) / 24
            return Point(c.x + cos(a) * r * 1.12, c.y + sin(a) * r * 1.12)
        }
        s.spline(ring)
        s.stroke(paint.frame.darker(0.1), width: r * 0.085)
        s.spline(ring)
        s.stroke(paint.light, 0.35, width: max(r * 0.02, 0.7))
        sphere(s, paint, c, r, tilt, seed)
        for side in [-1.0, 1.0] {
            s.circle(c.x + sin(tilt) * r * 1.07 * side, c.y - cos(tilt) * r * 1.07 * side, r * 0.06)
            s.fill(paint.frame.mixed(paint.light, 0.3))
        }
    }

    /// Seas and lands on a ball, lit from the left.
    private static func sphere(
        _ s: PaintSurface, _ paint: Paint, _ c: Point, _ r: Double, _ tilt: Double, _ seed: UInt64
    ) {
        let map = NoiseField(width: 160, height: 120, .init(cells: 5, octaves: 5, gain: 0.52), seed: seed)
        let (cx, cy, radius) = (Float(c.x), Float(c.y), Float(r))
        let (sn, cs) = (Float(sin(tilt)), Float(cos(tilt)))
        let (sea, deep) = (paint.sea.rgba(), paint.sea.darker(0.3).rgba())
        let (land, hill) = (paint.leaf.mixed(Colour(0xD8C98A), 0.35).rgba(), Colour(0xC9A46A).rgba())
        let (light, dark) = (paint.light.rgba(), paint.shade.rgba())
        s.shade(top: c.y - r - 1, bottom: c.y + r + 1, left: c.x - r - 1, right: c.x + r + 1) { x, y in
            let (px, py) = ((x - cx) / radius, (y - cy) / radius)
            let d = px * px + py * py
            let edge = min(max((1 - d.squareRoot()) * radius + 0.5, 0), 1)
            guard edge > 0 else { return .zero }
            let pz = max(1 - d, 0).squareRoot()
            let (gx, gy) = (px * cs + py * sn, -px * sn + py * cs)
            let u = atan2(gx, pz) / (2 * .pi) + 0.5
            let n = map.sample(u * 0.9 + 0.05, gy * 0.42 + 0.5)
            var colour = sea + (deep - sea) * smoothstep(0.48, 0.3, n)
            let shore = smoothstep(0.545, 0.56, n)
            colour += (land + (hill - land) * smoothstep(0.62, 0.75, n) - colour) * shore
            // A net of meridians and parallels.
            let net = max(line(u * 24), line((asin(min(max(gy, -1), 1)) / .pi + 0.5) * 12))
            colour += (light - colour) * net * 0.22
            let lit = max(-0.62 * px - 0.52 * py + 0.58 * pz, 0)
            colour = dark + (colour - dark) * (0.30 + 0.78 * lit)
            let glint = pow(max(-0.36 * px - 0.42 * py + 0.83 * pz, 0), 26)
            colour += (light - colour) * glint * 0.55
            colour.w = edge
            return colour
        }
    }

    private static func line(_ turns: Float) -> Float {
        smoothstep(0.07, 0.02, abs(turns - turns.rounded()))
    }

    /// The fan under the ceiling: four blades that turn.
    static func fan(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let v = plan.view
        let (x, y, z) = (boardMiddle(plan), v.height - 0.42, 4.5)
        let (metal, light) = (paint.metal.mixed(paint.ceiling, 0.35), paint.light)
        let isStill = scene.season == .winter
        scene.add(
            LiveLayer { s, moment in
                let shift = moment.shift(0.22, s.stage)
                func at(_ dx: Double, _ dy: Double, _ dz: Double) -> Point {
                    let p = v.place(x + dx, y + dy, z + dz)
                    return Point(p.x + shift.x, p.y + shift.y)
                }
                let (hub, hook) = (at(0, 0, 0), at(0, 0.42, 0))
                let k = v.scale(z)
                s.move(hub.x, hub.y)
                s.line(hook.x, hook.y)
                s.stroke(metal.darker(0.2), width: k * 0.03)
                for blade in 0..<4 {
                    // Four equal blades: a quarter turn looks like none.
                    let turn = (isStill ? 0.06 : moment.phase * 5.25) + Double(blade) / 4
                    let a = turn * 2 * .pi
                    let (ux, uz) = (cos(a), sin(a))
                    func p(_ along: Double, _ side: Double) -> Point {
                        at(ux * along - uz * side, 0.02 * side, uz * along + ux * side)
                    }
                    s.polygon([p(0.12, -0.05), p(0.72, -0.085), p(0.75, 0.075), p(0.12, 0.04)])
                    s.fill(metal.mixed(light, 0.25 + 0.2 * uz).darker(0.1))
                }
                s.ellipse(hub.x, hub.y, k * 0.10, k * 0.065)
                s.fill(metal.darker(0.25))
                s.ellipse(hub.x, hub.y - k * 0.02, k * 0.10, k * 0.05)
                s.fill(metal.mixed(light, 0.3))
            })
    }

    /// Long lamps under the ceiling; lit in the evening.
    static func lamps(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let v = plan.view
        let s = scene.surface()
        let brush = RoomBrush(view: v, surface: s, light: paint.light)
        let glow = scene.surface()
        for x in [boardMiddle(plan) - 1.25, boardMiddle(plan) + 1.25] {
            for z in [3.2, 4.9] {
                let y = v.height - 0.34
                let tube = paint.lamp.mixed(paint.ceiling, plan.isLampLit ? 0 : 0.55)
                for dz in [0.1, 0.9] {
                    brush.line(
                        (x, y, z + dz), (x, v.height, z + dz), paint.metal.darker(0.2),
                        width: max(v.scale(z) * 0.008, 0.7))
                }
                brush.face(
                    [(x - 0.09, y, z), (x + 0.09, y, z), (x + 0.09, y, z + 1), (x - 0.09, y, z + 1)],
                    tube, tube.mixed(paint.ceiling, 0.2))
                brush.face(
                    [(x - 0.09, y + 0.06, z), (x + 0.09, y + 0.06, z), (x + 0.09, y, z), (x - 0.09, y, z)],
                    paint.metal, paint.metal.darker(0.2))
                guard plan.isLampLit else { continue }
                let p = v.place(x, y, z + 0.4)
                glow.glow(p.x, p.y, radius: v.scale(z) * 1.5, paint.lamp, 0.35, as: .over)
            }
        }
        scene.add(s, depth: 0.22)
        guard plan.isLampLit else { return }
        let p = v.place(boardMiddle(plan), 1.2, 4.4)
        glow.glow(p.x, p.y, radius: scene.stage.unit * 1.0, paint.lamp, 0.17, squash: 0.75, as: .over)
        scene.add(glow, depth: 0.24, blend: .screen, breath: (low: 0.86, turns: 3, phase: 0))
    }
}
