import BatchVideo
import Foundation

/// Strands of a willow that hang into the picture from above.
struct Willow {
    let leaf: [Colour]
    let bark: Colour
    /// Share of the strands that bear leaves.
    let fullness: Double

    /// A whole tree on its trunk, which leans by `lean` of its height.
    func tree(
        at p: Point, height h: Double, lean: Double, on s: PaintSurface,
        random: inout SeededRandom
    ) {
        let fork = Point(p.x + lean * h, p.y - h * 0.46)
        let w = h * 0.045
        s.move(p.x - w * 1.1, p.y)
        s.curve(
            Point(p.x - w * 0.4, p.y - h * 0.1), Point(fork.x - w * 1.2, fork.y + h * 0.18),
            to: Point(fork.x - w * 0.5, fork.y))
        s.line(fork.x + w * 0.5, fork.y)
        s.curve(
            Point(fork.x - w * 0.1, fork.y + h * 0.18), Point(p.x + w * 0.6, p.y - h * 0.1),
            to: Point(p.x + w * 1.1, p.y))
        s.close()
        s.fill(bark)
        for i in [0, 6, 1, 5, 2, 4, 3] {
            let angle = -.pi * (0.12 + 0.76 * (Double(i) + random.uniform(-0.2, 0.2)) / 6)
            let reach = h * random.uniform(0.36, 0.46)
            paint(
                from: fork, to: Point(fork.x + cos(angle) * reach * 1.05, fork.y + sin(angle) * reach),
                drop: h * random.uniform(0.42, 0.62), strands: 13, thickness: w * 0.7, on: s,
                random: &random)
        }
    }

    /// A limb from `a` to `b` with strands that hang from it, `drop` pixels long at most.
    func paint(
        from a: Point, to b: Point, drop: Double, strands: Int, thickness: Double,
        on s: PaintSurface, random: inout SeededRandom
    ) {
        func limb(_ t: Double) -> Point {
            Point(lerp(a.x, b.x, t), lerp(a.y, b.y, t) - sin(.pi * t) * drop * 0.10)
        }
        for i in 0..<6 {
            let (t0, t1) = (Double(i) / 6, Double(i + 1) / 6)
            let (p, q) = (limb(t0), limb(t1))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
            s.stroke(bark, width: max(thickness * (1 - 0.85 * t1), 1))
        }
        for i in 0..<strands {
            let t = 0.08 + 0.92 * (Double(i) + random.unit()) / Double(strands)
            let length = drop * random.uniform(0.45, 1) * (0.65 + 0.5 * sin(.pi * t))
            strand(limb(t), length, drop, on: s, &random)
        }
    }

    private func strand(
        _ p: Point, _ length: Double, _ drop: Double, on s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let lean = random.uniform(-0.10, 0.10) * length
        let bow = random.uniform(-0.06, 0.06) * length
        func at(_ t: Double) -> Point {
            Point(p.x + lean * t * t + bow * sin(.pi * t), p.y + length * t)
        }
        s.spline((0...5).map { at(Double($0) / 5) })
        let tone = random.unit()
        s.stroke(
            (fullness > 0.3 ? leaf[1] : bark).mixed(bark, 0.3), 0.9, width: max(drop * 0.0035, 0.8))
        guard random.unit() < fullness + 0.1 else { return }
        let size = drop * 0.034
        let count = Int(length / (size * 0.62))
        guard count > 3 else { return }
        for k in 2..<count {
            guard random.unit() < 0.35 + fullness else { continue }
            let q = at(Double(k) / Double(count))
            let side = k % 2 == 0 ? 1.0 : -1.0
            let tilt = .pi / 2 - side * random.uniform(0.25, 0.6)
            let reach = size * random.uniform(0.7, 1.15)
            s.leaf(
                q.x + cos(tilt) * reach * 0.8, q.y + sin(tilt) * reach * 0.8, reach, reach * 0.16,
                tilt: tilt)
            let shade = min(tone * 0.6 + random.unit() * 0.5, 1) * Double(leaf.count - 1)
            s.fill(leaf[min(Int(shade + 0.5), leaf.count - 1)], 0.95)
        }
    }
}
