import BatchVideo
import Foundation

/// Rocks with relief, lit from one side, with moss on them or snow.
struct Boulder {
    struct Look {
        var dark: Colour
        var light: Colour
        /// What grows or lies on top; nil for bare rock.
        var cover: Colour?
        /// Share of the top that is covered, 0...1.
        var coverShare = 0.5
        /// Shade on the water around its foot; nil on dry ground.
        var wet: Colour?
        /// Where the light comes from: left is negative, up is negative, towards us is positive.
        var sun = SIMD3<Float>(-0.5, -0.62, 0.6)
    }

    var centre: Point
    var rx: Double
    var ry: Double
    var tilt = 0.0

    /// Paints it, its outline roughened by `seed`.
    func paint(_ look: Look, on s: PaintSurface, seed: UInt64) {
        let relief = NoiseField(
            width: 96, height: 96, .init(cells: 4, octaves: 6, gain: 0.55), seed: seed)
        let grain = NoiseField(
            width: 128, height: 128, .init(cells: 24, octaves: 3, gain: 0.6), seed: seed &+ 1)
        let form = BoulderForm(self, relief)
        let ramp = ColourRamp([
            look.dark.darker(0.35), look.dark, look.light, look.light.lighter(0.25),
        ])
        let sun = look.sun / (look.sun * look.sun).sum().squareRoot()
        let cover = (look.cover ?? look.light).rgba()
        let share = look.cover == nil ? 0 : Float(look.coverShare)
        let soft = Float(1.2 / min(rx, ry))
        let wet = (look.wet ?? .black).rgba()
        let rim: Float = look.wet == nil ? 0 : 0.16
        let reach = max(rx, ry) * 1.3
        s.shade(
            top: centre.y - reach, bottom: centre.y + reach, left: centre.x - reach,
            right: centre.x + reach
        ) { x, y in
            let p = form.local(x, y)
            let edge = form.edge(p)
            guard edge > -soft else {
                guard edge > -rim else { return .zero }
                var shade = wet
                shade.w = 0.6 * (1 + edge / rim) * (1 + edge / rim)
                return shade
            }
            let slope = form.turned(form.slope(p, edge))
            let length = (slope.x * slope.x + slope.y * slope.y + 1).squareRoot()
            let lit = (-slope.x * sun.x - slope.y * sun.y + sun.z) / length
            let (u, v) = (p.x * 0.38 + 0.5, p.y * 0.38 + 0.5)
            let n = grain.sample(u, v) - 0.5
            var c = ramp.rgba(0.14 + 0.6 * max(lit, -0.1) + n * 0.26)
            let facing = (sun.z * 0.6 - slope.y * 0.5) / length + (relief.sample(v, u) - 0.5) * 1.3
            let moss = smoothstep(1 - share, 1.25 - share, facing + 0.35 + n * 0.5)
            let tone = 0.5 + 0.55 * max(lit, 0) + n * 0.5
            let grown = SIMD4(cover.x * tone, cover.y * tone, cover.z * tone, 1)
            if share > 0 { c += (grown - c) * moss }
            c *= 0.62 + 0.38 * smoothstep(0, 0.16, edge)
            c.w = smoothstep(-soft, soft, edge)
            if rim > 0 { c += (SIMD4(wet.x, wet.y, wet.z, 1) - c) * (0.6 * (1 - c.w)) }
            if rim > 0 { c.w = max(c.w, 0.6) }
            return c
        }
    }
}

/// The shape of a boulder in its own coordinates, where it fills about the unit circle.
private struct BoulderForm {
    private let centre: SIMD2<Float>
    private let scale: SIMD2<Float>
    private let axis: SIMD2<Float>
    private let relief: NoiseField

    init(_ boulder: Boulder, _ relief: NoiseField) {
        centre = SIMD2(Float(boulder.centre.x), Float(boulder.centre.y))
        scale = SIMD2(1 / Float(boulder.rx), 1 / Float(boulder.ry))
        axis = SIMD2(Float(cos(boulder.tilt)), Float(sin(boulder.tilt)))
        self.relief = relief
    }

    func local(_ x: Float, _ y: Float) -> SIMD2<Float> {
        let d = SIMD2(x, y) - centre
        return SIMD2(d.x * axis.x + d.y * axis.y, d.y * axis.x - d.x * axis.y) * scale
    }

    /// A slope in local directions as one in the picture's.
    func turned(_ s: SIMD2<Float>) -> SIMD2<Float> {
        SIMD2(s.x * axis.x - s.y * axis.y, s.x * axis.y + s.y * axis.x)
    }

    /// Distance from the outline inwards, in radii.
    func edge(_ p: SIMD2<Float>) -> Float {
        let r = (p.x * p.x + p.y * p.y).squareRoot() + 1e-4
        let wobble = relief.sample(0.5 + p.x / r * 0.33, 0.5 + p.y / r * 0.33) - 0.5
        return 1 + wobble * 0.5 - r
    }

    /// How a flattened dome with bumps rises towards larger coordinates; `edge` is that at `p`.
    func slope(_ p: SIMD2<Float>, _ edge: Float) -> SIMD2<Float> {
        let inside = min(max(edge, 0.012), 1)
        let r = (p.x * p.x + p.y * p.y).squareRoot() + 1e-4
        let fall = 0.75 * (1 - inside) / (inside * (2 - inside)).squareRoot()
        let step: Float = 0.014
        let (u, v) = (p.x * 0.42 + 0.5, p.y * 0.42 + 0.5)
        let here = relief.sample(u, v)
        let bumps = SIMD2(relief.sample(u + step, v) - here, relief.sample(u, v + step) - here)
        return p * (-fall / r) + bumps * (0.5 * 0.42 / step)
    }
}
