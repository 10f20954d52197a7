import BatchVideo
import Foundation

/// A path through a bamboo grove: stems near and far, light in the mist.
struct BambooScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let view = View(scene.stage, &random)
        air(&scene, paint, view)
        let ground = BambooGround(view: view, paint: paint)
        ground.addEarth(to: &scene)
        for row in 0..<4 { stems(&scene, paint, view, row: row) }
        ground.addThings(to: &scene)
        stems(&scene, paint, view, row: 4)
        rays(&scene, paint, view)
        frame(&scene, paint, view)
        drifting(&scene, paint, view)
        scene.look.bloom = scene.pick(warm: 0.48, clear: 0.42, deep: 0.55)
        scene.look.vignette = 0.4
    }

    private static func air(_ scene: inout SceneBuilder, _ paint: Paint, _ view: View) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.air), on: s, horizon: view.horizon * 1.15,
            seed: scene.noiseSeed("air"), wash: 0.10)
        if scene.palette == .deep {
            var random = scene.random("stars")
            Sky.stars(160, on: s, bottom: view.horizon * 0.8, random: &random)
        }
        s.glow(view.light.x, view.light.y, radius: unit * 0.95, paint.glow, 0.7, falloff: 0.8)
        if scene.palette == .deep {
            Sky.moon(
                at: view.light, radius: unit * 0.06, on: s, halo: paint.glow,
                seed: scene.noiseSeed("moon"))
        } else {
            s.glow(view.light.x, view.light.y, radius: unit * 0.38, paint.ray, 0.95, falloff: 0.9)
        }
        // Far foliage out of focus.
        var random = scene.random("bokeh")
        for _ in 0..<Int(240 * stage.width / unit) {
            let x = random.uniform(stage.left, stage.right)
            let y = pow(random.unit(), 1.2) * view.horizon * 0.9
            let away = hypot(x - view.light.x, y - view.light.y) / unit
            if scene.palette == .deep && away < 0.1 { continue }
            s.circle(x, y, unit * random.uniform(0.008, 0.03))
            s.fill(
                paint.plants.leaves.colour(0.8 - 0.5 * away).mixed(paint.haze, 0.45),
                random.uniform(0.05, 0.2))
        }
        scene.add(s, depth: 0.02)
    }

    /// Row 0 is the farthest, row 4 stands before the path's ground.
    private static func stems(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: View, row: Int
    ) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("stems", row)
        let near = Double(row) / 4
        let range = [(0.035, 0.06), (0.065, 0.11), (0.12, 0.19), (0.21, 0.36), (0.42, 0.72)][row]
        let count = Int(
            [46.0, 34, 24, 15, 8][row] * (0.35 + 0.65 * stage.width / stage.unit / 1.77))
        let look = paint.plants(hazed: 1 - pow(near, 0.75))
        let s = scene.surface()
        let plants = BambooPlants(look: look, surface: s)
        let nearness = (0..<count).map { _ in random.uniform(range.0, range.1) }.sorted()
        for d in nearness {
            let reach = (stage.right - stage.left) / 2 + unit * 0.05
            let clear = view.half * d * 1.25 + unit * lerp(0.02, 0.05, near)
            let middle = view.path(d)
            var x = stage.width / 2 + random.uniform(-1, 1) * reach
            if abs(x - middle) < clear {
                x = middle + (x < middle ? -1 : 1) * clear * random.uniform(1, 1.5)
            }
            if d > view.lantern.nearness, abs(x - view.lanternX) < unit * 0.12 {
                x = view.lanternX + view.lantern.side * unit * random.uniform(0.13, 0.3)
            }
            let foot = Point(x, view.row(d) + unit * 0.006)
            let width = view.eye * 0.115 * pow(d, 0.82) * random.uniform(0.65, 1.15) + unit * 0.002
            let lean = random.gauss(0, 0.035) + (x < middle ? 0.02 : -0.02)
            let head = Point(x + lean * (foot.y - stage.top), stage.top)
            let lightSide = view.light.x > x ? 1.0 : -1.0
            let shade = paint.ground.darker(0.7).mixed(paint.haze, 0.7 * (1 - near))
            s.ellipse(x - lightSide * width * 0.5, foot.y, width * 1.7, width * 0.34)
            s.fill(shade, 0.5)
            plants.stem(from: foot, to: head, width: width, lightSide: lightSide, random: &random)
            tuft(paint, at: foot, width: width, near: near, on: s, &random)
            sprays(plants, paint, view, foot: foot, head: head, width: width, near: near, &random)
        }
        if row < 4 {
            Mist.band(
                paint.haze, 0.5 * (1 - near), on: s, centre: view.row(range.1) - unit * 0.02,
                reach: unit * 0.2, seed: scene.noiseSeed("mist\(row)"), ragged: 0.9)
        }
        scene.add(
            s, depth: lerp(0.1, 0.5, near),
            .sway(
                pivot: view.row(range.1), reach: view.row(range.1),
                pixels: unit * lerp(0.0022, 0.0085, near), turns: 1 + row % 2, phase: 0.21 * Double(row)))
    }

    /// Grass around a stem's foot.
    private static func tuft(
        _ paint: Paint, at p: Point, width: Double, near: Double, on s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        for _ in 0..<Int(lerp(4, 11, near)) {
            let x = p.x + random.gauss(0, width * 0.75)
            let h = width * random.uniform(0.5, 1.5)
            let lean = random.gauss(0, 0.45) * h
            s.leaf(
                x + lean * 0.5, p.y - h * 0.42, h * 0.55, h * 0.07, tilt: atan2(-h, lean))
            s.fill(paint.tufts.colour(random.uniform(0.1, 0.7)).mixed(paint.haze, 0.75 * (1 - near)))
        }
    }

    /// Leaves on a stem: none low down, more towards the top.
    private static func sprays(
        _ plants: BambooPlants, _ paint: Paint, _ view: View, foot: Point, head: Point,
        width: Double, near: Double, _ random: inout SeededRandom
    ) {
        let unit = plants.surface.stage.unit
        let size = unit * lerp(0.018, 0.052, near)
        let count = Int(lerp(5, 8, near))
        for _ in 0..<count {
            let y = lerp(head.y, foot.y, pow(random.unit(), 1.7) * 0.78)
            let t = (foot.y - y) / max(foot.y - head.y, 1)
            let p = Point(lerp(foot.x, head.x, t), y)
            let side = random.unit() < 0.5 ? 1.0 : -1.0
            let away = hypot(p.x - view.light.x, p.y - view.light.y) / unit
            if away < paint.clearing { continue }
            plants.spray(
                from: p, angle: side > 0 ? -random.uniform(0.1, 0.7) : .pi + random.uniform(0.1, 0.7),
                reach: size * random.uniform(1.6, 3.2) + width, size: size,
                light: 0.92 - 0.62 * away + 0.15 * t, random: &random)
        }
    }

    private static func rays(_ scene: inout SceneBuilder, _ paint: Paint, _ view: View) {
        let stage = scene.stage
        let source = Point(view.light.x + stage.unit * 0.08, -stage.unit * 0.3)
        for i in 0..<2 {
            let s = scene.surface()
            Rays.paint(
                paint.ray, scene.pick(warm: 0.72, clear: 0.64, deep: 0.42), from: source,
                reach: stage.height * 0.8 + stage.unit * 0.6, on: s,
                seed: scene.noiseSeed("rays\(i)"), shafts: 44, bottom: stage.height * 0.95)
            scene.add(
                s, depth: 0.3, blend: .screen,
                breath: (low: 0.3, turns: 1, phase: Double(i) * 0.5))
        }
    }

    /// Great stems and leaves close to the eye.
    private static func frame(_ scene: inout SceneBuilder, _ paint: Paint, _ view: View) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("frame")
        let look = paint.plants(hazed: -0.12)
        let s = scene.surface()
        let plants = BambooPlants(look: look, surface: s)
        let places = stage.pick(
            [0.03, 0.115, 0.955], portrait: [0.0, 0.97], square: [0.02, 0.96])
        for place in places {
            let x = stage.x(place + random.uniform(-0.015, 0.015))
            plants.stem(
                from: Point(x, stage.bottom + unit * 0.05),
                to: Point(x + random.uniform(-0.03, 0.03) * stage.height, stage.top),
                width: unit * random.uniform(0.062, 0.08), lightSide: view.light.x > x ? 1 : -1,
                random: &random)
        }
        scene.add(
            s, depth: 0.8,
            .sway(pivot: stage.bottom, reach: stage.height * 1.1, pixels: unit * 0.009, turns: 1, phase: 0.7))
        for (corner, phase) in [(0.0, 0.1), (1.0, 0.45)] {
            let leaves = scene.surface()
            let hanging = BambooPlants(look: look, surface: leaves)
            for _ in 0..<Int(stage.pick(9, portrait: 8, square: 7)) {
                let inward = corner == 0 ? 1.0 : -1.0
                let x = stage.x(corner) + inward * unit * random.uniform(-0.05, 0.22)
                let y = unit * random.uniform(-0.08, 0.16)
                hanging.spray(
                    from: Point(x, y), angle: (inward > 0 ? 0 : .pi) + random.uniform(-0.2, 0.5) * inward,
                    reach: unit * random.uniform(0.08, 0.17), size: unit * random.uniform(0.075, 0.1),
                    light: random.uniform(0.1, 0.5), random: &random)
            }
            scene.add(
                leaves, depth: 1,
                .sway(pivot: -unit * 0.15, reach: -unit * 0.5, pixels: unit * 0.016, turns: 2, phase: phase))
        }
    }

    private static func drifting(_ scene: inout SceneBuilder, _ paint: Paint, _ view: View) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("air")
        scene.add(
            ParticleLayer(
                .dust, count: 60, colours: [paint.ray], size: unit * 0.0055,
                travel: Point(unit * 0.05, -unit * 0.08), top: stage.height * 0.15,
                bottom: stage.height * 0.85, stage: stage, random: &random))
        scene.add(
            ParticleLayer(
                scene.season == .winter ? .snow : .leaf, count: scene.season == .winter ? 120 : 20,
                colours: paint.falling, size: unit * (scene.season == .winter ? 0.007 : 0.010),
                travel: Point(-unit * 0.22, unit * 0.5), top: -unit * 0.1, bottom: stage.height,
                stage: stage, random: &random))
        if scene.palette == .deep, scene.season != .winter {
            scene.add(
                ParticleLayer(
                    .firefly, count: 30, colours: [Colour(0xE2FF9A), Colour(0xC8FFB0)],
                    size: unit * 0.0042, travel: Point(unit * 0.06, -unit * 0.05),
                    top: view.horizon * 0.8, bottom: stage.height * 0.92, stage: stage,
                    random: &random))
        }
    }
}
