import BatchVideo
import Foundation

extension DesertScene {
    /// Footprints over the near sand, from our feet towards the valley.
    static func tracks(
        _ plan: Plan, _ paint: Paint, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let unit = s.stage.unit
        let start = random.uniform(0.12, 0.34)
        let bend = random.uniform(0, 1)
        var before = s.stage.bottom * 2
        for i in 0..<64 {
            let z = 0.7 + pow(Double(i) / 64, 1.4) * 3.2
            let side = i % 2 == 0 ? 0.022 : -0.022
            let x = start + 0.16 * wave(z * 0.23 + bend) + side
            guard let p = plan.field.place(x: x, z: z) else { continue }
            let r = unit * 0.0125 / z
            // Prints on ground seen edge on would lie on each other.
            guard r > 0.7, p.y < before - r * 0.9 else { continue }
            before = p.y
            s.ellipse(p.x, p.y, r * 1.15, r * 0.5)
            s.fill(paint.sand[0], 0.42)
            s.ellipse(p.x - r * 0.35, p.y + r * 0.30, r, r * 0.3)
            s.fill(paint.sand[paint.sand.count - 1], 0.28)
        }
    }

    /// Tufts of dry grass; desert poplars where the season has them.
    static func growth(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        if scene.season == .autumn || (scene.season != .winter && random.unit() < 0.35) {
            poplars(&scene, paint, plan, &random)
        }
        let s = scene.surface()
        let corner = random.unit() < 0.5 ? 0.10 : 0.86
        for _ in 0..<7 {
            let x = stage.x(corner + random.gauss(0, 0.07))
            let y = stage.height - unit * random.uniform(-0.03, 0.10)
            tuft(
                at: Point(x, y), height: unit * random.uniform(0.07, 0.15), paint, s, &random)
        }
        scene.add(
            s, depth: 0.86,
            .sway(pivot: stage.height, reach: unit * 0.2, pixels: unit * 0.012, turns: 3, phase: 0.2))
    }

    private static func tuft(
        at p: Point, height h: Double, _ paint: Paint, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        shade(paint, at: Point(p.x - h * 0.2, p.y), reach: h * 0.6, s)
        for _ in 0..<34 {
            let angle = random.gauss(-0.25, 0.42)
            let length = h * random.uniform(0.45, 1.1)
            let turn = random.uniform(0, 2 * .pi)
            let reach = random.unit() * h
            let foot = Point(p.x + cos(turn) * reach * 0.11, p.y + sin(turn) * reach * 0.045)
            let tip = Point(foot.x + sin(angle) * length, foot.y - cos(angle) * length * 0.92)
            let bend = Point(foot.x + sin(angle) * length * 0.25, foot.y - length * 0.6)
            let half = h * 0.011
            s.move(foot.x - half, foot.y)
            s.curve(Point(bend.x - half, bend.y), Point(bend.x - half, bend.y), to: tip)
            s.curve(
                Point(bend.x + half, bend.y), Point(bend.x + half, bend.y),
                to: Point(foot.x + half, foot.y))
            s.close()
            let lit = max(0, sin(angle) + 0.5) * random.uniform(0.3, 0.7)
            s.fill(paint.grass.mixed(paint.sand[0], 0.35).mixed(paint.light, lit))
        }
    }

    /// A soft shadow on the sand.
    private static func shade(
        _ paint: Paint, at p: Point, reach: Double, _ s: PaintSurface
    ) {
        s.isolated {
            s.translate(p.x, p.y)
            s.scale(1, 0.16)
            s.circle(0, 0, reach)
            s.fill(
                around: Point(0, 0), radius: reach,
                [Stop(0, paint.sand[0], 0.6), Stop(0.5, paint.sand[0], 0.35), Stop(1, paint.sand[0], 0)])
        }
    }

    private static func poplars(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let isAutumn = scene.season == .autumn || scene.season == nil
        let leaves =
            (isAutumn
            ? [Colour(0x7A4A10), Colour(0xC98A1C), Colour(0xF2BE3A), Colour(0xFFE58A)]
            : [Colour(0x2F4A22), Colour(0x5C7A34), Colour(0x98AC50), Colour(0xD6DC8C)])
            .map { $0.mixed(paint.haze, plan.isNight ? 0.45 : 0.12).darker(plan.isNight ? 0.45 : 0) }
        for k in 0..<2 {
            let fraction = stage.pick(0.87, portrait: 0.82, square: 0.85) + 0.085 * Double(k)
            let z = 2.3 - 0.35 * Double(k)
            let x = (fraction - 0.5) * stage.width / unit * z
            guard let foot = plan.field.place(x: x, z: z) else { continue }
            var look = Tree.Look(
                bark: paint.sand[0].mixed(Colour(0x3A2618), 0.5),
                barkLight: paint.light.mixed(paint.sand[1], 0.3), leaves: ColourRamp(leaves))
            look.lean = random.uniform(-0.16, 0.02)
            look.fullness = 46
            let height = unit * (k == 0 ? 0.27 : 0.36) * random.uniform(0.92, 1.08)
            let s = scene.surface()
            shade(
                paint, at: Point(foot.x - height * 0.22, foot.y + height * 0.005),
                reach: height * 0.5, s)
            Tree(at: foot, height: height, look, random: &random).paint(on: s, random: &random)
            scene.add(
                s, depth: 0.66,
                .sway(
                    pivot: foot.y, reach: height, pixels: height * 0.012, turns: 2,
                    phase: 0.3 * Double(k)))
        }
        scene.add(
            ParticleLayer(
                .leaf, count: 16, colours: Array(leaves.suffix(2)), size: unit * 0.008,
                travel: Point(-unit * 0.5, unit * 0.3), top: plan.horizon - unit * 0.1,
                bottom: stage.height, stage: stage, random: &random))
    }

    static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let glare = scene.surface()
        glare.glow(
            plan.sun.x, plan.horizon - unit * 0.05, radius: unit * 0.9, paint.halo,
            scene.dayTime == .dusk || scene.dayTime == .dawn ? 0.30 : 0.12, squash: 0.5, as: .over)
        scene.add(glare, depth: 0.1, blend: .screen, breath: (low: 0.7, turns: 1, phase: 0))
        if !plan.isNight {
            scene.add(
                BirdsLayer(
                    5, around: Point(stage.x(0.36), plan.horizon * 0.42), spread: unit * 0.12,
                    size: unit * 0.012, travel: Point(unit * 0.36, -unit * 0.05),
                    colour: paint.figure, alpha: 0.7, random: &random))
        }
        scene.add(
            ParticleLayer(
                .dust, count: Int(70 * stage.width / unit), colours: [paint.light],
                size: unit * 0.0045, travel: Point(-unit * 0.7, -unit * 0.02),
                top: plan.horizon - unit * 0.02, bottom: stage.height, stage: stage, random: &random))
        if scene.season == .winter {
            scene.add(
                ParticleLayer(
                    .snow, count: Int(110 * stage.width / unit), colours: [paint.snow.lighter(0.4)],
                    size: unit * 0.006, travel: Point(-unit * 0.35, stage.height * 0.6), top: 0,
                    bottom: stage.height, stage: stage, random: &random))
        }
    }
}

/// Sand that the wind lifts off a skyline: wisps that stream from the crests and sink.
struct SpindriftLayer: SceneLayer {
    private struct Wisp {
        var start: Point
        var travel: Point
        var size: Double
        var phase: Double
        var turns: Int
        var alpha: Double
    }

    private let wisps: [Wisp]
    private let colour: Colour
    private let depth: Double

    /// `strength` 0...1; the wind comes from the right.
    init(
        _ skyline: Ridge, count: Int, colour: Colour, size: Double, depth: Double, strength: Double,
        stage: Stage, random: inout SeededRandom
    ) {
        self.colour = colour
        self.depth = depth
        wisps = (0..<(strength > 0 ? count : 0)).map { _ in
            let x = random.uniform(0, stage.width)
            let reach = stage.unit * random.uniform(0.05, 0.16)
            return Wisp(
                start: Point(x, skyline.row(x) - size * 0.4),
                travel: Point(-reach, reach * random.uniform(-0.14, 0.16)),
                size: size * random.uniform(0.6, 1.4), phase: random.unit(),
                turns: 1 + random.index(3), alpha: strength * random.uniform(0.12, 0.4))
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        for wisp in wisps {
            let age = wrapped(moment.phase * Double(wisp.turns) + wisp.phase)
            let strength = wisp.alpha * envelope(age, edge: 0.3)
            for k in 0..<5 {
                let behind = Double(k) * wisp.size * 0.8
                let lift = sin(.pi * age) * wisp.size * 0.9
                SoftDisc.lay(
                    colour, strength * (1 - Double(k) * 0.16),
                    wisp.start.x + shift.x + wisp.travel.x * age + behind,
                    wisp.start.y + shift.y + wisp.travel.y * age - lift + behind * 0.06,
                    radius: wisp.size * (0.55 + 0.7 * age), on: frame)
            }
        }
    }
}
