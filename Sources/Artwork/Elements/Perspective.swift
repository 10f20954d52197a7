import Foundation

/// A flat piece of something built, seen in perspective.
struct Facet {
    let topLeft: Point
    let topRight: Point
    let bottomLeft: Point
    let bottomRight: Point
    /// How many times farther away the right edge is than the left one.
    var recession = 1.0

    /// `u` from left to right, `v` from the top down, 0...1: even steps on the thing itself.
    func at(_ u: Double, _ v: Double) -> Point {
        let u = foreshortened(u)
        let (l, r) = (
            Point(lerp(topLeft.x, bottomLeft.x, v), lerp(topLeft.y, bottomLeft.y, v)),
            Point(lerp(topRight.x, bottomRight.x, v), lerp(topRight.y, bottomRight.y, v))
        )
        return Point(lerp(l.x, r.x, u), lerp(l.y, r.y, u))
    }

    private func foreshortened(_ u: Double) -> Double {
        guard abs(recession - 1) > 0.01 else { return u }
        return (1 - 1 / distance(u)) / (1 - 1 / recession)
    }

    /// Distance at `u` against that of the left edge.
    private func distance(_ u: Double) -> Double { 1 + (recession - 1) * u }

    func part(_ u0: Double, _ v0: Double, _ u1: Double, _ v1: Double) -> Facet {
        Facet(
            topLeft: at(u0, v0), topRight: at(u1, v0), bottomLeft: at(u0, v1),
            bottomRight: at(u1, v1), recession: distance(u1) / distance(u0))
    }

    func trace(on s: PaintSurface) { s.polygon([topLeft, topRight, bottomRight, bottomLeft]) }
}

/// One-point perspective: metres to picture coordinates. `x` goes to the right of the middle, `y`
/// up from the ground (or the water), `z` away from the eye.
struct Perspective: Sendable {
    /// Where lines along the view meet.
    let vanishing: Point
    /// Pixels of a metre at a distance of one metre.
    let focal: Double
    /// Height of the eye in metres.
    let eye: Double

    func at(_ x: Double, _ y: Double, _ z: Double) -> Point {
        Point(vanishing.x + x * focal / z, vanishing.y + (eye - y) * focal / z)
    }

    /// Pixels of a metre at distance `z`.
    func scale(_ z: Double) -> Double { focal / z }

    /// An upright piece across the view.
    func front(_ x0: Double, _ x1: Double, _ y0: Double, _ y1: Double, _ z: Double) -> Facet {
        Facet(
            topLeft: at(x0, y1, z), topRight: at(x1, y1, z), bottomLeft: at(x0, y0, z),
            bottomRight: at(x1, y0, z))
    }

    /// An upright piece along the view, at `x`, between two distances.
    func side(_ x: Double, _ y0: Double, _ y1: Double, near: Double, far: Double) -> Facet {
        slope(x, y0, x, y1, near: near, far: far)
    }

    /// A piece along the view that leans from (`x0`, `y0`) below to (`x1`, `y1`) above.
    func slope(
        _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, near: Double, far: Double
    ) -> Facet {
        let (a, b) = x0 < 0 ? (near, far) : (far, near)
        return Facet(
            topLeft: at(x1, y1, a), topRight: at(x1, y1, b), bottomLeft: at(x0, y0, a),
            bottomRight: at(x0, y0, b), recession: b / a)
    }

    /// Level ground between two distances.
    func floor(_ x0: Double, _ x1: Double, _ y: Double, near: Double, far: Double) -> Facet {
        Facet(
            topLeft: at(x0, y, far), topRight: at(x1, y, far), bottomLeft: at(x0, y, near),
            bottomRight: at(x1, y, near))
    }
}
