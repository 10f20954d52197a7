import BatchVideo
import Foundation

extension ClinicScene {
    /// Shelves with books and boxes on the left wall.
    static func shelves(
        _ b: RoomBrush, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (x, out) = (-plan.view.left, -plan.view.left + 0.26)
        let (z0, z1) = (3.15, 4.75)
        for y in [1.18, 1.62, 2.06] {
            var z = z1 - 0.05
            while z > z0 + 0.15 {
                let (thick, tall) = (random.uniform(0.035, 0.075), random.uniform(0.22, 0.33))
                let tone = paint.accents[random.index(paint.accents.count)]
                    .mixed(paint.wallNear, random.uniform(0.1, 0.45))
                b.face(
                    [
                        (out - 0.03, y + tall, z), (out - 0.03, y + tall, z - thick),
                        (out - 0.03, y, z - thick), (out - 0.03, y, z),
                    ],
                    tone.mixed(paint.light, 0.25), tone.darker(0.2))
                b.face(
                    [
                        (x, y + tall, z - thick), (out - 0.03, y + tall, z - thick),
                        (out - 0.03, y, z - thick), (x, y, z - thick),
                    ],
                    tone.darker(0.25), tone.darker(0.35))
                z -= thick + (random.unit() < 0.14 ? random.uniform(0.12, 0.3) : 0.006)
            }
            b.face(
                [(x, y - 0.035, z0), (out, y - 0.035, z0), (out, y, z0), (x, y, z0)],
                paint.desk.darker(0.1), paint.desk)
            b.face(
                [(out, y, z1), (out, y, z0), (out, y - 0.035, z0), (out, y - 0.035, z1)],
                paint.desk.mixed(paint.light, 0.35), paint.desk)
            b.line(
                (x, y - 0.06, z1), (x, y - 0.06, z0), paint.shade, 0.16,
                width: b.view.scale(z0) * 0.03)
        }
    }

    static func furniture(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let v = plan.view
        let s = scene.surface()
        couch(RoomBrush(view: v, surface: s, light: paint.light), paint, plan)
        scene.add(s, depth: 0.28)
        let cloth = scene.surface()
        screen(RoomBrush(view: v, surface: cloth, light: paint.light), paint, plan)
        scene.add(
            cloth, depth: 0.3,
            .sway(
                pivot: v.place(0, v.height, 4.3).y, reach: -v.scale(4.3) * v.height,
                pixels: scene.stage.unit * 0.006, turns: 1, phase: 0.3))
        let seat = scene.surface()
        chair(
            RoomBrush(view: v, surface: seat, light: paint.light), paint,
            x: scene.stage.pick(0.10, portrait: 0.05, square: 0.1) + random.uniform(-0.12, 0.12), z: 3.2)
        scene.add(seat, depth: 0.34)
    }

    /// An examination couch along the right wall: its far end raised, a sheet of paper over it.
    private static func couch(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let r = plan.view.right
        let (x0, x1, z0, z1, bend) = (r - 0.88, r - 0.14, 2.55, 4.55, 3.85)
        b.shadow(x: (x0 + x1) / 2 - 0.05, z: 3.2, reach: 0.95, 0.3)
        for z in [z1 - 0.15, z0 + 0.12] {
            for x in [x0 + 0.08, x1 - 0.08] {
                b.box(x: x - 0.025...x + 0.025, y: 0...0.5, z: z - 0.025...z + 0.025, paint.metal)
            }
        }
        b.box(x: x0 + 0.05...x1 - 0.05, y: 0.16...0.19, z: z0 + 0.1...z1 - 0.1, paint.metal)
        b.box(x: x0 + 0.03...x1 - 0.03, y: 0.46...0.54, z: z0 + 0.02...z1, paint.frame)
        // The raised head first: it is farther away.
        let (low, high) = (0.67, 1.0)
        b.face(
            [(x0, low, bend), (x0, high, z1), (x0, high - 0.13, z1 + 0.04), (x0, 0.54, bend)],
            paint.couch.mixed(paint.light, 0.1), paint.couch.darker(0.22))
        b.face(
            [(x0, high, z1), (x1, high, z1), (x1, low, bend), (x0, low, bend)],
            paint.couch.mixed(paint.light, 0.5), paint.couch.mixed(paint.light, 0.15))
        b.box(x: x0...x1, y: 0.54...low, z: z0...bend, paint.couch)
        let (a, c) = (x0 + 0.13, x1 - 0.13)
        b.face(
            [(a, high + 0.005, z1), (c, high + 0.005, z1), (c, low + 0.005, bend), (a, low + 0.005, bend)],
            paint.sheet.mixed(paint.light, 0.4), paint.sheet)
        b.face(
            [(a, low + 0.005, bend), (c, low + 0.005, bend), (c, low + 0.005, z0), (a, low + 0.005, z0)],
            paint.sheet, paint.sheet.mixed(paint.light, 0.35))
        b.face(
            [(a, low + 0.004, z0), (c, low + 0.004, z0), (c, 0.50, z0 - 0.004), (a, 0.50, z0 - 0.004)],
            paint.sheet.darker(0.05), paint.sheet.darker(0.16))
        pillow(b, paint, (x0 + x1) / 2, z1 - 0.22)
        b.box(x: x0 - 0.42...x0 - 0.04, y: 0...0.2, z: z0 + 0.55...z0 + 0.9, paint.frame)
        b.box(x: x0 - 0.42...x0 - 0.04, y: 0.2...0.225, z: z0 + 0.54...z0 + 0.91, paint.couch)
    }

    private static func pillow(_ b: RoomBrush, _ paint: Paint, _ x: Double, _ z: Double) {
        let p = b.view.place(x, 0.98, z)
        let k = b.view.scale(z)
        let s = b.surface
        s.roundedRectangle(p.x - k * 0.25, p.y - k * 0.09, k * 0.5, k * 0.17, radius: k * 0.075)
        s.fill(
            from: Point(p.x - k * 0.2, p.y - k * 0.1), to: Point(p.x + k * 0.15, p.y + k * 0.09),
            [
                Stop(0, paint.sheet.mixed(paint.light, 0.7)), Stop(0.55, paint.sheet),
                Stop(1, paint.sheet.mixed(paint.shade, 0.3)),
            ])
    }

    /// A folded screen of cloth on a rail under the ceiling.
    private static func screen(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let v = plan.view
        let (x, top, foot) = (v.right - 1.0, v.height - 0.42, 0.32)
        b.line((x, top, 2.2), (x, top, 4.9), paint.metal, width: max(v.scale(4) * 0.022, 1.2))
        for z in [2.6, 4.8] {
            b.line((x, top, z), (x, v.height, z), paint.metal, width: max(v.scale(z) * 0.012, 0.8))
        }
        let folds = 9
        for k in (0..<folds).reversed() {
            let (a, c) = (4.05 + 0.085 * Double(k), 4.05 + 0.085 * Double(k + 1))
            let out = k % 2 == 0 ? 0.05 : -0.05
            let tone = paint.screen.mixed(k % 2 == 0 ? paint.light : paint.shade, k % 2 == 0 ? 0.35 : 0.14)
            b.face(
                [
                    (x - out, top - 0.02, c), (x + out, top - 0.02, a), (x + out * 1.5, foot, a),
                    (x - out * 1.5, foot, c),
                ],
                tone, tone.darker(0.08))
        }
    }

    /// A patient's chair that faces us.
    private static func chair(_ b: RoomBrush, _ paint: Paint, x: Double, z: Double) {
        b.shadow(x: x, z: z + 0.2, reach: 0.55, 0.3)
        let k = b.view.scale(z)
        for (dx, dz, y) in [(-0.25, 0.48, 1.0), (0.25, 0.48, 1.0), (-0.26, 0.04, 0.44), (0.26, 0.04, 0.44)] {
            b.line((x + dx, 0, z + dz), (x + dx, y, z + dz), paint.desk.darker(0.2), width: k * 0.045)
            b.line((x + dx - 0.01, 0, z + dz), (x + dx - 0.01, y, z + dz), paint.light, 0.25, width: k * 0.012)
        }
        let (p, q) = (b.view.place(x - 0.27, 1.0, z + 0.47), b.view.place(x + 0.27, 0.52, z + 0.45))
        b.surface.roundedRectangle(p.x, p.y, q.x - p.x, q.y - p.y, radius: k * 0.05)
        b.surface.fill(
            from: p, to: q,
            [
                Stop(0, paint.chair.mixed(paint.light, 0.45)), Stop(0.5, paint.chair),
                Stop(1, paint.chair.darker(0.3)),
            ])
        b.box(x: x - 0.27...x + 0.27, y: 0.40...0.48, z: z...z + 0.46, paint.chair)
        for dx in [-0.30, 0.28] {
            b.box(x: x + dx - 0.02...x + dx + 0.04, y: 0.66...0.70, z: z + 0.02...z + 0.48, paint.desk)
            b.line(
                (x + dx + 0.01, 0.44, z + 0.06), (x + dx + 0.01, 0.67, z + 0.06),
                paint.desk.darker(0.15), width: k * 0.04)
        }
    }
}
