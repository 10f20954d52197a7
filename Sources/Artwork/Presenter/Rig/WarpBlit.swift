import BatchVideo

/// Lays a plate over a frame through a map that bends smoothly: bilinear, premultiplied.
struct WarpBlit: Sendable {
    private let plate: Plate
    /// Columns and rows of the picture that can ever hold paint.
    private let columns: Range<Int>
    private let rows: Range<Int>
    /// Which blocks of the plate have paint in them or beside them.
    private let painted: [Bool]
    private let blocksAcross: Int
    /// The map is computed at the corners of blocks of so many pixels, and is straight in between.
    private static let block = 16

    /// `reach`: pixels by which the map moves paint at most.
    init(_ plate: Plate, reach: Double) {
        self.plate = plate
        let margin = plate.stage.margin
        let size = plate.stage.size
        let inked = plate.rows.filter { $0.start < $0.end }
        let left = Int(inked.map(\.start).min() ?? 0) - margin
        let right = Int(inked.map(\.end).max() ?? 0) - margin
        let top = plate.firstRow - margin
        let pad = Int(reach.rounded(.up)) + 1
        columns = max(0, left - pad)..<max(max(0, left - pad), min(size.width, right + pad))
        rows = max(0, top - pad)..<max(max(0, top - pad), min(size.height, top + plate.rows.count + pad))
        (painted, blocksAcross) = Self.occupancy(plate)
    }

    private static func occupancy(_ plate: Plate) -> ([Bool], Int) {
        let across = plate.columns / block + 1
        let down = plate.rows.count / block + 1
        var inked = [Bool](repeating: false, count: across * down)
        for y in 0..<plate.rows.count {
            let row = plate.rows[y]
            for x in Int(row.start)..<Int(row.end) where plate.pixels[y * plate.columns + x] != 0 {
                inked[y / block * across + x / block] = true
            }
        }
        var spread = inked
        for y in 0..<down {
            for x in 0..<across where !inked[y * across + x] {
                spread[y * across + x] = (-1...1).contains { dy in
                    (-1...1).contains { dx in
                        let (bx, by) = (x + dx, y + dy)
                        return bx >= 0 && by >= 0 && bx < across && by < down && inked[by * across + bx]
                    }
                }
            }
        }
        return (spread, across)
    }

    /// `source`: from a pixel's place in the picture to the place on the plate that it shows.
    func draw(on frame: Frame, _ source: (SIMD2<Double>) -> SIMD2<Double>) {
        guard !columns.isEmpty, !rows.isEmpty else { return }
        let margin = Double(plate.stage.margin)
        let offset = SIMD2(margin - 0.5, margin - 0.5 - Double(plate.firstRow))
        // Pixels lie at their middles; fixed point with 16 bits.
        func texel(_ x: Int, _ y: Int) -> SIMD2<Double> {
            (source(SIMD2(Double(x) + 0.5, Double(y) + 0.5)) + offset) * 65_536
        }
        let cuts =
            Array(stride(from: columns.lowerBound, to: columns.upperBound, by: Self.block)) + [columns.upperBound]
        var upper = cuts.map { texel($0, rows.lowerBound) }
        plate.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            for top in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
                let bottom = min(top + Self.block, rows.upperBound)
                let lower = cuts.map { texel($0, bottom) }
                for i in 0..<cuts.count - 1 where isPainted((upper[i] + lower[i + 1]) / 2) {
                    let corners = (upper[i], upper[i + 1], lower[i], lower[i + 1])
                    lay(base, frame, cuts[i]..<cuts[i + 1], top..<bottom, corners)
                }
                upper = lower
            }
        }
    }

    private func isPainted(_ texel: SIMD2<Double>) -> Bool {
        let (x, y) = (Int(texel.x) >> 16, Int(texel.y) >> 16)
        guard x >= -Self.block, y >= -Self.block else { return false }
        let (bx, by) = (max(x, 0) / Self.block, max(y, 0) / Self.block)
        // Beyond the last block there may be half a block of the neighbour's.
        let down = painted.count / blocksAcross
        guard bx <= blocksAcross, by <= down else { return false }
        return painted[min(by, down - 1) * blocksAcross + min(bx, blocksAcross - 1)]
    }

    private func lay(
        _ base: UnsafePointer<UInt32>, _ frame: Frame, _ columns: Range<Int>, _ rows: Range<Int>,
        _ corners: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)
    ) {
        let down = 1 / Double(rows.count)
        let across = 1 / Double(columns.count)
        let (leftStep, rightStep) = ((corners.2 - corners.0) * down, (corners.3 - corners.1) * down)
        for y in rows {
            let k = Double(y - rows.lowerBound)
            let (start, end) = (corners.0 + leftStep * k, corners.1 + rightStep * k)
            let target = frame.pixels + y * frame.columns + columns.lowerBound
            line(base, target, columns.count, start, (end - start) * across)
        }
    }

    @inline(__always)
    private func line(
        _ base: UnsafePointer<UInt32>, _ target: UnsafeMutablePointer<UInt32>, _ count: Int,
        _ start: SIMD2<Double>, _ step: SIMD2<Double>
    ) {
        var (u, v) = (Int(start.x), Int(start.y))
        let (du, dv) = (Int(step.x), Int(step.y))
        let (width, height) = (plate.columns, plate.rows.count)
        for i in 0..<count {
            let (column, row) = (u >> 16, v >> 16)
            if column >= 0, row >= 0, column < width &- 1, row < height &- 1 {
                let p = base + (row &* width &+ column)
                let (a, b, c, d) = (p[0], p[1], p[width], p[width &+ 1])
                if a | b | c | d != 0 {
                    let paint = Self.mix(
                        a, b, c, d, UInt32(truncatingIfNeeded: u >> 8 & 255), UInt32(truncatingIfNeeded: v >> 8 & 255))
                    target[i] = Self.over(paint, target[i])
                }
            }
            u = u &+ du
            v = v &+ dv
        }
    }

    @inline(__always)
    private static func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ x: UInt32, _ y: UInt32
    ) -> UInt32 {
        let (x1, y1) = (256 &- x, 256 &- y)
        let upperLow = ((a & mask) &* x1 &+ (b & mask) &* x &+ half) &>> 8 & mask
        let upperHigh = ((a &>> 8 & mask) &* x1 &+ (b &>> 8 & mask) &* x &+ half) &>> 8 & mask
        let lowerLow = ((c & mask) &* x1 &+ (d & mask) &* x &+ half) &>> 8 & mask
        let lowerHigh = ((c &>> 8 & mask) &* x1 &+ (d &>> 8 & mask) &* x &+ half) &>> 8 & mask
        let low = (upperLow &* y1 &+ lowerLow &* y &+ half) &>> 8 & mask
        let high = (upperHigh &* y1 &+ lowerHigh &* y &+ half) & ~mask
        return low | high
    }

    @inline(__always)
    private static func over(_ paint: UInt32, _ under: UInt32) -> UInt32 {
        let alpha = paint &>> 24
        if alpha == 255 { return paint }
        let keep = 256 &- (alpha &+ alpha &>> 7)
        let low = ((under & mask) &* keep &+ half) &>> 8 & mask
        let high = ((under &>> 8 & mask) &* keep &+ half) & ~mask
        return paint &+ (low | high)
    }

    private static let mask: UInt32 = 0x00FF_00FF
    private static let half: UInt32 = 0x0080_0080
}
