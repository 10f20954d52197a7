import BatchVideo

/// Sun low over the sea, clouds, islands, a boat with its boatman.
struct SeaScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloudLight: Colour
        var cloudShade: Colour
        var far: Colour
        var near: Colour
        var haze: Colour
        var deep: Colour
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(
            stage.pick(
                random.uniform(0.53, 0.60), portrait: random.uniform(0.50, 0.56),
                square: random.uniform(0.52, 0.58)))
        let sun = Point(
            stage.x(random.uniform(0.54, 0.72)),
            horizon - stage.unit * sunHeight(scene.palette, &random))
        sky(&scene, paint, horizon, sun)
        islands(&scene, paint, horizon, &random)
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.disc, pathX: sun.x)
        look.roughness = random.uniform(0.45, 0.7)
        look.pathStrength = scene.pick(warm: 1, clear: 0.6, deep: 0.95)
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: horizon, look,
                seed: scene.noiseSeed("water")))
        boats(&scene, paint, horizon, sun, &random)
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.3, deep: 0.5)
    }

    private static func sunHeight(
        _ palette: ScenePalette, _ random: inout SeededRandom
    ) -> Double {
        switch palette {
        case .warm: random.uniform(0.05, 0.13)
        case .clear: random.uniform(0.26, 0.36)
        case .deep: random.uniform(0.26, 0.36)
        }
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var random = scene.random("stars")
            Sky.milkyWay(
                through: Point(stage.x(0.3), horizon * 0.3), tilt: -0.9, width: unit * 0.2, on: s,
                bottom: horizon * 0.95, colour: Colour(0x8FA8E8), seed: scene.noiseSeed("dust"))
            Sky.stars(500, on: s, bottom: horizon, random: &random)
            Sky.moon(
                at: sun, radius: unit * 0.052, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(
                paint.disc, paint.halo, at: sun,
                radius: unit * (scene.palette == .warm ? 0.062 : 0.04), on: s)
        }
        scene.add(s, depth: 0)
        clouds(&scene, paint, horizon, sun)
    }

    private static func clouds(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point
    ) {
        let unit = scene.stage.unit
        let tint = Clouds.Tint(light: paint.cloudLight, shade: paint.cloudShade, alpha: 0.85)
        let high = scene.surface()
        Clouds.veil(
            tint, cover: scene.pick(warm: 0.62, clear: 0.42, deep: 0.34), on: high,
            top: scene.stage.top, bottom: horizon * 0.78, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.28)
        scene.add(high, depth: 0.02, .drift(pixels: unit * 0.05))
        guard scene.palette != .deep else { return }
        let banks = scene.surface()
        var random = scene.random("banks")
        for i in 0..<scene.stage.pick(6, portrait: 4, square: 4) {
            let size = unit * random.uniform(0.16, 0.36)
            Clouds.cumulus(
                tint, on: banks, centre: random.uniform(-0.05, 1.05) * scene.stage.width,
                base: horizon - unit * random.uniform(0.012, 0.05), width: size * 2.1,
                height: size * random.uniform(0.35, 0.6), sun: sun,
                seed: scene.noiseSeed("bank\(i)"))
        }
        Mist.band(
            paint.haze, 0.55, on: banks, centre: horizon, reach: unit * 0.075,
            seed: scene.noiseSeed("haze"), ragged: 0.3)
        scene.add(banks, depth: 0.05, .drift(pixels: unit * 0.03))
    }

    private static func islands(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let rock = NoiseField(
            width: stage.size.width / 2, height: stage.size.height / 2,
            .init(cells: 14, octaves: 5, ridged: true), seed: scene.noiseSeed("rock"))
        let s = scene.surface()
        for (i, far) in [1.0, 0.45].enumerated() {
            let centre = stage.x(i == 0 ? random.uniform(0.0, 0.25) : random.uniform(0.85, 1.0))
            let half = stage.unit * random.uniform(0.35, 0.6)
            let ridge = Ridge(
                stage, base: horizon, amplitude: stage.unit * 0.07, peaks: 4, .sharp,
                seed: scene.noiseSeed("island\(i)"))
            let shaped = ridge.reshaped(stage) { x, row in
                let swell = smoothstep(half, 0, abs(x - centre))
                return horizon + 2 - swell * max(stage.unit * 0.035 + (horizon - row), 0)
            }
            let colour = paint.near.mixed(paint.far, far * 0.85)
            Mountains(
                ridge: shaped, top: colour, foot: colour.mixed(paint.haze, 0.5),
                light: paint.halo, relief: 0.6, depth: stage.unit * 0.12
            ).paint(on: s, rock: rock, bottom: horizon + 2)
        }
        scene.add(s, depth: 0.1)
    }

    private static func boats(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let ink = Figures.Ink(body: paint.near.darker(0.35), rim: paint.disc)
        let below = stage.height - horizon
        let boat = scene.surface()
        let place = Point(
            stage.x(stage.pick(random.uniform(0.24, 0.40), portrait: 0.38, square: 0.36)),
            horizon + below * random.uniform(0.20, 0.32))
        boat.ellipse(place.x, place.y + stage.unit * 0.006, stage.unit * 0.092, stage.unit * 0.011)
        boat.fill(ink.body, 0.4)
        Figures.boat(ink, at: place, length: stage.unit * 0.19, on: boat)
        scene.add(boat, depth: 0.35, .bob(pixels: stage.unit * 0.003, turns: 3, phase: 0.1))
        if scene.palette != .deep || random.unit() < 0.4 {
            let sail = scene.surface()
            let cloth = paint.disc.mixed(paint.cloudShade, scene.palette == .clear ? 0.05 : 0.45)
            Figures.sail(
                ink, cloth: cloth,
                at: Point(stage.x(random.uniform(0.76, 0.9)), horizon + below * 0.05),
                height: stage.unit * 0.075, on: sail)
            scene.add(sail, depth: 0.2, .bob(pixels: stage.unit * 0.002, turns: 2, phase: 0.6))
        }
        guard scene.palette != .deep else { return }
        scene.add(
            BirdsLayer(
                5 + random.index(4), around: Point(stage.x(0.40), horizon * 0.5),
                spread: stage.unit * 0.13, size: stage.unit * 0.013,
                travel: Point(stage.unit * 0.42, -stage.unit * 0.06), colour: ink.body,
                alpha: 0.8, random: &random))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x2E2560, 0x6B3474, 0xC2506A, 0xF28A5B, 0xFFC874].map(Colour.init),
                disc: Colour(0xFFF0BE), halo: Colour(0xFFA45C), cloudLight: Colour(0xFFC9A0),
                cloudShade: Colour(0x7C3F78), far: Colour(0xB05C76), near: Colour(0x2C1A3E),
                haze: Colour(0xFFB877), deep: Colour(0x3A2158)),
            clear: Paint(
                sky: [0x1F6FB8, 0x4A9AD6, 0x8CC8E8, 0xD3EBF0, 0xF8F2E2].map(Colour.init),
                disc: Colour(0xFFFDF0), halo: Colour(0xFFE9B0), cloudLight: Colour(0xFFFCF4),
                cloudShade: Colour(0x8FB4D2), far: Colour(0x86B3C8), near: Colour(0x2A5F6C),
                haze: Colour(0xEAF4F2), deep: Colour(0x14658F)),
            deep: Paint(
                sky: [0x050A20, 0x0B1A42, 0x183468, 0x335C94, 0x6E93B8].map(Colour.init),
                disc: Colour(0xEFF3FF), halo: Colour(0x9DBCF2), cloudLight: Colour(0xA9BEE2),
                cloudShade: Colour(0x1B2F5C), far: Colour(0x2A4A7C), near: Colour(0x071022),
                haze: Colour(0x7FA2C6), deep: Colour(0x081A3C)))
    }
}
