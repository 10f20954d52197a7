import BatchVideo
import Foundation

/// A branch that reaches into the picture, with what the season hangs on it.
struct Twig {
    enum Dress: Sendable { case blossom, leaves, maple, bare }

    struct Look {
        var bark: Colour
        var barkLight: Colour
        var dress: Dress
        /// From shadow to light.
        var colours: [Colour]
        /// Length of a leaf, breadth of a blossom, in pixels.
        var size: Double
        /// Leaves or blossoms a joint.
        var fullness = 3
        /// Snow on the upper sides; nil for none.
        var snow: Colour?
    }

    let look: Look

    /// A branch `length` pixels long from `foot`, towards `angle` (radians).
    func paint(
        from foot: Point, angle: Double, length: Double, width: Double, on s: PaintSurface,
        random: inout SeededRandom
    ) {
        var ends: [(Point, Double)] = []
        grow(from: foot, angle, length, width, 0, &ends, s, &random)
        for (p, way) in ends.sorted(by: { $0.0.y > $1.0.y }) { dress(p, way, s, &random) }
    }

    private func grow(
        from foot: Point, _ start: Double, _ length: Double, _ width: Double, _ level: Int,
        _ ends: inout [(Point, Double)], _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let steps = level == 0 ? 9 : 5
        var (p, angle) = (foot, start)
        for k in 0..<steps {
            let t = Double(k) / Double(steps)
            let reach = length / Double(steps) * random.uniform(0.85, 1.15)
            let q = Point(p.x + cos(angle) * reach, p.y + sin(angle) * reach)
            let thick = width * (1 - 0.72 * t)
            limb(p, q, thick, s)
            if level < 2, k > 0 {
                let side = k % 2 == 0 ? 1.0 : -1.0
                grow(
                    from: q, angle + side * random.uniform(0.45, 0.95),
                    length * random.uniform(0.32, 0.5) * (1 - 0.45 * t), thick * 0.6, level + 1,
                    &ends, s, &random)
            }
            if level > 0 || k > steps / 2 { ends.append((q, angle)) }
            angle += random.gauss(0, 0.17)
            p = q
        }
    }

    private func limb(_ p: Point, _ q: Point, _ width: Double, _ s: PaintSurface) {
        s.move(p.x, p.y)
        s.line(q.x, q.y)
        s.stroke(look.bark, width: max(width, 0.8))
        let lift = width * 0.28
        s.move(p.x, p.y - lift)
        s.line(q.x, q.y - lift)
        s.stroke(look.barkLight, 0.6, width: max(width * 0.25, 0.5))
        guard let snow = look.snow, width > 1 else { return }
        s.move(p.x, p.y - width * 0.55)
        s.line(q.x, q.y - width * 0.55)
        s.stroke(snow, 0.95, width: max(width * 0.6, 1))
    }

    private func dress(
        _ p: Point, _ way: Double, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        guard look.dress != .bare else { return }
        for _ in 0..<look.fullness {
            let tone = random.unit()
            let colour = look.colours[min(Int(tone * Double(look.colours.count)), look.colours.count - 1)]
            let stray = look.size * 0.75
            let at = Point(p.x + random.gauss(0, stray), p.y + random.gauss(0, stray))
            let size = look.size * random.uniform(0.65, 1.2)
            let turn = way + random.uniform(-1.2, 1.2)
            switch look.dress {
            case .blossom: Self.blossom(colour, at: at, radius: size * 0.5, turn: turn, on: s)
            case .leaves:
                s.leaf(
                    at.x + cos(turn) * size * 0.5, at.y + sin(turn) * size * 0.5, size * 0.5,
                    size * 0.17, tilt: turn)
                s.fill(colour)
            case .maple: Self.maple(colour, at: at, radius: size * 0.6, turn: turn, on: s)
            case .bare: break
            }
        }
    }

    /// Five round petals and a heart.
    static func blossom(
        _ colour: Colour, at p: Point, radius r: Double, turn: Double, on s: PaintSurface
    ) {
        for k in 0..<5 {
            let a = turn + Double(k) * 2 * .pi / 5
            s.ellipse(p.x + cos(a) * r * 0.58, p.y + sin(a) * r * 0.58, r * 0.5, r * 0.42, tilt: a)
        }
        s.fill(colour, 0.97)
        for k in 0..<5 {
            let a = turn + Double(k) * 2 * .pi / 5
            s.move(p.x, p.y)
            s.line(p.x + cos(a) * r * 0.5, p.y + sin(a) * r * 0.5)
        }
        s.stroke(colour.mixed(Colour(0xC2356A), 0.45), 0.5, width: max(r * 0.09, 0.5))
        s.circle(p.x, p.y, r * 0.17)
        s.fill(colour.mixed(Colour(0xE9B84A), 0.7))
    }

    /// A leaf of seven pointed lobes; its stalk is opposite of `turn`.
    static func maple(
        _ colour: Colour, at p: Point, radius r: Double, turn: Double, on s: PaintSurface
    ) {
        let lobes: [(Double, Double)] = [
            (-2.3, 0.45), (-1.45, 0.72), (-0.72, 0.92), (0, 1), (0.72, 0.92), (1.45, 0.72),
            (2.3, 0.45),
        ]
        var points = [Point(p.x - cos(turn) * r * 0.15, p.y - sin(turn) * r * 0.15)]
        for (i, lobe) in lobes.enumerated() {
            let a = turn + lobe.0
            points.append(Point(p.x + cos(a) * r * lobe.1, p.y + sin(a) * r * lobe.1))
            guard i + 1 < lobes.count else { continue }
            let b = turn + (lobe.0 + lobes[i + 1].0) / 2
            points.append(Point(p.x + cos(b) * r * 0.34, p.y + sin(b) * r * 0.34))
        }
        s.polygon(points)
        s.fill(colour, 0.97)
        for lobe in lobes where lobe.1 > 0.6 {
            s.move(p.x, p.y)
            s.line(
                p.x + cos(turn + lobe.0) * r * lobe.1 * 0.75,
                p.y + sin(turn + lobe.0) * r * lobe.1 * 0.75)
        }
        s.move(p.x, p.y)
        s.line(p.x - cos(turn) * r * 0.55, p.y - sin(turn) * r * 0.55)
        s.stroke(colour.darker(0.3), 0.55, width: max(r * 0.05, 0.5))
    }
}
