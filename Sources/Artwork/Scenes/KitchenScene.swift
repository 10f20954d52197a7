import BatchVideo
import Foundation

/// A kitchen: something hot and good on the counter, vegetables, a window with the day in it.
struct KitchenScene: SceneFamilyPainter {
    struct Plan {
        var opening: Interior.Opening
        /// Rows where the tiles begin and where the counter meets the wall.
        var tiles: Double
        var counter: Double
        /// Pixels of the things on the counter.
        var scale: Double
        var lamp: Point
        /// The rail's left end and length.
        var rail: (at: Point, length: Double)
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
        lamplight(&scene, paint, plan)
        scene.add(
            ParticleLayer(
                .dust, count: 54, colours: [paint.light], size: stage.unit * 0.005,
                travel: Point(stage.unit * 0.07, -stage.unit * 0.07), top: stage.y(0.08),
                bottom: stage.y(0.85), stage: stage, random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.36, deep: 0.6)
        scene.look.vignette = 0.34
        scene.look.shade = scene.pick(
            warm: Colour(0x2A1206), clear: Colour(0x12201E), deep: Colour(0x06051A))
    }

    private static func plan(_ stage: Stage) -> Plan {
        let unit = stage.unit
        return Plan(
            opening: Interior.Opening(
                x: stage.x(stage.pick(0.075, portrait: 0.13, square: 0.09)),
                y: stage.y(stage.pick(0.07, portrait: 0.085, square: 0.07)),
                width: stage.x(stage.pick(0.40, portrait: 0.74, square: 0.52)),
                height: stage.y(stage.pick(0.42, portrait: 0.27, square: 0.40))),
            tiles: stage.y(stage.pick(0.36, portrait: 0.30, square: 0.38)),
            counter: stage.y(stage.pick(0.645, portrait: 0.59, square: 0.64)),
            scale: unit * stage.pick(1, portrait: 1.12, square: 0.92),
            lamp: Point(
                stage.x(stage.pick(0.60, portrait: 0.80, square: 0.80)),
                stage.y(stage.pick(0.20, portrait: 0.19, square: 0.115))),
            rail: (
                Point(
                    stage.x(stage.pick(0.56, portrait: 0.10, square: 0.66)),
                    stage.y(stage.pick(0.405, portrait: 0.405, square: 0.405))),
                stage.pick(stage.x(0.38), portrait: stage.x(0.80), square: stage.x(0.30))
            ))
    }

    private static func outside(
        _ scene: inout SceneBuilder, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let o = plan.opening
        let isRight = random.unit() < 0.65
        WindowView(
            opening: o, light: .of(scene),
            season: .of(scene.season ?? scene.pick(warm: .autumn, clear: .spring, deep: .summer)),
            sun: Point(
                o.x + o.width * (random.uniform(0.16, 0.36) + (isRight ? 0 : 0.46)),
                o.y + o.height * random.uniform(0.2, 0.34)),
            growth: isRight ? .rightTree : .leftTree
        ).add(to: &scene)
    }

    private static func counter(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Interior.wood(
            paint.counter, light: paint.light, top: plan.counter, bottom: stage.bottom,
            lightX: scene.palette == .deep ? plan.lamp.x : plan.opening.centre.x,
            sheen: scene.pick(warm: 0.6, clear: 0.5, deep: 0.34), on: s,
            seed: scene.noiseSeed("grain"))
        s.rectangle(stage.left, plan.counter, stage.right - stage.left, unit * 0.03)
        s.fill(
            from: Point(0, plan.counter), to: Point(0, plan.counter + unit * 0.03),
            [Stop(0, paint.shade, 0.4), Stop(1, paint.shade, 0)])
        s.rectangle(stage.left, plan.counter, stage.right - stage.left, max(unit * 0.003, 1))
        s.fill(paint.light, 0.3)
        scene.add(s, depth: 0.42)
    }

    static func solids(_ s: PaintSurface, _ paint: Paint) -> Solids {
        Solids(
            surface: s, lightSide: lightSide, light: paint.light, shade: paint.shade,
            tone: paint.tone)
    }

    /// The lamp's shade hangs in front of everything; its light falls on the whole room.
    private static func lamplight(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let (unit, p) = (stage.unit, plan.lamp)
        let s = scene.surface()
        let w = unit * 0.085
        s.move(p.x, stage.top)
        s.line(p.x, p.y - w * 0.8)
        s.stroke(paint.shade.mixed(paint.wallFar, 0.3), width: max(unit * 0.004, 1))
        let enamel = scene.pick(
            warm: Colour(0xA4482C), clear: Colour(0x4F7E86), deep: Colour(0x2E4A58))
        s.ellipse(p.x, p.y, w * 0.98, w * 0.2)
        s.fill(paint.lamp.mixed(paint.wallNear, 1 - max(paint.lampStrength, 0.2)))
        s.move(p.x - w, p.y)
        s.curve(
            Point(p.x - w * 0.95, p.y - w * 0.62), Point(p.x - w * 0.3, p.y - w * 0.75),
            to: Point(p.x - w * 0.16, p.y - w * 0.86))
        s.line(p.x + w * 0.16, p.y - w * 0.86)
        s.curve(
            Point(p.x + w * 0.3, p.y - w * 0.75), Point(p.x + w * 0.95, p.y - w * 0.62),
            to: Point(p.x + w, p.y))
        s.curve(
            Point(p.x + w * 0.6, p.y + w * 0.10), Point(p.x - w * 0.6, p.y + w * 0.10),
            to: Point(p.x - w, p.y))
        s.close()
        solids(s, paint).bulge(enamel, around: Point(p.x, p.y - w * 0.3), radius: w, gloss: 0.5)
        s.move(p.x - w, p.y)
        s.curve(
            Point(p.x - w * 0.6, p.y + w * 0.13), Point(p.x + w * 0.6, p.y + w * 0.13),
            to: Point(p.x + w, p.y))
        s.stroke(paint.lamp, 0.5 + 0.5 * paint.lampStrength, width: max(w * 0.035, 1))
        scene.add(
            s, depth: 0.3,
            .sway(pivot: stage.top, reach: -(p.y - stage.top), pixels: unit * 0.005, turns: 1, phase: 0.1))
        guard paint.lampStrength > 0 else { return }
        let glow = scene.surface()
        glow.rectangle(stage.left, stage.top, Double(glow.columns), Double(glow.rows))
        let k = paint.lampStrength
        glow.fill(
            around: Point(p.x, p.y + w * 0.2), radius: unit * 1.05,
            [
                Stop(0, paint.lamp, 0.7 * k), Stop(0.06, paint.lamp, 0.42 * k),
                Stop(0.25, paint.lamp, 0.20 * k), Stop(0.6, paint.lamp, 0.07 * k),
                Stop(1, paint.lamp, 0),
            ])
        scene.add(glow, depth: 0.3, breath: (low: 0.84, turns: 3, phase: 0.1))
    }
}
