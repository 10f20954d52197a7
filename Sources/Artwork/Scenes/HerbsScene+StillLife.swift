import BatchVideo
import Foundation

extension HerbsScene {
    /// Mortar, stove, trays and dishes; which side the stove is on is chance.
    static func still(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (k, depth) = (plan.scale, stage.height - plan.counter)
        let isTurned = random.unit() < 0.5
        func x(_ l: Double, _ p: Double, _ s: Double) -> Double {
            let share = stage.pick(l, portrait: p, square: s)
            return stage.x(isTurned ? 1 - share : share)
        }
        let back = scene.surface()
        let far = Remedies(solids: solids(back, paint))
        let row = plan.counter + depth * stage.pick(0.20, portrait: 0.13, square: 0.19)
        let stove = far.stove(
            at: Point(x(0.80, 0.80, 0.815), row), width: k * 0.25,
            far.solids.seen([0x5A3A2C, 0x6E4632, 0x4A4A44][random.index(3)]))
        far.gourd(
            at: Point(x(0.075, 0.10, 0.085), row - k * 0.02), height: k * 0.27,
            far.solids.seen(0xD8A452))
        Jars(solids: far.solids).porcelain(
            at: Point(x(0.165, 0.255, 0.215), row - k * 0.03), height: k * 0.21,
            Jars.Form.allCases[random.index(3)], far.solids.seen(0xEEF2F0),
            brush: far.solids.seen(0x2F5C9E))
        scene.add(back, depth: 0.5)
        ember(&scene, stove.ember, k)
        steam(&scene, paint, stove.steam, breadth: k * 0.034, rise: k * 0.36, depth: 0.5)
        if paint.lantern > 0 {
            lantern(&scene, paint, at: Point(x(0.62, 0.405, 0.345), row - k * 0.02), k)
        }
        front(&scene, paint, plan, x, &random)
    }

    private static func front(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan,
        _ x: (Double, Double, Double) -> Double, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (k, depth) = (plan.scale, stage.height - plan.counter)
        let s = scene.surface()
        let things = Remedies(solids: solids(s, paint))
        var kinds = Remedies.Kind.allCases
        for i in kinds.indices { kinds.swapAt(i, random.index(kinds.count)) }
        let mid = plan.counter + depth * stage.pick(0.47, portrait: 0.36, square: 0.46)
        let tray = Point(x(0.225, 0.27, 0.235), mid + k * 0.02)
        things.tray(at: tray, width: k * 0.40)
        things.heap(kinds[0], at: Point(tray.x - k * 0.09, tray.y), width: k * 0.20, &random)
        things.heap(kinds[1], at: Point(tray.x + k * 0.09, tray.y + k * 0.012), width: k * 0.19, &random)
        let stones: [UInt32] = [0x9AA09C, 0xB0936A, 0x7A8A80]
        things.mortar(
            at: Point(x(0.495, 0.60, 0.52), mid + k * 0.03),
            width: k * stage.pick(0.29, portrait: 0.30, square: 0.28),
            things.solids.seen(stones[random.index(3)]), &random)
        let low = mid + k * stage.pick(0.085, portrait: 0.18, square: 0.10)
        for (i, place) in [(-0.13, -0.045), (0.06, -0.05), (-0.03, 0.045)].enumerated() {
            things.dish(
                kinds[2 + i], at: Point(x(0.755, 0.72, 0.80) + k * place.0, low + k * place.1),
                width: k * 0.165, &random)
        }
        things.ginseng(
            at: Point(x(0.352, 0.327, 0.342) - k * 0.135,
                low + k * stage.pick(0.045, portrait: 0.02, square: 0.05)),
            length: k * 0.27, &random)
        for _ in 0..<9 {
            let p = Point(
                x(0.5, 0.4, 0.5) + k * random.uniform(-0.30, 0.30), low + k * random.uniform(0.05, 0.12))
            things.piece(
                [.goji, .anise, .leaves][random.index(3)], at: p, k * 0.016, &random)
        }
        scene.add(s, depth: 0.62)
    }

    private static func steam(
        _ scene: inout SceneBuilder, _ paint: Paint, _ p: Point, breadth: Double, rise: Double,
        depth: Double
    ) {
        scene.add(
            SteamLayer(
                from: p, breadth: breadth, rise: rise, colour: paint.light.lighter(0.5),
                alpha: scene.pick(warm: 0.62, clear: 0.62, deep: 0.48), lean: 0.14, depth: depth))
    }

    /// Light of the coals on what is near.
    private static func ember(_ scene: inout SceneBuilder, _ p: Point, _ k: Double) {
        let s = scene.surface()
        s.circle(p.x, p.y, k * 0.2)
        s.fill(
            around: p, radius: k * 0.2,
            [
                Stop(0, Colour(0xFF9A3C), 0.6), Stop(0.3, Colour(0xFF7A28), 0.28),
                Stop(1, Colour(0xFF6A1E), 0),
            ])
        scene.add(s, depth: 0.5, breath: (low: 0.35, turns: 5, phase: 0.2))
        scene.add(s, depth: 0.5, breath: (low: 0, turns: 8, phase: 0.6))
    }

    /// A lantern of paper in a wooden frame.
    private static func lantern(
        _ scene: inout SceneBuilder, _ paint: Paint, at p: Point, _ k: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        let (w, h) = (k * 0.115, k * 0.17)
        let solids = self.solids(s, paint)
        solids.shadow(p.x, p.y, w * 0.7)
        s.rectangle(p.x - w / 2, p.y - h, w, h)
        s.fill(
            around: Point(p.x, p.y - h * 0.42), radius: h * 0.7,
            [
                Stop(0, Colour(0xFFF3CC)), Stop(0.45, Colour(0xFFD27E)), Stop(1, Colour(0xD9803A)),
            ])
        let wood = paint.beam
        for t in [0.0, 0.5, 1.0] {
            s.move(p.x - w / 2 + w * t, p.y - h)
            s.line(p.x - w / 2 + w * t, p.y)
        }
        for t in [0.0, 0.34, 0.67, 1.0] {
            s.move(p.x - w / 2, p.y - h * t)
            s.line(p.x + w / 2, p.y - h * t)
        }
        s.stroke(wood, width: max(k * 0.006, 1.2))
        s.polygon([
            Point(p.x - w * 0.66, p.y - h), Point(p.x + w * 0.66, p.y - h),
            Point(p.x + w * 0.3, p.y - h * 1.2), Point(p.x - w * 0.3, p.y - h * 1.2),
        ])
        s.fill(wood.mixed(paint.light, 0.26))
        s.circle(p.x, p.y - h * 1.27, h * 0.06)
        s.stroke(paint.brass, width: max(k * 0.005, 1))
        scene.add(s, depth: 0.5)
        let glow = scene.surface()
        glow.rectangle(stage.left, stage.top, Double(glow.columns), Double(glow.rows))
        let strength = paint.lantern
        glow.fill(
            around: Point(p.x, p.y - h * 0.5), radius: k * 0.95,
            [
                Stop(0, Colour(0xFFC46A), 0.55 * strength), Stop(0.15, Colour(0xFFC46A), 0.3 * strength),
                Stop(0.45, Colour(0xFFB45A), 0.11 * strength), Stop(1, Colour(0xFFA850), 0),
            ])
        scene.add(glow, depth: 0.5, breath: (low: 0.8, turns: 3, phase: 0.15))
    }
}
