import BatchVideo
import Foundation

extension KitchenScene {
    /// Plaster above, tiles below, the window's frame, a shelf and a rail.
    static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: plan.counter + unit * 0.03,
            seed: scene.noiseSeed("wall"))
        tiles(s, paint, plan, &random)
        Interior.frame(
            paint.frame, light: paint.light, around: o,
            columns: stage.pick(2, portrait: 3, square: 2), rows: 1 + random.index(2), on: s)
        shelf(s, paint, plan, &random)
        scene.add(s, depth: 0.2)
        sill(&scene, paint, plan, &random)
        rail(&scene, paint, plan, &random)
        let rays = scene.surface()
        Rays.paint(
            paint.light, scene.pick(warm: 0.28, clear: 0.22, deep: 0.07),
            from: Point(o.x + o.width * 0.2, o.y - unit * 0.06), reach: unit * 1.1, on: rays,
            seed: scene.noiseSeed("rays"), bottom: stage.bottom)
        scene.add(rays, depth: 0.2, breath: (low: 0.5, turns: 1, phase: 0))
    }

    private static func tiles(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let (unit, o) = (stage.unit, plan.opening)
        let high = (plan.counter - plan.tiles) / ((plan.counter - plan.tiles) / (unit * 0.062)).rounded()
        let wide = high * 1.05
        s.isolated {
            s.rectangle(stage.left, plan.tiles, o.x - stage.left, o.bottom - plan.tiles)
            s.rectangle(o.right, plan.tiles, stage.right - o.right, o.bottom - plan.tiles)
            s.rectangle(
                stage.left, max(o.bottom, plan.tiles), stage.right - stage.left, stage.height)
            s.clip()
            s.rectangle(stage.left, plan.tiles, stage.right - stage.left, plan.counter - plan.tiles + 4)
            s.fill(paint.wallFar.mixed(paint.shade, 0.2))
            var row = 0
            var y = plan.tiles
            while y < plan.counter {
                var x = stage.left - wide * (row % 2 == 0 ? 0 : 0.5)
                while x < stage.right {
                    tile(s, paint, plan, Point(x, y), wide, high, &random)
                    x += wide
                }
                y += high
                row += 1
            }
        }
        s.rectangle(stage.left, plan.tiles - unit * 0.012, o.x - stage.left, unit * 0.014)
        s.rectangle(o.right, plan.tiles - unit * 0.012, stage.right - o.right, unit * 0.014)
        s.fill(
            from: Point(0, plan.tiles - unit * 0.012), to: Point(0, plan.tiles + unit * 0.002),
            [Stop(0, paint.tile.mixed(paint.light, 0.5)), Stop(1, paint.tile.mixed(paint.shade, 0.4))])
    }

    private static func tile(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ p: Point, _ w: Double, _ h: Double,
        _ random: inout SeededRandom
    ) {
        let o = plan.opening
        let c = Point(p.x + w / 2, p.y + h / 2)
        let reach = max(s.stage.width, s.stage.height) * 0.8
        let near = hypot(c.x - o.centre.x, c.y - o.centre.y) / reach
        let base = paint.tile.mixed(paint.wallFar, min(near * 0.95, 0.85))
            .mixed(random.unit() < 0.5 ? paint.light : paint.shade, random.uniform(0, 0.07))
        let gap = max(h * 0.035, 0.8)
        s.roundedRectangle(p.x + gap, p.y + gap, w - 2 * gap, h - 2 * gap, radius: h * 0.08)
        s.fill(
            from: Point(p.x, p.y), to: Point(p.x + w * 0.6, p.y + h),
            [
                Stop(0, base.mixed(paint.light, 0.30)), Stop(0.3, base),
                Stop(1, base.mixed(paint.shade, 0.12)),
            ])
        guard random.unit() < 0.11 else { return }
        for k in 0..<4 {
            let a = Double(k) * .pi / 2 + .pi / 4
            s.leaf(c.x + cos(a) * h * 0.17, c.y + sin(a) * h * 0.17, h * 0.15, h * 0.06, tilt: a)
        }
        s.circle(c.x, c.y, h * 0.05)
        s.fill(paint.motif.mixed(paint.wallFar, near * 0.6), 0.6)
    }

    private static func shelf(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        guard stage.shape != .portrait else { return }
        let unit = stage.unit
        let (x0, x1) = (
            stage.x(stage.pick(0.665, portrait: 0, square: 0.70)), stage.right + unit * 0.02
        )
        let y = stage.y(stage.pick(0.285, portrait: 0, square: 0.30))
        let jars = Jars(solids: solids(s, paint))
        let contents: [UInt32] = [0xC8462E, 0xE9C46A, 0x6A8F4E, 0x8A5A34, 0xF1E3C6, 0x3E2A22]
        var x = x0 + unit * 0.055
        var k = random.index(3)
        while x < stage.right - unit * 0.02 {
            let h = unit * random.uniform(0.105, 0.145)
            switch k % 3 {
            case 0:
                jars.glass(
                    at: Point(x, y), width: h * 0.62, height: h,
                    solids(s, paint).seen(contents[random.index(contents.count)]),
                    fill: random.uniform(0.5, 0.95), &random)
            case 1:
                jars.porcelain(
                    at: Point(x, y), height: h * 1.12, Jars.Form.allCases[random.index(3)],
                    solids(s, paint).seen(0xEEF2F2), brush: solids(s, paint).seen(0x345C9C))
            default:
                bowls(Point(x, y), unit * 0.105, paint, s)
            }
            x += unit * random.uniform(0.115, 0.14)
            k += 1
        }
        let thick = unit * 0.02
        s.rectangle(x0, y, x1 - x0, thick)
        s.fill(
            from: Point(0, y), to: Point(0, y + thick),
            [
                Stop(0, paint.frame.mixed(paint.light, 0.45)), Stop(0.3, paint.frame),
                Stop(1, paint.frame.mixed(paint.shade, 0.5)),
            ])
        s.rectangle(x0, y + thick, x1 - x0, unit * 0.028)
        s.fill(
            from: Point(0, y + thick), to: Point(0, y + thick + unit * 0.028),
            [Stop(0, paint.shade, 0.34), Stop(1, paint.shade, 0)])
    }

    private static func bowls(_ p: Point, _ w: Double, _ paint: Paint, _ s: PaintSurface) {
        let ware = Kitchenware(solids: solids(s, paint))
        let glaze = ware.solids.seen(0xE4ECEA)
        for k in 0..<3 {
            _ = ware.bowl(
                at: Point(p.x, p.y - w * 0.14 * Double(k)), width: w, glaze,
                band: ware.solids.seen(k == 1 ? 0x9C4030 : 0x3A6296))
        }
    }

    /// Pots of herbs on the window sill.
    private static func sill(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (unit, o) = (scene.stage.unit, plan.opening)
        let s = scene.surface()
        let produce = Produce(solids: solids(s, paint))
        let count = scene.stage.pick(3, portrait: 3, square: 3)
        for k in 0..<count {
            let x = o.x + o.width * (0.14 + 0.72 * (Double(k) + random.uniform(-0.14, 0.14)) / Double(count - 1))
            let (base, w) = (o.bottom + unit * 0.006, unit * random.uniform(0.062, 0.076))
            let leaf = [0x5C9A42, 0x7AA85A, 0x4A8A56][k % 3] as UInt32
            for i in 0..<7 {
                let lean = (Double(i) - 3) * 0.2 + random.uniform(-0.1, 0.1)
                produce.sprig(
                    from: Point(x + lean * w * 0.4, base - w * 0.8),
                    to: Point(x + lean * w * 1.5, base - w * random.uniform(1.5, 2.1)),
                    leaf: w * 0.3, produce.solids.seen(leaf), &random)
            }
            pot(at: Point(x, base), width: w, produce.solids, [0xB86A42, 0xE6E2D6, 0x7E98A0][k % 3])
        }
        scene.add(
            s, depth: 0.22,
            .sway(
                pivot: o.bottom - unit * 0.04, reach: unit * 0.16, pixels: unit * 0.006, turns: 2,
                phase: 0.4))
    }

    private static func pot(at p: Point, width w: Double, _ solids: Solids, _ hex: UInt32) {
        let s = solids.surface
        let clay = solids.seen(hex)
        let (lit, far) = (
            Point(p.x + solids.lightSide * w / 2, 0), Point(p.x - solids.lightSide * w / 2, 0)
        )
        let stops = [
            Stop(0, clay), Stop(0.28, clay.mixed(solids.light, 0.4)), Stop(0.6, clay),
            Stop(1, clay.mixed(solids.shade, 0.55)),
        ]
        s.polygon([
            Point(p.x - w * 0.46, p.y - w * 0.78), Point(p.x + w * 0.46, p.y - w * 0.78),
            Point(p.x + w * 0.34, p.y), Point(p.x - w * 0.34, p.y),
        ])
        s.fill(from: lit, to: far, stops)
        s.roundedRectangle(p.x - w * 0.52, p.y - w * 0.92, w * 1.04, w * 0.22, radius: w * 0.05)
        s.fill(from: lit, to: far, stops)
    }
}
