import BatchVideo
import Foundation

/// Tea on a wooden table at a window: a garden outside, steam, light on the wood.
struct TeaTableScene: SceneFamilyPainter {
    private struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var hills: Colour
        var haze: Colour
        var leaves: [Colour]
        var blossom: Colour
        var bark: Colour
        var wallNear: Colour
        var wallFar: Colour
        var frame: Colour
        var cloth: Colour
        var wood: Colour
        var light: Colour
        var clay: Colour
        var glaze: Colour
        var tea: Colour
    }

    private struct Plan {
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
                at: sun, radius: unit * 0.05, on: s, halo: paint.halo, seed: scene.noiseSeed("moon"))
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
        scene.add(
            ParticleLayer(
                scene.palette == .deep ? .snow : .leaf, count: 22,
                colours: scene.palette == .deep ? [.white] : [paint.blossom, paint.leaves[2]],
                size: unit * (scene.palette == .deep ? 0.006 : 0.009),
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
        look.fullness = 84
        look.leafSize = 0.0125
        let s = scene.surface()
        let side = random.unit() < 0.5
        let foot = Point(side ? o.x + o.width * 0.08 : o.x + o.width * 0.94, o.bottom + o.height * 0.06)
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
        let air = scene.surface()
        air.glow(
            o.centre.x, o.centre.y, radius: o.width * 0.62, paint.light,
            scene.pick(warm: 0.30, clear: 0.28, deep: 0.10))
        scene.add(air, depth: 0.1, blend: .over)
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
                        Point(px + pw * Double(k) / 8, base - ph * random.uniform(0, 0.26) / Double(row + 1)))
                }
                points.append(Point(px + pw + 2, py + ph + 2))
                s.polygon(points)
                s.fill(
                    from: Point(0, base - ph * 0.25), to: Point(0, base + ph * 0.22),
                    [Stop(0, Colour(0x3A3A38), 0.28 + 0.2 * Double(row)), Stop(1, Colour(0x3A3A38), 0.02)])
            }
            s.circle(px + pw * 0.72, py + ph * 0.2, pw * 0.1)
            s.fill(Colour(0xB5402E), 0.8)
            s.rectangle(px + pw * 0.08, py + ph * 0.06, pw * 0.09, pw * 0.09)
            s.fill(Colour(0xB5402E), 0.75)
        }
        for yy in [y, y + h] {
            s.roundedRectangle(x - w * 0.05, yy - unit * 0.008, w * 1.1, unit * 0.016, radius: unit * 0.008)
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

    private static func still(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let depth = stage.height - plan.table
        let vessels = Vessels(surface: s, lightSide: plan.lightSide, rim: paint.light)
        let scale = unit * stage.pick(1, portrait: 1.24, square: 0.98)
        let row = plan.table + depth * stage.pick(0.30, portrait: 0.20, square: 0.28)
        let front = plan.table + depth * stage.pick(0.60, portrait: 0.46, square: 0.58)
        runner(on: s, paint, plan, from: row - depth * 0.07, to: front + depth * 0.14)

        let covers = [Colour(0x7A3328), Colour(0x2E5A66), Colour(0xC2873C), Colour(0x4F5A3A)]
        let pile = vessels.books(
            x: stage.x(stage.pick(0.13, portrait: 0.17, square: 0.13)), base: row,
            width: scale * 0.27, (0..<3).map { covers[($0 + random.index(4)) % 4] }, random: &random)
        _ = pile
        let vaseX = stage.x(stage.pick(0.80, portrait: 0.84, square: 0.84))
        vase(&scene, vessels, paint, x: vaseX, base: row, scale: scale, &random)
        vessels.pot(
            x: stage.x(stage.pick(0.36, portrait: 0.40, square: 0.38)), base: row + depth * 0.1,
            width: scale * 0.27, facing: 1,
            .init([paint.clay, paint.glaze.darker(0.12), paint.clay.mixed(paint.hills, 0.6)][random.index(3)]))
        let far = vessels.cup(
            x: stage.x(stage.pick(0.655, portrait: 0.70, square: 0.68)), base: row + depth * 0.06,
            width: scale * 0.125, .init(paint.glaze, light: 0.5, shadow: 0.38), tea: paint.tea)
        let near = vessels.cup(
            x: stage.x(stage.pick(0.54, portrait: 0.60, square: 0.56)), base: front,
            width: scale * 0.165, .init(paint.glaze, light: 0.5, shadow: 0.38), tea: paint.tea)
        scene.add(s, depth: 0.62)
        for (p, size) in [(far, 0.8), (near, 1.0)] {
            scene.add(
                SmokeLayer(
                    from: p, rise: scale * 0.26 * size, width: scale * 0.017 * size,
                    colour: paint.light.lighter(0.5), alpha: 0.15, lean: 0.12, depth: 0.62))
        }
        guard scene.palette == .deep else { return }
        lantern(&scene, paint, x: stage.x(stage.pick(0.13, portrait: 0.17, square: 0.13)), base: pile, scale: scale)
    }

    /// A woven cloth across the table, with a border and a few fallen petals.
    private static func runner(
        on s: PaintSurface, _ paint: Paint, _ plan: Plan, from top: Double, to bottom: Double
    ) {
        let stage = s.stage
        let unit = stage.unit
        let cloth = paint.cloth.mixed(paint.clay, 0.42)
        let (l, r) = (stage.x(0.25), stage.x(stage.pick(0.74, portrait: 0.79, square: 0.76)))
        let flare = unit * 0.06
        func corner(_ x: Double, _ y: Double, _ inset: Double) -> Point {
            let t = (y - top) / (bottom - top)
            let side = x < (l + r) / 2 ? -1.0 : 1.0
            return Point(x + side * flare * t - side * inset, y)
        }
        func outline(_ inset: Double, _ trim: Double) {
            s.polygon([
                corner(l, top + trim, inset), corner(r, top + trim, inset),
                corner(r, bottom - trim * 1.8, inset), corner(l, bottom - trim * 1.8, inset),
            ])
        }
        s.polygon([
            corner(l, top, 0), corner(r, top, 0), corner(r, bottom + unit * 0.008, 0),
            corner(l, bottom + unit * 0.008, 0),
        ])
        s.fill(.black, 0.28)
        outline(0, 0)
        s.fill(
            from: Point(0, top), to: Point(0, bottom),
            [Stop(0, cloth.mixed(paint.light, 0.42)), Stop(1, cloth.darker(0.12))])
        s.isolated {
            outline(0, 0)
            s.clip()
            var y = top
            var step = unit * 0.0035
            while y < bottom {
                s.move(stage.left, y)
                s.line(stage.right, y)
                s.stroke(cloth.darker(0.35), 0.20, width: max(step * 0.3, 0.6))
                step *= 1.018
                y += step
            }
        }
        outline(unit * 0.022, unit * 0.007)
        s.stroke(paint.light, 0.5, width: max(unit * 0.0022, 1))
    }

    /// A narrow vase with a flowering twig.
    private static func vase(
        _ scene: inout SceneBuilder, _ vessels: Vessels, _ paint: Paint, x: Double, base: Double,
        scale: Double, _ random: inout SeededRandom
    ) {
        let s = vessels.surface
        let h = scale * 0.26
        let mouth = Point(x, base - h)
        for k in 0..<3 {
            let lean = [-0.55, 0.35, -0.1][k] + random.uniform(-0.12, 0.12)
            let length = scale * random.uniform(0.24, 0.36)
            var p = mouth
            var angle = -Double.pi / 2 + lean * 0.4
            for step in 0..<9 {
                let q = Point(p.x + cos(angle) * length / 9, p.y + sin(angle) * length / 9)
                s.move(p.x, p.y)
                s.line(q.x, q.y)
                s.stroke(paint.bark, width: scale * 0.0075 * (1 - Double(step) / 11))
                angle += lean * 0.11 + random.uniform(-0.16, 0.16)
                p = q
                guard step > 1 else { continue }
                for _ in 0..<2 {
                    flower(
                        s, paint,
                        Point(p.x + random.gauss(0, scale * 0.012), p.y + random.gauss(0, scale * 0.012)),
                        scale * random.uniform(0.009, 0.017), &random)
                }
            }
        }
        vessels.shadow(x: x, y: base, width: scale * 0.12)
        vessels.turned(
            [(0, 0.10), (0.05, 0.085), (0.2, 0.075), (0.45, 0.17), (0.68, 0.22), (0.88, 0.16), (1, 0.13)]
                .map { (at: $0.0, half: $0.1) },
            x: x, base: base, size: h, .init(paint.glaze.mixed(paint.hills, 0.35)))
        s.ellipse(x, mouth.y, h * 0.10, h * 0.022)
        s.fill(paint.glaze.darker(0.55))
    }

    private static func flower(
        _ s: PaintSurface, _ paint: Paint, _ p: Point, _ r: Double, _ random: inout SeededRandom
    ) {
        let turn = random.uniform(0, 2 * .pi)
        let tone = paint.blossom.mixed(random.unit() < 0.5 ? paint.light : paint.leaves[1], 0.25)
        for k in 0..<5 {
            let a = turn + Double(k) * 2 * .pi / 5
            s.ellipse(p.x + cos(a) * r * 0.6, p.y + sin(a) * r * 0.6, r * 0.6, r * 0.45, tilt: a)
            s.fill(tone, 0.95)
        }
        s.circle(p.x, p.y, r * 0.26)
        s.fill(paint.halo.mixed(paint.blossom, 0.3))
    }

    /// A paper lamp on the books, for the night.
    private static func lantern(
        _ scene: inout SceneBuilder, _ paint: Paint, x: Double, base: Double, scale: Double
    ) {
        let s = scene.surface()
        let (w, h) = (scale * 0.12, scale * 0.16)
        let amber = Colour(0xFFC46B)
        s.roundedRectangle(x - w / 2, base - h, w, h, radius: w * 0.18)
        s.fill(
            from: Point(0, base - h), to: Point(0, base),
            [Stop(0, Colour(0xFFE9B8)), Stop(0.55, Colour(0xFFCF7C)), Stop(1, Colour(0xC9742E))])
        for k in 1..<4 {
            s.move(x - w / 2, base - h * Double(k) / 4)
            s.line(x + w / 2, base - h * Double(k) / 4)
            s.stroke(Colour(0x8A4A1E), 0.55, width: max(scale * 0.003, 0.8))
        }
        for y in [base - h, base] {
            s.roundedRectangle(x - w * 0.56, y - scale * 0.007, w * 1.12, scale * 0.014, radius: 3)
            s.fill(Colour(0x3A2114))
        }
        scene.add(s, depth: 0.62)
        let light = scene.surface()
        light.rectangle(light.stage.left, light.stage.top, Double(light.columns), Double(light.rows))
        light.fill(
            around: Point(x, base - h / 2), radius: scale * 0.85,
            [Stop(0, amber, 0.55), Stop(0.18, amber, 0.30), Stop(0.5, amber, 0.09), Stop(1, amber, 0)])
        scene.add(light, depth: 0.6, breath: (low: 0.86, turns: 3, phase: 0.1))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0xE9A45C, 0xF6C079, 0xFFDDA0, 0xFFEFC8].map(Colour.init),
                disc: Colour(0xFFFBE8), halo: Colour(0xFFD58A), hills: Colour(0x9A6A4A),
                haze: Colour(0xFFDFA8),
                leaves: [0x7A2E1E, 0xC9542A, 0xEF8F35, 0xFFD062].map(Colour.init),
                blossom: Colour(0xE8592F), bark: Colour(0x4A2C1C), wallNear: Colour(0xF3DDB6),
                wallFar: Colour(0xA97B4E), frame: Colour(0x7A4A2A), cloth: Colour(0xEBD3A8),
                wood: Colour(0x8E5730), light: Colour(0xFFE6B0), clay: Colour(0x7A3B26),
                glaze: Colour(0xDDE8DC), tea: Colour(0xB9622A)),
            clear: Paint(
                sky: [0x7FC0E6, 0xACDAEE, 0xD6EFEE, 0xF4FAEE].map(Colour.init),
                disc: Colour(0xFFFFF6), halo: Colour(0xFFF6D2), hills: Colour(0x5FA080),
                haze: Colour(0xE2F3E6),
                leaves: [0x2F6B46, 0x5BA25A, 0x9CCB6E, 0xDDEBA0].map(Colour.init),
                blossom: Colour(0xF8A9C4), bark: Colour(0x5A4234), wallNear: Colour(0xF4F2E6),
                wallFar: Colour(0xB4C4B4), frame: Colour(0xA98058), cloth: Colour(0xF6F4EA),
                wood: Colour(0xB98453), light: Colour(0xFFFBEA), clay: Colour(0x5E7F74),
                glaze: Colour(0xF0F4F2), tea: Colour(0xA9B045)),
            deep: Paint(
                sky: [0x081030, 0x122350, 0x22407A, 0x4A6C9E].map(Colour.init),
                disc: Colour(0xF4F6FF), halo: Colour(0x9FBDF0), hills: Colour(0x1A2E56),
                haze: Colour(0x5878A8),
                leaves: [0x16244A, 0x2E4272, 0x6E86B4, 0xD8E4F6].map(Colour.init),
                blossom: Colour(0xF2F0FF), bark: Colour(0x131A30), wallNear: Colour(0x4A4766),
                wallFar: Colour(0x1C1830), frame: Colour(0x3C2A2E), cloth: Colour(0x59527A),
                wood: Colour(0x4E3228), light: Colour(0xBFD2FF), clay: Colour(0x5A2F2A),
                glaze: Colour(0xA9BCC8), tea: Colour(0x9A5426)))
    }
}
