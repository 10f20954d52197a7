import BatchVideo
import Foundation

/// A consulting room seen from the doctor's desk: a window with plants, a couch, clean light.
struct ClinicScene: SceneFamilyPainter {
    struct Plan {
        var view: RoomView
        /// The window in the wall ahead, in metres and in the picture.
        var window: (left: Double, right: Double, low: Double, high: Double)
        var opening: Interior.Opening
        /// The desk's far edge, and its right end.
        var edge: Double
        var end: Double
        var top = 0.75
        /// Where the wall ahead has room for pictures, right of the window.
        var pictures: [Double]
        var isLampLit: Bool
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let plan = self.plan(scene)
        var random = scene.random("composition")
        outside(&scene, paint, plan, &random)
        room(&scene, paint, plan, &random)
        curtains(&scene, paint, plan, &random)
        sunlight(&scene, paint, plan, &random)
        furniture(&scene, paint, plan, &random)
        desk(&scene, paint, plan, &random)
        lamplight(&scene, paint, plan)
        scene.add(
            ParticleLayer(
                .dust, count: Int(44 * scene.stage.width / scene.stage.unit), colours: [paint.light],
                size: scene.stage.unit * 0.0046,
                travel: Point(scene.stage.unit * 0.07, scene.stage.unit * 0.05),
                top: scene.stage.y(0.1), bottom: scene.stage.y(0.85), stage: scene.stage,
                random: &random))
        scene.look.bloom = scene.pick(warm: 0.36, clear: 0.28, deep: 0.5)
        scene.look.vignette = 0.3
        scene.look.shade = paint.shade
    }

    private static func plan(_ scene: SceneBuilder) -> Plan {
        let stage = scene.stage
        let view = RoomView(
            vanish: Point(
                stage.x(stage.pick(0.48, portrait: 0.50, square: 0.49)),
                stage.y(stage.pick(0.40, portrait: 0.36, square: 0.39))),
            focal: stage.unit * stage.pick(0.95, portrait: 0.90, square: 0.92),
            eye: stage.pick(1.5, portrait: 1.65, square: 1.55),
            left: stage.pick(3.4, portrait: 2.1, square: 2.5),
            right: stage.pick(3.2, portrait: 2.1, square: 2.45), depth: 5,
            height: stage.pick(2.95, portrait: 3.3, square: 3.1))
        let window = stage.pick(
            (left: -2.55, right: 0.80, low: 0.82, high: 2.58),
            portrait: (left: -1.62, right: 0.62, low: 0.85, high: 2.72),
            square: (left: -1.95, right: 0.62, low: 0.82, high: 2.62))
        let (a, b) = (
            view.place(window.left, window.high, view.depth),
            view.place(window.right, window.low, view.depth)
        )
        return Plan(
            view: view, window: window,
            opening: Interior.Opening(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y),
            edge: stage.pick(2.35, portrait: 2.25, square: 2.3),
            end: stage.pick(0.72, portrait: 3, square: 1.6),
            pictures: stage.pick([1.52], portrait: [1.05], square: [1.12]),
            isLampLit: scene.palette == .deep)
    }

    private static func outside(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let horizon = o.y + o.height * 0.72
        let s = scene.surface()
        let around = unit * 0.08
        s.rectangle(o.x - around, o.y - around, o.width + 2 * around, o.height + 2 * around)
        s.fill(
            from: Point(0, o.y - around), to: Point(0, horizon),
            paint.sky.enumerated().map { Stop(Double($0.offset) / 3, $0.element) })
        let sun = Point(o.x + o.width * random.uniform(0.2, 0.4), o.y + o.height * 0.26)
        if scene.dayTime == .night {
            Sky.moon(
                at: sun, radius: unit * 0.028, on: s, halo: paint.light,
                seed: scene.noiseSeed("moon"))
        } else {
            s.glow(sun.x, sun.y, radius: unit * 0.34, paint.sun, 0.75)
            s.circle(sun.x, sun.y, unit * 0.026)
            s.fill(paint.sun.lighter(0.6), scene.palette == .deep ? 0.3 : 0.9)
        }
        scene.add(s, depth: 0.03)
        for row in 0..<2 {
            let hills = scene.surface()
            let colour = paint.hills.mixed(paint.sky[3], row == 0 ? 0.55 : 0.2)
            Ridge(
                stage, base: horizon - unit * (0.02 - 0.03 * Double(row)), amplitude: unit * 0.03,
                peaks: 2.8, .soft, seed: scene.noiseSeed("hill\(row)")
            ).trace(on: hills, bottom: o.bottom + around)
            hills.fill(colour)
            scene.add(hills, depth: 0.05 + 0.015 * Double(row))
        }
        garden(&scene, paint, plan, horizon, &random)
    }

    /// Trees and a hedge before the window, moved by the wind.
    private static func garden(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ horizon: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let leaves = paint.leaves(scene.season)
        for (k, share) in [random.uniform(0.02, 0.12), random.uniform(0.80, 0.95)].enumerated() {
            var look = Tree.Look(
                bark: paint.hills.darker(0.5), barkLight: paint.hills.mixed(paint.sun, 0.4),
                leaves: ColourRamp(leaves))
            look.fullness = scene.season == .winter ? 0 : 58
            look.leafSize = 0.0125
            look.lightSide = k == 0 ? 1 : -1
            look.accent = scene.season == .spring ? .white : nil
            look.accentShare = 0.2
            let height = o.height * random.uniform(1.05, 1.3)
            let foot = Point(o.x + o.width * share, o.bottom + o.height * (k == 0 ? 0.14 : 0.02))
            let s = scene.surface()
            Tree(at: foot, height: height, look, random: &random).paint(on: s, random: &random)
            scene.add(
                s, depth: 0.1,
                .sway(
                    pivot: foot.y, reach: height, pixels: height * 0.014, turns: 2,
                    phase: 0.4 * Double(k)))
        }
        let hedge = scene.surface()
        let green = scene.season == .spring ? Foliage.leaves(nil).map { $0.mixed(paint.sun, 0.18) } : leaves
        for _ in 0..<Int(o.width / unit * 260) {
            let x = o.x + o.width * random.uniform(-0.05, 1.05)
            let t = random.unit()
            hedge.leaf(
                x, o.bottom - o.height * 0.16 * (1 - t) + unit * 0.01, unit * 0.015, unit * 0.009,
                tilt: random.uniform(-1, 1))
            hedge.fill(green[min(Int((1 - t) * 2.4 + random.unit()), 3)])
        }
        scene.add(
            hedge, depth: 0.12,
            .sway(
                pivot: o.bottom, reach: o.height * 0.2, pixels: unit * 0.004, turns: 2, phase: 0.6))
        let isWinter = scene.season == .winter
        scene.add(
            ParticleLayer(
                isWinter ? .snow : .leaf, count: isWinter ? 90 : 20,
                colours: isWinter ? [.white] : [leaves[2], leaves[3]],
                size: unit * (isWinter ? 0.0055 : 0.007), travel: Point(unit * 0.14, o.height * 0.9),
                top: o.y - o.height * 0.2, bottom: o.bottom, stage: stage, random: &random))
    }
}
