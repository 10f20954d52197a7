import BatchVideo
import Foundation

extension CourtyardScene {
    /// Heights in metres.
    static let plinth = 0.5
    static let eave = 3.4

    /// The main hall: plinth and steps, columns with lattices between them, a roof of grey tiles.
    static func hall(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let court = plan.court
        let (half, z) = (court.half, court.hall)
        let s = scene.surface()
        base(s, paint, court)
        let wall = court.view.front(-half, half, plinth, eave + 0.3, z + 0.5)
        wall.trace(on: s)
        s.fill(paint.brick.mixed(paint.shade, 0.35))
        let bays = scene.stage.pick(5, portrait: 3, square: 3)
        let step = 2 * half / Double(bays)
        for bay in 0..<bays {
            let x = -half + step * Double(bay)
            let isDoor = bay == bays / 2
            self.bay(
                s, paint, court.view.front(x, x + step, plinth, eave - 0.45, z + 0.4), isDoor: isDoor)
        }
        let beam = court.view.front(-half, half, eave - 0.48, eave - 0.02, z + 0.1)
        painted(s, paint, beam, bays: bays)
        for i in 0...bays { column(s, paint, plan, -half + step * Double(i)) }
        let shadow = court.view.front(-half - 0.3, half + 0.3, plinth, eave, z)
        s.rectangle(
            shadow.topLeft.x, shadow.topLeft.y, shadow.topRight.x - shadow.topLeft.x,
            (shadow.bottomLeft.y - shadow.topLeft.y) * 0.6)
        s.fill(
            from: shadow.topLeft, to: Point(shadow.topLeft.x, lerp(shadow.topLeft.y, shadow.bottomLeft.y, 0.6)),
            [Stop(0, paint.shade, 0.62), Stop(0.5, paint.shade, 0.24), Stop(1, paint.shade, 0)])
        TiledRoof(
            slope: Facet(
                topLeft: court.view.at(-half - 0.55, 5.3, z + 3), topRight: court.view.at(half + 0.55, 5.3, z + 3),
                bottomLeft: court.view.at(-half - 0.75, eave, z - 0.8),
                bottomRight: court.view.at(half + 0.75, eave, z - 0.8)),
            columns: scene.stage.pick(52, portrait: 32, square: 40), tile: paint.tile,
            light: paint.light, shade: paint.shade,
            snow: paint.season.hasSnow ? paint.air.seen(Colour(0xF6FAFF)) : nil,
            ridge: court.view.scale(z) * 0.24
        ).paint(on: s)
        scene.add(s, depth: 0.18)
        lamps(&scene, paint, plan, bays: bays)
    }

    private static func base(_ s: PaintSurface, _ paint: Paint, _ court: Court) {
        let (half, z) = (court.half, court.hall)
        let rows: [(Double, Double, Double, Double, Double)] = [
            (half + 0.5, 0, plinth, z - 1.0, 0), (1.55, 0, 0.34, z - 1.3, 0.1),
            (1.55, 0, 0.17, z - 1.65, 0.2),
        ]
        for (wide, low, high, near, tone) in rows {
            let face = court.view.front(-wide, wide, low, high, near)
            let top = Facet(
                topLeft: court.view.at(-wide, high, near + 1.0), topRight: court.view.at(wide, high, near + 1.0),
                bottomLeft: face.topLeft, bottomRight: face.topRight)
            top.trace(on: s)
            s.fill(paint.stone.mixed(paint.light, 0.3 - tone))
            face.trace(on: s)
            s.fill(
                from: face.topLeft, to: face.bottomLeft,
                [Stop(0, paint.stone.mixed(paint.shade, 0.12)), Stop(1, paint.stone.mixed(paint.shade, 0.42))])
            s.move(face.topLeft.x, face.topLeft.y)
            s.line(face.topRight.x, face.topRight.y)
            s.stroke(paint.light, 0.5, width: max(court.view.scale(near) * 0.02, 0.8))
        }
    }

    /// Doors to the floor, or a sill of brick with a window over it.
    private static func bay(_ s: PaintSurface, _ paint: Paint, _ facet: Facet, isDoor: Bool) {
        let inner = facet.part(0.07, 0.02, 0.93, 1)
        if isDoor {
            inner.trace(on: s)
            s.fill(paint.wood.mixed(paint.shade, 0.3))
            for k in 0..<4 {
                let leaf = inner.part(Double(k) / 4 + 0.012, 0.03, Double(k + 1) / 4 - 0.012, 0.985)
                leaf.trace(on: s)
                s.fill(
                    from: leaf.topLeft, to: leaf.bottomRight,
                    [Stop(0, paint.wood.mixed(paint.light, 0.18)), Stop(1, paint.wood.mixed(paint.shade, 0.25))])
                lattice(s, paint, leaf.part(0.14, 0.05, 0.86, 0.62), columns: 3, rows: 6)
                let panel = leaf.part(0.16, 0.70, 0.84, 0.94)
                panel.trace(on: s)
                s.stroke(paint.wood.mixed(paint.light, 0.4), 0.8, width: 1)
            }
            return
        }
        let sill = inner.part(0, 0.66, 1, 1)
        sill.trace(on: s)
        s.fill(
            from: sill.topLeft, to: sill.bottomLeft,
            [Stop(0, paint.brick), Stop(1, paint.brick.mixed(paint.shade, 0.3))])
        courses(s, paint, sill, rows: 7)
        let window = inner.part(0, 0.03, 1, 0.66)
        window.trace(on: s)
        s.fill(paint.wood.mixed(paint.shade, 0.2))
        for k in 0..<2 {
            lattice(
                s, paint, window.part(Double(k) / 2 + 0.03, 0.06, Double(k + 1) / 2 - 0.03, 0.93),
                columns: 5, rows: 5)
        }
    }

    /// Paper behind a lattice of bars around an open middle.
    static func lattice(_ s: PaintSurface, _ paint: Paint, _ f: Facet, columns: Int, rows: Int) {
        f.trace(on: s)
        let glow = Colour(0xFFC66E)
        let paper = paint.paper.mixed(paint.shade, 0.34)
        s.fill(
            from: f.topLeft, to: f.bottomLeft,
            [
                Stop(0, paper.mixed(glow.mixed(paint.shade, 0.25), paint.lamps)),
                Stop(0.65, paper.mixed(paint.light, 0.2).mixed(glow.lighter(0.25), paint.lamps)),
                Stop(1, paper.mixed(glow, paint.lamps)),
            ])
        let inset = f.part(0.2, 0.18, 0.8, 0.82)
        for k in 1..<columns {
            let t = Double(k) / Double(columns)
            for (v0, v1) in [(0.0, 0.18), (0.82, 1.0)] {
                let (a, b) = (f.at(t, v0), f.at(t, v1))
                s.move(a.x, a.y)
                s.line(b.x, b.y)
            }
        }
        for k in 1..<rows {
            let t = Double(k) / Double(rows)
            for (u0, u1) in [(0.0, 0.2), (0.8, 1.0)] {
                let (a, b) = (f.at(u0, t), f.at(u1, t))
                s.move(a.x, a.y)
                s.line(b.x, b.y)
            }
        }
        s.polygon([inset.topLeft, inset.topRight, inset.bottomRight, inset.bottomLeft])
        for (u0, v0, u1, v1) in [(0.5, 0.18, 0.5, 0.82), (0.2, 0.5, 0.8, 0.5)] {
            let (a, b) = (f.at(u0, v0), f.at(u1, v1))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        s.polygon([f.topLeft, f.topRight, f.bottomRight, f.bottomLeft])
        let wide = hypot(f.topRight.x - f.topLeft.x, f.topRight.y - f.topLeft.y)
        s.stroke(paint.wood.mixed(paint.shade, 0.25), width: max(wide * 0.035, 0.8))
    }

    /// Courses of brick, every other one shifted.
    static func courses(_ s: PaintSurface, _ paint: Paint, _ f: Facet, rows: Int, columns: Int = 8) {
        for row in 1..<rows {
            let v = Double(row) / Double(rows)
            let (a, b) = (f.at(0, v), f.at(1, v))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        for row in 0..<rows {
            for k in 0..<columns {
                let u = (Double(k) + (row % 2 == 0 ? 0.25 : 0.75)) / Double(columns)
                let (a, b) = (f.at(u, Double(row) / Double(rows)), f.at(u, Double(row + 1) / Double(rows)))
                s.move(a.x, a.y)
                s.line(b.x, b.y)
            }
        }
        s.stroke(paint.light, 0.17, width: 0.9)
    }

    /// Beams painted in blue and green with a pattern of gold.
    private static func painted(_ s: PaintSurface, _ paint: Paint, _ f: Facet, bays: Int) {
        f.trace(on: s)
        s.fill(
            from: f.topLeft, to: f.bottomLeft,
            [Stop(0, paint.beam.mixed(paint.shade, 0.5)), Stop(1, paint.beam)])
        let gold = paint.air.seen(Colour(0xE6BC5A)).mixed(Colour(0xE6BC5A), 0.3)
        for bay in 0..<bays {
            let (u0, u1) = (Double(bay) / Double(bays), Double(bay + 1) / Double(bays))
            let field = f.part(lerp(u0, u1, 0.3), 0.16, lerp(u0, u1, 0.7), 0.86)
            field.trace(on: s)
            s.fill(paint.column.mixed(paint.shade, 0.25), keep: true)
            s.stroke(gold, width: max((field.topRight.x - field.topLeft.x) * 0.012, 0.8))
            for t in [0.14, 0.22, 0.78, 0.86] {
                let (a, b) = (f.at(lerp(u0, u1, t), 0.2), f.at(lerp(u0, u1, t), 0.8))
                s.move(a.x, a.y)
                s.line(b.x, b.y)
            }
            s.stroke(gold, 0.8, width: 1)
            let c = field.at(0.5, 0.5)
            let r = (field.bottomLeft.y - field.topLeft.y) * 0.3
            s.circle(c.x, c.y, r)
            s.fill(gold, 0.85)
        }
        for v in [0.05, 0.95] {
            let (a, b) = (f.at(0, v), f.at(1, v))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        s.stroke(gold, 0.6, width: 1)
    }

    private static func column(_ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ x: Double) {
        let f = plan.court.view.front(x - 0.15, x + 0.15, plinth, eave - 0.02, plan.court.hall)
        let (w, foot) = (f.topRight.x - f.topLeft.x, f.bottomLeft)
        s.rectangle(f.topLeft.x, f.topLeft.y, w, foot.y - f.topLeft.y)
        let lit = plan.lightSide < 0 ? f.topLeft : f.topRight
        let far = plan.lightSide < 0 ? f.topRight : f.topLeft
        s.fill(
            from: Point(lit.x, 0), to: Point(far.x, 0),
            [
                Stop(0, paint.column), Stop(0.25, paint.column.mixed(paint.light, 0.4)),
                Stop(0.6, paint.column), Stop(1, paint.column.mixed(paint.shade, 0.6)),
            ])
        s.roundedRectangle(foot.x - w * 0.3, foot.y - w * 0.35, w * 1.6, w * 0.5, radius: w * 0.15)
        s.fill(paint.stone.mixed(paint.shade, 0.15))
    }
}
