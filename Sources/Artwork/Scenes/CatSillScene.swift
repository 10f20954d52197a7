import BatchVideo
import Foundation

/// A cat on a window sill: flowers beside it, the season outside.
struct CatSillScene: SceneFamilyPainter {
    struct Plan {
        var opening: Interior.Opening
        /// The row of the sill's front edge, where the cat sits.
        var sill: Double
        var cat: Point
        var height: Double
        /// 1 when the cat is on the left and looks to the right.
        var side: Double
        var sun: Point
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let pose = Cat.Pose.allCases[random.index(3)]
        let plan = self.plan(scene.stage, pose, &random)
        outside(&scene, paint, plan)
        room(&scene, paint, plan)
        pots(&scene, paint, plan)
        cat(&scene, paint, plan, pose, &random)
        air(&scene, paint, plan)
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.4, deep: 0.55)
        scene.look.vignette = 0.36
        scene.look.shade = scene.pick(
            warm: Colour(0x2A1408), clear: Colour(0x14201E), deep: Colour(0x060818))
    }

    private static func plan(
        _ stage: Stage, _ pose: Cat.Pose, _ random: inout SeededRandom
    ) -> Plan {
        let unit = stage.unit
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        let opening = Interior.Opening(
            x: stage.x(stage.pick(0.14, portrait: 0.12, square: 0.12)),
            y: stage.y(stage.pick(0.05, portrait: 0.14, square: 0.07)),
            width: stage.x(stage.pick(0.72, portrait: 0.76, square: 0.76)),
            height: stage.y(stage.pick(0.64, portrait: 0.53, square: 0.62)))
        let sill = opening.bottom + unit * 0.055
        let offset = stage.pick(0.17, portrait: 0.1, square: 0.14) * (pose == .curled ? 0.8 : 1)
        return Plan(
            opening: opening, sill: sill,
            cat: Point(stage.x(0.5 - side * offset), sill - unit * 0.018),
            height: unit * stage.pick(0.43, portrait: 0.5, square: 0.42) * (pose == .curled ? 1.06 : 1),
            side: side,
            sun: Point(
                opening.centre.x + side * opening.width * random.uniform(0.1, 0.26),
                opening.y + opening.height * random.uniform(0.24, 0.36)))
    }

    private static func outside(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let (o, unit) = (plan.opening, stage.unit)
        let horizon = o.y + o.height * 0.8
        var random = scene.random("outside")
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            Sky.stars(280, on: s, bottom: horizon, random: &random)
            Sky.moon(
                at: plan.sun, radius: unit * 0.05, on: s, halo: paint.halo, seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(paint.disc, paint.halo, at: plan.sun, radius: unit * 0.038, on: s)
        }
        scene.add(s, depth: 0.04)
        let clouds = scene.surface()
        Clouds.veil(
            .init(light: paint.disc, shade: paint.haze, alpha: 0.6), cover: 0.45, on: clouds, top: o.y - unit * 0.05,
            bottom: horizon, sun: plan.sun, seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.35)
        scene.add(clouds, depth: 0.05, .drift(pixels: unit * 0.05))
        let rock = NoiseField(
            width: 200, height: 200, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        for row in 0..<3 {
            let near = Double(row) / 2
            let hills = scene.surface()
            let colour = paint.hills.mixed(paint.haze, 0.7 * (1 - near))
            Mountains(
                ridge: Ridge(
                    stage, base: horizon - unit * (0.10 - 0.09 * near),
                    amplitude: unit * (0.075 - 0.035 * near), peaks: 1.7 + near * 1.6, .soft,
                    seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.haze, 0.55), light: paint.halo, relief: 0.3,
                depth: unit * 0.12
            ).paint(on: hills, rock: rock, bottom: o.bottom + unit * 0.08)
            scene.add(hills, depth: 0.06 + 0.015 * Double(row))
        }
        tree(&scene, paint, plan, &random)
        if let flakes = paint.falling {
            scene.add(
                ParticleLayer(
                    flakes.kind, count: flakes.count, colours: flakes.colours, size: unit * flakes.size,
                    travel: Point(-unit * 0.16, unit * 0.4), top: o.y - unit * 0.2, bottom: o.bottom,
                    stage: stage, random: &random))
        }
        if scene.palette != .deep {
            scene.add(
                BirdsLayer(
                    4, around: Point(o.centre.x, o.y + o.height * 0.3), spread: unit * 0.1,
                    size: unit * 0.013, travel: Point(plan.side * unit * 0.5, -unit * 0.06),
                    colour: paint.hills.darker(0.45), alpha: 0.8, random: &random))
        }
    }

    private static func tree(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let o = plan.opening
        let height = o.height * random.uniform(0.98, 1.1)
        var look = Tree.Look(
            bark: paint.bark, barkLight: paint.snow ?? paint.bark.mixed(paint.halo, 0.4),
            leaves: ColourRamp(paint.leaves))
        look.accent = paint.accent
        look.accentShare = 0.22
        look.fullness = paint.snow == nil ? 80 : 10
        look.leafSize = 0.012
        look.lean = -plan.side * 0.2
        let s = scene.surface()
        let foot = Point(
            plan.side > 0 ? o.right - o.width * 0.07 : o.x + o.width * 0.07, o.bottom + o.height * 0.05)
        Tree(at: foot, height: height, look, random: &random).paint(on: s, random: &random)
        scene.add(
            s, depth: 0.11,
            .sway(pivot: foot.y, reach: height, pixels: height * 0.009, turns: 2, phase: 0.3))
    }

    private static func room(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let (o, unit) = (plan.opening, stage.unit)
        var random = scene.random("room")
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: stage.bottom,
            seed: scene.noiseSeed("wall"))
        Interior.frame(
            paint.frame, light: paint.light, around: o,
            columns: stage.pick(3, portrait: 2, square: 2), rows: 2, on: s)
        sill(s, paint, plan)
        scene.add(s, depth: 0.22)
        for side in [-1.0, 1.0] {
            let cloth = scene.surface()
            let edge = side < 0 ? o.x - unit * 0.03 : o.right + unit * 0.03
            Interior.curtain(
                paint.cloth, light: paint.light, x: edge - side * unit * 0.02, top: o.y - unit * 0.06,
                width: side * unit * stage.pick(0.2, portrait: 0.1, square: 0.11),
                height: o.height + unit * 0.3, alpha: 0.96, on: cloth, random: &random)
            Interior.curtain(
                paint.sheer, light: paint.light, x: edge, top: o.y - unit * 0.06,
                width: -side * unit * stage.pick(0.15, portrait: 0.1, square: 0.11),
                height: o.height + unit * 0.07, alpha: 0.5, on: cloth, random: &random)
            scene.add(
                cloth, depth: 0.26,
                .sway(
                    pivot: o.y - unit * 0.06, reach: -o.height, pixels: unit * 0.008, turns: 1,
                    phase: side * 0.2))
        }
        let rays = scene.surface()
        Rays.paint(
            paint.light, scene.pick(warm: 0.34, clear: 0.26, deep: 0.14), from: plan.sun,
            reach: stage.height * 0.95, on: rays, seed: scene.noiseSeed("rays"), bottom: stage.bottom)
        scene.add(rays, depth: 0.2, blend: .screen, breath: (low: 0.55, turns: 1, phase: 0))
    }

    /// A deep board, lit from outside, and its shade on the wall.
    private static func sill(_ s: PaintSurface, _ paint: Paint, _ plan: Plan) {
        let (o, unit) = (plan.opening, s.stage.unit)
        let (left, right) = (o.x - unit * 0.09, o.right + unit * 0.09)
        let back = o.bottom - unit * 0.006
        s.polygon([
            Point(o.x - unit * 0.02, back), Point(o.right + unit * 0.02, back), Point(right, plan.sill),
            Point(left, plan.sill),
        ])
        s.fill(
            from: Point(0, back), to: Point(0, plan.sill),
            [
                Stop(0, paint.frame.mixed(paint.light, 0.75)), Stop(0.5, paint.frame.mixed(paint.light, 0.42)),
                Stop(1, paint.frame.mixed(paint.light, 0.2)),
            ])
        s.rectangle(left, plan.sill, right - left, unit * 0.03)
        s.fill(
            from: Point(0, plan.sill), to: Point(0, plan.sill + unit * 0.03),
            [Stop(0, paint.frame.mixed(paint.light, 0.3)), Stop(1, paint.frame.darker(0.35))])
        s.rectangle(left + unit * 0.02, plan.sill + unit * 0.03, right - left - unit * 0.04, unit * 0.07)
        s.fill(
            from: Point(0, plan.sill + unit * 0.03), to: Point(0, plan.sill + unit * 0.1),
            [Stop(0, .black, 0.34), Stop(1, .black, 0)])
    }

    private static func cat(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ pose: Cat.Pose,
        _ random: inout SeededRandom
    ) {
        let s = scene.surface()
        s.isolated {
            s.translate(plan.cat.x - (plan.sun.x - plan.cat.x) * 0.12, plan.cat.y + scene.stage.unit * 0.004)
            s.scale(1, 0.11)
            s.circle(0, 0, plan.height * 0.5)
            s.fill(
                around: Point(0, 0), radius: plan.height * 0.5,
                [Stop(0, .black, 0.5), Stop(0.6, .black, 0.32), Stop(1, .black, 0)])
        }
        scene.add(s, depth: 0.3)
        let coat = Cat.Coat.all[random.index(Cat.Coat.all.count)]
        let cat = Cat(pose: pose, coat: coat, light: paint.cat, height: plan.height, seed: random.next())
        scene.add(CatLayer(cat, at: plan.cat, facing: plan.side, depth: 0.3))
    }

    private static func air(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        var random = scene.random("dust")
        scene.add(
            ParticleLayer(
                .dust, count: 46, colours: [paint.light], size: stage.unit * 0.0052,
                travel: Point(stage.unit * 0.06, -stage.unit * 0.05), top: stage.y(0.1),
                bottom: stage.y(0.85), stage: stage, random: &random))
        guard scene.palette == .deep else { return }
        // A lamp somewhere behind us.
        let s = scene.surface()
        s.glow(
            stage.x(0.5 - plan.side * 0.36), stage.y(0.8), radius: stage.unit * 0.95, Colour(0xFFB868), 0.4,
            falloff: 1.1, as: .over)
        scene.add(s, depth: 0.3, blend: .screen, breath: (low: 0.86, turns: 3, phase: 0.1))
    }
}
