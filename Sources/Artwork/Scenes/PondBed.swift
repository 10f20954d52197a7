import BatchVideo
import Foundation

/// The ground of a clear pond: sand, pebbles, and the water's colour over the deep.
struct PondBed {
    struct Paint {
        var sand: [Colour]
        var stones: [Colour]
        var deep: Colour
        /// How much the deepest water hides, 0...1.
        var murk: Double
        var light: Colour
    }

    let paint: Paint
    /// How deep the water is at a place, 0...1.
    let deepness: (Float, Float) -> Float

    func draw(on s: PaintSurface, seed: UInt64) {
        sand(s, seed)
        var random = SeededRandom(seed: seed, "pebbles")
        let stage = s.stage
        let area = stage.width * stage.height / (stage.unit * stage.unit)
        let sizes: [(count: Double, radius: ClosedRange<Double>)] = [
            (460, 0.005...0.010), (260, 0.010...0.019), (90, 0.019...0.034), (12, 0.036...0.055),
        ]
        for size in sizes {
            for _ in 0..<Int(size.count * area) {
                let r = stage.unit * random.uniform(size.radius.lowerBound, size.radius.upperBound)
                let p = Point(
                    random.uniform(stage.left, stage.right), random.uniform(stage.top, stage.bottom))
                pebble(at: p, r, s, &random)
            }
        }
        water(s, seed)
    }

    private func sand(_ s: PaintSurface, _ seed: UInt64) {
        let ramp = ColourRamp(paint.sand)
        let (w, h) = (Float(s.columns), Float(s.rows))
        let fine = NoiseField(
            width: s.columns / 2, height: s.rows / 2, .init(cells: 60, octaves: 3, gain: 0.7),
            seed: seed)
        let broad = NoiseField(
            width: s.columns / 8, height: s.rows / 8, .init(cells: 5, octaves: 4), seed: seed &+ 1)
        let offset = Float(s.origin)
        s.shade(top: s.stage.top, bottom: s.stage.bottom) { x, y in
            let (u, v) = ((x + offset) / w, (y + offset) / h)
            return ramp.rgba(
                0.5 + (broad.sample(u, v) - 0.5) * 0.9 + (fine.sample(u, v) - 0.5) * 0.55)
        }
    }

    private func pebble(
        at p: Point, _ r: Double, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let colour = paint.stones[random.index(paint.stones.count)]
            .mixed(paint.sand[1], random.uniform(0, 0.4))
        let (flat, tilt) = (random.uniform(0.6, 0.92), random.uniform(0, .pi))
        let corners = (0..<6).map { k -> Point in
            let a = (Double(k) + random.uniform(-0.22, 0.22)) / 6 * 2 * .pi
            let (x, y) = (cos(a) * r, sin(a) * r * flat)
            return Point(p.x + x * cos(tilt) - y * sin(tilt), p.y + x * sin(tilt) + y * cos(tilt))
        }
        round(corners, Point(r * 0.10, r * 0.15), s)
        s.fill(paint.deep.darker(0.55), 0.4)
        round(corners, Point(0, 0), s)
        let bright = random.uniform(0.12, 0.4)
        s.fill(
            from: Point(p.x - r * 0.55, p.y - r * 0.75), to: Point(p.x + r * 0.5, p.y + r * 0.8),
            [
                Stop(0, colour.mixed(paint.light, bright + 0.15)),
                Stop(0.35, colour.mixed(paint.light, bright * 0.4)), Stop(0.75, colour),
                Stop(1, colour.darker(0.38)),
            ])
    }

    /// A smooth closed outline through the middles between `corners`.
    private func round(_ corners: [Point], _ off: Point, _ s: PaintSurface) {
        let n = corners.count
        func middle(_ i: Int) -> Point {
            let (a, b) = (corners[i % n], corners[(i + 1) % n])
            return Point((a.x + b.x) / 2 + off.x, (a.y + b.y) / 2 + off.y)
        }
        let first = middle(n - 1)
        s.move(first.x, first.y)
        for i in 0..<n {
            let c = Point(corners[i].x + off.x, corners[i].y + off.y)
            let (from, to) = (middle(i + n - 1), middle(i))
            s.curve(
                Point(lerp(from.x, c.x, 0.75), lerp(from.y, c.y, 0.75)),
                Point(lerp(to.x, c.x, 0.75), lerp(to.y, c.y, 0.75)), to: to)
        }
        s.close()
    }

    /// The deeper, the more of the water's own colour.
    private func water(_ s: PaintSurface, _ seed: UInt64) {
        let drift = NoiseField(
            width: s.columns / 8, height: s.rows / 8, .init(cells: 3, octaves: 4), seed: seed &+ 2)
        let (w, h) = (Float(s.columns), Float(s.rows))
        let offset = Float(s.origin)
        let (deep, murk) = (paint.deep.rgba(), Float(paint.murk))
        let (columns, rows) = (drift.width, drift.height)
        let depths = NoiseField(
            width: columns, height: rows,
            values: drift.values.enumerated().map { i, n in
                let x = Float(i % columns) / Float(columns - 1) * w - offset
                let y = Float(i / columns) / Float(rows - 1) * h - offset
                return min(max(deepness(x, y) + (n - 0.5) * 0.5, 0), 1)
            })
        s.shade(top: s.stage.top, bottom: s.stage.bottom) { x, y in
            let depth = depths.sample((x + offset) / w, (y + offset) / h)
            var c = deep
            c.w = murk * (0.28 + 0.72 * depth)
            return c
        }
    }
}

/// A plate seen through moving water: its rows stray sideways and up and down with the waves.
struct SubmergedLayer: SceneLayer {
    let plate: Plate
    let depth: Double
    /// How far rows stray, in pixels.
    let reach: Double

    func covers(row: Int) -> Bool {
        let slack = Int(Double(plate.stage.margin) * 0.5) + 2
        return row >= plate.firstRow + slack
            && row + slack < plate.firstRow + plate.rows.count
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, plate.stage)
        let unit = plate.stage.unit
        plate.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            for y in 0..<frame.rows {
                let v = (Double(y) - shift.y) / unit
                let dx = wave(v * 7.3 + 3 * moment.phase) + 0.6 * wave(v * 12.7 - 4 * moment.phase)
                let dy = wave(v * 5.1 - 2 * moment.phase) + 0.5 * wave(v * 9.7 + 3 * moment.phase)
                let sourceX = Double(plate.stage.margin) - shift.x - dx * reach
                let sourceY = Double(y + plate.stage.margin - plate.firstRow) - shift.y - dy * reach
                let (column, row) = (Int(sourceX), min(max(Int(sourceY), 0), plate.rows.count - 2))
                let (fx, fy) = (sourceX - Double(column), min(max(sourceY - Double(row), 0), 1))
                let b = UInt16(256 * fx * (1 - fy))
                let (c, d) = (UInt16(256 * (1 - fx) * fy), UInt16(256 * fx * fy))
                PlateBlit.row(
                    base + row * plate.columns + column,
                    .init(
                        offsets: (0, 1, plate.columns, plate.columns + 1),
                        weights: (256 - b - c - d, b, c, d)),
                    on: frame.pixels + y * frame.columns, count: frame.columns, .over)
            }
        }
    }
}
