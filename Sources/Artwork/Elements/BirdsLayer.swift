import BatchVideo
import Foundation

/// A flock crossing far away; it comes out of the haze and goes back into it once per loop.
struct BirdsLayer: SceneLayer {
    private struct Bird {
        var place: Point
        var span: Double
        var beats: Int
        var phase: Double
    }

    private let birds: [Bird]
    private let travel: Point
    private let colour: Colour
    private let alpha: Double

    /// The flock is around `centre` half way through its `travel` (pixels).
    init(
        _ count: Int, around centre: Point, spread: Double, size: Double, travel: Point,
        colour: Colour, alpha: Double = 0.85, random: inout SeededRandom
    ) {
        birds = (0..<count).map { i in
            // A loose wedge: pairs fall back behind the leader.
            let rank = Double((i + 1) / 2)
            let side = i % 2 == 0 ? 1.0 : -1.0
            let back = rank * spread * 0.34 * (travel.x < 0 ? 1 : -1)
            return Bird(
                place: Point(
                    centre.x + back + random.gauss(0, spread * 0.10),
                    centre.y + side * rank * spread * 0.13 + random.gauss(0, spread * 0.09)),
                span: size * random.uniform(0.75, 1.25), beats: 5 + random.index(4),
                phase: random.unit())
        }
        self.travel = travel
        self.colour = colour
        self.alpha = alpha
    }

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let journey = wrapped(moment.phase + 0.5)
        let strength = envelope(journey, edge: 0.2) * alpha
        guard strength > 0.01 else { return }
        for bird in birds {
            let sway = wave(moment.phase * 2 + bird.phase) * bird.span * 0.35
            let x = bird.place.x + travel.x * (journey - 0.5) + sway
            let y = bird.place.y + travel.y * (journey - 0.5) + sway * 0.6
            Self.paint(bird.span, flap: Self.flap(bird.beats, bird.phase, moment), x, y, surface)
            surface.fill(colour, strength)
        }
    }

    /// Wing height -1...1: beats, then a glide.
    private static func flap(_ beats: Int, _ phase: Double, _ moment: Moment) -> Double {
        let effort = smoothstep(-0.5, 0.4, wave(moment.phase * 2 + phase * 3))
        return lerp(0.25, wave(Double(beats * 2) * moment.phase + phase), effort)
    }

    private static func paint(
        _ k: Double, flap: Double, _ x: Double, _ y: Double, _ surface: PaintSurface
    ) {
        let tip = -k * (0.18 + 0.42 * flap)
        let elbow = -k * (0.30 + 0.16 * flap)
        surface.move(x - k, y + tip)
        surface.curve(
            Point(x - k * 0.72, y + elbow * 1.1), Point(x - k * 0.3, y + elbow),
            to: Point(x, y - k * 0.05))
        surface.curve(
            Point(x + k * 0.3, y + elbow), Point(x + k * 0.72, y + elbow * 1.1),
            to: Point(x + k, y + tip))
        surface.curve(
            Point(x + k * 0.66, y + elbow * 0.75), Point(x + k * 0.3, y + elbow * 0.4),
            to: Point(x, y + k * 0.13))
        surface.curve(
            Point(x - k * 0.3, y + elbow * 0.4), Point(x - k * 0.66, y + elbow * 0.75),
            to: Point(x - k, y + tip))
        surface.close()
    }
}
