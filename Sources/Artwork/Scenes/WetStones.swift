import BatchVideo
import Foundation

/// The paving of a street after rain: slabs in perspective that mirror what stands above them.
struct WetStones {
    struct Paint {
        var stone: Colour
        var joint: Colour
        /// Light of the sky where nothing is mirrored.
        var sheen: Colour
        /// How wet it is, 0...1.
        var wet: Double
        /// Lies between the slabs and along the walls; nil for none.
        var snow: Colour?
    }

    let street: Street
    let paint: Paint

    /// Paints the ground of `surface`, mirroring `above`.
    func draw(on s: PaintSurface, mirroring above: PaintSurface, seed: UInt64) {
        let puddles = NoiseField(
            width: 256, height: 256, .init(cells: 7, octaves: 4, gain: 0.5), seed: seed)
        let grain = NoiseField(
            width: 512, height: 512, .init(cells: 60, octaves: 3, gain: 0.7), seed: seed &+ 1)
        let tones = Slabs(seed)
        let count = above.columns * above.rows
        let image = above.withPixels { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
        let mirror = StreetMirror(image, above, street)
        let (vx, vy, focus) = (Float(street.vanish.x), Float(street.vanish.y), Float(street.focus))
        let eye = Float(street.eye)
        let stone = ColourRamp([
            paint.stone.darker(0.5), paint.stone, paint.stone.mixed(paint.sheen, 0.3),
        ])
        let (joint, sheen) = (paint.joint.rgba(), paint.sheen.rgba())
        let snow = (paint.snow ?? paint.sheen).rgba()
        let (wet, snowy) = (Float(paint.wet), paint.snow != nil)
        let half = Float(street.half)
        s.shade(top: street.ground(street.end), bottom: s.stage.bottom) { x, y in
            let below = y - Float(street.contact(Double(x)))
            guard below > -1 else { return .zero }
            let z = eye * focus / (y - vy)
            let side = (x - vx) * z / focus
            let slab = tones.slab(side, z)
            let u = (side * 0.16).magnitude.truncatingRemainder(dividingBy: 1)
            let v = (z * 0.11).truncatingRemainder(dividingBy: 1)
            let fine = grain.sample(u, v) - 0.5
            let near = 1 / (1 + z * 0.16)
            var c = stone.rgba(0.42 + slab.tone * 0.34 + fine * 0.5 * near)
            let pixel = 1.2 * z / focus
            let gap = smoothstep(0.016 + pixel, 0.016 - pixel, slab.edge) * smoothstep(26, 6, z)
            c += (joint - c) * (gap * 0.8)
            // Each slab lies a little differently, so that images break at the joints.
            let pool = smoothstep(0.44, 0.62, puddles.sample(v, u * 0.7 + 0.1))
            let stray = (slab.tone * 9 + fine * 16) * (1 - pool) * near
            let image = mirror.sample(x + stray, below, blur: (2 + below * 0.05) * (1.25 - pool))
            let grazing = 0.34 + 0.4 * min(z / 14, 1)
            let shine = wet * (grazing + 0.34 * pool) * (1 - 0.55 * gap * (1 - pool))
            c += (image + sheen * 0.06 - c) * min(shine, 0.93)
            if snowy {
                let edge = smoothstep(half * 0.55, half * 0.98, abs(side) + fine * 1.6)
                let lying = min(edge + gap * 0.5 + smoothstep(0.62, 0.75, puddles.sample(u, v)) * 0.35, 1)
                c += (snow * (0.72 + 0.5 * fine + 0.2 * near) - c) * (lying * 0.9)
            }
            c.w = smoothstep(-1, 1, below)
            return c
        }
    }
}

/// The pattern of the paving: rows of slabs across the street, broken at random.
private struct Slabs {
    private let tones: [Float]

    init(_ seed: UInt64) {
        var random = SeededRandom(seed: seed, "slabs")
        tones = (0..<1024).map { _ in Float(random.uniform(-1, 1)) }
    }

    /// The slab at a place in metres: how bright it is (-1...1), and how far its edge is in metres.
    @inline(__always)
    func slab(_ x: Float, _ z: Float) -> (tone: Float, edge: Float) {
        let depth: Float = 0.52
        let row = (z / depth).rounded(.down)
        let r = Int(Int32(row))
        let breadth = 0.78 + 0.2 * tones[(r &* 7) & 1023]
        let along = x / breadth + tones[(r &* 13) & 1023] * 0.5 + 40
        let column = along.rounded(.down)
        let (fx, fz) = (along - column, z / depth - row)
        let edge = min(min(fx, 1 - fx) * breadth, min(fz, 1 - fz) * depth)
        return (tones[(r &* 31 &+ Int(Int32(column)) &* 17) & 1023], edge)
    }
}

/// The street's picture turned over at the foot of its walls.
private struct StreetMirror {
    private let image: [UInt32]
    private let columns: Int
    private let rows: Int
    private let origin: Float
    private let feet: [Float]

    init(_ image: [UInt32], _ surface: PaintSurface, _ street: Street) {
        self.image = image
        columns = surface.columns
        rows = surface.rows
        origin = Float(surface.origin)
        feet = (0..<surface.columns).map { Float(street.contact(Double($0 - surface.origin))) }
    }

    /// What is mirrored `below` a wall's foot in column `x`, drawn out over `blur` pixels.
    func sample(_ x: Float, _ below: Float, blur: Float) -> SIMD4<Float> {
        let column = min(max(Int(x + origin), 0), columns - 1)
        let foot = feet[column]
        var sum = SIMD4<Float>.zero
        for tap in 0..<5 {
            let reach = (Float(tap) / 4 - 0.35) * blur * 2
            let row = min(max(Int(foot - max(below + reach, 0.5) + origin), 0), rows - 1)
            sum += Pixel.unpacked(image[row * columns + column])
        }
        return sum * 0.2
    }
}
