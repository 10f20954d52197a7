import BatchVideo

/// Finished paint that does not change any more: premultiplied ARGB, overscan included.
///
/// Only the rows that hold paint are kept, and for each row where its paint begins and ends.
struct Plate: Sendable {
    struct Row: Sendable {
        /// Columns `start ..< end` hold paint; empty when they are equal.
        var start: Int32
        var end: Int32
        /// Every column of the plate is opaque.
        var isSolid: Bool
    }

    let stage: Stage
    let columns: Int
    /// First kept row, in rows of the overscanned image.
    let firstRow: Int
    let rows: [Row]
    /// `columns` words per kept row, and a tail so that vector reads stay inside.
    let pixels: [UInt32]
    static let tail = 16

    init(_ surface: PaintSurface) {
        let (columns, rows) = (surface.columns, surface.rows)
        let copied = surface.withPixels { pixels in
            let spans = (0..<rows).map { Self.row(pixels + $0 * columns, columns) }
            let first = spans.firstIndex { $0.start < $0.end } ?? 0
            let last = spans.lastIndex { $0.start < $0.end } ?? -1
            var kept = [UInt32]()
            kept.reserveCapacity((last + 1 - first) * columns + Self.tail)
            kept.append(
                contentsOf: UnsafeBufferPointer(
                    start: pixels + first * columns, count: max(last + 1 - first, 0) * columns))
            kept.append(contentsOf: repeatElement(0, count: Self.tail))
            return (first, Array(spans[first..<max(last + 1, first)]), kept)
        }
        stage = surface.stage
        self.columns = columns
        (firstRow, self.rows, pixels) = copied ?? (0, [], [])
    }

    private static func row(_ line: UnsafePointer<UInt32>, _ columns: Int) -> Row {
        var start = 0
        while start < columns && line[start] >> 24 == 0 { start += 1 }
        var end = columns
        while end > start && line[end - 1] >> 24 == 0 { end -= 1 }
        var solid = end - start == columns
        var x = start
        while solid && x < end {
            solid = line[x] >> 24 == 255
            x += 1
        }
        return Row(start: Int32(start), end: Int32(end), isSolid: solid)
    }

    private init(
        stage: Stage, columns: Int, firstRow: Int, rows: [Row], pixels: [UInt32]
    ) {
        self.stage = stage
        self.columns = columns
        self.firstRow = firstRow
        self.rows = rows
        self.pixels = pixels
    }

    /// Without the paint in rows where `isHidden`, because other paint will always cover it.
    func dropping(_ isHidden: (_ row: Int) -> Bool) -> Plate {
        var kept = rows
        for i in kept.indices where isHidden(firstRow + i) {
            kept[i] = Row(start: 0, end: 0, isSolid: false)
        }
        return Plate(
            stage: stage, columns: columns, firstRow: firstRow, rows: kept, pixels: pixels)
    }
}
