import BatchVideo

/// A straight old street in one-point perspective. Lengths are metres: x to the right of its middle,
/// y above the stones, z away from us.
struct Street: Sendable {
    /// Where parallels meet, in picture coordinates.
    let vanish: Point
    /// Pixels of a metre at one metre's distance.
    let focus: Double
    /// Height of our eyes.
    let eye = 3.1
    /// Half the street's breadth, from wall to wall.
    let half = 2.7
    /// How far it goes.
    let end = 44.0

    init(_ stage: Stage, _ random: inout SeededRandom) {
        vanish = Point(
            stage.x(0.5 + random.uniform(-0.05, 0.05)),
            stage.y(stage.pick(0.43, portrait: 0.42, square: 0.43)))
        focus = stage.unit * stage.pick(0.74, portrait: 0.66, square: 0.68)
    }

    /// Pixels of a metre at `z`.
    func scale(_ z: Double) -> Double { focus / z }

    func place(_ x: Double, _ y: Double, _ z: Double) -> Point {
        Point(vanish.x + x * focus / z, vanish.y - (y - eye) * focus / z)
    }

    /// The row in which the stones at `z` lie.
    func ground(_ z: Double) -> Double { vanish.y + eye * focus / z }

    /// A plane standing along the street on the side `x`, from `z0` to `z1`, `y0` to `y1` high.
    func wall(_ x: Double, _ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double) -> [Point] {
        [place(x, y0, z0), place(x, y1, z0), place(x, y1, z1), place(x, y0, z1)]
    }

    /// The row in which a column's wall meets the stones.
    func contact(_ x: Double) -> Double {
        max(vanish.y + eye * abs(x - vanish.x) / half, ground(end))
    }
}
