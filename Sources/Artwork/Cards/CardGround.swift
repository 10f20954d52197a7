import BatchVideo

/// Makes a painted scene a quiet ground for letters.
struct CardGround {
    let frame: Frame

    /// Out of focus and darker. `softness` is the blur's radius as a share of the shorter side,
    /// `keep` the light that stays in the middle; the edges lose half of it.
    func soften(_ softness: Double, keep: Double, tint: Colour) {
        let step = max(1, Int(frame.stage.unit / 240))
        let planes = blurred(step: step, radius: softness * frame.stage.unit / Double(step))
        let (w, h) = (Float(frame.columns), Float(frame.rows))
        let shade = tint.rgba() * 255
        let light = Float(keep)
        Dither.tile.withUnsafeBufferPointer { dither in
            for y in 0..<frame.rows {
                let v = (Float(y) + 0.5) / h
                for x in 0..<frame.columns {
                    let u = (Float(x) + 0.5) / w
                    let (dx, dy) = (u - 0.5, v - 0.48)
                    let edge = 1 - 1.1 * (dx * dx + dy * dy)
                    var c = SIMD4<Float>(
                        planes[0].sample(u, v), planes[1].sample(u, v), planes[2].sample(u, v), 0)
                    c = (c * light + shade * (1 - light) * 0.42) * edge
                    c += dither[(y & (Dither.size - 1)) * Dither.size + x & (Dither.size - 1)] + 0.5
                    let word = SIMD4<UInt32>(
                        c.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255)))
                    frame.pixels[y * frame.columns + x] =
                        0xFF00_0000 | word.x << 16 | word.y << 8 | word.z
                }
            }
        }
    }

    /// Red, green and blue 0...255, one cell per `step` x `step` pixels.
    private func blurred(step: Int, radius: Double) -> [NoiseField] {
        let (w, h) = (max(frame.columns / step, 2), max(frame.rows / step, 2))
        return [16, 8, 0].map { shift in
            var values = [Float](repeating: 0, count: w * h)
            for y in 0..<h {
                for x in 0..<w {
                    var sum: UInt32 = 0
                    for dy in 0..<step {
                        let row = (y * step + dy) * frame.columns + x * step
                        for dx in 0..<step { sum += frame.pixels[row + dx] >> UInt32(shift) & 0xFF }
                    }
                    values[y * w + x] = Float(sum) / Float(step * step)
                }
            }
            let reach = max(1, min(Int(radius.rounded()), min(w, h) / 2 - 1))
            return NoiseField(width: w, height: h, values: values).blurred(reach)
        }
    }
}

extension PaintSurface {
    /// A soft shadow of what `draw` paints: its alpha, blurred by `radius` pixels.
    func shadow(radius: Double, strength: Double, _ draw: (PaintSurface) -> Void) {
        let mask = PaintSurface(stage)
        draw(mask)
        let step = max(1, Int(radius / 3))
        let (w, h) = (max(mask.columns / step, 2), max(mask.rows / step, 2))
        let alpha = mask.withPixels { pixels in
            (0..<w * h).map { cell -> Float in
                let (x, y) = (cell % w * step, cell / w * step)
                var sum: UInt32 = 0
                for dy in 0..<step {
                    for dx in 0..<step { sum += pixels[(y + dy) * mask.columns + x + dx] >> 24 }
                }
                return Float(sum) / Float(step * step * 255)
            }
        }
        guard let alpha else { return }
        let field = NoiseField(width: w, height: h, values: alpha)
            .blurred(max(1, Int(radius / Double(step) / 2)))
        let (columns, rows) = (Float(mask.columns), Float(mask.rows))
        let offset = Float(mask.origin)
        shade(top: 0, bottom: stage.height, left: 0, right: stage.width) { x, y in
            let a = field.sample((x + offset) / columns, (y + offset) / rows) * Float(strength)
            return a > 0.004 ? SIMD4(0, 0, 0, min(a, 1)) : .zero
        }
    }
}
