import BatchVideo
import Foundation

/// A great peak catching the first sun above a sea of clouds, someone watching from a rock.
struct SunrisePeakScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var rock: Colour
        var rockFoot: Colour
        var glow: Colour
        var snow: Colour
        var haze: Colour
        var near: Colour
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let cloudSea = stage.y(stage.pick(0.68, portrait: 0.66, square: 0.67))
        let summit = Point(
            stage.x(stage.pick(random.uniform(0.40, 0.48), portrait: 0.46, square: 0.44)),
            stage.y(stage.pick(random.uniform(0.17, 0.23), portrait: 0.25, square: 0.20)))
        let sun = Point(
            stage.x(stage.pick(random.uniform(0.74, 0.82), portrait: 0.80, square: 0.80)),
            stage.y(stage.pick(0.40, portrait: 0.40, square: 0.40)))
        sky(&scene, paint, sun, cloudSea)
        peaks(&scene, paint, summit, cloudSea, &random)
        sea(&scene, paint, sun, cloudSea)
        lookout(&scene, paint, &random)
        scene.look.bloom = 0.42
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ cloudSea: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: cloudSea, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var stars = scene.random("stars")
            Sky.stars(420, on: s, bottom: cloudSea * 0.8, random: &stars)
        }
        Sky.sun(paint.disc, paint.halo, at: sun, radius: stage.unit * 0.05, on: s)
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.48, on: clouds, top: stage.top, bottom: cloudSea * 0.72, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.25)
        scene.add(clouds, depth: 0.02, .drift(pixels: stage.unit * 0.05, turns: 2))
        let rays = scene.surface()
        Rays.paint(
            paint.halo, 0.4, from: sun, reach: stage.unit * 0.9, on: rays,
            seed: scene.noiseSeed("rays"), shafts: 30, bottom: cloudSea)
        scene.add(rays, depth: 0, blend: .screen, breath: (low: 0.3, turns: 2, phase: 0))
    }

    private static func peaks(
        _ scene: inout SceneBuilder, _ paint: Paint, _ summit: Point, _ cloudSea: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let rock = NoiseField(
            width: stage.size.width / 2, height: stage.size.height / 2,
            .init(cells: 11 * stage.width / unit, octaves: 6, gain: 0.55, ridged: true),
            seed: scene.noiseSeed("rock"))
        Ranges(
            far: paint.rock.mixed(paint.haze, 0.72), near: paint.rock.mixed(paint.haze, 0.5),
            haze: paint.haze, light: paint.glow, count: 2, farBase: cloudSea - unit * 0.10,
            nearBase: cloudSea - unit * 0.03, farSwing: unit * 0.14, nearSwing: unit * 0.12,
            peaks: 2.2, relief: 0.5, snowUntil: 1, snow: paint.snow, floor: cloudSea + unit * 0.25
        ).add(to: &scene, "far")
        let rough = Ridge(
            stage, base: 0, amplitude: unit * 0.055, peaks: 5, .sharp,
            seed: scene.noiseSeed("rough"))
        let fall = cloudSea - summit.y
        let skew = random.uniform(0.85, 1.15)
        let s = scene.surface()
        let main = Ridge(stage) { x in
            let side = x < summit.x ? 0.95 * skew : 1.05 / skew
            let d = abs(x - summit.x) / (fall * 1.45 * side)
            let body = fall * (1 - pow(min(d, 1.4), 0.78))
            let shoulder = fall * 0.16 * exp(-pow((d - 0.45) / 0.12, 2))
            return cloudSea + unit * 0.03 - max(body + shoulder, -unit * 0.05)
                + rough.row(x) * min(d * 5, 1) * 0.75
        }
        Mountains(
            ridge: main, top: paint.rock, foot: paint.rockFoot, light: paint.glow, relief: 0.6,
            depth: fall * 1.25, snow: fall * 0.86, snowColour: paint.snow
        ).paint(on: s, rock: rock, bottom: cloudSea + unit * 0.10)
        alpenglow(paint, main, summit, fall, s)
        scene.add(s, depth: 0.2)
    }

    /// The face turned to the sun takes its colour, most at the summit.
    private static func alpenglow(
        _ paint: Paint, _ ridge: Ridge, _ summit: Point, _ fall: Double, _ s: PaintSurface
    ) {
        let (sx, sy, reach) = (Float(summit.x), Float(summit.y), Float(fall))
        let c = paint.glow
        let dark = paint.rock.darker(0.3)
        s.shade(.atop, top: ridge.highest, bottom: s.stage.bottom) { x, y in
            let down = (y - sy) / reach
            // The arête wanders down from the summit and parts light from shade.
            let arete = sx + reach * (0.10 * down + 0.045 * sin(down * 17) + 0.02 * sin(down * 41))
            let side = (x - arete) / reach
            let lit = smoothstep(-0.015, 0.03, side) * max(1 - down * 0.95, 0)
            if lit > 0 { return SIMD4(c.r, c.g, c.b, lit * 0.5) }
            let shade = smoothstep(0.03, -0.05, side) * max(0.8 - down * 0.75, 0)
            return SIMD4(dark.r, dark.g, dark.b, shade * 0.42)
        }
    }

    private static func sea(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ cloudSea: Double
    ) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("cloudsea")
        for i in 0..<3 {
            let t = Double(i) / 2
            let s = scene.surface()
            let row = cloudSea + unit * lerp(0.02, 0.26, t)
            let tint = Clouds.Tint(
                light: paint.cloud.light,
                shade: paint.cloud.shade.mixed(paint.cloud.light, 0.28).mixed(paint.near, 0.2 * t),
                alpha: 0.96)
            Mist.band(
                paint.haze.mixed(tint.shade, t * 0.6), 0.95, on: s, centre: row + unit * 0.09,
                reach: unit * 0.13, seed: scene.noiseSeed("floor\(i)"), ragged: 0.4)
            Clouds.veil(
                tint, cover: 0.92, on: s, top: row - unit * 0.10, bottom: row + unit * 0.42,
                sun: sun,
                seed: scene.noiseSeed("sheet\(i)"), cells: lerp(7, 4, t), aspect: 0.34)
            for k in 0..<Int(lerp(2.4, 0.7, t) * stage.width / unit) {
                let size = unit * lerp(0.34, 0.5, t) * random.uniform(0.8, 1.3)
                Clouds.cumulus(
                    tint, on: s, centre: random.uniform(-0.1, 1.1) * stage.width,
                    base: row + unit * random.uniform(0.04, 0.10), width: size * 2.1,
                    height: size * 0.40, sun: sun, seed: scene.noiseSeed("sea\(i)-\(k)"))
            }
            Mist.band(
                tint.light.mixed(paint.haze, 0.5), lerp(0.5, 0.78, t), on: s, centre: row + unit * 0.10,
                reach: unit * 0.09, seed: scene.noiseSeed("veil\(i)"), ragged: 0.8)
            if i == 2 {
                s.rectangle(stage.left, row + unit * 0.06, stage.right - stage.left, stage.height)
                s.fill(
                    from: Point(0, row + unit * 0.06), to: Point(0, row + unit * 0.2),
                    [
                        Stop(0, tint.shade, 0), Stop(1, tint.shade, 1),
                    ])
            }
            scene.add(
                s, depth: lerp(0.25, 0.6, t), .drift(pixels: unit * 0.06, turns: i == 0 ? 1 : 2))
        }
    }

    private static func lookout(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let rough = Ridge(
            stage, base: 0, amplitude: unit * 0.03, peaks: 6, .sharp, seed: scene.noiseSeed("ledge")
        )
        let lip = stage.x(stage.pick(0.30, portrait: 0.46, square: 0.36))
        let ridge = Ridge(stage) { x in
            let t = smoothstep(lip + unit * 0.10, lip - unit * 0.42, x)
            let drop = smoothstep(lip, lip + unit * 0.10, x)
            return stage.height - unit * (0.15 + 0.10 * t) * (1 - drop) + rough.row(x) * 0.55 + drop
                * unit * 0.12
        }
        let grain = NoiseField(
            width: stage.size.width / 3, height: stage.size.height / 3,
            .init(cells: 20, octaves: 4, ridged: true), seed: scene.noiseSeed("grain"))
        Mountains(
            ridge: ridge, top: paint.near, foot: paint.near.darker(0.4), light: paint.glow,
            relief: 0.4,
            depth: unit * 0.4
        ).paint(on: s, rock: grain)
        let x = lip - unit * 0.10
        Figures.hiker(
            Figures.Ink(body: paint.near.darker(0.55), rim: paint.disc),
            at: Point(x, ridge.row(x) + unit * 0.004), height: unit * 0.13, on: s)
        let look = Pines.Look(
            dark: paint.near.darker(0.3), light: paint.near.mixed(paint.glow, 0.3))
        Pines.stand(
            look, count: 4, from: stage.x(-0.03), to: lip - unit * 0.26,
            foot: { ridge.row($0) + unit * 0.01 }, heights: unit * 0.12...unit * 0.27, on: s,
            random: &random)
        scene.add(s, depth: 0.85)
        scene.add(
            BirdsLayer(
                5, around: Point(stage.x(0.66), stage.y(0.26)), spread: unit * 0.12,
                size: unit * 0.012,
                travel: Point(-unit * 0.32, -unit * 0.06), colour: paint.near, alpha: 0.75,
                random: &random))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x4A4C88, 0x9A6A98, 0xE88A78, 0xFBB878, 0xFEE0A8].map { Colour($0) },
                disc: Colour(0xFFF6D8), halo: Colour(0xFFB468),
                cloud: .init(light: Colour(0xFFE4C4), shade: Colour(0xA87898), alpha: 0.7),
                rock: Colour(0x6A5278), rockFoot: Colour(0xC890A0), glow: Colour(0xFFA868),
                snow: Colour(0xF4DCE0), haze: Colour(0xF8C8A8), near: Colour(0x33233F)),
            clear: Paint(
                sky: [0x2466AE, 0x559CD6, 0x9ACAE8, 0xD8ECF0, 0xFBF4DC].map { Colour($0) },
                disc: Colour(0xFFFDEE), halo: Colour(0xFFEDB4),
                cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0x9DBBD8), alpha: 0.8),
                rock: Colour(0x4C6680), rockFoot: Colour(0xA8C4D8), glow: Colour(0xFFE9C4),
                snow: Colour(0xF6FAFF), haze: Colour(0xDCEBF4), near: Colour(0x24384A)),
            deep: Paint(
                sky: [0x080C2A, 0x171C50, 0x3A3478, 0x8A5088, 0xF09A78].map { Colour($0) },
                disc: Colour(0xFFE8C0), halo: Colour(0xFF9868),
                cloud: .init(light: Colour(0xE8A0A0), shade: Colour(0x38346C), alpha: 0.7),
                rock: Colour(0x2C2C5C), rockFoot: Colour(0x6A5488), glow: Colour(0xFF8C78),
                snow: Colour(0xB4AEDC), haze: Colour(0xA87098), near: Colour(0x0E0C26)))
    }
}
