import BatchVideo
import Foundation

/// Light that a wavy surface gathers on what lies under it.
///
/// Rays fall straight down through a tile of waves, are bent by its slopes and are counted where
/// they land (photon mapping on a grid). Two tiles of waves travel over each other a whole number of
/// tiles per loop. The light multiplies what is on the frame already.
struct CausticsLayer: SceneLayer {
    struct Look: Sendable {
        var light: Colour
        /// How much the brightest lines add, 0...1.5, and what is left between them.
        var strength = 0.8
        var floor = 0.88
        /// Side of the tile in pixels.
        var tile: Double
        /// How far rays are bent: near 1 they meet in lines, above they cross.
        var focus = 1.0
        var depth = 0.1
    }

    /// Rays a side, and texels of light a side.
    private static let rays = 256
    private static let texels = 192
    private static let grades = 4096

    private let look: Look
    private let period: Int
    private let slopes: [SIMD2<Float>]
    private let others: [SIMD2<Float>]
    private let table: [UInt32]

    init(_ look: Look, seed: UInt64) {
        self.look = look
        period = max(Int(look.tile), 64)
        slopes = Self.waves(seed)
        others = Self.waves(seed &+ 1)
        table = Self.gainTable(look)
    }

    /// Slopes of a sum of sines that repeats over the tile.
    private static func waves(_ seed: UInt64) -> [SIMD2<Float>] {
        var random = SeededRandom(seed: seed, "caustics")
        let trains = (0..<22).map { _ -> (kx: Int, ky: Int, phase: Double, height: Double) in
            let turn = random.uniform(0, 2 * .pi)
            let k = random.uniform(2.4, 7.5)
            let (kx, ky) = (Int((cos(turn) * k).rounded()), Int((sin(turn) * k).rounded()))
            let length = max(Double(kx * kx + ky * ky).squareRoot(), 1)
            return (kx, ky, random.unit(), 1 / pow(length, 1.7))
        }
        let table = (0..<rays).map { Float(wave(Double($0) / Double(rays) + 0.25)) }
        let mask = rays - 1
        return (0..<rays * rays).map { i in
            let (x, y) = (i & mask, i / rays)
            var slope = SIMD2<Float>.zero
            for t in trains {
                let turn = t.kx * x + t.ky * y + Int(t.phase * Double(rays))
                let steep = table[turn & mask] * Float(t.height)
                slope += SIMD2(Float(t.kx), Float(t.ky)) * steep
            }
            return slope
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let light = Self.smoothed(landed(moment.phase))
        let shift = moment.shift(look.depth, frame.stage)
        var gains = [UInt32](repeating: 0, count: period)
        let start = wrapped(-shift.x / Double(period)) * Double(period)
        let first = Int(start)
        for y in 0..<frame.rows {
            let v = wrapped((Double(y) - shift.y) / Double(period)) * Double(Self.texels)
            fill(&gains, light, Float(v), start - Double(first))
            apply(gains, from: first * 4, to: frame, row: y)
        }
    }

    /// How much light arrives at each texel; 1 on average.
    private func landed(_ phase: Double) -> [Float] {
        let (n, side) = (Self.rays, Self.texels)
        var light = [Float](repeating: 0, count: side * side)
        let scale = Float(side) / Float(n)
        let bend = Float(look.focus) * Float(side) * 0.0135
        let weight = scale * scale
        let (tapA, tapB) = (TileTap(phase, 0, n), TileTap(0, phase, n))
        let top = Float(side)
        light.withUnsafeMutableBufferPointer { light in
            slopes.withUnsafeBufferPointer { a in
                others.withUnsafeBufferPointer { b in
                    for y in 0..<n {
                        for x in 0..<n {
                            let slope = tapA.read(a, x, y) + tapB.read(b, x, y)
                            var p = SIMD2(Float(x), Float(y)) * scale + slope * bend
                            p += SIMD2(repeating: top)
                            let (ix, iy) = (Int(Int32(p.x)), Int(Int32(p.y)))
                            let (fx, fy) = (p.x - Float(ix), p.y - Float(iy))
                            let (x0, y0) = (home(ix, side), home(iy, side) * side)
                            let x1 = x0 + 1 == side ? 0 : x0 + 1
                            let y1 = y0 + side == side * side ? 0 : y0 + side
                            let (upper, lower) = (weight * (1 - fy), weight * fy)
                            light[y0 + x0] += upper * (1 - fx)
                            light[y0 + x1] += upper * fx
                            light[y1 + x0] += lower * (1 - fx)
                            light[y1 + x1] += lower * fx
                        }
                    }
                }
            }
        }
        return light
    }

    /// A texel's number, 0 ..< `side`, for one that has gone at most a tile astray.
    @inline(__always)
    private func home(_ i: Int, _ side: Int) -> Int {
        i < side ? i : i < 2 * side ? i - side : i - 2 * side
    }

    /// A small binomial filter, so that single rays do not show.
    private static func smoothed(_ light: [Float]) -> [Float] {
        let n = texels
        var out = light
        for y in 0..<n {
            let (up, down) = ((y + n - 1) % n * n, (y + 1) % n * n)
            for x in 0..<n {
                let (l, r) = ((x + n - 1) % n, (x + 1) % n)
                let cross = light[y * n + l] + light[y * n + r] + light[up + x] + light[down + x]
                let corners = light[up + l] + light[up + r] + light[down + l] + light[down + r]
                out[y * n + x] = light[y * n + x] * 0.25 + cross * 0.125 + corners * 0.0625
            }
        }
        return out
    }

    /// Gains of blue, green and red (128 leaves a byte as it is) for 0 ... 16 times the mean light.
    private static func gainTable(_ look: Look) -> [UInt32] {
        let tint = SIMD3(look.light.b, look.light.g, look.light.r) * Float(look.strength)
        return (0..<grades).map { grade in
            // The brightest lines are many times the mean: eased, so that they keep colour.
            let over = max(Float(grade) / 256 - 0.55, 0)
            let gain = (SIMD3(repeating: Float(look.floor)) + tint * (over / (1 + 0.4 * over))) * 128
            let (b, g, r) = (min(gain.x, 255), min(gain.y, 255), min(gain.z, 255))
            return 128 << 24 | UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
        }
    }

    /// One line of the tile, moved by a `fraction` of a pixel, as gains per byte.
    private func fill(
        _ gains: inout [UInt32], _ light: [Float], _ v: Float, _ fraction: Double
    ) {
        let n = Self.texels
        let row = Int(v) % n
        let t = v - v.rounded(.down)
        let (a, b) = (row * n, (row + 1) % n * n)
        let line = (0...n + 1).map { x -> Int in
            let bright = light[a + x % n] * (1 - t) + light[b + x % n] * t
            return min(Int(bright * 256), Self.grades - 1)
        }
        let step = (n << 16) / period
        var u = Int(fraction * Double(step))
        gains.withUnsafeMutableBufferPointer { gains in
            line.withUnsafeBufferPointer { line in
                table.withUnsafeBufferPointer { table in
                    for x in 0..<period {
                        let (i, f) = (u &>> 16, u & 0xFFFF)
                        gains[x] = table[line[i] &+ (((line[i &+ 1] &- line[i]) &* f) &>> 16)]
                        u &+= step
                    }
                }
            }
        }
    }

    private func apply(_ gains: [UInt32], from start: Int, to frame: Frame, row: Int) {
        let bytes = UnsafeMutableRawPointer(frame.pixels + row * frame.columns)
        let end = frame.columns * 4
        gains.withUnsafeBytes { gains in
            guard let base = gains.baseAddress else { return }
            var (i, from) = (0, start)
            while i < end {
                let run = min(end - i, period * 4 - from)
                Self.multiply(bytes + i, base + from, count: run)
                i += run
                from = 0
            }
        }
    }

    private static func multiply(
        _ bytes: UnsafeMutableRawPointer, _ gains: UnsafeRawPointer, count: Int
    ) {
        // Bytes in even and in odd places, as 16-bit lanes.
        let low = SIMD16<UInt16>(repeating: 0xFF)
        func product(_ c: SIMD16<UInt16>, _ g: SIMD16<UInt16>) -> SIMD16<UInt16> {
            let p = (c &* g) &>> 7
            // Above 255 the ninth bit is set and fills the byte.
            return (p | (SIMD16.zero &- (p &>> 8))) & low
        }
        var i = 0
        while i + 32 <= count {
            let c = bytes.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt16>.self)
            let g = gains.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt16>.self)
            let result = product(c & low, g & low) | (product(c &>> 8, g &>> 8) &<< 8)
            bytes.storeBytes(of: result, toByteOffset: i, as: SIMD16<UInt16>.self)
            i += 32
        }
        while i < count {
            let c = UInt16(bytes.load(fromByteOffset: i, as: UInt8.self))
            let g = UInt16(gains.load(fromByteOffset: i, as: UInt8.self))
            bytes.storeBytes(
                of: UInt8(min((c &* g) &>> 7, 255)), toByteOffset: i, as: UInt8.self)
            i += 1
        }
    }
}

/// Reads a square tile of `n` x `n` that has travelled (u, v) tiles: the weights are those of
/// every cell.
private struct TileTap {
    private let column: Int
    private let row: Int
    private let n: Int
    private let weights: SIMD4<Float>

    init(_ u: Double, _ v: Double, _ n: Int) {
        let (x, y) = (wrapped(u) * Double(n), wrapped(v) * Double(n))
        column = Int(x)
        row = Int(y)
        self.n = n
        let (fx, fy) = (Float(x - Double(column)), Float(y - Double(row)))
        weights = SIMD4((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy)
    }

    @inline(__always)
    func read(_ tile: UnsafeBufferPointer<SIMD2<Float>>, _ x: Int, _ y: Int) -> SIMD2<Float> {
        let mask = n - 1
        let (x0, y0) = ((x + column) & mask, ((y + row) & mask) * n)
        let (x1, y1) = ((x0 + 1) & mask, ((y + row + 1) & mask) * n)
        let top = tile[y0 + x0] * weights.x + tile[y0 + x1] * weights.y
        return top + tile[y1 + x0] * weights.z + tile[y1 + x1] * weights.w
    }
}
