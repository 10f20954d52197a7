import BatchVideo
import Foundation

/// A line of light above the columns that ends in an arrow, points on it, lights that run along it.
struct LightLineLayer: SceneLayer {
    struct Paint: Sendable {
        var core: Colour
        var glow: Colour
        /// Light on dark is added; on a light ground the line is laid over.
        var isAdded: Bool
    }

    /// The light that falls from the line, behind the columns, or the line itself.
    enum Part: Sendable { case curtain, line }

    let part: Part
    let chart: ColumnChart
    let paint: Paint
    let depth: Double

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        let points = self.points(moment.phase).map { Point($0.x + shift.x, $0.y + shift.y) }
        switch part {
        case .curtain: curtain(Array(points.dropFirst().dropLast()), shift, surface)
        case .line: line(points, moment, surface, frame)
        }
    }

    private func line(
        _ points: [Point], _ moment: Moment, _ surface: PaintSurface, _ frame: Frame
    ) {
        let unit = chart.view.scale
        let widths: [(Double, Double)] =
            paint.isAdded
            ? [(0.042, 0.07), (0.026, 0.11), (0.014, 0.24)] : [(0.022, 0.10), (0.014, 0.16)]
        for (width, alpha) in widths {
            surface.spline(points)
            surface.stroke(paint.glow, alpha, width: unit * width)
        }
        surface.spline(points)
        surface.stroke(paint.core, width: unit * 0.0068)
        arrow(points, surface)
        for p in points.dropFirst().dropLast() { node(p, surface, frame) }
        for k in 0..<3 { runner(points, moment, Double(k) / 3, frame) }
    }

    /// Above the middle of each column, with a start before the first and an end after the last.
    private func points(_ phase: Double) -> [Point] {
        let lift = chart.tallest * 0.13
        let tops = (0..<chart.count).map { i in
            (x: chart.x(i), y: chart.height(i, phase) + lift)
        }
        guard let first = tops.first, let last = tops.last else { return [] }
        let all =
            [(x: first.x - chart.pitch * 0.8, y: first.y * 0.82)] + tops
            + [(x: last.x + chart.pitch * 0.62, y: last.y + chart.tallest * 0.12)]
        return all.map { chart.view.place($0.x, $0.y, 0) }
    }

    /// From the first column to the last, whose bodies hide its sides.
    private func curtain(_ points: [Point], _ shift: Point, _ surface: PaintSurface) {
        guard let first = points.first, let last = points.last else { return }
        let low = chart.view.base + shift.y
        surface.spline(points)
        surface.line(last.x, low)
        surface.line(first.x, low)
        surface.close()
        let top = points.map(\.y).min() ?? low
        surface.fill(
            from: Point(0, top), to: Point(0, low),
            [
                Stop(0, paint.glow, paint.isAdded ? 0.20 : 0.16), Stop(0.55, paint.glow, 0.05),
                Stop(1, paint.glow, 0),
            ])
    }

    private func arrow(_ points: [Point], _ surface: PaintSurface) {
        guard points.count > 2 else { return }
        let (tip, before) = (points[points.count - 1], points[points.count - 2])
        let angle = atan2(tip.y - before.y, tip.x - before.x) - 0.06
        let k = chart.view.scale * 0.030
        surface.isolated {
            surface.translate(tip.x, tip.y)
            surface.rotate(angle)
            surface.move(k * 1.25, 0)
            surface.line(-k * 0.55, k * 0.82)
            surface.line(-k * 0.18, 0)
            surface.line(-k * 0.55, -k * 0.82)
            surface.close()
            surface.fill(paint.core, keep: true)
            surface.stroke(paint.glow, 0.35, width: k * 0.3)
        }
    }

    private func node(_ p: Point, _ surface: PaintSurface, _ frame: Frame) {
        let r = chart.view.scale * 0.0105
        if paint.isAdded {
            SoftDisc.add(paint.glow, 0.7, p.x, p.y, radius: r * 4.2, on: frame)
        }
        surface.circle(p.x, p.y, r)
        surface.fill(paint.isAdded ? paint.glow.darker(0.55) : .white)
        surface.circle(p.x, p.y, r)
        surface.stroke(paint.core, width: r * 0.55)
    }

    private func runner(
        _ points: [Point], _ moment: Moment, _ start: Double, _ frame: Frame
    ) {
        let head = wrapped(moment.phase + start)
        let r = chart.view.scale
        for k in 0..<16 {
            let t = head - Double(k) * 0.006
            guard t >= 0, let p = Self.along(points, t) else { break }
            let fade = envelope(head, edge: 0.1) * (1 - Double(k) / 16)
            if paint.isAdded {
                SoftDisc.add(paint.glow, 0.8 * fade, p.x, p.y, radius: r * 0.026, on: frame)
                SoftDisc.add(.white, fade, p.x, p.y, radius: r * 0.010, on: frame)
            } else {
                SoftDisc.lay(paint.glow, 0.3 * fade, p.x, p.y, radius: r * 0.016, on: frame)
                SoftDisc.lay(.white, 0.8 * fade, p.x, p.y, radius: r * 0.006, on: frame)
            }
        }
    }

    /// A point of the same spline that is stroked, `t` 0...1 from its first point to its last.
    private static func along(_ points: [Point], _ t: Double) -> Point? {
        guard points.count > 1 else { return nil }
        let position = min(max(t, 0), 1) * Double(points.count - 1)
        let i = min(Int(position), points.count - 2)
        let f = position - Double(i)
        let (a, b) = (points[i], points[i + 1])
        let before = points[max(i - 1, 0)]
        let after = points[min(i + 2, points.count - 1)]
        func mix(_ w: Double, _ x: Double, _ y: Double, _ z: Double) -> Double {
            let (f2, f3) = (f * f, f * f * f)
            let bend = (2 * w - 5 * x + 4 * y - z) * f2 + (3 * x - w - 3 * y + z) * f3
            return x + 0.5 * ((y - w) * f + bend)
        }
        return Point(mix(before.x, a.x, b.x, after.x), mix(before.y, a.y, b.y, after.y))
    }
}
