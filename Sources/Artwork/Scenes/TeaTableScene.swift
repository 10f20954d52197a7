import BatchVideo
import Foundation

/// Tea on a wooden table at a window: a garden outside, steam, light on the wood.
struct TeaTableScene: SceneFamilyPainter {
    struct Plan {
        var opening: Interior.Opening
        var table: Double
        var lightSide: Double
        var lightX: Double
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("composition")
        let opening = Interior.Opening(
            x: stage.x(stage.pick(0.30, portrait: 0.13, square: 0.20)),
            y: stage.y(stage.pick(0.06, portrait: 0.09, square: 0.07)),
            width: stage.x(stage.pick(0.60, portrait: 0.74, square: 0.68)),
            height: stage.y(stage.pick(0.56, portrait: 0.46, square: 0.54)))
        let plan = Plan(
            opening: opening, table: stage.y(stage.pick(0.70, portrait: 0.66, square: 0.70)),
            lightSide: 1, lightX: opening.centre.x + unit * random.uniform(-0.08, 0.12))
        outside(&scene, paint, plan)
        room(&scene, paint, plan, &random)
        table(&scene, paint, plan)
        still(&scene, paint, plan, &random)
        scene.add(
            ParticleLayer(
                .dust, count: 46, colours: [paint.light], size: unit * 0.0052,
                travel: Point(unit * 0.06, -unit * 0.05), top: stage.y(0.1), bottom: stage.y(0.85),
                stage: stage, random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.4, deep: 0.6)
        scene.look.vignette = 0.36
        scene.look.shade = scene.pick(
            warm: Colour(0x2A1206), clear: Colour(0x12201C), deep: Colour(0x05071A))
    }

    private static func outside(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let o = plan.opening
        let unit = stage.unit
        var random = scene.random("garden")
        let horizon = o.y + o.height * 0.78
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        let sun = Point(plan.lightX, o.y + o.height * random.uniform(0.28, 0.4))
        if scene.palette == .deep {
            Sky.stars(260, on: s, bottom: horizon, random: &random)
            Sky.moon(
                at: sun, radius: unit * 0.05, on: s, halo: paint.halo, seed: scene.noiseSeed("moon")
            )
        } else {
            Sky.sun(paint.disc, paint.halo, at: sun, radius: unit * 0.04, on: s)
        }
        let rock = NoiseField(
            width: 200, height: 200, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        scene.add(s, depth: 0.04)
        for row in 0..<3 {
            let near = Double(row) / 2
            let hills = scene.surface()
            let colour = paint.hills.mixed(paint.haze, 0.7 * (1 - near))
            Mountains(
                ridge: Ridge(
                    stage, base: horizon - unit * (0.10 - 0.09 * near),
                    amplitude: unit * (0.075 - 0.03 * near), peaks: 1.8 + near * 1.5, .soft,
                    seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.haze, 0.6), light: paint.halo, relief: 0.3,
                depth: unit * 0.12
            ).paint(on: hills, rock: rock, bottom: o.bottom + unit * 0.08)
            scene.add(hills, depth: 0.05 + 0.015 * Double(row))
        }
        tree(&scene, paint, plan, &random)
        guard let falling = paint.falling else { return }
        scene.add(
            ParticleLayer(
                falling.kind, count: scene.season == .winter ? 70 : 22, colours: falling.colours,
                size: unit * (falling.kind == .snow ? 0.006 : 0.009),
                travel: Point(-unit * 0.2, unit * 0.4), top: o.y - unit * 0.1, bottom: o.bottom,
                stage: stage, random: &random))
    }

    private static func tree(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let o = plan.opening
        let height = o.height * random.uniform(1.0, 1.15)
        var look = Tree.Look(
            bark: paint.bark, barkLight: paint.bark.mixed(paint.halo, 0.4),
            leaves: ColourRamp(paint.leaves))
        look.accent = paint.blossom
        look.accentShare = 0.3
        look.fullness = Int(84 * paint.fullness)
        look.leafSize = 0.0125
        let s = scene.surface()
        let side = random.unit() < 0.5
        let foot = Point(
            side ? o.x + o.width * 0.08 : o.x + o.width * 0.94, o.bottom + o.height * 0.06)
        look.lean = side ? 0.22 : -0.22
        Tree(at: foot, height: height, look, random: &random).paint(on: s, random: &random)
        scene.add(
            s, depth: 0.1,
            .sway(pivot: foot.y, reach: height, pixels: height * 0.008, turns: 2, phase: 0.3))
    }

    private static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let o = plan.opening
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: plan.table + unit * 0.05,
            seed: scene.noiseSeed("wall"))
        Interior.frame(
            paint.frame, light: paint.light, around: o,
            columns: stage.pick(3, portrait: 2, square: 3) + random.index(2),
            rows: 1 + random.index(3), on: s)
        scroll(&scene, s, paint, plan)
        scene.add(s, depth: 0.22)
        for side in [-1.0, 1.0] {
            let cloth = scene.surface()
            let x = side < 0 ? o.x - unit * 0.035 : o.right + unit * 0.035
            let width = unit * stage.pick(0.17, portrait: 0.13, square: 0.14)
            Interior.curtain(
                paint.cloth, light: paint.light, x: x, top: o.y - unit * 0.05,
                width: -side * width, height: o.height + unit * 0.15, alpha: 0.9, on: cloth,
                random: &random)
            scene.add(
                cloth, depth: 0.26,
                .sway(
                    pivot: o.y - unit * 0.05, reach: -o.height, pixels: unit * 0.006, turns: 1,
                    phase: side * 0.2))
        }
        rod(&scene, paint, o)
        let rays = scene.surface()
        Rays.paint(
            paint.light, scene.pick(warm: 0.34, clear: 0.24, deep: 0.12),
            from: Point(plan.lightX, o.y - unit * 0.05), reach: stage.height * 0.95, on: rays,
            seed: scene.noiseSeed("rays"), bottom: stage.bottom)
        scene.add(rays, depth: 0.2, breath: (low: 0.6, turns: 1, phase: 0))
    }

    private static func rod(_ scene: inout SceneBuilder, _ paint: Paint, _ o: Interior.Opening) {
        let unit = scene.stage.unit
        let s = scene.surface()
        let y = o.y - unit * 0.052
        s.move(o.x - unit * 0.09, y)
        s.line(o.right + unit * 0.09, y)
        s.stroke(paint.frame.darker(0.35), width: unit * 0.011)
        for x in [o.x - unit * 0.09, o.right + unit * 0.09] {
            s.circle(x, y, unit * 0.011)
            s.fill(paint.frame.darker(0.25))
        }
        scene.add(s, depth: 0.26)
    }

    /// A hanging scroll with ink hills beside the window, where the wall has room for it.
    private static func scroll(
        _ scene: inout SceneBuilder, _ s: PaintSurface, _ paint: Paint, _ plan: Plan
    ) {
        let stage = scene.stage
        guard stage.shape == .landscape else { return }
        let unit = stage.unit
        var random = scene.random("scroll")
        let (w, h) = (unit * 0.17, unit * 0.42)
        let (x, y) = (stage.x(0.085), stage.y(0.10))
        s.rectangle(x + unit * 0.012, y + unit * 0.014, w, h)
        s.fill(.black, 0.22)
        s.rectangle(x, y, w, h)
        s.fill(paint.wallNear.mixed(Colour(0x6A4A2C), 0.45))
        let (px, py, pw, ph) = (x + w * 0.10, y + h * 0.09, w * 0.80, h * 0.80)
        s.isolated {
            s.rectangle(px, py, pw, ph)
            s.clip()
            s.rectangle(px, py, pw, ph)
            s.fill(Colour(0xF4EAD3).mixed(paint.wallFar, scene.palette == .deep ? 0.5 : 0.12))
            for row in 0..<3 {
                let base = py + ph * (0.5 + 0.17 * Double(row))
                var points = [Point(px - 2, py + ph + 2)]
                for k in 0...8 {
                    points.append(
                        Point(
                            px + pw * Double(k) / 8,
                            base - ph * random.uniform(0, 0.26) / Double(row + 1)))
                }
                points.append(Point(px + pw + 2, py + ph + 2))
                s.polygon(points)
                s.fill(
                    from: Point(0, base - ph * 0.25), to: Point(0, base + ph * 0.22),
                    [
                        Stop(0, Colour(0x3A3A38), 0.28 + 0.2 * Double(row)),
                        Stop(1, Colour(0x3A3A38), 0.02),
                    ])
            }
            s.circle(px + pw * 0.72, py + ph * 0.2, pw * 0.1)
            s.fill(Colour(0xB5402E), 0.8)
            s.rectangle(px + pw * 0.08, py + ph * 0.06, pw * 0.09, pw * 0.09)
            s.fill(Colour(0xB5402E), 0.75)
        }
        for yy in [y, y + h] {
            s.roundedRectangle(
                x - w * 0.05, yy - unit * 0.008, w * 1.1, unit * 0.016, radius: unit * 0.008)
            s.fill(paint.frame.darker(0.4))
        }
    }

    private static func table(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Interior.wood(
            paint.wood, light: paint.light, top: plan.table, bottom: stage.bottom,
            lightX: plan.lightX, sheen: scene.pick(warm: 0.62, clear: 0.55, deep: 0.34), on: s,
            seed: scene.noiseSeed("grain"))
        s.rectangle(stage.left, plan.table, stage.right - stage.left, max(unit * 0.004, 1.5))
        s.fill(paint.light, 0.45)
        scene.add(s, depth: 0.5)
    }
}
