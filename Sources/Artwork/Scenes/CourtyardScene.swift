import BatchVideo
import Foundation

/// A courtyard with a hall and two wings of grey brick, a tree that shows the season, pots, lanterns.
struct CourtyardScene: SceneFamilyPainter {
    /// The court in metres, and how it is seen.
    struct Court {
        let view: Perspective
        /// Distance of the hall's columns, and half its breadth.
        let hall = 18.0
        let half: Double
        /// Distance of the wings from the middle.
        let wing: Double

        init(_ stage: Stage) {
            let scale = stage.width * stage.pick(0.0525, portrait: 0.104, square: 0.078)
            view = Perspective(
                vanishing: Point(
                    stage.width / 2, stage.y(stage.pick(0.445, portrait: 0.50, square: 0.47))),
                focal: scale * hall, eye: 1.9)
            half = stage.pick(5.6, portrait: 3.3, square: 4.0)
            wing = stage.pick(6.1, portrait: 3.75, square: 4.5)
        }
    }

    struct Plan {
        let court: Court
        /// -1 when the light comes from the left, 1 from the right.
        let lightSide: Double
        /// The side of the tree; the vat stands on the other.
        let treeSide: Double
        let sun: Point
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let side = random.unit() < 0.5 ? -1.0 : 1.0
        let court = Court(stage)
        let plan = Plan(
            court: court, lightSide: side, treeSide: random.unit() < 0.7 ? -side : side,
            sun: Point(
                stage.x(0.5 + side * random.uniform(0.2, 0.3)),
                stage.y(stage.pick(0.08, portrait: 0.13, square: 0.085))))
        air(&scene, paint, plan, &random)
        ground(&scene, paint, plan, &random)
        hall(&scene, paint, plan, &random)
        wings(&scene, paint, plan, &random)
        things(&scene, paint, plan, &random)
        falling(&scene, paint, &random)
        scene.look.bloom = scene.pick(warm: 0.45, clear: 0.32, deep: 0.62)
        scene.look.vignette = 0.32
        scene.look.shade = scene.pick(
            warm: Colour(0x24120E), clear: Colour(0x101C26), deep: Colour(0x040618))
    }

    private static func ground(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let court = plan.court
        let stage = scene.stage
        let s = scene.surface()
        let top = court.view.at(0, 0, 19).y
        s.rectangle(stage.left, top, stage.right - stage.left, stage.bottom - top)
        s.fill(
            from: Point(0, top), to: Point(0, stage.bottom),
            [
                Stop(0, paint.paving.mixed(paint.air.haze, 0.34)), Stop(0.4, paint.paving),
                Stop(1, paint.paving.mixed(paint.shade, 0.32)),
            ])
        bricks(s, paint, court, &random)
        shadows(s, paint, plan, &random)
        let paper = NoiseField(
            width: s.columns / 2, height: s.rows / 2, .init(cells: 60, octaves: 4, aspect: 0.4),
            seed: scene.noiseSeed("grit"))
        s.mottle(paper, strength: 0.07, top: top, bottom: stage.bottom)
        scene.add(s, depth: 0.26)
    }

    private static func bricks(
        _ s: PaintSurface, _ paint: Paint, _ court: Court, _ random: inout SeededRandom
    ) {
        let covered = paint.season.hasSnow
        let joint = paint.shade.mixed(paint.paving, 0.3)
        var (z, row) = (19.0, 0)
        while court.view.at(0, 0, z).y < s.stage.bottom {
            let near = z - (z > 8 ? 0.62 : 0.5)
            let far = court.view.at(0, 0, z)
            s.move(s.stage.left, far.y)
            s.line(s.stage.right, far.y)
            s.stroke(joint, covered ? 0.10 : 0.34, width: max(court.view.scale(z) * 0.012, 0.6))
            var x = -court.wing - 3 + (row % 2 == 0 ? 0 : 0.45)
            while x < court.wing + 3 {
                let path = abs(x + 0.45) < 1.0
                let (a, b) = (court.view.at(x, 0, z), court.view.at(x, 0, near))
                if b.x > s.stage.left && court.view.at(x + 0.9, 0, near).x < s.stage.right + 200 {
                    let c = (court.view.at(x + 0.9, 0, z), court.view.at(x + 0.9, 0, near))
                    if path || random.unit() < 0.5 {
                        s.polygon([a, c.0, c.1, b])
                        let tint = random.unit() < 0.5 ? paint.light : paint.shade
                        path && !covered
                            ? s.fill(paint.stone.mixed(tint, random.uniform(0, 0.10)), 0.75)
                            : path
                                ? s.fill(paint.shade, random.uniform(0.10, 0.16))
                                : s.fill(tint, random.uniform(0, covered ? 0.03 : 0.12))
                    }
                    s.move(a.x, a.y)
                    s.line(b.x, b.y)
                    s.stroke(joint, covered ? 0.08 : 0.3, width: max(court.view.scale(z) * 0.012, 0.6))
                }
                x += 0.9
            }
            z = near
            row += 1
        }
    }

    /// The wing on the light's side and the tree throw theirs on the ground.
    private static func shadows(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (court, side) = (plan.court, plan.lightSide)
        let strength = paint.air.isNight ? 0.22 : 0.34
        s.polygon([
            court.view.at(side * court.wing, 0, 19), court.view.at(side * (court.wing - 1.9), 0, 19),
            court.view.at(side * (court.wing - 1.9), 0, 3), court.view.at(side * court.wing, 0, 3),
        ])
        s.fill(paint.shade, strength)
        let trunk = treeFoot(plan, s.stage)
        let density = paint.season.fullness > 0 ? 150 : 30
        for _ in 0..<density {
            let (a, d) = (random.uniform(0, 2 * .pi), random.unit().squareRoot())
            let p = court.view.at(
                trunk.x - side * 1.7 + cos(a) * d * 2.9, 0, max(trunk.z - 0.9 + sin(a) * d * 2.4, 3.2))
            let r = court.view.scale(trunk.z) * random.uniform(0.08, 0.26)
            s.ellipse(p.x, p.y, r, r * 0.22)
            s.fill(paint.shade, 0.15)
        }
    }

    /// Where the tree stands: metres from the middle and from the eye.
    static func treeFoot(_ plan: Plan, _ stage: Stage) -> (x: Double, z: Double) {
        return (
            plan.treeSide * stage.pick(4.3, portrait: 2.45, square: 2.95),
            stage.pick(11.2, portrait: 11.2, square: 11)
        )
    }

    private static func falling(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        if let kind = paint.season.falling {
            scene.add(
                ParticleLayer(
                    kind, count: kind == .snow ? 170 : 56,
                    colours: kind == .snow
                        ? [paint.air.seen(.white).lighter(0.3)]
                        : [paint.leaves[2], paint.leaves[3], paint.accent],
                    size: unit * (kind == .snow ? 0.0062 : 0.0095),
                    travel: Point(-unit * 0.28, stage.height * 0.6), top: 0,
                    bottom: stage.height * 0.95, stage: stage, random: &random))
            return
        }
        scene.add(
            ParticleLayer(
                scene.palette == .deep ? .firefly : .dust, count: scene.palette == .deep ? 26 : 60,
                colours: [scene.palette == .deep ? Colour(0xE4FF9A) : paint.light], size: unit * 0.0045,
                travel: Point(unit * 0.12, -unit * 0.06), top: stage.y(0.35), bottom: stage.y(0.92),
                stage: stage, random: &random))
    }
}
