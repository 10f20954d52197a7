import BatchVideo
import Foundation

/// Snow, pines, a cabin with its lamps lit.
struct WinterCabinScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var far: Colour
        var near: Colour
        var haze: Colour
        var snow: Colour
        var snowShade: Colour
        var pine: Colour
        var pineLight: Colour
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.58, portrait: 0.56, square: 0.57))
        let sun = Point(
            stage.x(random.uniform(0.62, 0.80)),
            stage.y(stage.pick(0.24, portrait: 0.20, square: 0.22)))
        sky(&scene, paint, sun, horizon)
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.disc, count: 3,
            farBase: horizon - stage.unit * 0.12, nearBase: horizon - stage.unit * 0.03,
            farSwing: stage.unit * random.uniform(0.18, 0.24), nearSwing: stage.unit * 0.09,
            peaks: random.uniform(1.5, 2.2), relief: 0.6, snowUntil: 0.6, snow: paint.snow,
            fog: 0.5,
            floor: horizon + stage.unit * 0.2
        ).add(to: &scene, "range")
        forestLine(&scene, paint, horizon, &random)
        yard(&scene, paint, horizon, &random)
        snowfall(&scene, paint, &random)
        scene.look.bloom = scene.pick(warm: 0.36, clear: 0.22, deep: 0.5)
        scene.look.vignette = 0.24
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ horizon: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var stars = scene.random("stars")
            Sky.stars(420, on: s, bottom: horizon, random: &stars)
            Sky.moon(
                at: sun, radius: stage.unit * 0.055, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(
                paint.disc, paint.halo, at: sun, radius: stage.unit * 0.042, on: s, strength: 0.85)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.44, on: clouds, top: stage.top, bottom: horizon * 0.9, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3.5, aspect: 0.35)
        scene.add(clouds, depth: 0.02, .drift(pixels: stage.unit * 0.04))
    }

    private static func forestLine(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        for i in 0..<2 {
            let t = Double(i)
            let s = scene.surface()
            let ridge = Ridge(
                stage, base: horizon + unit * lerp(0.03, 0.075, t), amplitude: unit * 0.02,
                peaks: 1.3,
                .soft, seed: scene.noiseSeed("treeline\(i)"))
            let dark = paint.pine.mixed(paint.haze, lerp(0.62, 0.34, t))
            let look = Pines.Look(
                dark: dark, light: dark.mixed(paint.snow, 0.25),
                snow: i == 1 ? paint.snow.mixed(paint.haze, 0.3) : nil)
            Pines.stand(
                look, count: Int(lerp(70, 42, t) * stage.width / unit), from: stage.left,
                to: stage.right, foot: { ridge.row($0) + unit * 0.01 },
                heights: unit * lerp(0.04, 0.065, t)...unit * lerp(0.10, 0.16, t), on: s,
                random: &random)
            Ground(
                top: paint.snow.mixed(paint.haze, 0.35), foot: paint.snow.mixed(paint.haze, 0.5),
                light: paint.snow.lighter(0.3), depth: unit * 0.2, relief: 0.12,
                grit: 0.02
            ).paint(
                ridge.reshaped(stage) { $1 + unit * 0.012 }, on: s,
                seed: scene.noiseSeed("drift\(i)"))
            Mist.band(
                paint.haze, 0.45, on: s, centre: ridge.lowest + unit * 0.01, reach: unit * 0.07,
                seed: scene.noiseSeed("frost\(i)"))
            scene.add(s, depth: lerp(0.26, 0.36, t))
        }
    }

    private static func yard(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let left = random.unit() < 0.5
        let x = stage.x(
            stage.pick(left ? 0.24 : 0.52, portrait: left ? 0.22 : 0.36, square: left ? 0.2 : 0.42))
        let w = unit * stage.pick(0.27, portrait: 0.36, square: 0.30)
        let base = horizon + unit * 0.15
        let ridge = Ridge(
            stage, base: base, amplitude: unit * 0.03, peaks: 0.8, .soft,
            seed: scene.noiseSeed("yard"))
        let foot = Point(x, ridge.row(x + w * 0.5) + unit * 0.03)
        let s = scene.surface()
        let look = Pines.Look(dark: paint.pine, light: paint.pineLight, snow: paint.snow)
        Pines.stand(
            look, count: stage.pick(10, portrait: 6, square: 7), from: x - unit * 0.36,
            to: x + w + unit * 0.24, foot: { ridge.row($0) + unit * 0.012 },
            heights: unit * 0.20...unit * 0.40, on: s, random: &random)
        Ground(
            top: paint.snow, foot: paint.snowShade, light: paint.snow.lighter(0.5),
            depth: unit * 0.5,
            relief: 0.2, grit: 0.02
        ).paint(ridge, on: s, seed: scene.noiseSeed("snow"), cells: 6)
        shadow(paint, foot, w, s)
        let cabin = Cabin(
            wall: Colour(0x7A4E32).mixed(paint.pine, 0.25), roof: paint.pine,
            trim: Colour(0x4A2E1E), lamp: Colour(0xFFC860), snow: paint.snow)
        cabin.paint(at: foot, width: w, on: s)
        s.glow(
            foot.x + w * 0.5, foot.y + unit * 0.03, radius: w * 1.2, Colour(0xFFB85C),
            scene.pick(warm: 0.4, clear: 0.18, deep: 0.6), squash: 0.25)
        trail(paint, Point(foot.x + w * 0.39, foot.y), s, &random)
        scene.add(s, depth: 0.5)
        scene.add(
            SmokeLayer(
                from: cabin.chimneyTop(at: foot, width: w), rise: unit * 0.24, width: unit * 0.011,
                colour: paint.haze.lighter(0.4), alpha: 0.17, depth: 0.5))
        near(&scene, paint, look, left, &random)
    }

    private static func shadow(_ paint: Paint, _ foot: Point, _ w: Double, _ s: PaintSurface) {
        s.move(foot.x, foot.y)
        s.line(foot.x + w * 1.1, foot.y)
        s.line(foot.x + w * 0.7, foot.y + w * 0.22)
        s.line(foot.x - w * 0.4, foot.y + w * 0.2)
        s.close()
        s.fill(paint.snowShade.darker(0.12), 0.4)
    }

    /// Footprints from the door to the front.
    private static func trail(
        _ paint: Paint, _ door: Point, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        for i in 0..<26 {
            let t = Double(i) / 26
            let y = lerp(door.y + stage.unit * 0.012, stage.bottom, pow(t, 1.5))
            let bend = stage.unit * (0.10 * wave(t * 0.55) + 0.22 * t * t)
            let size = stage.unit * lerp(0.004, 0.017, t)
            let x = door.x + bend + size * (i % 2 == 0 ? 0.9 : -0.9)
            s.ellipse(x, y, size * 0.75, size * 0.42)
            s.fill(paint.snowShade.darker(0.14), 0.75)
            s.ellipse(x, y + size * 0.16, size * 0.7, size * 0.3)
            s.fill(paint.snow.mixed(paint.snowShade, 0.4), 0.6)
        }
    }

    private static func near(
        _ scene: inout SceneBuilder, _ paint: Paint, _ look: Pines.Look, _ left: Bool,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let base = stage.height * 0.93
        let (from, to) = left ? (0.84, 1.04) : (-0.04, 0.15)
        Pines.stand(
            look, count: 3, from: stage.x(from), to: stage.x(to), foot: { _ in base },
            heights: unit * 0.5...unit * 0.78, on: s, random: &random)
        let ridge = Ridge(stage) { x in
            let t = left ? x / stage.width : 1 - x / stage.width
            return stage.height * (1.04 - 0.13 * smoothstep(0.3, 1, t))
        }
        Ground(
            top: paint.snow, foot: paint.snowShade, light: paint.snow.lighter(0.4),
            depth: unit * 0.25,
            relief: 0.14, grit: 0.02
        ).paint(ridge, on: s, seed: scene.noiseSeed("bank"), cells: 5)
        scene.add(s, depth: 0.9)
    }

    private static func snowfall(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let flake = paint.snow.lighter(0.55)
        scene.add(
            ParticleLayer(
                .snow, count: Int(300 * stage.width / stage.unit), colours: [flake],
                size: stage.unit * 0.0075, travel: Point(stage.unit * 0.12, stage.height * 0.85),
                top: -stage.height * 0.1, bottom: stage.height * 1.1, stage: stage, random: &random)
        )
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x5A5E94, 0x9A7EA4, 0xE09C98, 0xF9C49C, 0xFCE0BC].map { Colour($0) },
                disc: Colour(0xFFF4D8), halo: Colour(0xFFBE84),
                cloud: .init(light: Colour(0xFFDCC4), shade: Colour(0x94709C), alpha: 0.75),
                far: Colour(0xC49AA8), near: Colour(0x7A6A8E), haze: Colour(0xF8D2BC),
                snow: Colour(0xFBE9E2), snowShade: Colour(0xA796BC), pine: Colour(0x2C3A44),
                pineLight: Colour(0x6E6E6A)),
            clear: Paint(
                sky: [0x3C82BC, 0x74AFD8, 0xB2D6E8, 0xDDECF0, 0xF2F4F2].map { Colour($0) },
                disc: Colour(0xFFFEF6), halo: Colour(0xFFF6DC),
                cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0xA9C6DA), alpha: 0.85),
                far: Colour(0x9DBCD2), near: Colour(0x5F88A4), haze: Colour(0xE8F1F4),
                snow: Colour(0xF5FAFC), snowShade: Colour(0x9CBBD4), pine: Colour(0x1E3E44),
                pineLight: Colour(0x4E7A74)),
            deep: Paint(
                sky: [0x060E26, 0x0E2046, 0x1C3A6C, 0x3C6298, 0x86A6C8].map { Colour($0) },
                disc: Colour(0xF2F6FF), halo: Colour(0x98B8F0),
                cloud: .init(light: Colour(0x88A4D0), shade: Colour(0x16284E), alpha: 0.7),
                far: Colour(0x3E629A), near: Colour(0x1C3660), haze: Colour(0x7898C2),
                snow: Colour(0xA8C0E2), snowShade: Colour(0x2C4878), pine: Colour(0x0A1A2E),
                pineLight: Colour(0x24486A)))
    }
}
