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
        /// Travels `pixels` to the right and is cross-faded with itself, so that it never ends.
        case drift(pixels: Double)
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
        let shift = moment.shift(depth, plate.stage)
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
        if case .drift(let pixels) = motion {
            let travel = min(pixels, Double(plate.stage.margin) * 0.5)
            taps = crossFade(phase, travel, fx, strength)
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
            let swing = wave(Double(turns) * phase + start - lag)
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
        let total = 256 * strength
        let a = UInt16((total * (1 - fx) * (1 - fy)).rounded())
        let b = UInt16((total * fx * (1 - fy)).rounded())
        let c = UInt16((total * (1 - fx) * fy).rounded())
        let d = max(Int(total.rounded()) - Int(a) - Int(b) - Int(c), 0)
        return .init(offsets: (0, 1, stride, stride + 1), weights: (a, b, c, UInt16(d)))
    }

    private func crossFade(
        _ phase: Double, _ pixels: Double, _ fx: Double, _ strength: Double
    ) -> PlateBlit.Taps {
        let total = 256 * strength
        let early = fx - pixels * phase
        let late = fx - pixels * (phase - 1)
        let (i, j) = (early.rounded(.down), late.rounded(.down))
        let (p, q) = (early - i, late - j)
        let a = UInt16((total * (1 - phase) * (1 - p)).rounded())
        let b = UInt16((total * (1 - phase) * p).rounded())
        let c = UInt16((total * phase * (1 - q)).rounded())
        let d = max(Int(total.rounded()) - Int(a) - Int(b) - Int(c), 0)
        return .init(
            offsets: (Int(i), Int(i) + 1, Int(j), Int(j) + 1), weights: (a, b, c, UInt16(d)))
    }

    func covers(row: Int) -> Bool {
        let slack = plate.stage.margin
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
