import BatchVideo

/// One thing in a picture, drawn over those before it.
protocol SceneLayer: Sendable {
    func draw(on frame: Frame, at moment: Moment)
    /// Rows of the overscanned image that this layer covers wholly at every moment.
    func covers(row: Int) -> Bool
    /// The same layer without what `isHidden` rows hold.
    func dropping(_ isHidden: (_ row: Int) -> Bool) -> any SceneLayer
}

extension SceneLayer {
    func covers(row: Int) -> Bool { false }
    func dropping(_ isHidden: (_ row: Int) -> Bool) -> any SceneLayer { self }
}

/// A painted plate, moved.
struct PlateLayer: SceneLayer {
    enum Motion: Sendable {
        case still
        /// Bends from a foot at row `pivot` (picture coordinates), most at `reach` above it.
        case sway(pivot: Double, reach: Double, pixels: Double, turns: Int, phase: Double)
        /// Travels `pixels` to the right, `turns` times, cross-faded with itself, so that it never
        /// ends. More than half the stage's margin is cut down to that.
        case drift(pixels: Double, turns: Int = 1)
        /// Rises and sinks by `pixels`, `turns` times, like a boat.
        case bob(pixels: Double, turns: Int, phase: Double)
    }

    var plate: Plate
    /// 0 is infinitely far and never moves with the camera, 1 moves most.
    var depth: Double
    var blend = PlateBlit.Blend.over
    var motion = Motion.still
    /// Strength swings between `low` and 1, `turns` times; for light.
    var breath: (low: Double, turns: Int, phase: Double)?

    func draw(on frame: Frame, at moment: Moment) {
        var strength = 1.0
        if let breath {
            let swing = 0.5 + 0.5 * wave(Double(breath.turns) * moment.phase + breath.phase)
            strength = lerp(breath.low, 1, swing)
        }
        var shift = moment.shift(depth, plate.stage)
        // The four taps of a drift lie in one row: a fraction of a row would show as a jump.
        if case .drift = motion { shift.y = 0 }
        plate.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            for y in 0..<frame.rows {
                drawRow(y, frame, base, shift, moment.phase, strength)
            }
        }
    }

    private func drawRow(
        _ y: Int, _ frame: Frame, _ base: UnsafePointer<UInt32>, _ shift: Point,
        _ phase: Double, _ strength: Double
    ) {
        let offset = self.offset(Double(y), phase)
        let sourceY = Double(y + plate.stage.margin - plate.firstRow) - shift.y - offset.y
        let row = Int(sourceY.rounded(.down))
        guard row >= 0, row < plate.rows.count else { return }
        let next = min(row + 1, plate.rows.count - 1)
        let (span, below) = (plate.rows[row], plate.rows[next])
        guard span.start < span.end || below.start < below.end else { return }
        let sourceX = Double(plate.stage.margin) - shift.x - offset.x
        let column = Int(sourceX.rounded(.down))
        let (fx, fy) = (sourceX - Double(column), sourceY - Double(row))
        var first = Int(min(span.start, below.start)) - column - 1
        var end = Int(max(span.end, below.end)) - column
        var taps = bilinear(fx, fy, row == next ? 0 : plate.columns, strength)
        if case .drift(let pixels, let turns) = motion {
            let travel = min(pixels, Double(plate.stage.margin) * 0.5)
            taps = crossFade(wrapped(phase * Double(turns)), travel, fx, strength)
            first = 0
            end = frame.columns
        }
        first = max(first, 0, -column)
        end = min(end, frame.columns, plate.columns - column)
        guard first < end else { return }
        PlateBlit.row(
            base + row * plate.columns + column + first, taps,
            on: frame.pixels + y * frame.columns + first, count: end - first, blend)
    }

    private func offset(_ y: Double, _ phase: Double) -> Point {
        switch motion {
        case .still, .drift: return Point(0, 0)
        case .sway(let pivot, let reach, let pixels, let turns, let start):
            let height = min(max((pivot - y) / reach, 0), 1.3)
            let lag = 0.12 * height
            let swing =
                wave(Double(turns) * phase + start - lag)
                + 0.35 * wave(Double(2 * turns + 1) * phase + 2.7 * start - 2 * lag)
            let limit = Double(plate.stage.margin) * 0.36
            return Point(min(max(pixels * height * height.squareRoot() * swing, -limit), limit), 0)
        case .bob(let pixels, let turns, let start):
            return Point(0, pixels * wave(Double(turns) * phase + start))
        }
    }

    private func bilinear(
        _ fx: Double, _ fy: Double, _ stride: Int, _ strength: Double
    ) -> PlateBlit.Taps {
        PlateBlit.Taps(
            offsets: (0, 1, stride, stride + 1),
            weights: weights(total: 256 * strength, fx * (1 - fy), (1 - fx) * fy, fx * fy))
    }

    private func crossFade(
        _ phase: Double, _ pixels: Double, _ fx: Double, _ strength: Double
    ) -> PlateBlit.Taps {
        let early = fx - pixels * phase
        let late = fx - pixels * (phase - 1)
        let (i, j) = (early.rounded(.down), late.rounded(.down))
        let (p, q) = (early - i, late - j)
        return .init(
            offsets: (Int(i), Int(i) + 1, Int(j), Int(j) + 1),
            weights: weights(
                total: 256 * strength, (1 - phase) * p, phase * (1 - q), phase * q))
    }

    /// Shares of the last three taps, rounded down; the first takes the rest, so that the sum is
    /// never more than `total` and sixteen bits do not overflow.
    private func weights(
        total: Double, _ b: Double, _ c: Double, _ d: Double
    ) -> (UInt16, UInt16, UInt16, UInt16) {
        let (b, c, d) = (UInt16(total * b), UInt16(total * c), UInt16(total * d))
        return (UInt16(total) - b - c - d, b, c, d)
    }

    func covers(row: Int) -> Bool {
        // Two layers part by no more than this in height.
        let slack = Int(Double(plate.stage.margin) * 0.4) + 2
        guard blend == .over, breath == nil else { return false }
        if case .drift = motion { return false }
        let (first, last) = (row - slack - plate.firstRow, row + slack - plate.firstRow)
        return (max(first, 0)...max(last, 0)).allSatisfy {
            first >= 0 && (plate.rows.indices.contains($0) ? plate.rows[$0].isSolid : false)
        }
    }

    func dropping(_ isHidden: (_ row: Int) -> Bool) -> any SceneLayer {
        var copy = self
        copy.plate = plate.dropping(isHidden)
        return copy
    }
}
