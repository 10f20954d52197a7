import BatchVideo
import Foundation

/// Dried plants as a pharmacist lays them out. Points are where a thing lies.
struct Remedies {
    enum Kind: CaseIterable { case goji, flowers, slices, dates, anise, seeds, peel, leaves }

    let solids: Solids

    var s: PaintSurface { solids.surface }

    /// A heap as wide as `w`, higher in the middle, farther pieces first.
    func heap(_ kind: Kind, at p: Point, width w: Double, _ random: inout SeededRandom) {
        let size = w * self.size(kind)
        let count = min(Int(0.85 / (self.size(kind) * self.size(kind)) * 0.34), 130)
        solids.shadow(p.x, p.y, w * 0.46, flat: 0.3, 0.45)
        var places = (0..<count).map { _ -> (Point, Double) in
            let (a, d) = (random.uniform(0, 2 * .pi), random.unit().squareRoot())
            let y = sin(a) * d
            return (Point(p.x + cos(a) * d * w * 0.46, p.y + y * w * 0.15 - (1 - d * d) * w * 0.13), y)
        }
        places.sort { $0.1 < $1.1 }
        for (place, _) in places { piece(kind, at: place, size, &random) }
    }

    private func size(_ kind: Kind) -> Double {
        switch kind {
        case .goji: 0.052
        case .flowers: 0.12
        case .slices: 0.11
        case .dates: 0.10
        case .anise: 0.10
        case .seeds: 0.062
        case .peel: 0.12
        case .leaves: 0.12
        }
    }

    /// One piece, about `r` in radius.
    func piece(_ kind: Kind, at p: Point, _ r: Double, _ random: inout SeededRandom) {
        let turn = random.uniform(0, .pi)
        switch kind {
        case .goji:
            grain(p, r, 0.6, turn, [0xC8302A, 0xB0241F, 0xDA4A34][random.index(3)])
        case .flowers:
            flower(
                at: Point(p.x, p.y - r * 0.3), radius: r,
                solids.seen([0xF6EFD6, 0xF2DC8E, 0xFAF6E8][random.index(3)]), flat: 0.62)
        case .slices:
            slice(p, r, turn)
        case .dates:
            grain(p, r, 0.66, turn * 0.3, [0x7A2420, 0x8E2E26, 0x6A1C1C][random.index(3)])
            let wrinkle = solids.seen(0x3E0E10)
            for k in -1...1 {
                s.move(p.x - r * 0.6, p.y + Double(k) * r * 0.2 - r * 0.25)
                s.curve(
                    Point(p.x - r * 0.2, p.y + Double(k) * r * 0.28 - r * 0.34),
                    Point(p.x + r * 0.2, p.y + Double(k) * r * 0.2 - r * 0.2),
                    to: Point(p.x + r * 0.6, p.y + Double(k) * r * 0.22 - r * 0.25))
            }
            s.stroke(wrinkle, 0.35, width: max(r * 0.05, 0.6))
        case .anise:
            star(p, r, turn)
        case .seeds:
            grain(p, r, 0.86, turn, [0xF0E2C4, 0xE6D2A8, 0xF6ECD6][random.index(3)])
        case .peel:
            let tone = solids.seen([0xD8803A, 0xC86A2A, 0xE09A50][random.index(3)])
            let (ux, uy) = (cos(turn), sin(turn) * 0.6)
            solids.leaf(
                tone, from: Point(p.x - ux * r, p.y - uy * r - r * 0.2),
                to: Point(p.x + ux * r, p.y + uy * r - r * 0.2), half: r * 0.4,
                bend: random.uniform(-1, 1), veins: 0)
        case .leaves:
            let tone = solids.seen([0x6E8A4A, 0x5A7A40, 0x8A9A5C][random.index(3)])
            let (ux, uy) = (cos(turn), sin(turn) * 0.6)
            solids.leaf(
                tone, from: Point(p.x - ux * r, p.y - uy * r - r * 0.2),
                to: Point(p.x + ux * r, p.y + uy * r - r * 0.2), half: r * 0.36,
                bend: random.uniform(-0.8, 0.8), veins: 2)
        }
    }

    private func grain(_ p: Point, _ r: Double, _ flat: Double, _ tilt: Double, _ hex: UInt32) {
        s.ellipse(p.x, p.y - r * 0.2, r, r * flat, tilt: tilt)
        solids.bulge(
            solids.seen(hex), around: Point(p.x, p.y - r * 0.2), radius: r * 0.9,
            gloss: r > 4 ? 0.55 : 0)
    }

    private func slice(_ p: Point, _ r: Double, _ turn: Double) {
        let flesh = solids.seen(0xEAD9A6)
        s.ellipse(p.x + r * 0.05, p.y + r * 0.1, r, r * 0.46, tilt: turn * 0.3 - 0.4)
        s.fill(solids.seen(0x8A6A3A).mixed(solids.shade, 0.35))
        s.ellipse(p.x, p.y, r, r * 0.46, tilt: turn * 0.3 - 0.4)
        s.fill(
            around: Point(p.x + solids.lightSide * r * 0.3, p.y - r * 0.1), radius: r * 1.3,
            [Stop(0, flesh.mixed(solids.light, 0.5)), Stop(1, flesh.mixed(solids.shade, 0.2))],
            keep: true)
        s.stroke(solids.seen(0x9A7644), 0.9, width: max(r * 0.09, 0.7))
        s.ellipse(p.x, p.y, r * 0.45, r * 0.2, tilt: turn * 0.3 - 0.4)
        s.stroke(solids.seen(0xC8A860), 0.8, width: max(r * 0.07, 0.6))
    }

    private func star(_ p: Point, _ r: Double, _ turn: Double) {
        let brown = solids.seen(0x7A4420)
        for k in 0..<8 {
            let a = turn + Double(k) / 8 * 2 * .pi
            let (ux, uy) = (cos(a), sin(a) * 0.55)
            let c = Point(p.x + ux * r * 0.52, p.y + uy * r * 0.52 - r * 0.15)
            s.leaf(c.x, c.y + r * 0.06, r * 0.5, r * 0.15, tilt: atan2(uy, ux))
            s.fill(solids.shade, 0.4)
            s.leaf(c.x, c.y, r * 0.5, r * 0.14, tilt: atan2(uy, ux))
            s.fill(brown.mixed(ux * solids.lightSide > 0 ? solids.light : solids.shade, 0.2))
            s.ellipse(c.x, c.y, r * 0.13, r * 0.07, tilt: atan2(uy, ux))
            s.fill(solids.seen(0xC8803C), 0.9)
        }
    }

    /// A head of narrow petals around a golden heart, seen at an angle.
    func flower(at p: Point, radius r: Double, _ petal: Colour, flat: Double) {
        for ring in 0..<2 {
            let reach = r * (ring == 0 ? 1 : 0.66)
            for k in 0..<13 {
                let a = (Double(k) + Double(ring) * 0.5) / 13 * 2 * .pi
                let (ux, uy) = (cos(a), sin(a) * flat)
                s.leaf(
                    p.x + ux * reach * 0.55, p.y + uy * reach * 0.55, reach * 0.48, reach * 0.11,
                    tilt: atan2(uy, ux))
                let facing = ux * solids.lightSide * 0.5 - uy * 0.5
                s.fill(petal.mixed(facing > 0 ? solids.light : solids.shade, abs(facing) * 0.6))
            }
        }
        s.ellipse(p.x, p.y, r * 0.26, r * 0.24 * flat)
        s.fill(
            around: Point(p.x + solids.lightSide * r * 0.1, p.y - r * 0.08), radius: r * 0.36,
            [Stop(0, solids.seen(0xF8D060)), Stop(1, solids.seen(0xC8862A))])
    }

    /// A ginseng root lying with its head at `p`, legs to the right.
    func ginseng(at p: Point, length k: Double, _ random: inout SeededRandom) {
        let skin = solids.seen(0xDDBB84)
        for i in 0..<3 {
            solids.shadow(p.x + k * (0.2 + 0.25 * Double(i)), p.y + k * 0.07, k * 0.22, flat: 0.2)
        }
        for _ in 0..<16 {
            let t = random.uniform(0.45, 1)
            let a = random.uniform(-0.7, 0.7)
            let from = Point(p.x + k * t, p.y + (random.unit() < 0.5 ? -1 : 1) * k * 0.10 * (t - 0.3))
            let reach = k * random.uniform(0.12, 0.26)
            s.move(from.x, from.y)
            s.curve(
                Point(from.x + cos(a) * reach * 0.4, from.y + sin(a) * reach * 0.8),
                Point(from.x + cos(a) * reach * 0.8, from.y + sin(a) * reach * 0.4),
                to: Point(from.x + cos(a) * reach, from.y + sin(a) * reach * 0.9))
        }
        s.stroke(skin.mixed(solids.shade, 0.2), 0.9, width: max(k * 0.008, 0.7))
        for (bow, tip) in [(-0.9, -0.12), (0.5, 0.03), (1.5, 0.17)] {
            solids.spindle(
                skin,
                axis: { t in
                    Point(
                        p.x + k * (0.38 + 0.6 * t),
                        p.y + k * (tip * t + 0.03 * bow * sin(.pi * t)))
                },
                half: { k * (0.052 * pow(1 - $0, 0.6) + 0.004) }, gloss: 0.25)
        }
        solids.spindle(
            skin, axis: { Point(p.x + k * 0.52 * $0, p.y - k * 0.012 * sin(3 * $0)) },
            half: { k * (0.045 + 0.05 * sin(.pi * min($0 * 1.1 + 0.05, 1))) * (1 - pow($0, 9)) },
            gloss: 0.3)
        for _ in 0..<11 {
            let x = p.x + k * random.uniform(0.03, 0.46)
            s.move(x, p.y - k * random.uniform(0.02, 0.07))
            s.curve(
                Point(x + k * 0.012, p.y - k * 0.01), Point(x + k * 0.012, p.y + k * 0.02),
                to: Point(x, p.y + k * random.uniform(0.02, 0.07)))
        }
        s.stroke(skin.mixed(solids.shade, 0.5), 0.45, width: max(k * 0.006, 0.6))
    }
}
