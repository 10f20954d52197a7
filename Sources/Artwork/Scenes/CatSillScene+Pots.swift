import BatchVideo
import Foundation

extension CatSillScene {
    /// Flower pots on the free side of the sill.
    static func pots(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("pots")
        let places = stage.pick(
            [(0.19, 1.0), (0.29, 0.72)], portrait: [(0.27, 0.95)], square: [(0.28, 0.95)])
        for (k, place) in places.enumerated() {
            let foot = Point(stage.x(0.5 + plan.side * place.0), plan.sill - unit * 0.02)
            let s = scene.surface()
            let size = unit * 0.125 * place.1
            let plantFoot = Point(foot.x, foot.y - size * 0.92)
            k % 2 == 0
                ? flowers(s, paint, plantFoot, size, &random) : blades(s, paint, plantFoot, size, &random)
            let vessels = Vessels(surface: s, lightSide: plan.side, rim: paint.light)
            vessels.shadow(x: foot.x, y: foot.y, width: size * 0.55, strength: 0.45)
            vessels.turned(
                [(0, 0.5), (0.14, 0.5), (0.16, 0.44), (0.6, 0.38), (1, 0.3)].map { (at: $0.0, half: $0.1) },
                x: foot.x, base: foot.y, size: size, .init(k % 2 == 0 ? paint.clay : paint.glaze))
            scene.add(
                s, depth: 0.3,
                .sway(
                    pivot: plantFoot.y, reach: size * 1.6, pixels: unit * 0.004, turns: 2,
                    phase: 0.3 * Double(k)))
        }
    }

    /// A bush of round leaves and heads of blossom.
    private static func flowers(
        _ s: PaintSurface, _ paint: Paint, _ p: Point, _ size: Double, _ random: inout SeededRandom
    ) {
        for _ in 0..<150 {
            let a = random.uniform(-.pi, 0)
            let r = size * 0.85 * random.unit().squareRoot()
            let at = Point(p.x + cos(a) * r * 0.95, p.y + sin(a) * r * 0.95 + size * 0.06)
            s.ellipse(at.x, at.y, size * 0.1, size * 0.075, tilt: random.uniform(-1, 1))
            let tone = 0.25 - sin(a) * r / size * 0.5 + random.gauss(0, 0.14)
            s.fill(paint.plant.colour(tone), 0.96)
        }
        for _ in 0..<7 {
            let a = random.uniform(-.pi * 0.92, -.pi * 0.08)
            let r = size * random.uniform(0.55, 1.05)
            let head = Point(p.x + cos(a) * r * 0.85, p.y + sin(a) * r - size * 0.12)
            s.move(p.x, p.y)
            s.curve(Point(p.x, p.y - r * 0.5), Point(head.x, head.y + size * 0.2), to: head)
            s.stroke(paint.plant.colour(0.4), width: max(size * 0.02, 0.7))
            for _ in 0..<9 {
                let stray = size * 0.075
                let at = Point(head.x + random.gauss(0, stray), head.y + random.gauss(0, stray * 0.8))
                let tone = paint.blossom.mixed(paint.light, random.uniform(0, 0.4))
                Twig.blossom(
                    tone, at: at, radius: size * random.uniform(0.05, 0.075), turn: random.uniform(0, 6), on: s)
            }
        }
    }

    /// Long leaves that bend over, as of a spider plant.
    private static func blades(
        _ s: PaintSurface, _ paint: Paint, _ p: Point, _ size: Double, _ random: inout SeededRandom
    ) {
        for k in 0..<26 {
            let lean = lerp(-1, 1, Double(k * 11 % 26) / 25) + random.gauss(0, 0.08)
            let long = size * random.uniform(0.9, 1.5) * (1.1 - 0.25 * abs(lean))
            let tip = Point(p.x + lean * long * 0.85, p.y - long * (1 - 0.65 * abs(lean)))
            let bend = Point(p.x + lean * long * 0.3, p.y - long * 0.95)
            let w = size * 0.035
            s.move(p.x - w, p.y)
            s.curve(Point(bend.x - w, bend.y), Point(bend.x, bend.y - w), to: tip)
            s.curve(Point(bend.x + w, bend.y + w), Point(p.x + w * 2, p.y - long * 0.4), to: Point(p.x + w, p.y))
            s.close()
            s.fill(paint.plant.colour(random.uniform(0.2, 0.85)))
        }
    }
}
