import BatchVideo
import Foundation

extension TempleBuilder {
    /// A pagoda of eight sides; the middle of its foot is at `p`, `h` its height with the spire.
    func pagoda(at p: Point, height h: Double, storeys: Int, random: inout SeededRandom) {
        let s = surface
        let body = h * 0.84
        let shrink = 0.90
        let total = (0..<storeys).reduce(0.0) { $0 + pow(shrink, Double($1)) }
        var y = p.y
        var roofs: [Roof] = []
        s.rectangle(p.x - h * 0.15, p.y - h * 0.012, h * 0.30, h * 0.034)
        s.fill(
            from: Point(0, p.y - h * 0.012), to: Point(0, p.y + h * 0.022),
            [Stop(0, look.snow), Stop(0.4, look.stone), Stop(1, look.stone.darker(0.4))])
        for i in 0..<storeys {
            let k = pow(shrink, Double(i))
            let tall = body * k / total
            let half = h * 0.098 * k
            storey(Point(p.x, y), half, tall * 0.62, isFoot: i == 0)
            let isTop = i == storeys - 1
            roofs.append(
                Roof(
                    eave: Point(p.x, y - tall * 0.60), half: half * 1.62,
                    ridge: isTop ? half * 0.10 : half * 0.82, rise: tall * (isTop ? 0.66 : 0.40),
                    lift: tall * 0.20))
            y -= tall
        }
        for roof in roofs { self.roof(roof, ornaments: false, random: &random) }
        if let top = roofs.last?.place(0, 1) { spire(Point(p.x, top.y + h * 0.008), h * 0.16) }
    }

    private func storey(_ p: Point, _ half: Double, _ tall: Double, isFoot: Bool) {
        let s = surface
        let faces: [(from: Double, to: Double, dark: Double)] = [
            (-1, -0.46, lightSide > 0 ? 0.45 : 0.05), (-0.46, 0.46, 0.16),
            (0.46, 1, lightSide > 0 ? 0.05 : 0.45),
        ]
        for face in faces {
            s.rectangle(p.x + half * face.from, p.y - tall, half * (face.to - face.from), tall)
            s.fill(
                from: Point(0, p.y - tall), to: Point(0, p.y),
                [
                    Stop(0, look.wall.darker(min(face.dark + 0.42, 0.8))),
                    Stop(0.5, look.wall.darker(face.dark)), Stop(1, look.wall.darker(face.dark + 0.08)),
                ])
        }
        lattice(
            p.x - half * 0.24, p.y - tall * 0.70, half * 0.48, tall * (isFoot ? 0.68 : 0.46),
            isDoor: isFoot)
        for side in [-1.0, 1.0] {
            lattice(
                p.x + side * half * 0.73 - half * 0.11, p.y - tall * 0.66, half * 0.22, tall * 0.36,
                isDoor: false)
        }
        for x in [-1.0, -0.46, 0.46, 1.0] {
            s.move(p.x + half * x, p.y)
            s.line(p.x + half * x, p.y - tall)
        }
        s.stroke(look.pillar, width: max(half * 0.07, 0.8))
        s.glow(p.x, p.y - tall * 0.45, radius: half * 1.5, look.lamp, 0.30 * look.lit, squash: 0.7)
        guard !isFoot else { return }
        // A rail around the storey, with snow on it.
        s.rectangle(p.x - half * 1.12, p.y - tall * 0.16, half * 2.24, tall * 0.16)
        s.fill(look.pillar.darker(0.35))
        for k in 0...14 {
            let x = p.x + half * lerp(-1.1, 1.1, Double(k) / 14)
            s.move(x, p.y - tall * 0.15)
            s.line(x, p.y)
        }
        s.stroke(look.pillar.lighter(0.1), width: max(half * 0.03, 0.5))
        s.move(p.x - half * 1.12, p.y - tall * 0.17)
        s.line(p.x + half * 1.12, p.y - tall * 0.17)
        s.stroke(look.snow, width: max(tall * 0.07, 0.8))
    }

    private func spire(_ p: Point, _ h: Double) {
        let s = surface
        s.polygon([
            Point(p.x - h * 0.11, p.y), Point(p.x + h * 0.11, p.y), Point(p.x + h * 0.03, p.y - h * 0.24),
            Point(p.x - h * 0.03, p.y - h * 0.24),
        ])
        s.fill(look.tile)
        s.move(p.x, p.y - h * 0.1)
        s.line(p.x, p.y - h)
        s.stroke(look.tile.darker(0.2), width: max(h * 0.035, 0.8))
        for k in 0..<6 {
            let t = Double(k) / 5
            s.ellipse(p.x, p.y - h * lerp(0.30, 0.72, t), h * lerp(0.085, 0.035, t), h * 0.022)
            s.fill(look.gold.mixed(look.tile, 0.3 + 0.3 * (1 - t)))
        }
        s.circle(p.x, p.y - h * 0.86, h * 0.045)
        s.fill(look.gold)
    }
}
