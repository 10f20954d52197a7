import BatchVideo

/// When each sample of a picture changes during a transition: 0 (at once) ... 16384 (last).
///
/// A wipe, an iris and a dissolve are all the same act over different fields: the samples below a
/// rising threshold show the new picture, with a soft edge.
struct TransitionField {
    static let last = 16384

    let shape: RevealShape
    /// One field for luma, one for both chroma planes.
    let luma: [UInt16]
    let chroma: [UInt16]

    init(_ shape: RevealShape, size: PixelSize) {
        self.shape = shape
        let whole = SIMD2(Double(size.width), Double(size.height))
        let half = PixelSize(width: size.width / 2, height: size.height / 2)
        luma = Self.fill(size) { x, y in
            shape.time(SIMD2(Double(x) + 0.5, Double(y) + 0.5) / whole, size: size)
        }
        // Chroma is sited left.
        chroma = Self.fill(half) { x, y in
            shape.time(SIMD2(Double(2 * x) + 0.5, Double(2 * y) + 1) / whole, size: size)
        }
    }

    private static func fill(_ size: PixelSize, _ time: (Int, Int) -> Double) -> [UInt16] {
        var field = [UInt16](repeating: 0, count: size.pixels)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let value = min(max(time(x, y), 0), 1)
                field[y * size.width + x] = UInt16(value * Double(last))
            }
        }
        return field
    }
}
