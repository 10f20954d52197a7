import BatchVideo

/// Noise for rounding colours to bytes: without it, a slow gradient shows steps after H.264.
///
/// A tile of high-passed noise made uniform by rank: neighbours differ, the eye sees no pattern.
struct Dither: Sendable {
    static let size = 128
    static let tile = makeTile()

    /// -0.5 ..< 0.5, one per pixel of a `size` x `size` tile.
    private static func makeTile() -> [Float] {
        let count = size * size
        var random = SeededRandom(seed: 0xD17E)
        let white = (0..<count).map { _ in Float(random.unit()) }
        let high = (0..<count).map { i in white[i] - neighbourMean(white, i) }
        var tile = [Float](repeating: 0, count: count)
        for (rank, i) in (0..<count).sorted(by: { high[$0] < high[$1] }).enumerated() {
            tile[i] = (Float(rank) + 0.5) / Float(count) - 0.5
        }
        return tile
    }

    private static func neighbourMean(_ values: [Float], _ i: Int) -> Float {
        let (x, y) = (i % size, i / size)
        var sum: Float = 0
        for dy in -1...1 {
            for dx in -1...1 where dx != 0 || dy != 0 {
                let row = (y + dy + size) % size
                sum += values[row * size + (x + dx + size) % size]
            }
        }
        return sum / 8
    }
}
