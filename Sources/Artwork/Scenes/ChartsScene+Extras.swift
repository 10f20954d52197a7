import BatchVideo
import Foundation

extension ChartsScene {
    /// A ring chart afloat where the columns are low.
    static func ring(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let c = Point(
            stage.x(stage.pick(0.20, portrait: 0.27, square: 0.22)),
            stage.y(stage.pick(0.27, portrait: 0.22, square: 0.24)))
        let r = unit * stage.pick(0.135, portrait: 0.16, square: 0.12)
        let (flat, thick) = (0.52, r * 0.24)
        var shares = (0..<4).map { _ in random.uniform(0.6, 1.6) }
        let sum = shares.reduce(0, +)
        shares = shares.map { $0 / sum }
        let s = scene.surface()
        s.glow(c.x, c.y, radius: r * 2.1, paint.glow, paint.isLight ? 0.3 : 0.4, squash: 0.7)
        func arc(_ from: Double, _ to: Double, _ dy: Double, _ out: Point) {
            let steps = max(Int((to - from) * 40), 4)
            for (k, radius) in [(0, r), (1, r * 0.56)] {
                for i in 0...steps {
                    let share = Double(k == 0 ? i : steps - i) / Double(steps)
                    let a = lerp(from, to, share) * 2 * .pi
                    let p = Point(
                        c.x + out.x + cos(a) * radius, c.y + out.y + dy + sin(a) * radius * flat)
                    k == 0 && i == 0 ? s.move(p.x, p.y) : s.line(p.x, p.y)
                }
            }
            s.close()
        }
        var start = random.unit()
        var wedges: [(from: Double, to: Double, tone: Colour, out: Point)] = []
        for (i, share) in shares.enumerated() {
            let middle = (start + share / 2) * 2 * .pi
            let away = i == 0 ? r * 0.12 : 0
            wedges.append(
                (
                    start + 0.006, start + share - 0.006,
                    paint.columns.first.mixed(paint.columns.last, Double(i) / 3),
                    Point(cos(middle) * away, sin(middle) * away * flat)
                ))
            start += share
        }
        for step in stride(from: thick, through: 0, by: -max(unit * 0.0015, 1)) {
            for wedge in wedges {
                arc(wedge.from, wedge.to, step, wedge.out)
                s.fill(wedge.tone.darker(0.5 - 0.18 * (1 - step / thick)))
            }
        }
        for wedge in wedges {
            arc(wedge.from, wedge.to, 0, wedge.out)
            s.fill(
                from: Point(c.x - r, c.y - r * flat), to: Point(c.x + r, c.y + r * flat),
                [
                    Stop(0, wedge.tone.mixed(paint.columns.rim, 0.55)), Stop(0.55, wedge.tone),
                    Stop(1, wedge.tone.darker(0.22)),
                ], keep: true)
            s.stroke(paint.columns.rim, 0.55, width: max(unit * 0.0018, 0.8))
        }
        scene.add(s, depth: 0.3, .bob(pixels: unit * 0.016, turns: 1, phase: 0.2))
    }

    /// Balls of glass at different heights: a scatter of values.
    static func bubbles(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        for group in 0..<3 {
            let s = scene.surface()
            for k in 0..<3 {
                let t = (Double(group) + 3 * Double(k) + random.unit() * 0.7) / 9
                let r = unit * random.uniform(0.014, 0.042)
                let c = Point(
                    stage.x(0.05 + 0.62 * t),
                    stage.y(stage.pick(0.46, portrait: 0.36, square: 0.44))
                        - stage.height * 0.30 * t - unit * random.uniform(-0.03, 0.11))
                let tone = paint.columns.first.mixed(paint.columns.last, t)
                s.circle(c.x, c.y, r)
                s.fill(
                    around: Point(c.x + r * 0.25, c.y + r * 0.4), radius: r * 1.35,
                    [
                        Stop(0, tone.mixed(paint.columns.rim, 0.4), 0.75), Stop(0.55, tone, 0.85),
                        Stop(1, tone.darker(0.45), 0.95),
                    ])
                s.ellipse(c.x - r * 0.32, c.y - r * 0.42, r * 0.30, r * 0.18, tilt: -0.7)
                s.fill(.white, 0.75)
                s.circle(c.x, c.y, r * 0.96)
                s.stroke(paint.columns.rim, 0.4, width: max(r * 0.06, 0.7))
                s.glow(c.x, c.y, radius: r * 2.6, paint.glow, paint.isLight ? 0.1 : 0.3)
            }
            scene.add(
                s, depth: 0.24 + 0.05 * Double(group),
                .bob(pixels: unit * 0.013, turns: 1, phase: 0.33 * Double(group)))
        }
    }

    /// Soft areas on the wall, rising like the columns.
    static func areas(
        _ scene: inout SceneBuilder, _ paint: Paint, _ view: ChartView, _ chart: ColumnChart,
        _ random: inout SeededRandom
    ) {
        for layer in 0..<3 {
            let s = scene.surface()
            let lift = 0.36 - 0.13 * Double(layer)
            let reach = chart.span * 2
            let start = random.unit()
            let points = (0...14).map { k -> Point in
                let t = Double(k) / 14
                let swell = 0.05 * wave(t * 1.7 + start) + 0.03 * wave(t * 3.9 + start * 2)
                return view.place(
                    lerp(-reach, reach, t),
                    chart.tallest * (lift + 0.62 * pow(max(2 * t - 0.5, 0), 2) + swell * 1.6) + 0.04, 0.72)
            }
            guard let first = points.first, let last = points.last else { return }
            let tone = paint.columns.first.mixed(paint.columns.last, Double(layer) / 2)
            s.spline(points)
            s.line(last.x, view.base)
            s.line(first.x, view.base)
            s.close()
            s.fill(
                from: Point(0, points.map(\.y).min() ?? 0), to: Point(0, view.base),
                [Stop(0, tone, 0.34), Stop(1, tone, 0.02)])
            s.spline(points)
            s.stroke(tone.mixed(paint.columns.rim, 0.5), 0.6, width: max(view.scale * 0.0026, 1))
            scene.add(
                s, depth: 0.2 + 0.03 * Double(layer),
                .bob(pixels: view.scale * 0.012, turns: 1, phase: 0.3 * Double(layer)))
        }
    }
}
