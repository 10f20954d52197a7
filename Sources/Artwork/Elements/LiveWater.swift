import BatchVideo
import Foundation

/// Water that mirrors what the frame itself shows above it, moving lights included.
///
/// Waves are those of ``WaterLayer``. The frame above is first halved, so that reading here and
/// there is cheap; each pair of pixels reads it twice: rough water draws lights out into columns.
struct LiveWaterLayer: SceneLayer {
    struct Look: Sendable {
        /// Colour of the deep, and how much of it hides the image near the horizon and at our feet.
        var deep: Colour
        var farTint = 0.2
        var nearTint = 0.5
        var roughness = 0.6
        /// Length of a near wave, as a share of the unit.
        var swell = 0.06
        /// How many rows above the horizon one row below it stands for.
        var squeeze = 1.5
    }

    private let look: Look
    private let stage: Stage
    private let waves: WaveTile
    private let horizon: Int

    init(horizon: Double, stage: Stage, _ look: Look, seed: UInt64) {
        self.horizon = Int(horizon)
        self.stage = stage
        self.look = look
        waves = WaveTile(seed: seed)
    }

    func covers(row: Int) -> Bool {
        row - stage.margin - Int(Double(stage.margin) * 0.4) > horizon
    }

    func draw(on frame: Frame, at moment: Moment) {
        guard horizon >= 2, frame.columns >= 2 else { return }
        let lines = UnsafeMutableBufferPointer<Float>.allocate(capacity: WaveTile.size * 2 + 2)
        defer { lines.deallocate() }
        let mirror = halved(frame)
        mirror.withUnsafeBufferPointer { mirror in
            guard let base = mirror.baseAddress else { return }
            for y in horizon..<max(frame.rows, horizon) {
                draw(row: y, lines, base, frame, moment.phase)
            }
        }
    }

    /// Means of two by two pixels of the frame above the horizon.
    private func halved(_ frame: Frame) -> [UInt32] {
        let (columns, rows) = (frame.columns / 2, horizon / 2)
        return [UInt32](unsafeUninitializedCapacity: columns * rows) { buffer, count in
            for y in 0..<rows {
                let upper = frame.pixels + (horizon - 2 * rows + 2 * y) * frame.columns
                let lower = upper + frame.columns
                for x in 0..<columns {
                    let (a, b) = (upper[2 &* x] >> 2 & 0x3F3F3F, upper[2 &* x &+ 1] >> 2 & 0x3F3F3F)
                    let (c, d) = (lower[2 &* x] >> 2 & 0x3F3F3F, lower[2 &* x &+ 1] >> 2 & 0x3F3F3F)
                    buffer[y &* columns &+ x] = a &+ b &+ c &+ d
                }
            }
            count = columns * rows
        }
    }

    private func draw(
        row: Int, _ lines: UnsafeMutableBufferPointer<Float>, _ mirror: UnsafePointer<UInt32>,
        _ frame: Frame, _ phase: Double
    ) {
        let below = Double(row - horizon)
        let d = below / max(Double(frame.rows - horizon), 1)
        let (far, near) = (max(stage.unit * 0.0042, 2.2), stage.unit * look.swell)
        let length = lerp(far, near, d)
        let growth = (near - far) / max(Double(frame.rows - horizon), 1)
        let position = log((far + growth * below) / far) / growth
        waves.line(position / 8 - phase, into: lines, at: 0)
        waves.line(position / 5.3 + 0.37 + phase, into: lines, at: WaveTile.size + 1)
        let tint = look.deep.rgba()
        let veil = lerp(look.farTint, look.nearTint, d.squareRoot())
        let line = LiveWaterRow(
            mirror: mirror, rows: horizon / 2, columns: frame.columns / 2,
            source: Int((Double(horizon) - 1 - below * look.squeeze) / 2),
            slope: Float(look.roughness * length * 0.75 * look.squeeze),
            spread: Int(1 + look.roughness * d * stage.unit * 0.01), keep: UInt32((1 - veil) * 256),
            tint: (
                red: UInt32(tint.x * 255 * Float(veil)), green: UInt32(tint.y * 255 * Float(veil)),
                blue: UInt32(tint.z * 255 * Float(veil))
            ),
            step: (
                Int(Double(WaveTile.size) / (length * 8 * 4.6) * 65536),
                Int(Double(WaveTile.size) / (length * 8 * 2.9) * 65536)
            ))
        line.draw(on: frame, row: row, lines: UnsafeBufferPointer(lines))
    }
}

/// One row of water.
private struct LiveWaterRow {
    let mirror: UnsafePointer<UInt32>
    let rows: Int
    let columns: Int
    /// The row of the mirror it shows when it lies still.
    let source: Int
    let slope: Float
    /// Rows between the two readings.
    let spread: Int
    /// Of 256 that is left of the image.
    let keep: UInt32
    let tint: (red: UInt32, green: UInt32, blue: UInt32)
    /// How far a pixel goes in each line of waves, in cells times 65536.
    let step: (Int, Int)

    func draw(on frame: Frame, row: Int, lines: UnsafeBufferPointer<Float>) {
        guard let lines = lines.baseAddress else { return }
        let second = lines + WaveTile.size + 1
        let target = frame.pixels + row * frame.columns
        var a = -columns * step.0
        var b = (WaveTile.size << 15) - columns * step.1
        let (lastRow, lastColumn) = (rows - 1, columns - 1)
        let tintRB = tint.red << 16 | tint.blue
        let tintG = tint.green << 8
        for x in 0..<columns {
            let (waveA, waveB) = (Self.height(lines, a), Self.height(second, b))
            a &+= 2 &* step.0
            b &+= 2 &* step.1
            let height = waveA + waveB
            let up = source &+ Self.rounded(height * slope)
            let side = min(max(x &+ Self.rounded((waveA - waveB) * slope * 0.3), 0), lastColumn)
            let first = mirror[min(max(up, 0), lastRow) &* columns &+ side]
            let other = mirror[min(max(up &- spread, 0), lastRow) &* columns &+ side]
            let word = (first & 0xFEFEFE) >> 1 &+ (other & 0xFEFEFE) >> 1
            // Faces of the waves that lean to us are darker.
            let shade = 256 &- Self.rounded(min(max(-height - 0.1, 0), 1) * 70)
            let part = (keep &* UInt32(truncatingIfNeeded: shade)) >> 8
            let rb = ((word & 0xFF00FF) &* part) >> 8 & 0xFF00FF
            let g = ((word >> 8 & 0xFF) &* part) & 0xFF00
            let shown = 0xFF00_0000 | (rb &+ tintRB) | (g &+ tintG)
            target[2 &* x] = shown
            target[2 &* x &+ 1] = shown
        }
        if frame.columns % 2 == 1 { target[frame.columns - 1] = target[frame.columns - 2] }
    }

    @inline(__always)
    private static func height(_ line: UnsafePointer<Float>, _ position: Int) -> Float {
        let i = (position &>> 16) & (WaveTile.size - 1)
        let t = Float(position & 0xFFFF) * 0x1p-16
        return line[i] + (line[i + 1] - line[i]) * t
    }

    /// The nearest whole number; see ``WaterLayer``.
    @inline(__always)
    private static func rounded(_ x: Float) -> Int {
        Int(Int32(bitPattern: (x + 12_582_912).bitPattern) &- 0x4B40_0000)
    }
}
