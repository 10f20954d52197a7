import BatchVideo
import Foundation

/// Paints the parts of a cat: forms, markings, fur hair by hair. Coordinates are those of ``Cat``.
struct CatBrush {
    let cat: Cat
    let s: PaintSurface
    /// Pixels of the cat's height.
    let k: Double

    func at(_ x: Double, _ y: Double) -> Point { Point(x * k, y * k) }

    func move(_ x: Double, _ y: Double) { s.move(x * k, y * k) }
    func curve(_ a: (Double, Double), _ b: (Double, Double), _ to: (Double, Double)) {
        s.curve(at(a.0, a.1), at(b.0, b.1), to: at(to.0, to.1))
    }

    private var base: Colour { cat.furColour(cat.coat.base) }
    private var mark: Colour { cat.furColour(cat.coat.mark) }
    private var pale: Colour { cat.furColour(cat.coat.pale) }

    func bodyFromBehind() {
        let outline = {
            move(-0.2, 0.005)
            curve((-0.32, -0.0), (-0.31, -0.22), (-0.235, -0.36))
            curve((-0.19, -0.47), (-0.17, -0.57), (-0.12, -0.70))
            s.line(0.12 * k, -0.70 * k)
            curve((0.17, -0.57), (0.19, -0.47), (0.235, -0.36))
            curve((0.31, -0.22), (0.32, -0.0), (0.2, 0.005))
            s.close()
        }
        form(outline, centre: Point(0, -0.28), reach: 0.42) {
            haunch(-1)
            haunch(1)
            switch cat.coat.pattern {
            case .tabby:
                stripe([(0, -0.68), (0.006, -0.4), (0, -0.08)], 0.05)
                for (y, spread) in [(-0.56, 0.13), (-0.46, 0.17), (-0.36, 0.21), (-0.26, 0.24), (-0.16, 0.25)] {
                    for side in [-1.0, 1.0] {
                        stripe(
                            [(side * 0.035, y - 0.035), (side * spread * 0.6, y - 0.01), (side * spread, y + 0.055)],
                            0.026)
                    }
                }
            case .patched:
                patch(-0.1, -0.36, 0.15, 0.17, mark)
                patch(0.14, -0.15, 0.13, 0.12, pale)
                patch(0.06, -0.58, 0.08, 0.07, mark)
            case .bibbed, .plain: break
            }
        }
        fur(outline, bounds: (-0.3, -0.7, 0.3, 0), count: 1500) { x, y in
            .pi / 2 + x * 1.6 + (y + 0.4) * x * 1.5
        }
    }

    private func haunch(_ side: Double) {
        move(side * 0.10, 0.0)
        curve((side * 0.06, -0.16), (side * 0.14, -0.29), (side * 0.24, -0.27))
        s.stroke(base.mixed(cat.light.shade, 0.8), 0.35, width: k * 0.018)
        s.ellipse(side * 0.13 * k, -0.008 * k, 0.085 * k, 0.026 * k)
        s.fill(cat.coat.pattern == .bibbed ? pale : base.mixed(cat.light.shade, 0.25))
    }

    func bodyInProfile() {
        let outline = {
            move(-0.24, 0.005)
            curve((-0.37, -0.06), (-0.33, -0.33), (-0.17, -0.52))
            curve((-0.1, -0.6), (-0.08, -0.66), (-0.06, -0.74))
            s.line(0.12 * k, -0.70 * k)
            curve((0.16, -0.58), (0.19, -0.5), (0.175, -0.38))
            curve((0.16, -0.24), (0.165, -0.12), (0.175, -0.05))
            curve((0.22, -0.045), (0.235, 0), (0.21, 0.005))
            s.close()
        }
        form(outline, centre: Point(-0.06, -0.3), reach: 0.42) {
            // The thigh, the hind foot, the gap before the foreleg.
            s.ellipse(-0.13 * k, -0.15 * k, 0.155 * k, 0.165 * k)
            s.fill(
                around: at(-0.15, -0.2), radius: k * 0.2,
                [Stop(0, base.mixed(cat.light.rim, 0.12), 0.8), Stop(0.8, base, 0.25), Stop(1, base, 0)])
            move(0.02, -0.02)
            curve((0.03, -0.16), (-0.02, -0.29), (-0.13, -0.31))
            s.stroke(base.mixed(cat.light.shade, 0.85), 0.4, width: k * 0.014)
            move(0.10, 0)
            curve((0.095, -0.12), (0.1, -0.24), (0.12, -0.36))
            s.stroke(base.mixed(cat.light.shade, 0.85), 0.4, width: k * 0.016)
            s.ellipse(-0.0 * k, -0.018 * k, 0.1 * k, 0.026 * k)
            s.fill(base.mixed(cat.light.shade, 0.18))
            switch cat.coat.pattern {
            case .tabby:
                for (x, y) in [(-0.12, -0.52), (-0.18, -0.43), (-0.23, -0.33), (-0.27, -0.23), (-0.28, -0.13)] {
                    stripe([(x - 0.02, y), (x + 0.07, y + 0.03), (x + 0.13, y + 0.10)], 0.026)
                }
                for y in [-0.3, -0.22, -0.14] { stripe([(0.1, y), (0.14, y + 0.012), (0.18, y)], 0.018) }
            case .patched:
                patch(-0.2, -0.36, 0.12, 0.14, mark)
                patch(-0.1, -0.08, 0.13, 0.09, pale)
            case .bibbed:
                patch(0.15, -0.46, 0.075, 0.17, pale)
                patch(0.17, -0.04, 0.07, 0.05, pale)
                patch(0.0, -0.015, 0.1, 0.03, pale)
            case .plain: break
            }
        }
        fur(outline, bounds: (-0.32, -0.72, 0.22, 0), count: 1300) { x, y in
            .pi / 2 + (x < -0.05 ? 0.55 : -0.1) + (y + 0.3) * 0.5
        }
    }

    func bodyCurled() {
        let outline = {
            move(-0.43, 0.005)
            curve((-0.55, -0.16), (-0.36, -0.40), (-0.06, -0.385))
            curve((0.2, -0.37), (0.44, -0.24), (0.44, -0.02))
            curve((0.44, 0.005), (0.42, 0.005), (0.4, 0.005))
            s.close()
        }
        form(outline, centre: Point(-0.06, -0.2), reach: 0.5) {
            s.ellipse(-0.22 * k, -0.15 * k, 0.2 * k, 0.17 * k)
            s.fill(
                around: at(-0.25, -0.22), radius: k * 0.24,
                [Stop(0, base.mixed(cat.light.rim, 0.14), 0.8), Stop(1, base, 0)])
            switch cat.coat.pattern {
            case .tabby:
                for x in [-0.34, -0.25, -0.15, -0.05, 0.05, 0.14] {
                    let top = -0.39 + abs(x + 0.06) * abs(x + 0.06) * 1.2
                    stripe([(x - 0.015, top), (x - 0.03, top + 0.08), (x - 0.07, top + 0.16)], 0.03)
                }
            case .patched:
                patch(-0.24, -0.26, 0.16, 0.12, mark)
                patch(0.05, -0.33, 0.12, 0.09, pale)
            case .bibbed: patch(0.22, -0.03, 0.2, 0.06, pale)
            case .plain: break
            }
        }
        fur(outline, bounds: (-0.48, -0.39, 0.44, 0), count: 1500) { x, y in
            (x < 0 ? .pi * 0.72 : .pi * 0.3) - y * 0.4
        }
    }

    /// A curved stripe.
    func stripe(_ points: [(Double, Double)], _ width: Double) {
        s.spline(points.map { at($0.0, $0.1) })
        s.stroke(mark, 0.62, width: width * k)
    }

    func patch(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, _ colour: Colour) {
        s.ellipse(x * k, y * k, rx * k, ry * k, tilt: x)
        s.fill(
            around: at(x, y), radius: max(rx, ry) * k * 1.05,
            [Stop(0, colour), Stop(0.82, colour), Stop(1, colour, 0.2)])
    }

    /// Fills an outline as something round against the light, with `details` inside. Below `neck`
    /// no light runs along the edge: there it passes into the body.
    func form(
        _ outline: () -> Void, centre: Point, reach: Double, neck: Double = 1, _ details: () -> Void
    ) {
        outline()
        s.fill(
            around: at(centre.x, centre.y), radius: reach * k,
            [
                Stop(0, base.mixed(cat.light.shade, 0.10)), Stop(0.55, base.mixed(cat.light.shade, 0.2)),
                Stop(0.85, base.mixed(cat.light.shade, 0.42)), Stop(1, base.mixed(cat.light.shade, 0.5)),
            ])
        s.isolated {
            outline()
            s.clip()
            details()
            // Light wraps around the edge.
            s.rectangle(-k, -2 * k, 2 * k, (2 + neck) * k)
            s.clip()
            for (width, alpha) in [(0.075, 0.16), (0.045, 0.22), (0.02, 0.4)] {
                outline()
                s.stroke(cat.light.rim, alpha, width: width * k)
            }
            guard neck > 0 else { return }
            s.rectangle(-k, -0.16 * k, 2 * k, 0.2 * k)
            s.fill(
                from: at(0, -0.16), to: at(0, 0.01),
                [Stop(0, cat.light.shade, 0), Stop(1, cat.light.shade, 0.5)])
        }
    }

    /// Hairs inside an outline and a fuzz across it. `way` gives their direction in radians.
    func fur(
        _ outline: () -> Void, bounds: (Double, Double, Double, Double), count: Int,
        way: (Double, Double) -> Double
    ) {
        var random = SeededRandom(seed: cat.seed, "fur \(count)")
        let shadeHair = base.mixed(cat.light.shade, 0.7)
        let lightHair = base.mixed(cat.light.rim, 0.55)
        func hair(_ x: Double, _ y: Double, _ long: Double) {
            let a = way(x, y) + random.gauss(0, 0.22)
            let (dx, dy) = (cos(a) * long, sin(a) * long)
            move(x, y)
            s.curve(
                at(x + dx * 0.4, y + dy * 0.3), at(x + dx * 0.7, y + dy * 0.7), to: at(x + dx, y + dy))
        }
        s.isolated {
            outline()
            s.clip()
            for _ in 0..<count {
                hair(
                    random.uniform(bounds.0, bounds.2), random.uniform(bounds.1, bounds.3),
                    random.uniform(0.018, 0.045))
                s.stroke(
                    random.unit() < 0.55 ? shadeHair : lightHair, random.uniform(0.08, 0.3),
                    width: max(k * 0.0034, 0.5))
            }
        }
    }

    /// A pointed ear; `inside` shows its pink.
    func ear(from a: Point, to b: Point, tip: Point, inside: Bool) {
        let middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
        move(a.x, a.y)
        curve((lerp(a.x, tip.x, 0.5) - 0.012, lerp(a.y, tip.y, 0.55)), (tip.x - 0.012, tip.y), (tip.x, tip.y))
        curve((tip.x + 0.01, tip.y), (lerp(b.x, tip.x, 0.5) + 0.014, lerp(b.y, tip.y, 0.55)), (b.x, b.y))
        curve((b.x, b.y + 0.03), (a.x, a.y + 0.03), (a.x, a.y))
        s.close()
        let colour = cat.coat.pattern == .patched ? mark : base
        s.fill(
            from: at(tip.x, tip.y), to: at(middle.x, middle.y),
            [Stop(0, colour.mixed(cat.light.rim, 0.3)), Stop(1, colour.mixed(cat.light.shade, 0.25))], keep: true)
        s.stroke(cat.light.rim, 0.5, width: max(k * 0.008, 0.7))
        guard inside else { return }
        move(lerp(a.x, middle.x, 0.45), lerp(a.y, middle.y, 0.45))
        s.line(lerp(tip.x, middle.x, 0.2) * k, lerp(tip.y, middle.y, 0.2) * k)
        s.line(lerp(b.x, middle.x, 0.45) * k, lerp(b.y, middle.y, 0.45) * k)
        s.close()
        s.fill(Colour(0xD98C80).mixed(cat.light.shade, 0.3), 0.75)
    }
}
