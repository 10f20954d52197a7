import BatchVideo
import Foundation

/// A carp seen from above: its coat as a straight sprite, nose on the left.
struct Koi {
    struct Coat: Sendable {
        var base: Colour
        var patch: Colour
        var spot: Colour
        /// Share of the back under patches and under spots, 0...1.
        var patches: Double
        var spots: Double
        /// A single round patch on the head.
        var crown = false
        /// Metallic light on the scales, 0...1.
        var sheen = 0.35

        static let kohaku = Coat(
            base: Colour(0xFBF4E9), patch: Colour(0xE2472B), spot: Colour(0xE2472B), patches: 0.45,
            spots: 0)
        static let sanke = Coat(
            base: Colour(0xFAF3E6), patch: Colour(0xE8532E), spot: Colour(0x24211F), patches: 0.38,
            spots: 0.14)
        static let showa = Coat(
            base: Colour(0x2B2826), patch: Colour(0xDF4A29), spot: Colour(0xF3E9DC), patches: 0.36,
            spots: 0.3)
        static let golden = Coat(
            base: Colour(0xF2B540), patch: Colour(0xFFD873), spot: Colour(0xC67A1E), patches: 0.3,
            spots: 0, sheen: 0.8)
        static let orange = Coat(
            base: Colour(0xF07A2C), patch: Colour(0xF9A24A), spot: Colour(0xB8401A), patches: 0.3,
            spots: 0.06, sheen: 0.5)
        static let crane = Coat(
            base: Colour(0xFBF7F0), patch: Colour(0xDB3A2A), spot: Colour(0xDB3A2A), patches: 0,
            spots: 0, crown: true)
        static let blue = Coat(
            base: Colour(0x6F90AC), patch: Colour(0xA9C0D0), spot: Colour(0x33475E), patches: 0.25,
            spots: 0.08, sheen: 0.55)
        static let magpie = Coat(
            base: Colour(0xF6F2EA), patch: Colour(0x24262A), spot: Colour(0x24262A), patches: 0.42,
            spots: 0.08)
        static let all = [kohaku, golden, sanke, orange, crane, showa, magpie, blue]
    }

    /// The light it swims in: what the water above adds, and how much of it.
    struct Water: Sendable {
        var tint: Colour
        var amount: Double
    }

    let coat: Coat
    /// From nose to tail in pixels.
    let length: Double
    let water: Water

    /// Half the body's breadth at `s` (0 nose, 1 tip of the tail), as a share of the length.
    static func half(_ s: Double) -> Double {
        let table = [
            0.050, 0.058, 0.072, 0.085, 0.094, 0.099, 0.101, 0.100, 0.096, 0.090, 0.082, 0.072,
            0.061, 0.049, 0.038, 0.029, 0.023, 0.021,
        ]
        let t = min(max(s / 0.84, 0), 1) * Double(table.count - 1)
        let i = min(Int(t), table.count - 2)
        // A blunt snout.
        let snout = min(max(s / 0.045, 0), 1)
        return lerp(table[i], table[i + 1], t - Double(i)) * (snout * (2 - snout)).squareRoot()
    }

    func body(seed: UInt64) -> Sprite {
        let size = PixelSize(
            width: max(Int(length), 24), height: max(Int(length * 0.27), 10))
        return Sprite(size) { s in
            let middle = Double(size.height) / 2
            tail(s, middle)
            pelvicFins(s, middle)
            back(s, middle, seed)
            dorsalFin(s, middle)
            face(s, middle)
        }
    }

    /// One pectoral fin, its root on the left edge's middle.
    func fin() -> Sprite {
        let size = PixelSize(
            width: max(Int(length * 0.17), 16), height: max(Int(length * 0.13), 12))
        return Sprite(size) { s in
            let (w, h) = (Double(size.width), Double(size.height))
            s.move(0, h * 0.46)
            s.curve(Point(w * 0.3, h * 0.1), Point(w * 0.75, -h * 0.02), to: Point(w, h * 0.25))
            s.curve(Point(w * 1.0, h * 0.6), Point(w * 0.75, h * 0.98), to: Point(w * 0.45, h))
            s.curve(Point(w * 0.3, h * 0.85), Point(w * 0.1, h * 0.65), to: Point(0, h * 0.6))
            s.close()
            s.fill(
                from: Point(0, 0), to: Point(w, 0),
                [Stop(0, shown(finColour), 0.95), Stop(1, shown(finColour.lighter(0.2)), 0.5)])
            for k in 0..<9 {
                let a = lerp(-0.22, 0.92, Double(k) / 8)
                s.move(w * 0.02, h * 0.52)
                s.line(w * (0.02 + 0.86 * cos(a)), h * 0.5 + w * 0.62 * sin(a))
                s.stroke(shown(finColour.darker(0.25)), 0.3, width: max(length * 0.003, 0.5))
            }
        }
    }

    private var finColour: Colour {
        coat.base.mixed(coat.patch, coat.patches > 0.4 ? 0.15 : 0.08).lighter(0.15)
    }

    private func shown(_ colour: Colour) -> Colour { colour.mixed(water.tint, water.amount) }

    private func tail(_ s: PaintSurface, _ y: Double) {
        let k = length
        let colour = shown(finColour)
        for side in [-1.0, 1.0] {
            s.move(k * 0.78, y)
            s.curve(
                Point(k * 0.86, y + side * k * 0.02), Point(k * 0.92, y + side * k * 0.10),
                to: Point(k * 0.995, y + side * k * 0.125))
            s.curve(
                Point(k * 0.985, y + side * k * 0.07), Point(k * 0.95, y + side * k * 0.025),
                to: Point(k * 0.915, y))
            s.close()
            s.fill(
                from: Point(k * 0.78, y), to: Point(k, y + side * k * 0.06),
                [Stop(0, colour, 0.98), Stop(0.5, colour, 0.8), Stop(1, colour.lighter(0.1), 0.4)])
            for i in 0..<6 {
                let t = Double(i) / 5
                s.move(k * 0.82, y + side * k * 0.006)
                s.curve(
                    Point(k * 0.87, y + side * k * 0.03 * t),
                    Point(k * 0.92, y + side * k * 0.085 * t),
                    to: Point(k * lerp(0.925, 0.98, t), y + side * k * 0.115 * t))
                s.stroke(shown(finColour.darker(0.3)), 0.28, width: max(k * 0.003, 0.5))
            }
        }
    }

    private func pelvicFins(_ s: PaintSurface, _ y: Double) {
        for side in [-1.0, 1.0] {
            let root = Point(length * 0.5, y + side * length * Self.half(0.5) * 0.8)
            s.leaf(
                root.x + length * 0.035, root.y + side * length * 0.022, length * 0.05,
                length * 0.018, tilt: side * 0.6)
            s.fill(shown(finColour), 0.7)
        }
    }

    private func back(_ s: PaintSurface, _ middle: Double, _ seed: UInt64) {
        let (k, y0) = (Float(length), Float(middle))
        let halves = (0...100).map { Float(Self.half(Double($0) / 100)) }
        let patchField = NoiseField(
            width: 96, height: 48, .init(cells: 5, octaves: 4, gain: 0.5), seed: seed)
        let spotField = NoiseField(
            width: 96, height: 48, .init(cells: 9, octaves: 3, gain: 0.5), seed: seed &+ 9)
        let patchFrom = Float(0.5 + 0.52 * (0.5 - coat.patches))
        let spotFrom = Float(0.5 + 0.46 * (0.5 - coat.spots))
        let (base, patch, spot) = (coat.base.rgba(), coat.patch.rgba(), coat.spot.rgba())
        let (tint, veil) = (water.tint.rgba(), Float(water.amount))
        let (hasPatches, hasSpots) = (coat.patches > 0, coat.spots > 0)
        let (isCrowned, sheen) = (coat.crown, Float(coat.sheen))
        s.shade(top: -2, bottom: Double(2 * middle) + 2, left: -1, right: length * 0.86) { x, y in
            let along = min(max(x / k, 0), 0.999)
            let place = along * 100
            let i = Int(place)
            let half = (halves[i] + (halves[i + 1] - halves[i]) * (place - Float(i))) * k
            let off = y - y0
            let cover = min(max(half - abs(off) + 0.5, 0), 1)
            guard cover > 0 else { return .zero }
            let t = off / max(half, 0.5)
            var c = base
            let v = off / k * 2 + 0.5
            if hasPatches {
                let n = patchField.sample(along, v)
                c += (patch - c) * smoothstep(patchFrom, patchFrom + 0.025, n)
            }
            if hasSpots {
                c += (spot - c) * smoothstep(spotFrom, spotFrom + 0.03, spotField.sample(v, along))
            }
            if isCrowned {
                let d = ((along - 0.125) * (along - 0.125) + v * v - v + 0.25).squareRoot()
                c += (patch - c) * smoothstep(0.075, 0.06, d)
            }
            c = Self.scaled(c, along, t, off / k, sheen)
            // Round: light along the back, the flanks turn away into the water.
            c *= 1.05 - 0.55 * abs(t * t * t)
            c += (SIMD4(repeating: 1) - c) * (0.2 * exp(-t * t * 11) * smoothstep(0, 0.12, along))
            let gill = (along - 0.2 + 0.045 * t * t) * 60
            c *= 1 - 0.24 * exp(-gill * gill)
            c += (tint - c) * min(veil + 0.3 * abs(t * t * t), 1)
            c.w = cover
            return c
        }
    }

    /// Scales like roof tiles behind the gills: each darker at its root, bright on its rim.
    private static func scaled(
        _ colour: SIMD4<Float>, _ along: Float, _ t: Float, _ across: Float, _ sheen: Float
    ) -> SIMD4<Float> {
        let pitch: Float = 0.024
        let row = (along / pitch).rounded(.down)
        let shift: Float = Int(row) % 2 == 0 ? 0 : 0.5
        let u = along / pitch - row
        let v = across / pitch + shift
        let w = v - v.rounded()
        let rim = (u - 0.15) + w * w * 1.8
        let edge = smoothstep(0.45, 0.75, rim) * smoothstep(1.05, 0.8, rim)
        let fade = smoothstep(0.2, 0.3, along) * smoothstep(0.84, 0.7, along) * (1 - 0.5 * t * t)
        var c = colour * (1 - 0.3 * (1 - u) * fade * 0.6)
        c += (SIMD4(1, 1, 0.96, 1) - c) * (edge * fade * sheen * 0.55)
        return c
    }

    private func dorsalFin(_ s: PaintSurface, _ y: Double) {
        let k = length
        s.move(k * 0.36, y)
        s.curve(
            Point(k * 0.44, y - k * 0.016), Point(k * 0.58, y - k * 0.014), to: Point(k * 0.66, y))
        s.curve(
            Point(k * 0.58, y + k * 0.008), Point(k * 0.44, y + k * 0.008), to: Point(k * 0.36, y))
        s.close()
        s.fill(shown(coat.base.mixed(coat.patch, 0.3).darker(0.22)), 0.6)
        s.move(k * 0.36, y)
        s.curve(
            Point(k * 0.44, y - k * 0.012), Point(k * 0.58, y - k * 0.012), to: Point(k * 0.66, y))
        s.stroke(shown(finColour.lighter(0.3)), 0.7, width: max(k * 0.005, 0.6))
    }

    private func face(_ s: PaintSurface, _ y: Double) {
        let k = length
        for side in [-1.0, 1.0] {
            let eye = Point(k * 0.075, y + side * k * Self.half(0.075) * 0.8)
            s.circle(eye.x, eye.y, k * 0.0135)
            s.fill(Colour(0x1A1512), 0.9)
            s.circle(eye.x - k * 0.003, eye.y - k * 0.004, k * 0.0045)
            s.fill(.white, 0.85)
            s.circle(k * 0.028, y + side * k * 0.017, max(k * 0.0035, 0.5))
            s.fill(Colour(0x3A2A22), 0.5)
            s.move(k * 0.012, y + side * k * 0.02)
            s.curve(
                Point(-k * 0.004, y + side * k * 0.03), Point(-k * 0.002, y + side * k * 0.05),
                to: Point(k * 0.02, y + side * k * 0.062))
            s.stroke(shown(coat.base.darker(0.15)), 0.8, width: max(k * 0.005, 0.6))
        }
    }
}
