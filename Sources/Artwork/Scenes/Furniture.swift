import BatchVideo
import Foundation

/// Furniture seen from the front, standing on the floor at a point.
struct Furniture {
    let surface: PaintSurface
    let light: Colour
    /// Pixels of one metre and a half; all sizes are shares of it.
    let scale: Double

    private func shadow(_ p: Point, _ rx: Double, _ strength: Double = 0.5) {
        surface.isolated {
            surface.translate(p.x, p.y)
            surface.scale(1, 0.13)
            surface.circle(0, 0, rx)
            surface.fill(
                around: Point(0, 0), radius: rx,
                [Stop(0, .black, strength), Stop(0.65, .black, strength * 0.6), Stop(1, .black, 0)])
        }
    }

    /// A box of cloth: rounded, light from above, a seam of light along its top.
    private func pad(
        _ x: Double, _ y: Double, _ w: Double, _ h: Double, _ r: Double, _ cloth: Colour
    ) {
        surface.roundedRectangle(x, y, w, h, radius: r)
        surface.fill(
            from: Point(0, y), to: Point(0, y + h),
            [
                Stop(0, cloth.mixed(light, 0.36)), Stop(0.18, cloth.mixed(light, 0.10)),
                Stop(0.65, cloth), Stop(1, cloth.darker(0.34)),
            ], keep: true)
        surface.stroke(cloth.darker(0.45), 0.35, width: max(scale * 0.002, 0.8))
        surface.move(x + r, y + scale * 0.004)
        surface.line(x + w - r, y + scale * 0.004)
        surface.stroke(light, 0.35, width: max(scale * 0.0025, 0.8))
    }

    func sofa(
        at p: Point, width w: Double, _ cloth: Colour, _ cushions: [Colour],
        _ random: inout SeededRandom
    ) {
        let h = w * 0.40
        shadow(Point(p.x, p.y), w * 0.66)
        for side in [-1.0, 1.0] {
            surface.rectangle(
                p.x + side * w * 0.42 - w * 0.012, p.y - w * 0.05, w * 0.024, w * 0.055)
            surface.fill(Colour(0x2A1B14))
        }
        pad(p.x - w * 0.47, p.y - h, w * 0.94, h * 0.78, w * 0.05, cloth.darker(0.14))
        for k in 0..<3 {
            pad(
                p.x + w * (-0.405 + 0.27 * Double(k)), p.y - h * 0.95, w * 0.27, h * 0.52,
                w * 0.035,
                cloth)
        }
        pad(p.x - w * 0.44, p.y - h * 0.26, w * 0.88, h * 0.20, w * 0.02, cloth.darker(0.2))
        for k in 0..<3 {
            pad(
                p.x + w * (-0.405 + 0.27 * Double(k)), p.y - h * 0.47, w * 0.27, h * 0.24, w * 0.03,
                cloth.mixed(light, 0.06))
        }
        for side in [-1.0, 1.0] {
            let x = p.x + side * w * 0.455 - w * 0.055
            pad(x, p.y - h * 0.68, w * 0.11, h * 0.62, w * 0.045, cloth.mixed(light, 0.04))
        }
        for (k, place) in [-0.33, -0.20, 0.33].enumerated() {
            cushion(
                at: Point(p.x + w * place, p.y - h * 0.60), size: w * 0.125,
                tilt: random.uniform(-0.22, 0.22), cushions[k % cushions.count])
        }
        throwBlanket(Point(p.x + w * 0.455, p.y - h * 0.68), w, h, cushions[2])
    }

    private func cushion(at p: Point, size: Double, tilt: Double, _ cloth: Colour) {
        surface.isolated {
            surface.translate(p.x, p.y)
            surface.rotate(tilt)
            let r = size / 2
            surface.move(-r, -r)
            surface.curve(Point(-r * 0.5, -r * 0.86), Point(r * 0.5, -r * 0.86), to: Point(r, -r))
            surface.curve(Point(r * 0.88, -r * 0.5), Point(r * 0.88, r * 0.5), to: Point(r, r))
            surface.curve(Point(r * 0.5, r * 0.9), Point(-r * 0.5, r * 0.9), to: Point(-r, r))
            surface.curve(Point(-r * 0.88, r * 0.5), Point(-r * 0.88, -r * 0.5), to: Point(-r, -r))
            surface.close()
            surface.fill(
                around: Point(r * 0.25, -r * 0.4), radius: size,
                [Stop(0, cloth.mixed(light, 0.45)), Stop(0.5, cloth), Stop(1, cloth.darker(0.4))],
                keep: true)
            surface.stroke(cloth.darker(0.4), 0.5, width: max(size * 0.02, 0.8))
            for k in -1...1 {
                surface.move(-r * 0.7, r * 0.42 * Double(k))
                surface.line(r * 0.7, r * 0.42 * Double(k))
                surface.stroke(light, 0.28, width: size * 0.05)
            }
        }
    }

    /// A blanket over the arm.
    private func throwBlanket(_ p: Point, _ w: Double, _ h: Double, _ cloth: Colour) {
        surface.move(p.x - w * 0.05, p.y + h * 0.02)
        surface.curve(
            Point(p.x - w * 0.03, p.y - h * 0.04), Point(p.x + w * 0.03, p.y - h * 0.04),
            to: Point(p.x + w * 0.05, p.y + h * 0.03))
        surface.line(p.x + w * 0.046, p.y + h * 0.40)
        surface.line(p.x - w * 0.046, p.y + h * 0.43)
        surface.close()
        surface.fill(
            from: Point(p.x - w * 0.05, 0), to: Point(p.x + w * 0.05, 0),
            [
                Stop(0, cloth.darker(0.2)), Stop(0.5, cloth.mixed(light, 0.3)),
                Stop(1, cloth.darker(0.25)),
            ])
        for k in 0..<9 {
            let x = p.x - w * 0.043 + w * 0.0108 * Double(k)
            surface.move(x, p.y + h * 0.41)
            surface.line(x, p.y + h * 0.46)
            surface.stroke(cloth.darker(0.1), width: max(w * 0.004, 0.8))
        }
    }

    /// A cat asleep, rolled up.
    func cat(at p: Point, size r: Double, _ fur: Colour) {
        surface.ellipse(p.x, p.y - r * 0.42, r * 1.05, r * 0.52)
        surface.fill(
            around: Point(p.x + r * 0.2, p.y - r * 0.8), radius: r * 1.5,
            [Stop(0, fur.mixed(light, 0.45)), Stop(0.6, fur), Stop(1, fur.darker(0.35))])
        for k in 0..<4 {
            surface.move(p.x + r * (0.1 + 0.2 * Double(k)), p.y - r * (0.93 - 0.05 * Double(k)))
            surface.curve(
                Point(p.x + r * (0.14 + 0.2 * Double(k)), p.y - r * 0.78),
                Point(p.x + r * (0.16 + 0.2 * Double(k)), p.y - r * 0.7),
                to: Point(p.x + r * (0.14 + 0.2 * Double(k)), p.y - r * 0.58))
            surface.stroke(fur.darker(0.35), 0.7, width: r * 0.06)
        }
        let head = Point(p.x - r * 0.72, p.y - r * 0.42)
        for side in [-1.0, 1.0] {
            surface.polygon([
                Point(head.x + side * r * 0.36, head.y - r * 0.10),
                Point(head.x + side * r * 0.30, head.y - r * 0.58),
                Point(head.x + side * r * 0.05, head.y - r * 0.30),
            ])
            surface.fill(fur.darker(0.12))
        }
        surface.ellipse(head.x, head.y, r * 0.40, r * 0.34)
        surface.fill(
            around: Point(head.x + r * 0.1, head.y - r * 0.2), radius: r * 0.6,
            [Stop(0, fur.mixed(light, 0.4)), Stop(1, fur.darker(0.08))])
        for side in [-1.0, 1.0] {
            surface.move(head.x + side * r * 0.24, head.y - r * 0.02)
            surface.curve(
                Point(head.x + side * r * 0.20, head.y + r * 0.06),
                Point(head.x + side * r * 0.12, head.y + r * 0.06),
                to: Point(head.x + side * r * 0.08, head.y - r * 0.01))
            surface.stroke(fur.darker(0.75), width: max(r * 0.035, 0.8))
        }
        surface.ellipse(head.x, head.y + r * 0.11, r * 0.04, r * 0.03)
        surface.fill(Colour(0xB8605A))
        surface.move(p.x + r * 0.95, p.y - r * 0.3)
        surface.curve(
            Point(p.x + r * 0.9, p.y + r * 0.14), Point(p.x - r * 0.1, p.y + r * 0.14),
            to: Point(p.x - r * 0.42, p.y - r * 0.02))
        surface.stroke(fur.darker(0.08), width: r * 0.20)
    }

    func floorLamp(at p: Point, height h: Double, _ metal: Colour, _ glow: Colour) {
        shadow(p, h * 0.2)
        surface.ellipse(p.x, p.y - h * 0.01, h * 0.13, h * 0.022)
        surface.fill(metal.darker(0.35))
        surface.rectangle(p.x - h * 0.011, p.y - h * 0.8, h * 0.022, h * 0.79)
        surface.fill(
            from: Point(p.x - h * 0.011, 0), to: Point(p.x + h * 0.011, 0),
            [
                Stop(0, metal.darker(0.4)), Stop(0.4, metal.mixed(light, 0.5)),
                Stop(1, metal.darker(0.5)),
            ])
        surface.polygon([
            Point(p.x - h * 0.11, p.y - h * 1.02), Point(p.x + h * 0.11, p.y - h * 1.02),
            Point(p.x + h * 0.19, p.y - h * 0.76), Point(p.x - h * 0.19, p.y - h * 0.76),
        ])
        surface.fill(
            from: Point(0, p.y - h * 1.02), to: Point(0, p.y - h * 0.76),
            [
                Stop(0, glow.mixed(metal, 0.18)), Stop(0.55, glow.lighter(0.5)),
                Stop(1, glow.lighter(0.25)),
            ])
        for y in [1.02, 0.76] {
            let half = y > 1 ? 0.11 : 0.19
            surface.move(p.x - h * half, p.y - h * y)
            surface.line(p.x + h * half, p.y - h * y)
            surface.stroke(metal.mixed(glow, 0.4), width: max(h * 0.012, 1))
        }
    }

    /// A plant with large leaves in a pot.
    func plant(
        at p: Point, height h: Double, _ leaf: Colour, pot: Colour, _ random: inout SeededRandom
    ) {
        shadow(p, h * 0.26)
        let foot = Point(p.x, p.y - h * 0.26)
        let angles = (0..<15).map { Double($0) / 14 }.sorted { abs($0 - 0.5) > abs($1 - 0.5) }
        for t in angles {
            let angle = -Double.pi / 2 + (t - 0.5) * 2.5 + random.uniform(-0.1, 0.1)
            let length = h * random.uniform(0.44, 0.74) * (1 - 0.35 * abs(t - 0.5))
            blade(from: foot, angle: angle, length: length, leaf, random.uniform(0, 1))
        }
        surface.polygon([
            Point(p.x - h * 0.15, p.y - h * 0.27), Point(p.x + h * 0.15, p.y - h * 0.27),
            Point(p.x + h * 0.115, p.y), Point(p.x - h * 0.115, p.y),
        ])
        surface.fill(
            from: Point(p.x + h * 0.15, 0), to: Point(p.x - h * 0.15, 0),
            [Stop(0, pot), Stop(0.3, pot.mixed(light, 0.35)), Stop(1, pot.darker(0.45))])
        surface.roundedRectangle(
            p.x - h * 0.165, p.y - h * 0.30, h * 0.33, h * 0.055, radius: h * 0.015)
        surface.fill(
            from: Point(p.x + h * 0.16, 0), to: Point(p.x - h * 0.16, 0),
            [
                Stop(0, pot.lighter(0.1)), Stop(0.3, pot.mixed(light, 0.5)),
                Stop(1, pot.darker(0.35)),
            ])
    }

    private func blade(
        from p: Point, angle: Double, length: Double, _ leaf: Colour, _ tone: Double
    ) {
        let (ux, uy) = (cos(angle), sin(angle))
        let droop = length * 0.26 * abs(ux)
        let tip = Point(p.x + ux * length, p.y + uy * length + droop)
        let half = length * 0.15
        let (vx, vy) = (-uy, ux)
        let a = Point(p.x + ux * length * 0.45, p.y + uy * length * 0.55)
        surface.move(p.x, p.y)
        surface.curve(
            Point(a.x + vx * half * 0.6, a.y + vy * half * 0.6),
            Point(
                a.x + ux * length * 0.25 + vx * half * 1.4,
                a.y + uy * length * 0.2 + vy * half * 1.4),
            to: tip)
        surface.curve(
            Point(
                a.x + ux * length * 0.25 - vx * half * 1.4,
                a.y + uy * length * 0.2 - vy * half * 1.4),
            Point(a.x - vx * half * 0.6, a.y - vy * half * 0.6), to: p)
        surface.close()
        let base = leaf.mixed(leaf.darker(0.45), tone * 0.8)
        surface.fill(
            from: p, to: tip,
            [Stop(0, base.darker(0.35)), Stop(0.6, base), Stop(1, base.mixed(light, 0.28))],
            keep: true)
        surface.stroke(leaf.darker(0.5), 0.35, width: max(length * 0.006, 0.6))
        surface.move(p.x, p.y)
        surface.curve(a, Point(a.x + ux * length * 0.3, a.y + uy * length * 0.25), to: tip)
        surface.stroke(base.mixed(light, 0.5), 0.55, width: max(length * 0.008, 0.7))
    }

    /// A low table; returns the row of its top.
    func coffeeTable(at p: Point, width w: Double, _ wood: Colour) -> Double {
        let h = w * 0.30
        shadow(Point(p.x, p.y), w * 0.6, 0.45)
        for side in [-1.0, 1.0] {
            surface.move(p.x + side * w * 0.36, p.y - h)
            surface.line(p.x + side * w * 0.41, p.y)
            surface.stroke(wood.darker(0.45), width: w * 0.03)
        }
        let top = p.y - h
        surface.ellipse(p.x, top + w * 0.022, w * 0.5, w * 0.10)
        surface.fill(wood.darker(0.4))
        surface.ellipse(p.x, top, w * 0.5, w * 0.10)
        surface.fill(
            from: Point(p.x + w * 0.5, 0), to: Point(p.x - w * 0.5, 0),
            [
                Stop(0, wood.mixed(light, 0.55)), Stop(0.5, wood.mixed(light, 0.2)),
                Stop(1, wood.darker(0.2)),
            ])
        surface.roundedRectangle(p.x + w * 0.08, top - w * 0.05, w * 0.22, w * 0.03, radius: 2)
        surface.fill(Colour(0x8A3F36).mixed(wood, 0.2))
        surface.roundedRectangle(p.x + w * 0.1, top - w * 0.022, w * 0.22, w * 0.03, radius: 2)
        surface.fill(Colour(0x3A5F6A).mixed(wood, 0.2))
        return top
    }
}
