import BatchVideo
import Foundation

extension BookLampScene {
    /// The book with one loose leaf, the lamp, and what a reader has about.
    static func still(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let k = plan.scale
        let back = scene.surface()
        let things = solids(back, paint)
        let vessels = Vessels(surface: back, lightSide: lightSide, rim: paint.light)
        let row = plan.lampFoot.y
        let pileX = stage.x(stage.pick(0.155, portrait: 0.20, square: 0.155))
        let start = random.index(paint.spines.count)
        let pile = vessels.books(
            x: pileX, base: row + k * 0.02, width: k * 0.26,
            (0..<3 + random.index(2)).map { paint.spines[(start + $0) % 6].times(paint.tone) },
            random: &random)
        onPile(things, Point(pileX, pile), k, &random)
        pencils(
            things, Point(stage.x(stage.pick(0.29, portrait: 0.40, square: 0.315)), row - k * 0.005),
            k * 0.17, paint, &random)
        lamp(things, paint, plan)
        scene.add(back, depth: 0.5)

        let front = scene.surface()
        let book = OpenBook(
            centre: plan.book, width: plan.bookWidth,
            depth: plan.bookWidth * stage.pick(0.27, portrait: 0.34, square: 0.29),
            paper: Colour(0xF8EDD6).times(paint.tone).mixed(paint.glow, 0.2 * paint.strength),
            cover: paint.spines[random.index(3)].times(paint.tone),
            ink: Colour(0x4A3A30).mixed(paint.shade, 0.3), light: paint.light, shade: paint.shade,
            lightSide: lightSide)
        book.paint(on: front, random: &random)
        let cup = Point(
            stage.x(stage.pick(0.70, portrait: 0.62, square: 0.755)),
            stage.pick(plan.book.y - k * 0.005, portrait: row + k * 0.03, square: plan.book.y - k * 0.02))
        let steam = mug(solids(front, paint), cup, k * 0.12, paint, &random)
        pen(solids(front, paint), paint, plan)
        scene.add(front, depth: 0.6)
        leaf(&scene, book)
        scene.add(
            SteamLayer(
                from: steam, breadth: k * 0.042, rise: k * 0.30, colour: paint.light.lighter(0.5),
                alpha: scene.pick(warm: 0.55, clear: 0.6, deep: 0.44), lean: 0.06, depth: 0.6))
    }

    /// The draught from the window plays with one page.
    private static func leaf(_ scene: inout SceneBuilder, _ book: OpenBook) {
        scene.add(
            LiveLayer { surface, moment in
                let shift = moment.shift(0.6, surface.stage)
                let gust = 0.5 - 0.5 * wave(moment.phase + 0.25)
                let flutter = 0.12 * wave(5 * moment.phase) + 0.08 * wave(8 * moment.phase + 0.3)
                let lift = gust * (0.55 + flutter)
                surface.isolated {
                    surface.translate(shift.x, shift.y)
                    book.outline(1, drop: book.width * 0.002, on: surface)
                    surface.fill(book.shade, 0.34 * lift)
                    book.page(1, lift: lift, on: surface)
                    for row in 0..<13 {
                        let v = 0.10 + 0.82 * Double(row) / 12
                        surface.spline(
                            (0...6).map { book.point(1, 0.13 + 0.75 * Double($0) / 6, v, lift: lift) })
                    }
                    surface.stroke(book.ink, 0.42, width: max(book.depth * 0.015, 0.9))
                }
            })
    }

    private static func onPile(
        _ solids: Solids, _ p: Point, _ k: Double, _ random: inout SeededRandom
    ) {
        let produce = Produce(solids: solids)
        if random.unit() < 0.5 {
            produce.apple(
                at: Point(p.x - k * 0.02, p.y), radius: k * 0.048, random.unit() < 0.6 ? 0xC8342C : 0x9CB848)
            return
        }
        let s = solids.surface
        for i in 0..<9 {
            let lean = (Double(i) - 4) * 0.16 + random.uniform(-0.08, 0.08)
            produce.sprig(
                from: Point(p.x + lean * k * 0.04, p.y - k * 0.07),
                to: Point(p.x + lean * k * 0.17, p.y - k * random.uniform(0.15, 0.21)),
                leaf: k * 0.028, solids.seen(0x5C9250), &random)
        }
        let pot = solids.seen(0xD8C8B0)
        s.polygon([
            Point(p.x - k * 0.05, p.y - k * 0.085), Point(p.x + k * 0.05, p.y - k * 0.085),
            Point(p.x + k * 0.038, p.y), Point(p.x - k * 0.038, p.y),
        ])
        s.fill(
            from: Point(p.x + lightSide * k * 0.05, 0), to: Point(p.x - lightSide * k * 0.05, 0),
            [Stop(0, pot), Stop(0.3, pot.mixed(solids.light, 0.4)), Stop(1, pot.mixed(solids.shade, 0.55))])
    }

    private static func pencils(
        _ solids: Solids, _ p: Point, _ h: Double, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let s = solids.surface
        let colours: [UInt32] = [0xE0B040, 0xC0483A, 0x4A7E9A, 0x6A8A4E, 0x8A5A34]
        solids.shadow(p.x, p.y, h * 0.3, 0.55)
        for i in 0..<5 {
            let lean = (Double(i) - 2) * 0.13 + random.uniform(-0.05, 0.05)
            let foot = Point(p.x + lean * h * 0.3, p.y - h * 0.3)
            let reach = h * random.uniform(0.62, 0.86)
            let (ux, uy) = (sin(lean), -cos(lean))
            solids.spindle(
                solids.seen(colours[i]),
                axis: { Point(foot.x + ux * reach * $0, foot.y + uy * reach * $0) },
                half: { h * 0.024 * (1 - smoothstep(0.86, 1, $0)) + 0.3 }, gloss: 0.3)
        }
        s.rectangle(p.x - h * 0.22, p.y - h * 0.56, h * 0.44, h * 0.56)
        let cup = solids.seen(0x8FA6A8)
        s.fill(
            from: Point(p.x + lightSide * h * 0.22, 0), to: Point(p.x - lightSide * h * 0.22, 0),
            [Stop(0, cup), Stop(0.28, cup.mixed(solids.light, 0.5)), Stop(1, cup.mixed(solids.shade, 0.6))])
        s.ellipse(p.x, p.y, h * 0.22, h * 0.045)
        s.fill(cup.mixed(solids.shade, 0.35))
        s.ellipse(p.x, p.y - h * 0.56, h * 0.22, h * 0.05)
        s.stroke(cup.mixed(solids.light, 0.5), width: max(h * 0.014, 0.8))
    }

    /// A mug with a handle; returns where it steams.
    private static func mug(
        _ solids: Solids, _ p: Point, _ w: Double, _ paint: Paint, _ random: inout SeededRandom
    ) -> Point {
        let s = solids.surface
        let h = w * 0.95
        let glaze = solids.seen([0xE9E2D2, 0xC4654A, 0x5E8CA0][random.index(3)])
        solids.shadow(p.x, p.y, w * 0.62, 0.6)
        for (width, tint) in [(0.12, glaze.mixed(solids.shade, 0.45)), (0.06, glaze.mixed(solids.light, 0.2))] {
            s.move(p.x + w * 0.44, p.y - h * 0.76)
            s.curve(
                Point(p.x + w * 0.86, p.y - h * 0.84), Point(p.x + w * 0.82, p.y - h * 0.16),
                to: Point(p.x + w * 0.40, p.y - h * 0.22))
            s.stroke(tint, width: w * width)
        }
        s.move(p.x - w * 0.5, p.y - h)
        s.line(p.x - w * 0.46, p.y - h * 0.08)
        s.curve(
            Point(p.x - w * 0.44, p.y + h * 0.08), Point(p.x + w * 0.44, p.y + h * 0.08),
            to: Point(p.x + w * 0.46, p.y - h * 0.08))
        s.line(p.x + w * 0.5, p.y - h)
        s.close()
        s.fill(
            from: Point(p.x + lightSide * w * 0.5, 0), to: Point(p.x - lightSide * w * 0.5, 0),
            [
                Stop(0, glaze), Stop(0.22, glaze.mixed(solids.light, 0.5)), Stop(0.5, glaze),
                Stop(1, glaze.mixed(solids.shade, 0.55)),
            ])
        s.ellipse(p.x, p.y - h, w * 0.5, w * 0.14)
        s.fill(glaze.mixed(solids.light, 0.35))
        s.ellipse(p.x, p.y - h + w * 0.008, w * 0.44, w * 0.115)
        s.fill(glaze.mixed(solids.shade, 0.5))
        s.ellipse(p.x, p.y - h + w * 0.03, w * 0.42, w * 0.095)
        s.fill(solids.seen(0x7A4420))
        solids.shine(Point(p.x + lightSide * w * 0.12, p.y - h + w * 0.02), w * 0.14, w * 0.03, 0.6)
        return Point(p.x, p.y - h)
    }

    private static func pen(_ solids: Solids, _ paint: Paint, _ plan: Plan) {
        let stage = solids.surface.stage
        let k = plan.scale
        let p = Point(
            stage.x(stage.pick(0.72, portrait: 0.70, square: 0.72)),
            plan.book.y + plan.bookWidth * stage.pick(0.17, portrait: 0.26, square: 0.20))
        solids.shadow(p.x, p.y + k * 0.012, k * 0.13, flat: 0.10, 0.5)
        solids.spindle(
            solids.seen(0x26303E), axis: { Point(p.x + k * 0.24 * ($0 - 0.5), p.y - k * 0.05 * ($0 - 0.5)) },
            half: { k * (0.0095 - 0.002 * abs($0 - 0.6)) * smoothstep(0, 0.16, $0) + 0.5 }, gloss: 0.6)
        for t in [0.16, 0.62] {
            solids.surface.move(p.x + k * 0.24 * (t - 0.5), p.y - k * 0.05 * (t - 0.5) - k * 0.008)
            solids.surface.line(p.x + k * 0.24 * (t - 0.5), p.y - k * 0.05 * (t - 0.5) + k * 0.008)
        }
        solids.surface.stroke(solids.seen(0xE0B860), width: max(k * 0.005, 1))
    }

    /// A desk lamp with a jointed arm, its shade turned to the book.
    private static func lamp(_ solids: Solids, _ paint: Paint, _ plan: Plan) {
        let s = solids.surface
        let (k, foot, head) = (plan.scale, plan.lampFoot, plan.lampHead)
        let brass = solids.seen(0xC8A05A)
        solids.shadow(foot.x, foot.y, k * 0.11, 0.6)
        s.ellipse(foot.x, foot.y, k * 0.095, k * 0.026)
        s.fill(paint.lamp.mixed(solids.shade, 0.5))
        s.ellipse(foot.x, foot.y - k * 0.014, k * 0.095, k * 0.026)
        s.fill(
            from: Point(foot.x - k * 0.09, 0), to: Point(foot.x + k * 0.09, 0),
            [Stop(0, paint.lamp.mixed(solids.light, 0.45)), Stop(1, paint.lamp.mixed(solids.shade, 0.4))])
        let elbow = Point(foot.x + k * 0.055, lerp(foot.y, head.y, 0.70))
        let wrist = Point(head.x + k * 0.045, head.y - k * 0.135)
        for (a, b) in [(Point(foot.x, foot.y - k * 0.02), elbow), (elbow, wrist)] {
            for (width, tint, off) in [
                (0.020, brass.mixed(solids.shade, 0.55), 0.0), (0.013, brass, 0),
                (0.004, brass.mixed(solids.light, 0.7), -0.003),
            ] {
                s.move(a.x + off * k, a.y)
                s.line(b.x + off * k, b.y)
                s.stroke(tint, width: k * width)
            }
        }
        solids.ball(brass, at: elbow, radius: k * 0.019, gloss: 0.6)
        shade(solids, paint, head, k)
        solids.ball(brass, at: wrist, radius: k * 0.016, gloss: 0.6)
    }

    private static func shade(_ solids: Solids, _ paint: Paint, _ head: Point, _ k: Double) {
        let s = solids.surface
        s.isolated {
            s.translate(head.x, head.y)
            s.rotate(0.42)
            s.ellipse(0, 0, k * 0.118, k * 0.036)
            s.fill(
                around: Point(0, 0), radius: k * 0.12,
                [
                    Stop(0, Colour(0xFFFBEA)), Stop(0.4, paint.glow.lighter(0.4)),
                    Stop(1, paint.glow.mixed(paint.lamp, 0.3)),
                ])
            s.move(-k * 0.12, 0)
            s.curve(
                Point(-k * 0.11, -k * 0.09), Point(-k * 0.06, -k * 0.125), to: Point(-k * 0.03, -k * 0.145))
            s.line(k * 0.03, -k * 0.145)
            s.curve(
                Point(k * 0.06, -k * 0.125), Point(k * 0.11, -k * 0.09), to: Point(k * 0.12, 0))
            s.curve(Point(k * 0.07, k * 0.018), Point(-k * 0.07, k * 0.018), to: Point(-k * 0.12, 0))
            s.close()
            solids.bulge(paint.lamp, around: Point(0, -k * 0.05), radius: k * 0.125, gloss: 0.6)
            s.move(-k * 0.12, 0)
            s.curve(Point(-k * 0.07, k * 0.02), Point(k * 0.07, k * 0.02), to: Point(k * 0.12, 0))
            s.stroke(paint.glow.lighter(0.4), 0.9, width: max(k * 0.006, 1.2))
        }
    }
}
