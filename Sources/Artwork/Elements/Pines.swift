import BatchVideo
import Foundation

/// Conifers.
enum Pines {
    struct Look {
        var dark: Colour
        var light: Colour
        var lightSide = 1.0
        /// Snow lying on the branches; nil for none.
        var snow: Colour?
    }

    /// A spruce with hanging, ragged tiers; foot at (x, y).
    static func spruce(
        _ look: Look, at p: Point, height h: Double, on surface: PaintSurface,
        random: inout SeededRandom
    ) {
        surface.rectangle(p.x - h * 0.014, p.y - h * 0.12, h * 0.028, h * 0.13)
        surface.fill(look.dark.darker(0.3))
        let tiers = h > 60 ? 11 : 7
        let girth = random.uniform(0.17, 0.23)
        for i in (0..<tiers).reversed() {
            let t = Double(i + 1) / Double(tiers)
            let y = p.y - h * (1 - t) * 0.92 - h * 0.03
            let half = h * girth * pow(t, 0.85) * random.uniform(0.88, 1.12)
            let rise = h * 0.17 * (0.55 + 0.45 * t)
            tier(look, p.x, y, half, rise, t, surface, &random)
        }
        surface.move(p.x - h * 0.008, p.y - h * 0.9)
        surface.line(p.x, p.y - h)
        surface.line(p.x + h * 0.008, p.y - h * 0.9)
        surface.close()
        surface.fill(look.dark)
    }

    private static func tier(
        _ look: Look, _ x: Double, _ y: Double, _ half: Double, _ rise: Double, _ t: Double,
        _ surface: PaintSurface, _ random: inout SeededRandom
    ) {
        let teeth = max(Int(half / 3), 3)
        var hem: [Point] = []
        for k in 0...teeth * 2 {
            let u = Double(k) / Double(teeth * 2) * 2 - 1
            let droop = (1 - abs(u)) * -rise * 0.10 + (k % 2 == 0 ? rise * 0.17 : -rise * 0.10)
            hem.append(
                Point(
                    x + u * half * (k % 2 == 0 ? 1 : 0.94),
                    y + droop * random.uniform(0.6, 1.3) + abs(u) * rise * 0.10))
        }
        surface.move(x, y - rise * 1.25)
        surface.curve(
            Point(x - half * 0.22, y - rise * 0.6), Point(x - half * 0.7, y - rise * 0.18),
            to: hem[0])
        for point in hem.dropFirst() { surface.line(point.x, point.y) }
        surface.curve(
            Point(x + half * 0.7, y - rise * 0.18), Point(x + half * 0.22, y - rise * 0.6),
            to: Point(x, y - rise * 1.25))
        surface.close()
        let (a, b) = look.lightSide > 0 ? (look.dark, look.light) : (look.light, look.dark)
        surface.fill(
            from: Point(x - half, y - rise * 0.4), to: Point(x + half, y + rise * 0.2),
            [Stop(0, a), Stop(0.45, look.dark), Stop(1, b)])
        if let snow = look.snow { load(snow, look, x, y, half, rise, surface, &random) }
    }

    private static func load(
        _ snow: Colour, _ look: Look, _ x: Double, _ y: Double, _ half: Double, _ rise: Double,
        _ surface: PaintSurface, _ random: inout SeededRandom
    ) {
        for side in [-1.0, 1.0] {
            let reach = half * random.uniform(0.72, 0.95)
            surface.move(x, y - rise * 1.2)
            surface.curve(
                Point(x + side * half * 0.22, y - rise * 0.62),
                Point(x + side * half * 0.6, y - rise * 0.24),
                to: Point(x + side * reach, y - rise * 0.02))
            surface.curve(
                Point(x + side * half * 0.55, y - rise * random.uniform(0.0, 0.14)),
                Point(x + side * half * 0.2, y - rise * random.uniform(0.25, 0.5)),
                to: Point(x, y - rise * 0.75))
            surface.close()
            surface.fill(snow.mixed(look.dark, side == look.lightSide ? 0.02 : 0.28), 0.94)
        }
    }

    /// A row of spruces along a line, farther ones first.
    static func stand(
        _ look: Look, count: Int, from x0: Double, to x1: Double, foot: (Double) -> Double,
        heights: ClosedRange<Double>, on surface: PaintSurface, random: inout SeededRandom
    ) {
        var trees = (0..<count).map { i in
            let x = lerp(x0, x1, (Double(i) + random.unit()) / Double(count))
            let tall = random.uniform(heights.lowerBound, heights.upperBound)
            return (x: x, y: foot(x) + random.uniform(0, heights.lowerBound * 0.10), tall: tall)
        }
        trees.sort { $0.y < $1.y }
        for tree in trees {
            spruce(look, at: Point(tree.x, tree.y), height: tree.tall, on: surface, random: &random)
        }
    }
}
