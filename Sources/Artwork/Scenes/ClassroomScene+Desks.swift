import BatchVideo
import Foundation

extension ClassroomScene {
    static func furniture(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let v = plan.view
        let back = scene.surface()
        teacher(RoomBrush(view: v, surface: back, light: paint.light), paint, plan, &random)
        scene.add(back, depth: 0.26)
        var layers: [(z: Double, desks: [(x: Double, z: Double)])] = []
        for desk in plan.desks {
            if layers.last?.z == desk.z {
                layers[layers.count - 1].desks.append(desk)
            } else {
                layers.append((desk.z, [desk]))
            }
        }
        for (i, layer) in layers.enumerated() {
            let s = scene.surface()
            let brush = RoomBrush(view: v, surface: s, light: paint.light)
            // From the sides to the middle, so that nearer flanks hide farther ones.
            for desk in layer.desks.sorted(by: { abs($0.x) > abs($1.x) }) {
                let lit = plan.sun(desk.x, 0.76, desk.z + 0.2) * paint.sunStrength
                self.desk(brush, paint, desk, lit: lit, &random)
            }
            scene.add(s, depth: 0.30 + 0.08 * Double(i))
        }
        nearDesk(&scene, paint, plan, &random)
    }

    private static func desk(
        _ b: RoomBrush, _ paint: Paint, _ p: (x: Double, z: Double), lit: Double,
        _ random: inout SeededRandom
    ) {
        let (x0, x1, z0, z1) = (p.x - 0.32, p.x + 0.32, p.z, p.z + 0.44)
        b.shadow(x: p.x + 0.12, z: p.z + 0.1, reach: 0.62, 0.34)
        let k = b.view.scale(z0)
        for z in [z1 - 0.03, z0 + 0.03] {
            for x in [x0 + 0.03, x1 - 0.03] {
                b.line((x, 0, z), (x, 0.72, z), paint.metal.darker(0.2), width: k * 0.030)
                b.line((x - 0.005, 0, z), (x - 0.005, 0.72, z), paint.light, 0.25, width: k * 0.008)
            }
        }
        for x in [x0 + 0.03, x1 - 0.03] {
            b.line((x, 0.06, z0 + 0.03), (x, 0.06, z1), paint.metal.darker(0.3), width: k * 0.022)
        }
        b.box(x: x0 + 0.04...x1 - 0.04, y: 0.58...0.71, z: z0 + 0.05...z1, paint.desk.darker(0.45))
        b.box(x: x0...x1, y: 0.72...0.76, z: z0...z1, paint.desk, lit: lit)
        things(b, paint, p, &random)
        chair(b, paint, p.x + random.uniform(-0.03, 0.03), p.z - 0.30)
    }

    /// What was left on a desk.
    private static func things(
        _ b: RoomBrush, _ paint: Paint, _ p: (x: Double, z: Double), _ random: inout SeededRandom
    ) {
        let tone = paint.papers[random.index(paint.papers.count)]
        switch random.index(5) {
        case 0:
            openBook(b, paint, x: p.x + random.uniform(-0.05, 0.05), y: 0.765, z: p.z + 0.08)
        case 1:
            b.box(x: p.x - 0.20...p.x + 0.04, y: 0.76...0.79, z: p.z + 0.12...p.z + 0.32, tone)
            b.box(
                x: p.x - 0.18...p.x + 0.03, y: 0.79...0.815, z: p.z + 0.14...p.z + 0.31,
                paint.papers[random.index(paint.papers.count)])
        case 2:
            cup(b, paint, x: p.x + 0.2, z: p.z + 0.3, tone)
        default: break
        }
    }

    static func openBook(_ b: RoomBrush, _ paint: Paint, x: Double, y: Double, z: Double) {
        let page = paint.chalk.mixed(paint.light, 0.4)
        for side in [-1.0, 1.0] {
            b.face(
                [
                    (x, y + 0.02, z + 0.25), (x + side * 0.19, y, z + 0.24), (x + side * 0.19, y, z),
                    (x, y + 0.02, z),
                ],
                page.mixed(paint.shade, side < 0 ? 0.04 : 0.16), page)
            for k in 0..<6 {
                let depth = z + 0.04 + 0.03 * Double(k)
                b.line(
                    (x + side * 0.03, y + 0.018, depth), (x + side * 0.16, y + 0.004, depth),
                    paint.shade, 0.14, width: max(b.view.scale(z) * 0.004, 0.5))
            }
        }
        b.line(
            (x, y + 0.02, z), (x, y + 0.02, z + 0.25), paint.shade, 0.4,
            width: max(b.view.scale(z) * 0.006, 0.6))
    }

    private static func cup(
        _ b: RoomBrush, _ paint: Paint, x: Double, z: Double, _ tone: Colour
    ) {
        let s = b.surface
        let k = b.view.scale(z)
        let p = b.view.place(x, 0.76, z)
        for (i, lean) in [-0.22, 0.05, 0.3].enumerated() {
            s.move(p.x, p.y - k * 0.06)
            s.line(p.x + k * 0.09 * lean, p.y - k * (0.19 + 0.02 * Double(i)))
            s.stroke(paint.papers[(i + 1) % paint.papers.count], width: max(k * 0.012, 0.8))
        }
        s.rectangle(p.x - k * 0.042, p.y - k * 0.10, k * 0.084, k * 0.10)
        s.fill(
            from: Point(p.x - k * 0.042, 0), to: Point(p.x + k * 0.042, 0),
            [Stop(0, tone.mixed(paint.light, 0.4)), Stop(0.5, tone), Stop(1, tone.darker(0.4))])
    }

    private static func chair(_ b: RoomBrush, _ paint: Paint, _ x: Double, _ z: Double) {
        let k = b.view.scale(z)
        for (dx, dz) in [(-0.17, 0.36), (0.17, 0.36), (-0.17, 0.02), (0.17, 0.02)] {
            b.line(
                (x + dx, 0, z + dz), (x + dx, 0.43, z + dz), paint.metal.darker(0.15), width: k * 0.026)
        }
        b.box(x: x - 0.19...x + 0.19, y: 0.43...0.46, z: z + 0.02...z + 0.38, paint.seat)
        for dx in [-0.155, 0.155] {
            b.line((x + dx, 0.44, z + 0.03), (x + dx, 0.86, z), paint.metal, width: k * 0.026)
        }
        let p = b.view.place(x - 0.19, 0.87, z)
        let q = b.view.place(x + 0.19, 0.66, z)
        b.surface.roundedRectangle(p.x, p.y, q.x - p.x, q.y - p.y, radius: k * 0.04)
        b.surface.fill(
            from: Point(p.x, p.y), to: Point(q.x, q.y),
            [
                Stop(0, paint.seat.mixed(paint.light, 0.4)), Stop(0.4, paint.seat),
                Stop(1, paint.seat.darker(0.35)),
            ])
        b.surface.move(p.x + k * 0.03, p.y + k * 0.006)
        b.surface.line(q.x - k * 0.03, p.y + k * 0.006)
        b.surface.stroke(paint.light, 0.5, width: max(k * 0.008, 0.7))
    }

    /// The teacher's desk before the board, with books and flowers.
    private static func teacher(
        _ b: RoomBrush, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let x = boardMiddle(plan) + (plan.view.left + plan.view.right) * 0.22
        let z = plan.view.depth - 0.95
        b.shadow(x: x, z: z, reach: 0.95, 0.35)
        b.box(x: x - 0.62...x + 0.62, y: 0...0.80, z: z...z + 0.55, paint.frame)
        for k in 0..<2 {
            let side = x - 0.56 + 0.58 * Double(k)
            b.face(
                [(side, 0.70, z), (side + 0.52, 0.70, z), (side + 0.52, 0.08, z), (side, 0.08, z)],
                paint.frame.darker(0.12), paint.frame.darker(0.3))
        }
        b.box(x: x - 0.66...x + 0.66, y: 0.80...0.84, z: z - 0.03...z + 0.58, paint.desk)
        b.box(x: x - 0.5...x - 0.2, y: 0.84...0.89, z: z + 0.1...z + 0.34, paint.papers[0])
        b.box(x: x - 0.48...x - 0.22, y: 0.89...0.93, z: z + 0.12...z + 0.33, paint.papers[1])
        let p = b.view.place(x + 0.38, 0.84, z + 0.2)
        flowers(b.surface, paint, at: p, size: b.view.scale(z) * 0.38, &random)
    }

    private static func flowers(
        _ s: PaintSurface, _ paint: Paint, at p: Point, size h: Double, _ random: inout SeededRandom
    ) {
        for _ in 0..<9 {
            let angle = random.gauss(0, 0.42)
            let tip = Point(p.x + sin(angle) * h * 0.8, p.y - h * 0.35 - cos(angle) * h * 0.55)
            s.move(p.x, p.y - h * 0.3)
            s.curve(Point(p.x, p.y - h * 0.6), Point(tip.x, tip.y + h * 0.2), to: tip)
            s.stroke(paint.leaf.darker(0.2), width: max(h * 0.02, 0.7))
            Meadow.flower(
                paint.papers[random.index(paint.papers.count)].lighter(0.2), heart: paint.light, at: tip,
                radius: h * 0.09, on: s, random: &random)
        }
        Vessels(surface: s, lightSide: -1, rim: paint.light).turned(
            [(at: 0, half: 0.16), (at: 0.3, half: 0.24), (at: 0.7, half: 0.26), (at: 1, half: 0.17)],
            x: p.x, base: p.y, size: h * 0.42, .init(paint.papers[2]))
    }
}
