import BatchVideo
import Foundation

extension CourtyardScene {
    /// The side buildings, walls along our line of sight.
    static func wings(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        for side in [-1.0, 1.0] {
            let s = scene.surface()
            wing(s, paint, plan, side)
            scene.add(s, depth: 0.34)
        }
    }

    private static func wing(_ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ side: Double) {
        let court = plan.court
        let far = court.hall - 1.6
        // Just outside the overscan; nearer than that nothing is seen.
        let near = court.wing * court.view.focal / (s.stage.right - s.stage.width / 2 + court.view.scale(8) * 0.4)
        let lit = side != plan.lightSide
        let wall = court.view.side(side * court.wing, 0, 2.85, near: near, far: far)
        wall.trace(on: s)
        let brick = paint.brick.mixed(lit ? paint.light : paint.shade, lit ? 0.16 : 0.32)
        s.fill(
            from: wall.topLeft, to: wall.bottomLeft,
            [
                Stop(0, brick.mixed(paint.shade, 0.3)), Stop(0.4, brick),
                Stop(1, brick.mixed(paint.shade, 0.2)),
            ])
        courses(s, paint, wall, rows: 22, columns: 22)
        let base = court.view.side(side * (court.wing - 0.08), 0, 0.35, near: near, far: far)
        base.trace(on: s)
        s.fill(paint.stone.mixed(paint.shade, lit ? 0.12 : 0.4))
        let span = far - near
        for (a, b, isDoor) in [(0.06, 0.36, false), (0.46, 0.66, true), (0.74, 0.95, false)] {
            opening(
                s, paint, court, side, near + span * a, near + span * b, isDoor: isDoor)
        }
        shadeOfEave(s, paint, wall, side)
        roof(s, paint, court, side, near, far + 0.5, lit: lit)
    }

    private static func opening(
        _ s: PaintSurface, _ paint: Paint, _ court: Court, _ side: Double, _ near: Double,
        _ far: Double, isDoor: Bool
    ) {
        let frame = court.view.side(
            side * (court.wing - 0.03), isDoor ? 0.3 : 0.95, 2.45, near: near, far: far)
        frame.trace(on: s)
        s.fill(paint.wood.mixed(paint.shade, 0.35))
        if isDoor {
            for k in 0..<2 {
                let leaf = frame.part(Double(k) / 2 + 0.04, 0.05, Double(k + 1) / 2 - 0.04, 1)
                leaf.trace(on: s)
                s.fill(paint.wood)
                lattice(s, paint, leaf.part(0.14, 0.06, 0.86, 0.58), columns: 3, rows: 5)
            }
        } else {
            lattice(s, paint, frame.part(0.06, 0.06, 0.94, 0.94), columns: 5, rows: 5)
            let sill = court.view.side(side * (court.wing - 0.1), 0.88, 0.96, near: near - 0.1, far: far + 0.1)
            sill.trace(on: s)
            s.fill(paint.stone.mixed(paint.shade, 0.2))
        }
    }

    private static func shadeOfEave(_ s: PaintSurface, _ paint: Paint, _ wall: Facet, _ side: Double) {
        let band = wall.part(0, 0, 1, 0.42)
        band.trace(on: s)
        let near = side < 0 ? 0.0 : 1.0
        s.fill(
            from: band.at(near, 0), to: band.at(near, 1),
            [Stop(0, paint.shade, 0.6), Stop(0.6, paint.shade, 0.2), Stop(1, paint.shade, 0)])
    }

    private static func roof(
        _ s: PaintSurface, _ paint: Paint, _ court: Court, _ side: Double, _ near: Double,
        _ far: Double, lit: Bool
    ) {
        let slope = court.view.slope(
            side * (court.wing - 0.6), 2.95, side * (court.wing + 2.2), 4.5, near: near * 0.8,
            far: far)
        TiledRoof(
            slope: slope, columns: 40, tile: paint.tile.mixed(lit ? paint.light : paint.shade, lit ? 0.1 : 0.2),
            light: paint.light, shade: paint.shade,
            snow: paint.season.hasSnow ? paint.air.seen(Colour(0xF6FAFF)).mixed(paint.shade, lit ? 0 : 0.12) : nil,
            sag: 0.03, ridge: court.view.scale(14) * 0.14
        ).paint(on: s)
    }
}
