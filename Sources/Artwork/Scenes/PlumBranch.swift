import BatchVideo
import Foundation

/// A branch of plum or persimmon: dark wood, snow along its upper side, blossoms or fruit.
struct PlumBranch {
    let surface: PaintSurface
    let bark: Colour
    let snow: Colour
    private var buds: [Point] = []

    init(surface: PaintSurface, bark: Colour, snow: Colour) {
        self.surface = surface
        self.bark = bark
        self.snow = snow
    }

    mutating func grow(
        from start: Point, angle: Double, length: Double, width: Double, level: Int = 0,
        random: inout SeededRandom
    ) {
        var (p, a) = (start, angle)
        let steps = 6
        for step in 0..<steps {
            a += random.gauss(0, 0.20)
            let next = Point(p.x + cos(a) * length / Double(steps), p.y + sin(a) * length / Double(steps))
            let thick = max(width * (1 - Double(step) / 8), 0.8)
            surface.move(p.x, p.y)
            surface.line(next.x, next.y)
            surface.stroke(bark, width: thick)
            surface.move(p.x, p.y - thick * 0.42)
            surface.line(next.x, next.y - thick * 0.42)
            surface.stroke(snow, 0.92, width: thick * 0.5 * abs(cos(a)) + 0.3)
            p = next
            if level < 2, step > 0 {
                grow(
                    from: p, angle: a + random.uniform(0.45, 0.95) * (step % 2 == 0 ? 1 : -1),
                    length: length * random.uniform(0.28, 0.46), width: width * 0.52,
                    level: level + 1, random: &random)
            }
            if level > 0, random.unit() < 0.62 { buds.append(p) }
        }
    }

    func bloom(
        _ colours: [Colour], heart: Colour, size: Double, random: inout SeededRandom
    ) {
        for bud in buds {
            let r = size * random.uniform(0.6, 1.25)
            let p = Point(bud.x + random.gauss(0, r * 0.8), bud.y + random.gauss(0, r * 0.8))
            let tone = colours[0].mixed(colours[colours.count - 1], random.unit() * 0.6)
            Meadow.flower(tone, heart: heart, at: p, radius: r, on: surface, random: &random)
        }
    }

    /// Persimmons left on the bare wood, each with a cap of snow.
    func fruit(_ colour: Colour, size: Double, random: inout SeededRandom) {
        for bud in buds where random.unit() < 0.55 {
            let r = size * random.uniform(0.8, 1.2)
            let c = Point(bud.x, bud.y + r * 1.1)
            surface.ellipse(c.x, c.y, r, r * 0.86)
            surface.fill(
                around: Point(c.x + r * 0.3, c.y - r * 0.3), radius: r * 1.3,
                [Stop(0, colour.lighter(0.4)), Stop(0.5, colour), Stop(1, colour.darker(0.4))])
            surface.ellipse(c.x, c.y - r * 0.74, r * 0.7, r * 0.26)
            surface.fill(snow, 0.95)
        }
    }
}
