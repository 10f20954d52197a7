import BatchVideo
import Foundation

extension ClassroomScene {
    /// Floor, ceiling and walls with what hangs on them.
    static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (v, unit) = (plan.view, scene.stage.unit)
        let s = scene.surface()
        let brush = RoomBrush(view: v, surface: s, light: paint.light)
        brush.floor(paint.floor, board: 0.15, gloss: paint.gloss, seed: scene.noiseSeed("floor"))
        let (l, r, d, h) = (-v.left, v.right, v.depth, v.height)
        let near = 0.5
        brush.face(
            [(l, h, d), (r, h, d), (r, h, near), (l, h, near)], paint.ceiling,
            paint.ceiling.mixed(paint.shade, 0.45))
        // The front wall is brightest beside the windows.
        brush.face([(l, h, d), (l, 0, d), (r, 0, d), (r, h, d)], paint.wallNear, paint.wallFar)
        brush.face(
            [(r, h, d), (r, h, near), (r, 0, near), (r, 0, d)], paint.wallNear.mixed(paint.wallFar, 0.45),
            paint.wallFar.mixed(paint.shade, 0.4))
        brush.face(
            [(l, h, d), (l, h, near), (l, 0, near), (l, 0, d)],
            paint.wallFar.mixed(paint.wallNear, paint.isLampLit ? 0.4 : 0.25),
            paint.wallFar.mixed(paint.shade, 0.4))
        panels(brush, paint, plan)
        let paper = NoiseField(
            width: s.columns / 4, height: s.rows / 4, .init(cells: 34, octaves: 4),
            seed: scene.noiseSeed("plaster"))
        s.mottle(paper, strength: 0.05, bottom: v.place(0, 0, v.depth).y)
        blackboard(brush, paint, plan, scene.random("chalk"))
        clock(brush, paint, x: boardMiddle(plan), y: plan.view.height - 0.36)
        wallBoard(brush, paint, plan, &random)
        windows(brush, paint, plan)
        scene.add(s, depth: 0.18)
        sill(&scene, paint, plan, unit, &random)
    }

    static func boardMiddle(_ plan: Plan) -> Double { (plan.view.right - plan.view.left) / 2 }

    /// A painted lower wall, a skirting board, shade in the corners.
    private static func panels(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let v = plan.view
        let (l, r, d, rail) = (-v.left, v.right, v.depth, 0.82)
        for (corners, dark) in [
            ([(l, 0.0, d), (r, 0.0, d), (r, rail, d), (l, rail, d)], 0.0),
            ([(r, 0.0, d), (r, 0.0, 0.5), (r, rail, 0.5), (r, rail, d)], 0.12),
            ([(l, 0.0, d), (l, 0.0, 0.5), (l, rail, 0.5), (l, rail, d)], 0.22),
        ] {
            let tone = paint.panel.darker(dark)
            b.face(corners.map { (x: $0.0, y: $0.1, z: $0.2) }, tone.darker(0.1), tone)
        }
        let thin = max(b.surface.stage.unit * 0.0028, 1)
        for y in [rail, 0.10] {
            b.line((l, y, d), (r, y, d), paint.panel.mixed(paint.light, 0.55), width: thin)
            b.line((r, y, d), (r, y, 0.5), paint.panel.mixed(paint.light, 0.35), width: thin)
            b.line((l, y, d), (l, y, 0.5), paint.panel.darker(0.25), width: thin)
        }
        for x in [l, r] {
            b.line((x, 0, d), (x, v.height, d), paint.shade, 0.35, width: thin * 1.6)
        }
        b.line((l, 0, d), (r, 0, d), paint.shade, 0.5, width: thin * 1.6)
        b.line((l, v.height, d), (r, v.height, d), paint.shade, 0.3, width: thin * 1.4)
        b.line((l, v.height, d), (l, v.height, 0.5), paint.shade, 0.3, width: thin * 1.4)
        b.line((r, v.height, d), (r, v.height, 0.5), paint.shade, 0.3, width: thin * 1.4)
    }

    private static func clock(_ b: RoomBrush, _ paint: Paint, x: Double, y: Double) {
        let c = b.view.place(x, y, b.view.depth)
        let r = b.view.scale(b.view.depth) * 0.17
        let s = b.surface
        s.circle(c.x + r * 0.1, c.y + r * 0.14, r)
        s.fill(.black, 0.22)
        s.circle(c.x, c.y, r)
        s.fill(paint.frame.darker(0.2))
        s.circle(c.x, c.y, r * 0.86)
        s.fill(
            from: Point(c.x - r, c.y - r), to: Point(c.x + r, c.y + r),
            [Stop(0, paint.light.lighter(0.5)), Stop(1, paint.wallNear)])
        for k in 0..<12 {
            let a = Double(k) / 12 * 2 * .pi
            s.move(c.x + cos(a) * r * 0.68, c.y + sin(a) * r * 0.68)
            s.line(c.x + cos(a) * r * 0.78, c.y + sin(a) * r * 0.78)
        }
        s.stroke(paint.frame.darker(0.5), width: max(r * 0.05, 0.6))
        for (a, long, width) in [(-0.9, 0.44, 0.08), (0.75, 0.64, 0.05)] {
            s.move(c.x, c.y)
            s.line(c.x + sin(a) * r * long, c.y - cos(a) * r * long)
            s.stroke(paint.frame.darker(0.65), width: max(r * width, 0.8))
        }
    }

    /// Pupils' pictures on the right wall, and a low shelf with books under them.
    private static func wallBoard(
        _ b: RoomBrush, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (x, v) = (plan.view.right, plan.view)
        let (z0, z1, y0, y1) = (3.0, 5.5, 1.15, 2.3)
        b.face([(x, y1, z1), (x, y1, z0), (x, y0, z0), (x, y0, z1)], paint.frame, paint.frame.darker(0.3))
        b.face(
            [
                (x, y1 - 0.05, z1 - 0.05), (x, y1 - 0.05, z0 + 0.05), (x, y0 + 0.05, z0 + 0.05),
                (x, y0 + 0.05, z1 - 0.05),
            ],
            paint.cork, paint.cork.darker(0.22))
        for row in 0..<2 {
            for k in 0..<4 {
                let z = z0 + 0.16 + 0.58 * Double(k) + random.uniform(0, 0.05)
                let y = y0 + 0.13 + 0.49 * Double(row) + random.uniform(0, 0.04)
                let tone = paint.papers[random.index(paint.papers.count)]
                let sheet = [(x, y + 0.38, z + 0.46), (x, y + 0.38, z), (x, y, z), (x, y, z + 0.46)]
                    .map { (x: $0.0, y: $0.1, z: $0.2) }
                b.face(sheet, tone.mixed(paint.light, 0.25), tone.darker(0.12))
                let ink = paint.papers[(random.index(paint.papers.count))].darker(0.4)
                let hill = [0.0, 0.12, 0.24, 0.36, 0.46].map { dz in
                    v.place(x, y + 0.08 + random.uniform(0, 0.14), z + 0.46 - dz)
                }
                b.surface.spline(hill)
                b.surface.line(v.place(x, y + 0.02, z).x, v.place(x, y + 0.02, z).y)
                b.surface.line(v.place(x, y + 0.02, z + 0.46).x, v.place(x, y + 0.02, z + 0.46).y)
                b.surface.close()
                b.surface.fill(ink, 0.6)
                let sun = v.place(x, y + 0.29, z + random.uniform(0.12, 0.34))
                b.surface.circle(sun.x, sun.y, v.scale(z) * 0.035)
                b.surface.fill(ink.mixed(paint.light, 0.45))
            }
        }
        shelf(b, paint, x, &random)
    }

    private static func shelf(
        _ b: RoomBrush, _ paint: Paint, _ x: Double, _ random: inout SeededRandom
    ) {
        let (z0, z1, front) = (3.3, 5.2, x - 0.3)
        b.shadow(x: x - 0.2, z: 4, reach: 0.9, 0.3)
        b.face(
            [(front, 0.72, z1), (front, 0.72, z0), (front, 0, z0), (front, 0, z1)],
            paint.frame.darker(0.5), paint.frame.darker(0.6))
        for row in 0..<2 {
            var z = z0 + 0.06
            while z < z1 - 0.14 {
                let thick = random.uniform(0.03, 0.06)
                let tall = random.uniform(0.2, 0.28)
                let foot = 0.05 + 0.34 * Double(row)
                let cover = paint.papers[random.index(paint.papers.count)].mixed(paint.shade, 0.25)
                b.face(
                    [
                        (front, foot + tall, z + thick), (front, foot + tall, z), (front, foot, z),
                        (front, foot, z + thick),
                    ],
                    cover.mixed(paint.light, 0.15), cover.darker(0.25))
                z += thick + (random.unit() < 0.12 ? 0.10 : 0.005)
            }
            b.line(
                (front, 0.04 + 0.34 * Double(row), z0), (front, 0.04 + 0.34 * Double(row), z1),
                paint.frame.mixed(paint.light, 0.2), width: b.view.scale(z0) * 0.02)
        }
        b.face(
            [(front, 0.74, z1), (x, 0.74, z1), (x, 0.74, z0), (front, 0.74, z0)],
            paint.frame.mixed(paint.light, 0.4), paint.frame.mixed(paint.light, 0.15))
        b.face(
            [(front, 0.74, z0), (x, 0.74, z0), (x, 0, z0), (front, 0, z0)], paint.frame,
            paint.frame.darker(0.35))
        b.line(
            (front, 0.74, z0), (front, 0.74, z1), paint.light, 0.4,
            width: max(b.view.scale(z0) * 0.006, 0.8))
    }
}
