import BatchVideo
import Foundation

/// Water that mirrors what stands above it, with ripples in perspective and light on the crests.
///
/// Two tiles of waves travel over each other a whole number of tiles per loop. Along a row the
/// waves are one line of the tile, stretched; rows are spaced so that waves shrink to the horizon.
struct WaterLayer: SceneLayer {
    struct Look: Sendable {
        /// Colour of the deep, and how much of it hides the mirror image near and far (0...1).
        var deep: Colour
        var farTint = 0.18
        var nearTint = 0.55
        /// Light on the crests.
        var glitter: Colour
        /// The column of glitter under sun or moon; nil for none.
        var pathX: Double?
        var pathStrength = 0.9
        /// 0 is a mirror, 1 a breeze.
        var roughness = 0.5
        /// Length of a near wave in pixels at the picture's bottom.
        var swell = 0.055
    }

    private let stage: Stage
    private let horizon: Int
    private let bottom: Int
    private let roughness: Float
    private let columns: Int
    /// The mirror image, tinted, as rows of the overscanned width; row 0 is the horizon.
    private let mirror: [UInt32]
    /// How strongly each pixel takes glitter, 0...255.
    private let path: [UInt8]
    private let glitter: SIMD4<Float>
    private let waves: WaveTile
    private let wavelength: (near: Double, far: Double)
    let depth: Double

    init(
        mirroring above: PaintSurface, horizon: Double, bottom: Double? = nil, _ look: Look,
        seed: UInt64, depth: Double = 0.15
    ) {
        stage = above.stage
        columns = above.columns
        self.horizon = Int(horizon)
        self.bottom = min(Int(bottom ?? stage.bottom), stage.size.height)
        self.depth = depth
        roughness = Float(look.roughness)
        glitter = look.glitter.rgba(0)
        waves = WaveTile(seed: seed)
        wavelength = (near: stage.unit * look.swell, far: max(stage.unit * 0.0042, 2.2))
        let rows = self.bottom - self.horizon + stage.margin
        mirror = Self.mirrored(above, self.horizon, rows, look)
        path = Self.glitterPath(stage, self.horizon, rows, columns, look)
    }

    private static func mirrored(
        _ above: PaintSurface, _ horizon: Int, _ rows: Int, _ look: Look
    ) -> [UInt32] {
        let columns = above.columns
        let deep = look.deep.rgba()
        let stretch = min(1, Double(horizon + above.origin - 1) / Double(max(rows, 1)))
        let mirrored = above.withPixels { pixels in
            (0..<rows).flatMap { row -> [UInt32] in
                let d = Float(row) / Float(rows)
                let lines = sources(row, d, stretch, horizon + above.origin - 1, above, look)
                let veil =
                    Float(look.farTint) + Float(look.nearTint - look.farTint) * d.squareRoot()
                let dither = (row & (Dither.size - 1)) * Dither.size
                return (0..<columns).map { column in
                    var c = SIMD4<Float>.zero
                    for line in lines { c += Pixel.unpacked(pixels[line + column]) }
                    c = c * ((1 - veil) / Float(lines.count)) + deep * veil
                    c.w = 1
                    return Pixel.packed(
                        c, dither: Dither.tile[dither + column & (Dither.size - 1)])
                }
            }
        }
        return mirrored ?? []
    }

    /// Starts of the rows that are mixed into one: rough water draws its images out downwards.
    private static func sources(
        _ row: Int, _ d: Float, _ stretch: Double, _ foot: Int, _ above: PaintSurface, _ look: Look
    ) -> [Int] {
        let blur = Double(d) * look.roughness * above.stage.unit * 0.16
        let taps = blur < 1 ? 1 : 7
        return (0..<taps).map { tap in
            let offset = taps == 1 ? 0 : (Double(tap) / Double(taps - 1) - 0.5) * blur
            let line = foot - Int(Double(row) * stretch + offset)
            return min(max(line, 0), foot) * above.columns
        }
    }

    private static func glitterPath(
        _ stage: Stage, _ horizon: Int, _ rows: Int, _ columns: Int, _ look: Look
    ) -> [UInt8] {
        let cx = (look.pathX ?? 0) + Double(stage.margin)
        return (0..<rows).flatMap { row -> [UInt8] in
            let d = Double(row) / Double(rows)
            let reach = stage.unit * (0.035 + 0.20 * d)
            let ambient = 0.10 * (1 - 0.6 * d)
            return (0..<columns).map { column in
                let off = (Double(column) - cx) / reach
                let beam = look.pathX == nil ? 0 : exp(-off * off) * look.pathStrength
                return UInt8(min(ambient + beam * (1 - 0.35 * d), 1) * 255)
            }
        }
    }

    /// Position in waves from the horizon down: the integral of 1/wavelength.
    private func waveRow(_ y: Double) -> Double {
        let span = Double(bottom - horizon)
        let growth = (wavelength.near - wavelength.far) / max(span, 1)
        return log((wavelength.far + growth * y) / wavelength.far) / growth
    }

    func covers(row: Int) -> Bool {
        bottom == stage.size.height
            && row - stage.margin - Int(Double(stage.margin) * 0.4) > horizon
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = Int(moment.shift(depth, stage).x.rounded())
        let lines = UnsafeMutableBufferPointer<Float>.allocate(capacity: WaveTile.size * 2 + 2)
        defer { lines.deallocate() }
        mirror.withUnsafeBufferPointer { mirror in
            path.withUnsafeBufferPointer { path in
                for y in horizon..<max(bottom, horizon) {
                    let row = WaterRow(
                        y: y - horizon, mirror: mirror, path: path, columns: columns,
                        rows: mirror.count / columns, start: stage.margin - shift)
                    draw(row, lines, frame.pixels + y * frame.columns, frame.columns, moment.phase)
                }
            }
        }
    }

    private func draw(
        _ row: WaterRow, _ lines: UnsafeMutableBufferPointer<Float>,
        _ target: UnsafeMutablePointer<UInt32>, _ count: Int, _ phase: Double
    ) {
        let span = Double(bottom - horizon)
        let d = Double(row.y) / max(span, 1)
        let length = lerp(wavelength.far, wavelength.near, d)
        let position = waveRow(Double(row.y))
        waves.line(position / 8 - phase, into: lines, at: 0)
        waves.line(position / 5.3 + 0.37 + phase, into: lines, at: WaveTile.size + 1)
        // The tile holds 8 waves down and is stretched so that crests are drawn out sideways.
        let cells = Float(WaveTile.size)
        let stepA = cells / Float(length * 8 * 4.6)
        let stepB = cells / Float(length * 8 * 2.9)
        let half = Float(count) / 2
        row.draw(
            on: target, count: count, lines: UnsafeBufferPointer(lines),
            a: WaterRow.Run(start: -half * stepA, step: stepA),
            b: WaterRow.Run(start: cells / 2 - half * stepB, step: stepB),
            slope: roughness * Float(length) * 1.15, glitter: glitter,
            crest: 0.62 - 0.1 * Float(1 - d))
    }
}

/// A square of waves that repeats in both directions: values about -1...1.
struct WaveTile: Sendable {
    static let size = 256
    private let values: [Float]

    /// Sums of sines whose crests lie mostly across.
    init(seed: UInt64) {
        var random = SeededRandom(seed: seed, "waves")
        let trains = (0..<44).map { i -> (kx: Double, ky: Double, phase: Double, height: Double) in
            let ky = Double(3 + (i < 20 ? random.index(9) : 8 + random.index(26)))
            let kx = (random.gauss(0, 2 + ky * 0.28)).rounded()
            return (kx, ky, random.unit(), 1 / pow(ky * ky + kx * kx, 0.36))
        }
        let energy = trains.reduce(0) { $0 + $1.height * $1.height / 2 }.squareRoot()
        let table = (0..<Self.size).map { wave(Double($0) / Double(Self.size)) }
        let mask = Self.size - 1
        values = (0..<Self.size * Self.size).map { i in
            let (x, y) = (i & mask, i / Self.size)
            let sum = trains.reduce(0.0) { sum, t in
                let turn = Int(t.kx) * x + Int(t.ky) * y + Int(t.phase * Double(Self.size))
                return sum + t.height * table[turn & mask]
            }
            return Float(sum / energy * 0.5)
        }
    }

    /// The row at `v` tiles, between stored rows linearly, with its first value repeated last.
    func line(_ v: Double, into lines: UnsafeMutableBufferPointer<Float>, at start: Int) {
        let position = wrapped(v) * Double(Self.size)
        let i = Int(position) & (Self.size - 1)
        let j = (i + 1) & (Self.size - 1)
        let t = Float(position - position.rounded(.down))
        values.withUnsafeBufferPointer { values in
            for x in 0..<Self.size {
                let (a, b) = (values[i * Self.size + x], values[j * Self.size + x])
                lines[start + x] = a + (b - a) * t
            }
        }
        lines[start + Self.size] = lines[start]
    }
}

/// One row of water.
private struct WaterRow {
    /// Where a row enters the tile and how far it goes per pixel, in cells times 65536.
    struct Run {
        var position: Int
        var step: Int

        init(start: Float, step: Float) {
            position = Int(start * 65536)
            self.step = Int(step * 65536)
        }
    }

    let y: Int
    let mirror: UnsafeBufferPointer<UInt32>
    let path: UnsafeBufferPointer<UInt8>
    let columns: Int
    let rows: Int
    let start: Int

    func draw(
        on target: UnsafeMutablePointer<UInt32>, count: Int, lines: UnsafeBufferPointer<Float>,
        a: Run, b: Run, slope: Float, glitter: SIMD4<Float>, crest: Float
    ) {
        guard let image = mirror.baseAddress, let lines = lines.baseAddress else { return }
        guard let shine = path.baseAddress.map({ $0 + y * columns + start }) else { return }
        let second = lines + WaveTile.size + 1
        let lightRB = UInt32(glitter.x * 255) << 16 | UInt32(glitter.z * 255)
        let lightG = UInt32(glitter.y * 255)
        let (lastRow, lastColumn) = (rows - 1, columns - 1)
        let sideways = slope * 0.35
        var (a, b) = (a, b)
        for x in 0..<count {
            let waveA = Self.height(lines, &a)
            let waveB = Self.height(second, &b)
            let height = waveA + waveB
            let row = min(max(y + Self.rounded(height * slope), 0), lastRow)
            let drift = Self.rounded((waveA - waveB) * sideways)
            let column = min(max(start + x + drift, 0), lastColumn)
            let word = image[row * columns + column]
            let light = min(max((height - crest) * 2.6, 0), 1) * Float(shine[x])
            let shade = 256 - min(max(-height - 0.2, 0), 1) * 41
            let l = UInt32(truncatingIfNeeded: Self.rounded(light))
            let keep = (UInt32(truncatingIfNeeded: Self.rounded(shade)) * (256 - l)) >> 8
            let rb = ((word & 0xFF00FF) * keep + lightRB * l) >> 8 & 0xFF00FF
            let g = ((word >> 8 & 0xFF) * keep + lightG * l) & 0xFF00
            target[x] = 0xFF00_0000 | rb | g
        }
    }

    @inline(__always)
    private static func height(_ line: UnsafePointer<Float>, _ run: inout Run) -> Float {
        let i = (run.position >> 16) & (WaveTile.size - 1)
        let t = Float(run.position & 0xFFFF) * 0x1p-16
        run.position += run.step
        return line[i] + (line[i + 1] - line[i]) * t
    }

    /// The nearest whole number of |x| < 4,000,000 without the checks of a conversion: 1.5 x 2^23
    /// moves the fraction out of the mantissa.
    @inline(__always)
    private static func rounded(_ x: Float) -> Int {
        Int(Int32(bitPattern: (x + 12_582_912).bitPattern) &- 0x4B40_0000)
    }
}
