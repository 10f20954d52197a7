import BatchVideo
import Foundation

/// An open book on a desk, seen from in front and a little above.
struct OpenBook: Sendable {
    /// Middle of the spine.
    let centre: Point
    let width: Double
    /// Rows from the far edge to the near one.
    let depth: Double
    let paper: Colour
    let cover: Colour
    let ink: Colour
    let light: Colour
    let shade: Colour
    /// -1 when the light comes from the left, 1 from the right.
    let lightSide: Double

    /// A point of a page: `u` from the spine (0) to the outer edge (1), `v` from the far edge to
    /// the near one; `lift` bends a loose leaf upwards (0...1).
    func point(_ side: Double, _ u: Double, _ v: Double, lift: Double = 0) -> Point {
        let half = width / 2 * lerp(0.90, 1, v)
        let swell = 3.1 * u * pow(1 - u, 1.25) * width * lerp(0.040, 0.050, v)
        let turn = lift * 1.25 * u
        return Point(
            centre.x + side * half * u * (1 - 0.42 * lift * u),
            centre.y + depth * (v - 0.5) - swell - sin(turn) * width * 0.20 * u * (1 - 0.25 * (1 - v)))
    }

    func outline(_ side: Double, lift: Double = 0, drop: Double = 0, on s: PaintSurface) {
        let steps = 12
        func at(_ u: Double, _ v: Double) -> Point {
            let p = point(side, u, v, lift: lift)
            return Point(p.x, p.y + drop)
        }
        let far = (0...steps).map { at(Double($0) / Double(steps), 0) }
        s.spline(far)
        for i in (0...steps).reversed() {
            let p = at(Double(i) / Double(steps), 1)
            s.line(p.x, p.y)
        }
        s.close()
    }

    func paint(on s: PaintSurface, random: inout SeededRandom) {
        let thick = width * 0.036
        shadow(s)
        for side in [-1.0, 1.0] {
            s.polygon([
                Point(centre.x, centre.y - depth * 0.53 + thick),
                Point(centre.x + side * width * 0.475, centre.y - depth * 0.53 + thick),
                Point(centre.x + side * width * 0.525, centre.y + depth * 0.54 + thick),
                Point(centre.x, centre.y + depth * 0.56 + thick),
            ])
            s.fill(cover.mixed(side == lightSide ? light : shade, 0.14))
            block(side, thick, s)
            page(side, lift: 0, on: s)
            lines(side, on: s, &random)
        }
        picture(-1, on: s, &random)
        let (a, b) = (point(1, 0, 0), point(1, 0, 1))
        s.move(a.x, a.y)
        s.line(b.x, b.y)
        s.stroke(shade, 0.5, width: max(width * 0.004, 1))
        ribbon(s, thick)
    }

    private func shadow(_ s: PaintSurface) {
        s.isolated {
            s.translate(centre.x - lightSide * width * 0.05, centre.y + depth * 0.12)
            s.scale(1, depth / width * 1.05)
            s.circle(0, 0, width * 0.66)
            s.fill(
                around: Point(0, 0), radius: width * 0.66,
                [Stop(0, shade, 0.7), Stop(0.7, shade, 0.5), Stop(1, shade, 0)])
        }
    }

    /// The edges of the pages under the upper one.
    private func block(_ side: Double, _ thick: Double, _ s: PaintSurface) {
        for i in (1...6).reversed() {
            let drop = thick * Double(i) / 6
            outline(side, drop: drop, on: s)
            let tone = i % 2 == 0 ? 0.10 : 0.30
            s.fill(paper.mixed(shade, tone + 0.04 * Double(i)))
        }
    }

    /// The upper page; also a loose leaf when `lift` is above 0.
    func page(_ side: Double, lift: Double, on s: PaintSurface) {
        outline(side, lift: lift, on: s)
        let (inner, outer) = (point(side, 0, 0.5), point(side, 1, 0.5, lift: lift))
        let facing = side == lightSide ? 0.0 : 0.08
        s.fill(
            from: Point(inner.x, 0), to: Point(outer.x, 0),
            [
                Stop(0, paper.mixed(shade, 0.52)), Stop(0.07, paper.mixed(shade, 0.22)),
                Stop(0.22, paper.mixed(light, 0.4 - facing)), Stop(0.5, paper.mixed(light, 0.2)),
                Stop(0.8, paper.mixed(shade, facing)), Stop(1, paper.mixed(shade, 0.12 + facing)),
            ], keep: true)
        s.stroke(paper.mixed(shade, 0.5), 0.5, width: max(width * 0.0018, 0.7))
    }

    /// Rows of writing, as strokes.
    private func lines(_ side: Double, on s: PaintSurface, _ random: inout SeededRandom) {
        let rows = 13
        let first = side < 0 ? 6 : 0
        for row in first..<rows {
            let v = 0.10 + 0.82 * Double(row) / Double(rows - 1)
            var u = 0.13
            let end = row == rows - 1 || row == 4 ? random.uniform(0.4, 0.7) : 0.88
            while u < end {
                let next = min(u + random.uniform(0.05, 0.13), end)
                s.spline((0...3).map { point(side, lerp(u, next, Double($0) / 3), v) })
                u = next + 0.022
            }
        }
        s.stroke(ink, 0.55, width: max(depth * 0.017, 0.9))
    }

    /// A drawing at the head of a page: hills, water and a sun.
    private func picture(_ side: Double, on s: PaintSurface, _ random: inout SeededRandom) {
        let (top, low) = (0.09, 0.46)
        let frame =
            (0...8).map { point(side, lerp(0.14, 0.86, Double($0) / 8), top) }
            + (0...8).reversed().map { point(side, lerp(0.14, 0.86, Double($0) / 8), low) }
        s.isolated {
            s.polygon(frame)
            s.clip()
            s.polygon(frame)
            s.fill(
                from: point(side, 0.5, top), to: point(side, 0.5, low),
                [Stop(0, Colour(0x8FB8C8).mixed(paper, 0.3)), Stop(1, Colour(0xF3D9B0).mixed(paper, 0.3))])
            let sun = point(side, random.uniform(0.35, 0.65), top + (low - top) * 0.34)
            s.ellipse(sun.x, sun.y, width * 0.018, width * 0.012)
            s.fill(Colour(0xD9603A).mixed(paper, 0.15))
            for k in 0..<3 {
                let base = top + (low - top) * (0.55 + 0.18 * Double(k))
                let crest = (0...10).map { i -> Point in
                    point(
                        side, 0.08 + 0.84 * Double(i) / 10,
                        base - (low - top) * random.uniform(0, 0.26))
                }
                s.spline(crest)
                let (a, b) = (point(side, 0.92, low + 0.05), point(side, 0.08, low + 0.05))
                s.line(a.x, a.y)
                s.line(b.x, b.y)
                s.close()
                s.fill(
                    [Colour(0x7FA8A0), Colour(0x5A8A78), Colour(0x3E6A58)][k].mixed(paper, 0.2), 0.9)
            }
        }
        s.polygon(frame)
        s.stroke(ink, 0.4, width: max(width * 0.002, 0.7))
    }

    private func ribbon(_ s: PaintSurface, _ thick: Double) {
        let foot = point(1, 0.02, 1)
        s.move(foot.x, foot.y - depth * 0.1)
        s.curve(
            Point(foot.x + width * 0.01, foot.y + thick), Point(foot.x + width * 0.045, foot.y + thick),
            to: Point(foot.x + width * 0.04, foot.y + thick + depth * 0.26))
        s.stroke(Colour(0xB83A34).mixed(shade, 0.2), width: max(width * 0.011, 1.5))
    }
}
