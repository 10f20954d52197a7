import BatchVideo
import Foundation

/// How a computed colour meets the paint below.
enum Shading {
    /// Laid over by its alpha.
    case over
    /// Only where there is paint already; the shape's alpha is kept.
    case atop
    /// Light: `1 - (1 - a)(1 - b)`, weighted by alpha; leaves alpha as it is.
    case screen
}

extension PaintSurface {
    /// Paints every pixel of the rows `top ..< bottom` with the colour (r, g, b, alpha 0...1, not
    /// premultiplied) that `colour` gives for a picture coordinate, rounded with dither.
    func shade(
        _ mode: Shading = .over, top: Double, bottom: Double, left: Double? = nil,
        right: Double? = nil, _ colour: (_ x: Float, _ y: Float) -> SIMD4<Float>
    ) {
        let y0 = max(Int(top.rounded(.down)) + origin, 0)
        let y1 = min(Int(bottom.rounded(.up)) + origin, rows)
        let x0 = max(Int((left ?? stage.left).rounded(.down)) + origin, 0)
        let x1 = min(Int((right ?? stage.right).rounded(.up)) + origin, columns)
        guard y0 < y1, x0 < x1 else { return }
        withPixels { pixels in
            Dither.tile.withUnsafeBufferPointer { dither in
                for row in y0..<y1 {
                    let line = pixels + row * columns
                    let noise = (row & (Dither.size - 1)) * Dither.size
                    let y = Float(row - origin) + 0.5
                    for column in x0..<x1 {
                        let below = line[column]
                        if mode == .atop && below >> 24 == 0 { continue }
                        let c = colour(Float(column - origin) + 0.5, y)
                        if c.w <= 0 { continue }
                        let d = dither[noise + column & (Dither.size - 1)]
                        line[column] = Pixel.laid(c, over: below, mode, dither: d)
                    }
                }
            }
        }
    }

    /// A soft light at (x, y): strongest in the middle, nothing at `radius`.
    /// `falloff` above 1 gathers it, below 1 spreads it; `squash` is its height against its width.
    /// As `.screen` it brightens the paint that is there; `.over` lays light on a plate that holds
    /// nothing yet, for a layer that is added to the others.
    func glow(
        _ x: Double, _ y: Double, radius: Double, _ colour: Colour, _ strength: Double,
        falloff: Double = 1, squash: Double = 1, as mode: Shading = .screen
    ) {
        let (cx, cy, r) = (Float(x), Float(y), Float(radius))
        let light = colour.rgba()
        let power = Float(2 * falloff)
        let steps = 1024
        let table = (0...steps + 1).map {
            Float(strength) * pow(max(1 - Float($0) / Float(steps), 0), power)
        }
        shade(
            mode, top: y - radius * squash, bottom: y + radius * squash, left: x - radius,
            right: x + radius
        ) { px, py in
            let (dx, dy) = ((px - cx) / r, (py - cy) / (r * Float(squash)))
            let distance = (dx * dx + dy * dy).squareRoot()
            guard distance < 1 else { return .zero }
            var c = light
            let place = distance * Float(steps)
            let i = Int(Int32(place))
            c.w = table[i] + (table[i + 1] - table[i]) * (place - Float(i))
            return c
        }
    }

    /// Mottles the paint that is there, like gouache on paper; `strength` 0.02-0.15.
    func mottle(_ noise: NoiseField, strength: Double, top: Double? = nil, bottom: Double? = nil) {
        let (w, h) = (Float(columns), Float(rows))
        let offset = Float(origin)
        shade(.atop, top: top ?? stage.top, bottom: bottom ?? stage.bottom) { x, y in
            let n = noise.sample((x + offset) / w, (y + offset) / h) - 0.5
            let amount = min(abs(n) * 2.5 * Float(strength), 1)
            return n > 0 ? SIMD4(1, 1, 1, amount) : SIMD4(0, 0, 0, amount)
        }
    }
}

/// Arithmetic on one premultiplied ARGB word.
enum Pixel {
    @inline(__always)
    static func unpacked(_ word: UInt32) -> SIMD4<Float> {
        SIMD4(
            Float((word >> 16) & 0xFF), Float((word >> 8) & 0xFF), Float(word & 0xFF),
            Float(word >> 24)) * (1 / 255)
    }

    /// Clamped to 0...alpha, rounded with `dither` (-0.5 ..< 0.5).
    @inline(__always)
    static func packed(_ premultiplied: SIMD4<Float>, dither: Float = 0) -> UInt32 {
        // Scalars: conversions of whole vectors are calls into the standard library.
        let alpha = Int32(min(max(premultiplied.w, 0), 1) * 255 + 0.5)
        let red = byte(premultiplied.x, dither, alpha)
        let green = byte(premultiplied.y, dither, alpha)
        let blue = byte(premultiplied.z, dither, alpha)
        return UInt32(bitPattern: alpha << 24 | red << 16 | green << 8 | blue)
    }

    @inline(__always)
    private static func byte(_ value: Float, _ dither: Float, _ limit: Int32) -> Int32 {
        min(Int32(max(value * 255 + dither + 0.5, 0)), limit)
    }

    /// `colour` is not premultiplied.
    @inline(__always)
    static func laid(
        _ colour: SIMD4<Float>, over below: UInt32, _ mode: Shading, dither: Float
    ) -> UInt32 {
        let alpha = min(colour.w, 1)
        var paint = colour
        paint.w = 1
        if mode == .over && (below == 0 || alpha == 1) {
            return packed(paint * alpha, dither: dither)
        }
        let under = unpacked(below)
        switch mode {
        case .over:
            return packed(paint * alpha + under * (1 - alpha), dither: dither)
        case .atop:
            return packed(paint * (alpha * under.w) + under * (1 - alpha), dither: dither)
        case .screen:
            var light = paint * alpha * (SIMD4(repeating: under.w) - under)
            light.w = 0
            return packed(under + light, dither: dither)
        }
    }
}
