import BatchVideo
import Foundation

extension TeaTableScene {
    /// Pot, cups, books and a vase; a paper lamp at night.
    static func still(
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
            width: scale * 0.27, (0..<3).map { covers[($0 + random.index(4)) % 4] }, random: &random
        )
        let vaseX = stage.x(stage.pick(0.80, portrait: 0.84, square: 0.84))
        vase(&scene, vessels, paint, x: vaseX, base: row, scale: scale, &random)
        vessels.pot(
            x: stage.x(stage.pick(0.36, portrait: 0.40, square: 0.38)), base: row + depth * 0.1,
            width: scale * 0.27, facing: 1,
            .init(
                [paint.clay, paint.glaze.darker(0.12), paint.clay.mixed(paint.hills, 0.6)][
                    random.index(3)]))
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
        lantern(
            &scene, paint, x: stage.x(stage.pick(0.13, portrait: 0.17, square: 0.13)), base: pile,
            scale: scale)
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
                        Point(
                            p.x + random.gauss(0, scale * 0.012),
                            p.y + random.gauss(0, scale * 0.012)),
                        scale * random.uniform(0.009, 0.017), &random)
                }
            }
        }
        vessels.shadow(x: x, y: base, width: scale * 0.12)
        vessels.turned(
            [
                (0, 0.10), (0.05, 0.085), (0.2, 0.075), (0.45, 0.17), (0.68, 0.22), (0.88, 0.16),
                (1, 0.13),
            ]
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
        light.rectangle(
            light.stage.left, light.stage.top, Double(light.columns), Double(light.rows))
        light.fill(
            around: Point(x, base - h / 2), radius: scale * 0.85,
            [
                Stop(0, amber, 0.55), Stop(0.18, amber, 0.30), Stop(0.5, amber, 0.09),
                Stop(1, amber, 0),
            ])
        scene.add(light, depth: 0.6, breath: (low: 0.86, turns: 3, phase: 0.1))
    }
}
