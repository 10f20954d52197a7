import BatchVideo
import Foundation

extension SnowyTempleScene {
    /// Trees beside the hall: maples in autumn, cherries in spring, else pines alone.
    static func grove(
        _ scene: SceneBuilder, _ paint: Paint, _ plan: Plan, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        guard let leaves = self.leaves(scene, paint) else { return }
        let unit = scene.stage.unit
        for (k, away) in [0.74, -0.80].enumerated() {
            var look = Tree.Look(
                bark: paint.pine.mixed(Colour(0x3A2620), 0.5),
                barkLight: paint.temple.snow.mixed(paint.pine, 0.3), leaves: ColourRamp(leaves))
            look.accent = paint.temple.snow
            look.accentShare = 0.14
            look.fullness = 46
            look.lean = away > 0 ? 0.1 : -0.1
            let x = plan.hall.x + plan.width * away
            let foot = Point(x, plan.ground.row(x) + unit * 0.03)
            Tree(at: foot, height: unit * (k == 0 ? 0.34 : 0.28), look, random: &random)
                .paint(on: s, random: &random)
        }
    }

    private static func leaves(_ scene: SceneBuilder, _ paint: Paint) -> [Colour]? {
        let colours: [UInt32]
        switch scene.season {
        case .autumn: colours = [0x5E1A14, 0xA8321E, 0xDD5A2A, 0xF7A050]
        case .spring: colours = [0x9A4A6A, 0xD8809C, 0xF2B4C4, 0xFFE4EA]
        case .summer, .winter, nil: return nil
        }
        let shade = scene.palette == .deep ? 0.35 : 0.06
        return colours.map { Colour($0).mixed(paint.temple.dark, shade) }
    }

    static func near(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let isRight = plan.side > 0
        let middle = lerp(plan.hall.x, stage.width / 2, 0.6)
        let bank = Ridge(stage) { x in
            let away = abs(x - middle) / unit
            return stage.height + unit * 0.05 - unit * 0.17 * smoothstep(0.28, 0.85, away)
        }
        ground(paint, plan, bank, haze: 0, on: s)
        let look = Pines.Look(
            dark: paint.pine, light: paint.pine.mixed(paint.disc, 0.28), snow: paint.temple.snow)
        let (from, to) = isRight ? (0.91, 1.05) : (-0.05, 0.09)
        let (low, high) = isRight ? (-0.01, 0.13) : (0.87, 1.01)
        for (a, b, heights) in [(from, to, 0.52...0.74), (low, high, 0.20...0.30)] {
            for x in [stage.x(a), stage.x(b)] { hollow(paint, at: Point(x, bank.row(x) + unit * 0.03), s) }
            Pines.stand(
                look, count: 2, from: stage.x(a), to: stage.x(b),
                foot: { bank.row($0) + unit * 0.028 },
                heights: unit * heights.lowerBound...unit * heights.upperBound, on: s,
                random: &random)
        }
        scene.add(s, depth: 0.85)
        branch(&scene, paint, plan, &random)
    }

    /// Blue shade in the snow around a trunk.
    private static func hollow(_ paint: Paint, at p: Point, _ s: PaintSurface) {
        let reach = s.stage.unit * 0.16
        s.isolated {
            s.translate(p.x - reach * 0.3, p.y)
            s.scale(1, 0.22)
            s.circle(0, 0, reach)
            s.fill(
                around: Point(0, 0), radius: reach,
                [
                    Stop(0, paint.temple.snowShade.darker(0.2), 0.7),
                    Stop(1, paint.temple.snowShade.darker(0.2), 0),
                ])
        }
    }

    /// A plum branch with snow on it, hanging in from the hall's side.
    private static func branch(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let isLeft = plan.side < 0
        let start = Point(
            isLeft ? stage.left - unit * 0.02 : stage.right + unit * 0.02,
            stage.y(stage.pick(0.04, portrait: 0.035, square: 0.04)))
        var twig = PlumBranch(
            surface: s, bark: paint.pine.mixed(Colour(0x2E1A1A), 0.6), snow: paint.temple.snow)
        twig.grow(
            from: start, angle: isLeft ? 0.16 : .pi - 0.16, length: unit * 0.42, width: unit * 0.015,
            random: &random)
        let isLeafy = scene.season == .autumn
        if isLeafy {
            twig.fruit(Colour(0xE8702A).mixed(paint.temple.dark, 0.12), size: unit * 0.012, random: &random)
        } else {
            twig.bloom(
                paint.blossom, heart: paint.temple.gold, size: unit * 0.0115, random: &random)
        }
        scene.add(
            s, depth: 0.92,
            .sway(pivot: stage.y(0.7), reach: stage.y(0.7), pixels: unit * 0.005, turns: 2, phase: 0.1))
        scene.add(
            ParticleLayer(
                .leaf, count: 18,
                colours: isLeafy ? [Colour(0xC84A26), Colour(0xF09A4A)] : paint.blossom,
                size: unit * 0.0075, travel: Point(-unit * 0.3, stage.height * 0.4), top: 0,
                bottom: stage.height * 0.9, stage: stage, random: &random))
    }

    static func snowfall(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let flake = paint.temple.snow.lighter(0.6)
        for (count, size, reach) in [(210, 0.0042, 0.55), (110, 0.0085, 0.95)] {
            scene.add(
                ParticleLayer(
                    .snow, count: Int(Double(count) * stage.width / stage.unit), colours: [flake],
                    size: stage.unit * size,
                    travel: Point(-stage.unit * 0.14, stage.height * reach),
                    top: -stage.height * 0.1, bottom: stage.height * 1.1, stage: stage,
                    random: &random))
        }
    }
}
