import BatchVideo
import Foundation

/// Clouds with light on them.
enum Clouds {
    struct Tint {
        var light: Colour
        var shade: Colour
        var alpha: Double
    }

    /// A sheet of cloud between two rows. `cover` 0...1, `aspect` below 1 draws it out in streaks.
    static func veil(
        _ tint: Tint, cover: Double, on surface: PaintSurface, top: Double, bottom: Double,
        sun: Point, seed: UInt64, cells: Double = 4, aspect: Double = 0.45
    ) {
        let span = bottom - top
        let (w, h) = (surface.columns / 3, max(Int(span) / 3, 8))
        let noise = NoiseField(
            width: w, height: h, .init(cells: cells, octaves: 6, gain: 0.52, aspect: aspect),
            seed: seed)
        let soft = noise.blurred(max(w / 160, 1))
        let threshold = Float(0.72 - 0.5 * cover)
        let ramp = ColourRamp([tint.shade, tint.light])
        let (columns, left) = (Float(surface.columns), Float(surface.stage.left))
        let (y0, reach) = (Float(top), Float(span))
        let step = Float(4) / Float(w)
        let (sx, sy) = (Float(sun.x), Float(sun.y))
        let wide = Float(surface.stage.unit) * 0.9
        surface.shade(top: top, bottom: bottom) { x, y in
            let (u, v) = ((x - left) / columns, (y - y0) / reach)
            let edge = smoothstep(0, 0.22, v) * smoothstep(1, 0.6, v)
            let n = noise.sample(u, v)
            let density = smoothstep(threshold, threshold + 0.26, n - (1 - edge) * 0.3)
            guard density > 0.004 else { return .zero }
            let above = soft.sample(u, v - step * columns / reach * 0.75)
            let near = exp(-((x - sx) * (x - sx) + (y - sy) * (y - sy)) / (wide * wide))
            let lit = 0.42 + (n - above) * 4.2 + 0.25 * near - 0.25 * density
            let c = ramp.rgba(lit)
            return SIMD4(c.x, c.y, c.z, density * edge * Float(tint.alpha))
        }
    }

    /// A heap of cumulus standing on `base`, as wide and high as said, lit from `sun`.
    static func cumulus(
        _ tint: Tint, on surface: PaintSurface, centre: Double, base: Double, width: Double,
        height: Double, sun: Point, seed: UInt64
    ) {
        let step = max(surface.stage.unit / 420, 1)
        let (columns, rows) = (Int(width * 1.3 / step) + 8, Int(height * 1.35 / step) + 8)
        let left = centre - width * 0.65
        let top = base - height * 1.2
        let heap = CloudHeap(
            columns: columns, rows: rows, base: (base - top) / step, spread: width / step,
            rise: height / step, seed: seed)
        let light = heap.lit(from: Point((sun.x - left) / step, (sun.y - top) / step))
        let ramp = ColourRamp([
            (0, tint.shade.darker(0.08)), (0.35, tint.shade),
            (0.72, tint.shade.mixed(tint.light, 0.75)), (1, tint.light),
        ])
        let (x0, y0, inverse) = (Float(left), Float(top), Float(1 / step))
        let (lastColumn, lastRow) = (Float(columns - 1), Float(rows - 1))
        surface.shade(
            top: top, bottom: top + Double(rows) * step, left: left,
            right: left + Double(columns) * step
        ) { x, y in
            let (u, v) = ((x - x0) * inverse / lastColumn, (y - y0) * inverse / lastRow)
            let density = heap.density.sample(u, v)
            guard density > 0.004 else { return .zero }
            let c = ramp.rgba(light.sample(u, v))
            return SIMD4(c.x, c.y, c.z, density * Float(tint.alpha))
        }
    }
}

/// A heap of balls of vapour as a height field: its normals catch the light.
private struct CloudHeap {
    let density: NoiseField
    private let relief: NoiseField
    private let base: Float
    private let rise: Float

    init(
        columns: Int, rows: Int, base: Double, spread: Double, rise: Double, seed: UInt64
    ) {
        var random = SeededRandom(seed: seed, "heap")
        let noise = NoiseField(
            width: columns, height: rows, .init(cells: 13, octaves: 5, gain: 0.62), seed: seed)
        var relief = [Float](repeating: -1e3, count: columns * rows)
        for _ in 0..<90 {
            let along = min(max(random.gauss(0, 0.2), -0.42), 0.42)
            let profile = max(1 - along * along * 5.2, 0.1)
            let radius = rise * random.uniform(0.05, 0.19) * (0.5 + 0.6 * profile)
            let x = Double(columns) / 2 + along * spread
            let y = base - radius * 0.6 - rise * profile * random.unit() * 0.8
            Self.addBall(&relief, columns, rows, x, y, radius)
        }
        let roughness = Float(rise) * 0.42
        var density = relief
        for i in relief.indices {
            let row = Float(i / columns)
            relief[i] += (noise.values[i] - 0.5) * roughness
            let floor = smoothstep(
                Float(base) + Float(rise) * 0.03, Float(base) - Float(rise) * 0.14, row)
            density[i] = smoothstep(0, Float(rise) * 0.14, relief[i]) * floor
            relief[i] = max(relief[i], 0)
        }
        self.base = Float(base)
        self.rise = Float(rise)
        self.density = NoiseField(width: columns, height: rows, values: density)
        self.relief = NoiseField(width: columns, height: rows, values: relief)
    }

    private static func addBall(
        _ relief: inout [Float], _ columns: Int, _ rows: Int, _ x: Double, _ y: Double, _ r: Double
    ) {
        let reach = r * 1.25
        let (x0, x1) = (max(Int(x - reach), 0), min(Int(x + reach), columns - 1))
        let (y0, y1) = (max(Int(y - reach), 0), min(Int(y + reach), rows - 1))
        guard x0 <= x1, y0 <= y1 else { return }
        for row in y0...y1 {
            for column in x0...x1 {
                let (dx, dy) = (Double(column) - x, Double(row) - y)
                let inside = r * r - dx * dx - dy * dy
                let z = inside > 0 ? inside.squareRoot() : -(-inside).squareRoot() * 0.7
                let i = row * columns + column
                relief[i] = max(relief[i], Float(z))
            }
        }
    }

    /// 0 in shadow ... 1 facing `sun` (cells).
    func lit(from sun: Point) -> NoiseField {
        let (w, h) = (relief.width, relief.height)
        let smooth = relief.blurred(2)
        var light = [Float](repeating: 0, count: w * h)
        for y in 0..<h {
            for x in 0..<w {
                let i = y * w + x
                let gx =
                    smooth.values[y * w + min(x + 1, w - 1)] - smooth.values[y * w + max(x - 1, 0)]
                let gy =
                    smooth.values[min(y + 1, h - 1) * w + x] - smooth.values[max(y - 1, 0) * w + x]
                let (dx, dy) = (Float(sun.x) - Float(x), Float(sun.y) - Float(y))
                let distance = (dx * dx + dy * dy).squareRoot() + 1
                let (lx, ly) = (dx / distance * 0.6, min(dy / distance, 0.3) * 0.7 - 0.5)
                let normal = (gx * gx + gy * gy + 4).squareRoot()
                let lambert = (-gx * lx - gy * ly + 2 * 0.32) / normal
                let height = min(max((base - Float(y)) / rise, 0), 1)
                light[i] = 0.08 + 0.55 * height + 0.55 * lambert
            }
        }
        return NoiseField(width: w, height: h, values: light).blurred(1)
    }
}
