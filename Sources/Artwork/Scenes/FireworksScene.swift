import BatchVideo
import Foundation

/// Fireworks over an old town and its river; people watch from the bank.
struct FireworksScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let shore = stage.y(stage.pick(0.66, portrait: 0.68, square: 0.67))
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        let fireworks = display(scene, paint, shore, &random)
        scene.stillPhase = FireworksLayer.best(fireworks)
        sky(&scene, paint, shore)
        scene.add(FireworksLayer(fireworks, stage: stage, depth: 0.06))
        hills(&scene, paint, shore)
        town(&scene, paint, shore, side, fireworks)
        var look = LiveWaterLayer.Look(deep: paint.deep)
        look.roughness = random.uniform(0.5, 0.7)
        look.squeeze = stage.pick(1.75, portrait: 1.75, square: 1.75)
        scene.add(LiveWaterLayer(horizon: shore, stage: stage, look, seed: scene.noiseSeed("water")))
        river(&scene, paint, shore, side, &random)
        bank(&scene, paint, side, fireworks)
        air(&scene, paint, side, &random)
        scene.look.bloom = 0.6
        scene.look.vignette = 0.38
    }

    /// They follow each other all through the loop, on both sides in turn.
    private static func display(
        _ scene: SceneBuilder, _ paint: Paint, _ shore: Double, _ random: inout SeededRandom
    ) -> [Firework] {
        let stage = scene.stage
        let kinds: [Firework.Kind] = [
            .chrysanthemum, .peony, .ring, .willow, .peony, .palm, .chrysanthemum, .peony, .willow,
            .peony, .ring, .chrysanthemum, .peony, .palm, .chrysanthemum,
        ]
        let count = kinds.count
        let first = random.index(count)
        let rows = stage.pick((0.16, 0.42), portrait: (0.14, 0.46), square: (0.15, 0.42))
        return (0..<count).map { i in
            let lane = [0.5, 0.22, 0.76, 0.4, 0.86, 0.14, 0.62, 0.3, 0.7, 0.18, 0.82, 0.56, 0.34, 0.9, 0.46][i]
            let kind = kinds[(i + first) % count]
            let large = kind == .willow || kind == .chrysanthemum
            let radius = stage.unit * random.uniform(0.19, 0.25) * (large ? 1.25 : 1)
                * stage.pick(1, portrait: 1.12, square: 0.95)
            let a = random.index(paint.stars.count)
            let b = (a + 1 + random.index(paint.stars.count - 1)) % paint.stars.count
            return Firework(
                kind,
                at: Point(
                    stage.x(lane + random.uniform(-0.04, 0.04)),
                    stage.y(random.uniform(rows.0, rows.1)) - (large ? stage.unit * 0.03 : 0)),
                radius: radius, start: (Double(i) + random.uniform(-0.2, 0.2)) / Double(count),
                colours: [paint.stars[a], paint.stars[b]], gold: paint.gold, random: &random)
        }
    }

    private static func sky(_ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("stars")
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: shore, seed: scene.noiseSeed("sky"))
        Sky.stars(paint.starCount, on: s, bottom: shore * 0.75, random: &random)
        s.glow(
            stage.width / 2, shore, radius: stage.width * 0.7, paint.haze, 0.5, falloff: 0.9,
            squash: 0.4)
        scene.add(s, depth: 0)
        let smoke = scene.surface()
        Clouds.veil(
            .init(light: paint.smokeLight, shade: paint.smokeShade, alpha: 0.5), cover: 0.5,
            on: smoke, top: stage.top, bottom: shore * 0.85, sun: Point(stage.width / 2, shore * 0.5),
            seed: scene.noiseSeed("smoke"), cells: 3, aspect: 0.4)
        scene.add(smoke, depth: 0.03, .drift(pixels: unit * 0.06))
    }

    private static func hills(_ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double) {
        let stage = scene.stage
        let unit = stage.unit
        let rock = NoiseField(
            width: 256, height: 256, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        for row in 0..<2 {
            let near = Double(row)
            let s = scene.surface()
            let colour = paint.hillFar.mixed(paint.hillNear, near)
            Mountains(
                ridge: Ridge(
                    stage, base: shore - unit * (0.1 - 0.05 * near), amplitude: unit * (0.07 - 0.03 * near),
                    peaks: 1.7 + near, .soft, seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.haze, 0.6), light: paint.haze, relief: 0.3,
                depth: unit * 0.12
            ).paint(on: s, rock: rock, bottom: shore + 2)
            Mist.band(
                paint.haze, 0.45, on: s, centre: shore - unit * 0.01, reach: unit * 0.06,
                seed: scene.noiseSeed("mist\(row)"))
            scene.add(s, depth: 0.08 + 0.03 * near)
        }
    }

    private static func town(
        _ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double, _ side: Double,
        _ fireworks: [Firework]
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let random = scene.random("town")
        let tower = stage.x(0.5 + side * stage.pick(0.25, portrait: 0.24, square: 0.25))
        let tall = unit * stage.pick(0.3, portrait: 0.34, square: 0.3)
        let span = unit * stage.pick(0.3, portrait: 0.28, square: 0.27)
        let canal = stage.x(0.5 - side * stage.pick(0.2, portrait: 0.2, square: 0.22))
        func build(_ look: OldTown.Paint, on s: PaintSurface) {
            var random = random
            let town = OldTown(paint: look, shore: shore, surface: s)
            town.row(near: 0.3, random: &random) { _ in true }
            town.pagoda(at: tower, height: tall)
            town.row(near: 1, random: &random) {
                abs($0 - tower) > tall * 0.19 && abs($0 - canal) > span * 0.44
            }
            town.bridge(from: canal - span / 2, to: canal + span / 2)
        }
        let s = scene.surface()
        build(paint.town, on: s)
        quayLamps(s, paint, shore)
        scene.add(s, depth: 0.16)
        // The same town in the light of the fireworks.
        var lit = paint.town
        lit.roof = lit.roof.mixed(paint.gold, 0.4)
        lit.wall = lit.wall.mixed(paint.gold, 0.22)
        lit.edge = lit.edge.mixed(.white, 0.5)
        lit.snow = lit.snow?.lighter(0.5)
        let bright = scene.surface()
        build(lit, on: bright)
        scene.add(
            FlashLayer(plate: Plate(bright), depth: 0.16) { FireworksLayer.flash(fireworks, $0) * 0.5 })
    }

    private static func quayLamps(_ s: PaintSurface, _ paint: Paint, _ shore: Double) {
        let unit = s.stage.unit
        s.rectangle(s.stage.left, shore - unit * 0.006, s.stage.right - s.stage.left, unit * 0.01)
        s.fill(paint.town.wall.darker(0.4))
        var x = s.stage.left + unit * 0.03
        while x < s.stage.right {
            s.glow(x, shore - unit * 0.014, radius: unit * 0.024, paint.town.lamp, 0.9, falloff: 1.1, as: .over)
            s.circle(x, shore - unit * 0.014, unit * 0.003)
            s.fill(paint.lantern)
            x += unit * 0.062
        }
    }

    private static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ side: Double, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        if let dress = paint.dress {
            let s = scene.surface()
            let x = stage.x(0.5 + side * 0.5) + side * unit * 0.05
            Twig(look: paint.twig(dress, unit)).paint(
                from: Point(x, unit * 0.03), angle: side > 0 ? .pi - 0.3 : 0.3, length: unit * 0.36,
                width: unit * 0.012, on: s, random: &random)
            scene.add(
                s, depth: 0.9,
                .sway(pivot: -unit * 0.15, reach: -unit * 0.6, pixels: unit * 0.012, turns: 1, phase: 0.3))
        }
        guard let flakes = paint.falling else { return }
        scene.add(
            ParticleLayer(
                flakes.kind, count: flakes.count, colours: flakes.colours, size: unit * flakes.size,
                travel: Point(-unit * 0.16, unit * 0.4), top: -unit * 0.1, bottom: stage.height,
                stage: stage, random: &random))
    }
}

/// A plate whose strength follows a light: `strength` gives 0...1 for each phase and comes back
/// with it.
struct FlashLayer: SceneLayer {
    private let layer: PlateLayer
    private let strength: @Sendable (Double) -> Double

    init(plate: Plate, depth: Double, strength: @escaping @Sendable (Double) -> Double) {
        layer = PlateLayer(plate: plate, depth: depth)
        self.strength = strength
    }

    func draw(on frame: Frame, at moment: Moment) {
        var lit = layer
        // A breath that stands still at its lowest.
        let now = min(max(strength(moment.phase), 0), 1)
        guard now > 0.02 else { return }
        lit.breath = (low: now, turns: 0, phase: -0.25)
        lit.draw(on: frame, at: moment)
    }
}
