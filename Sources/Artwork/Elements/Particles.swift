import BatchVideo
import Foundation

/// Small things in the air. Each lives for one loop along its own path, comes and goes softly, and
/// starts at its own phase.
struct ParticleLayer: SceneLayer {
    enum Kind: Sendable {
        /// Petals and leaves: ovals that tumble.
        case leaf
        /// Soft round flakes.
        case snow
        /// Lights that pulse and wander.
        case firefly
        /// Bright motes that hang in a beam.
        case dust
        case rain
    }

    private struct Particle {
        var start: Point
        var travel: Point
        var size: Double
        var phase: Double
        var turns: Int
        var sway: Double
        var colour: Colour
        var alpha: Double
    }

    private let kind: Kind
    private let particles: [Particle]

    /// `count` particles in the rows `top`...`bottom`. `travel` is how far the nearest go,
    /// `size` their radius, both in pixels.
    init(
        _ kind: Kind, count: Int, colours: [Colour], size: Double, travel: Point,
        top: Double, bottom: Double, stage: Stage, random: inout SeededRandom
    ) {
        self.kind = kind
        particles = (0..<count).map { _ in
            let near = random.unit()
            let pace = kind == .snow || kind == .leaf ? lerp(0.45, 1, near) : 1
            let way = Point(
                travel.x * pace * random.uniform(0.7, 1.3),
                travel.y * pace * random.uniform(0.85, 1.15))
            let weight = kind == .snow ? near * near * near : near * near
            return Particle(
                start: Point(
                    random.uniform(-0.05, 1.05) * stage.width - way.x / 2,
                    random.uniform(top, bottom) - way.y / 2),
                travel: way, size: size * lerp(0.28, 1, weight), phase: random.unit(),
                turns: 1 + random.index(3), sway: stage.unit * random.uniform(0.008, 0.028),
                colour: colours[random.index(colours.count)], alpha: lerp(0.55, 0.95, near))
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let surface = kind == .leaf || kind == .rain ? PaintSurface(frame) : nil
        for p in particles {
            let life = wrapped(moment.phase + p.phase)
            let swing = wave(Double(p.turns) * moment.phase + p.phase)
            let x = p.start.x + p.travel.x * life + p.sway * swing
            let y = p.start.y + p.travel.y * life
            let alpha = p.alpha * envelope(life, edge: 0.12)
            switch kind {
            case .leaf: tumble(p, x, y, alpha, moment, surface)
            case .rain: streak(p, x, y, alpha, surface)
            case .snow: SoftDisc.lay(p.colour, alpha, x, y, radius: p.size, on: frame)
            case .dust:
                SoftDisc.add(p.colour, alpha * (0.5 + 0.5 * swing), x, y, radius: p.size, on: frame)
            case .firefly:
                let lift = p.sway * wave(Double(p.turns) * moment.phase + p.phase + 0.25)
                let pulse = pow(
                    0.5 + 0.5 * wave(Double(p.turns) * moment.phase * 1 + p.phase * 5), 1.5)
                SoftDisc.add(p.colour, 0.75 * pulse, x, y + lift, radius: p.size * 6, on: frame)
                SoftDisc.add(.white, pulse, x, y + lift, radius: p.size * 1.3, on: frame)
            }
        }
    }

    private func tumble(
        _ p: Particle, _ x: Double, _ y: Double, _ alpha: Double, _ moment: Moment,
        _ surface: PaintSurface?
    ) {
        let turn = (Double(p.turns) * moment.phase + p.phase) * 2 * .pi
        let flat = 0.25 + 0.5 * abs(wave(Double(p.turns) * moment.phase + p.phase * 3))
        surface?.leaf(x, y, p.size * 1.1, p.size * flat, tilt: turn)
        surface?.fill(p.colour.mixed(.white, flat * 0.2), alpha)
    }

    private func streak(
        _ p: Particle, _ x: Double, _ y: Double, _ alpha: Double, _ surface: PaintSurface?
    ) {
        surface?.move(x, y)
        surface?.line(x - p.travel.x * 0.02, y - p.travel.y * 0.02)
        surface?.stroke(p.colour, alpha * 0.5, width: max(p.size, 0.5))
    }
}

/// Bright stars that twinkle.
struct TwinkleLayer: SceneLayer {
    private struct Star {
        var place: Point
        var size: Double
        var turns: Int
        var phase: Double
    }

    private let stars: [Star]
    private let colour: Colour

    init(
        _ count: Int, bottom: Double, stage: Stage, colour: Colour = Colour(0xE6EEFF),
        random: inout SeededRandom
    ) {
        self.colour = colour
        stars = (0..<count).map { _ in
            Star(
                place: Point(random.unit() * stage.width, pow(random.unit(), 1.3) * bottom),
                size: stage.unit / 1000 * random.uniform(1.6, 4.2), turns: 1 + random.index(4),
                phase: random.unit())
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(0, frame.stage)
        for star in stars {
            let (x, y) = (star.place.x + shift.x, star.place.y + shift.y)
            let light = 0.5 + 0.5 * wave(Double(star.turns) * moment.phase + star.phase)
            SoftDisc.add(
                colour, 0.15 + 0.5 * light, x, y, radius: star.size * (1.6 + 2 * light), on: frame)
            SoftDisc.add(
                .white, 0.3 + 0.7 * light, x, y, radius: star.size * 0.75, on: frame)
        }
    }
}

/// Smoke or steam that rises from a point, spreads and thins.
struct SmokeLayer: SceneLayer {
    let from: Point
    let rise: Double
    let width: Double
    let colour: Colour
    var alpha = 0.16
    var lean = 0.35
    var depth = 0.4
    private static let puffs = 26

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        for i in 0..<Self.puffs {
            let seed = Double(i) / Double(Self.puffs)
            let age = wrapped(moment.phase + seed)
            let curl = wave(moment.phase * 2 + age * 1.3 + seed * 2) * width * (0.2 + 1.4 * age)
            SoftDisc.lay(
                colour, alpha * envelope(age, edge: 0.18) * (1 - 0.6 * age),
                from.x + shift.x + curl + rise * lean * age * age, from.y + shift.y - rise * age,
                radius: width * (0.6 + 3.2 * age), on: frame)
        }
    }
}

/// Round spots with a soft edge, straight into a frame.
enum SoftDisc {
    /// Laid over what is there.
    static func lay(
        _ colour: Colour, _ alpha: Double, _ x: Double, _ y: Double, radius: Double, on frame: Frame
    ) {
        each(x, y, radius, frame) { word, weight in
            let a = Float(alpha) * weight
            return Pixel.packed(colour.rgba() * a + Pixel.unpacked(word) * (1 - a), dither: -0.001)
        }
    }

    /// Added as light (screen).
    static func add(
        _ colour: Colour, _ alpha: Double, _ x: Double, _ y: Double, radius: Double, on frame: Frame
    ) {
        each(x, y, radius, frame) { word, weight in
            let under = Pixel.unpacked(word)
            let light = colour.rgba(0) * (Float(alpha) * weight * weight)
            return Pixel.packed(under + light * (SIMD4(repeating: 1) - under), dither: -0.001)
        }
    }

    /// Weight is 1 in the middle and 0 at the rim; small discs keep their area.
    @inline(__always)
    private static func each(
        _ x: Double, _ y: Double, _ radius: Double, _ frame: Frame,
        _ blend: (UInt32, Float) -> UInt32
    ) {
        let reach = max(radius, 0.6) + 0.5
        guard x + reach > 0, y + reach > 0, x - reach < Double(frame.columns),
            y - reach < Double(frame.rows)
        else { return }
        let (x0, x1) = (max(Int(x - reach), 0), min(Int(x + reach), frame.columns - 1))
        let (y0, y1) = (max(Int(y - reach), 0), min(Int(y + reach), frame.rows - 1))
        let (cx, cy, scale) = (Float(x), Float(y), 1 / Float(reach))
        for row in y0...y1 {
            let dy = (Float(row) + 0.5 - cy) * scale
            for column in x0...x1 {
                let dx = (Float(column) + 0.5 - cx) * scale
                let d = dx * dx + dy * dy
                guard d < 1 else { continue }
                let i = row * frame.columns + column
                frame.pixels[i] = blend(frame.pixels[i], (1 - d) * (1 - d * 0.4))
            }
        }
    }
}
