import BatchVideo
import Foundation

/// A skyline from the left to the right edge of the stage, overscan included.
struct Ridge: Sendable {
    enum Character: Sendable {
        /// Rounded, like hills.
        case soft
        /// Folded and broken, like rock.
        case sharp
    }

    /// Picture rows of the skyline, one per pixel column.
    let rows: [Double]
    private let left: Int

    /// Swings `amplitude` pixels around `base`; `peaks` is how many across the picture's unit.
    init(
        _ stage: Stage, base: Double, amplitude: Double, peaks: Double, _ character: Character,
        seed: UInt64
    ) {
        left = stage.margin
        let count = stage.size.width + 2 * stage.margin
        var sum = [Double](repeating: 0, count: count)
        var random = SeededRandom(seed: seed, "ridge")
        var (gain, cells) = (1.0, peaks * Double(count) / stage.unit)
        let octaves = character == .soft ? 3 : 7
        let start = random.uniform(0, 1)
        for octave in 0..<octaves {
            let lattice = (0..<Int(cells) + 6).map { _ in random.uniform(-1, 1) }
            for i in 0..<count {
                let position = Double(i) / Double(count) * cells + start
                let n = Self.spline(lattice, position, smooth: character == .soft || octave == 0)
                sum[i] += gain * (character == .sharp ? 0.75 - 1.5 * abs(n) : n)
            }
            gain *= character == .soft ? 0.32 : 0.47
            cells *= character == .soft ? 2.7 : 2.05
        }
        rows = sum.map { base - amplitude * $0 }
    }

    init(_ stage: Stage, row: (_ x: Double) -> Double) {
        left = stage.margin
        rows = (0..<stage.size.width + 2 * stage.margin).map { row(Double($0 - stage.margin)) }
    }

    /// The same skyline moved where `change` puts each point.
    func reshaped(_ stage: Stage, _ change: (_ x: Double, _ row: Double) -> Double) -> Ridge {
        Ridge(stage) { change($0, self.row($0)) }
    }

    func row(_ x: Double) -> Double { rows[min(max(Int(x) + left, 0), rows.count - 1)] }
    var highest: Double { rows.min() ?? 0 }
    var lowest: Double { rows.max() ?? 0 }

    /// Closes the skyline down to `bottom` as the surface's path.
    func trace(on surface: PaintSurface, bottom: Double) {
        surface.move(surface.stage.left, bottom)
        for (i, y) in rows.enumerated() where i % 2 == 0 || i == rows.count - 1 {
            surface.line(Double(i - left), y)
        }
        surface.line(surface.stage.right, rows.last ?? bottom)
        surface.line(surface.stage.right, bottom)
        surface.close()
    }

    private static func spline(_ lattice: [Double], _ position: Double, smooth: Bool) -> Double {
        let i = Int(position)
        let t = position - Double(i)
        let s = smooth ? t * t * (3 - 2 * t) : t
        return lattice[i] + (lattice[i + 1] - lattice[i]) * s
    }
}

/// A range of hills or mountains: its skyline, colour, light and haze.
struct Mountains {
    var ridge: Ridge
    /// Colour at the skyline and where the haze has swallowed it.
    var top: Colour
    var foot: Colour
    /// Light on the slopes that face the sun, and its strength 0...1.
    var light: Colour
    var relief = 0.5
    /// Pixels over which the colour goes from `top` to `foot`.
    var depth: Double
    /// Snow from the summits down this many pixels; 0 for none.
    var snow = 0.0
    var snowColour = Colour.white
    /// -1 when the light comes from the left, 1 from the right.
    var lightSide = 1.0

    func paint(on surface: PaintSurface, rock: NoiseField, bottom: Double? = nil) {
        let stage = surface.stage
        let floor = bottom ?? stage.bottom
        ridge.trace(on: surface, bottom: floor)
        surface.fill(top)
        let ramp = ColourRamp([top, foot])
        let (w, tall) = (Float(surface.columns), Float(surface.rows))
        let step = Float(stage.unit) * 0.0034
        let (du, dv) = (step / w, step / tall)
        let offset = Float(surface.origin)
        let rows = ridge.rows.map { Float($0) }
        let (high, reach) = (Float(ridge.highest), Float(depth))
        let strength = Float(relief)
        let (side, snowReach) = (Float(lightSide), Float(snow))
        let (lightColour, snowy) = (light.rgba(), snowColour.rgba())
        let snowShade = snowColour.mixed(top, 0.62).rgba()
        let shadow = top.darker(0.5).saturated(1.1).rgba()
        surface.shade(.atop, top: ridge.highest, bottom: floor) { x, y in
            let skyline = rows[min(max(Int(x + offset), 0), rows.count - 1)]
            let below = y - skyline
            let u = (x + offset) / w
            let v = (below * 0.75 + (y - high) * 0.5) / tall + 0.03
            let slope = rock.sample(u - du * side, v + dv) - rock.sample(u + du * side, v - dv)
            let haze = min(max((y - high) / reach, 0), 1)
            var c = ramp.rgba(haze * 0.75 + min(max(below / reach, 0), 1) * 0.25)
            let lit = slope * 6 * strength * (1 - haze * 0.85)
            if snowReach > 0 {
                let n = rock.sample(u, v)
                let depth = (y - high) / snowReach + (n - 0.5) * 1.1 + slope * 2.2
                let cover = smoothstep(1, 0.55, depth) * (1 - 0.6 * haze)
                let face = snowy + (snowShade - snowy) * min(max(0.30 - slope * 5, 0), 0.85)
                c += (face - c) * cover
            }
            c += (lit > 0 ? lightColour - c : shadow - c) * min(abs(lit), 0.75)
            c.w = 1
            return c
        }
    }
}

/// Haze lying between layers.
enum Mist {
    static func band(
        _ colour: Colour, _ strength: Double, on surface: PaintSurface, centre: Double,
        reach: Double, seed: UInt64, ragged: Double = 0.6
    ) {
        let (w, h) = (Float(surface.columns), Float(surface.rows))
        let noise = NoiseField(
            width: surface.columns / 8, height: surface.rows / 8,
            .init(cells: 4, octaves: 5, aspect: 0.3), seed: seed)
        let offset = Float(surface.origin)
        let (cy, inverse) = (Float(centre), Float(1 / reach))
        let paint = colour.rgba()
        surface.shade(top: centre - reach * 1.3, bottom: centre + reach * 1.3) { x, y in
            let n = noise.sample((x + offset) / w, (y + offset) / h) - 0.5
            let d = abs((y - cy) * inverse + n * Float(ragged))
            let density = smoothstep(1, 0, d) * (0.75 + n * 1.4)
            var c = paint
            c.w = max(density * Float(strength), 0)
            return c
        }
    }
}
