import BatchVideo
import Foundation

/// Lines of light with a soft edge, straight into a frame.
enum Streak {
    /// Adds light (screen) along a line: `alpha` 0...1 at its beginning and at its end, which alone
    /// is round, so that lines can follow each other. `radius` is where the light ends.
    static func add(
        _ colour: Colour, from a: Point, _ alphaA: Double, to b: Point, _ alphaB: Double,
        radius: Double, on frame: Frame
    ) {
        let r = Float(max(radius, 0.8))
        let (ax, ay, bx, by) = (Float(a.x), Float(a.y), Float(b.x), Float(b.y))
        let (dx, dy) = (bx - ax, by - ay)
        let square = max(dx * dx + dy * dy, 1e-6)
        let first = max(Int(min(ay, by) - r), 0)
        let last = min(Int(max(ay, by) + r), frame.rows - 1)
        guard first <= last, max(ax, bx) + r > 0, min(ax, bx) - r < Float(frame.columns) else {
            return
        }
        let light = (Float(colour.r) * 256, Float(colour.g) * 256, Float(colour.b) * 256)
        // How far along a row the band reaches.
        let isLevel = abs(dy) < 1e-2
        let slant = isLevel ? 0 : r * square.squareRoot() / abs(dy)
        let lean = isLevel ? 0 : dx / dy
        let (low, high) = (min(ax, bx) - r, max(ax, bx) + r)
        let (inverse, round) = (1 / square, 1 / (r * r))
        let (fromA, toB) = (Float(alphaA), Float(alphaB - alphaA))
        for row in first...last {
            let py = Float(row) + 0.5 - ay
            let middle = ax + py * lean
            let x0 = max(Int(isLevel ? low : max(low, middle - slant)), 0)
            let x1 = min(Int(isLevel ? high : min(high, middle + slant)), frame.columns - 1)
            guard x0 <= x1 else { continue }
            let line = frame.pixels + row * frame.columns
            for column in x0...x1 {
                let px = Float(column) + 0.5 - ax
                let along = (px * dx + py * dy) * inverse
                guard along >= 0 else { continue }
                let t = min(along, 1)
                let (ox, oy) = (px - dx * t, py - dy * t)
                let w = 1 - (ox * ox + oy * oy) * round
                guard w > 0 else { continue }
                line[column] = brightened(line[column], light, (fromA + toB * t) * w * w)
            }
        }
    }

    @inline(__always)
    private static func brightened(
        _ word: UInt32, _ light: (Float, Float, Float), _ alpha: Float
    ) -> UInt32 {
        func channel(_ shift: UInt32, _ l: Float) -> UInt32 {
            let c = word >> shift & 0xFF
            let more = (255 &- c) &* UInt32(max(min(l * alpha, 255), 0))
            return (c &+ (more >> 8)) << shift
        }
        return word & 0xFF00_0000 | channel(16, light.0) | channel(8, light.1) | channel(0, light.2)
    }
}
