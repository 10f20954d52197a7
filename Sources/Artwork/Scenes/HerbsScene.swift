import BatchVideo
import Foundation

/// A pharmacy of plants: a cabinet of drawers, jars, bunches drying, a mortar, a pot that simmers.
struct HerbsScene: SceneFamilyPainter {
    struct Plan {
        var opening: Interior.Opening
        /// Open shelves with jars, and the part with drawers: left edge, top and bottom rows.
        var shelves: [(x: Double, top: Double, bottom: Double)]
        var drawers: (x: Double, top: Double)
        var beam: Double
        var counter: Double
        /// Pixels of the things on the counter.
        var scale: Double
    }

    static let lightSide = -1.0

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let plan = self.plan(scene.stage)
        let stage = scene.stage
        var random = scene.random("composition")
        outside(&scene, plan, &random)
        room(&scene, paint, plan, &random)
        counter(&scene, paint, plan)
        still(&scene, paint, plan, &random)
        bunches(&scene, paint, plan, &random)
        scene.add(
            ParticleLayer(
                .dust, count: 80, colours: [paint.light], size: stage.unit * 0.0052,
                travel: Point(stage.unit * 0.10, -stage.unit * 0.08), top: stage.y(0.1),
                bottom: stage.y(0.85), stage: stage, random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.36, deep: 0.62)
        scene.look.vignette = 0.36
        scene.look.shade = scene.pick(
            warm: Colour(0x241006), clear: Colour(0x101E16), deep: Colour(0x050416))
    }

    private static func plan(_ stage: Stage) -> Plan {
        let unit = stage.unit
        func x(_ l: Double, _ p: Double, _ s: Double) -> Double {
            stage.x(stage.pick(l, portrait: p, square: s))
        }
        func y(_ l: Double, _ p: Double, _ s: Double) -> Double {
            stage.y(stage.pick(l, portrait: p, square: s))
        }
        let shelves: [(x: Double, top: Double, bottom: Double)] = stage.pick(
            [(stage.x(0.375), stage.y(0.205), stage.y(0.415))],
            portrait: [
                (stage.x(0.58), stage.y(0.135), stage.y(0.255)),
                (stage.x(0.58), stage.y(0.265), stage.y(0.385)),
            ],
            square: [(stage.x(0.49), stage.y(0.21), stage.y(0.405))])
        return Plan(
            opening: Interior.Opening(
                x: x(0.06, 0.08, 0.06), y: y(0.13, 0.125, 0.14), width: x(0.26, 0.43, 0.36),
                height: y(0.40, 0.25, 0.37)),
            shelves: shelves, drawers: (x(0.375, -0.1, 0.49), y(0.43, 0.40, 0.42)),
            beam: y(0.055, 0.035, 0.05), counter: y(0.645, 0.585, 0.64),
            scale: unit * stage.pick(1, portrait: 1.1, square: 0.92))
    }

    private static func outside(
        _ scene: inout SceneBuilder, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let o = plan.opening
        let isRight = random.unit() < 0.5
        WindowView(
            opening: o, light: .of(scene),
            season: .of(scene.season ?? scene.pick(warm: .autumn, clear: .summer, deep: .spring)),
            sun: Point(
                o.x + o.width * (isRight ? 0.26 : 0.72), o.y + o.height * random.uniform(0.2, 0.3)),
            growth: isRight ? .rightTree : .leftTree
        ).add(to: &scene)
    }

    private static func counter(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Interior.wood(
            paint.counter, light: paint.light, top: plan.counter, bottom: stage.bottom,
            lightX: plan.opening.right, sheen: scene.pick(warm: 0.5, clear: 0.45, deep: 0.26),
            on: s, seed: scene.noiseSeed("grain"))
        s.rectangle(stage.left, plan.counter, stage.right - stage.left, unit * 0.035)
        s.fill(
            from: Point(0, plan.counter), to: Point(0, plan.counter + unit * 0.035),
            [Stop(0, paint.shade, 0.5), Stop(1, paint.shade, 0)])
        s.rectangle(stage.left, plan.counter, stage.right - stage.left, max(unit * 0.003, 1))
        s.fill(paint.light, 0.3)
        scene.add(s, depth: 0.42)
    }

    static func solids(_ s: PaintSurface, _ paint: Paint) -> Solids {
        Solids(
            surface: s, lightSide: lightSide, light: paint.light, shade: paint.shade,
            tone: paint.tone)
    }

    /// What hangs from the beam, in three layers that swing each in its own time.
    private static func bunches(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let count = stage.pick(9, portrait: 6, square: 7)
        let start = random.index(HerbBunches.Plant.allCases.count)
        for layer in 0..<3 {
            let s = scene.surface()
            let bunches = HerbBunches(solids: solids(s, paint))
            for k in stride(from: layer, to: count, by: 3) {
                let x = stage.x(
                    (Double(k) + 0.5 + random.uniform(-0.22, 0.22)) / Double(count))
                bunches.hang(
                    HerbBunches.Plant.allCases[(start + k) % 6], at: Point(x, plan.beam),
                    length: unit * random.uniform(0.19, 0.27), &random)
            }
            scene.add(
                s, depth: 0.5 + 0.06 * Double(layer),
                .sway(
                    pivot: plan.beam, reach: -unit * 0.25, pixels: unit * 0.011,
                    turns: 1 + layer % 2, phase: 0.31 * Double(layer)))
        }
    }
}
