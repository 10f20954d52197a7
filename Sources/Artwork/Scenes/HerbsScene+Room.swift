import BatchVideo
import Foundation

extension HerbsScene {
    static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: plan.counter + unit * 0.03,
            seed: scene.noiseSeed("wall"))
        lattice(s, paint, o)
        cabinet(s, paint, plan, &random)
        scene.add(s, depth: 0.2)
        let rays = scene.surface()
        Rays.paint(
            paint.light, scene.pick(warm: 0.5, clear: 0.34, deep: 0.14),
            from: Point(o.x - unit * 0.1, o.y - unit * 0.12), reach: unit * 1.35, on: rays,
            seed: scene.noiseSeed("rays"), shafts: 34, bottom: stage.bottom)
        scene.add(rays, depth: 0.24, breath: (low: 0.45, turns: 1, phase: 0))
        let top = scene.surface()
        top.rectangle(stage.left, stage.top, stage.right - stage.left, plan.beam - stage.top)
        top.fill(
            from: Point(0, plan.beam - unit * 0.05), to: Point(0, plan.beam),
            [
                Stop(0, paint.beam.mixed(paint.shade, 0.3)), Stop(0.8, paint.beam),
                Stop(1, paint.beam.mixed(paint.light, 0.3)),
            ])
        for k in 0..<6 {
            let y = lerp(stage.top, plan.beam, (Double(k) + 0.7) / 6)
            top.move(stage.left, y)
            top.curve(
                Point(stage.x(0.3), y + unit * 0.004), Point(stage.x(0.7), y - unit * 0.004),
                to: Point(stage.right, y + unit * 0.002))
        }
        top.stroke(paint.shade, 0.3, width: max(unit * 0.0018, 0.8))
        top.rectangle(stage.left, plan.beam, stage.right - stage.left, unit * 0.03)
        top.fill(
            from: Point(0, plan.beam), to: Point(0, plan.beam + unit * 0.03),
            [Stop(0, paint.shade, 0.4), Stop(1, paint.shade, 0)])
        scene.add(top, depth: 0.5)
    }

    /// A window of wooden bars around a clear middle.
    private static func lattice(_ s: PaintSurface, _ paint: Paint, _ o: Interior.Opening) {
        let unit = s.stage.unit
        let wood = paint.cabinet.mixed(paint.shade, 0.25)
        Interior.frame(wood, light: paint.light, around: o, columns: 1, rows: 1, on: s)
        let (ix, iy) = (o.width * 0.17, o.height * 0.15)
        let (cx, cy) = (o.centre.x, o.centre.y)
        s.rectangle(o.x + ix, o.y + iy, o.width - 2 * ix, o.height - 2 * iy)
        s.rectangle(o.x + ix * 0.5, o.y + iy * 0.5, o.width - ix, o.height - iy)
        for side in [-1.0, 1.0] {
            for t in [-0.36, 0, 0.36] {
                s.move(cx + side * o.width / 2, cy + t * o.height)
                s.line(cx + side * (o.width / 2 - ix), cy + t * o.height)
                s.move(cx + t * o.width, cy + side * o.height / 2)
                s.line(cx + t * o.width, cy + side * (o.height / 2 - iy))
            }
        }
        s.stroke(wood.mixed(paint.shade, 0.35), width: unit * 0.0085, keep: true)
        s.stroke(wood.mixed(paint.light, 0.4), width: unit * 0.003)
    }

    private static func cabinet(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        for shelf in plan.shelves {
            niche(s, paint, plan, shelf.x, shelf.top, shelf.bottom, &random)
        }
        let (x0, y0) = plan.drawers
        s.rectangle(x0, y0, stage.right - x0, plan.counter - y0 + unit * 0.03)
        s.fill(wood(paint, plan, Point(stage.x(0.6), y0)).mixed(paint.shade, 0.3))
        let rows = stage.pick(2, portrait: 3, square: 2)
        let high = (plan.counter - y0) / Double(rows)
        let wide = high * stage.pick(1.28, portrait: 1.3, square: 1.25)
        for row in 0..<rows {
            var x = x0
            while x < stage.right {
                drawer(s, paint, plan, Point(x, y0 + high * Double(row)), wide, high, &random)
                x += wide
            }
        }
    }

    /// The cabinet's wood grows darker away from the window.
    private static func wood(_ paint: Paint, _ plan: Plan, _ p: Point) -> Colour {
        let distance = hypot(p.x - plan.opening.right, p.y - plan.opening.centre.y)
        return paint.cabinet.mixed(paint.light, 0.22 * exp(-distance / 260))
            .mixed(paint.shade, 0.42 * (1 - exp(-distance / 1400)))
    }

    private static func drawer(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ p: Point, _ w: Double, _ h: Double,
        _ random: inout SeededRandom
    ) {
        let front = wood(paint, plan, p).mixed(
            random.unit() < 0.5 ? paint.light : paint.shade, random.uniform(0, 0.07))
        let gap = h * 0.055
        s.rectangle(p.x + gap * 0.4, p.y + gap * 0.4, w - gap * 0.8, h - gap * 0.8)
        s.fill(paint.shade, 0.5)
        let (x, y, dw, dh) = (p.x + gap, p.y + gap, w - gap * 2, h - gap * 2)
        s.roundedRectangle(x, y, dw, dh, radius: h * 0.03)
        s.fill(
            from: Point(x, y), to: Point(x + dw * 0.4, y + dh),
            [
                Stop(0, front.mixed(paint.light, 0.3)), Stop(0.16, front),
                Stop(1, front.mixed(paint.shade, 0.34)),
            ])
        for k in 0..<5 {
            let gy = y + dh * (Double(k) + 0.5 + random.uniform(-0.2, 0.2)) / 5
            s.move(x + dw * 0.03, gy)
            s.curve(
                Point(x + dw * 0.3, gy - dh * 0.03), Point(x + dw * 0.6, gy + dh * 0.04),
                to: Point(x + dw * 0.97, gy))
        }
        s.stroke(paint.shade, 0.14, width: max(h * 0.014, 0.7))
        s.move(x + dw * 0.02, y + 1)
        s.line(x + dw * 0.98, y + 1)
        s.stroke(paint.light, 0.4, width: max(h * 0.016, 0.8))
        // A slip of paper, and a ring of brass.
        let slip = solids(s, paint).seen(0xEAD9B0).mixed(front, 0.22)
        s.rectangle(x + dw * 0.34, y + dh * 0.13, dw * 0.32, dh * 0.26)
        s.fill(slip)
        s.move(x + dw * 0.40, y + dh * 0.26)
        s.line(x + dw * 0.60, y + dh * 0.26)
        s.stroke(front.mixed(paint.shade, 0.5), 0.5, width: max(dh * 0.03, 0.8))
        let c = Point(x + dw / 2, y + dh * 0.60)
        s.circle(c.x, c.y + dh * 0.10 + 1, dh * 0.11)
        s.stroke(paint.shade, 0.5, width: dh * 0.05)
        s.circle(c.x, c.y + dh * 0.10, dh * 0.11)
        s.stroke(paint.brass, width: dh * 0.045)
        s.circle(c.x, c.y, dh * 0.065)
        s.fill(
            around: Point(c.x + lightSide * dh * 0.02, c.y - dh * 0.02), radius: dh * 0.08,
            [Stop(0, paint.brass.mixed(paint.light, 0.6)), Stop(1, paint.brass.mixed(paint.shade, 0.4))])
    }

    /// An open compartment with jars in it.
    private static func niche(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ x0: Double, _ top: Double,
        _ bottom: Double, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        let (width, high) = (stage.right - x0, bottom - top)
        let body = wood(paint, plan, Point(x0 + unit * 0.3, top))
        s.rectangle(x0, top - unit * 0.018, width, high + unit * 0.036)
        s.fill(
            from: Point(x0, 0), to: Point(stage.right, 0),
            [Stop(0, body.mixed(paint.light, 0.16)), Stop(1, body.mixed(paint.shade, 0.25))])
        s.rectangle(x0 + unit * 0.018, top, width, high)
        s.fill(
            from: Point(0, top), to: Point(0, bottom),
            [
                Stop(0, body.mixed(paint.shade, 0.82)), Stop(0.35, body.mixed(paint.shade, 0.62)),
                Stop(1, body.mixed(paint.shade, 0.44)),
            ])
        let jars = Jars(solids: solids(s, paint))
        let contents: [UInt32] = [0xB0342A, 0xE6C67A, 0x7A8F52, 0x8A5A34, 0xD88A44, 0xEADFC6]
        let glazes: [(UInt32, UInt32)] = [
            (0xEEF2F0, 0x2F5C9E), (0x9CBCA8, 0x4E7A66), (0xF0E4CC, 0x9C4A30),
        ]
        var x = x0 + unit * 0.085
        var k = random.index(4)
        while x < stage.right - unit * 0.01 {
            let h = high * random.uniform(0.70, 0.86)
            if k % 4 == 1 {
                jars.glass(
                    at: Point(x, bottom), width: h * 0.60, height: h * 0.92,
                    jars.solids.seen(contents[random.index(contents.count)]),
                    fill: random.uniform(0.55, 0.95), &random)
            } else {
                let glaze = glazes[random.index(3)]
                jars.porcelain(
                    at: Point(x, bottom), height: h, Jars.Form.allCases[random.index(3)],
                    jars.solids.seen(glaze.0), brush: jars.solids.seen(glaze.1))
            }
            x += high * random.uniform(0.70, 0.84)
            k += 1
        }
        s.rectangle(x0, bottom, width, unit * 0.018)
        s.fill(
            from: Point(0, bottom), to: Point(0, bottom + unit * 0.018),
            [Stop(0, body.mixed(paint.light, 0.4)), Stop(1, body.mixed(paint.shade, 0.3))])
    }
}
