import BatchVideo
import Foundation

/// Mountains in ink on paper, mist between them, a lone boat, a branch in the corner.
struct InkScene: SceneFamilyPainter {
    private struct Paint {
        var paper: [Colour]
        var ink: Colour
        var wash: Colour
        var disc: Colour
        var accent: Colour
        var accentLight: Colour
        /// Ink is light on dark paper.
        var isNight: Bool
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let sun = Point(
            stage.x(stage.pick(random.uniform(0.64, 0.74), portrait: 0.68, square: 0.68)),
            stage.y(stage.pick(random.uniform(0.15, 0.20), portrait: 0.18, square: 0.17)))
        paper(&scene, paint, sun)
        mountains(&scene, paint, &random)
        shore(&scene, paint, &random)
        branch(&scene, paint, &random)
        scene.look.bloom = paint.isNight ? 0.35 : 0.1
        scene.look.vignette = paint.isNight ? 0.3 : 0.16
        scene.look.grain = 1.6
    }

    private static func paper(_ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.paper), on: s, horizon: stage.height, seed: scene.noiseSeed("paper"),
            wash: 0.16)
        let radius = stage.unit * 0.068
        if paint.isNight {
            Sky.moon(
                at: sun, radius: radius, on: s, halo: paint.disc, seed: scene.noiseSeed("moon"))
        } else {
            s.glow(sun.x, sun.y, radius: radius * 4, paint.paper[0].lighter(0.5), 0.4)
            s.circle(sun.x, sun.y, radius)
            s.fill(
                from: Point(sun.x, sun.y - radius), to: Point(sun.x, sun.y + radius),
                [Stop(0, paint.disc), Stop(1, paint.disc, 0.72)])
        }
        let fibres = NoiseField(
            width: s.columns / 2, height: s.rows / 2, .init(cells: 160, octaves: 2, aspect: 0.35),
            seed: scene.noiseSeed("fibres"))
        s.mottle(fibres, strength: 0.05)
        scene.add(s, depth: 0)
    }

    private static func mountains(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let count = 5
        let top = stage.pick(0.50, portrait: 0.43, square: 0.46)
        for i in 0..<count {
            let t = Double(i) / Double(count - 1)
            let base = stage.y(lerp(top, stage.pick(0.70, portrait: 0.69, square: 0.70), t))
            let swing = unit * lerp(0.16, 0.15, t) * random.uniform(0.8, 1.25)
            let ridge = peaks(stage, base: base, swing: swing, &random, scene.noiseSeed("ink\(i)"))
            let s = scene.surface()
            wash(
                ridge, paint.wash.mixed(paint.ink, t * t), strength: lerp(0.42, 0.95, t),
                reach: unit * lerp(0.24, 0.20, t), s, scene.noiseSeed("wash\(i)"), texture: t)
            if i >= 2 { pines(paint, ridge, t, s, &random) }
            scene.add(s, depth: lerp(0.05, 0.5, t))
            let mist = scene.surface()
            Mist.band(
                paint.paper[1], 0.85 - 0.25 * t, on: mist, centre: base + unit * 0.10,
                reach: unit * 0.12, seed: scene.noiseSeed("inkmist\(i)"), ragged: 1.1)
            scene.add(mist, depth: lerp(0.06, 0.5, t), .drift(pixels: unit * 0.05, turns: 2))
            if i == 2 { birds(&scene, paint, &random) }
        }
    }

    /// Steep, rounded peaks in groups with flat water between, as in the karst of Guilin.
    private static func peaks(
        _ stage: Stage, base: Double, swing: Double, _ random: inout SeededRandom, _ seed: UInt64
    ) -> Ridge {
        let rough = Ridge(
            stage, base: 0, amplitude: swing * 0.10, peaks: 9, .sharp, seed: seed)
        let cluster = random.uniform(0.0, 1.0)
        let humps = (0..<Int(7 * stage.width / stage.unit) + 2).map { _ in
            (
                x: stage.x(cluster + random.gauss(0, 0.30)),
                height: swing * random.uniform(0.35, 1.9),
                width: stage.unit * random.uniform(0.06, 0.18)
            )
        }
        return Ridge(stage) { x in
            var rise = 0.0
            for hump in humps {
                let d = abs(x - hump.x) / (hump.width * 1.6)
                guard d < 1 else { continue }
                rise = max(rise, hump.height * pow(1 - d * d, 1.75))
            }
            return base - rise + rough.row(x)
        }
    }

    /// Ink that is dark along the skyline and runs out into the paper below.
    private static func wash(
        _ ridge: Ridge, _ colour: Colour, strength: Double, reach: Double, _ s: PaintSurface,
        _ seed: UInt64, texture: Double
    ) {
        let rows = ridge.rows.map { Float($0) }
        let (w, h) = (Float(s.columns), Float(s.rows))
        let brush = NoiseField(
            width: s.columns / 2, height: s.rows / 2,
            .init(cells: 26, octaves: 5, gain: 0.6, aspect: 1.6, ridged: true), seed: seed)
        let blot = NoiseField(
            width: s.columns / 8, height: s.rows / 8, .init(cells: 9, octaves: 3), seed: seed &+ 7)
        let offset = Float(s.origin)
        let (dark, length) = (Float(strength), Float(reach))
        let paint = colour.rgba()
        s.shade(top: ridge.highest - 2, bottom: ridge.lowest + reach * 2.2) { x, y in
            let skyline = rows[min(max(Int(x + offset), 0), rows.count - 1)]
            let below = y - skyline
            let (u, v) = ((x + offset) / w, (y + offset) / h)
            let edge = min(max(below + 0.5, 0), 1)
            guard edge > 0 else { return .zero }
            let soak = blot.sample(u, v)
            let fade = exp(-below / (length * (0.55 + soak)))
            let rim = exp(-below / (length * 0.09)) * 0.22
            let stroke = smoothstep(0.55, 0.85, brush.sample(u, v)) * Float(0.10 + 0.22 * texture)
            var c = paint
            c.w = min(edge * dark * (fade * (0.72 + stroke * 1.6) + rim), 1)
            return c
        }
    }

    /// Small pines on the skyline, two strokes each.
    private static func pines(
        _ paint: Paint, _ ridge: Ridge, _ t: Double, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let stage = s.stage
        for _ in 0..<Int(22 * stage.width / stage.unit) {
            let x = random.uniform(stage.left, stage.right)
            let y = ridge.row(x)
            guard y < ridge.lowest - stage.unit * 0.05 else { continue }
            let h = stage.unit * random.uniform(0.014, 0.034) * (0.6 + 0.7 * t)
            s.move(x, y + 2)
            s.curve(
                Point(x + h * 0.1, y - h * 0.4), Point(x - h * 0.1, y - h * 0.7),
                to: Point(x, y - h))
            s.stroke(paint.ink, 0.75 * t, width: max(h * 0.07, 0.6))
            for k in 0..<4 {
                let yy = y - h * (0.35 + 0.2 * Double(k))
                s.ellipse(
                    x + random.gauss(0, h * 0.12), yy, h * (0.40 - 0.07 * Double(k)), h * 0.085)
                s.fill(paint.ink, 0.55 * t)
            }
        }
    }

    private static func shore(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        let water = stage.y(0.80)
        for i in 0..<16 {
            let t = Double(i) / 16
            let y = lerp(water, stage.bottom, pow(t, 1.4)) + random.uniform(0, unit * 0.02)
            let x = random.uniform(-0.1, 0.9) * stage.width
            let length = unit * random.uniform(0.15, 0.5)
            s.move(x, y)
            s.curve(
                Point(x + length * 0.3, y - unit * 0.004),
                Point(x + length * 0.6, y + unit * 0.005),
                to: Point(x + length, y))
            s.stroke(paint.ink, random.uniform(0.05, 0.16), width: unit * 0.0022)
        }
        scene.add(s, depth: 0.45, .drift(pixels: unit * 0.05, turns: 2))
        let boat = scene.surface()
        let place = Point(
            stage.x(stage.pick(random.uniform(0.28, 0.42), portrait: 0.40, square: 0.38)),
            stage.y(stage.pick(0.84, portrait: 0.80, square: 0.82)))
        boat.ellipse(place.x, place.y + unit * 0.008, unit * 0.085, unit * 0.008)
        boat.fill(paint.ink, 0.22)
        let ink = Figures.Ink(body: paint.ink, rim: paint.ink.mixed(paint.paper[1], 0.4))
        Figures.boat(ink, at: place, length: unit * 0.17, on: boat)
        scene.add(boat, depth: 0.55, .bob(pixels: unit * 0.0035, turns: 2, phase: 0))
    }

    private static func birds(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        scene.add(
            BirdsLayer(
                6,
                around: Point(
                    stage.x(0.44), stage.y(stage.pick(0.22, portrait: 0.26, square: 0.24))),
                spread: stage.unit * 0.13, size: stage.unit * 0.012,
                travel: Point(stage.unit * 0.35, -stage.unit * 0.05), colour: paint.ink,
                alpha: 0.75,
                random: &random))
    }

    /// A plum branch reaching in from the upper left, its blossoms the only colour.
    private static func branch(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        var blossoms: [Point] = []
        func twig(_ from: Point, _ angle: Double, _ length: Double, _ width: Double, _ level: Int) {
            var p = from
            var a = angle
            for step in 0..<5 {
                a += random.gauss(0, 0.22)
                let next = Point(p.x + cos(a) * length / 5, p.y + sin(a) * length / 5)
                s.move(p.x, p.y)
                s.line(next.x, next.y)
                s.stroke(paint.ink, 0.92, width: max(width * (1 - Double(step) / 9), 0.8))
                p = next
                if level < 2 && step > 0 {
                    twig(
                        p, a + random.uniform(0.5, 1.0) * (step % 2 == 0 ? 1 : -1),
                        length * random.uniform(0.3, 0.5), width * 0.5, level + 1)
                }
                if level > 0 && random.unit() < 0.8 { blossoms.append(p) }
            }
        }
        let start = Point(
            stage.left - unit * 0.02, stage.y(stage.pick(0.10, portrait: 0.07, square: 0.08)))
        twig(start, 0.32, unit * stage.pick(0.56, portrait: 0.66, square: 0.52), unit * 0.016, 0)
        for p in blossoms {
            let r = unit * random.uniform(0.007, 0.015)
            let at = Point(p.x + random.gauss(0, r), p.y + random.gauss(0, r))
            Meadow.flower(
                paint.accent.mixed(paint.accentLight, random.unit() * 0.7),
                heart: paint.accentLight,
                at: at, radius: r, on: s, random: &random)
        }
        scene.add(
            s, depth: 0.9,
            .sway(
                pivot: stage.y(0.6), reach: stage.height * 0.6, pixels: unit * 0.005, turns: 2,
                phase: 0.3))
        scene.add(
            ParticleLayer(
                .leaf, count: 26, colours: [paint.accent, paint.accentLight], size: unit * 0.0075,
                travel: Point(unit * 0.3, stage.height * 0.45), top: 0, bottom: stage.height * 0.9,
                stage: stage, random: &random))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                paper: [0xE6D9BC, 0xF2E8D0, 0xF4EBD6, 0xEADFC4].map { Colour($0) },
                ink: Colour(0x33281F), wash: Colour(0x9A8870), disc: Colour(0xC8402F),
                accent: Colour(0xBE3A34), accentLight: Colour(0xF0A090), isNight: false),
            clear: Paint(
                paper: [0xDDE6E2, 0xECF2EC, 0xF2F5EE, 0xE2EAE4].map { Colour($0) },
                ink: Colour(0x173C46), wash: Colour(0x7AA8A8), disc: Colour(0xD8583F),
                accent: Colour(0xD8607C), accentLight: Colour(0xFBC6D0), isNight: false),
            deep: Paint(
                paper: [0x101A34, 0x30466C, 0x6884A6, 0x3A4E70].map { Colour($0) },
                ink: Colour(0x050A18), wash: Colour(0x203458), disc: Colour(0xD8E2F4),
                accent: Colour(0xE8A0B8), accentLight: Colour(0xFFE4EC), isNight: true))
    }
}
