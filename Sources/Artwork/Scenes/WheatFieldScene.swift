import BatchVideo
import Foundation

/// A field of wheat in the wind, a farmhouse and poplars on the far side.
struct WheatFieldScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var far: Colour
        var near: Colour
        var haze: Colour
        var stalk: Colour
        var ear: Colour
        var glow: Colour
        var shade: Colour
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.54, portrait: 0.55, square: 0.54))
        let sun = Point(
            stage.x(random.uniform(0.56, 0.76)),
            horizon - stage.unit * scene.pick(warm: 0.13, clear: 0.34, deep: 0.17))
        sky(&scene, paint, sun, horizon)
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.halo, count: 3,
            farBase: horizon - stage.unit * 0.03, nearBase: horizon + stage.unit * 0.012,
            farSwing: stage.unit * 0.07, nearSwing: stage.unit * 0.022, peaks: 1.6,
            character: .soft,
            relief: 0.3, fog: 0.4, floor: horizon + stage.unit * 0.2
        ).add(to: &scene, "range")
        farm(&scene, paint, horizon, &random)
        field(&scene, paint, horizon, sun, &random)
        air(&scene, paint, horizon, &random)
        scene.look.bloom = 0.4
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ horizon: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        Sky.sun(
            paint.disc, paint.halo, at: sun, radius: stage.unit * 0.052, on: s,
            strength: scene.pick(warm: 1, clear: 0.7, deep: 0.9))
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.42, on: clouds, top: stage.top, bottom: horizon * 0.7, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.3)
        var random = scene.random("heaps")
        for i in 0..<stage.pick(5, portrait: 4, square: 4) {
            let size = stage.unit * random.uniform(0.18, 0.42)
            Clouds.cumulus(
                paint.cloud, on: clouds, centre: stage.x(random.uniform(-0.05, 1.05)),
                base: horizon - stage.unit * random.uniform(0.05, 0.30), width: size * 1.9,
                height: size * 0.55, sun: sun, seed: scene.noiseSeed("heap\(i)"))
        }
        scene.add(clouds, depth: 0.03, .drift(pixels: stage.unit * 0.045))
    }

    private static func farm(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let x = stage.x(random.uniform(0.16, 0.30))
        let line = horizon + unit * 0.03
        let dark = paint.near.darker(0.25)
        for i in 0..<Int(46 * stage.width / unit) {
            let tx = lerp(stage.left, stage.right, random.unit())
            let near = abs(tx - x) < unit * 0.25 && i % 2 == 0
            Tree.distant(
                at: Point(tx, line), height: unit * random.uniform(0.022, near ? 0.075 : 0.04),
                dark: dark,
                light: paint.near.mixed(paint.glow, 0.45), lightSide: 1, on: s, random: &random)
        }
        for k in 0..<4 {
            poplar(
                paint, at: Point(x + unit * (0.20 + 0.045 * Double(k)), line),
                height: unit * random.uniform(0.11, 0.16), s, &random)
        }
        Cabin(
            wall: paint.haze.mixed(Colour(0xE8D8C0), 0.5).mixed(paint.near, 0.2),
            roof: Colour(0x9A4A38).mixed(paint.near, 0.25), trim: paint.near.darker(0.2),
            lamp: scene.pick(
                warm: Colour(0xFFD890), clear: Colour(0x8AA4B0), deep: Colour(0xFFC868))
        ).paint(at: Point(x, line + unit * 0.004), width: unit * 0.105, on: s)
        scene.add(s, depth: 0.24)
    }

    private static func poplar(
        _ paint: Paint, at p: Point, height h: Double, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        for i in 0..<34 {
            let t = Double(i) / 33
            let half = h * 0.12 * sin(.pi * pow(1 - t, 0.7) * 0.92 + 0.1)
            s.ellipse(
                p.x + random.uniform(-1, 1) * half * 0.6 + half * 0.2 * (t - 0.5),
                p.y - h * (0.08 + 0.88 * t),
                half * 0.62 + 1, h * 0.05)
            s.fill(paint.near.darker(0.25).mixed(paint.glow, 0.5 * t * random.unit()))
        }
    }

    private static func field(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let rows = 9
        let depth = stage.height - horizon
        for i in 0..<rows {
            let t = Double(i) / Double(rows - 1)
            let near = pow(t, 1.7)
            let base = horizon + unit * 0.055 + depth * near * 0.92
            let height = unit * lerp(0.016, 0.34, near)
            let ridge = Ridge(
                stage, base: base, amplitude: unit * lerp(0.006, 0.02, t), peaks: 1.3, .soft,
                seed: scene.noiseSeed("furrow\(i)"))
            let s = scene.surface()
            let body = paint.ear.mixed(paint.shade, 0.15 + 0.55 * near)
            ridge.reshaped(stage) { $1 - height * 0.45 }.trace(on: s, bottom: stage.bottom)
            s.fill(
                from: Point(0, base - height), to: Point(0, base + depth * 0.2),
                [
                    Stop(0, body.mixed(paint.glow, 0.3 * (1 - t)), 1 - near),
                    Stop(0.45 + 0.3 * near, body.mixed(paint.shade, 0.35), 1 - 0.3 * near),
                    Stop(1, body.mixed(paint.shade, 0.75)),
                ])
            let look = Meadow.Wheat(
                stalk: paint.stalk.mixed(paint.shade, 0.4 * near), ear: paint.ear, glow: paint.glow,
                count: Int(lerp(1000, 74, pow(t, 0.5)) * stage.width / unit), height: height,
                lean: 0.16)
            Meadow.wheat(
                look, row: { ridge.row($0) }, scatter: height * 0.5, on: s, random: &random)
            light(paint, sun, base, s)
            scene.add(
                s, depth: lerp(0.26, 0.95, t),
                .sway(
                    pivot: base + height * 0.4, reach: height * 1.2,
                    pixels: unit * lerp(0.0022, 0.014, near),
                    turns: 2, phase: 0.55 - t * 0.9))
        }
    }

    /// The field shines below the sun.
    private static func light(_ paint: Paint, _ sun: Point, _ row: Double, _ s: PaintSurface) {
        let (cx, wide) = (Float(sun.x), Float(s.stage.unit) * 0.6)
        let c = paint.glow
        let far = Float(1 - min((row - s.stage.height * 0.5) / (s.stage.height * 0.5), 1) * 0.8)
        s.shade(.atop, top: row - s.stage.unit * 0.3, bottom: row + s.stage.unit * 0.2) { x, y in
            let d = (x - cx) / wide
            return SIMD4(c.r, c.g, c.b, 0.34 * far * exp(-d * d))
        }
    }

    private static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        scene.add(
            BirdsLayer(
                7, around: Point(stage.x(0.42), horizon * 0.55), spread: stage.unit * 0.13,
                size: stage.unit * 0.012, travel: Point(stage.unit * 0.4, -stage.unit * 0.07),
                colour: paint.shade, alpha: 0.75, random: &random))
        scene.add(
            ParticleLayer(
                .dust, count: 60, colours: [paint.disc], size: stage.unit * 0.006,
                travel: Point(stage.unit * 0.22, -stage.unit * 0.06), top: horizon,
                bottom: stage.height, stage: stage, random: &random))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = light(scene)
        guard scene.season == .spring else { return paint }
        // Young wheat is green; the hour's own light stays over it.
        let hour = scene.pick(warm: 0.4, clear: 0, deep: 0.65)
        paint.stalk = Colour(0x4E8638).mixed(paint.stalk, hour)
        paint.ear = Colour(0x8CBE54).mixed(paint.ear, hour)
        paint.glow = Colour(0xDCF0A0).mixed(paint.glow, hour)
        paint.shade = Colour(0x1E4A20).mixed(paint.shade, hour)
        return paint
    }

    private static func light(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x5A6AA0, 0xB088A0, 0xF0A47C, 0xFCCB88, 0xFEE6B0].map { Colour($0) },
                disc: Colour(0xFFF6D4), halo: Colour(0xFFBE68),
                cloud: .init(light: Colour(0xFFE6C8), shade: Colour(0xB87C88), alpha: 0.85),
                far: Colour(0xD8A080), near: Colour(0x7A6238), haze: Colour(0xFCD8A4),
                stalk: Colour(0xA87828), ear: Colour(0xD89A38), glow: Colour(0xFFDE88),
                shade: Colour(0x5A3214)),
            clear: Paint(
                sky: [0x2A7EC8, 0x62ABE0, 0xA4D2EE, 0xD8ECF4, 0xF4F6EC].map { Colour($0) },
                disc: Colour(0xFFFEF0), halo: Colour(0xFFF4C8),
                cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0x98BCDC), alpha: 0.95),
                far: Colour(0x8CB8B8), near: Colour(0x5E8A4E), haze: Colour(0xE4F0E8),
                stalk: Colour(0xB8A048), ear: Colour(0xE2BC52), glow: Colour(0xFFF0A0),
                shade: Colour(0x6E5A20)),
            deep: Paint(
                sky: [0x171A48, 0x3A2E6C, 0x7E4478, 0xD06C6C, 0xF8AC74].map { Colour($0) },
                disc: Colour(0xFFE8B8), halo: Colour(0xFF9A60),
                cloud: .init(light: Colour(0xF2A498), shade: Colour(0x4A3468), alpha: 0.85),
                far: Colour(0x8A5478), near: Colour(0x3E2E4C), haze: Colour(0xD88880),
                stalk: Colour(0x6E4A44), ear: Colour(0xA06A50), glow: Colour(0xF2B078),
                shade: Colour(0x241634)))
    }
}
