import BatchVideo
import CCairo
import Foundation

/// A room seen along its length, in metres: right of the eye, above the floor, away from the eye.
struct RoomView: Sendable {
    /// Where lines that run away from us meet.
    var vanish: Point
    /// Pixels that a metre takes one metre away.
    var focal: Double
    /// Height of the eye above the floor.
    var eye: Double
    /// From the eye to the walls left, right and ahead, and from the floor to the ceiling.
    var left: Double
    var right: Double
    var depth: Double
    var height: Double

    func place(_ x: Double, _ y: Double, _ z: Double) -> Point {
        Point(vanish.x + focal * x / z, vanish.y + focal * (eye - y) / z)
    }

    /// Pixels of a metre at a distance.
    func scale(_ z: Double) -> Double { focal / z }
}

/// Paints flat faces and boxes of a room, lit from the windows on its left.
struct RoomBrush {
    let view: RoomView
    let surface: PaintSurface
    let light: Colour
    /// How strongly things are lit, and how dark their far sides are, 0-1.
    var strength = 1.0

    typealias Corner = (x: Double, y: Double, z: Double)

    func points(_ corners: [Corner]) -> [Point] {
        corners.map { view.place($0.x, $0.y, $0.z) }
    }

    /// A flat face whose colour runs from its first corner to its third.
    func face(_ corners: [Corner], _ from: Colour, _ to: Colour, alpha: Double = 1) {
        let p = points(corners)
        guard p.count > 2 else { return }
        surface.polygon(p)
        surface.fill(from: p[0], to: p[2], [Stop(0, from, alpha), Stop(1, to, alpha)])
    }

    func line(_ a: Corner, _ b: Corner, _ colour: Colour, _ alpha: Double = 1, width: Double) {
        let (p, q) = (view.place(a.x, a.y, a.z), view.place(b.x, b.y, b.z))
        surface.move(p.x, p.y)
        surface.line(q.x, q.y)
        surface.stroke(colour, alpha, width: width)
    }

    /// A box; `lit` is sunlight on its top, 0-1.
    func box(
        x: ClosedRange<Double>, y: ClosedRange<Double>, z: ClosedRange<Double>, _ colour: Colour,
        lit: Double = 0
    ) {
        let (x0, x1, y0, y1) = (x.lowerBound, x.upperBound, y.lowerBound, y.upperBound)
        let (z0, z1) = (z.lowerBound, z.upperBound)
        let bright = colour.mixed(light, 0.30 * strength + 0.5 * lit)
        if y1 < view.eye {
            face(
                [(x0, y1, z1), (x1, y1, z1), (x1, y1, z0), (x0, y1, z0)], bright,
                bright.mixed(colour, 0.5))
        }
        if y0 > view.eye {
            face(
                [(x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)], colour.darker(0.45),
                colour.darker(0.55))
        }
        if x0 > 0 {
            let side = colour.mixed(light, 0.24 * strength)
            face([(x0, y1, z0), (x0, y1, z1), (x0, y0, z1), (x0, y0, z0)], side, side.darker(0.16))
        }
        if x1 < 0 {
            face(
                [(x1, y1, z0), (x1, y1, z1), (x1, y0, z1), (x1, y0, z0)], colour.darker(0.32),
                colour.darker(0.46))
        }
        face(
            [(x0, y1, z0), (x1, y1, z0), (x1, y0, z0), (x0, y0, z0)],
            colour.mixed(light, 0.10 * strength), colour.darker(0.22))
        line(
            (x0, y1, z0), (x1, y1, z0), light, 0.4 * strength,
            width: max(view.scale(z0) * 0.004, 0.7))
    }

    /// Soft darkness on the floor under a thing.
    func shadow(x: Double, z: Double, reach: Double, _ alpha: Double, deep: Double = 0.6) {
        let p = view.place(x, 0, z)
        let k = view.scale(z)
        let flat = max((view.place(x, 0, z - deep * reach * 0.5).y - p.y) / (k * reach * 0.5), 0.05)
        surface.isolated {
            surface.translate(p.x, p.y)
            surface.scale(1, min(flat, 1))
            surface.circle(0, 0, k * reach)
            surface.fill(
                around: Point(0, 0), radius: k * reach,
                [Stop(0, .black, alpha), Stop(0.55, .black, alpha * 0.6), Stop(1, .black, 0)])
        }
    }

    /// Cuts a hole through all the paint so far.
    func cut(_ corners: [Corner]) {
        surface.isolated {
            cairo_set_operator(surface.context, CAIRO_OPERATOR_CLEAR)
            surface.polygon(points(corners))
            surface.fill(.black)
        }
    }

    /// Boards that run away from us, or a plain floor for `board` 0, with the light of the windows.
    func floor(_ colour: Colour, board: Double, gloss: Double, seed: UInt64) {
        let grain = NoiseField(
            width: 320, height: 320, .init(cells: 26, octaves: 5, gain: 0.6, aspect: 5), seed: seed)
        let ramp = ColourRamp([
            colour.darker(0.4), colour.darker(0.1), colour, colour.mixed(light, 0.25),
        ])
        let stage = surface.stage
        let (vx, vy, f) = (Float(view.vanish.x), Float(view.vanish.y), Float(view.focal))
        let (eye, left, depth) = (Float(view.eye), Float(view.left), Float(view.depth))
        let (pitch, shine, glare) = (Float(board), Float(gloss), light.rgba())
        let top = view.place(0, 0, view.depth).y
        surface.shade(top: top, bottom: stage.bottom) { px, py in
            let z = f * eye / max(py - vy, 1)
            let x = (px - vx) / f * z
            var tone: Float = 0.62 - 0.22 * smoothstep(-left, left, x) - 0.10 * smoothstep(depth, 1.5, z)
            if pitch > 0 {
                let row = ((x + 40) / pitch).rounded(.down)
                let n = grain.sample(wrap(x * 0.08 + row * 0.37), wrap(z * 0.05 + row * 0.61))
                tone += (n - 0.5) * 0.55 + (wrap(row * 0.618) - 0.5) * 0.12
                let edge = abs(wrap((x + 40) / pitch) - 0.5) * 2
                let thin = min(z / f / pitch * 2.2, 0.5)
                tone -= 0.16 * smoothstep(1 - thin * 1.6, 1, edge) * smoothstep(0.5, 0.1, thin)
            } else {
                tone += (grain.sample(wrap(x * 0.06), wrap(z * 0.02)) - 0.5) * 0.16
            }
            var c = ramp.rgba(tone)
            let far = exp(-(depth - z) * 0.55) + 0.6 * exp(-(x + left) * 0.7)
            c += (glare - c) * min(shine * far * 0.5, 0.7)
            c.w = 1
            return c
        }
    }
}

/// The fraction of `x`, for noise that is read again and again.
@inline(__always)
private func wrap(_ x: Float) -> Float { x - x.rounded(.down) }
