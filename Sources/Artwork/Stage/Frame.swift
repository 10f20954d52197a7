import BatchVideo

/// One frame's memory: `stage.size` words of BGRA (ARGB32), rows without padding. Borrowed.
struct Frame {
    let stage: Stage
    let pixels: UnsafeMutablePointer<UInt32>

    var columns: Int { stage.size.width }
    var rows: Int { stage.size.height }

    /// Turns left and right around.
    func mirror() {
        for y in 0..<rows {
            var row = UnsafeMutableBufferPointer(start: pixels + y * columns, count: columns)
            row.reverse()
        }
    }
}

/// When a frame is drawn: `phase` goes 0 ..< 1 through the loop, and every motion returns.
struct Moment: Sendable {
    let phase: Double

    /// How far the picture's near layers are shifted, as a share of the greatest shift (-1...1).
    /// The camera goes once round an ellipse.
    var camera: Point { Point(wave(phase), 0.4 * wave(phase + 0.3)) }

    /// Pixels by which a layer at `depth` (0 far ... 1 near) is shifted.
    func shift(_ depth: Double, _ stage: Stage) -> Point {
        // Even the sky moves a little, as it does when a camera turns.
        let reach = (0.3 + 0.7 * depth) * Double(stage.margin - 4) * 0.42
        return Point(-camera.x * reach, -camera.y * reach)
    }
}
