import Foundation

/// Small solid things, painted with light from one side: lit, local colour, shade, light thrown
/// back, and a shadow on what they stand on.
struct Solids {
    let surface: PaintSurface
    /// -1 when the light comes from the left, 1 from the right.
    let lightSide: Double
    let light: Colour
    let shade: Colour
    /// What white paper looks like here.
    let tone: Colour

    /// A local colour as it is seen here.
    func seen(_ hex: UInt32) -> Colour { Colour(hex).times(tone) }

    /// A soft shadow on the table, falling away from the light.
    func shadow(
        _ x: Double, _ y: Double, _ rx: Double, flat: Double = 0.24, _ strength: Double = 0.5
    ) {
        surface.isolated {
            surface.translate(x - lightSide * rx * 0.20, y)
            surface.scale(1, flat)
            surface.circle(0, 0, rx * 1.18)
            surface.fill(
                around: Point(0, 0), radius: rx * 1.18,
                [
                    Stop(0, shade, strength), Stop(0.6, shade, strength * 0.72),
                    Stop(1, shade, 0),
                ])
        }
    }

    /// Fills the current path as something round about `c`.
    func bulge(_ colour: Colour, around c: Point, radius r: Double, gloss: Double = 0.3) {
        let lit = Point(c.x + lightSide * r * 0.36, c.y - r * 0.44)
        surface.fill(
            around: lit, radius: r * 1.78,
            [
                Stop(0, colour.mixed(light, 0.5)), Stop(0.22, colour.mixed(light, 0.18)),
                Stop(0.5, colour), Stop(0.78, colour.mixed(shade, 0.5)),
                Stop(0.93, colour.mixed(shade, 0.7)), Stop(1, colour.mixed(shade, 0.52)),
            ], keep: true)
        surface.stroke(colour.mixed(shade, 0.8), 0.4, width: max(r * 0.025, 0.6))
        guard gloss > 0 else { return }
        shine(Point(c.x + lightSide * r * 0.40, c.y - r * 0.46), r * 0.28, r * 0.17, gloss)
    }

    /// A soft spot of light.
    func shine(_ p: Point, _ rx: Double, _ ry: Double, _ strength: Double) {
        surface.isolated {
            surface.translate(p.x, p.y)
            surface.rotate(lightSide * 0.5)
            surface.scale(1, ry / rx)
            surface.circle(0, 0, rx)
            surface.fill(
                around: Point(0, 0), radius: rx,
                [
                    Stop(0, light.lighter(0.6), strength), Stop(0.4, light, strength * 0.6),
                    Stop(1, light, 0),
                ])
        }
    }

    func ball(_ colour: Colour, at c: Point, radius r: Double, gloss: Double = 0.3) {
        surface.circle(c.x, c.y, r)
        bulge(colour, around: c, radius: r, gloss: gloss)
    }

    /// A body along `axis` (0...1) that is `half` thick to each side, lit from above.
    func spindle(
        _ colour: Colour, axis: (Double) -> Point, half: (Double) -> Double, gloss: Double = 0.25
    ) {
        let steps = 22
        var (left, right): ([Point], [Point]) = ([], [])
        for i in 0...steps {
            let t = Double(i) / Double(steps)
            let (p, n) = (axis(t), Self.normal(axis, t))
            let h = half(t)
            left.append(Point(p.x + n.x * h, p.y + n.y * h))
            right.append(Point(p.x - n.x * h, p.y - n.y * h))
        }
        surface.spline(left)
        for p in right.reversed() { surface.line(p.x, p.y) }
        surface.close()
        let (m, n) = (axis(0.4), Self.normal(axis, 0.4))
        let up = n.y + n.x * -lightSide * 0.4 < 0 ? 1.0 : -1.0
        let h = half(0.35) * up
        let (a, b) = (Point(m.x + n.x * h, m.y + n.y * h), Point(m.x - n.x * h, m.y - n.y * h))
        surface.fill(
            from: a, to: b,
            [
                Stop(0, colour.mixed(light, 0.2)), Stop(0.24, colour.mixed(light, 0.36)),
                Stop(0.5, colour), Stop(0.85, colour.mixed(shade, 0.55)),
                Stop(1, colour.mixed(shade, 0.42)),
            ], keep: true)
        surface.stroke(colour.mixed(shade, 0.8), 0.4, width: max(abs(h) * 0.05, 0.6))
        guard gloss > 0 else { return }
        let line = (2...14).map { i -> Point in
            let t = Double(i) / 22
            let (p, n) = (axis(t), Self.normal(axis, t))
            let k = half(t) * 0.48 * up
            return Point(p.x + n.x * k, p.y + n.y * k)
        }
        surface.spline(line)
        surface.stroke(light.lighter(0.4), gloss, width: max(abs(h) * 0.16, 0.8))
    }

    private static func normal(_ axis: (Double) -> Point, _ t: Double) -> Point {
        let (a, b) = (axis(max(t - 0.02, 0)), axis(min(t + 0.02, 1)))
        let length = max(hypot(b.x - a.x, b.y - a.y), 1e-9)
        return Point(-(b.y - a.y) / length, (b.x - a.x) / length)
    }

    /// A broad leaf from `a` to `b` with a rib and veins; `bend` bows it to one side (-1...1).
    func leaf(
        _ colour: Colour, from a: Point, to b: Point, half: Double, bend: Double = 0,
        veins: Int = 4
    ) {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = max(hypot(dx, dy), 1e-9)
        let (nx, ny) = (-dy / length, dx / length)
        func at(_ t: Double, _ side: Double) -> Point {
            let bow = bend * length * 0.22 * 4 * t * (1 - t)
            return Point(
                a.x + dx * t + nx * (bow + side * half), a.y + dy * t + ny * (bow + side * half))
        }
        surface.move(a.x, a.y)
        surface.curve(at(0.18, 1.25), at(0.68, 1.25), to: b)
        surface.curve(at(0.68, -1.25), at(0.18, -1.25), to: a)
        surface.close()
        let up = ny + nx * -lightSide * 0.5 < 0 ? 1.0 : -1.0
        surface.fill(
            from: at(0.5, up), to: at(0.5, -up),
            [
                Stop(0, colour.mixed(light, 0.34)), Stop(0.47, colour.mixed(light, 0.08)),
                Stop(0.53, colour.mixed(shade, 0.16)), Stop(1, colour.mixed(shade, 0.42)),
            ], keep: true)
        surface.stroke(colour.mixed(shade, 0.7), 0.3, width: max(half * 0.05, 0.5))
        surface.spline([a, at(0.25, 0), at(0.5, 0), at(0.75, 0), at(0.94, 0)])
        surface.stroke(colour.mixed(light, 0.5), 0.7, width: max(half * 0.09, 0.6))
        guard veins > 0 else { return }
        for k in 1...veins {
            let t = Double(k) / Double(veins + 1)
            for side in [-1.0, 1.0] {
                let (p, q) = (at(t * 0.86, 0), at(t * 0.86 + 0.13, side * 0.66 * (1 - t * 0.3)))
                surface.move(p.x, p.y)
                surface.line(q.x, q.y)
            }
        }
        surface.stroke(colour.mixed(light, 0.4), 0.45, width: max(half * 0.045, 0.5))
    }
}
