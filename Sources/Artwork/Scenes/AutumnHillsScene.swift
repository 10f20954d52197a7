import BatchVideo
import Foundation

/// Hills in autumn leaves, an old couple walking home.
struct AutumnHillsScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var far: Colour
        var near: Colour
        var haze: Colour
        var field: Colour
        var fieldFoot: Colour
        var fieldLight: Colour
        var bark: Colour
        var leaves: [[Colour]]
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let sun = Point(
            stage.x(random.uniform(0.56, 0.74)),
            stage.y(stage.pick(random.uniform(0.24, 0.34), portrait: 0.30, square: 0.28)))
        let skyline = stage.y(stage.pick(0.50, portrait: 0.52, square: 0.52))
        sky(&scene, paint, sun, skyline)
        Ranges(
            far: paint.far, near: paint.near, haze: paint.haze, light: paint.halo, count: 3,
            farBase: skyline - stage.unit * 0.02, nearBase: skyline + stage.unit * 0.06,
            farSwing: stage.unit * random.uniform(0.12, 0.17), nearSwing: stage.unit * 0.08,
            peaks: random.uniform(1.8, 2.6), relief: 0.45, floor: skyline + stage.unit * 0.4
        ).add(to: &scene, "range")
        hills(&scene, paint, skyline, &random)
        trees(&scene, paint, &random)
        air(&scene, paint, &random)
        scene.look.bloom = scene.pick(warm: 0.42, clear: 0.3, deep: 0.45)
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ skyline: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.sky), on: s, horizon: skyline + stage.unit * 0.06,
            seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var stars = scene.random("stars")
            Sky.stars(180, on: s, bottom: skyline * 0.8, random: &stars)
            Sky.moon(
                at: sun, radius: stage.unit * 0.06, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(paint.disc, paint.halo, at: sun, radius: stage.unit * 0.055, on: s)
        }
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            paint.cloud, cover: 0.46, on: clouds, top: stage.top, bottom: skyline * 0.9, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 3.5, aspect: 0.3)
        scene.add(clouds, depth: 0.02, .drift(pixels: stage.unit * 0.04))
    }

    private static func hills(
        _ scene: inout SceneBuilder, _ paint: Paint, _ skyline: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let rest = stage.height - skyline
        for i in 0..<3 {
            let t = Double(i) / 2
            let ridge = Ridge(
                stage, base: skyline + rest * lerp(0.20, 0.62, t), amplitude: unit * 0.045,
                peaks: lerp(1.4, 0.7, t), .soft, seed: scene.noiseSeed("hill\(i)"))
            let top = paint.near.mixed(paint.field, 0.35 + 0.65 * t)
            let surface = scene.surface()
            grove(paint, ridge, t, surface, &random)
            Ground(
                top: top, foot: i == 2 ? paint.fieldFoot : top.mixed(paint.haze, 0.25),
                light: paint.fieldLight, depth: rest * lerp(0.28, 0.5, t)
            ).paint(
                ridge, on: surface, seed: scene.noiseSeed("ground\(i)"),
                bottom: i < 2 ? ridge.lowest + rest * 0.21 + unit * 0.2 : nil)
            if i < 2 { grove(paint, ridge, t + 0.2, surface, &random, below: unit * 0.05) }
            Mist.band(
                paint.haze, 0.42 * (1 - t), on: surface, centre: ridge.lowest + unit * 0.11,
                reach: unit * 0.09, seed: scene.noiseSeed("hillmist\(i)"))
            if i == 2 { foreground(&scene, paint, ridge, surface, &random) }
            scene.add(surface, depth: lerp(0.28, 0.6, t))
        }
    }

    /// Small trees along a hill.
    private static func grove(
        _ paint: Paint, _ ridge: Ridge, _ t: Double, _ surface: PaintSurface,
        _ random: inout SeededRandom, below: Double = 0
    ) {
        let stage = surface.stage
        let count = Int(lerp(150, 70, t) * stage.width / stage.unit)
        let woods = (0..<5).map { _ in random.unit() }
        let trees = (0..<count).map { _ in
            // Woods gather around a few places, single trees stand between them.
            let wood = woods[random.index(woods.count)]
            let spot = random.unit() < 0.2 ? random.unit() : wood + random.gauss(0, 0.055)
            return (x: lerp(stage.left, stage.right, spot), down: random.unit() * below)
        }
        for tree in trees.sorted(by: { $0.down < $1.down }) {
            let hue = paint.leaves[random.index(paint.leaves.count)]
            let fade = paint.haze.mixed(hue[1], 0.5 + 0.3 * t)
            Tree.distant(
                at: Point(tree.x, ridge.row(tree.x) + stage.unit * 0.006 + tree.down),
                height: stage.unit * lerp(0.024, 0.044, t) * random.uniform(0.65, 1.3),
                dark: fade.darker(0.3), light: fade.mixed(hue[2], 0.6), lightSide: 1, on: surface,
                random: &random)
        }
    }

    private static func foreground(
        _ scene: inout SceneBuilder, _ paint: Paint, _ ridge: Ridge, _ surface: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let centre = stage.x(random.uniform(0.46, 0.60))
        path(paint, ridge, centre, surface)
        Meadow.grass(
            .init(
                dark: paint.fieldFoot, light: paint.field.mixed(paint.fieldLight, 0.5),
                count: Int(1500 * stage.width / unit), height: unit * 0.030),
            from: ridge.lowest, to: stage.bottom + unit * 0.03, ground: { ridge.row($0) + 4 },
            on: surface, random: &random)
        let feet = Point(centre, ridge.row(centre) + unit * 0.035)
        let ink = Figures.Ink(body: paint.bark.darker(0.35), rim: paint.disc)
        surface.ellipse(feet.x - unit * 0.045, feet.y + unit * 0.004, unit * 0.075, unit * 0.007)
        surface.fill(paint.fieldFoot.darker(0.4), 0.5)
        Figures.couple(ink, at: feet, height: unit * 0.125, on: surface)
    }

    private static func path(
        _ paint: Paint, _ ridge: Ridge, _ x: Double, _ surface: PaintSurface
    ) {
        let stage = surface.stage
        let y = ridge.row(x)
        let low = stage.bottom
        let drop = low - y
        let unit = stage.unit
        surface.move(x - unit * 0.02, y + 1)
        surface.curve(
            Point(x + unit * 0.05, y + drop * 0.25), Point(x - unit * 0.16, y + drop * 0.42),
            to: Point(x - unit * 0.34, low))
        surface.line(x - unit * 0.02, low)
        surface.curve(
            Point(x - unit * 0.02, y + drop * 0.45), Point(x + unit * 0.12, y + drop * 0.25),
            to: Point(x + unit * 0.02, y + 1))
        surface.close()
        surface.fill(
            from: Point(x, y), to: Point(x, low),
            [
                Stop(0, paint.haze.mixed(paint.field, 0.25), 0.95),
                Stop(1, paint.field.mixed(paint.haze, 0.15).darker(0.2), 0.65),
            ])
    }

    private static func trees(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let spots = stage.pick(
            [(0.13, 0.92, 0.74), (0.90, 0.86, 0.46)],
            portrait: [(0.10, 0.86, 0.98), (0.92, 0.80, 0.60)],
            square: [(0.12, 0.90, 0.76), (0.92, 0.85, 0.48)])
        for (i, spot) in spots.enumerated().reversed() {
            let hue = paint.leaves[(i + random.index(paint.leaves.count)) % paint.leaves.count]
            let foot = Point(
                stage.x(spot.0 + random.uniform(-0.03, 0.03)), stage.y(spot.1))
            let height = stage.unit * spot.2 * random.uniform(0.9, 1.08)
            let surface = scene.surface()
            Tree(
                at: foot, height: height,
                .init(
                    bark: paint.bark, barkLight: paint.bark.mixed(paint.halo, 0.5),
                    leaves: ColourRamp(hue), accent: paint.leaves[2 - i][2], fullness: 112,
                    lean: random.uniform(-0.05, 0.12) * (i == 0 ? 1 : -1)),
                random: &random
            ).paint(on: surface, random: &random)
            scene.add(
                surface, depth: i == 0 ? 0.9 : 0.7,
                .sway(
                    pivot: foot.y, reach: height, pixels: stage.unit * 0.007, turns: 2,
                    phase: random.unit()))
        }
    }

    private static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        scene.add(
            BirdsLayer(
                6,
                around: Point(
                    stage.x(0.46), stage.y(stage.pick(0.2, portrait: 0.17, square: 0.18))),
                spread: stage.unit * 0.12, size: stage.unit * 0.012,
                travel: Point(stage.unit * 0.35, -stage.unit * 0.04),
                colour: paint.bark, alpha: 0.7, random: &random))
        scene.add(
            ParticleLayer(
                .leaf, count: 46, colours: paint.leaves.map { $0[2] } + paint.leaves.map { $0[1] },
                size: stage.unit * 0.0095, travel: Point(stage.unit * 0.30, stage.height * 0.55),
                top: 0, bottom: stage.height * 0.95, stage: stage, random: &random))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        let red = [0x5A1A18, 0xB23A22, 0xF0703A].map { Colour($0) }
        let orange = [0x6E3014, 0xD06A1E, 0xFFB54A].map { Colour($0) }
        let gold = [0x6E4A12, 0xD79A26, 0xFFE07A].map { Colour($0) }
        let dim = { (ramp: [Colour]) in
            ramp.map { $0.mixed(Colour(0x2A1E5C), 0.40).saturated(1.15) }
        }
        return scene.pick(
            warm: Paint(
                sky: [0xB7553F, 0xDE8350, 0xF5B56E, 0xFCDDA6, 0xFEEBC6].map { Colour($0) },
                disc: Colour(0xFFF8E0), halo: Colour(0xFFC070),
                cloud: .init(light: Colour(0xFFE6C0), shade: Colour(0xC97A5C), alpha: 0.7),
                far: Colour(0xD9A57C), near: Colour(0x9A5238), haze: Colour(0xFBDDAC),
                field: Colour(0xA75A2A), fieldFoot: Colour(0x4A2016), fieldLight: Colour(0xF0A850),
                bark: Colour(0x3A1E16), leaves: [red, orange, gold]),
            clear: Paint(
                sky: [0x3F86BE, 0x7AB3D8, 0xB4D8E6, 0xE4EFE6, 0xF6F0DC].map { Colour($0) },
                disc: Colour(0xFFFDF0), halo: Colour(0xFFEFC0),
                cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0xA9C4D8), alpha: 0.8),
                far: Colour(0x9FBBC8), near: Colour(0x5F8270), haze: Colour(0xE3EBE0),
                field: Colour(0x9C9A45), fieldFoot: Colour(0x3F4A22), fieldLight: Colour(0xE8D880),
                bark: Colour(0x3C2A20), leaves: [red, orange, gold]),
            deep: Paint(
                sky: [0x141B42, 0x2B2F68, 0x5B4784, 0xA66A8C, 0xE8A48E].map { Colour($0) },
                disc: Colour(0xFFF6E4), halo: Colour(0xF6C4A8),
                cloud: .init(light: Colour(0xE8AEA4), shade: Colour(0x3C3568), alpha: 0.7),
                far: Colour(0x8A6490), near: Colour(0x3C3460), haze: Colour(0xC98E98),
                field: Colour(0x4A3450), fieldFoot: Colour(0x161430), fieldLight: Colour(0xC08890),
                bark: Colour(0x17122A), leaves: [dim(red), dim(orange), dim(gold)]))
    }
}
