import BatchVideo
import Foundation

extension CourtyardScene {
    static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, air) = (stage.unit, paint.air)
        let foot = plan.court.view.vanishing.y
        let s = scene.surface()
        Sky.paint(ColourRamp(air.sky), on: s, horizon: foot, seed: scene.noiseSeed("sky"))
        if air.isNight && !air.isLow {
            Sky.stars(260, on: s, bottom: foot, random: &random)
            Sky.moon(at: plan.sun, radius: unit * 0.045, on: s, halo: air.halo, seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(air.disc, air.halo, at: plan.sun, radius: unit * 0.036, on: s, strength: 0.9)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            air.cloud, cover: 0.5, on: clouds, top: stage.top, bottom: foot, sun: plan.sun,
            seed: scene.noiseSeed("veil"), cells: 4, aspect: 0.3)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.05))
        scene.add(
            BirdsLayer(
                9,
                around: Point(
                    stage.x(0.5 - plan.treeSide * 0.14),
                    stage.y(stage.pick(0.13, portrait: 0.17, square: 0.14))),
                spread: unit * 0.14, size: unit * 0.011,
                travel: Point(plan.treeSide * unit * 0.5, -unit * 0.06),
                colour: paint.shade.mixed(air.haze, 0.25), alpha: 0.75, random: &random))
        beyond(&scene, paint, plan, &random)
    }

    /// Crowns of the neighbours' trees over the roofs, in the haze.
    private static func beyond(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, air) = (stage.unit, paint.air)
        let s = scene.surface()
        let foot = plan.court.view.at(0, 0, 19).y
        let bark = air.seen(Colour(0x5C4A3C)).mixed(air.haze, 0.45)
        let ridge = plan.court.view.at(0, 5.3, plan.court.hall + 3).y
        let count = Int(2.2 * stage.width / unit) + 2
        for i in 0..<count {
            let x = lerp(stage.left, stage.right, (Double(i) + random.unit()) / Double(count))
            var look = Tree.Look(
                bark: bark, barkLight: bark.mixed(paint.light, 0.3),
                leaves: ColourRamp(air.seen(paint.season.leaves).map { $0.mixed(air.haze, 0.42) }))
            look.fullness = Int(15 * paint.season.fullness)
            look.leafSize = 0.022
            look.lightSide = plan.lightSide
            Tree(
                at: Point(x, foot), height: foot - ridge + unit * random.uniform(0, 0.10), look,
                random: &random
            ).paint(on: s, random: &random)
        }
        let top = plan.court.view.vanishing.y - unit * 0.05
        s.rectangle(stage.left, top, stage.right - stage.left, foot + unit * 0.03 - top)
        s.fill(
            from: Point(0, top), to: Point(0, foot),
            [Stop(0, paint.brick.mixed(air.haze, 0.3)), Stop(1, paint.brick.mixed(paint.shade, 0.3))])
        scene.add(s, depth: 0.08)
    }
}
