import BatchVideo
import Foundation

extension RainBridgeScene {
    /// Lanterns, a boat, our own quay, and a willow before everything.
    static func foreground(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        lanterns(&scene, paint, plan)
        boat(&scene, paint, plan, &random)
        willows(&scene, paint, plan, &random)
        parapet(&scene, paint, plan, &random)
    }

    private static func lanterns(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let glow = scene.surface()
        for (k, place) in [(-1.0, 0.45), (-1.0, 0.78), (1.0, 0.45), (1.0, 0.78)].enumerated() {
            let side = place.0
            let end = side < 0 ? plan.ends.left : plan.ends.right
            let z = lerp(6.5, end, place.1)
            let p = plan.view.at(side * (plan.canal + 0.15), plan.quay + 2.75, z)
            let r = plan.view.scale(z) * 0.24
            let s = scene.surface()
            // An arm of wood that comes out of the wall.
            s.move(p.x, p.y)
            s.line(p.x + side * r * 6, p.y - r * 0.2)
            s.stroke(paint.house.wood.mixed(paint.shade, 0.4), width: max(r * 0.16, 1))
            SilkLantern(
                silk: Colour(0xD8382A).times(paint.air.tone).mixed(Colour(0xF0462E), paint.lamps * 0.8),
                gold: Colour(0xE0B456).times(paint.air.tone), light: paint.light, shade: paint.shade,
                lamp: paint.lamps, lightSide: plan.bridge.lightSide
            ).paint(at: p, radius: r, on: s)
            scene.add(
                s, depth: 0.3,
                .sway(
                    pivot: p.y, reach: -r * 4, pixels: r * 0.2, turns: 1 + k % 2,
                    phase: 0.27 * Double(k)))
            let c = Point(p.x, p.y + r * 1.5)
            glow.circle(c.x, c.y, r * 7)
            glow.fill(
                around: c, radius: r * 7,
                [
                    Stop(0, Colour(0xFF9A58), 0.5 * paint.lamps),
                    Stop(0.2, Colour(0xFF8448), 0.2 * paint.lamps), Stop(1, Colour(0xFF7A40), 0),
                ])
        }
        guard paint.lamps > 0 else { return }
        scene.add(glow, depth: 0.3, breath: (low: 0.72, turns: 3, phase: 0.2))
    }

    private static func boat(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let z = stage.pick(13.5, portrait: 12.5, square: 13)
        let p = plan.view.at(plan.willowSide * random.uniform(0.6, 1.8), 0, z)
        let k = plan.view.scale(z) * 5.2
        let s = scene.surface()
        s.ellipse(p.x, p.y + k * 0.035, k * 0.5, k * 0.055)
        s.fill(paint.shade.mixed(paint.deep, 0.3), 0.5)
        s.ellipse(p.x - k * 0.05, p.y + k * 0.08, k * 0.30, k * 0.05)
        s.fill(paint.shade.mixed(paint.deep, 0.3), 0.26)
        Figures.boat(
            .init(
                body: paint.shade.mixed(paint.air.seen(Colour(0x5A4636)), 0.45), rim: paint.light,
                lightSide: plan.bridge.lightSide),
            at: p, length: k, on: s)
        awning(s, paint, p, k, plan.bridge.lightSide)
        if paint.lamps > 0.5 {
            s.circle(p.x - k * 0.06, p.y - k * 0.07, k * 0.016)
            s.fill(Colour(0xFFDC9A))
            s.glow(p.x - k * 0.06, p.y - k * 0.06, radius: k * 0.2, Colour(0xFFB860), 0.8)
        }
        scene.add(s, depth: 0.42, .bob(pixels: unit * 0.0035, turns: 2, phase: random.unit()))
    }

    /// A vault of black matting amidships, in three lengths.
    private static func awning(
        _ s: PaintSurface, _ paint: Paint, _ p: Point, _ k: Double, _ side: Double
    ) {
        let mat = paint.shade.mixed(paint.air.seen(Colour(0x4A4640)), 0.55)
        for (x0, x1, high) in [(-0.30, -0.14, 0.135), (0.00, 0.14, 0.135), (-0.17, 0.03, 0.16)] {
            let foot = p.y - k * 0.012
            s.move(p.x + k * x0, foot)
            s.curve(
                Point(p.x + k * x0, foot - k * high * 0.9), Point(p.x + k * (x0 + 0.012), foot - k * high),
                to: Point(p.x + k * (x0 + 0.03), foot - k * high))
            s.line(p.x + k * (x1 - 0.03), foot - k * high)
            s.curve(
                Point(p.x + k * (x1 - 0.012), foot - k * high), Point(p.x + k * x1, foot - k * high * 0.9),
                to: Point(p.x + k * x1, foot))
            s.close()
            s.fill(
                from: Point(0, foot - k * high), to: Point(0, foot),
                [
                    Stop(0, mat.mixed(paint.light, 0.4)), Stop(0.3, mat.mixed(paint.light, 0.1)),
                    Stop(1, mat.mixed(paint.shade, 0.4)),
                ], keep: true)
            s.stroke(paint.shade, 0.6, width: max(k * 0.004, 0.8))
            for t in [0.25, 0.5, 0.75] {
                s.move(p.x + k * lerp(x0, x1, t), foot - k * high)
                s.line(p.x + k * lerp(x0, x1, t), foot)
            }
            s.stroke(paint.light, 0.16, width: max(k * 0.003, 0.7))
        }
    }

    /// The balustrade of the bridge on which we stand.
    private static func parapet(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let stone = paint.stone.mixed(paint.shade, 0.2)
        let (rail, thick) = (stage.y(stage.pick(0.885, portrait: 0.865, square: 0.885)), unit * 0.034)
        s.rectangle(stage.left, rail, stage.right - stage.left, stage.bottom - rail)
        s.fill(
            from: Point(0, rail), to: Point(0, stage.bottom),
            [Stop(0, stone.mixed(paint.shade, 0.35)), Stop(1, stone.mixed(paint.shade, 0.6))])
        let (pitch, first) = (unit * 0.44, stage.x(0.5) - unit * 0.66 + unit * random.uniform(-0.1, 0.1))
        for k in -3...6 {
            let x = first + pitch * Double(k)
            s.roundedRectangle(
                x + unit * 0.075, rail + thick * 1.7, pitch - unit * 0.15, unit * 0.15, radius: unit * 0.02)
        }
        s.fill(stone.mixed(paint.shade, 0.16), keep: true)
        s.stroke(paint.shade, 0.5, width: max(unit * 0.003, 1))
        s.rectangle(stage.left, rail - thick, stage.right - stage.left, thick)
        let top = paint.house.snow ?? stone.mixed(paint.air.sky[2], 0.5)
        s.fill(
            from: Point(0, rail - thick), to: Point(0, rail),
            [
                Stop(0, top.mixed(paint.light, 0.35)), Stop(0.42, top), Stop(0.46, stone),
                Stop(1, stone.mixed(paint.shade, 0.3)),
            ])
        for k in -3...6 {
            post(s, paint, stone, Point(first + pitch * Double(k), rail), unit * 0.05, plan.bridge.lightSide)
        }
        let noise = NoiseField(
            width: s.columns / 2, height: 200, .init(cells: 90, octaves: 4), seed: scene.noiseSeed("stone"))
        s.mottle(noise, strength: 0.10, top: rail - unit * 0.12, bottom: stage.bottom)
        scene.add(s, depth: 0.8)
        guard !paint.season.hasSnow else { return }
        let width = stage.width
        scene.add(
            RippleLayer(
                paint.rain, count: Int(26 * width / unit), size: unit * 0.016, top: rail - thick * 0.95,
                bottom: rail - thick * 0.66, depth: 0.8, random: &random
            ) { _ in (0, width) })
    }

    private static func post(
        _ s: PaintSurface, _ paint: Paint, _ stone: Colour, _ p: Point, _ w: Double, _ side: Double
    ) {
        let stops = [
            Stop(0, stone.mixed(paint.light, 0.2)), Stop(0.3, stone.mixed(paint.light, 0.34)),
            Stop(0.65, stone), Stop(1, stone.mixed(paint.shade, 0.5)),
        ]
        let (lit, far) = (Point(p.x + side * w * 0.6, 0), Point(p.x - side * w * 0.6, 0))
        s.rectangle(p.x - w * 0.5, p.y - w * 1.25, w, s.stage.bottom - p.y + w * 2)
        s.fill(from: lit, to: far, stops)
        s.roundedRectangle(p.x - w * 0.62, p.y - w * 1.42, w * 1.24, w * 0.26, radius: w * 0.08)
        s.fill(from: lit, to: far, stops)
        // A lotus bud of stone.
        s.move(p.x - w * 0.42, p.y - w * 1.42)
        s.curve(
            Point(p.x - w * 0.66, p.y - w * 1.9), Point(p.x - w * 0.2, p.y - w * 2.1),
            to: Point(p.x, p.y - w * 2.36))
        s.curve(
            Point(p.x + w * 0.2, p.y - w * 2.1), Point(p.x + w * 0.66, p.y - w * 1.9),
            to: Point(p.x + w * 0.42, p.y - w * 1.42))
        s.close()
        s.fill(from: lit, to: far, stops)
        for bow in [-0.5, 0.0, 0.5] {
            s.move(p.x + bow * w * 0.5, p.y - w * 1.46)
            s.curve(
                Point(p.x + bow * w * 0.95, p.y - w * 1.85), Point(p.x + bow * w * 0.4, p.y - w * 2.1),
                to: Point(p.x, p.y - w * 2.3))
        }
        s.stroke(paint.shade, 0.34, width: max(w * 0.035, 0.8))
        if let snow = paint.house.snow {
            s.ellipse(p.x, p.y - w * 2.2, w * 0.3, w * 0.16)
            s.fill(snow)
        }
    }

    private static func willows(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, side) = (stage.unit, plan.willowSide)
        func x(_ share: Double) -> Double { stage.x(side < 0 ? share : 1 - share) }
        let willow = Willow(
            leaf: paint.leaves, bark: paint.bark, fullness: max(paint.season.fullness, 0.06))
        let limbs: [(Double, Double, Double, Double, Double, Int)] = stage.pick(
            [
                (-0.06, 0.02, 0.40, -0.03, 0.46, 22), (-0.06, 0.10, 0.24, 0.00, 0.62, 20),
                (-0.08, -0.02, 0.15, 0.02, 0.80, 14),
            ],
            portrait: [
                (-0.1, 0.02, 0.75, -0.01, 0.46, 22), (-0.1, 0.06, 0.46, 0.00, 0.66, 20),
                (-0.1, 0.0, 0.26, 0.02, 0.92, 14),
            ],
            square: [
                (-0.08, 0.02, 0.56, -0.02, 0.44, 22), (-0.08, 0.08, 0.34, 0.00, 0.60, 20),
                (-0.1, 0.0, 0.2, 0.02, 0.8, 14),
            ])
        for (k, limb) in limbs.enumerated() {
            let s = scene.surface()
            let drop = unit * limb.4
            willow.paint(
                from: Point(x(limb.0), stage.y(limb.1)), to: Point(x(limb.2), stage.y(limb.3)),
                drop: drop, strands: limb.5, thickness: unit * 0.02, on: s, random: &random)
            scene.add(
                s, depth: 0.62 + 0.14 * Double(k),
                .sway(
                    pivot: 0, reach: -drop, pixels: unit * (0.014 + 0.004 * Double(k)),
                    turns: k == 1 ? 2 : 1, phase: 0.3 * Double(k)))
        }
    }

    static func weather(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        guard !paint.season.hasSnow else {
            scene.add(
                ParticleLayer(
                    .snow, count: 260, colours: [paint.rain.lighter(0.4)], size: unit * 0.0066,
                    travel: Point(plan.willowSide * unit * 0.2, stage.height * 0.75), top: 0,
                    bottom: stage.height, stage: stage, random: &random))
            return
        }
        let (centre, canal, eye) = (plan.view.vanishing, plan.canal, plan.view.eye)
        let top = plan.waterline + unit * 0.004
        let bottom = stage.y(stage.pick(0.83, portrait: 0.82, square: 0.83))
        scene.add(
            RippleLayer(
                paint.rain, count: 56, size: unit * 0.042, top: top, bottom: bottom, depth: 0.3,
                random: &random
            ) { near in
                let half = canal * (lerp(top, bottom, near) - centre.y) / eye
                return (max(centre.x - half, -20), min(centre.x + half, centre.x * 2 + 20))
            })
        scene.add(
            RainLayer(
                paint.rain, slant: plan.willowSide * 0.10, density: 1, stage: stage, random: &random))
    }
}
