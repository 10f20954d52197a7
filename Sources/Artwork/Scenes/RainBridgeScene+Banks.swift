import BatchVideo
import Foundation

extension RainBridgeScene {
    /// The canal goes on behind the bridge, between more houses.
    static func beyond(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        var random = scene.random("beyond")
        let s = scene.surface()
        let view = plan.view
        let water = view.floor(-plan.canal, plan.canal, 0, near: plan.bridge.z - 1, far: 120)
        water.trace(on: s)
        s.fill(
            from: water.topLeft, to: water.bottomLeft,
            [Stop(0, paint.air.haze), Stop(1, paint.deep.mixed(paint.air.haze, 0.45))])
        for side in [-1.0, 1.0] {
            var far = 92.0
            quay(s, paint, plan, side, near: plan.bridge.z, far: 120)
            while far > 34 {
                let near = max(far - random.uniform(6, 10), 31)
                house(paint, plan, side, near: near, far: far, &random).draw(on: s, random: &random)
                far = near
            }
        }
        Mist.band(
            paint.air.haze, 0.34, on: s, centre: view.vanishing.y + scene.stage.unit * 0.01,
            reach: scene.stage.unit * 0.10, seed: scene.noiseSeed("canal mist"))
        scene.add(s, depth: 0.12)
    }

    /// Quays and houses on our side of the bridge. What lies below the waterline is painted a second
    /// time, over the water that mirrors the first.
    static func banks(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, below: Bool) {
        let stage = scene.stage
        let s = scene.surface()
        s.isolated {
            if below {
                let top = plan.waterline - Double(stage.margin) * 0.5
                s.rectangle(stage.left, top, stage.right - stage.left, stage.bottom - top)
                s.clip()
            }
            for side in [-1.0, 1.0] {
                var random = scene.random("bank", side < 0 ? 0 : 1)
                let end = side < 0 ? plan.ends.left : plan.ends.right
                quay(s, paint, plan, side, near: 4.5, far: plan.bridge.z)
                tree(s, paint, plan, side, distance: end + 3, &random)
                row(s, paint, plan, side, end, &random)
            }
        }
        scene.add(s, depth: 0.3)
    }

    private static func row(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ side: Double, _ end: Double,
        _ random: inout SeededRandom
    ) {
        var far = end
        while far > 5.5 {
            let near = max(far - random.uniform(4, 6.2), 4.6)
            house(paint, plan, side, near: near, far: far, &random).draw(on: s, random: &random)
            far = near
        }
    }

    private static func house(
        _ paint: Paint, _ plan: Plan, _ side: Double, near: Double, far: Double,
        _ random: inout SeededRandom
    ) -> CanalHouse {
        CanalHouse(
            view: plan.view, paint: paint.house, side: side,
            x: plan.canal + random.uniform(0.5, 1.5), near: near, far: far, quay: plan.quay,
            eave: plan.quay + (random.unit() < 0.45 ? random.uniform(5, 5.7) : random.uniform(2.9, 3.5)))
    }

    /// A wall of stone to the water, and the pavement on it.
    private static func quay(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ side: Double, near: Double, far: Double
    ) {
        let veil = near > 20 ? 0.35 : 0.0
        let stone = paint.house.stone.mixed(paint.air.haze, veil)
        let ground = plan.view.floor(
            side * plan.canal, side * (plan.canal + 14), plan.quay, near: near, far: far)
        ground.trace(on: s)
        let top = paint.house.snow ?? stone.mixed(paint.light, 0.22)
        s.fill(
            from: ground.topLeft, to: ground.bottomLeft,
            [Stop(0, top.mixed(paint.air.haze, 0.4)), Stop(1, top)])
        let wall = plan.view.side(side * plan.canal, -0.2, plan.quay, near: near, far: far)
        wall.trace(on: s)
        s.fill(
            from: wall.topLeft, to: wall.bottomLeft,
            [
                Stop(0, stone.mixed(paint.shade, 0.12)), Stop(0.6, stone.mixed(paint.shade, 0.35)),
                Stop(1, stone.mixed(Colour(0x24402E).mixed(paint.shade, 0.5), 0.7)),
            ])
        for row in 1..<4 {
            let (a, b) = (wall.at(0, Double(row) / 4), wall.at(1, Double(row) / 4))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        // Joints at even distances.
        var z = far
        while z > near {
            let p = plan.view.at(side * plan.canal, plan.quay, z)
            let q = plan.view.at(side * plan.canal, 0, z)
            s.move(p.x, p.y)
            s.line(q.x, q.y)
            z -= 1.1
        }
        s.stroke(paint.shade, 0.28 * (1 - veil), width: 1)
        let (a, b) = (wall.at(0, 0), wall.at(1, 0))
        s.move(a.x, a.y)
        s.line(b.x, b.y)
        s.stroke(paint.house.snow ?? paint.light, 0.6, width: 1.6)
    }

    /// A willow by the water; in spring a peach in flower on one side.
    private static func tree(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ side: Double, distance: Double,
        _ random: inout SeededRandom
    ) {
        let z = min(distance, plan.bridge.z - 2)
        let p = plan.view.at(side * (plan.canal + 1.4), plan.quay, z)
        let height = plan.view.scale(z) * random.uniform(7, 8.2)
        guard side == plan.willowSide, paint.season.accentShare > 0.3 else {
            Willow(
                leaf: paint.leaves.map { $0.mixed(paint.air.haze, 0.16) },
                bark: paint.bark.mixed(paint.air.haze, 0.1), fullness: max(paint.season.fullness, 0.06)
            ).tree(at: p, height: height, lean: -side * 0.1, on: s, random: &random)
            return
        }
        let peach: [UInt32] = [0x9C4A6A, 0xE08CAA, 0xF8BCD0, 0xFFEAF0]
        var look = Tree.Look(
            bark: paint.bark, barkLight: paint.bark.mixed(paint.light, 0.35),
            leaves: ColourRamp(
                paint.air.seen(peach.map(Colour.init)).map { $0.mixed(paint.air.haze, 0.14) }))
        look.fullness = 64
        look.leafSize = 0.012
        look.lightSide = plan.bridge.lightSide
        look.lean = -side * 0.14
        Tree(at: p, height: height, look, random: &random).paint(on: s, random: &random)
    }
}
