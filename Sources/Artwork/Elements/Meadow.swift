import BatchVideo
import Foundation

/// What grows on the ground: grass, flowers, wheat.
enum Meadow {
    /// Blades of grass whose feet lie between two rows; nearer ones are larger and drawn later.
    struct Grass {
        var dark: Colour
        var light: Colour
        var count: Int
        /// Height of the nearest blades in pixels.
        var height: Double
        var lean = 0.0
    }

    static func grass(
        _ look: Grass, from top: Double, to bottom: Double,
        ground: (Double) -> Double = { _ in -1e9 },
        on surface: PaintSurface, random: inout SeededRandom
    ) {
        let stage = surface.stage
        let depths = (0..<look.count).map { _ in random.unit() }.sorted()
        for depth in depths {
            let x = random.uniform(stage.left, stage.right)
            let y = max(lerp(top, bottom, depth), ground(x))
            let h = look.height * lerp(0.35, 1, depth) * random.uniform(0.5, 1.15)
            let tip = h * (random.gauss(look.lean, 0.24))
            let half = max(h * 0.028, 0.45)
            surface.move(x - half, y)
            surface.curve(
                Point(x - half * 0.6, y - h * 0.5), Point(x + tip * 0.35, y - h * 0.85),
                to: Point(x + tip, y - h))
            surface.curve(
                Point(x + tip * 0.35 + half * 1.6, y - h * 0.75),
                Point(x + half, y - h * 0.45), to: Point(x + half, y))
            surface.close()
            let tone = random.unit()
            surface.fill(look.dark.mixed(look.light, tone * tone))
        }
    }

    /// Flowers on stalks, feet between two rows.
    static func flowers(
        _ colours: [Colour], heart: Colour, stalk: Colour, count: Int, size: Double,
        from top: Double, to bottom: Double, on surface: PaintSurface,
        random: inout SeededRandom
    ) {
        let stage = surface.stage
        let depths = (0..<count).map { _ in random.unit() }.sorted()
        for depth in depths {
            let x = random.uniform(stage.left, stage.right)
            let y = lerp(top, bottom, depth)
            let r = size * lerp(0.3, 1, depth) * random.uniform(0.7, 1.25)
            let colour = colours[random.index(colours.count)]
            surface.move(x, y + r * 3)
            surface.curve(
                Point(x + r * 0.3, y + r * 2), Point(x - r * 0.2, y + r), to: Point(x, y))
            surface.stroke(stalk, 0.9, width: max(r * 0.16, 0.5))
            flower(colour, heart: heart, at: Point(x, y), radius: r, on: surface, random: &random)
        }
    }

    /// Five petals seen from a low angle.
    static func flower(
        _ colour: Colour, heart: Colour, at p: Point, radius r: Double, on surface: PaintSurface,
        random: inout SeededRandom
    ) {
        let turn = random.uniform(0, 2 * .pi)
        for k in 0..<5 {
            let a = turn + Double(k) * 2 * .pi / 5
            surface.ellipse(
                p.x + cos(a) * r * 0.62, p.y + sin(a) * r * 0.42, r * 0.52, r * 0.36, tilt: a * 0.8)
            surface.fill(colour.mixed(.white, 0.25 + 0.25 * -sin(a)), 0.97)
        }
        surface.ellipse(p.x, p.y, r * 0.27, r * 0.2)
        surface.fill(heart)
    }

    struct Wheat {
        var stalk: Colour
        var ear: Colour
        var glow: Colour
        var count: Int
        /// Height of a stalk in pixels.
        var height: Double
        var lean: Double
        var lightSide = 1.0
    }

    /// Stalks with bent, bearded ears, feet around `row`.
    static func wheat(
        _ look: Wheat, row: (Double) -> Double, scatter: Double, on surface: PaintSurface,
        random: inout SeededRandom
    ) {
        let stage = surface.stage
        for i in 0..<look.count {
            let share = (Double(i) + random.unit()) / Double(look.count)
            // A stride that visits the whole width in no visible order.
            let x = lerp(stage.left, stage.right, wrapped(share * 17))
            let y = row(x) + random.unit() * scatter
            let h = look.height * random.uniform(0.72, 1.12)
            let tip = h * (look.lean + random.gauss(0, 0.07))
            let tone = random.unit()
            let colour = look.ear.mixed(look.glow, tone * tone * 0.8).mixed(
                look.stalk, random.unit() * 0.35)
            surface.move(x, y)
            surface.curve(
                Point(x, y - h * 0.5), Point(x + tip * 0.3, y - h * 0.8),
                to: Point(x + tip * 0.75, y - h * 0.9))
            surface.stroke(look.stalk.mixed(colour, 0.35), width: max(h * 0.012, 0.6))
            ear(colour, at: Point(x + tip * 0.75, y - h * 0.9), tip: tip, height: h, surface)
        }
    }

    private static func ear(
        _ colour: Colour, at p: Point, tip: Double, height h: Double, _ surface: PaintSurface
    ) {
        let length = h * 0.20
        let angle = atan2(-h * 0.10, tip * 0.5) + (tip > 0 ? 0.25 : -0.25)
        let (ux, uy) = (cos(angle), sin(angle))
        if h < 40 {
            surface.move(p.x, p.y)
            surface.line(p.x + ux * length, p.y + uy * length)
            surface.stroke(colour, width: max(h * 0.045, 1))
            return
        }
        for k in 0..<6 {
            let t = Double(k) / 5
            let (x, y) = (p.x + ux * length * t, p.y + uy * length * t)
            let side = k % 2 == 0 ? 1.0 : -1.0
            surface.ellipse(
                x - uy * side * h * 0.011, y + ux * side * h * 0.011, h * 0.026, h * 0.013,
                tilt: angle + side * 0.35)
            surface.fill(colour.mixed(.white, t * 0.12))
            surface.move(x, y)
            surface.line(
                x + ux * h * 0.11 - uy * side * h * 0.03, y + uy * h * 0.11 + ux * side * h * 0.03)
        }
        surface.stroke(colour, 0.75, width: max(h * 0.005, 0.5))
    }
}
