import BatchVideo
import Foundation

/// A round lantern of red paper on a cord, with a tassel.
enum PaperLantern {
    struct Paint: Sendable {
        var paper: Colour
        /// The flame behind the paper, and how strong it is, 0...1.
        var flame: Colour
        var lit: Double
        var trim: Colour
        var snow: Colour?
    }

    /// Hangs from the middle of the sprite's top; `radius` is half the breadth of its belly.
    static func sprite(_ paint: Paint, radius r: Double) -> Sprite {
        Sprite(PixelSize(width: max(Int(r * 2.3), 8), height: max(Int(r * 4.1), 12))) { s in
            let x = Double(max(Int(r * 2.3), 8)) / 2
            let belly = Point(x, r * 1.32)
            s.move(x, 0)
            s.line(x, r * 0.55)
            s.stroke(paint.trim.darker(0.5), width: max(r * 0.05, 0.6))
            body(paint, belly, r, s)
            cap(paint, Point(x, belly.y - r * 0.78), r, s)
            cap(paint, Point(x, belly.y + r * 0.78), r, s)
            tassel(paint, Point(x, belly.y + r * 0.86), r, s)
        }
    }

    private static func body(_ paint: Paint, _ c: Point, _ r: Double, _ s: PaintSurface) {
        let ry = r * 0.84
        s.ellipse(c.x, c.y, r, ry)
        let (hot, lit) = (paint.flame.mixed(Colour(0xFFF0B0), 0.6), paint.lit)
        s.fill(
            around: Point(c.x, c.y + r * 0.12), radius: r * 1.05,
            [
                Stop(0, paint.paper.mixed(hot, 0.95 * lit)),
                Stop(0.36, paint.paper.mixed(paint.flame, 0.82 * lit)),
                Stop(0.72, paint.paper.mixed(paint.flame, 0.3 * lit)),
                Stop(1, paint.paper.darker(0.42 - 0.12 * lit)),
            ])
        s.isolated {
            s.ellipse(c.x, c.y, r, ry)
            s.clip()
            // Ribs of bamboo run from cap to cap.
            for k in -3...3 where r > 5 {
                let bend = Double(k) / 3.6
                s.ellipse(c.x, c.y, max(abs(bend) * r, 0.4), ry)
            }
            s.stroke(paint.paper.darker(0.45), 0.5, width: max(r * 0.035, 0.5))
            if lit < 0.6 {
                // By day the sky lies on its shoulder.
                s.ellipse(c.x - r * 0.32, c.y - ry * 0.5, r * 0.42, ry * 0.24, tilt: -0.4)
                s.fill(.white, 0.22 * (1 - lit))
            }
        }
        guard let snow = paint.snow else { return }
        s.move(c.x - r * 0.62, c.y - ry * 0.72)
        s.curve(
            Point(c.x - r * 0.4, c.y - ry * 1.18), Point(c.x + r * 0.4, c.y - ry * 1.18),
            to: Point(c.x + r * 0.62, c.y - ry * 0.72))
        s.curve(
            Point(c.x + r * 0.3, c.y - ry * 0.84), Point(c.x - r * 0.3, c.y - ry * 0.84),
            to: Point(c.x - r * 0.62, c.y - ry * 0.72))
        s.fill(snow, 0.95)
    }

    private static func cap(_ paint: Paint, _ c: Point, _ r: Double, _ s: PaintSurface) {
        s.roundedRectangle(c.x - r * 0.4, c.y - r * 0.11, r * 0.8, r * 0.2, radius: r * 0.06)
        s.fill(
            from: Point(c.x - r * 0.4, 0), to: Point(c.x + r * 0.4, 0),
            [
                Stop(0, paint.trim.darker(0.4)), Stop(0.4, paint.trim.lighter(0.25)),
                Stop(1, paint.trim.darker(0.5)),
            ])
    }

    private static func tassel(_ paint: Paint, _ p: Point, _ r: Double, _ s: PaintSurface) {
        s.circle(p.x, p.y + r * 0.16, r * 0.1)
        s.fill(paint.trim)
        let red = paint.paper.mixed(paint.flame, 0.3 * paint.lit)
        for k in 0..<9 {
            let t = Double(k) / 8 * 2 - 1
            s.move(p.x + t * r * 0.05, p.y + r * 0.24)
            s.curve(
                Point(p.x + t * r * 0.16, p.y + r * 0.6), Point(p.x + t * r * 0.17, p.y + r * 0.8),
                to: Point(p.x + t * r * 0.2, p.y + r * 1.14))
            s.stroke(
                k % 2 == 0 ? red : red.darker(0.3), width: max(r * 0.05, 0.5))
        }
    }
}

/// Lanterns that swing in the wind, the far ones first, and their light on wet stones.
struct LanternLayer: SceneLayer {
    struct Lantern: Sendable {
        /// Where it hangs, in picture coordinates.
        var place: Point
        var radius: Double
        /// The row its light is mirrored at.
        var ground: Double
        var phase: Double
        /// Swings per loop.
        var turns: Int
    }

    private let lanterns: [Lantern]
    private let sprites: [Sprite]
    private let radii: [Double]
    private let streak: Sprite?
    private let shine: Double
    let depth: Double

    /// `shine` is how strongly wet stones mirror them, 0...1.
    init(
        _ lanterns: [Lantern], _ paint: PaperLantern.Paint, shine: Double, depth: Double
    ) {
        self.lanterns = lanterns
        self.shine = shine
        self.depth = depth
        let largest = lanterns.map(\.radius).max() ?? 8
        radii = (0..<5).map { largest * pow(0.55, Double($0)) }
        sprites = radii.map { PaperLantern.sprite(paint, radius: $0) }
        streak = shine > 0 ? Self.streak(paint, largest) : nil
    }

    /// A lantern's image drawn out by rough water.
    private static func streak(_ paint: PaperLantern.Paint, _ r: Double) -> Sprite {
        Sprite(PixelSize(width: max(Int(r * 2), 8), height: max(Int(r * 7), 12))) { s in
            let (w, h) = (r * 2, r * 7)
            let colour = paint.paper.mixed(paint.flame, 0.55 * paint.lit + 0.1)
            for k in 0..<4 {
                let t = Double(k) / 3
                s.glow(
                    w / 2, h * (0.28 + 0.34 * t), radius: w * 0.48, colour, lerp(0.62, 0.2, t),
                    falloff: 1.1, squash: 2, as: .over)
            }
            s.glow(w / 2, h * 0.3, radius: w * 0.32, paint.flame, 0.6 * paint.lit, falloff: 1.1, squash: 2, as: .over)
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        if let streak {
            for lantern in lanterns { reflect(lantern, streak, shift, moment.phase, frame) }
        }
        for lantern in lanterns {
            let i = radii.lastIndex { $0 >= lantern.radius * 0.98 } ?? 0
            let sprite = sprites[i]
            let scale = lantern.radius / radii[i]
            sprite.draw(
                at: Point(lantern.place.x + shift.x, lantern.place.y + shift.y),
                pivot: Point(sprite.width / 2, 0), angle: swing(lantern, moment.phase),
                scale: Point(scale, scale), on: frame)
        }
    }

    /// Radians; a gust now and then adds to the swing.
    private func swing(_ lantern: Lantern, _ phase: Double) -> Double {
        let gust = 0.5 + 0.5 * wave(phase + lantern.phase * 0.2)
        return (0.035 + 0.05 * gust) * wave(Double(lantern.turns) * phase + lantern.phase)
            + 0.015 * wave(Double(lantern.turns * 2 + 1) * phase + lantern.phase * 2)
    }

    private func reflect(
        _ lantern: Lantern, _ streak: Sprite, _ shift: Point, _ phase: Double, _ frame: Frame
    ) {
        let belly = lantern.place.y + lantern.radius * 1.3
        let y = 2 * lantern.ground - belly
        let scale = lantern.radius / radii[0]
        let height = streak.height * scale
        guard y - height < Double(frame.rows) else { return }
        let sway = -sin(swing(lantern, phase)) * lantern.radius * 1.3
        let steps = 10
        let ribbon = (0...steps).map { i -> (Sprite.Corner, Sprite.Corner) in
            let v = Double(i) / Double(steps)
            let stray = lantern.radius * 0.09 * wave(v * 3.3 - 3 * phase + lantern.phase)
            let x = lantern.place.x + shift.x + sway + stray
            let row = y + shift.y + (v - 0.3) * height
            let half = streak.width * scale / 2
            return (
                Sprite.Corner(Point(x - half, row), Point(0, v * streak.height)),
                Sprite.Corner(Point(x + half, row), Point(streak.width, v * streak.height))
            )
        }
        let flicker = 0.85 + 0.15 * wave(Double(3 + lantern.turns) * phase + lantern.phase * 5)
        streak.draw(ribbon, strength: shine * flicker, on: frame)
    }
}
