import BatchVideo
import Foundation

/// Columns of glass on a shining floor and a line of light that rises above them.
struct ChartsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let view = self.view(stage, &random)
        let chart = ColumnChart(
            view: view, count: stage.pick(7, portrait: 5, square: 6) + random.index(2),
            span: stage.pick(1.22, portrait: 0.70, square: 0.74),
            tallest: stage.pick(0.46, portrait: 0.74, square: 0.48), random: &random)
        studio(&scene, paint, view)
        bokeh(&scene, paint, &random)
        wall(&scene, paint, view, chart)
        switch random.index(3) {
        case 0: ring(&scene, paint, &random)
        case 1: bubbles(&scene, paint, &random)
        default: areas(&scene, paint, view, chart, &random)
        }
        floor(&scene, paint, view, chart)
        scene.add(LightLineLayer(part: .curtain, chart: chart, paint: paint.line, depth: 0.5))
        scene.add(ColumnsLayer(chart: chart, paint: paint.columns, depth: 0.5))
        scene.add(LightLineLayer(part: .line, chart: chart, paint: paint.line, depth: 0.5))
        scene.add(
            ParticleLayer(
                .dust, count: Int(44 * max(stage.width, stage.height) / stage.unit),
                colours: paint.motes, size: stage.unit * 0.0065,
                travel: Point(stage.unit * 0.05, -stage.unit * 0.36), top: stage.y(0.15),
                bottom: stage.y(1), stage: stage, random: &random))
        scene.look.bloom = paint.isLight ? 0.22 : 0.55
        scene.look.vignette = paint.isLight ? 0.2 : 0.36
        scene.look.shade = paint.backdrop[0].darker(0.4)
    }

    private static func view(_ stage: Stage, _ random: inout SeededRandom) -> ChartView {
        ChartView(
            middle: stage.x(stage.pick(0.455, portrait: 0.45, square: 0.45)),
            base: stage.y(stage.pick(0.70, portrait: 0.655, square: 0.69)),
            scale: stage.unit, eye: stage.pick(0.50, portrait: 0.62, square: 0.52),
            turn: random.uniform(0.42, 0.52))
    }

    private static func studio(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: ChartView
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.backdrop), on: s, horizon: view.place(0, 0, 0.75).y,
            seed: scene.noiseSeed("studio"), wash: 0.05)
        let top = Point(stage.x(0.66), stage.y(stage.pick(0.32, portrait: 0.34, square: 0.33)))
        s.glow(top.x, top.y, radius: stage.unit * 0.95, paint.glow, paint.isLight ? 0.55 : 0.5)
        s.glow(
            view.middle, view.place(0, 0, 0.75).y, radius: stage.width * 0.75, paint.glow,
            paint.isLight ? 0.35 : 0.5, squash: stage.pick(0.2, portrait: 0.3, square: 0.25))
        scene.add(s, depth: 0)
        let rays = scene.surface()
        Rays.paint(
            paint.glow.lighter(0.3), paint.isLight ? 0.3 : 0.2,
            from: Point(stage.x(0.72), stage.y(-0.12)), reach: stage.height * 1.05, on: rays,
            seed: scene.noiseSeed("rays"), shafts: 20, bottom: view.base)
        scene.add(rays, depth: 0.02, blend: .screen, breath: (low: 0.25, turns: 1, phase: 0.1))
    }

    /// Discs of light out of focus, in two layers that rise and sink against each other.
    private static func bokeh(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        for layer in 0..<2 {
            let s = scene.surface()
            for _ in 0..<Int(11 * max(stage.width, stage.height) / unit) {
                let r = unit * random.uniform(0.012, layer == 0 ? 0.035 : 0.06)
                let c = Point(
                    random.uniform(-0.03, 1.03) * stage.width,
                    stage.height * (0.02 + 0.66 * random.unit()))
                let colour = paint.motes[random.index(paint.motes.count)]
                let alpha = random.uniform(0.05, 0.2) * (paint.isLight ? 1.9 : 1)
                s.circle(c.x, c.y, r)
                s.fill(
                    around: c, radius: r,
                    [Stop(0, colour, alpha * 0.55), Stop(0.82, colour, alpha), Stop(1, colour, 0)])
            }
            scene.add(
                s, depth: 0.08 + 0.12 * Double(layer),
                .bob(
                    pixels: unit * (layer == 0 ? 0.026 : -0.036), turns: 1,
                    phase: 0.3 * Double(layer)),
                breath: (low: 0.35, turns: 1 + layer, phase: 0.5 * Double(layer)))
        }
    }

    /// The raster on the wall behind the columns.
    private static func wall(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: ChartView, _ chart: ColumnChart
    ) {
        let stage = scene.stage
        let s = scene.surface()
        let (z, reach) = (0.75, chart.span * 1.6)
        let lines = Int(chart.tallest * 1.5 / 0.1)
        let thin = max(stage.unit * 0.0014, 0.8)
        for k in 0...lines {
            let y = Double(k) * 0.1
            let (a, b) = (view.place(-reach, y, z), view.place(reach, y, z))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
            let fade = 1 - 0.6 * Double(k) / Double(lines)
            s.stroke(paint.grid, (k % 2 == 0 ? 0.34 : 0.16) * fade, width: thin)
        }
        for k in -9...9 {
            let x = reach * Double(k) / 9
            let (a, b) = (view.place(x, 0, z), view.place(x, chart.tallest * 1.5, z))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
            s.stroke(paint.grid, 0.12, width: thin)
        }
        scene.add(s, depth: 0.2, breath: (low: 0.55, turns: 1, phase: 0.6))
    }

    /// A glossy floor with a raster, seen in perspective.
    private static func floor(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: ChartView, _ chart: ColumnChart
    ) {
        let stage = scene.stage
        let s = scene.surface()
        let ramp = ColourRamp([paint.floor[0], paint.floor[1], paint.floor[2]])
        let line = paint.grid.rgba()
        let pool = paint.glow.rgba()
        let cell = Float(chart.pitch)
        let edge = Float(view.horizon + view.scale * view.eye * 0.52)
        let (depth, reach) = (Float(stage.bottom) - edge, Float(chart.span * 0.62))
        s.shade(top: Double(edge), bottom: stage.bottom) { px, py in
            let ground = view.ground(px, py)
            let d = (py - edge) / depth
            var c = ramp.rgba(d)
            let (x, z) = (ground.x, ground.z)
            let far = (x * x + z * z * 0.7).squareRoot() / reach
            c += (pool - c) * 0.42 * exp(-far * far * 1.1)
            let u = abs(x / cell - (x / cell).rounded()) * cell
            let v = abs(z / cell - (z / cell).rounded()) * cell
            let width = 0.0032 + ground.grain * 0.4
            let on = max(
                smoothstep(width + ground.grain, width, u),
                smoothstep(width + ground.grain * 2, width, v))
            let fade = exp(-far * 0.85) * 0.5 * min(0.0036 / (ground.grain + 0.001), 1)
            c += (line - c) * on * fade
            c.w = smoothstep(1.05, 0.62, z)
            return c
        }
        scene.add(s, depth: 0.4)
        pulses(&scene, paint, view, chart)
    }

    /// Lights that run along the floor's raster.
    private static func pulses(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: ChartView, _ chart: ColumnChart
    ) {
        guard !paint.isLight else { return }
        var random = scene.random("pulses")
        let runs = (0..<9).map { _ in
            (
                isAcross: random.unit() < 0.5, row: Double(random.index(9) - 4) * chart.pitch,
                start: random.unit(), way: random.unit() < 0.5 ? -1.0 : 1.0
            )
        }
        let colour = paint.grid
        scene.add(
            SparkLayer { frame, moment in
                let shift = moment.shift(0.4, frame.stage)
                for run in runs {
                    let head = wrapped(moment.phase + run.start)
                    for k in 0..<12 {
                        let t = (head - 0.5) * 2.6 - Double(k) * 0.014
                        let p =
                            run.isAcross
                            ? view.place(t * run.way, 0, run.row)
                            : view.place(run.row, 0, t * run.way)
                        guard p.y > view.horizon else { continue }
                        let fade = envelope(head, edge: 0.2) * (1 - Double(k) / 12)
                        SoftDisc.add(
                            k == 0 ? .white : colour, 0.8 * fade, p.x + shift.x, p.y + shift.y,
                            radius: view.scale * 0.007, on: frame)
                    }
                }
            })
    }
}

/// A camera above the floor: places are right of the middle, up and away, in the picture's unit.
struct ChartView: Sendable {
    var middle: Double
    /// Row of the floor in the middle of the chart.
    var base: Double
    /// Pixels of one unit there.
    var scale: Double
    /// Height of the eye.
    var eye: Double
    /// By how much the right end comes nearer, in radians.
    var turn: Double
    private static let distance = 2.6

    init(middle: Double, base: Double, scale: Double, eye: Double, turn: Double) {
        self.middle = middle
        self.base = base
        self.scale = scale
        self.eye = eye
        self.turn = turn
    }

    var horizon: Double { base - eye * scale }

    func place(_ x: Double, _ y: Double, _ z: Double) -> Point {
        let away = -x * sin(turn) + z * cos(turn)
        let near = Self.distance / max(Self.distance + away, 0.3) * scale
        return Point(middle + (x * cos(turn) + z * sin(turn)) * near, horizon + (eye - y) * near)
    }

    /// The point of the floor seen at a pixel, and how much of it the pixel's row spans.
    func ground(_ px: Float, _ py: Float) -> (x: Float, z: Float, grain: Float) {
        let drop = max(py - Float(horizon), 0.5)
        let near = drop / Float(eye)
        let distance = Float(Self.distance)
        let away = distance * Float(scale) / near - distance
        let across = (px - Float(middle)) / near
        let (s, c) = (Float(sin(turn)), Float(cos(turn)))
        return (
            across * c - away * s, across * s + away * c, distance * Float(scale) / near / drop * 0.5
        )
    }
}
