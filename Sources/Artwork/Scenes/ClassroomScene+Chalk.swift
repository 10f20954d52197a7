import BatchVideo
import Foundation

extension ClassroomScene {
    /// The board on the front wall: wiped slate in a frame of wood, three drawings in chalk, a tray.
    static func blackboard(
        _ b: RoomBrush, _ paint: Paint, _ plan: Plan, _ chance: SeededRandom
    ) {
        var random = chance
        let (v, s) = (plan.view, b.surface)
        let half = (v.left + v.right) * 0.355
        let (middle, low, high) = (boardMiddle(plan), 0.98, min(2.32, v.height - 0.68))
        let (a, c) = (v.place(middle - half, high, v.depth), v.place(middle + half, low, v.depth))
        let k = v.scale(v.depth)
        let rim = k * 0.055
        s.rectangle(a.x - rim + k * 0.03, a.y - rim + k * 0.05, c.x - a.x + 2 * rim, c.y - a.y + 2 * rim)
        s.fill(.black, 0.25)
        s.rectangle(a.x - rim, a.y - rim, c.x - a.x + 2 * rim, c.y - a.y + 2 * rim)
        s.fill(
            from: Point(a.x, a.y), to: Point(a.x, c.y),
            [Stop(0, paint.frame.mixed(paint.light, 0.35)), Stop(1, paint.frame.darker(0.25))])
        s.isolated {
            s.rectangle(a.x, a.y, c.x - a.x, c.y - a.y)
            s.clip()
            s.rectangle(a.x, a.y, c.x - a.x, c.y - a.y)
            s.fill(
                from: a, to: c,
                [
                    Stop(0, paint.slate.mixed(paint.light, 0.20)), Stop(0.4, paint.slate),
                    Stop(1, paint.slate.darker(0.28)),
                ])
            wiped(s, a, c, paint, &random)
            let chalk = ChalkHand(
                surface: s, white: paint.chalk, tints: paint.chalks, width: max(k * 0.013, 0.9))
            var drawings = [0, 1, 2, 3, 4, 5]
            let count = v.left + v.right > 5 ? 3 : 2
            let room = (c.x - a.x) / Double(count)
            for i in 0..<count {
                let pick = drawings.remove(at: random.index(drawings.count))
                let size = min(room * 0.40, (c.y - a.y) * 0.38)
                chalk.draw(
                    pick, at: Point(a.x + room * (Double(i) + 0.5), (a.y + c.y) / 2), size: size, &random)
            }
        }
        tray(b, paint, middle, half, low)
    }

    /// Clouds of chalk that the sponge has left.
    private static func wiped(
        _ s: PaintSurface, _ a: Point, _ c: Point, _ paint: Paint, _ random: inout SeededRandom
    ) {
        for _ in 0..<16 {
            let p = Point(random.uniform(a.x, c.x), random.uniform(a.y, c.y))
            s.isolated {
                s.translate(p.x, p.y)
                s.rotate(random.uniform(-0.5, 0.2))
                s.scale(1, random.uniform(0.25, 0.45))
                let r = (c.x - a.x) * random.uniform(0.08, 0.2)
                s.circle(0, 0, r)
                s.fill(
                    around: Point(0, 0), radius: r,
                    [Stop(0, paint.chalk, 0.07), Stop(0.7, paint.chalk, 0.045), Stop(1, paint.chalk, 0)])
            }
        }
    }

    private static func tray(
        _ b: RoomBrush, _ paint: Paint, _ middle: Double, _ half: Double, _ low: Double
    ) {
        let (z, near) = (b.view.depth, b.view.depth - 0.1)
        b.face(
            [
                (middle - half, low - 0.06, z), (middle + half, low - 0.06, z),
                (middle + half, low - 0.06, near), (middle - half, low - 0.06, near),
            ],
            paint.frame.mixed(paint.light, 0.5), paint.frame.mixed(paint.light, 0.25))
        b.line(
            (middle - half, low - 0.07, near), (middle + half, low - 0.07, near),
            paint.frame.darker(0.2), width: b.view.scale(near) * 0.03)
        let k = b.view.scale(near)
        let sticks = [
            (-0.5, paint.chalk), (-0.36, paint.chalks[0]), (-0.27, paint.chalk), (0.42, paint.chalks[1]),
        ]
        for (x, colour) in sticks {
            let p = b.view.place(middle + half * x, low - 0.045, near + 0.05)
            b.surface.roundedRectangle(p.x, p.y - k * 0.02, k * 0.07, k * 0.022, radius: k * 0.01)
            b.surface.fill(colour)
        }
        let sponge = b.view.place(middle + half * 0.6, low - 0.045, near + 0.05)
        b.surface.roundedRectangle(sponge.x, sponge.y - k * 0.055, k * 0.17, k * 0.055, radius: k * 0.012)
        b.surface.fill(paint.frame.darker(0.35))
        b.surface.rectangle(sponge.x, sponge.y - k * 0.02, k * 0.17, k * 0.02)
        b.surface.fill(paint.chalk.darker(0.2))
    }
}
