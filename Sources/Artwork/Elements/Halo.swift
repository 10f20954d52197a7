import Foundation

extension PaintSurface {
    /// Light around (x, y) that fades to nothing at `radius`, as paint: for plates of light, which
    /// hold nothing yet that ``glow(_:_:radius:_:_:falloff:squash:)`` could brighten.
    func halo(
        _ x: Double, _ y: Double, radius: Double, _ colour: Colour, _ strength: Double,
        squash: Double = 1
    ) {
        isolated {
            translate(x, y)
            scale(1, squash)
            circle(0, 0, radius)
            let stops = (0...8).map { step -> Stop in
                let t = Double(step) / 8
                return Stop(t, colour, strength * pow(1 - t, 2.2))
            }
            fill(around: Point(0, 0), radius: radius, stops)
        }
    }
}
