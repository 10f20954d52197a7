import BatchVideo
import Foundation

/// Air: gradients with the unevenness of a wash, stars, sun and moon.
enum Sky {
    /// `ramp` from the top of the picture to `horizon`; `wash` is how far strokes stray (0-0.1).
    static func paint(
        _ ramp: ColourRamp, on surface: PaintSurface, horizon: Double, seed: UInt64,
        wash: Double = 0.035
    ) {
        let (w, h) = (Float(surface.columns), Float(surface.rows))
        let noise = NoiseField(
            width: surface.columns / 8, height: surface.rows / 8,
            .init(cells: 5, octaves: 4, aspect: 0.4), seed: seed)
        let offset = Float(surface.origin)
        let scale = 1 / Float(horizon)
        surface.shade(top: surface.stage.top, bottom: surface.stage.bottom) { x, y in
            let stray = (noise.sample((x + offset) / w, (y + offset) / h) - 0.5) * Float(wash)
            return ramp.rgba(y * scale + stray * 2)
        }
    }

    /// A sun: a disc with light around it, and a band of light along the horizon.
    static func sun(
        _ disc: Colour, _ halo: Colour, at p: Point, radius: Double, on surface: PaintSurface,
        strength: Double = 1
    ) {
        surface.glow(p.x, p.y, radius: radius * 13, halo, 0.55 * strength, falloff: 1.1)
        surface.glow(
            p.x, p.y, radius: radius * 22, halo, 0.34 * strength, falloff: 0.8, squash: 0.22)
        surface.glow(p.x, p.y, radius: radius * 4.5, disc, 0.75 * strength, falloff: 1.2)
        surface.circle(p.x, p.y, radius)
        surface.fill(disc)
        surface.glow(p.x, p.y, radius: radius * 1.5, .white, 0.4 * strength, falloff: 0.4)
    }

    /// A full moon with its seas; `lit` less than 1 leaves a crescent.
    static func moon(
        at p: Point, radius: Double, on surface: PaintSurface, halo: Colour, seed: UInt64,
        lit: Double = 1
    ) {
        surface.glow(p.x, p.y, radius: radius * 9, halo, 0.42, falloff: 1.2)
        surface.glow(p.x, p.y, radius: radius * 3, .white, 0.34, falloff: 1.2)
        let seas = NoiseField(width: 96, height: 96, .init(cells: 4, octaves: 4), seed: seed)
        let (cx, cy, r) = (Float(p.x), Float(p.y), Float(radius))
        let shadow = Float(lit)
        surface.shade(
            top: p.y - radius - 1, bottom: p.y + radius + 1, left: p.x - radius - 1,
            right: p.x + radius + 1
        ) { x, y in
            let (dx, dy) = ((x - cx) / r, (y - cy) / r)
            let d = (dx * dx + dy * dy).squareRoot()
            let edge = min(max((1 - d) * r + 0.5, 0), 1)
            guard edge > 0 else { return .zero }
            let sea = smoothstep(0.52, 0.72, seas.sample(dx * 0.5 + 0.5, dy * 0.5 + 0.5))
            let limb = 1 - 0.16 * d * d
            let bright = (1 - 0.17 * sea) * limb
            let (ex, ey) = (dx - 1.15 * (1 - shadow) * 2, dy + 0.5 * (1 - shadow))
            let night = shadow < 1 ? smoothstep(0.93, 1.02, (ex * ex + ey * ey).squareRoot()) : 1
            return SIMD4(0.99 * bright, 0.98 * bright, 0.93 * bright, edge * night)
        }
    }

    /// Stars that do not move, thinning towards `bottom`. `count` per picture of any size.
    static func stars(
        _ count: Int, on surface: PaintSurface, bottom: Double, random: inout SeededRandom
    ) {
        let stage = surface.stage
        for _ in 0..<count {
            let x = random.uniform(stage.left, stage.right)
            let y = lerp(stage.top, bottom, pow(random.unit(), 1.25))
            let size = random.unit()
            let warmth = Colour(0xFFE9C8).mixed(Colour(0xC4D6FF), random.unit())
            let fade = smoothstep(bottom, bottom * 0.6, y)
            let radius = max((0.45 + 1.25 * pow(size, 4)) * stage.unit / 1000, 0.45)
            surface.circle(x, y, radius)
            surface.fill(warmth, (0.25 + 0.75 * size * size) * fade)
            if size > 0.965 {
                surface.glow(x, y, radius: radius * 8, warmth, 0.4 * fade, falloff: 1.6)
            }
        }
    }

    /// The Milky Way: a band of dust from one corner to the other, `tilt` in radians.
    static func milkyWay(
        through p: Point, tilt: Double, width: Double, on surface: PaintSurface, bottom: Double,
        colour: Colour, seed: UInt64
    ) {
        let (w, h) = (Float(surface.columns), Float(surface.rows))
        let dust = NoiseField(
            width: surface.columns / 4, height: surface.rows / 4,
            .init(cells: 7, octaves: 6, gain: 0.6), seed: seed)
        let (s, c) = (Float(sin(tilt)), Float(cos(tilt)))
        let (cx, cy, reach) = (Float(p.x), Float(p.y), Float(width))
        let offset = Float(surface.origin)
        let core = Colour(0xFFE6D2)
        surface.shade(.screen, top: surface.stage.top, bottom: bottom) { x, y in
            let across = ((x - cx) * -s + (y - cy) * c) / reach
            let n = dust.sample((x + offset) / w, (y + offset) / h)
            let band = exp(-across * across * 1.6)
            guard band > 0.02 else { return .zero }
            let lane = exp(-pow((across - 0.1 + (n - 0.5) * 1.6) * 4.2, 2)) * 0.75
            let light = band * max(n * 1.7 - 0.35, 0) * (1 - lane)
            let fade = smoothstep(Float(bottom), Float(bottom) * 0.55, y)
            let heat = band * band * 0.6
            let tint = colour.rgba() + (core.rgba() - colour.rgba()) * heat
            return SIMD4(tint.x, tint.y, tint.z, min(light * 0.75 * fade, 1))
        }
    }
}
