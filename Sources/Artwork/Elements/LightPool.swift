import BatchVideo

extension PaintSurface {
    /// Light on an empty plate that a layer lays over the others or adds to them: strongest in the
    /// middle, nothing at `radius`; `squash` is its height against its width.
    func pool(
        _ x: Double, _ y: Double, radius: Double, _ colour: Colour, _ strength: Double,
        squash: Double = 1
    ) {
        let (cx, cy, r) = (Float(x), Float(y), 1 / Float(radius))
        let (flat, top) = (r / Float(squash), Float(strength))
        let light = colour.rgba()
        shade(
            top: y - radius * squash, bottom: y + radius * squash, left: x - radius,
            right: x + radius
        ) { px, py in
            let (dx, dy) = ((px - cx) * r, (py - cy) * flat)
            let d = dx * dx + dy * dy
            guard d < 1 else { return .zero }
            let fall = 1 - d.squareRoot()
            var c = light
            c.w = top * fall * fall
            return c
        }
    }
}
