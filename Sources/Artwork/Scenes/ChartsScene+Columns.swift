import BatchVideo
import Foundation

/// Columns in a row: where they stand, how tall they are, how they breathe.
struct ColumnChart: Sendable {
    let view: ChartView
    /// From the first column's middle to the last one's, and from one to the next.
    let span: Double
    let pitch: Double
    let tallest: Double
    let heights: [Double]
    private let phases: [Double]

    var count: Int { heights.count }
    var half: Double { pitch * 0.31 }

    /// Growth that is steady but not smooth: some columns fall short of the one before.
    init(
        view: ChartView, count: Int, span: Double, tallest: Double, random: inout SeededRandom
    ) {
        self.view = view
        self.span = span
        self.tallest = tallest
        pitch = span / Double(count - 1)
        let power = random.uniform(0.9, 1.7)
        let dip = 1 + random.index(count - 2)
        heights = (0..<count).map { i in
            let t = Double(i) / Double(count - 1)
            let rough = i == count - 1 ? 0 : random.uniform(-0.05, 0.05) - (i == dip ? 0.10 : 0)
            return tallest * max(lerp(0.24, 1, pow(t, power)) + rough, 0.16)
        }
        phases = (0..<count).map { 0.11 * Double($0) + random.uniform(-0.05, 0.05) }
    }

    func x(_ i: Int) -> Double { pitch * (Double(i) - Double(count - 1) / 2) }

    func height(_ i: Int, _ phase: Double) -> Double {
        heights[i] + tallest * (0.036 * wave(phase - phases[i]) + 0.013 * wave(2 * phase + phases[i]))
    }
}

/// The columns and their image in the floor, drawn anew for every frame because they breathe.
struct ColumnsLayer: SceneLayer {
    struct Paint: Sendable {
        /// From the first column to the last.
        var first: Colour
        var last: Colour
        var rim: Colour
        /// Strength of the floor's mirror and of the shadows under the columns.
        var mirror: Double
        var shadow: Double
    }

    let chart: ColumnChart
    let paint: Paint
    let depth: Double

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        surface.translate(shift.x, shift.y)
        if paint.shadow > 0 {
            for i in 0..<chart.count { shadow(i, surface) }
        }
        for isMirrored in [true, false] {
            for i in 0..<chart.count {
                let tone = paint.first.mixed(paint.last, Double(i) / Double(chart.count - 1))
                ColumnBlock(
                    view: chart.view, x: chart.x(i), half: chart.half,
                    height: chart.height(i, moment.phase), tone: tone, rim: paint.rim
                ).paint(on: surface, mirrored: isMirrored ? paint.mirror : nil)
            }
        }
    }

    private func shadow(_ i: Int, _ surface: PaintSurface) {
        let (x, half, long) = (chart.x(i), chart.half, chart.half * 2.6)
        let p = [(-half, -half), (half, -half), (half - long, half + long), (-half - long, half + long)]
            .map { chart.view.place(x + $0.0, 0, $0.1) }
        surface.polygon(p)
        surface.fill(
            from: p[0], to: p[3],
            [Stop(0, paint.last.darker(0.7), paint.shadow), Stop(1, paint.last.darker(0.7), 0)])
    }
}

/// One column: its front, its right side and its top.
struct ColumnBlock {
    let view: ChartView
    let x: Double
    let half: Double
    let height: Double
    let tone: Colour
    let rim: Colour

    /// `mirrored` is the strength of the image in the floor; nil paints the column itself.
    func paint(on s: PaintSurface, mirrored: Double?) {
        let side = mirrored == nil ? 1.0 : -1.0
        func p(_ dx: Double, _ y: Double, _ dz: Double) -> Point {
            view.place(x + dx * half, y * side, dz * half)
        }
        let (foot, head) = (p(-1, 0, -1), p(-1, height, -1))
        let stops = mirrored.map(image) ?? front
        s.polygon([foot, p(1, 0, -1), p(1, height, -1), head])
        s.fill(from: head, to: foot, stops)
        s.polygon([p(1, 0, -1), p(1, 0, 1), p(1, height, 1), p(1, height, -1)])
        s.fill(
            from: p(1, height, -1), to: p(1, 0, -1),
            stops.map { Stop($0.at, $0.colour.darker(0.4), $0.alpha) })
        guard mirrored == nil else { return }
        s.polygon([p(-1, height, -1), p(1, height, -1), p(1, height, 1), p(-1, height, 1)])
        s.fill(
            from: p(-1, height, 1), to: p(1, height, -1),
            [Stop(0, tone.mixed(rim, 0.75)), Stop(1, tone.mixed(rim, 0.35))])
        sheen(p, s)
        edges(p, s)
    }

    private var front: [Stop] {
        [
            Stop(0, tone.mixed(rim, 0.55)), Stop(0.10, tone.mixed(rim, 0.18)),
            Stop(0.45, tone), Stop(1, tone.darker(0.48)),
        ]
    }

    /// Strongest at the floor, gone after a third of the height.
    private func image(_ strength: Double) -> [Stop] {
        let reach = min(0.42 / max(height, 0.1), 1)
        return [
            Stop(0, tone, 0), Stop(1 - reach * 0.8, tone, 0),
            Stop(1, tone.darker(0.3), strength),
        ]
    }

    /// The studio's window in the glass, and fine bands inside.
    private func sheen(_ p: (Double, Double, Double) -> Point, _ s: PaintSurface) {
        let (low, high) = (height * 0.04, height * 0.97)
        s.polygon([p(-0.78, low, -1), p(-0.42, low, -1), p(-0.42, high, -1), p(-0.78, high, -1)])
        s.fill(
            from: p(0, height, -1), to: p(0, 0, -1),
            [Stop(0, .white, 0.30), Stop(0.5, .white, 0.10), Stop(1, .white, 0.02)])
        let bands = Int(height / 0.05)
        for k in 1..<max(bands, 2) {
            let y = height * Double(k) / Double(bands)
            let (a, b, c) = (p(-1, y, -1), p(1, y, -1), p(1, y, 1))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
            s.line(c.x, c.y)
        }
        s.stroke(rim, 0.10, width: max(view.scale * 0.0012, 0.7))
    }

    private func edges(_ p: (Double, Double, Double) -> Point, _ s: PaintSurface) {
        let thin = max(view.scale * 0.0022, 0.8)
        let (a, b, c) = (p(-1, height, -1), p(1, height, -1), p(1, height, 1))
        s.move(a.x, a.y)
        s.line(b.x, b.y)
        s.line(c.x, c.y)
        s.stroke(rim, 0.85, width: thin)
        let foot = p(1, 0, -1)
        s.move(b.x, b.y)
        s.line(foot.x, foot.y)
        s.stroke(rim, 0.4, width: thin)
        let left = p(-1, 0, -1)
        s.move(a.x, a.y)
        s.line(left.x, left.y)
        s.stroke(rim, 0.28, width: thin * 0.8)
    }
}
