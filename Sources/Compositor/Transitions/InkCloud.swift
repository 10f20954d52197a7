import BatchVideo

/// Clouds like ink in water, for the dissolve.
///
/// Two octaves of value noise (Perlin, Hoffert 1989), stretched to nearly 0 ... 1. Their lattices
/// are turned against the picture and each other, so that no grid shows.
enum InkCloud {
    /// `place` in units of the picture, (0, 0) ... (1, 1).
    static func density(_ place: SIMD2<Double>, _ size: PixelSize) -> Double {
        let cell = Double(size.shorter) / 6
        let (u, v) = (place.x * Double(size.width) / cell, place.y * Double(size.height) / cell)
        let coarse = noise(0.87 * u - 0.5 * v, 0.5 * u + 0.87 * v, octave: 0)
        let fine = noise(1.7 * u + 1.85 * v, 1.7 * v - 1.85 * u, octave: 1)
        return ((0.65 * coarse + 0.35 * fine) - 0.5) * 1.3 + 0.5
    }

    private static func noise(_ x: Double, _ y: Double, octave: UInt64) -> Double {
        let (column, row) = (x.rounded(.down), y.rounded(.down))
        let (u, v) = ((x - column).smoothstep, (y - row).smoothstep)
        func corner(_ dx: Double, _ dy: Double) -> Double {
            // Lattice coordinates may be negative; at 8192 x 16 they stay below ten thousand.
            let place = UInt64(column + dx + 16384) << 20 | UInt64(row + dy + 16384) << 2
            var random = SeededRandom(seed: place | octave)
            return random.unit()
        }
        let top = corner(0, 0) * (1 - u) + corner(1, 0) * u
        let bottom = corner(0, 1) * (1 - u) + corner(1, 1) * u
        return top * (1 - v) + bottom * v
    }
}
