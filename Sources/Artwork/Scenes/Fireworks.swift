import BatchVideo
import Foundation

/// One firework: it rises, opens, falls and fades within its share of the loop.
struct Firework: Sendable {
    enum Kind: CaseIterable, Sendable {
        /// A ball of single stars.
        case peony
        /// A ball of stars with long tails.
        case chrysanthemum
        /// Golden tails that hang down.
        case willow
        /// A ring around a small ball.
        case ring
        /// A few thick arms.
        case palm
    }

    private struct Star: Sendable {
        /// Direction and pace, in radii.
        var way: Point
        var colour: Colour
        /// Its head, hotter than its tail.
        var spark: Colour
        /// Length of the tail in sixtieths of the life.
        var tail: Int
        var size: Double
        var phase: Double

        var tailAge: Double { Double(tail) / 60 }
    }

    let kind: Kind
    let centre: Point
    let radius: Double
    /// The phase at which it opens.
    let start: Double
    /// Share of the loop from opening to dark.
    let life: Double
    let colour: Colour
    private let stars: [Star]
    /// Share of the loop in which it rises.
    static let rise = 0.12

    init(
        _ kind: Kind, at centre: Point, radius: Double, start: Double, colours: [Colour],
        gold: Colour, random: inout SeededRandom
    ) {
        self.kind = kind
        self.centre = centre
        self.radius = radius
        self.start = start
        life = kind == .willow ? 0.5 : kind == .palm ? 0.44 : 0.4
        colour = kind == .willow || kind == .palm ? gold : colours[0]
        var stars: [Star] = []
        func ball(_ count: Int, _ size: Double, _ colour: Colour, tail: Int, thick: Double = 1) {
            let spin = random.unit()
            for i in 0..<count {
                // Evenly over a sphere (a Fibonacci lattice), seen from the side.
                let z = 1 - (Double(i) + 0.5) / Double(count) * 2
                let turn = (Double(i) * 0.618_034 + spin) * 2 * .pi
                let flat = (1 - z * z).squareRoot()
                let pace = size * random.uniform(0.93, 1.05)
                stars.append(
                    Star(
                        way: Point(cos(turn) * flat * pace, z * pace), colour: colour,
                        spark: colour.mixed(.white, 0.45), tail: tail, size: thick, phase: random.unit()))
            }
        }
        switch kind {
        case .peony:
            ball(120, 1, colours[0], tail: 5)
            ball(54, 0.54, colours[1], tail: 4)
        case .chrysanthemum: ball(130, 1, colours[0], tail: 13)
            ball(30, 0.35, colours[1], tail: 5)
        case .willow: ball(96, 0.86, gold, tail: 20, thick: 0.85)
        case .ring:
            let tilt = random.uniform(-0.5, 0.5)
            for i in 0..<46 {
                let a = Double(i) / 46 * 2 * .pi
                let (x, y) = (cos(a), sin(a) * 0.36)
                stars.append(
                    Star(
                        way: Point(x * cos(tilt) - y * sin(tilt), x * sin(tilt) + y * cos(tilt)),
                        colour: colours[1], spark: colours[1].mixed(.white, 0.45), tail: 4, size: 1.2,
                        phase: random.unit()))
            }
            ball(64, 0.5, colours[0], tail: 5)
        case .palm: ball(24, 0.95, gold, tail: 24, thick: 1.4)
            ball(40, 0.4, colours[0], tail: 4)
        }
        self.stars = stars
    }

    /// How bright it lights the sky at `phase`, 0...1.
    func flash(_ phase: Double) -> Double {
        let age = wrapped(phase - start) / life
        guard age < 1 else { return 0 }
        return smoothstep(0, 0.07, age) * pow(1 - age, 1.6)
    }

    func draw(on frame: Frame, phase: Double, shift: Point) {
        let since = wrapped(phase - start)
        if since < life { open(since / life, frame, shift) }
        let before = 1 - since
        if before < Self.rise { climb(1 - before / Self.rise, frame, shift) }
    }

    /// The shell on its way up, with a tail of sparks.
    private func climb(_ way: Double, _ frame: Frame, _ shift: Point) {
        let unit = frame.stage.unit
        let drop = frame.stage.height * 0.5
        func place(_ t: Double) -> Point {
            Point(
                centre.x + shift.x + wave(t * 2 + start * 7) * unit * 0.004 * (1 - t),
                centre.y + shift.y + drop * (1 - t) * (1 - t))
        }
        let (head, tail) = (place(way), place(max(way - 0.2, 0)))
        let bright = 0.9 * (1 - 0.55 * way) * smoothstep(0, 0.1, way)
        Streak.add(
            Colour(0xFFD48E), from: tail, 0, to: head, bright, radius: unit * 0.0042, on: frame)
        SoftDisc.add(.white, bright, head.x, head.y, radius: unit * 0.005, on: frame)
    }

    private func open(_ age: Double, _ frame: Frame, _ shift: Point) {
        let unit = frame.stage.unit
        let at = Point(centre.x + shift.x, centre.y + shift.y)
        if age < 0.16 {
            let fresh = 1 - age / 0.16
            SoftDisc.add(.white, 0.95 * fresh, at.x, at.y, radius: unit * (0.03 + age * 0.5), on: frame)
        }
        let fade = pow(1 - age, kind == .willow ? 0.6 : 0.8) * smoothstep(1, 0.72, age)
        let heat = smoothstep(0.15, 0, age)
        for star in stars {
            let sparkle = age > 0.45 ? 0.6 + 0.4 * wave(age * 15 + star.phase) : 1
            let colour = heat > 0 ? star.colour.mixed(.white, 0.6 * heat) : star.colour
            let bright = fade * sparkle
            guard bright > 0.03 else { continue }
            let joints = star.tail > 15 ? 3 : star.tail > 8 ? 2 : 1
            var before = place(star, age, at)
            let head = before
            for k in 1...joints {
                let t = age - star.tailAge * Double(k) / Double(joints) * (0.35 + 0.65 * smoothstep(0, 0.3, age))
                guard t > -0.02 else { break }
                let p = place(star, max(t, 0), at)
                let (tail, end) = (1 - Double(k) / Double(joints), 1 - Double(k - 1) / Double(joints))
                Streak.add(
                    colour, from: p, bright * tail, to: before, bright * end,
                    radius: unit * 0.0042 * star.size * (0.45 + 0.55 * end), on: frame)
                before = p
            }
            SoftDisc.add(
                star.spark, bright, head.x, head.y, radius: unit * 0.0042 * star.size, on: frame)
        }
    }

    /// Where a star is at an age: it slows down in the air and falls.
    private func place(_ star: Star, _ age: Double, _ at: Point) -> Point {
        let droop = kind == .willow ? 1.35 : kind == .palm ? 0.85 : 0.42
        let far = (1 - exp(-4.4 * age)) / 0.988
        return Point(
            at.x + star.way.x * radius * far,
            at.y + star.way.y * radius * far + droop * radius * age * age)
    }
}

/// A display of fireworks that repeats with the loop.
struct FireworksLayer: SceneLayer {
    let fireworks: [Firework]
    private let glows: [SkyGlow]
    let depth: Double

    init(_ fireworks: [Firework], stage: Stage, depth: Double) {
        self.fireworks = fireworks
        self.depth = depth
        glows = fireworks.map { SkyGlow($0.colour, radius: min($0.radius * 1.8, stage.unit * 0.34)) }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        for (firework, glow) in zip(fireworks, glows) {
            glow.draw(
                at: Point(firework.centre.x + shift.x, firework.centre.y + shift.y),
                strength: firework.flash(moment.phase), on: frame)
        }
        for firework in fireworks { firework.draw(on: frame, phase: moment.phase, shift: shift) }
    }

    /// All of their light together, 0...1.
    static func flash(_ fireworks: [Firework], _ phase: Double) -> Double {
        min(fireworks.reduce(0) { $0 + $1.flash(phase) } * 0.5, 1)
    }

    /// The phase at which most of them stand open in their full size.
    static func best(_ fireworks: [Firework]) -> Double {
        func show(_ phase: Double) -> Double {
            fireworks.reduce(0) { sum, firework in
                let age = wrapped(phase - firework.start) / firework.life
                guard age < 1 else { return sum }
                return sum + firework.radius * exp(-pow((age - 0.26) / 0.17, 2))
            }
        }
        let phases = (0..<210).map { Double($0) / 210 }
        return phases.max { show($0) < show($1) } ?? 0
    }
}

/// Light that a burst throws on the haze around it.
private struct SkyGlow: Sendable {
    private let side: Int
    private let pixels: [UInt32]

    init(_ colour: Colour, radius: Double) {
        side = max(Int(radius) * 2, 8)
        let light = colour.saturated(1.2).rgba()
        let r = Float(side) / 2
        var pixels = [UInt32](repeating: 0, count: side * side + Plate.tail)
        for y in 0..<side {
            let dy = (Float(y) + 0.5 - r) / r
            for x in 0..<side {
                let dx = (Float(x) + 0.5 - r) / r
                let d = dx * dx + dy * dy
                guard d < 1 else { continue }
                let dither = Dither.tile[(y & 127) * Dither.size + x & 127]
                pixels[y * side + x] = Pixel.packed(light * (0.5 * (1 - d) * (1 - d)), dither: dither)
            }
        }
        self.pixels = pixels
    }

    func draw(at p: Point, strength: Double, on frame: Frame) {
        let weight = UInt16(min(max(strength, 0), 1) * 256)
        guard weight > 4 else { return }
        let (left, top) = (Int(p.x) - side / 2, Int(p.y) - side / 2)
        let (x0, x1) = (max(left, 0), min(left + side, frame.columns))
        guard x0 < x1 else { return }
        let taps = PlateBlit.Taps(offsets: (0, 0, 0, 0), weights: (weight, 0, 0, 0))
        pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            for y in max(top, 0)..<max(min(top + side, frame.rows), max(top, 0)) {
                PlateBlit.row(
                    base + (y - top) * side + x0 - left, taps,
                    on: frame.pixels + y * frame.columns + x0, count: x1 - x0, .screen)
            }
        }
    }
}
