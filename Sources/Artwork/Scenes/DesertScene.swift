import BatchVideo
import Foundation

/// Dunes with sharp crests and wind ripples, a caravan on a ridge, sand in the wind.
struct DesertScene: SceneFamilyPainter {
    struct Plan {
        var horizon: Double
        var sun: Point
        var isNight: Bool
        /// To the sun: right, up, away.
        var direction: SIMD3<Double>
        var field: DuneField
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.47, portrait: 0.47, square: 0.47))
        let isHigh = scene.dayTime == .day || scene.dayTime == .night
        let sun = Point(
            stage.x(stage.pick(random.uniform(0.60, 0.76), portrait: 0.68, square: 0.66)),
            isHigh
                ? stage.y(stage.pick(0.15, portrait: 0.16, square: 0.15))
                : horizon - stage.unit * random.uniform(0.13, 0.17))
        let direction =
            isHigh ? SIMD3(0.66, 0.62, 0.25) : SIMD3(0.80, 0.40, 0.30)
        let plan = Plan(
            horizon: horizon, sun: sun, isNight: scene.palette == .deep, direction: direction,
            field: DuneField(
                stage, horizon: horizon, crests: crests(stage, &random), sun: direction,
                seed: scene.noiseSeed("rough")))
        sky(&scene, paint, plan)
        dunes(&scene, paint, plan, &random)
        growth(&scene, paint, plan, &random)
        air(&scene, paint, plan, &random)
        scene.look.bloom = scene.pick(warm: 0.45, clear: 0.3, deep: 0.5)
        scene.look.vignette = 0.28
        scene.look.shade = paint.sand[0].darker(0.4)
    }

    /// A valley between two near dunes, a low ridge across it, great dunes behind.
    private static func crests(
        _ stage: Stage, _ random: inout SeededRandom
    ) -> [DuneField.Crest] {
        let half = stage.width / stage.unit / 2
        func at(_ fraction: Double, _ z: Double) -> Double { (fraction - 0.5) * 2 * half * z }
        let near = stage.pick(1, portrait: 0.72, square: 0.85)
        var crests = [
            DuneField.Crest(
                x: at(random.uniform(-0.02, 0.06), 3.2), z: 3.2,
                height: random.uniform(1.35, 1.6) * near,
                turn: random.uniform(1.0, 1.3), length: 2.7, gentle: 0.55, meander: 0.16, waves: 4.6,
                phase: random.uniform(0, 6)),
            DuneField.Crest(
                x: at(random.uniform(0.98, 1.05), 2.9), z: 2.9,
                height: random.uniform(1.3, 1.5) * near,
                turn: random.uniform(1.75, 2.1), length: 2.2, meander: 0.14, waves: 5,
                phase: random.uniform(0, 6)),
            DuneField.Crest(
                x: at(random.uniform(0.40, 0.60), 5.4), z: 5.4, height: 1.2,
                turn: random.uniform(-0.12, 0.12), length: 11, steep: 0.5, gentle: 0.3, meander: 0.35,
                waves: 7, phase: random.uniform(0, 6)),
            DuneField.Crest(
                x: at(random.uniform(0.30, 0.48), 2.1), z: 2.1, height: random.uniform(0.50, 0.62),
                turn: random.uniform(0.95, 1.4), length: 2.1, meander: 0.2, waves: 4.4,
                phase: random.uniform(0, 6)),
        ]
        // A star dune: arms that meet in one summit.
        let (x, z) = (at(random.uniform(0.30, 0.46), 10), 10.0)
        let (tall, start) = (random.uniform(2.7, 3.3), random.uniform(0.9, 1.5))
        for arm in 0..<3 {
            crests.append(
                DuneField.Crest(
                    x: x, z: z, height: tall, turn: start + Double(arm) * 1.05, length: 5.5,
                    meander: 0.5, waves: 5, phase: 0))
        }
        for _ in 0..<7 {
            let z = random.uniform(15, 34)
            crests.append(
                DuneField.Crest(
                    x: at(random.uniform(-0.05, 1.05), z), z: z, height: random.uniform(2.2, 4.6),
                    turn: random.uniform(0.2, 1.5), length: random.uniform(8, 14), meander: 1,
                    waves: 6, phase: random.uniform(0, 6)))
        }
        return crests
    }

    private static func sky(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.sky), on: s, horizon: plan.horizon, seed: scene.noiseSeed("sky"))
        if plan.isNight {
            var stars = scene.random("stars")
            let isDark = scene.dayTime == .night
            if isDark {
                Sky.milkyWay(
                    through: Point(stage.x(0.34), plan.horizon * 0.45), tilt: -0.75,
                    width: unit * 0.14, on: s, bottom: plan.horizon, colour: paint.halo,
                    seed: scene.noiseSeed("milky"))
            }
            Sky.stars(isDark ? 900 : 260, on: s, bottom: plan.horizon, random: &stars)
            Sky.moon(
                at: plan.sun, radius: unit * 0.042, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"), lit: isDark ? 1 : 0.78)
        } else {
            Sky.sun(
                paint.disc, paint.halo, at: plan.sun, radius: unit * 0.05, on: s,
                strength: scene.dayTime == .day ? 0.75 : 1)
        }
        scene.add(s, depth: 0)
        if plan.isNight {
            var twinkle = scene.random("twinkle")
            scene.add(
                TwinkleLayer(
                    scene.dayTime == .night ? 40 : 16, bottom: plan.horizon * 0.85, stage: stage,
                    random: &twinkle))
        }
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: plan.isNight ? 0.3 : 0.42, on: clouds, top: stage.top,
            bottom: plan.horizon * 0.95, sun: plan.sun, seed: scene.noiseSeed("veil"), cells: 3,
            aspect: 0.16)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.045))
    }

    private static func dunes(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let field = plan.field
        let look = DuneField.Look(
            sand: ColourRamp(paint.sand), haze: paint.haze, reach: paint.reach,
            ripples: plan.isNight ? 0.7 : 1, snow: scene.season == .winter ? 0.9 : 0,
            snowColour: paint.snow)
        let edges = [60.0, 12.5, 6.6, 4.3, 1.5, 0].map { $0 > 0 ? field.step($0) : 0 }
        let depths = [0.06, 0.14, 0.24, 0.42, 0.66]
        for band in 0..<5 {
            let s = scene.surface()
            let skyline = field.paint(
                look, from: edges[band + 1], to: edges[band], on: s,
                seed: scene.noiseSeed("ripples"))
            if band == 4 { tracks(plan, paint, s, &random) }
            scene.add(s, depth: depths[band])
            if band == 2 { caravan(&scene, paint, plan, skyline, depths[band], &random) }
            if band < 4 {
                let dust = scene.surface()
                Mist.band(
                    paint.haze, 0.34 - 0.05 * Double(band), on: dust,
                    centre: plan.horizon + unit * (0.01 + 0.03 * Double(band)), reach: unit * 0.07,
                    seed: scene.noiseSeed("dust\(band)"), ragged: 1)
                scene.add(dust, depth: depths[band], .drift(pixels: unit * 0.06, turns: 2))
            }
            scene.add(
                SpindriftLayer(
                    skyline, count: Int(26 * stage.width / unit), colour: paint.dust,
                    size: unit * (0.006 + 0.007 * depths[band]), depth: depths[band],
                    strength: band == 4 ? 0 : 0.5, stage: stage, random: &random))
        }
    }

    private static func caravan(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ skyline: Ridge,
        _ depth: Double, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let lines: [[CaravanLayer.Member]] = [
            [.pack, .rider, .walker], [.pack, .rider], [.pack, .pack, .walker], [.rider, .pack, .rider],
        ]
        scene.add(
            CaravanLayer(
                members: lines[random.index(lines.count)], path: skyline, from: stage.left,
                to: stage.right, height: stage.unit * stage.pick(0.074, portrait: 0.085, square: 0.078),
                paint: .init(
                    body: paint.figure, cloth: paint.cloths, rim: paint.light,
                    shadow: plan.isNight ? 0.22 : 0.3),
                depth: depth))
    }
}
