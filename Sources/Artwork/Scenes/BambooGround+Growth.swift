import BatchVideo
import Foundation

extension BambooGround {
    /// Young bamboo beside the path.
    func shoots(_ s: PaintSurface, _ random: inout SeededRandom) {
        let plants = BambooPlants(look: paint.plants, surface: s)
        for k in 0..<7 {
            let d = lerp(0.2, 0.75, Double(k) / 6)
            let side = k % 2 == 0 ? 1.0 : -1.0
            let x = view.path(d) + side * view.half * d * random.uniform(1.6, 2.6)
            plants.shoot(
                at: Point(x, view.row(d)), height: view.eye * d * random.uniform(0.22, 0.42),
                lightSide: view.light.x > x ? 1 : -1)
        }
    }

    /// Grass and ferns beside the path, lit from behind.
    func undergrowth(_ s: PaintSurface, _ random: inout SeededRandom) {
        let stage = s.stage
        let tufts = (0..<Int(150 * stage.width / stage.unit)).map { _ in pow(random.unit(), 0.8) }
        for d in tufts.sorted() where d > 0.05 {
            let x = random.uniform(stage.left, stage.right)
            let off = abs(x - view.path(d)) / (view.half * d)
            guard off > 1.3 else { continue }
            let h = view.eye * d * random.uniform(0.06, 0.15)
            let haze = 0.7 * smoothstep(0.3, 0.05, d)
            let near = max(0, 1 - abs(x - view.light.x) / (stage.unit * 0.8))
            for _ in 0..<7 {
                let lean = random.gauss(0, 0.4)
                let tip = Point(x + lean * h, view.row(d) - h * random.uniform(0.6, 1.1))
                s.move(x - h * 0.05, view.row(d))
                s.curve(
                    Point(x - h * 0.03, view.row(d) - h * 0.5), Point(tip.x - lean * h * 0.3, tip.y),
                    to: tip)
                s.curve(
                    Point(tip.x - lean * h * 0.2, tip.y + h * 0.1), Point(x + h * 0.06, view.row(d) - h * 0.4),
                    to: Point(x + h * 0.05, view.row(d)))
                s.close()
                let tone = 0.2 + 0.55 * near * (1 - 0.5 * d) + random.gauss(0, 0.12)
                s.fill(paint.tufts.colour(tone).mixed(paint.haze, haze))
            }
        }
    }
}
