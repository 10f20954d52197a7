import BatchVideo
import Foundation

/// What is seen through a window: sky, sun or moon, hills, a tree in its season.
///
/// Painted behind the opening only; the wall with the hole comes over it.
struct WindowView {
    enum Growth { case none, leftTree, rightTree }

    let opening: Interior.Opening
    let light: Daylight
    let season: SeasonLook
    /// Sun or moon, in picture coordinates.
    let sun: Point
    /// Row of the far ground, as a share of the opening's height.
    var horizon = 0.80
    var growth = Growth.rightTree
    var fallingCount = 26

    private var reach: Double { opening.width * 0.06 + 30 }

    func add(to scene: inout SceneBuilder) {
        let line = opening.y + opening.height * horizon
        air(&scene, line)
        hills(&scene, line)
        var random = scene.random("garden")
        if growth != .none { tree(&scene, &random) }
        guard let kind = season.falling else { return }
        let unit = scene.stage.unit
        scene.add(
            ParticleLayer(
                kind, count: kind == .snow ? fallingCount * 3 : fallingCount,
                colours: light.seen(season.fallingColours),
                size: unit * (kind == .snow ? 0.006 : 0.009),
                travel: Point(-unit * 0.2, unit * 0.4), top: opening.y - unit * 0.1,
                bottom: opening.bottom, stage: scene.stage, random: &random))
    }

    private func air(_ scene: inout SceneBuilder, _ line: Double) {
        let unit = scene.stage.unit
        let s = scene.surface()
        let ramp = ColourRamp(light.sky)
        let wash = NoiseField(
            width: 96, height: 64, .init(cells: 5, octaves: 4, aspect: 0.4),
            seed: scene.noiseSeed("sky"))
        let (x0, y0) = (Float(opening.x - reach), Float(opening.y - reach))
        let (w, h) = (Float(opening.width + 2 * reach), Float(opening.height + 2 * reach))
        let scale = 1 / Float(line - opening.y)
        s.shade(
            top: opening.y - reach, bottom: opening.bottom + reach, left: opening.x - reach,
            right: opening.right + reach
        ) { x, y in
            let stray = wash.sample((x - x0) / w, (y - y0) / h) - 0.5
            return ramp.rgba((y - y0) * scale + stray * 0.07)
        }
        if light.isNight && !light.isLow {
            var random = scene.random("stars")
            s.isolated {
                outline(s)
                s.clip()
                Sky.stars(500, on: s, bottom: line, random: &random)
            }
            Sky.moon(
                at: sun, radius: unit * 0.036, on: s, halo: light.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(light.disc, light.halo, at: sun, radius: unit * 0.032, on: s)
        }
        scene.add(s, depth: 0.03)
        let clouds = scene.surface()
        Clouds.veil(
            light.cloud, cover: 0.46, on: clouds, top: opening.y - reach, bottom: line, sun: sun,
            seed: scene.noiseSeed("veil"), cells: 5, aspect: 0.32)
        scene.add(clouds, depth: 0.04, .drift(pixels: unit * 0.06))
    }

    private func outline(_ s: PaintSurface) {
        s.rectangle(
            opening.x - reach, opening.y - reach, opening.width + 2 * reach,
            opening.height + 2 * reach)
    }

    private func hills(_ scene: inout SceneBuilder, _ line: Double) {
        let unit = scene.stage.unit
        let rock = NoiseField(
            width: 200, height: 200, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        for row in 0..<3 {
            let near = Double(row) / 2
            let colour = light.seen(season.hills).mixed(light.haze, 0.72 * (1 - near))
            let s = scene.surface()
            s.isolated {
                outline(s)
                s.clip()
                Mountains(
                    ridge: Ridge(
                        scene.stage, base: line - unit * (0.09 - 0.09 * near),
                        amplitude: unit * (0.07 - 0.035 * near), peaks: 1.8 + near * 1.5, .soft,
                        seed: scene.noiseSeed("hill\(row)")),
                    top: colour, foot: colour.mixed(light.haze, 0.55), light: light.halo,
                    relief: 0.34, depth: unit * 0.12,
                    lightSide: sun.x < opening.centre.x ? -1 : 1
                ).paint(on: s, rock: rock, bottom: opening.bottom + reach)
            }
            scene.add(s, depth: 0.05 + 0.015 * Double(row))
        }
    }

    private func tree(_ scene: inout SceneBuilder, _ random: inout SeededRandom) {
        let isLeft = growth == .leftTree
        let height = min(opening.height * random.uniform(1.0, 1.16), opening.width * 1.1)
        let bark = light.seen(Colour(0x5A4032))
        var look = Tree.Look(
            bark: bark, barkLight: bark.mixed(light.halo, 0.4),
            leaves: ColourRamp(light.seen(season.leaves)))
        look.accent = light.seen(season.accent)
        look.accentShare = season.accentShare
        look.fullness = Int(84 * season.fullness)
        look.leafSize = 0.0125
        look.lightSide = isLeft ? 1 : -1
        look.lean = isLeft ? 0.2 : -0.2
        let foot = Point(
            opening.x + opening.width * (isLeft ? 0.07 : 0.93), opening.bottom + height * 0.06)
        let s = scene.surface()
        Tree(at: foot, height: height, look, random: &random).paint(on: s, random: &random)
        scene.add(
            s, depth: 0.1,
            .sway(pivot: foot.y, reach: height, pixels: height * 0.012, turns: 2, phase: 0.3))
    }
}
