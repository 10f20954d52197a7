import BatchVideo
import Foundation

extension DuneField {
    struct Look {
        /// From shadow to light.
        var sand: ColourRamp
        /// What dunes fade into with distance, and how far away half of them has faded.
        var haze: Colour
        var reach: Double
        /// Strength of the wind's ripples, 0-1.
        var ripples = 1.0
        /// Snow in the hollows and on the shaded flanks, 0-1.
        var snow = 0.0
        var snowColour = Colour.white
    }

    /// Paints the ground between two steps, near to far, with what hangs below its near edge so that
    /// layers can part. Returns its skyline.
    func paint(
        _ look: Look, from near: Int, to far: Int, on surface: PaintSurface, seed: UInt64
    ) -> Ridge {
        let brush = DuneBrush(self, look, seed: seed)
        let isNearest = near == 0
        let hem = Float(stage.unit) * 0.05
        var skyline = [Double](repeating: 0, count: surface.columns)
        _ = surface.withPixels { pixels in
            for column in 0..<surface.columns {
                var stroke = Stroke(
                    pixels: pixels + column, stride: surface.columns, rows: surface.rows,
                    origin: surface.origin, column: column)
                var below = knot(near, column)
                let y = row(below)
                stroke.top = isNearest ? Float(stage.bottom) : min(y + hem, Float(stage.bottom))
                // What hangs below the near edge is as the edge is.
                let edge = brush.colour(below, below, 0, blur: 1)
                stroke.rise(to: y) { _ in edge }
                var foot = y
                for k in near..<far {
                    let above = knot(k + 1, column)
                    let head = row(above)
                    if head < stroke.top {
                        let (low, span) = (foot, max(foot - head, 1e-4))
                        let blur = brush.blur(below, above, rows: span)
                        let from = below
                        stroke.rise(to: head) { row in
                            let t = min(max((low - row) / span, 0), 1)
                            return brush.colour(from, above, t, blur: blur)
                        }
                    }
                    (below, foot) = (above, head)
                }
                stroke.finish()
                skyline[column] = Double(stroke.top)
            }
        }
        return Ridge(stage) { skyline[min(max(Int($0) + surface.origin, 0), skyline.count - 1)] }
    }
}

extension DuneField {
    /// What the grid says about one picture column at one step.
    fileprivate struct Knot {
        var height: Float
        var tone: Float
        var distance: Float
        var heading: Float
        var step: Float
    }

    fileprivate func knot(_ step: Int, _ column: Int) -> Knot {
        let node = min(column / cell, nodes - 2)
        let share = (Float(column % cell) + 0.5) / Float(cell)
        let i = step * nodes + node
        return Knot(
            height: lerp(heights[i], heights[i + 1], share),
            tone: lerp(tones[i], tones[i + 1], share), distance: distances[step],
            heading: (Float(column - stage.margin) + 0.5 - middle) / focal,
            step: Float(step) / Float(Self.steps))
    }

    fileprivate func row(_ knot: Knot) -> Float {
        horizon + focal * (1 - knot.height) / knot.distance
    }
}

/// One column of paint that grows upwards, its ends blended by how much of a pixel they fill.
private struct Stroke {
    let pixels: UnsafeMutablePointer<UInt32>
    let stride: Int
    let rows: Int
    let origin: Int
    let column: Int
    /// Picture row that the paint has reached.
    var top: Float = 0
    private var sum = SIMD4<Float>.zero
    private var cover: Float = 0

    init(
        pixels: UnsafeMutablePointer<UInt32>, stride: Int, rows: Int, origin: Int, column: Int
    ) {
        self.pixels = pixels
        self.stride = stride
        self.rows = rows
        self.origin = origin
        self.column = column
    }

    mutating func rise(to row: Float, _ colour: (_ row: Float) -> SIMD4<Float>) {
        guard row < top else { return }
        var r = Int(top.rounded(.up)) - 1
        let last = Int(row.rounded(.down))
        while r >= last {
            let part = min(top, Float(r + 1)) - max(row, Float(r))
            if r + origin < rows {
                sum += colour(Float(r) + 0.5) * part
                cover += part
            }
            guard row <= Float(r) else { break }
            write(r)
            r -= 1
        }
        top = row
    }

    mutating func finish() {
        if cover > 0 { write(Int(top.rounded(.down))) }
    }

    private mutating func write(_ row: Int) {
        let y = row + origin
        if (0..<rows).contains(y), cover > 0.001 {
            let noise = Dither.tile[
                (y & (Dither.size - 1)) * Dither.size + column & (Dither.size - 1)]
            let whole = cover > 0.995 ? sum / cover : sum
            pixels[y * stride] = Pixel.packed(whole, dither: noise)
        }
        (sum, cover) = (.zero, 0)
    }
}

/// The colour of the sand at a place of a ``DuneField``.
private struct DuneBrush {
    private let sand: ColourRamp
    private let haze: SIMD4<Float>
    private let reach: Float
    private let focal: Float
    private let warp: NoiseField
    private let ripples: Float
    private let snow: Float
    private let snowLight: SIMD4<Float>
    private let snowShade: SIMD4<Float>
    /// Lengths of the two sets of ripples, in eye heights.
    private static let (fine, broad): (Float, Float) = (0.052, 0.19)

    init(_ field: DuneField, _ look: DuneField.Look, seed: UInt64) {
        sand = look.sand
        haze = look.haze.rgba()
        reach = Float(look.reach)
        focal = field.focal
        warp = NoiseField(width: 256, height: 256, .init(cells: 7, octaves: 3, gain: 0.4), seed: seed)
        ripples = Float(look.ripples)
        snow = Float(look.snow)
        snowLight = look.snowColour.rgba()
        snowShade = look.sand.colour(0.1).mixed(look.snowColour, 0.4).rgba()
    }

    /// How much of a ripple's length one picture row spans between two steps.
    func blur(_ a: DuneField.Knot, _ b: DuneField.Knot, rows: Float) -> Float {
        let way = (b.distance - a.distance) * 0.5 + (b.height - a.height) * 1.4
        return max(abs(way) / rows, a.distance / focal * 0.9)
    }

    @inline(__always)
    func colour(
        _ a: DuneField.Knot, _ b: DuneField.Knot, _ t: Float, blur: Float
    ) -> SIMD4<Float> {
        let (tone, height) = (lerp(a.tone, b.tone, t), lerp(a.height, b.height, t))
        let z = lerp(a.distance, b.distance, t)
        let n = warp.sample(
            0.5 + a.heading * 0.4, lerp(a.step, b.step, t) * 0.75 + height * 0.14) - 0.5
        var shade = tone + n * 0.05
        if ripples > 0, blur < Self.broad * 0.36 {
            let way = a.heading * z * 0.85 + z * 0.5 + height * 1.4 + n * 0.55
            let lit = smoothstep(0.16, 0.4, tone) * 0.85 + 0.15
            shade += wind(way, blur, n) * lit * ripples
        }
        var c = sand.rgba(shade)
        if snow > 0 {
            let lie = smoothstep(0.52, 0.34, tone + n * 0.9) * snow
            c += (snowShade + (snowLight - snowShade) * min(shade * 2.2, 1) - c) * lie
        }
        c += (haze - c) * (1 - exp2(-max(z - 1.5, 0) / reach))
        c.w = 1
        return c
    }

    /// Ripples that fade before they are finer than the picture's rows.
    private func wind(_ way: Float, _ blur: Float, _ n: Float) -> Float {
        let (fine, broad) = (Self.fine, Self.broad)
        var sum: Float = 0
        let near = smoothstep(fine * 0.36, fine * 0.12, blur)
        if near > 0 { sum += near * 0.075 * crest(way / fine) * (0.7 + n) }
        let far = smoothstep(broad * 0.36, broad * 0.10, blur) * smoothstep(0.01, 0.03, blur)
        if far > 0 { sum += far * 0.05 * crest(way / broad + n * 2) * (0.8 - n) }
        return sum
    }

    /// A wave with a long rise and a short fall.
    private func crest(_ turns: Float) -> Float {
        let angle = (turns - turns.rounded(.down)) * 2 * .pi
        return sin(angle) + 0.35 * sin(2 * angle)
    }
}
