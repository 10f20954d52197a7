import Foundation

/// Shafts of light from a point, to be added with a screen blend.
enum Rays {
    /// `spread` is the share of directions that are lit; `reach` in pixels.
    static func paint(
        _ colour: Colour, _ strength: Double, from p: Point, reach: Double,
        on surface: PaintSurface, seed: UInt64, shafts: Double = 26, bottom: Double? = nil
    ) {
        let beams = NoiseField(
            width: 1024, height: 4, .init(cells: shafts, octaves: 4, gain: 0.6), seed: seed)
        // Beams are broad against a pixel: every third one is reckoned, those between are mixed.
        let stage = surface.stage
        let step = max(stage.unit / 300, 1)
        let (left, top, low) = (stage.left, stage.top, bottom ?? stage.bottom)
        let (columns, rows) = (Int((stage.right - left) / step) + 2, Int((low - top) / step) + 2)
        let (cx, cy, r) = (Float(p.x), Float(p.y), Float(reach))
        let values = (0..<columns * rows).map { i -> Float in
            let dx = Float(left + Double(i % columns) * step) - cx
            let dy = Float(top + Double(i / columns) * step) - cy
            let distance = (dx * dx + dy * dy).squareRoot() / r
            guard distance < 1 else { return 0 }
            let turn = atan2(dy, dx) / (2 * .pi) + 0.5
            let beam = smoothstep(0.42, 0.78, beams.sample(turn, 0.5))
            let fall = (1 - distance) * (1 - distance)
            return (beam * 0.85 + 0.15) * fall * smoothstep(0, 0.12, distance) * Float(strength)
        }
        let field = NoiseField(width: columns, height: rows, values: values)
        let light = colour.rgba()
        let (x0, y0) = (Float(left), Float(top))
        let across = 1 / Float(Double(columns - 1) * step)
        let down = 1 / Float(Double(rows - 1) * step)
        surface.shade(top: top, bottom: low) { x, y in
            var c = light
            c.w = field.sample((x - x0) * across, (y - y0) * down)
            return c
        }
    }
}
