import BatchVideo
import Foundation

/// A turning globe of points: denser and brighter where there is land, with arcs between cities.
///
/// Land repeats three times round the globe, so a third of a turn per loop closes it without a seam
/// and turns as slowly as one can watch.
struct GlobeLayer: SceneLayer {
    struct Paint: Sendable {
        var land: Colour
        var sea: Colour
        var arc: Colour
        var pulse: Colour
    }

    private struct Dot {
        /// On the unit sphere at phase 0.
        var latitude: Double
        var longitude: Double
        var isLand: Bool
    }

    private struct Arc {
        var a: SIMD3<Double>
        var b: SIMD3<Double>
        var rise: Double
        var phase: Double
        var turns: Int
    }

    private static let symmetry = 3
    private let centre: Point
    private let radius: Double
    private let paint: Paint
    private let dots: [Dot]
    private let arcs: [Arc]
    private let tilt: Double
    private let depth: Double

    init(
        at centre: Point, radius: Double, _ paint: Paint, depth: Double,
        random: inout SeededRandom
    ) {
        self.centre = centre
        self.radius = radius
        self.paint = paint
        self.depth = depth
        tilt = random.uniform(-0.42, -0.28)
        let blobs = (0..<9).map { _ in
            (
                direction: Self.direction(
                    asin(random.uniform(-0.75, 0.9)), random.uniform(0, 2 * .pi / 3)),
                reach: random.uniform(0.22, 0.48)
            )
        }
        func isLand(_ latitude: Double, _ longitude: Double) -> Bool {
            let folded = longitude.truncatingRemainder(dividingBy: 2 * .pi / 3)
            var sum = 0.0
            for turn in -1...1 {
                let p = Self.direction(latitude, folded + Double(turn) * 2 * .pi / 3)
                for blob in blobs {
                    let d = p - blob.direction
                    sum += exp(-(d * d).sum() / (blob.reach * blob.reach))
                }
            }
            let ragged =
                0.16 * wave(latitude * 2.3 + wave(folded * 1.43) * 0.6)
                + 0.10 * wave(folded * 1.432 * 3 + latitude * 1.7)
            return sum + ragged > 0.62
        }
        dots = Self.rings().compactMap { latitude, longitude in
            let land = isLand(latitude, longitude)
            return land || random.unit() < 0.42
                ? Dot(latitude: latitude, longitude: longitude, isLand: land) : nil
        }
        let land = dots.filter { $0.isLand && abs($0.latitude) < 1.1 }
        arcs = Self.arcs(between: land, &random)
    }

    /// Even rings whose counts are divisible by the symmetry.
    private static func rings() -> [(Double, Double)] {
        (1..<56).flatMap { ring -> [(Double, Double)] in
            let latitude = (Double(ring) / 56 - 0.5) * .pi
            let count = max(Int(cos(latitude) * 36) * symmetry, symmetry)
            return (0..<count).map { (latitude, Double($0) / Double(count) * 2 * .pi) }
        }
    }

    private static func arcs(between land: [Dot], _ random: inout SeededRandom) -> [Arc] {
        guard land.count > 2 else { return [] }
        let third = 2 * Double.pi / Double(symmetry)
        return (0..<7).flatMap { _ -> [Arc] in
            let (p, q) = (land[random.index(land.count)], land[random.index(land.count)])
            let phase = random.unit()
            let turns = 1 + random.index(2)
            return (0..<symmetry).compactMap { copy in
                let a = direction(p.latitude, p.longitude + third * Double(copy))
                let b = direction(q.latitude, q.longitude + third * Double(copy))
                let angle = acos(min(max((a * b).sum(), -1), 1))
                guard angle > 0.35, angle < 1.7 else { return nil }
                return Arc(a: a, b: b, rise: 0.16 * angle + 0.06, phase: phase, turns: turns)
            }
        }
    }

    private static func direction(_ latitude: Double, _ longitude: Double) -> SIMD3<Double> {
        SIMD3(
            cos(latitude) * sin(longitude), sin(latitude), cos(latitude) * cos(longitude))
    }

    func draw(on frame: Frame, at moment: Moment) {
        let turn = moment.phase * 2 * .pi / Double(Self.symmetry)
        let shift = moment.shift(depth, frame.stage)
        let c = Point(centre.x + shift.x, centre.y + shift.y)
        let dotSize = max(radius * 0.0105, 0.8)
        for dot in dots {
            let p = turned(Self.direction(dot.latitude, dot.longitude + turn))
            guard p.z > -0.75 else { continue }
            let front = smoothstep(-0.75, 0.9, p.z)
            let rim = 1 - abs(p.z)
            let strength = (dot.isLand ? 0.95 : 0.38) * (0.12 + 0.88 * front * front)
            SoftDisc.add(
                dot.isLand ? paint.land : paint.sea, min(strength + rim * 0.12, 1),
                c.x + p.x * radius, c.y - p.y * radius,
                radius: dotSize * (dot.isLand ? 1.6 : 1.05) * (0.55 + 0.55 * front), on: frame)
        }
        let surface = PaintSurface(frame)
        for arc in arcs { draw(arc, turn, c, moment, surface, frame) }
    }

    private func draw(
        _ arc: Arc, _ turn: Double, _ c: Point, _ moment: Moment, _ surface: PaintSurface,
        _ frame: Frame
    ) {
        let steps = 24
        let points = (0...steps).map { place(on: arc, Double($0) / Double(steps), turn) }
        let facing = smoothstep(-0.1, 0.35, points[steps / 2].z)
        guard facing > 0.02 else { return }
        let path = points.map { Point(c.x + $0.x * radius, c.y - $0.y * radius) }
        surface.spline(path)
        surface.stroke(paint.arc, 0.55 * facing, width: max(radius * 0.006, 0.8))
        for end in [path[0], path[steps]] {
            SoftDisc.add(paint.pulse, 0.8 * facing, end.x, end.y, radius: radius * 0.035, on: frame)
        }
        let head = wrapped(moment.phase * Double(arc.turns) + arc.phase)
        for k in 0..<9 {
            let t = head - Double(k) * 0.022
            guard t >= 0 else { break }
            let p = place(on: arc, t, turn)
            let fade = facing * (1 - Double(k) / 9) * envelope(head, edge: 0.08)
            SoftDisc.add(
                k == 0 ? .white : paint.pulse, fade, c.x + p.x * radius, c.y - p.y * radius,
                radius: radius * (k == 0 ? 0.032 : 0.022), on: frame)
        }
    }

    /// Along the great circle, lifted off the ground in the middle.
    private func place(on arc: Arc, _ t: Double, _ turn: Double) -> SIMD3<Double> {
        let angle = acos(min(max((arc.a * arc.b).sum(), -1), 1))
        let p = (arc.a * sin((1 - t) * angle) + arc.b * sin(t * angle)) / sin(angle)
        let lifted = p * (1 + arc.rise * 4 * t * (1 - t))
        let (s, k) = (sin(turn), cos(turn))
        return turned(SIMD3(lifted.x * k + lifted.z * s, lifted.y, lifted.z * k - lifted.x * s))
    }

    private func turned(_ p: SIMD3<Double>) -> SIMD3<Double> {
        let (s, k) = (sin(tilt), cos(tilt))
        return SIMD3(p.x, p.y * k + p.z * s, p.z * k - p.y * s)
    }
}
