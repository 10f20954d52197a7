import BatchVideo
import Foundation

/// Two hands that hold a glowing heart, light out of focus behind them.
struct HeartHandsScene: SceneFamilyPainter {
    struct Plan {
        /// The heart's middle and half its breadth.
        var heart: Point
        var radius: Double
        var hands: [HandPlacement]
        var pose: HandModel.Pose
        /// Colour of the sleeves.
        var cloth: Colour
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let plan = self.plan(scene, paint, &random)
        backdrop(&scene, paint, plan)
        bokeh(&scene, paint, &random)
        petals(&scene, paint, isNear: false, &random)
        aura(&scene, paint, plan)
        hands(&scene, paint, plan)
        heart(&scene, paint, plan)
        petals(&scene, paint, isNear: true, &random)
        scene.add(
            ParticleLayer(
                .dust, count: Int(60 * max(scene.stage.width, scene.stage.height) / scene.stage.unit),
                colours: [paint.glow, paint.heart.light], size: scene.stage.unit * 0.006,
                travel: Point(scene.stage.unit * 0.04, -scene.stage.unit * 0.4),
                top: scene.stage.y(0.05), bottom: scene.stage.y(0.9), stage: scene.stage,
                random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.34, deep: 0.6)
        scene.look.vignette = 0.32
        scene.look.shade = paint.backdrop[0].darker(0.5)
    }

    private static func plan(
        _ scene: SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) -> Plan {
        let stage = scene.stage
        let length = stage.unit * stage.pick(0.56, portrait: 0.66, square: 0.54)
        let middle = stage.x(0.5)
        let wrist = stage.y(stage.pick(0.90, portrait: 0.74, square: 0.88))
        let roll = random.uniform(0.10, 0.15)
        var pose = HandModel.Pose()
        let ease = random.uniform(-0.06, 0.06)
        pose.bends = pose.bends.map { $0.map { $0 + ease } }
        let hands = [true, false].map { isLeft in
            HandPlacement(
                wrist: Point(middle + (isLeft ? -1 : 1) * length * 0.165, wrist), length: length,
                roll: roll, pitch: 0.22, yaw: -0.22, isLeft: isLeft)
        }
        return Plan(
            heart: Point(middle, wrist - length * 0.88), radius: length * 0.225, hands: hands,
            pose: pose, cloth: paint.cloths[random.index(paint.cloths.count)])
    }

    private static func backdrop(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.backdrop), on: s, horizon: stage.height, seed: scene.noiseSeed("air"),
            wash: 0.07)
        var random = scene.random("lights")
        for _ in 0..<5 {
            s.glow(
                stage.x(random.uniform(0, 1)), stage.y(random.uniform(0.05, 0.7)),
                radius: unit * random.uniform(0.3, 0.6),
                paint.motes[random.index(paint.motes.count)], random.uniform(0.08, 0.2))
        }
        blur(s, paint, &random)
        s.glow(plan.heart.x, plan.heart.y, radius: unit * 0.95, paint.glow, paint.aura)
        scene.add(s, depth: 0)
    }

    /// A garden far out of focus: soft rounds, darker and larger towards the foot and the sides.
    private static func blur(
        _ s: PaintSurface, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        for k in 0..<Int(42 * max(stage.width, stage.height) / unit) {
            let side = random.unit() < 0.5 ? -1.0 : 1.0
            let away = 1 - pow(random.unit(), 1.6) * 0.75
            let y = stage.y(lerp(0.45, 1.06, pow(random.unit(), 0.8)))
            let c = Point(stage.x(0.5 + side * away * 0.55), y - unit * 0.16 * (away - 0.4))
            let r = unit * random.uniform(0.05, 0.15)
            let tone = k % 3 == 0 ? paint.backdrop[4].darker(0.25) : paint.backdrop[k % 2 == 0 ? 4 : 0]
            s.circle(c.x, c.y, r)
            s.fill(
                around: c, radius: r,
                [Stop(0, tone, 0.26), Stop(0.7, tone, 0.20), Stop(1, tone, 0)])
        }
        for _ in 0..<Int(26 * max(stage.width, stage.height) / unit) {
            let side = random.unit() < 0.5 ? -1.0 : 1.0
            let c = Point(
                stage.x(0.5 + side * (1 - pow(random.unit(), 1.4) * 0.7) * 0.54),
                stage.y(random.uniform(0.5, 1.02)))
            let r = unit * random.uniform(0.012, 0.04)
            let tone = (random.unit() < 0.55 ? paint.petals : paint.motes)[random.index(2)]
            s.circle(c.x, c.y, r)
            s.fill(
                around: c, radius: r,
                [Stop(0, tone, 0.22), Stop(0.85, tone, 0.36), Stop(1, tone, 0)])
        }
    }

    /// Discs of light in three sizes that drift against each other.
    private static func bokeh(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        for layer in 0..<3 {
            let s = scene.surface()
            for _ in 0..<Int(9 * max(stage.width, stage.height) / unit) {
                let r = unit * random.uniform(0.012, 0.026) * pow(1.55, Double(layer))
                let c = Point(
                    random.uniform(-0.03, 1.03) * stage.width, random.uniform(0, 0.85) * stage.height)
                let colour = paint.motes[random.index(paint.motes.count)]
                let alpha = random.uniform(0.06, 0.26) * paint.bokeh * (1 - 0.2 * Double(layer))
                s.circle(c.x, c.y, r)
                s.fill(
                    around: c, radius: r,
                    [Stop(0, colour, alpha * 0.6), Stop(0.84, colour, alpha), Stop(1, colour, 0)])
            }
            scene.add(
                s, depth: 0.05 + 0.1 * Double(layer),
                .bob(
                    pixels: unit * (layer == 1 ? -0.052 : 0.042), turns: 2,
                    phase: 0.33 * Double(layer)),
                breath: (low: 0.4, turns: 1 + layer % 2, phase: 0.4 * Double(layer)))
        }
    }

    /// What falls past, with the season.
    private static func petals(
        _ scene: inout SceneBuilder, _ paint: Paint, isNear: Bool, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let isSnow = scene.season == .winter
        let colours: [Colour] =
            switch scene.season {
            case .autumn: [Colour(0xE88A34), Colour(0xC8502A), Colour(0xF6C25A)]
            case .summer: [Colour(0x8CC068), Colour(0xC8E08C)]
            case .winter: [.white]
            case .spring, nil: paint.petals
            }
        scene.add(
            ParticleLayer(
                isSnow ? .snow : .leaf, count: (isSnow ? 90 : 30) * (isNear ? 1 : 2),
                colours: colours.map { $0.mixed(paint.backdrop[1], isNear ? 0.1 : 0.35) },
                size: unit * (isSnow ? 0.007 : isNear ? 0.015 : 0.009),
                travel: Point(unit * (isNear ? 0.22 : 0.14), stage.height * (isNear ? 0.7 : 0.45)),
                top: -stage.height * 0.1, bottom: stage.height * 0.95, stage: stage, random: &random))
    }

    /// The heart's light in the air.
    private static func aura(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let unit = scene.stage.unit
        var random = scene.random("rays")
        for layer in 0..<2 {
            // Whole waves round the circle, so that the beams meet where they began.
            let waves = [(7, 0.26), (11, 0.2), (17, 0.16), (29, 0.1)].map {
                (count: Float($0.0), height: Float($0.1), start: Float(random.uniform(0, 2 * .pi)))
            }
            let rays = scene.surface()
            let (cx, cy, reach) = (Float(plan.heart.x), Float(plan.heart.y), Float(unit * 0.8))
            let light = paint.glow.lighter(0.25).rgba()
            let strength = Float(0.55 * paint.aura)
            rays.shade(
                top: plan.heart.y - unit * 0.8, bottom: plan.heart.y + unit * 0.8,
                left: plan.heart.x - unit * 0.8, right: plan.heart.x + unit * 0.8
            ) { x, y in
                let (dx, dy) = (x - cx, y - cy)
                let d = (dx * dx + dy * dy).squareRoot() / reach
                guard d < 1 else { return .zero }
                let turn = atan2(dy, dx)
                var beam: Float = 0.5
                for wave in waves { beam += wave.height * cos(turn * wave.count + wave.start) }
                var c = light
                c.w = smoothstep(0.42, 1.0, beam) * (1 - d) * (1 - d) * strength
                return c
            }
            scene.add(
                rays, depth: 0.3, blend: .screen,
                breath: (low: 0.1, turns: 2, phase: 0.5 * Double(layer)))
        }
    }

    private static func hands(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let model = HandModel(plan.pose)
        let s = scene.surface()
        for placement in plan.hands {
            let relief = HandRelief(model, placement, within: scene.stage)
            let light = HandRelief.Light(
                skin: paint.skin, blush: paint.blush, shade: paint.skinShade,
                heart: SIMD3(
                    Float(plan.heart.x), Float(plan.heart.y), Float(placement.length * 0.34)),
                glow: paint.glow.lighter(0.25), reach: placement.length * 0.55,
                strength: paint.warmth, key: paint.key, keyStrength: paint.keyStrength,
                rim: paint.rim, rimStrength: paint.rimStrength)
            relief.paint(light, on: s)
            HandDetail(surface: s, placement: placement, shade: paint.skinShade).creases(model)
            Sleeve(
                surface: s, placement: placement, cloth: plan.cloth, light: paint.key,
                bend: plan.pose.wrist
            ).paint()
        }
        scene.add(s, depth: 0.5, .bob(pixels: scene.stage.unit * 0.005, turns: 1, phase: 0))
    }
}
