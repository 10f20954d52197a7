import BatchVideo
import Foundation

/// A lake between green mountains, blossom over the water, flowers on the shore.
struct SpringLakeScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var far: Colour
        var near: Colour
        var haze: Colour
        var deep: Colour
        var meadow: Colour
        var meadowFoot: Colour
        var meadowLight: Colour
        var bark: Colour
        var blossom: [Colour]
        var flowers: [Colour]
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.50, portrait: 0.50, square: 0.50))
        let sun = Point(
            stage.x(random.uniform(0.24, 0.44)),
            stage.y(stage.pick(0.20, portrait: 0.16, square: 0.18)))
        sky(&scene, paint, sun, horizon)
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.disc, count: 4,
            farBase: horizon - stage.unit * 0.09, nearBase: horizon + stage.unit * 0.01,
            farSwing: stage.unit * random.uniform(0.13, 0.19), nearSwing: stage.unit * 0.055,
            peaks: random.uniform(1.5, 2.4), relief: 0.5, lightSide: -1, fog: 0.42,
            floor: horizon + stage.unit * 0.14
        ).add(to: &scene, "range")
        water(&scene, paint, horizon, sun, &random)
        shore(&scene, paint, horizon, &random)
        blossomTree(&scene, paint, &random)
        scene.add(
            ParticleLayer(
                .leaf, count: 64, colours: paint.blossom.suffix(2).map { $0 },
                size: stage.unit * 0.0075, travel: Point(-stage.unit * 0.34, stage.height * 0.5),
                top: 0, bottom: stage.height * 0.95, stage: stage, random: &random))
        scene.look.bloom = 0.36
        scene.look.vignette = 0.2
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ horizon: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var stars = scene.random("stars")
            Sky.stars(260, on: s, bottom: horizon * 0.9, random: &stars)
            Sky.moon(
                at: sun, radius: stage.unit * 0.062, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(paint.disc, paint.halo, at: sun, radius: stage.unit * 0.045, on: s)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.40, on: clouds, top: stage.top, bottom: horizon * 0.8, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3.5, aspect: 0.34)
        if scene.palette != .deep {
            var random = scene.random("heaps")
            for i in 0..<3 {
                let size = stage.unit * random.uniform(0.22, 0.36)
                Clouds.cumulus(
                    paint.cloud, on: clouds, centre: stage.x(random.uniform(0.3, 1.05)),
                    base: horizon - stage.unit * random.uniform(0.16, 0.26), width: size * 1.9,
                    height: size * 0.62, sun: sun, seed: scene.noiseSeed("heap\(i)"))
            }
        }
        scene.add(clouds, depth: 0.02, .drift(pixels: stage.unit * 0.04))
    }

    private static func water(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.disc, pathX: sun.x)
        look.roughness = 0.32
        look.pathStrength = scene.pick(warm: 0.7, clear: 0.45, deep: 0.9)
        look.nearTint = 0.42
        look.swell = 0.05
        let line = horizon + stage.unit * 0.02
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: line, look, seed: scene.noiseSeed("water")))
        let mist = scene.surface()
        Mist.band(
            paint.haze, 0.55, on: mist, centre: line, reach: stage.unit * 0.05,
            seed: scene.noiseSeed("lakemist"))
        scene.add(mist, depth: 0.2, .drift(pixels: stage.unit * 0.05))
        let boat = scene.surface()
        let ink = Figures.Ink(
            body: paint.bark.mixed(paint.near, 0.3), rim: paint.disc, lightSide: -1)
        let place = Point(
            stage.x(random.uniform(0.26, 0.42)), line + stage.unit * random.uniform(0.07, 0.11))
        boat.ellipse(place.x, place.y + stage.unit * 0.005, stage.unit * 0.062, stage.unit * 0.008)
        boat.fill(ink.body, 0.35)
        Figures.boat(ink, at: place, length: stage.unit * 0.125, on: boat)
        scene.add(boat, depth: 0.3, .bob(pixels: stage.unit * 0.002, turns: 2, phase: 0))
    }

    private static func shore(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let high = stage.pick(0.20, portrait: 0.15, square: 0.17)
        let ridge = Ridge(stage) { x in
            let t = x / stage.width
            let slope = high * (0.42 + 0.58 * smoothstep(0.15, 0.95, t))
            return stage.height - stage.height * slope - unit * 0.012 * sin(t * 9 + 1)
        }
        let s = scene.surface()
        Ground(
            top: paint.meadow, foot: paint.meadowFoot, light: paint.meadowLight,
            depth: stage.height * 0.26, lightSide: -1
        ).paint(ridge, on: s, seed: scene.noiseSeed("shore"))
        Meadow.grass(
            .init(
                dark: paint.meadowFoot.mixed(paint.meadow, 0.3),
                light: paint.meadow.mixed(paint.meadowLight, 0.55),
                count: Int(2300 * stage.width / unit), height: unit * 0.05),
            from: ridge.highest, to: stage.bottom + unit * 0.04, ground: { ridge.row($0) + 2 },
            on: s, random: &random)
        Meadow.flowers(
            paint.flowers, heart: Colour(0xFFD95A), stalk: paint.meadowFoot,
            count: Int(80 * stage.width / unit), size: unit * 0.012,
            from: ridge.lowest + unit * 0.01, to: stage.bottom - unit * 0.02, on: s, random: &random
        )
        scene.add(
            s, depth: 0.8,
            .sway(
                pivot: stage.bottom, reach: stage.height * high * 1.2, pixels: unit * 0.003,
                turns: 2,
                phase: 0.2))
    }

    private static func blossomTree(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let foot = Point(
            stage.x(stage.pick(random.uniform(0.80, 0.88), portrait: 0.84, square: 0.84)),
            stage.y(stage.pick(0.88, portrait: 0.885, square: 0.88)))
        let height = stage.unit * stage.pick(0.84, portrait: 1.02, square: 0.80)
        let s = scene.surface()
        Tree(
            at: foot, height: height,
            .init(
                bark: paint.bark, barkLight: paint.bark.mixed(paint.halo, 0.4),
                leaves: ColourRamp(paint.blossom), accent: Colour.white, accentShare: 0.08,
                fullness: 120, leafSize: 0.0078, lightSide: -1,
                spread: 1.12, lean: -random.uniform(0.16, 0.30)),
            random: &random
        ).paint(on: s, random: &random)
        scene.add(
            s, depth: 0.9,
            .sway(
                pivot: foot.y, reach: height, pixels: stage.unit * 0.006, turns: 2,
                phase: random.unit()))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        let pink = [0x8E3A5E, 0xDB7FA4, 0xF9B9CE, 0xFFEDF2].map { Colour($0) }
        return scene.pick(
            warm: Paint(
                sky: [0x8E86B8, 0xD3A0B4, 0xF6BEA6, 0xFDDDB8, 0xFEEBD2].map { Colour($0) },
                disc: Colour(0xFFF6DC), halo: Colour(0xFFCB94),
                cloud: .init(light: Colour(0xFFF0DE), shade: Colour(0xC393A8), alpha: 0.85),
                far: Colour(0xBFA2B6), near: Colour(0x5C7268), haze: Colour(0xFBDCC6),
                deep: Colour(0x8A7C98), meadow: Colour(0x86984E), meadowFoot: Colour(0x36492C),
                meadowLight: Colour(0xF4D98E), bark: Colour(0x3E2A2C), blossom: pink,
                flowers: [0xFFFFFF, 0xF9A6C0, 0xFFD98A].map { Colour($0) }),
            clear: Paint(
                sky: [0x3F97CF, 0x7EBEE2, 0xB9DEEA, 0xE4F2EC, 0xF6F4EA].map { Colour($0) },
                disc: Colour(0xFFFEF2), halo: Colour(0xFFF2C4),
                cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0x9DC0D6), alpha: 0.9),
                far: Colour(0xA3C7D0), near: Colour(0x3E7A5E), haze: Colour(0xE9F3EC),
                deep: Colour(0x2F86A0), meadow: Colour(0x7DB04A), meadowFoot: Colour(0x2C5A30),
                meadowLight: Colour(0xE6F08E), bark: Colour(0x43302E), blossom: pink,
                flowers: [0xFFFFFF, 0xF59BBB, 0xFFE066, 0xB9A2EE].map { Colour($0) }),
            deep: Paint(
                sky: [0x0C1436, 0x1B2A5E, 0x37508C, 0x6C86B4, 0xA9B6CC].map { Colour($0) },
                disc: Colour(0xF4F4FF), halo: Colour(0xA8BEF0),
                cloud: .init(light: Colour(0xA8B8DC), shade: Colour(0x26386E), alpha: 0.7),
                far: Colour(0x5D78A8), near: Colour(0x1C2F50), haze: Colour(0x93A9CC),
                deep: Colour(0x142450), meadow: Colour(0x274452), meadowFoot: Colour(0x0B1A2C),
                meadowLight: Colour(0x7FA6B4), bark: Colour(0x1A1628),
                blossom: [0x3A2A58, 0x8A6A9E, 0xD3A9CC, 0xF8E4F2].map { Colour($0) },
                flowers: [0xD6DCF4, 0xC69ACC, 0xA8B6EA].map { Colour($0) }))
    }
}
