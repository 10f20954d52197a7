import BatchVideo
import Foundation

/// Moves the mouth of a picture: rows below the lip line slide down, most in the middle of the
/// mouth, less and less below the chin; the gap is filled.
struct PhotoMouth: Sendable {
    private let place: PhotoLayout.Mouth
    private let lip: SIMD4<Float>

    /// Half the width and the depth below the chin of what moves, in halves of the mouth's width.
    private static let side = 2.1
    private static let below = 1.3
    /// How far an open mouth opens, in halves of its width.
    private static let reach = 0.78

    init(_ place: PhotoLayout.Mouth, lip: SIMD4<Float>) {
        self.place = place
        self.lip = lip
    }

    /// `source`: from the frame to the plate.
    func draw(_ shape: MouthShape, of plate: Plate, on frame: Frame, source: (SIMD2<Double>) -> SIMD2<Double>) {
        let half = place.half
        let wide = 0.17 * shape.width - 0.16 * shape.roundness
        let open = shape.opening * half * Self.reach
        guard open > 0.2 || abs(wide) > 0.01 else { return }
        let columns = Int(place.x - half * Self.side - 4)...Int(place.x + half * Self.side + 4)
        let rows = Int(place.y - half * 1.4 - 4)...Int(place.chin + half * Self.below + open + 4)
        for y in rows where y >= 0 && y < frame.rows {
            for x in columns where x >= 0 && x < frame.columns {
                let p = source(SIMD2(Double(x) + 0.5, Double(y) + 0.5))
                frame.pixels[y * frame.columns + x] = pixel(p, shape, open, wide, plate)
            }
        }
    }

    private func pixel(
        _ p: SIMD2<Double>, _ shape: MouthShape, _ open: Double, _ wide: Double, _ plate: Plate
    ) -> UInt32 {
        let half = place.half
        let (dx, dy) = (p.x - place.x, p.y - place.y)
        // Drawn apart or together around the mouth.
        let across = max(0, 1 - (dx / (half * Self.side)) * (dx / (half * Self.side)))
        let near = exp(-(dy / (half * 0.8)) * (dy / (half * 0.8))) * across
        let sx = place.x + dx / (1 + wide * near)
        let gap = depth(dx, open, wide)
        // The lower lip goes as far as the gap is wide, the jaw beneath it goes as a whole.
        let jaw = open * pow(across, 1.2) * fall(p.y)
        let slide = lerp(gap, jaw, smoothstep(gap, gap + half * 1.1, dy))
        let sy = dy > 0 ? max(place.y + min(0.6, dy), p.y - slide) : p.y
        let skin = Self.sample(plate, sx, sy)
        guard gap > 0.4, dy > -1.5, dy < gap + 1.5 else { return skin }
        let edge = min(smoothstep(-1, 0.8, dy), smoothstep(gap + 0.8, gap - 1, dy))
        guard edge > 0 else { return skin }
        let inside = cavity(dx, dy, gap, shape)
        let mixed = Pixel.unpacked(skin) * Float(1 - edge) + inside * Float(edge)
        return Pixel.packed(mixed) | 0xFF00_0000
    }

    /// How much of the jaw's way a row goes.
    private func fall(_ y: Double) -> Double {
        if y <= place.y { return 0 }
        if y <= place.chin { return 1 }
        return max(0, 1 - (y - place.chin) / (place.half * Self.below))
    }

    /// Of the opening at `dx` from its middle.
    private func depth(_ dx: Double, _ open: Double, _ wide: Double) -> Double {
        let u = dx / (place.half * 0.92 * (1 + wide))
        return open * pow(max(0, 1 - u * u), 0.8)
    }

    /// Teeth above, tongue below, the dark between.
    private func cavity(_ dx: Double, _ dy: Double, _ gap: Double, _ shape: MouthShape) -> SIMD4<Float> {
        let half = place.half
        var colour = SIMD4<Float>(0.2, 0.05, 0.06, 1) + lip * Float(0.22 * dy / max(gap, 1))
        let tongueTop = gap * (0.74 - 0.34 * shape.tongue)
        let mound = tongueTop + (dx / half) * (dx / half) * gap * 0.9
        let tongue = smoothstep(mound - 2, mound + half * 0.06 + 1, dy)
        colour += (SIMD4(0.68, 0.3, 0.32, 1) - colour) * Float(0.8 * tongue)
        let teethHeight = min(gap * 0.5, half * 0.27) * (0.35 + 0.65 * shape.teeth) * (1 - 0.7 * shape.roundness)
        let teeth = smoothstep(teethHeight + 1, teethHeight - 1, dy + (dx / half) * (dx / half) * half * 0.12)
        let shade = Float(1 - 0.5 * min(1, abs(dx) / half) - 0.25 * max(0, 1 - dy / 3))
        colour += (SIMD4(0.95, 0.93, 0.89, 1) * shade - colour) * Float(teeth)
        colour.w = 1
        return colour
    }

    /// Bilinear, held at the plate's edges.
    private static func sample(_ plate: Plate, _ x: Double, _ y: Double) -> UInt32 {
        let margin = Double(plate.stage.margin)
        let u = min(max(x + margin - 0.5, 0), Double(plate.columns) - 1.01)
        let v = min(max(y + margin - 0.5 - Double(plate.firstRow), 0), Double(plate.rows.count) - 1.01)
        let (i, j) = (Int(u), Int(v))
        let (fx, fy) = (Float(u) - Float(i), Float(v) - Float(j))
        func at(_ dx: Int, _ dy: Int) -> SIMD4<Float> {
            Pixel.unpacked(plate.pixels[(j + dy) * plate.columns + i + dx])
        }
        let top = at(0, 0) * (1 - fx) + at(1, 0) * fx
        let bottom = at(0, 1) * (1 - fx) + at(1, 1) * fx
        return Pixel.packed(top * (1 - fy) + bottom * fy) | 0xFF00_0000
    }
}
