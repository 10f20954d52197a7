import BatchVideo
import Foundation

/// A canal in the rain: an arched bridge, white houses with dark tiles, willows, someone under an
/// umbrella. In winter it snows.
struct RainBridgeScene: SceneFamilyPainter {
    struct Plan {
        let view: Perspective
        let bridge: StoneBridge
        /// Half the canal's breadth in metres.
        let canal = 6.0
        let quay = 1.0
        /// The side with the willow in front: -1 left, 1 right.
        let willowSide: Double
        /// Distances at which the houses before the bridge end, left and right.
        let ends: (left: Double, right: Double)

        /// The row where the bridge stands in the water.
        var waterline: Double { view.at(0, 0, bridge.z).y }
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let plan = self.plan(scene, paint, &random)
        sky(&scene, paint, plan, &random)
        beyond(&scene, paint, plan)
        let bridge = scene.surface()
        plan.bridge.paint(on: bridge, random: &random)
        scene.add(bridge, depth: 0.22)
        walker(&scene, paint, plan, &random)
        banks(&scene, paint, plan, below: false)
        water(&scene, paint, plan)
        banks(&scene, paint, plan, below: true)
        foreground(&scene, paint, plan, &random)
        weather(&scene, paint, plan, &random)
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.34, deep: 0.64)
        scene.look.vignette = 0.3
        scene.look.shade = scene.pick(
            warm: Colour(0x24160E), clear: Colour(0x0E1E20), deep: Colour(0x030818))
    }

    private static func plan(
        _ scene: SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) -> Plan {
        let stage = scene.stage
        let side = random.unit() < 0.5 ? -1.0 : 1.0
        let view = Perspective(
            vanishing: Point(
                stage.x(0.5 + side * random.uniform(0, 0.05)),
                stage.y(stage.pick(0.44, portrait: 0.455, square: 0.45))),
            focal: 25 * stage.unit * stage.pick(0.0465, portrait: 0.046, square: 0.043), eye: 3.1)
        let bridge = StoneBridge(
            view: view, z: 25, crest: random.uniform(5.3, 5.9), stone: paint.stone,
            light: paint.light, shade: paint.shade, lightSide: -side, cap: paint.house.snow)
        let (long, short) = (random.uniform(19.5, 21.5), random.uniform(14.5, 16.5))
        return Plan(
            view: view, bridge: bridge, willowSide: side,
            ends: side < 0 ? (short, long) : (long, short))
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let line = plan.view.vanishing.y
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.air.sky), on: s, horizon: line, seed: scene.noiseSeed("sky"), wash: 0.08)
        let glow = Point(plan.view.vanishing.x, line - unit * 0.12)
        s.glow(glow.x, glow.y, radius: unit * 0.7, paint.air.halo, 0.34, falloff: 0.9)
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            .init(
                light: paint.air.sky[3], shade: paint.air.sky[0].mixed(paint.shade, 0.12),
                alpha: 0.75),
            cover: 0.72, on: clouds, top: stage.top, bottom: line, sun: glow,
            seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.4)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.07))
        let rock = NoiseField(
            width: 200, height: 200, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        let hills = scene.surface()
        for row in 0..<2 {
            let colour = paint.air.seen(paint.season.hills).mixed(
                paint.air.haze, row == 0 ? 0.78 : 0.6)
            Mountains(
                ridge: Ridge(
                    stage, base: line - unit * (row == 0 ? 0.06 : 0.025), amplitude: unit * 0.05,
                    peaks: 2.2, .soft, seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.air.haze, 0.7), light: paint.light, relief: 0.2,
                depth: unit * 0.12
            ).paint(on: hills, rock: rock, bottom: line + unit * 0.1)
        }
        Mist.band(
            paint.air.haze, 0.7, on: hills, centre: line - unit * 0.01, reach: unit * 0.07,
            seed: scene.noiseSeed("mist"))
        scene.add(hills, depth: 0.05)
    }

    private static func water(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.rain)
        look.roughness = paint.season.hasSnow ? 0.2 : 0.34
        look.farTint = 0.10
        look.nearTint = 0.42
        look.swell = 0.035
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: plan.waterline.rounded(), look,
                seed: scene.noiseSeed("water"), depth: 0.24))
    }

    /// Someone on the bridge, a little off its middle.
    private static func walker(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let bridge = plan.bridge
        let x = plan.willowSide * -random.uniform(0.3, 1.6)
        let p = plan.view.at(x, bridge.deck(x) + 0.1, bridge.z)
        let h = plan.view.scale(bridge.z) * 2.05
        let s = scene.surface()
        Figures.umbrella(
            .init(
                body: paint.shade.mixed(paint.air.haze, 0.12), rim: paint.light,
                lightSide: bridge.lightSide),
            coat: paint.air.seen(Colour(0x3E5A74)),
            silk: paint.umbrella.mixed(paint.air.seen(paint.umbrella), 0.5), at: p, height: h, on: s)
        scene.add(s, depth: 0.22, .bob(pixels: h * 0.018, turns: 3, phase: 0.2))
        let rail = scene.surface()
        bridge.balustrade(on: rail)
        scene.add(rail, depth: 0.22)
    }
}
