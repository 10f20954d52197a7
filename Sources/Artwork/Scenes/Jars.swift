import BatchVideo
import Foundation

/// Jars that stand on shelves. Points are where a jar stands.
struct Jars {
    let solids: Solids

    private var s: PaintSurface { solids.surface }
    private var dark: Colour { solids.shade }
    private var light: Colour { solids.light }

    /// Glass with something inside up to `fill` (0...1) and a lid of wood.
    func glass(
        at p: Point, width w: Double, height h: Double, _ content: Colour, fill: Double,
        _ random: inout SeededRandom
    ) {
        solids.shadow(p.x, p.y, w * 0.56, flat: 0.16)
        let body = h * 0.84
        s.roundedRectangle(p.x - w / 2, p.y - body, w, body, radius: w * 0.16)
        s.fill(light.mixed(dark, 0.25), 0.22)
        let top = p.y - body * (0.08 + 0.84 * fill)
        s.isolated {
            s.roundedRectangle(
                p.x - w * 0.45, p.y - body * 0.98, w * 0.9, body * 0.95, radius: w * 0.13)
            s.clip()
            s.rectangle(p.x - w / 2, top, w, body)
            s.fill(
                from: Point(p.x + solids.lightSide * w / 2, 0),
                to: Point(p.x - solids.lightSide * w / 2, 0),
                [
                    Stop(0, content), Stop(0.3, content.mixed(light, 0.26)),
                    Stop(1, content.mixed(dark, 0.5)),
                ])
            grains(p, w, top, body, content, &random)
            s.ellipse(p.x, top, w * 0.45, w * 0.07)
            s.fill(content.mixed(light, 0.32))
        }
        for (x, width, alpha) in [(0.32, 0.10, 0.5), (0.44, 0.03, 0.5), (-0.42, 0.04, 0.22)] {
            s.roundedRectangle(
                p.x + solids.lightSide * w * x - w * width / 2, p.y - body * 0.9, w * width,
                body * 0.78, radius: w * width / 2)
            s.fill(light.lighter(0.5), alpha)
        }
        s.roundedRectangle(p.x - w * 0.46, p.y - h, w * 0.92, h * 0.17, radius: w * 0.06)
        let lid = solids.seen(0xB0814E)
        s.fill(
            from: Point(p.x + solids.lightSide * w / 2, 0),
            to: Point(p.x - solids.lightSide * w / 2, 0),
            [Stop(0, lid), Stop(0.3, lid.mixed(light, 0.4)), Stop(1, lid.mixed(dark, 0.5))])
    }

    private func grains(
        _ p: Point, _ w: Double, _ top: Double, _ body: Double, _ content: Colour,
        _ random: inout SeededRandom
    ) {
        let size = w * 0.075
        for _ in 0..<46 {
            let (x, y) = (p.x + random.uniform(-0.45, 0.45) * w, random.uniform(top, p.y))
            s.ellipse(x, y, size, size * 0.7, tilt: random.uniform(-1, 1))
            s.fill(content.mixed(random.unit() < 0.5 ? light : dark, random.uniform(0.08, 0.3)), 0.7)
        }
    }

    enum Form: CaseIterable { case ginger, tall, round }

    /// Glazed porcelain with a lid, painted around its belly; `h` is its whole height.
    func porcelain(at p: Point, height h: Double, _ form: Form, _ glaze: Colour, brush: Colour) {
        let profile: [(Double, Double)] =
            switch form {
            case .ginger:
                [(0, 0.17), (0.05, 0.18), (0.14, 0.27), (0.34, 0.36), (0.62, 0.31), (0.9, 0.22),
                    (1, 0.23)]
            case .tall:
                [(0, 0.16), (0.05, 0.17), (0.16, 0.25), (0.4, 0.28), (0.8, 0.24), (1, 0.22)]
            case .round:
                [(0, 0.2), (0.05, 0.22), (0.25, 0.40), (0.5, 0.46), (0.8, 0.38), (1, 0.26)]
            }
        let body = h * 0.80
        let wide = (profile.map(\.1).max() ?? 0.3) * body
        solids.shadow(p.x, p.y, wide * 1.0, flat: 0.2)
        Vessels(surface: s, lightSide: solids.lightSide, rim: light).turned(
            profile.map { (at: $0.0, half: $0.1) }, x: p.x, base: p.y, size: body,
            .init(glaze, light: 0.32, shadow: 0.5))
        painting(p, body, wide, brush, form)
        let rim = p.y - body
        let cap = (profile.first?.1 ?? 0.2) * body
        s.move(p.x - cap * 1.12, rim + h * 0.015)
        s.curve(
            Point(p.x - cap * 1.1, rim - h * 0.12), Point(p.x - cap * 0.4, rim - h * 0.15),
            to: Point(p.x, rim - h * 0.15))
        s.curve(
            Point(p.x + cap * 0.4, rim - h * 0.15), Point(p.x + cap * 1.1, rim - h * 0.12),
            to: Point(p.x + cap * 1.12, rim + h * 0.015))
        s.curve(
            Point(p.x + cap * 0.6, rim + h * 0.045), Point(p.x - cap * 0.6, rim + h * 0.045),
            to: Point(p.x - cap * 1.12, rim + h * 0.015))
        s.close()
        solids.bulge(glaze, around: Point(p.x, rim - h * 0.03), radius: cap * 1.15, gloss: 0.4)
        solids.ball(glaze, at: Point(p.x, rim - h * 0.165), radius: h * 0.032, gloss: 0.5)
    }

    /// A spray of leaves and blossoms in one colour, between two rings.
    private func painting(_ p: Point, _ body: Double, _ wide: Double, _ brush: Colour, _ form: Form) {
        for (y, k) in [(0.86, 0.56), (0.16, 0.74)] {
            s.ellipse(p.x, p.y - body * y, wide * k, wide * 0.07)
            s.stroke(brush, 0.55, width: max(body * 0.012, 0.7))
        }
        let c = Point(p.x, p.y - body * (form == .round ? 0.46 : 0.56))
        for k in 0..<5 {
            let a = Double(k) / 5 * 2 * .pi - 1.57
            s.ellipse(
                c.x + cos(a) * wide * 0.16, c.y + sin(a) * wide * 0.16, wide * 0.13, wide * 0.10,
                tilt: a)
        }
        s.fill(brush, 0.75)
        s.circle(c.x, c.y, wide * 0.07)
        s.fill(light, 0.8)
        for side in [-1.0, 1.0] {
            s.move(c.x + side * wide * 0.2, c.y + wide * 0.12)
            s.curve(
                Point(c.x + side * wide * 0.45, c.y + wide * 0.3),
                Point(c.x + side * wide * 0.55, c.y - wide * 0.1),
                to: Point(c.x + side * wide * 0.7, c.y + wide * 0.08))
            s.stroke(brush, 0.65, width: max(wide * 0.045, 0.7))
            for (x, y) in [(0.36, 0.34), (0.5, -0.05)] {
                s.leaf(
                    c.x + side * wide * x, c.y + wide * y, wide * 0.12, wide * 0.05,
                    tilt: side * (y > 0 ? 0.7 : -0.8))
                s.fill(brush, 0.65)
            }
        }
    }
}
