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
        let (cx, cy, r) = (Float(p.x), Float(p.y), Float(reach))
        let light = colour.rgba()
        surface.shade(top: surface.stage.top, bottom: bottom ?? surface.stage.bottom) { x, y in
            let (dx, dy) = (x - cx, y - cy)
            let distance = (dx * dx + dy * dy).squareRoot() / r
            guard distance < 1 else { return .zero }
            let turn = atan2(dy, dx) / (2 * .pi) + 0.5
            let beam = smoothstep(0.42, 0.78, beams.sample(turn, 0.5))
            let fall = (1 - distance) * (1 - distance)
            var c = light
            c.w = (beam * 0.85 + 0.15) * fall * smoothstep(0, 0.12, distance) * Float(strength)
            return c
        }
    }
}
