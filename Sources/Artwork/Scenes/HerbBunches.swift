import BatchVideo
import Foundation

/// Bunches of plants hung up to dry, heads down. The point is where the string meets the beam.
struct HerbBunches {
    enum Plant: CaseIterable { case lavender, sage, chrysanthemum, wormwood, hawthorn, mint }

    let solids: Solids

    private var s: PaintSurface { solids.surface }

    /// `k` is the length from the beam to the lowest tip.
    func hang(_ plant: Plant, at p: Point, length k: Double, _ random: inout SeededRandom) {
        let tie = Point(p.x, p.y + k * 0.24)
        s.move(p.x, p.y)
        s.line(tie.x, tie.y)
        s.stroke(solids.seen(0xB89A6A).mixed(solids.shade, 0.2), width: max(k * 0.014, 1))
        if plant == .hawthorn {
            beads(tie, k, &random)
            return
        }
        for i in 0..<11 {
            let lean = (Double(i) - 5) / 5 * 0.34 + random.uniform(-0.05, 0.05)
            s.move(tie.x + lean * k * 0.22, tie.y - k * random.uniform(0.05, 0.12))
            s.line(tie.x - lean * k * 0.08, tie.y + k * 0.03)
        }
        s.stroke(stem(plant).mixed(solids.shade, 0.15), width: max(k * 0.016, 0.9))
        let count = plant == .chrysanthemum ? 15 : 21
        for i in 0..<count {
            let t = wrapped(Double(i) * 0.618 + 0.31)
            let lean = (t - 0.5) * 0.85 + random.uniform(-0.06, 0.06)
            let reach = k * random.uniform(0.50, 0.74) * (1 - 0.3 * abs(lean))
            let near = Double(i) / Double(count)
            stalk(
                plant, from: tie, to: Point(tie.x + sin(lean) * reach, tie.y + cos(lean) * reach),
                k, near, &random)
        }
        s.roundedRectangle(
            tie.x - k * 0.05, tie.y - k * 0.025, k * 0.10, k * 0.06, radius: k * 0.02)
        s.fill(
            from: Point(tie.x + solids.lightSide * k * 0.05, 0),
            to: Point(tie.x - solids.lightSide * k * 0.05, 0),
            [
                Stop(0, solids.seen(0xD8B880).mixed(solids.light, 0.3)),
                Stop(1, solids.seen(0xA8804A).mixed(solids.shade, 0.45)),
            ])
    }

    private func stem(_ plant: Plant) -> Colour {
        switch plant {
        case .lavender: solids.seen(0x7E8A62)
        case .sage: solids.seen(0x7C9068)
        case .chrysanthemum: solids.seen(0x8A8A4E)
        case .wormwood: solids.seen(0x93A083)
        case .hawthorn: solids.seen(0x7A5A3A)
        case .mint: solids.seen(0x5E8A48)
        }
    }

    /// One stalk with what grows on it; `near` 0 is at the back of the bunch, 1 in front.
    private func stalk(
        _ plant: Plant, from a: Point, to b: Point, _ k: Double, _ near: Double,
        _ random: inout SeededRandom
    ) {
        let green = stem(plant).mixed(solids.shade, 0.5 * (1 - near))
        let bend = Point((a.x * 0.55 + b.x * 0.45), lerp(a.y, b.y, 0.6))
        s.move(a.x, a.y)
        s.curve(bend, bend, to: b)
        s.stroke(green, width: max(k * 0.012, 0.8))
        func along(_ t: Double) -> Point { Point(lerp(a.x, b.x, t * t * 0.5 + t * 0.5), lerp(a.y, b.y, t)) }
        switch plant {
        case .lavender:
            for i in 0..<9 {
                let p = along(0.58 + 0.42 * Double(i) / 8)
                let tone = solids.seen(random.unit() < 0.5 ? 0x8A70BC : 0xA78CD0)
                    .mixed(solids.shade, 0.42 * (1 - near))
                for side in [-1.0, 1.0] {
                    s.ellipse(
                        p.x + side * k * 0.013, p.y, k * 0.016, k * 0.012, tilt: side * 0.6)
                    s.fill(tone.mixed(solids.light, side == solids.lightSide ? 0.22 : 0))
                }
            }
        case .sage, .mint:
            let base = solids.seen(plant == .sage ? 0x90A67C : 0x5FA04A)
                .mixed(solids.shade, 0.42 * (1 - near))
            for i in 0..<4 {
                let p = along(0.36 + 0.64 * Double(i) / 3)
                for side in [-1.0, 1.0] {
                    let size = k * random.uniform(0.075, 0.105)
                    solids.leaf(
                        base.mixed(solids.light, random.uniform(0, 0.16)), from: p,
                        to: Point(p.x + side * size * 0.75, p.y + size * random.uniform(0.5, 0.9)),
                        half: size * 0.24, bend: side * 0.4, veins: 0)
                }
            }
        case .chrysanthemum:
            Remedies(solids: solids).flower(
                at: Point(b.x, b.y), radius: k * random.uniform(0.055, 0.075),
                solids.seen(random.unit() < 0.7 ? 0xF2CE54 : 0xF8EFD2).mixed(
                    solids.shade, 0.35 * (1 - near)), flat: 0.85)
        case .wormwood:
            for i in 0..<12 {
                let p = along(0.3 + 0.7 * Double(i) / 11)
                for side in [-1.0, 1.0] {
                    let a = .pi / 2 - side * random.uniform(0.3, 0.9)
                    s.leaf(
                        p.x + cos(a) * k * 0.03, p.y + sin(a) * k * 0.03, k * 0.036, k * 0.008,
                        tilt: a)
                }
            }
            s.fill(solids.seen(0xA9B894).mixed(solids.shade, 0.42 * (1 - near)))
        case .hawthorn:
            break
        }
    }

    /// Dried fruit on a string, in two strands.
    private func beads(_ tie: Point, _ k: Double, _ random: inout SeededRandom) {
        for side in [-1.0, 1.0] {
            let count = 12
            for i in 0..<count {
                let t = Double(i) / Double(count - 1)
                let p = Point(
                    tie.x + side * k * (0.012 + 0.055 * sin(.pi * t)),
                    tie.y + k * (0.0 + 0.62 * t) + (side > 0 ? k * 0.02 : 0))
                solids.ball(
                    solids.seen(random.unit() < 0.5 ? 0xB03026 : 0xC8402E), at: p,
                    radius: k * random.uniform(0.031, 0.039), gloss: 0.6)
            }
        }
    }
}
