import BatchVideo
import Foundation

extension Remedies {
    private func sides(_ x: Double, _ half: Double) -> (Point, Point) {
        (Point(x + solids.lightSide * half, 0), Point(x - solids.lightSide * half, 0))
    }

    /// A mortar with crushed leaves and its pestle; `w` is the width of its mouth.
    func mortar(at p: Point, width w: Double, _ stone: Colour, _ random: inout SeededRandom) {
        let h = w * 0.78
        solids.shadow(p.x, p.y, w * 0.5, 0.62)
        Vessels(surface: s, lightSide: solids.lightSide, rim: solids.light).turned(
            [
                (0, 0.5), (0.07, 0.515), (0.12, 0.475), (0.4, 0.44), (0.66, 0.34), (0.78, 0.22),
                (0.84, 0.21), (0.9, 0.30), (1, 0.33),
            ].map { (at: $0.0, half: $0.1 * w / h) },
            x: p.x, base: p.y, size: h, .init(stone, light: 0.26, shadow: 0.52))
        let mouth = p.y - h
        let (lit, far) = sides(p.x, w * 0.5)
        for (share, drop) in [(0.30, 0.30), (0.305, 0.34), (0.41, 0.52)] {
            let y = p.y - h * (1 - drop)
            let rx = w * (0.475 - share * 0.2)
            s.move(p.x - rx, y)
            s.curve(
                Point(p.x - rx, y + w * 0.13), Point(p.x + rx, y + w * 0.13),
                to: Point(p.x + rx, y))
            s.stroke(stone.mixed(solids.shade, 0.4), 0.5, width: max(w * 0.008, 0.8))
        }
        s.ellipse(p.x, mouth, w * 0.5, w * 0.145)
        s.fill(
            from: lit, to: far,
            [
                Stop(0, stone.mixed(solids.light, 0.6)), Stop(0.5, stone.mixed(solids.light, 0.24)),
                Stop(1, stone.mixed(solids.shade, 0.12)),
            ])
        s.ellipse(p.x, mouth + w * 0.008, w * 0.42, w * 0.115)
        s.fill(
            from: lit, to: far,
            [Stop(0, stone.mixed(solids.shade, 0.75)), Stop(1, stone.mixed(solids.shade, 0.35))])
        s.isolated {
            s.ellipse(p.x, mouth + w * 0.008, w * 0.42, w * 0.115)
            s.rectangle(p.x - w, mouth - w, w * 2, w)
            s.clip()
            heap(.leaves, at: Point(p.x, mouth + w * 0.06), width: w * 0.74, &random)
        }
        pestle(from: Point(p.x + w * 0.06, mouth + w * 0.02), length: w * 0.86, stone)
    }

    private func pestle(from a: Point, length k: Double, _ stone: Colour) {
        let tilt = -solids.lightSide * 0.62
        let (ux, uy) = (sin(tilt), -cos(tilt))
        solids.spindle(
            stone.mixed(solids.light, 0.08),
            axis: { Point(a.x + ux * k * $0, a.y + uy * k * $0) },
            half: { t in
                let knob = smoothstep(0.78, 0.9, t) * 0.022
                return k * (0.078 - 0.036 * smoothstep(0, 0.6, t) + knob)
                    * max(1 - pow(t, 14), 0).squareRoot()
            }, gloss: 0.5)
        for t in [0.74, 0.79] {
            let c = Point(a.x + ux * k * t, a.y + uy * k * t)
            s.move(c.x - uy * k * 0.044, c.y + ux * k * 0.044)
            s.line(c.x + uy * k * 0.044, c.y - ux * k * 0.044)
        }
        s.stroke(stone.mixed(solids.shade, 0.5), 0.6, width: max(k * 0.012, 0.8))
    }

    /// A pot for decoctions on a small stove; returns where it steams and where it glows.
    func stove(at p: Point, width w: Double, _ clay: Colour) -> (steam: Point, ember: Point) {
        let low = w * 0.52
        let vessels = Vessels(surface: s, lightSide: solids.lightSide, rim: solids.light)
        solids.shadow(p.x, p.y, w * 0.46, 0.62)
        vessels.turned(
            [(0, 0.40), (0.1, 0.42), (0.2, 0.39), (0.6, 0.36), (0.9, 0.36), (1, 0.38)].map {
                (at: $0.0, half: $0.1 * w / low)
            },
            x: p.x, base: p.y, size: low,
            .init(solids.seen(0x9A6248), light: 0.22, shadow: 0.55))
        let ember = Point(p.x + solids.lightSide * w * 0.05, p.y - low * 0.34)
        s.roundedRectangle(ember.x - w * 0.13, ember.y - w * 0.09, w * 0.26, w * 0.17, radius: w * 0.08)
        s.fill(
            around: Point(ember.x, ember.y + w * 0.05), radius: w * 0.18,
            [
                Stop(0, Colour(0xFFE08A)), Stop(0.35, Colour(0xFF8A2E)),
                Stop(0.8, Colour(0x9A2A12)), Stop(1, Colour(0x3A120A)),
            ])
        let base = p.y - low * 0.94
        let h = w * 0.58
        spoutAndHandle(Point(p.x, base - h * 0.5), w, clay)
        vessels.turned(
            [(0, 0.27), (0.08, 0.30), (0.32, 0.45), (0.56, 0.48), (0.82, 0.38), (1, 0.27)].map {
                (at: $0.0, half: $0.1 * w / h)
            },
            x: p.x, base: base, size: h, .init(clay, light: 0.24, shadow: 0.55))
        let rim = base - h
        s.move(p.x - w * 0.29, rim + w * 0.02)
        s.curve(
            Point(p.x - w * 0.26, rim - w * 0.09), Point(p.x + w * 0.26, rim - w * 0.09),
            to: Point(p.x + w * 0.29, rim + w * 0.02))
        s.curve(
            Point(p.x + w * 0.2, rim + w * 0.075), Point(p.x - w * 0.2, rim + w * 0.075),
            to: Point(p.x - w * 0.29, rim + w * 0.02))
        s.close()
        solids.bulge(clay, around: Point(p.x, rim), radius: w * 0.28, gloss: 0.35)
        solids.ball(clay, at: Point(p.x, rim - w * 0.085), radius: w * 0.045)
        return (Point(p.x - solids.lightSide * w * 0.60, base - h * 0.92), ember)
    }

    private func spoutAndHandle(_ c: Point, _ w: Double, _ clay: Colour) {
        let out = -solids.lightSide
        s.move(c.x + out * w * 0.36, c.y + w * 0.12)
        s.curve(
            Point(c.x + out * w * 0.55, c.y + w * 0.06), Point(c.x + out * w * 0.52, c.y - w * 0.1),
            to: Point(c.x + out * w * 0.63, c.y - w * 0.22))
        s.line(c.x + out * w * 0.54, c.y - w * 0.25)
        s.curve(
            Point(c.x + out * w * 0.45, c.y - w * 0.16), Point(c.x + out * w * 0.42, c.y - w * 0.1),
            to: Point(c.x + out * w * 0.36, c.y - w * 0.08))
        s.close()
        solids.bulge(
            clay.mixed(solids.shade, 0.15), around: Point(c.x + out * w * 0.5, c.y - w * 0.05),
            radius: w * 0.2, gloss: 0)
        solids.spindle(
            clay,
            axis: { Point(c.x - out * w * (0.4 + 0.36 * $0), c.y - w * (0.04 + 0.16 * $0)) },
            half: { w * (0.05 + 0.014 * $0) * max(1 - pow($0, 12), 0).squareRoot() }, gloss: 0.3)
    }

    /// A flat woven tray; `w` is its width.
    func tray(at p: Point, width w: Double) {
        let straw = solids.seen(0xCDA063)
        solids.shadow(p.x, p.y + w * 0.03, w * 0.55, flat: 0.3, 0.6)
        s.ellipse(p.x, p.y + w * 0.025, w * 0.5, w * 0.17)
        s.fill(straw.mixed(solids.shade, 0.55))
        s.ellipse(p.x, p.y, w * 0.5, w * 0.17)
        s.fill(straw.mixed(solids.shade, 0.12))
        s.isolated {
            s.ellipse(p.x, p.y + w * 0.008, w * 0.455, w * 0.145)
            s.clip()
            s.rectangle(p.x - w * 0.5, p.y - w * 0.2, w, w * 0.4)
            s.fill(
                from: Point(p.x + solids.lightSide * w * 0.5, p.y - w * 0.1),
                to: Point(p.x - solids.lightSide * w * 0.5, p.y + w * 0.1),
                [Stop(0, straw.mixed(solids.shade, 0.3)), Stop(1, straw.mixed(solids.light, 0.25))])
            for k in -12...12 {
                let d = Double(k) * w * 0.04
                s.move(p.x + d - w * 0.1, p.y - w * 0.17)
                s.line(p.x + d * 1.15 + w * 0.1, p.y + w * 0.17)
                s.move(p.x + d + w * 0.1, p.y - w * 0.17)
                s.line(p.x + d * 1.15 - w * 0.1, p.y + w * 0.17)
            }
            s.stroke(straw.mixed(solids.shade, 0.5), 0.32, width: max(w * 0.007, 0.7))
        }
        s.ellipse(p.x, p.y, w * 0.485, w * 0.16)
        s.stroke(straw.mixed(solids.shade, 0.35), width: w * 0.032)
        s.ellipse(p.x, p.y - w * 0.004, w * 0.485, w * 0.16)
        s.stroke(straw.mixed(solids.light, 0.3), width: w * 0.016)
    }

    /// A shallow dish of porcelain with a heap in it.
    func dish(_ kind: Kind, at p: Point, width w: Double, _ random: inout SeededRandom) {
        let glaze = solids.seen(0xEEF1EC)
        solids.shadow(p.x, p.y, w * 0.5, flat: 0.28, 0.55)
        let (lit, far) = sides(p.x, w * 0.5)
        s.move(p.x - w * 0.5, p.y - w * 0.17)
        s.curve(
            Point(p.x - w * 0.44, p.y + w * 0.05), Point(p.x - w * 0.26, p.y + w * 0.05),
            to: Point(p.x, p.y + w * 0.05))
        s.curve(
            Point(p.x + w * 0.26, p.y + w * 0.05), Point(p.x + w * 0.44, p.y + w * 0.05),
            to: Point(p.x + w * 0.5, p.y - w * 0.17))
        s.close()
        s.fill(
            from: lit, to: far,
            [
                Stop(0, glaze.mixed(solids.light, 0.4)), Stop(0.5, glaze),
                Stop(1, glaze.mixed(solids.shade, 0.5)),
            ])
        s.ellipse(p.x, p.y - w * 0.17, w * 0.5, w * 0.15)
        s.fill(
            from: lit, to: far,
            [Stop(0, glaze.mixed(solids.light, 0.5)), Stop(1, glaze.mixed(solids.shade, 0.12))])
        s.ellipse(p.x, p.y - w * 0.165, w * 0.445, w * 0.125)
        s.fill(
            from: lit, to: far,
            [Stop(0, glaze.mixed(solids.shade, 0.34)), Stop(1, glaze.mixed(solids.shade, 0.06))])
        s.ellipse(p.x, p.y - w * 0.168, w * 0.475, w * 0.138)
        s.stroke(solids.seen(0x3E689E), 0.7, width: max(w * 0.01, 0.8))
        heap(kind, at: Point(p.x, p.y - w * 0.155), width: w * 0.80, &random)
    }

    /// A bottle gourd with a ribbon, as healers carried; `h` is its height.
    func gourd(at p: Point, height h: Double, _ skin: Colour) {
        solids.shadow(p.x, p.y, h * 0.3, 0.6)
        Vessels(surface: s, lightSide: solids.lightSide, rim: solids.light).turned(
            [
                (0, 0.03), (0.05, 0.045), (0.12, 0.12), (0.24, 0.175), (0.36, 0.14), (0.43, 0.105),
                (0.52, 0.17), (0.7, 0.28), (0.86, 0.27), (0.97, 0.17), (1, 0.12),
            ].map { (at: $0.0, half: $0.1) },
            x: p.x, base: p.y, size: h, .init(skin, light: 0.3, shadow: 0.5))
        s.move(p.x, p.y - h * 0.98)
        s.curve(
            Point(p.x, p.y - h * 1.05), Point(p.x + h * 0.03, p.y - h * 1.07),
            to: Point(p.x + h * 0.07, p.y - h * 1.09))
        s.stroke(solids.seen(0x7A5A2E), width: h * 0.03)
        let red = solids.seen(0xB8342A)
        s.roundedRectangle(p.x - h * 0.115, p.y - h * 0.595, h * 0.23, h * 0.05, radius: h * 0.025)
        solids.bulge(red, around: Point(p.x, p.y - h * 0.57), radius: h * 0.12, gloss: 0.3)
        for side in [-1.0, 1.0] {
            s.move(p.x + h * 0.02, p.y - h * 0.56)
            s.curve(
                Point(p.x + h * 0.1, p.y - h * 0.5), Point(p.x + h * (0.10 + 0.05 * side), p.y - h * 0.4),
                to: Point(p.x + h * (0.12 + 0.05 * side), p.y - h * 0.28))
            s.stroke(red.mixed(solids.shade, side < 0 ? 0.3 : 0), width: h * 0.026)
        }
    }
}
