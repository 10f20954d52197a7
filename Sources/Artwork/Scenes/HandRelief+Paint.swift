import BatchVideo
import Foundation

extension HandRelief {
    struct Light: Sendable {
        var skin: Colour
        /// Where blood shows, and what the shade turns to.
        var blush: Colour
        var shade: Colour
        /// The heart's light: its place, z towards us, its colour, its reach in pixels, its strength.
        var heart: SIMD3<Float>
        var glow: Colour
        var reach: Double
        var strength: Double
        /// Light of the air from above, and from behind along the outlines.
        var key: Colour
        var keyStrength: Double
        var rim: Colour
        var rimStrength: Double
    }

    /// Paints the hand on a surface, four samples to a pixel.
    func paint(_ light: Light, on surface: PaintSurface) {
        let lamp = HandLamp(light)
        let g = Int(Self.grid)
        let (width, height) = (Float(columns), Float(rows))
        surface.shade(
            top: Double(top), bottom: Double(top + rows / g), left: Double(left),
            right: Double(left + columns / g)
        ) { x, y in
            let (column, row) = ((Int(x) - left) * g, (Int(y) - top) * g)
            guard x >= Float(left), y >= Float(top), column + g <= columns, row + g <= rows else {
                return .zero
            }
            var (sum, cover) = (SIMD4<Float>.zero, Float(0))
            for dy in 0..<g {
                for dx in 0..<g {
                    let i = (row + dy) * columns + column + dx
                    guard heights[i] > Self.nothing else { continue }
                    let slope = self.slope(column + dx, row + dy)
                    let deep = hollow.sample(Float(column + dx) / width, Float(row + dy) / height)
                    sum += lamp.colour(
                        x, y, heights[i], slope.x, slope.y, flush: flush[i], hollow: deep)
                    cover += 1
                }
            }
            guard cover > 0 else { return .zero }
            var c = sum / cover
            c.w = cover / Float(g * g)
            return c
        }
    }

    /// Rise per pixel to the right and down; at an edge, that of the side which is the same surface.
    private func slope(_ column: Int, _ row: Int) -> (x: Float, y: Float) {
        let i = row * columns + column
        return (
            Self.slope(heights, i, 1, column > 0, column + 1 < columns),
            Self.slope(heights, i, columns, row > 0, row + 1 < rows)
        )
    }

    private static func slope(
        _ heights: [Float], _ i: Int, _ stride: Int, _ hasBefore: Bool, _ hasAfter: Bool
    ) -> Float {
        let z = heights[i]
        let before = hasBefore && heights[i - stride] > nothing ? z - heights[i - stride] : nil
        let after = hasAfter && heights[i + stride] > nothing ? heights[i + stride] - z : nil
        switch (before, after) {
        case (let a?, let b?):
            let (calm, steep) = abs(a) < abs(b) ? (a, b) : (b, a)
            return (calm * 0.75 + clipped(steep, calm) * 0.25) * grid
        case (let a?, nil): return a * grid
        case (nil, let b?): return b * grid
        case (nil, nil): return 0
        }
    }

    /// `value`, but no farther than 3 from `other`: a jump is not a slope.
    @inline(__always)
    private static func clipped(_ value: Float, _ other: Float) -> Float {
        min(max(value, other - 3), other + 3)
    }
}

/// Light on skin.
private struct HandLamp {
    private let skin: SIMD4<Float>
    private let blush: SIMD4<Float>
    private let shade: SIMD4<Float>
    private let heart: SIMD3<Float>
    private let glow: SIMD4<Float>
    private let reach: Float
    private let strength: Float
    private let key: SIMD4<Float>
    private let keyStrength: Float
    private let rim: SIMD4<Float>
    private let rimStrength: Float

    init(_ light: HandRelief.Light) {
        skin = light.skin.rgba()
        blush = light.blush.rgba()
        shade = light.shade.rgba()
        heart = light.heart
        glow = light.glow.rgba()
        reach = Float(light.reach)
        strength = Float(light.strength)
        key = light.key.rgba()
        keyStrength = Float(light.keyStrength)
        rim = light.rim.rgba()
        rimStrength = Float(light.rimStrength)
    }

    func colour(
        _ x: Float, _ y: Float, _ z: Float, _ sx: Float, _ sy: Float, flush: Float, hollow: Float
    ) -> SIMD4<Float> {
        let length = (1 + sx * sx + sy * sy).squareRoot()
        let n = SIMD3(-sx, -sy, 1) / length
        let way = heart - SIMD3(x, y, z)
        let distance = (way * way).sum().squareRoot()
        let facing = (n * way).sum() / max(distance, 1)
        let fall = 1 / (1 + (distance / reach) * (distance / reach))
        let open = 1 - 0.72 * hollow
        let from = SIMD3<Float>(-0.30, -0.72, 0.62)
        let above = max((n * from).sum() * 0.65 + 0.35, 0)
        let albedo = skin + (blush - skin) * flush * 0.55
        let day = min(above * keyStrength * open, 1)
        var c = shade + (albedo - shade) * (0.10 + 0.90 * day)
        c = c * (1 - 0.25 * day) + c * key * (0.25 * day)
        // The heart's light wraps round the flesh and reddens where it grazes.
        let lit = max(facing * 0.62 + 0.38, 0) * fall * strength * (0.45 + 0.55 * open)
        let graze = smoothstep(0.55, 0.0, abs(facing - 0.12)) * fall * strength
        c += (blush - c) * min(graze * 0.42, 0.6)
        let warm = albedo * 0.45 + glow * 0.55
        c += (warm - c) * min(lit * 0.85, 0.9)
        c += (glow - c) * min(lit * lit * 0.40, 0.6)
        let edge = pow(1 - n.z, 3) * rimStrength * max(0.35 - n.y * 0.65, 0)
        c += (rim - c) * min(edge, 0.85)
        c.w = 1
        return c
    }
}
