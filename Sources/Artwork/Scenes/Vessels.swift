import BatchVideo
import Foundation

/// Things of clay, glass and paper that stand on a table, lit from one side.
struct Vessels {
    struct Glaze {
        var base: Colour
        var light: Colour
        var shadow: Colour

        init(_ base: Colour, light: Double = 0.35, shadow: Double = 0.5) {
            self.base = base
            self.light = base.lighter(light)
            self.shadow = base.darker(shadow)
        }
    }

    let surface: PaintSurface
    /// -1 when the light comes from the left, 1 from the right.
    let lightSide: Double
    /// Colour of light on rims.
    let rim: Colour

    /// A turned body: `profile` gives half widths from the top (0) to the foot (1), in `size` units.
    func turned(
        _ profile: [(at: Double, half: Double)], x: Double, base: Double, size: Double,
        _ glaze: Glaze
    ) {
        let side = Self.smooth(profile)
        let top = base - size * (profile.last?.at ?? 1)
        let points =
            side.map { Point(x - $0.half * size, top + $0.at * size) }
            + side.reversed().map { Point(x + $0.half * size, top + $0.at * size) }
        let wide = (side.map(\.half).max() ?? 0) * size
        let foot = (side.last?.half ?? 0) * size
        surface.ellipse(x, base, foot, foot * 0.18)
        surface.fill(glaze.shadow)
        surface.polygon(points)
        let (lit, far) = (x + lightSide * wide, x - lightSide * wide)
        surface.fill(
            from: Point(lit, 0), to: Point(far, 0),
            [
                Stop(0, glaze.base.mixed(rim, 0.25)), Stop(0.10, glaze.base),
                Stop(0.30, glaze.light), Stop(0.55, glaze.base),
                Stop(0.88, glaze.shadow), Stop(1, glaze.shadow.mixed(glaze.base, 0.35)),
            ], keep: true)
        surface.fill(
            from: Point(0, top), to: Point(0, base),
            [
                Stop(0, .white, 0.10), Stop(0.4, .white, 0), Stop(0.6, .black, 0),
                Stop(1, .black, 0.3),
            ])
        highlight(x: x + lightSide * wide * 0.5, y: top + size * 0.3, wide * 0.16, size * 0.2)
    }

    /// A soft reflection of the window.
    private func highlight(x: Double, y: Double, _ rx: Double, _ ry: Double) {
        surface.isolated {
            surface.translate(x, y)
            surface.rotate(-lightSide * 0.12)
            surface.scale(1, ry / rx)
            surface.circle(0, 0, rx)
            surface.fill(
                around: Point(0, 0), radius: rx,
                [Stop(0, .white, 0.42), Stop(0.35, .white, 0.2), Stop(1, .white, 0)])
        }
    }

    private static func smooth(_ p: [(at: Double, half: Double)]) -> [(at: Double, half: Double)] {
        guard p.count > 2 else { return p }
        var out: [(at: Double, half: Double)] = []
        for i in 0..<p.count - 1 {
            let (a, b) = (p[i], p[i + 1])
            let before = p[max(i - 1, 0)]
            let after = p[min(i + 2, p.count - 1)]
            for k in 0..<10 {
                let t = Double(k) / 10
                let (t2, t3) = (t * t, t * t * t)
                func mix(_ w: Double, _ x: Double, _ y: Double, _ z: Double) -> Double {
                    0.5
                        * (2 * x + (y - w) * t + (2 * w - 5 * x + 4 * y - z) * t2
                            + (3 * x - w - 3 * y + z) * t3)
                }
                out.append(
                    (
                        mix(before.at, a.at, b.at, after.at),
                        max(0, mix(before.half, a.half, b.half, after.half))
                    ))
            }
        }
        if let last = p.last { out.append(last) }
        return out
    }

    /// Soft darkness under a thing, falling away from the light.
    func shadow(x: Double, y: Double, width: Double, strength: Double = 0.55) {
        let cx = x - lightSide * width * 0.22
        surface.isolated {
            surface.translate(cx, y)
            surface.scale(1, 0.20)
            surface.circle(0, 0, width)
            surface.fill(
                around: Point(0, 0), radius: width,
                [Stop(0, .black, strength), Stop(0.55, .black, strength * 0.6), Stop(1, .black, 0)])
        }
    }

    /// A tea bowl without a handle on a saucer; `w` is its width. Returns where steam rises.
    func cup(x: Double, base: Double, width w: Double, _ glaze: Glaze, tea: Colour) -> Point {
        shadow(x: x, y: base, width: w * 0.85)
        let h = w * 0.60
        surface.ellipse(x, base - h * 0.03, w * 0.62, w * 0.14)
        surface.fill(glaze.shadow.mixed(glaze.base, 0.4))
        surface.ellipse(x, base - h * 0.07, w * 0.60, w * 0.13)
        surface.fill(
            from: Point(x + lightSide * w * 0.6, 0), to: Point(x - lightSide * w * 0.6, 0),
            [Stop(0, glaze.light), Stop(1, glaze.base.mixed(glaze.shadow, 0.35))])
        turned(
            [(0, 0.50), (0.2, 0.485), (0.62, 0.36), (0.86, 0.21), (0.9, 0.19), (1, 0.20)]
                .map { (at: $0.0, half: $0.1 * w / h) },
            x: x, base: base - h * 0.08, size: h, glaze)
        let mouth = base - h * 1.08
        let ry = w * 0.125
        surface.ellipse(x, mouth, w * 0.5, ry)
        surface.fill(glaze.light)
        surface.ellipse(x, mouth + ry * 0.06, w * 0.465, ry * 0.88)
        surface.fill(
            from: Point(x + lightSide * w * 0.4, 0), to: Point(x - lightSide * w * 0.4, 0),
            [Stop(0, glaze.shadow), Stop(1, glaze.base)])
        surface.isolated {
            surface.ellipse(x, mouth + ry * 0.06, w * 0.465, ry * 0.88)
            surface.clip()
            surface.ellipse(x, mouth + ry * 0.42, w * 0.44, ry * 0.82)
            surface.fill(
                from: Point(x + lightSide * w * 0.4, 0), to: Point(x - lightSide * w * 0.4, 0),
                [Stop(0, tea.lighter(0.3)), Stop(0.5, tea), Stop(1, tea.darker(0.35))])
            surface.ellipse(x + lightSide * w * 0.16, mouth + ry * 0.5, w * 0.14, ry * 0.2)
            surface.fill(.white, 0.35)
        }
        return Point(x, mouth - ry)
    }

    /// A round teapot, spout towards `facing`; `w` is its body's width.
    func pot(x: Double, base: Double, width w: Double, facing: Double, _ glaze: Glaze) {
        shadow(x: x, y: base, width: w * 0.95)
        let h = w * 0.74
        handle(x - facing * w * 0.46, base - h * 0.52, w, facing, glaze)
        spout(x + facing * w * 0.40, base - h * 0.40, w, facing, glaze)
        turned(
            [
                (0, 0.26), (0.06, 0.30), (0.3, 0.46), (0.55, 0.5), (0.8, 0.42), (0.95, 0.29),
                (1, 0.29),
            ]
            .map { (at: $0.0, half: $0.1 * w / h) },
            x: x, base: base, size: h, glaze)
        let lid = base - h * 0.99
        turned(
            [(0, 0.02), (0.3, 0.15), (0.75, 0.25), (1, 0.275)].map {
                (at: $0.0, half: $0.1 / 0.16)
            },
            x: x, base: lid + w * 0.03, size: w * 0.16, glaze)
        surface.circle(x, lid - w * 0.155, w * 0.052)
        surface.fill(
            around: Point(x + lightSide * w * 0.02, lid - w * 0.175), radius: w * 0.08,
            [Stop(0, glaze.light), Stop(1, glaze.shadow)])
        surface.ellipse(x, lid + w * 0.03, w * 0.277, w * 0.02)
        surface.stroke(glaze.shadow, 0.6, width: max(w * 0.008, 0.7))
    }

    private func handle(_ x: Double, _ y: Double, _ w: Double, _ facing: Double, _ glaze: Glaze) {
        for (width, colour) in [(0.085, glaze.shadow), (0.05, glaze.base), (0.018, glaze.light)] {
            surface.move(x + facing * w * 0.08, y - w * 0.17)
            surface.curve(
                Point(x - facing * w * 0.28, y - w * 0.28),
                Point(x - facing * w * 0.30, y + w * 0.18),
                to: Point(x + facing * w * 0.04, y + w * 0.19))
            surface.stroke(colour, width: w * width)
        }
    }

    private func spout(_ x: Double, _ y: Double, _ w: Double, _ facing: Double, _ glaze: Glaze) {
        let d = facing * w
        surface.move(x - d * 0.06, y + w * 0.16)
        surface.curve(
            Point(x + d * 0.14, y + w * 0.10), Point(x + d * 0.13, y - w * 0.10),
            to: Point(x + d * 0.27, y - w * 0.26))
        surface.line(x + d * 0.20, y - w * 0.29)
        surface.curve(
            Point(x + d * 0.08, y - w * 0.20), Point(x + d * 0.02, y - w * 0.14),
            to: Point(x - d * 0.06, y - w * 0.12))
        surface.close()
        surface.fill(
            from: Point(x, y - w * 0.28), to: Point(x, y + w * 0.16),
            [Stop(0, glaze.light), Stop(0.5, glaze.base), Stop(1, glaze.shadow)])
    }

    /// Books lying on each other; returns the top of the pile.
    func books(
        x: Double, base: Double, width w: Double, _ covers: [Colour], random: inout SeededRandom
    ) -> Double {
        shadow(x: x, y: base, width: w * 0.66)
        var y = base
        for cover in covers {
            let (h, bw) = (w * random.uniform(0.10, 0.14), w * random.uniform(0.86, 1))
            let left = x - bw / 2 + w * random.uniform(-0.05, 0.05)
            surface.roundedRectangle(left, y - h, bw, h, radius: h * 0.14)
            surface.fill(cover.darker(0.25))
            surface.rectangle(
                left + (lightSide > 0 ? h * 0.4 : 0), y - h * 0.84, bw - h * 0.4, h * 0.68)
            surface.fill(
                from: Point(0, y - h), to: Point(0, y),
                [Stop(0, Colour(0xFBF3E0)), Stop(1, Colour(0xC9B797))])
            for k in 1..<4 {
                surface.move(left + h * 0.4, y - h * (0.16 + 0.17 * Double(k)))
                surface.line(left + bw - h * 0.4, y - h * (0.16 + 0.17 * Double(k)))
                surface.stroke(Colour(0x9C8560), 0.35, width: max(h * 0.02, 0.5))
            }
            surface.roundedRectangle(left, y - h, bw, h * 0.2, radius: h * 0.1)
            surface.fill(
                from: Point(left + (lightSide > 0 ? bw : 0), 0),
                to: Point(left + (lightSide > 0 ? 0 : bw), 0),
                [Stop(0, cover.lighter(0.3)), Stop(1, cover)])
            let spine = lightSide > 0 ? left : left + bw - h * 0.5
            surface.roundedRectangle(spine, y - h, h * 0.5, h, radius: h * 0.2)
            surface.fill(cover)
            y -= h
        }
        return y
    }
}
