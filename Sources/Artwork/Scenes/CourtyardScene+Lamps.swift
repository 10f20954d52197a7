import BatchVideo
import Foundation

extension CourtyardScene {
    /// Lanterns of red silk under the eave, and their light.
    static func lamps(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, bays: Int
    ) {
        let court = plan.court
        let step = 2 * court.half / Double(bays)
        let places = (0...bays).map { -court.half + step * Double($0) }.filter { abs($0) < court.half - 0.1 }
        let pivot = court.view.at(0, eave - 0.1, court.hall - 0.7).y
        let r = court.view.scale(court.hall) * 0.34
        for (i, x) in places.enumerated() {
            let s = scene.surface()
            let p = court.view.at(x, eave - 0.1, court.hall - 0.7)
            SilkLantern(
                silk: paint.lantern, gold: paint.air.seen(Colour(0xE8BE5C)).mixed(Colour(0xE8BE5C), 0.35),
                light: paint.light, shade: paint.shade, lamp: paint.lamps, lightSide: plan.lightSide
            ).paint(at: p, radius: r, on: s)
            scene.add(
                s, depth: 0.2,
                .sway(
                    pivot: pivot, reach: -r * 4.2, pixels: r * 0.16, turns: 1 + i % 2, phase: 0.27 * Double(i)))
        }
        guard paint.lamps > 0 else { return }
        let glow = scene.surface()
        for x in places {
            let p = court.view.at(x, eave - 1.0, court.hall - 0.7)
            glow.circle(p.x, p.y, r * 7)
            glow.fill(
                around: p, radius: r * 7,
                [
                    Stop(0, Colour(0xFF8A4A), 0.5 * paint.lamps), Stop(0.2, Colour(0xFF7A40), 0.2 * paint.lamps),
                    Stop(1, Colour(0xFF6A38), 0),
                ])
        }
        let floor = court.view.at(0, 0, court.hall - 3.5)
        glow.isolated {
            glow.translate(floor.x, floor.y)
            glow.scale(1, 0.2)
            glow.circle(0, 0, court.view.scale(13) * 5)
            glow.fill(
                around: Point(0, 0), radius: court.view.scale(13) * 5,
                [
                    Stop(0, Colour(0xFFB06A), 0.4 * paint.lamps), Stop(0.5, Colour(0xFFA05A), 0.16 * paint.lamps),
                    Stop(1, Colour(0xFF9A50), 0),
                ])
        }
        scene.add(glow, depth: 0.2, breath: (low: 0.74, turns: 3, phase: 0.2))
    }
}
