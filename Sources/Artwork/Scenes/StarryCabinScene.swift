import BatchVideo
import Foundation

/// A cabin by a lake under the stars, pines around it; sometimes an aurora.
struct StarryCabinScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var dust: Colour
        var far: Colour
        var near: Colour
        var haze: Colour
        var deep: Colour
        var ground: Colour
        var light: Colour
        var aurora: [Colour]
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.62, portrait: 0.62, square: 0.62))
        sky(&scene, paint, horizon, &random)
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.light, count: 3,
            farBase: horizon - stage.unit * 0.06, nearBase: horizon - stage.unit * 0.01,
            farSwing: stage.unit * random.uniform(0.12, 0.17), nearSwing: stage.unit * 0.05,
            peaks: random.uniform(1.6, 2.4), relief: 0.55, snowUntil: 0.4,
            snow: paint.light.mixed(paint.far, 0.2), fog: 0.4,
            floor: horizon + stage.unit * 0.12
        ).add(to: &scene, "range")
        farShore(&scene, paint, horizon, &random)
        water(&scene, paint, horizon)
        bank(&scene, paint, horizon, &random)
        scene.add(
            ParticleLayer(
                .firefly, count: 22, colours: [Colour(0xFFE38A)], size: stage.unit * 0.0036,
                travel: Point(stage.unit * 0.05, -stage.unit * 0.05), top: stage.height * 0.66,
                bottom: stage.height * 0.95, stage: stage, random: &random))
        scene.look.bloom = 0.5
        scene.look.vignette = 0.34
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        let lean = random.uniform(-1.25, -0.8)
        Sky.milkyWay(
            through: Point(stage.x(random.uniform(0.35, 0.6)), horizon * 0.42), tilt: lean,
            width: stage.unit * stage.pick(0.20, portrait: 0.26, square: 0.20), on: s,
            bottom: horizon, colour: paint.dust, seed: scene.noiseSeed("dust"))
        Sky.stars(
            Int(900 * Double(stage.size.longer) / 1360), on: s, bottom: horizon, random: &random)
        scene.add(s, depth: 0)
        if !paint.aurora.isEmpty { aurora(&scene, paint, horizon) }
        scene.add(
            TwinkleLayer(
                38, bottom: horizon * 0.8, stage: stage, colour: paint.light, random: &random))
        scene.add(
            ShootingStarLayer(
                from: Point(stage.x(random.uniform(0.2, 0.4)), horizon * random.uniform(0.08, 0.2)),
                travel: Point(stage.unit * 0.5, stage.unit * 0.2), at: 0.62))
    }

    private static func aurora(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double
    ) {
        let stage = scene.stage
        for i in 0..<2 {
            let s = scene.surface()
            let folds = NoiseField(
                width: 512, height: 8, .init(cells: 5, octaves: 3),
                seed: scene.noiseSeed("fold\(i)"))
            let pleats = NoiseField(
                width: 1024, height: 8, .init(cells: 60, octaves: 3),
                seed: scene.noiseSeed("pleat\(i)"))
            let ramp = ColourRamp(paint.aurora)
            let (w, left) = (Float(s.columns), Float(stage.left))
            let foot = Float(horizon) * (i == 0 ? 0.74 : 0.56)
            let tall = Float(stage.unit) * (i == 0 ? 0.46 : 0.34)
            s.shade(top: stage.top, bottom: horizon) { x, y in
                let u = (x - left) / w
                let hem = foot + (folds.sample(u, 0.5) - 0.5) * Float(stage.unit) * 0.42
                let up = (hem - y) / (tall * (0.6 + folds.sample(1 - u, 0.5)))
                guard up > -0.08, up < 1 else { return .zero }
                let pleat = 0.45 + 0.75 * pleats.sample(u, 0.5)
                let shape = smoothstep(-0.08, 0.05, up) * pow(1 - max(up, 0), 1.9)
                var c = ramp.rgba(max(up, 0))
                c.w = min(shape * pleat * smoothstep(0.3, 0.55, folds.sample(u, 0.9)) * 0.8, 1)
                return c
            }
            scene.add(
                s, depth: 0.03, .drift(pixels: stage.unit * 0.06), blend: .screen,
                breath: (low: 0.55, turns: 1, phase: Double(i) * 0.5))
        }
    }

    private static func farShore(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let s = scene.surface()
        let look = Pines.Look(
            dark: paint.near.mixed(paint.haze, 0.10), light: paint.near.mixed(paint.haze, 0.22))
        Pines.stand(
            look, count: Int(64 * stage.width / stage.unit), from: stage.left, to: stage.right,
            foot: { horizon + stage.unit * (0.004 + 0.006 * wave($0 / stage.unit)) },
            heights: stage.unit * 0.025...stage.unit * 0.075, on: s, random: &random)
        s.rectangle(stage.left, horizon, stage.right - stage.left, stage.unit * 0.016)
        s.fill(look.dark)
        scene.add(s, depth: 0.24)
    }

    private static func water(_ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double) {
        let stage = scene.stage
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.light)
        look.roughness = 0.2
        look.farTint = 0.12
        look.nearTint = 0.35
        look.swell = 0.04
        let line = horizon + stage.unit * 0.014
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: line, look, seed: scene.noiseSeed("water"),
                depth: 0.24))
        let mist = scene.surface()
        Mist.band(
            paint.haze, 0.35, on: mist, centre: line + stage.unit * 0.01, reach: stage.unit * 0.035,
            seed: scene.noiseSeed("mist"))
        scene.add(mist, depth: 0.26, .drift(pixels: stage.unit * 0.05))
    }

    private static func bank(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let ridge = Ridge(stage) { x in
            let t = x / stage.width
            let rise = 0.06 + 0.12 * smoothstep(0.75, 0.05, t)
            return stage.height * (1 - rise) - unit * 0.006 * wave(t * 2.3)
        }
        let s = scene.surface()
        let x = stage.x(stage.pick(random.uniform(0.20, 0.28), portrait: 0.22, square: 0.2))
        let w = unit * stage.pick(0.22, portrait: 0.30, square: 0.24)
        let foot = Point(x, max(ridge.row(x), ridge.row(x + w * 1.1)) + unit * 0.012)
        let look = Pines.Look(
            dark: paint.ground.darker(0.25), light: paint.ground.mixed(paint.haze, 0.24))
        Pines.stand(
            look, count: 7, from: x - unit * 0.26, to: x + w * 0.9,
            foot: { ridge.row($0) + unit * 0.012 },
            heights: unit * 0.24...unit * 0.46, on: s, random: &random)
        Ground(
            top: paint.ground.mixed(paint.haze, 0.10), foot: paint.ground.darker(0.3),
            light: paint.haze, depth: unit * 0.2
        ).paint(ridge, on: s, seed: scene.noiseSeed("bank"))
        let cabin = Cabin(
            wall: Colour(0x5A3C2A).mixed(paint.ground, 0.45),
            roof: paint.ground.mixed(paint.haze, 0.12),
            trim: Colour(0x8A6A48).mixed(paint.ground, 0.35), lamp: Colour(0xFFC766))
        cabin.paint(at: foot, width: w, on: s)
        s.glow(
            foot.x + w * 0.5, foot.y + unit * 0.02, radius: w * 1.1, Colour(0xFFB050), 0.45,
            squash: 0.28)
        Meadow.grass(
            .init(
                dark: paint.ground.darker(0.4), light: paint.ground.mixed(paint.haze, 0.3),
                count: Int(900 * stage.width / unit), height: unit * 0.032),
            from: ridge.highest, to: stage.bottom + unit * 0.02, ground: { ridge.row($0) + 3 },
            on: s, random: &random)
        Pines.stand(
            look, count: 3, from: stage.x(0.86), to: stage.x(1.02),
            foot: { ridge.row($0) + unit * 0.02 },
            heights: unit * 0.30...unit * 0.52, on: s, random: &random)
        scene.add(s, depth: 0.7)
        let top = cabin.chimneyTop(at: foot, width: w)
        scene.add(
            SmokeLayer(
                from: top, rise: unit * 0.20, width: unit * 0.009,
                colour: paint.haze.lighter(0.25), alpha: 0.13, depth: 0.7))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x120E32, 0x2E1E58, 0x6A3670, 0xC0607A, 0xF5A878].map { Colour($0) },
                dust: Colour(0xD8A8E0), far: Colour(0x7A4A78), near: Colour(0x2A1C44),
                haze: Colour(0xD88A88), deep: Colour(0x2A1A48), ground: Colour(0x140E26),
                light: Colour(0xFFD8C0), aurora: []),
            clear: Paint(
                sky: [0x04122A, 0x0A2A48, 0x135062, 0x2C8080, 0x7CC0A8].map { Colour($0) },
                dust: Colour(0x9AD8E0), far: Colour(0x2E6670), near: Colour(0x0C2A38),
                haze: Colour(0x6AB0A8), deep: Colour(0x062030), ground: Colour(0x04121C),
                light: Colour(0xE4FFF4),
                aurora: [0x8CFFC0, 0x4AE8A8, 0x48B0D8, 0x9A70E0].map { Colour($0) }),
            deep: Paint(
                sky: [0x030818, 0x081530, 0x122A58, 0x264A82, 0x5A80B0].map { Colour($0) },
                dust: Colour(0x9AB0F0), far: Colour(0x284878), near: Colour(0x0A1834),
                haze: Colour(0x5C82B4), deep: Colour(0x06102A), ground: Colour(0x040A18),
                light: Colour(0xE2EAFF), aurora: []))
    }
}

/// A meteor once per loop.
struct ShootingStarLayer: SceneLayer {
    let from: Point
    let travel: Point
    /// Phase at which it appears.
    let at: Double

    func draw(on frame: Frame, at moment: Moment) {
        let age = wrapped(moment.phase - at) * 11
        guard age < 1 else { return }
        let length = 26
        for i in 0..<length {
            let back = Double(i) / Double(length) * 0.34
            let t = age - back
            guard t > 0 else { break }
            let fade = (1 - back / 0.34) * envelope(age, edge: 0.3)
            SoftDisc.add(
                .white, 0.8 * fade * fade, from.x + travel.x * t, from.y + travel.y * t,
                radius: frame.stage.unit * 0.0035 * (0.4 + fade), on: frame)
        }
    }
}
