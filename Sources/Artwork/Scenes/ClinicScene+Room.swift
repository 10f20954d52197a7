import BatchVideo
import Foundation

extension ClinicScene {
    static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let v = plan.view
        let s = scene.surface()
        let brush = RoomBrush(view: v, surface: s, light: paint.light)
        brush.floor(paint.floor, board: 0.18, gloss: paint.gloss, seed: scene.noiseSeed("floor"))
        walls(brush, paint, plan)
        let paper = NoiseField(
            width: s.columns / 4, height: s.rows / 4, .init(cells: 30, octaves: 4),
            seed: scene.noiseSeed("plaster"))
        s.mottle(paper, strength: 0.02, bottom: v.place(0, 0, v.depth).y)
        ceilingLight(brush, paint, plan)
        let w = plan.window
        brush.cut([
            (w.left, w.high, v.depth), (w.right, w.high, v.depth), (w.right, w.low, v.depth),
            (w.left, w.low, v.depth),
        ])
        Interior.frame(
            paint.frame, light: paint.light, around: plan.opening,
            columns: scene.stage.pick(3, portrait: 2, square: 3), rows: 1 + random.index(2), on: s)
        for (k, x) in plan.pictures.enumerated() {
            picture(brush, paint, x: x, kind: (k + random.index(3)) % 3, &random)
        }
        cabinet(brush, paint, plan, &random)
        shelves(brush, paint, plan, &random)
        scene.add(s, depth: 0.17)
        plants(&scene, paint, plan, &random)
    }

    private static func walls(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let v = plan.view
        let (l, r, d, h, near) = (-v.left, v.right, v.depth, v.height, 0.5)
        b.face(
            [(l, h, d), (r, h, d), (r, h, near), (l, h, near)], paint.ceiling,
            paint.ceiling.mixed(paint.shade, 0.3))
        b.face(
            [(l, h, d), (r, h, d), (r, 0, d), (l, 0, d)], paint.wallNear,
            paint.wallNear.mixed(paint.wallFar, 0.55))
        b.face(
            [(l, h, d), (l, h, near), (l, 0, near), (l, 0, d)],
            paint.wallNear.mixed(paint.wallFar, 0.35), paint.wallFar.mixed(paint.shade, 0.2))
        b.face(
            [(r, h, d), (r, h, near), (r, 0, near), (r, 0, d)],
            paint.wallNear.mixed(paint.wallFar, 0.15), paint.wallFar.mixed(paint.shade, 0.1))
        // A band of colour round the room.
        let (low, high) = (0.0, 0.78)
        for (corners, dark) in [
            ([(l, low, d), (r, low, d), (r, high, d), (l, high, d)], 0.0),
            ([(r, low, d), (r, low, near), (r, high, near), (r, high, d)], 0.05),
            ([(l, low, d), (l, low, near), (l, high, near), (l, high, d)], 0.14),
        ] {
            let tone = paint.panel.darker(dark)
            b.face(corners.map { (x: $0.0, y: $0.1, z: $0.2) }, tone.darker(0.08), tone)
        }
        let thin = max(b.surface.stage.unit * 0.0026, 1)
        for y in [high, 0.09] {
            b.line((l, y, d), (r, y, d), paint.light, 0.7, width: thin)
            b.line((r, y, d), (r, y, near), paint.light, 0.5, width: thin)
            b.line((l, y, d), (l, y, near), paint.light, 0.35, width: thin)
        }
        for x in [l, r] {
            b.line((x, 0, d), (x, h, d), paint.shade, 0.22, width: thin * 1.5)
            b.line((x, h, d), (x, h, near), paint.shade, 0.16, width: thin * 1.5)
            b.line((x, 0, d), (x, 0, near), paint.shade, 0.3, width: thin * 1.5)
        }
        b.line((l, 0, d), (r, 0, d), paint.shade, 0.35, width: thin * 1.5)
        b.line((l, h, d), (r, h, d), paint.shade, 0.16, width: thin * 1.5)
    }

    /// Flat panels of light in the ceiling.
    private static func ceilingLight(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let h = plan.view.height
        for z in [2.6, 3.9] {
            let panel = paint.lamp.mixed(paint.ceiling, plan.isLampLit ? 0 : 0.4)
            b.face(
                [(-0.75, h, z), (0.75, h, z), (0.75, h, z + 0.6), (-0.75, h, z + 0.6)], panel,
                panel.lighter(0.3))
            b.line((-0.75, h, z), (0.75, h, z), paint.metal, 0.5, width: max(b.view.scale(z) * 0.008, 0.7))
        }
    }

    /// A framed picture on the wall ahead: leaves, the sea, or hills.
    private static func picture(
        _ b: RoomBrush, _ paint: Paint, x: Double, kind: Int, _ random: inout SeededRandom
    ) {
        let s = b.surface
        let (p, q) = (b.view.place(x - 0.33, 2.12, b.view.depth), b.view.place(x + 0.33, 1.28, b.view.depth))
        let (w, h) = (q.x - p.x, q.y - p.y)
        s.rectangle(p.x + w * 0.04, p.y + w * 0.06, w, h)
        s.fill(.black, 0.16)
        s.rectangle(p.x, p.y, w, h)
        s.fill(
            from: p, to: q,
            [Stop(0, paint.frame.mixed(paint.light, 0.4)), Stop(1, paint.frame.darker(0.15))])
        let (mat, inner) = (w * 0.055, w * 0.15)
        s.rectangle(p.x + mat, p.y + mat, w - 2 * mat, h - 2 * mat)
        s.fill(paint.light.mixed(paint.wallNear, 0.5))
        s.isolated {
            s.rectangle(p.x + inner, p.y + inner, w - 2 * inner, h - 2 * inner)
            s.clip()
            s.rectangle(p.x, p.y, w, h)
            s.fill(
                from: p, to: Point(p.x, q.y),
                [Stop(0, paint.accents[0].lighter(0.55)), Stop(1, paint.accents[1].lighter(0.6))])
            switch kind {
            case 0: sprig(s, paint, Point(p.x + w / 2, q.y - inner * 1.2), h * 0.62)
            case 1: shore(s, paint, p, q)
            default: slopes(s, paint, p, q, &random)
            }
        }
    }

    private static func sprig(_ s: PaintSurface, _ paint: Paint, _ foot: Point, _ h: Double) {
        s.move(foot.x, foot.y)
        s.curve(
            Point(foot.x + h * 0.06, foot.y - h * 0.4), Point(foot.x - h * 0.06, foot.y - h * 0.7),
            to: Point(foot.x + h * 0.02, foot.y - h))
        s.stroke(paint.leaf.darker(0.3), width: max(h * 0.018, 0.8))
        for k in 0..<6 {
            for side in [-1.0, 1.0] {
                let t = 0.18 + 0.14 * Double(k)
                s.leaf(
                    foot.x + side * h * 0.13, foot.y - h * t - h * 0.05, h * (0.15 - 0.012 * Double(k)),
                    h * 0.045, tilt: side > 0 ? -0.6 : .pi + 0.6)
                s.fill(paint.leaf.mixed(paint.accents[k % 2], 0.25))
            }
        }
    }

    private static func shore(_ s: PaintSurface, _ paint: Paint, _ p: Point, _ q: Point) {
        let (w, h) = (q.x - p.x, q.y - p.y)
        s.circle(p.x + w * 0.62, p.y + h * 0.42, w * 0.11)
        s.fill(paint.accents[2].lighter(0.2))
        for k in 0..<4 {
            let y = p.y + h * (0.54 + 0.09 * Double(k))
            s.spline(
                (-1...6).map { i -> Point in
                    let swell = sin(Double(i) * 2.1 + Double(k))
                    return Point(p.x + w * Double(i) / 5, y + h * 0.014 * swell)
                })
            s.line(q.x + w, q.y)
            s.line(p.x - w, q.y)
            s.close()
            s.fill(paint.accents[0].mixed(paint.light, 0.45 - 0.12 * Double(k)))
        }
    }

    private static func slopes(
        _ s: PaintSurface, _ paint: Paint, _ p: Point, _ q: Point, _ random: inout SeededRandom
    ) {
        let (w, h) = (q.x - p.x, q.y - p.y)
        s.circle(p.x + w * 0.38, p.y + h * 0.36, w * 0.10)
        s.fill(paint.light)
        for k in 0..<3 {
            let y = p.y + h * (0.55 + 0.12 * Double(k))
            s.spline((-1...5).map { Point(p.x + w * Double($0) / 4, y - h * random.uniform(0, 0.13)) })
            s.line(q.x + w, q.y)
            s.line(p.x - w, q.y)
            s.close()
            let near = Double(k) / 2
            s.fill(
                paint.leaf.mixed(paint.accents[0], 0.6 - 0.5 * near).mixed(paint.light, 0.3 - 0.24 * near))
        }
    }

    /// Drawers under the pictures, with jars and a first-aid box on them.
    private static func cabinet(
        _ b: RoomBrush, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let v = plan.view
        let (x0, x1) = (plan.window.right + 0.22, v.right - 0.12)
        let (z0, z1) = (v.depth - 0.48, v.depth - 0.02)
        b.shadow(x: (x0 + x1) / 2, z: z0, reach: (x1 - x0) * 0.62, 0.22)
        b.box(x: x0...x1, y: 0.06...0.80, z: z0...z1, paint.cabinet)
        let columns = max(Int((x1 - x0) / 0.5), 1)
        let room = (x1 - x0) / Double(columns)
        for k in 0..<columns {
            for row in 0..<3 {
                let (a, y) = (x0 + room * Double(k) + 0.02, 0.08 + 0.24 * Double(row))
                b.face(
                    [
                        (a, y + 0.22, z0), (a + room - 0.04, y + 0.22, z0), (a + room - 0.04, y, z0),
                        (a, y, z0),
                    ],
                    paint.cabinet.mixed(paint.light, 0.35), paint.cabinet.darker(0.08))
                b.line(
                    (a + room * 0.36, y + 0.15, z0), (a + room * 0.58, y + 0.15, z0), paint.metal,
                    width: max(v.scale(z0) * 0.018, 1))
            }
        }
        b.box(x: x0 - 0.03...x1 + 0.03, y: 0.80...0.84, z: z0 - 0.03...z1, paint.desk)
        aidBox(b, paint, x: x0 + 0.34, y: 0.84, z: z0 + 0.12)
        let vessels = Vessels(surface: b.surface, lightSide: -1, rim: paint.light)
        for (k, dx) in [0.78, 0.96].enumerated() where x0 + dx < x1 {
            let p = v.place(x0 + dx, 0.84, z0 + 0.2)
            let tall = v.scale(z0) * (k == 0 ? 0.24 : 0.18)
            vessels.turned(
                [(0, 0.24), (0.10, 0.30), (0.2, 0.34), (0.9, 0.34), (1, 0.30)].map {
                    (at: $0.0, half: $0.1)
                },
                x: p.x, base: p.y, size: tall,
                .init(paint.accents[0].lighter(0.5), light: 0.5, shadow: 0.25))
            b.surface.roundedRectangle(
                p.x - tall * 0.28, p.y - tall * 1.12, tall * 0.56, tall * 0.16, radius: tall * 0.05)
            b.surface.fill(paint.metal)
        }
    }

    private static func aidBox(_ b: RoomBrush, _ paint: Paint, x: Double, y: Double, z: Double) {
        b.box(x: x - 0.18...x + 0.18, y: y...y + 0.27, z: z...z + 0.18, paint.sheet)
        let c = b.view.place(x, y + 0.135, z)
        let k = b.view.scale(z)
        b.surface.rectangle(c.x - k * 0.07, c.y - k * 0.022, k * 0.14, k * 0.044)
        b.surface.rectangle(c.x - k * 0.022, c.y - k * 0.07, k * 0.044, k * 0.14)
        b.surface.fill(Colour(0x3FA06A).mixed(paint.shade, paint.isLampLit ? 0.3 : 0))
    }
}
