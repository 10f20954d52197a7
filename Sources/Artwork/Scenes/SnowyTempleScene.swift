import BatchVideo
import Foundation

/// A temple on a slope in falling snow: a hall above its steps, a pagoda among pines.
struct SnowyTempleScene: SceneFamilyPainter {
    struct Plan {
        var horizon: Double
        var sun: Point
        /// The middle of the hall's floor, and its width.
        var hall: Point
        var width: Double
        var pagoda: Point
        var tower: Double
        /// 1 when the pagoda stands left of the hall.
        var side: Double
        var ground: Ridge
        /// Unevenness of the snow.
        var folds: NoiseField
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let plan = self.plan(scene, &random)
        sky(&scene, paint, plan)
        hills(&scene, paint, plan, &random)
        temple(&scene, paint, plan, &random)
        near(&scene, paint, plan, &random)
        snowfall(&scene, paint, &random)
        scene.look.bloom = scene.pick(warm: 0.42, clear: 0.2, deep: 0.55)
        scene.look.vignette = 0.26
        scene.look.shade = paint.temple.dark
    }

    private static func plan(_ scene: SceneBuilder, _ random: inout SeededRandom) -> Plan {
        let stage = scene.stage
        let unit = stage.unit
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        func x(_ right: Double) -> Double { stage.x(side > 0 ? right : 1 - right) }
        let hall = Point(
            x(stage.pick(random.uniform(0.56, 0.61), portrait: 0.52, square: 0.56)),
            stage.y(stage.pick(0.665, portrait: 0.655, square: 0.675)))
        let width = unit * stage.pick(0.52, portrait: 0.60, square: 0.50)
        let rough = Ridge(
            stage, base: 0, amplitude: unit * 0.012, peaks: 1.4, .soft, seed: scene.noiseSeed("slope"))
        // The slope is level under the hall and falls away on both sides.
        let ground = Ridge(stage) { x in
            let away = max(abs(x - hall.x) - width * 0.6, 0) / unit
            let fall = (x - hall.x) * side < 0 ? 0.10 : 0.16
            return hall.y - unit * 0.006 + unit * fall * (away * away * 1.2 + away * 0.25) + rough.row(x)
        }
        return Plan(
            horizon: stage.y(stage.pick(0.56, portrait: 0.54, square: 0.56)),
            sun: Point(
                x(side > 0 ? 0.82 : 0.42),
                stage.y(stage.pick(0.20, portrait: 0.15, square: 0.18))),
            hall: hall, width: width,
            pagoda: Point(
                x(stage.pick(random.uniform(0.17, 0.23), portrait: 0.25, square: 0.20)),
                stage.y(stage.pick(0.62, portrait: 0.55, square: 0.60))),
            tower: unit * stage.pick(random.uniform(0.50, 0.55), portrait: 0.72, square: 0.50),
            side: side, ground: ground,
            folds: NoiseField(
                width: stage.size.width / 4, height: stage.size.height / 4,
                .init(cells: 7, octaves: 4, gain: 0.45, aspect: 0.35), seed: scene.noiseSeed("folds")))
    }

    private static func sky(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.sky), on: s, horizon: plan.horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var stars = scene.random("stars")
            Sky.stars(
                scene.dayTime == .night ? 420 : 150, on: s, bottom: plan.horizon * 0.9, random: &stars)
            Sky.moon(
                at: plan.sun, radius: unit * 0.05, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(
                paint.disc, paint.halo, at: plan.sun, radius: unit * 0.042, on: s, strength: 0.85)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.5, on: clouds, top: stage.top, bottom: plan.horizon * 0.95,
            sun: plan.sun, seed: scene.noiseSeed("veil"), cells: 3.5, aspect: 0.3)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.045))
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.disc, count: 2,
            farBase: plan.horizon - unit * 0.13, nearBase: plan.horizon - unit * 0.02,
            farSwing: unit * 0.17, nearSwing: unit * 0.10, peaks: 1.7, relief: 0.6, snowUntil: 1,
            snow: paint.temple.snow, fog: 0.55, floor: plan.horizon + unit * 0.18
        ).add(to: &scene, "range")
    }

    /// The wooded hill with the pagoda.
    private static func hills(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let far = unit * 0.42
        let rough = Ridge(
            stage, base: 0, amplitude: unit * 0.02, peaks: 2, .soft, seed: scene.noiseSeed("hill"))
        let ridge = Ridge(stage) { x in
            let d = (x - plan.pagoda.x) / far
            return plan.pagoda.y + unit * 0.10 * (1 - exp(-d * d)) + rough.row(x)
                - unit * 0.012 * exp(-d * d * 6)
        }
        let dark = paint.pine.mixed(paint.haze, 0.42)
        let look = Pines.Look(
            dark: dark, light: dark.mixed(paint.temple.snow, 0.25),
            snow: paint.temple.snow.mixed(paint.haze, 0.3))
        ground(paint, plan, ridge, haze: 0.3, on: s)
        Pines.stand(
            look, count: Int(34 * stage.width / unit), from: stage.left, to: stage.right,
            foot: { ridge.row($0) + unit * 0.012 }, heights: unit * 0.05...unit * 0.13, on: s,
            random: &random)
        var dim = paint.temple
        dim.wall = dim.wall.mixed(paint.haze, 0.16)
        dim.pillar = dim.pillar.mixed(paint.haze, 0.16)
        dim.tile = dim.tile.mixed(paint.haze, 0.2)
        dim.dark = dim.dark.mixed(paint.haze, 0.12)
        TempleBuilder(surface: s, look: dim, lightSide: 1).pagoda(
            at: Point(plan.pagoda.x, ridge.row(plan.pagoda.x) + unit * 0.012), height: plan.tower,
            storeys: random.unit() < 0.5 ? 7 : 5, random: &random)
        Pines.stand(
            look, count: 5, from: plan.pagoda.x - far * 0.5, to: plan.pagoda.x + far * 0.5,
            foot: { ridge.row($0) + unit * 0.03 }, heights: unit * 0.07...unit * 0.13, on: s,
            random: &random)
        scene.add(s, depth: 0.3)
        let mist = scene.surface()
        Mist.band(
            paint.haze, 0.75, on: mist, centre: ridge.lowest + unit * 0.01, reach: unit * 0.10,
            seed: scene.noiseSeed("mist"), ragged: 1)
        scene.add(mist, depth: 0.34, .drift(pixels: unit * 0.05, turns: 2))
    }

    static func ground(
        _ paint: Paint, _ plan: Plan, _ ridge: Ridge, haze: Double, on s: PaintSurface
    ) {
        Mountains(
            ridge: ridge, top: paint.temple.snow.mixed(paint.haze, haze),
            foot: paint.temple.snowShade.mixed(paint.haze, haze),
            light: paint.temple.snow.lighter(0.5), relief: 0.3, depth: s.stage.unit * 0.45
        ).paint(on: s, rock: plan.folds)
    }

    private static func temple(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, w) = (stage.unit, plan.width)
        let s = scene.surface()
        let look = Pines.Look(
            dark: paint.pine, light: paint.pine.mixed(paint.disc, 0.22), snow: paint.temple.snow)
        ground(paint, plan, plan.ground, haze: 0, on: s)
        Pines.stand(
            look, count: Int(11 * stage.width / unit), from: stage.left, to: stage.right,
            foot: { plan.ground.row($0) + unit * 0.002 }, heights: unit * 0.16...unit * 0.30, on: s,
            random: &random)
        precinct(paint, plan, s)
        shade(paint, plan, s)
        grove(scene, paint, plan, s, &random)
        let builder = TempleBuilder(surface: s, look: paint.temple, lightSide: 1)
        let hooks = builder.hall(at: plan.hall, width: w, random: &random)
        let steps = TempleSteps(
            top: Point(plan.hall.x, plan.hall.y), half: w * 0.185,
            foot: Point(lerp(plan.hall.x, stage.width / 2, 0.5), stage.bottom + unit * 0.02),
            broad: unit * stage.pick(0.36, portrait: 0.36, square: 0.34))
        steps.paint(paint.temple, on: s, random: &random)
        visitor(paint, steps, s, unit, &random)
        lanterns(paint, plan, steps, s)
        scene.add(s, depth: 0.5)
        let glow = scene.surface()
        glow.glow(
            plan.hall.x, plan.hall.y, radius: w * 0.95, paint.temple.lamp, 0.40 * paint.temple.lit,
            squash: 0.5, as: .over)
        scene.add(glow, depth: 0.5, blend: .screen, breath: (low: 0.55, turns: 3, phase: 0))
        scene.add(
            HangingLanterns(
                hooks: hooks, size: w * 0.052, red: paint.lantern, gold: paint.temple.gold,
                light: paint.temple.lamp, lit: paint.temple.lit, depth: 0.5))
    }

    /// Someone under a paper umbrella on the way up.
    private static func visitor(
        _ paint: Paint, _ steps: TempleSteps, _ s: PaintSurface, _ unit: Double,
        _ random: inout SeededRandom
    ) {
        let place = steps.place(random.uniform(0.40, 0.52), random.uniform(-0.2, 0.2))
        Umbrella.walker(
            body: paint.temple.dark.mixed(paint.temple.beam, 0.3), paper: paint.lantern,
            rib: paint.temple.gold, snow: paint.temple.snow, at: place, height: unit * 0.125, on: s)
    }
}
