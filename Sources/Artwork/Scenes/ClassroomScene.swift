import BatchVideo
import Foundation

/// A classroom after lessons: a blackboard with chalk drawings, desks, light through tall windows.
struct ClassroomScene: SceneFamilyPainter {
    struct Plan {
        var view: RoomView
        /// Windows in the left wall: where each begins and ends away from us, and their sill and top.
        var windows: [ClosedRange<Double>]
        var sill: Double
        var top: Double
        /// The way of the sun's light: right, down and away for each metre to the right.
        var fall: (down: Double, away: Double)
        /// Middles of the desks, from the far row to the near one.
        var desks: [(x: Double, z: Double)]
        var isLampLit: Bool

        /// Sunlight at a place, 0-1: traced back to the window wall.
        func sun(_ x: Double, _ y: Double, _ z: Double) -> Double {
            let way = x + view.left
            let (up, back) = (y + fall.down * way, z - fall.away * way)
            let high = smoothstep(sill - 0.1, sill + 0.15, up) * smoothstep(top + 0.1, top - 0.15, up)
            let wide = windows.map {
                smoothstep($0.lowerBound - 0.1, $0.lowerBound + 0.15, back)
                    * smoothstep($0.upperBound + 0.1, $0.upperBound - 0.15, back)
            }
            return high * (wide.max() ?? 0)
        }
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let plan = self.plan(scene)
        var random = scene.random("composition")
        outside(&scene, paint, plan, &random)
        room(&scene, paint, plan, &random)
        sunlight(&scene, paint, plan)
        fan(&scene, paint, plan)
        furniture(&scene, paint, plan, &random)
        shafts(&scene, paint, plan)
        lamps(&scene, paint, plan)
        scene.add(
            ParticleLayer(
                .dust, count: Int(64 * scene.stage.width / scene.stage.unit), colours: [paint.light],
                size: scene.stage.unit * 0.0050,
                travel: Point(scene.stage.unit * 0.10, scene.stage.unit * 0.05),
                top: scene.stage.y(0.08), bottom: scene.stage.y(0.85), stage: scene.stage,
                random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.36, deep: 0.55)
        scene.look.vignette = 0.34
        scene.look.shade = paint.shade
    }

    private static func plan(_ scene: SceneBuilder) -> Plan {
        let stage = scene.stage
        let view = RoomView(
            vanish: Point(
                stage.x(stage.pick(0.60, portrait: 0.585, square: 0.60)),
                stage.y(stage.pick(0.385, portrait: 0.31, square: 0.36))),
            focal: stage.unit * stage.pick(0.91, portrait: 0.86, square: 0.88),
            eye: stage.pick(1.5, portrait: 2.0, square: 1.65),
            left: stage.pick(3.9, portrait: 2.35, square: 3.0),
            right: stage.pick(2.25, portrait: 1.5, square: 1.75), depth: 6.2,
            height: stage.pick(3.3, portrait: 4.1, square: 3.6))
        let (first, room) = (stage.pick(3.05, portrait: 3.05, square: 3.1), 1.03)
        let columns = stage.pick(
            [-2.7, -1.35, 0, 1.35], portrait: [-1.45, -0.15], square: [-1.95, -0.6, 0.75])
        let rows = stage.pick([4.55, 3.6, 2.65], portrait: [4.7, 3.8, 2.9, 2.05], square: [4.55, 3.6, 2.65])
        return Plan(
            view: view,
            windows: (0..<3).map {
                first + room * Double($0)...first + room * Double($0) + 0.80
            },
            sill: 0.95, top: view.height - 0.32,
            fall: (scene.dayTime == .day ? 0.62 : 0.40, -0.16),
            desks: rows.flatMap { z in columns.map { (x: $0, z: z) } },
            isLampLit: scene.palette == .deep)
    }

    private static func outside(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let edge = plan.view.place(-plan.view.left, 0, plan.view.depth).x
        let horizon = plan.view.vanish.y + unit * 0.06
        let s = scene.surface()
        s.rectangle(
            stage.left, stage.top, edge + unit * 0.06 - stage.left, horizon + unit * 0.2 - stage.top)
        s.fill(
            from: Point(0, stage.top), to: Point(0, horizon),
            paint.sky.enumerated().map { Stop(Double($0.offset) / 3, $0.element) })
        let sun = Point(edge * 0.45, horizon - unit * 0.22)
        if scene.dayTime == .night {
            var stars = scene.random("stars")
            Sky.stars(300, on: s, bottom: horizon, random: &stars)
            Sky.moon(
                at: sun, radius: unit * 0.035, on: s, halo: paint.light, seed: scene.noiseSeed("moon"))
        } else {
            s.glow(sun.x, sun.y, radius: unit * 0.5, paint.sun, 0.7)
            s.circle(sun.x, sun.y, unit * 0.03)
            s.fill(paint.sun.lighter(0.6), scene.palette == .deep ? 0.25 : 0.9)
        }
        scene.add(s, depth: 0.03)
        let hills = scene.surface()
        for row in 0..<2 {
            let colour = paint.hills.mixed(paint.sky[3], row == 0 ? 0.55 : 0.15)
            Ridge(
                stage, base: horizon - unit * (0.03 - 0.05 * Double(row)), amplitude: unit * 0.035,
                peaks: 2.6, .soft, seed: scene.noiseSeed("hill\(row)")
            ).trace(on: hills, bottom: stage.bottom)
            hills.fill(colour)
        }
        scene.add(hills, depth: 0.05)
        trees(&scene, paint, plan, horizon, edge, &random)
        if scene.season == .winter {
            scene.add(
                ParticleLayer(
                    .snow, count: Int(120 * stage.width / unit), colours: [.white], size: unit * 0.007,
                    travel: Point(unit * 0.08, stage.height * 0.5), top: 0, bottom: stage.height * 0.6,
                    stage: stage, random: &random))
        } else {
            scene.add(
                ParticleLayer(
                    .leaf, count: 30, colours: [paint.leaves(scene.season)[2], paint.leaves(scene.season)[3]],
                    size: unit * 0.008, travel: Point(unit * 0.2, unit * 0.4), top: 0,
                    bottom: stage.height * 0.55, stage: stage, random: &random))
        }
    }

    /// Crowns before the windows that sway.
    private static func trees(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ horizon: Double,
        _ edge: Double, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let leaves = paint.leaves(scene.season)
        for k in 0..<2 {
            var look = Tree.Look(
                bark: paint.hills.darker(0.5), barkLight: paint.hills.mixed(paint.sun, 0.4),
                leaves: ColourRamp(leaves))
            look.fullness = scene.season == .winter ? 0 : 66
            look.leafSize = 0.0125
            look.lightSide = 1
            look.accent = scene.season == .spring ? .white : nil
            look.accentShare = 0.2
            let height = unit * random.uniform(0.56, 0.70)
            let x = edge * (k == 0 ? random.uniform(0.05, 0.25) : random.uniform(0.75, 0.98))
            let s = scene.surface()
            Tree(
                at: Point(x, horizon + unit * (0.18 - 0.06 * Double(k))), height: height, look,
                random: &random
            ).paint(on: s, random: &random)
            scene.add(
                s, depth: 0.10,
                .sway(
                    pivot: horizon + unit * 0.18, reach: height, pixels: unit * 0.011, turns: 2,
                    phase: 0.35 * Double(k)))
        }
    }
}
