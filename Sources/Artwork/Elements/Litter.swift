import BatchVideo
import Foundation

/// Fallen leaves or petals: what the season strews.
struct Litter: Sendable {
    enum Kind: Sendable { case petal, leaf, maple }

    var kind: Kind
    var colours: [Colour]

    /// One of them lying at `p`, `amount` of it hidden by `tint`.
    func drop(
        at p: Point, size: Double, tint: Colour, amount: Double, on s: PaintSurface,
        random: inout SeededRandom
    ) {
        let colour = colours[random.index(colours.count)].mixed(tint, amount)
        draw(colour, at: p, size: size, turn: random.uniform(0, 2 * .pi), on: s)
    }

    /// Its shade on what lies under it.
    func shade(_ colour: Colour, at p: Point, size: Double, on s: PaintSurface) {
        s.circle(p.x + size * 0.4, p.y + size * 0.55, size * (kind == .petal ? 0.55 : 0.7))
        s.fill(colour, 0.32)
    }

    func draw(_ colour: Colour, at p: Point, size: Double, turn: Double, on s: PaintSurface) {
        switch kind {
        case .petal:
            s.leaf(p.x, p.y, size * 0.62, size * 0.42, tilt: turn)
            s.fill(colour)
        case .leaf:
            s.leaf(p.x, p.y, size, size * 0.36, tilt: turn)
            s.fill(colour)
            s.move(p.x - cos(turn) * size, p.y - sin(turn) * size)
            s.line(p.x + cos(turn) * size * 0.8, p.y + sin(turn) * size * 0.8)
            s.stroke(colour.darker(0.3), 0.6, width: max(size * 0.06, 0.5))
        case .maple: Twig.maple(colour, at: p, radius: size, turn: turn, on: s)
        }
    }
}

/// Fallen leaves that wander and turn on the water.
struct AfloatLayer: SceneLayer {
    private struct Leaf {
        var place: Point
        var sway: Point
        var size: Double
        var colour: Colour
        var turn: Double
        var phase: Double
    }

    private let litter: Litter
    private let shade: Colour
    private let leaves: [Leaf]
    var depth = 0.2

    init(
        _ litter: Litter, at places: [Point], size: Double, shade: Colour,
        random: inout SeededRandom
    ) {
        self.litter = litter
        self.shade = shade
        leaves = places.map {
            Leaf(
                place: $0,
                sway: Point(size * random.uniform(0.6, 1.6), size * random.uniform(0.4, 1.2)),
                size: size * random.uniform(0.7, 1.25),
                colour: litter.colours[random.index(litter.colours.count)],
                turn: random.uniform(0, 2 * .pi), phase: random.unit())
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let s = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        for leaf in leaves {
            let t = moment.phase + leaf.phase
            let p = Point(
                leaf.place.x + shift.x + leaf.sway.x * wave(t),
                leaf.place.y + shift.y + leaf.sway.y * wave(t + 0.25))
            let turn = leaf.turn + 0.35 * wave(t + 0.4)
            litter.shade(shade, at: p, size: leaf.size, on: s)
            litter.draw(leaf.colour, at: p, size: leaf.size, turn: turn, on: s)
        }
    }
}
