import BatchVideo
import Foundation

/// A lotus pond: leaves on still water, flowers before misty hills.
struct LotusScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var hillFar: Colour
        var hillNear: Colour
        var haze: Colour
        var deep: Colour
        var plants: LotusPlants.Paint
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.40, portrait: 0.38, square: 0.40))
        let sun = Point(stage.x(random.uniform(0.6, 0.78)), horizon * random.uniform(0.36, 0.5))
        distance(&scene, paint, horizon, sun)
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.disc, pathX: sun.x)
        look.roughness = 0.28
        look.farTint = 0.15
        look.nearTint = 0.5
        look.pathStrength = scene.pick(warm: 0.8, clear: 0.45, deep: 0.8)
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: horizon, look,
                seed: scene.noiseSeed("water"), depth: 0.12))
        pads(&scene, paint, horizon, &random)
        flowers(&scene, paint, horizon, &random)
        air(&scene, paint, horizon, &random)
        scene.look.bloom = scene.pick(warm: 0.4, clear: 0.3, deep: 0.5)
    }

    private static func distance(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double, _ sun: Point
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var random = scene.random("stars")
            Sky.stars(200, on: s, bottom: horizon * 0.8, random: &random)
            Sky.moon(
                at: sun, radius: unit * 0.055, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(paint.disc, paint.halo, at: sun, radius: unit * 0.045, on: s)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            .init(light: paint.disc, shade: paint.haze.mixed(paint.sky[1], 0.6), alpha: 0.6),
            cover: scene.pick(warm: 0.55, clear: 0.5, deep: 0.3), on: clouds, top: stage.top,
            bottom: horizon * 0.85, sun: sun, seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.3)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.04))
        let rock = NoiseField(
            width: stage.size.width / 3, height: stage.size.height / 3, .init(cells: 9, octaves: 5),
            seed: scene.noiseSeed("rock"))
        for row in 0..<3 {
            let near = Double(row) / 2
            let hills = scene.surface()
            let colour = paint.hillFar.mixed(paint.hillNear, near)
            Mountains(
                ridge: Ridge(
                    stage, base: horizon - unit * (0.09 - 0.055 * near),
                    amplitude: unit * (0.085 - 0.055 * near), peaks: 1.6 + 1.5 * near, .soft,
                    seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.haze, 0.75), light: paint.halo,
                relief: 0.3, depth: unit * 0.13
            ).paint(on: hills, rock: rock, bottom: horizon + 2)
            Mist.band(
                paint.haze, 0.6, on: hills, centre: horizon, reach: unit * 0.06,
                seed: scene.noiseSeed("mist\(row)"))
            scene.add(hills, depth: 0.03 + 0.03 * Double(row))
        }
    }

    /// Leaves from the far shore to our feet, smaller and flatter the farther they are.
    private static func pads(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let plants = LotusPlants(paint: paint.plants)
        let floor = stage.bottom - horizon
        let gap = random.uniform(0.3, 0.7)
        for band in 0..<4 {
            let s = scene.surface()
            let count = [54, 30, 19, 12][band] * (stage.shape == .landscape ? 3 : 2) / 3
            let depths = (0..<count).map { _ in
                (Double(band) + random.unit()) / 4
            }.sorted()
            for depth in depths {
                let y = horizon + floor * (0.035 + 0.93 * pow(depth, 1.7))
                let rx = stage.unit * (0.014 + 0.135 * pow(depth, 1.5)) * random.uniform(0.65, 1.2)
                var x = random.uniform(stage.left, stage.right)
                // Open water where the light falls, narrowing with distance.
                let middle = stage.x(gap)
                let clear = stage.width * (0.06 + 0.13 * depth)
                if abs(x - middle) < clear, random.unit() < 0.8 {
                    x += x < middle ? -clear : clear
                }
                plants.pad(
                    at: Point(x, y), rx: rx, ry: rx * (0.20 + 0.16 * depth),
                    notch: random.uniform(0, 2 * .pi), on: s, random: &random)
            }
            scene.add(
                s, depth: 0.14 + 0.16 * Double(band),
                .bob(
                    pixels: stage.unit * 0.0012 * Double(band + 1), turns: 2,
                    phase: Double(band) * 0.23))
        }
    }

    private static func flowers(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let plants = LotusPlants(paint: paint.plants)
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        func x(_ offset: Double) -> Double { stage.x(0.5 + side * offset) }
        let floor = stage.height - horizon
        let far = scene.surface()
        for k in 0..<5 {
            let p = Point(
                x(random.uniform(-0.46, 0.46)), horizon + floor * random.uniform(0.10, 0.26))
            let r = stage.unit * random.uniform(0.026, 0.038)
            plants.stalk(from: Point(p.x, p.y + r * 1.5), to: p, width: r * 0.1, on: far)
            k % 2 == 0
                ? plants.flower(at: p, radius: r, on: far, random: &random)
                : plants.bud(at: p, radius: r, on: far)
        }
        scene.add(far, depth: 0.25)
        group(
            &scene, plants, foot: Point(x(0.30), horizon + floor * 0.62), size: 0.105,
            leaves: 1, &random)
        group(
            &scene, plants,
            foot: Point(
                x(stage.pick(-0.24, portrait: -0.16, square: -0.2)),
                horizon + floor * stage.pick(1.02, portrait: 0.88, square: 0.98)),
            size: stage.pick(0.21, portrait: 0.22, square: 0.2), leaves: 2, &random)
    }

    /// A flower, a bud and raised leaves from one root; sways as one.
    private static func group(
        _ scene: inout SceneBuilder, _ plants: LotusPlants, foot: Point, size: Double, leaves: Int,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let r = stage.unit * size
        let s = scene.surface()
        let head = Point(foot.x + r * random.uniform(-0.15, 0.15), foot.y - r * 1.75)
        for k in 0..<leaves {
            let side = k == 0 ? -1.0 : 1.0
            plants.raisedLeaf(
                foot: Point(foot.x + side * r * 0.3, foot.y),
                at: Point(
                    foot.x + side * r * random.uniform(1.15, 1.45),
                    foot.y - r * random.uniform(0.75, 1.05)),
                rx: r * random.uniform(0.72, 0.9), lean: side * random.uniform(0.02, 0.16), on: s,
                random: &random)
        }
        let bud = Point(
            foot.x + r * random.uniform(0.7, 0.95), foot.y - r * random.uniform(2.0, 2.35))
        plants.stalk(from: Point(foot.x + r * 0.12, foot.y), to: bud, width: r * 0.055, on: s)
        plants.bud(at: bud, radius: r * 0.48, on: s)
        plants.stalk(from: foot, to: head, width: r * 0.075, on: s)
        plants.flower(at: head, radius: r, on: s, random: &random)
        scene.add(
            s, depth: 0.3 + size * 1.6,
            .sway(
                pivot: foot.y, reach: r * 2.6, pixels: r * 0.035, turns: 1, phase: random.unit()))
    }

    private static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        if scene.palette == .deep {
            scene.add(
                ParticleLayer(
                    .firefly, count: 26, colours: [Colour(0xE8FF9A), Colour(0xC8FFB0)],
                    size: stage.unit * 0.0042,
                    travel: Point(stage.unit * 0.08, -stage.unit * 0.05), top: horizon * 0.8,
                    bottom: stage.height * 0.95, stage: stage, random: &random))
        } else {
            scene.add(
                ParticleLayer(
                    .leaf, count: 14,
                    colours: [paint.plants.petalTip, paint.plants.petalBase],
                    size: stage.unit * 0.009,
                    travel: Point(-stage.unit * 0.3, stage.unit * 0.35), top: 0,
                    bottom: stage.height, stage: stage, random: &random))
            scene.add(
                ParticleLayer(
                    .dust, count: 30, colours: [paint.disc], size: stage.unit * 0.006,
                    travel: Point(stage.unit * 0.05, -stage.unit * 0.06), top: horizon * 0.5,
                    bottom: stage.height, stage: stage, random: &random))
        }
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x6F7FB4, 0xC98AA6, 0xF8A884, 0xFFDDA2].map(Colour.init),
                disc: Colour(0xFFF4CF), halo: Colour(0xFFC67E), hillFar: Colour(0xC99A9A),
                hillNear: Colour(0x6E6A66), haze: Colour(0xFFD3A8), deep: Colour(0x8A5F66),
                plants: .init(
                    petalTip: Colour(0xEF6C94), petalBase: Colour(0xFFF1E4),
                    heart: Colour(0xF6C24A), stalk: Colour(0x5F7C3E), leafLight: Colour(0x86A85A),
                    leafDark: Colour(0x37603F), vein: Colour(0xD8E0A0), rim: Colour(0xFFEBBE))),
            clear: Paint(
                sky: [0x4E9FC4, 0x8CC9D8, 0xC9E9DE, 0xF3F7E4].map(Colour.init),
                disc: Colour(0xFFFEEF), halo: Colour(0xFFF0BE), hillFar: Colour(0x9CC8C2),
                hillNear: Colour(0x3F8A78), haze: Colour(0xE9F6E8), deep: Colour(0x1D6B66),
                plants: .init(
                    petalTip: Colour(0xF06FA2), petalBase: Colour(0xFFF6F8),
                    heart: Colour(0xF8CF52), stalk: Colour(0x4C8F4A), leafLight: Colour(0x79C07A),
                    leafDark: Colour(0x1F6E58), vein: Colour(0xD9F2B8), rim: Colour(0xF6FFE0))),
            deep: Paint(
                sky: [0x060C26, 0x0F2148, 0x204570, 0x4C7C97].map(Colour.init),
                disc: Colour(0xF0F6FF), halo: Colour(0x9CC6F0), hillFar: Colour(0x37608A),
                hillNear: Colour(0x0E2A46), haze: Colour(0x6E9DB4), deep: Colour(0x07223C),
                plants: .init(
                    petalTip: Colour(0xD87FC4), petalBase: Colour(0xF1E6FF),
                    heart: Colour(0xE8C878), stalk: Colour(0x2C5F5C), leafLight: Colour(0x2F7A78),
                    leafDark: Colour(0x0B3446), vein: Colour(0x8CCFC0), rim: Colour(0xBFE6FF))))
    }
}
