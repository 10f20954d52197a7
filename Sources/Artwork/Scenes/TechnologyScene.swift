import BatchVideo
import Foundation

/// A turning globe of points over a grid that runs towards us, with rings and rising data.
struct TechnologyScene: SceneFamilyPainter {
    private struct Paint {
        var ground: [Colour]
        var glow: Colour
        var grid: Colour
        var globe: GlobeLayer.Paint
        var motes: [Colour]
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let horizon = stage.y(stage.pick(0.66, portrait: 0.60, square: 0.64))
        let radius = stage.unit * stage.pick(0.29, portrait: 0.36, square: 0.29)
        let centre = Point(
            stage.x(stage.pick(random.uniform(0.44, 0.56), portrait: 0.5, square: 0.5)),
            stage.y(stage.pick(0.42, portrait: 0.36, square: 0.41)))
        backdrop(&scene, paint, centre, radius, horizon)
        circuits(&scene, paint, centre, radius, horizon)
        grid(&scene, paint, centre, horizon)
        rings(&scene, paint, centre, radius, isFront: false)
        scene.add(
            GlobeLayer(at: centre, radius: radius, paint.globe, depth: 0.3, random: &random))
        rings(&scene, paint, centre, radius, isFront: true)
        scene.add(
            ParticleLayer(
                .dust, count: stage.pick(60, portrait: 60, square: 50), colours: paint.motes,
                size: stage.unit * 0.0075, travel: Point(0, -stage.unit * 0.35),
                top: stage.y(0.1), bottom: stage.y(1.1), stage: stage, random: &random))
        scene.look.bloom = 0.6
        scene.look.vignette = 0.36
    }

    private static func backdrop(
        _ scene: inout SceneBuilder, _ paint: Paint, _ c: Point, _ radius: Double,
        _ horizon: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.ground), on: s, horizon: stage.height, seed: scene.noiseSeed("ground"),
            wash: 0.06)
        s.glow(c.x, c.y, radius: radius * 3.4, paint.glow, 0.55, falloff: 1.1)
        s.glow(c.x, c.y, radius: radius * 1.75, paint.glow, 0.40, falloff: 0.9)
        s.glow(
            c.x, horizon, radius: stage.width * 0.8, paint.glow, 0.60, falloff: 1.0, squash: 0.13)
        var random = scene.random("stars")
        Sky.stars(160, on: s, bottom: horizon, random: &random)
        // The atmosphere: a shell of light brightest at the rim.
        let (cx, cy, r) = (Float(c.x), Float(c.y), Float(radius))
        let air = paint.glow.lighter(0.35).rgba()
        s.shade(.screen, top: c.y - radius * 1.4, bottom: c.y + radius * 1.4) { x, y in
            let (dx, dy) = ((x - cx) / r, (y - cy) / r)
            let d = (dx * dx + dy * dy).squareRoot()
            let inner = d < 1 ? pow(d, 5) * 0.42 : max(0, 0.42 - (d - 1) * 2.4)
            let light = 0.55 - 0.45 * dx * 0.7 - 0.45 * dy * 0.7
            var colour = air
            colour.w = inner * inner * 2.2 * max(light, 0.12)
            return colour
        }
        scene.add(s, depth: 0)
    }

    /// Faint traces that run along a raster and end in dots.
    private static func circuits(
        _ scene: inout SceneBuilder, _ paint: Paint, _ c: Point, _ radius: Double,
        _ horizon: Double
    ) {
        let stage = scene.stage
        var random = scene.random("circuits")
        let s = scene.surface()
        let cell = stage.unit * 0.028
        for _ in 0..<stage.pick(46, portrait: 44, square: 36) {
            var p = Point(
                (random.uniform(stage.left, stage.right) / cell).rounded() * cell,
                (random.uniform(stage.top, horizon * 0.96) / cell).rounded() * cell)
            var points = [p]
            for _ in 0..<(2 + random.index(3)) {
                let run = cell * Double(1 + random.index(4))
                let side = random.unit() < 0.5 ? -1.0 : 1.0
                switch random.index(3) {
                case 0: p = Point(p.x + side * run, p.y)
                case 1: p = Point(p.x, p.y + side * run)
                default: p = Point(p.x + side * run * 0.7, p.y + side * run * 0.7)
                }
                points.append(p)
            }
            let away = hypot(p.x - c.x, p.y - c.y) / radius
            guard away > 1.25 else { continue }
            let alpha = random.uniform(0.14, 0.34)
            for (i, q) in points.enumerated() { i == 0 ? s.move(q.x, q.y) : s.line(q.x, q.y) }
            s.stroke(paint.grid, alpha, width: max(stage.unit * 0.0014, 0.8))
            s.circle(p.x, p.y, stage.unit * 0.0034)
            s.fill(paint.grid, alpha * 2.4)
        }
        scene.add(s, depth: 0.1, breath: (low: 0.45, turns: 2, phase: 0))
    }

    /// Lines of a plane in perspective; the cross lines travel towards us.
    private static func grid(
        _ scene: inout SceneBuilder, _ paint: Paint, _ c: Point, _ horizon: Double
    ) {
        let colour = paint.grid
        let centre = c.x
        scene.add(
            LiveLayer { surface, moment in
                let stage = surface.stage
                let floor = stage.height - horizon
                let sway = moment.camera.x * stage.unit * 0.012
                let thick = max(stage.unit * 0.0016, 0.8)
                for i in -26...26 {
                    let x = centre + Double(i) * stage.unit * 0.018
                    surface.move(x - sway * 0.2, horizon)
                    surface.line(centre + Double(i) * stage.unit * 0.24 - sway, stage.height + 2)
                    surface.stroke(colour, 0.20, width: thick)
                }
                for k in 0..<34 {
                    let z = Double(k) + 1 - wrapped(moment.phase * 3)
                    let y = horizon + floor * 1.25 / (z * 0.3 + 0.8) - floor * 0.115
                    guard y > horizon, y < stage.height + 4 else { continue }
                    let near = (y - horizon) / floor
                    surface.move(0, y)
                    surface.line(stage.width, y)
                    surface.stroke(
                        colour, 0.10 + 0.38 * min(near, 1), width: thick * (0.6 + 1.6 * near))
                }
            })
        let haze = scene.surface()
        haze.rectangle(
            scene.stage.left, horizon - scene.stage.unit * 0.01,
            scene.stage.right - scene.stage.left, scene.stage.unit * 0.16)
        haze.fill(
            from: Point(0, horizon - scene.stage.unit * 0.01),
            to: Point(0, horizon + scene.stage.unit * 0.15),
            [Stop(0, paint.glow, 0), Stop(0.12, paint.glow, 0.75), Stop(1, paint.glow, 0)])
        scene.add(haze, depth: 0.05, breath: (low: 0.7, turns: 1, phase: 0.2))
    }

    /// Two tilted orbits: their far halves behind the globe, their near halves before it.
    private static func rings(
        _ scene: inout SceneBuilder, _ paint: Paint, _ c: Point, _ radius: Double, isFront: Bool
    ) {
        let (line, spark) = (paint.grid, paint.globe.pulse)
        scene.add(
            SparkLayer { frame, moment in
                let surface = PaintSurface(frame)
                let shift = moment.shift(0.3, frame.stage)
                for (i, ring) in [(1.32, 0.30, -0.35), (1.55, 0.22, 0.28)].enumerated() {
                    let (scale, flat, lean) = ring
                    let place = { (turn: Double) -> Point in
                        let (x, y) = (
                            cos(turn * 2 * .pi) * scale, sin(turn * 2 * .pi) * scale * flat
                        )
                        return Point(
                            c.x + shift.x + radius * (x * cos(lean) - y * sin(lean)),
                            c.y + shift.y + radius * (x * sin(lean) + y * cos(lean)))
                    }
                    let start = isFront ? 0.0 : 0.5
                    surface.spline((0...32).map { place(start + 0.5 * Double($0) / 32) })
                    surface.stroke(
                        line, isFront ? 0.75 : 0.3, width: max(radius * 0.006, 0.9))
                    for k in 0..<14 {
                        let turn = wrapped(
                            moment.phase * (i == 0 ? 1 : -1) + Double(i) * 0.4
                                + Double(k) * 0.006 * (i == 0 ? -1 : 1))
                        guard (turn < 0.5) == isFront else { continue }
                        let p = place(turn)
                        let fade = 1 - Double(k) / 14
                        SoftDisc.add(
                            k == 0 ? .white : spark, (isFront ? 1 : 0.6) * fade, p.x, p.y,
                            radius: radius * 0.045 * (0.5 + 0.5 * fade), on: frame)
                    }
                }
            })
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                ground: [0x1A0B26, 0x32123A, 0x5A1F45, 0x341433, 0x12081C].map(Colour.init),
                glow: Colour(0xFF7A4A), grid: Colour(0xFFB27A),
                globe: .init(
                    land: Colour(0xFFD9A0), sea: Colour(0xE0708A), arc: Colour(0xFFC56E),
                    pulse: Colour(0xFFF0B8)),
                motes: [Colour(0xFFC58A), Colour(0xFF8AA0)]),
            clear: Paint(
                ground: [0x06424F, 0x0B6C7C, 0x15909A, 0x0B5A6B, 0x04303E].map(Colour.init),
                glow: Colour(0x5FE6D8), grid: Colour(0x9FFFF0),
                globe: .init(
                    land: Colour(0xE6FFF4), sea: Colour(0x6FE0E6), arc: Colour(0xFFE9A8),
                    pulse: Colour(0xFFF7D6)),
                motes: [Colour(0xC8FFF2), Colour(0xFFF1C0)]),
            deep: Paint(
                ground: [0x030616, 0x07123A, 0x0C2566, 0x07143E, 0x02040F].map(Colour.init),
                glow: Colour(0x2F7BFF), grid: Colour(0x4FC3FF),
                globe: .init(
                    land: Colour(0x9BEBFF), sea: Colour(0x3F86F0), arc: Colour(0xFFC46A),
                    pulse: Colour(0xFFE7B0)),
                motes: [Colour(0x7FD4FF), Colour(0xB0A0FF)]))
    }
}
