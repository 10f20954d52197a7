import BatchVideo

/// When each sample of a picture changes during a transition: 0 (at once) ... 16384 (last).
///
/// A wipe, an iris and a dissolve are all the same act over different fields: the samples below a
/// rising threshold show the new picture, with a soft edge.
struct TransitionField {
    static let last = 16384

    let kind: TransitionKind
    /// One field for luma, one for both chroma planes.
    let luma: [UInt16]
    let chroma: [UInt16]
    /// Width of the edge as a part of the whole field.
    let softness: Double

    /// Nil for kinds that do not work by a field.
    init?(_ kind: TransitionKind, size: PixelSize) {
        guard let softness = Self.softness(of: kind) else { return nil }
        self.kind = kind
        self.softness = softness
        let clock = Clock(kind: kind, size: size)
        let half = PixelSize(width: size.width / 2, height: size.height / 2)
        luma = Self.fill(size) { clock.time(x: Double($0) + 0.5, y: Double($1) + 0.5) }
        chroma = Self.fill(half) { clock.time(x: Double(2 * $0) + 0.5, y: Double(2 * $1) + 1) }
    }

    private static func softness(of kind: TransitionKind) -> Double? {
        switch kind {
        case .cut, .fade, .fadeblack, .fadewhite: nil
        case .slideleft, .slideright, .slideup, .slidedown: nil
        case .wipeleft, .wiperight, .wipeup, .wipedown: 0.12
        case .circleopen, .circleclose: 0.08
        case .dissolve: 0.6
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

/// The time of change, 0 ... 1, at a place on the canvas.
private struct Clock {
    var kind: TransitionKind
    var size: PixelSize

    func time(x: Double, y: Double) -> Double {
        let (width, height) = (Double(size.width), Double(size.height))
        switch kind {
        case .wipeleft: return 1 - x / width
        case .wiperight: return x / width
        case .wipeup: return 1 - y / height
        case .wipedown: return y / height
        case .circleopen: return radius(x, y)
        case .circleclose: return 1 - radius(x, y)
        case .dissolve: return cloud(x, y)
        case .cut, .fade, .fadeblack, .fadewhite: return 0
        case .slideleft, .slideright, .slideup, .slidedown: return 0
        }
    }

    /// 0 in the middle, 1 in the corners.
    private func radius(_ x: Double, _ y: Double) -> Double {
        let (width, height) = (Double(size.width), Double(size.height))
        let (dx, dy) = (x - width / 2, y - height / 2)
        return (dx * dx + dy * dy).squareRoot() * 2 / (width * width + height * height).squareRoot()
    }

    /// Two octaves of value noise (Perlin, Hoffert 1989), stretched to nearly 0 ... 1. Their
    /// lattices are turned against the picture and each other, so that no grid shows.
    private func cloud(_ x: Double, _ y: Double) -> Double {
        let cell = Double(size.shorter) / 6
        let (u, v) = (x / cell, y / cell)
        let coarse = noise(0.87 * u - 0.5 * v, 0.5 * u + 0.87 * v, octave: 0)
        let fine = noise(1.7 * u + 1.85 * v, 1.7 * v - 1.85 * u, octave: 1)
        return ((0.65 * coarse + 0.35 * fine) - 0.5) * 1.3 + 0.5
    }

    private func noise(_ x: Double, _ y: Double, octave: UInt64) -> Double {
        let (column, row) = (x.rounded(.down), y.rounded(.down))
        let (u, v) = ((x - column).smoothstep, (y - row).smoothstep)
        func corner(_ dx: Double, _ dy: Double) -> Double {
            // The lattice's coordinates may be negative, but never by a thousand.
            let place = UInt64(column + dx + 1024) << 20 | UInt64(row + dy + 1024) << 2
            var random = SeededRandom(seed: place | octave)
            return random.unit()
        }
        let top = corner(0, 0) * (1 - u) + corner(1, 0) * u
        let bottom = corner(0, 1) * (1 - u) + corner(1, 1) * u
        return top * (1 - v) + bottom * v
    }
}
