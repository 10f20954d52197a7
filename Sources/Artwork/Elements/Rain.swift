import BatchVideo
import Foundation

/// Rain in three depths: streaks that fall a whole number of times in a loop.
struct RainLayer: SceneLayer {
    private struct Drop {
        var x: Double
        var phase: Double
    }

    private struct Curtain {
        var drops: [Drop]
        var falls: Double
        var length: Double
        var width: Double
        var alpha: Double
    }

    private let curtains: [Curtain]
    private let colour: Colour
    /// Pixels to the right per pixel down.
    private let slant: Double

    /// `density` 1 is steady rain.
    init(
        _ colour: Colour, slant: Double, density: Double = 1, stage: Stage,
        random: inout SeededRandom
    ) {
        self.colour = colour
        self.slant = slant
        let unit = stage.unit
        let share = density * stage.width / unit * (stage.height / unit).squareRoot()
        func curtain(
            _ count: Double, _ falls: Double, _ length: Double, _ width: Double, _ alpha: Double
        ) -> Curtain {
            let spread = abs(slant) * stage.height
            let drops = (0..<Int(count * share)).map { _ in
                Drop(
                    x: random.uniform(-spread - 10, stage.width + spread + 10),
                    phase: random.unit())
            }
            return Curtain(
                drops: drops, falls: falls, length: unit * length, width: max(unit * width, 0.6),
                alpha: alpha)
        }
        curtains = [
            curtain(150, 8, 0.030, 0.0010, 0.26), curtain(80, 10, 0.055, 0.0015, 0.30),
            curtain(26, 13, 0.095, 0.0022, 0.30),
        ]
    }

    func draw(on frame: Frame, at moment: Moment) {
        for curtain in curtains {
            let span = Double(frame.rows) + curtain.length
            for drop in curtain.drops {
                let y = wrapped(curtain.falls * moment.phase + drop.phase) * span - curtain.length
                streak(from: y, x: drop.x + slant * y, curtain, on: frame)
            }
        }
    }

    /// A line that is strongest at its lower end, row by row.
    private func streak(from top: Double, x: Double, _ curtain: Curtain, on frame: Frame) {
        let (first, last) = (max(Int(top), 0), min(Int(top + curtain.length), frame.rows - 1))
        guard first <= last else { return }
        let (paint, half) = (colour.rgba(), Float(curtain.width / 2))
        for row in first...last {
            let along = (Double(row) - top) / curtain.length
            let strength = Float(curtain.alpha * (0.25 + 0.75 * min(max(along, 0), 1)))
            let centre = Float(x + slant * (Double(row) - top))
            let (l, r) = (centre - half, centre + half)
            let start = max(Int(l.rounded(.down)), 0)
            let end = min(Int(r.rounded(.down)), frame.columns - 1)
            guard start <= end else { continue }
            let line = frame.pixels + row * frame.columns
            for column in start...end {
                let cover = min(r, Float(column + 1)) - max(l, Float(column))
                let a = strength * min(max(cover, 0), 1)
                line[column] = Pixel.packed(paint * a + Pixel.unpacked(line[column]) * (1 - a))
            }
        }
    }
}

/// Rings on water where drops fall, flatter and smaller far away.
struct RippleLayer: SceneLayer {
    private struct Spot {
        /// One place for each of its drops in a loop: share of the width, and of the way near.
        var places: [(x: Double, near: Double)]
        var phase: Double
    }

    private let spots: [Spot]
    private let top: Double
    private let bottom: Double
    private let edges: @Sendable (_ near: Double) -> (left: Double, right: Double)
    private let size: Double
    private let colour: Colour
    private let depth: Double

    /// Between the rows `top` and `bottom`; `edges` gives the water's shores, `size` is the radius of
    /// the nearest rings in pixels.
    init(
        _ colour: Colour, count: Int, size: Double, top: Double, bottom: Double, depth: Double,
        random: inout SeededRandom,
        edges: @escaping @Sendable (_ near: Double) -> (left: Double, right: Double)
    ) {
        self.colour = colour
        self.size = size
        self.top = top
        self.bottom = bottom
        self.depth = depth
        self.edges = edges
        spots = (0..<count).map { _ in
            let drops = 4 + random.index(4)
            return Spot(
                places: (0..<drops).map { _ in (random.unit(), pow(random.unit(), 1.4)) },
                phase: random.unit())
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        for spot in spots {
            let turn = wrapped(moment.phase + spot.phase) * Double(spot.places.count)
            let place = spot.places[min(Int(turn), spot.places.count - 1)]
            let age = wrapped(turn)
            let (left, right) = edges(place.near)
            let x = lerp(left, right, place.x) + shift.x
            let y = lerp(top, bottom, place.near) + shift.y
            let reach = size * lerp(0.16, 1, place.near)
            let fade = (1 - age) * (1 - age)
            for (share, strength) in [(1.0, 0.8), (0.55, 0.5)] {
                let r = reach * (0.08 + share * age.squareRoot())
                surface.ellipse(x, y, r, r * lerp(0.16, 0.30, place.near))
                surface.stroke(
                    colour, strength * fade, width: max(reach * 0.07 * (1 - 0.5 * age), 0.7))
            }
        }
    }
}
