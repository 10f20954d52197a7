import BatchVideo
import Foundation

/// Smooth random values on a grid: clouds, rock, mist, paper.
///
/// Fractional Brownian motion: octaves of random lattices, each interpolated with Catmull-Rom
/// splines, mean 0.5 and standard deviation about 0.17 after normalisation, clamped to 0...1.
struct NoiseField: Sendable {
    struct Recipe: Sendable {
        /// Lattice cells across the field's width in the first octave.
        var cells: Double
        var octaves: Int
        /// Amplitude of each octave against the one before.
        var gain: Float
        /// Height of a feature against its width; below 1 gives horizontal streaks.
        var aspect: Double
        /// Folds each octave into sharp ridges (Musgrave 1993).
        var ridged: Bool

        init(
            cells: Double, octaves: Int = 5, gain: Float = 0.5, aspect: Double = 1,
            ridged: Bool = false
        ) {
            self.cells = cells
            self.octaves = octaves
            self.gain = gain
            self.aspect = aspect
            self.ridged = ridged
        }
    }

    let width: Int
    let height: Int
    private(set) var values: [Float]

    init(width: Int, height: Int, _ recipe: Recipe, seed: UInt64) {
        self.width = max(width, 2)
        self.height = max(height, 2)
        values = [Float](repeating: 0, count: self.width * self.height)
        var amplitude: Float = 1
        var cells = recipe.cells
        for octave in 0..<recipe.octaves where cells < Double(self.width) * 1.5 || octave == 0 {
            addOctave(cells, amplitude, recipe, SeededRandom(seed: seed, "octave", octave))
            amplitude *= recipe.gain
            cells *= 2
        }
        normalise()
    }

    init(width: Int, height: Int, values: [Float]) {
        self.width = width
        self.height = height
        self.values = values
    }

    /// Bilinear, `u` and `v` in 0...1 over the field, held at its edges.
    @inline(__always)
    func sample(_ u: Float, _ v: Float) -> Float {
        let x = min(max(u, 0), 1) * Float(width - 1)
        let y = min(max(v, 0), 1) * Float(height - 1)
        // Int32: a conversion to 64 bits is checked at more length.
        let (ix, iy) = (min(Int(Int32(x)), width - 2), min(Int(Int32(y)), height - 2))
        let (fx, fy) = (x - Float(ix), y - Float(iy))
        return values.withUnsafeBufferPointer { p in
            let i = iy * width + ix
            let top = p[i] + (p[i + 1] - p[i]) * fx
            let bottom = p[i + width] + (p[i + width + 1] - p[i + width]) * fx
            return top + (bottom - top) * fy
        }
    }

    private mutating func addOctave(
        _ cells: Double, _ amplitude: Float, _ recipe: Recipe, _ seeded: SeededRandom
    ) {
        var random = seeded
        let rows = cells * Double(height) / Double(width) / recipe.aspect
        let (columnsCount, rowsCount) = (Int(cells) + 5, Int(rows) + 5)
        let lattice = (0..<columnsCount * rowsCount).map { _ in Float(random.unit()) }
        let columns = (0..<width).map { x in
            SplineTap(Float(Double(x) / Double(width - 1) * cells))
        }
        var line = [Float](repeating: 0, count: columnsCount)
        for y in 0..<height {
            let tap = SplineTap(Float(Double(y) / Double(height - 1) * rows))
            for c in 0..<columnsCount { line[c] = tap.value(lattice, c, columnsCount) }
            for x in 0..<width {
                let n = columns[x].value(line, 0, 1)
                let shaped = recipe.ridged ? 1 - abs(2 * n - 1) * 1.6 : n
                values[y * width + x] += amplitude * shaped
            }
        }
    }

    private mutating func normalise() {
        let count = Float(values.count)
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let scale = 0.17 / max(variance.squareRoot(), 1e-6)
        for i in values.indices { values[i] = min(max(0.5 + (values[i] - mean) * scale, 0), 1) }
    }
}

/// Four neighbours and their Catmull-Rom weights at one position of a lattice.
private struct SplineTap {
    let index: Int
    let weights: SIMD4<Float>

    init(_ position: Float) {
        index = Int(position)
        let t = position - Float(index)
        weights =
            SIMD4(
                ((2 - t) * t - 1) * t, (3 * t - 5) * t * t + 2, ((4 - 3 * t) * t + 1) * t,
                (t - 1) * t * t) * 0.5
    }

    /// Reads `values[offset + (index + k) * stride]` for k in 0...3.
    @inline(__always)
    func value(_ values: [Float], _ offset: Int, _ stride: Int) -> Float {
        let i = offset + index * stride
        return values[i] * weights.x + values[i + stride] * weights.y
            + values[i + 2 * stride] * weights.z + values[i + 3 * stride] * weights.w
    }
}

extension NoiseField {
    /// Three box passes come close to a Gaussian of `radius` cells (Wells 1986).
    func blurred(_ radius: Int) -> NoiseField {
        guard radius > 0 else { return self }
        var field = self
        for _ in 0..<3 {
            field.values = Self.boxRows(field.values, width, height, radius)
            field.values = Self.boxColumns(field.values, width, height, radius)
        }
        return field
    }

    private static func boxRows(_ v: [Float], _ w: Int, _ h: Int, _ r: Int) -> [Float] {
        var out = v
        let scale = 1 / Float(2 * r + 1)
        for y in 0..<h {
            let row = y * w
            var sum = v[row] * Float(r + 1)
            for x in 1...r { sum += v[row + min(x, w - 1)] }
            for x in 0..<w {
                out[row + x] = sum * scale
                sum += v[row + min(x + r + 1, w - 1)] - v[row + max(x - r, 0)]
            }
        }
        return out
    }

    private static func boxColumns(_ v: [Float], _ w: Int, _ h: Int, _ r: Int) -> [Float] {
        var out = v
        let scale = 1 / Float(2 * r + 1)
        var sums = (0..<w).map { v[$0] * Float(r + 1) }
        for y in 1...r {
            let row = min(y, h - 1) * w
            for x in 0..<w { sums[x] += v[row + x] }
        }
        for y in 0..<h {
            let (enter, leave) = (min(y + r + 1, h - 1) * w, max(y - r, 0) * w)
            for x in 0..<w {
                out[y * w + x] = sums[x] * scale
                sums[x] += v[enter + x] - v[leave + x]
            }
        }
        return out
    }
}
