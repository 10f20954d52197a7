import BatchVideo
import Foundation

/// Steam over something hot: strands that curl as they rise, drawn row by row.
struct SteamLayer: SceneLayer {
    /// Where it leaves the surface, and half the breadth of its source in pixels.
    let from: Point
    let breadth: Double
    let rise: Double
    let colour: Colour
    var alpha = 0.3
    /// How far it has gone to the right at the top, in shares of `rise`.
    var lean = 0.1
    var depth = 0.5
    /// Sets neighbours apart.
    var start = 0.0
    private static let strands = 4

    private struct Strand {
        var centre: Float
        var reach: Float
        var density: Float
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        let (x0, y0) = (from.x + shift.x, from.y + shift.y)
        let (top, low) = (max(Int(y0 - rise), 0), min(Int(y0), frame.rows - 1))
        guard top <= low else { return }
        for y in top...low {
            let t = min(max((y0 - Double(y)) / rise, 0), 1)
            let strands = (0..<Self.strands).map { strand($0, t, x0, moment.phase) }
            row(strands, frame.pixels + y * frame.columns, frame.columns)
        }
    }

    private func strand(_ k: Int, _ t: Double, _ x0: Double, _ phase: Double) -> Strand {
        let own = start + Double(k) * 0.37
        let seat = (Double(k) / Double(Self.strands - 1) - 0.5) * 1.5
        let curl =
            0.65 * wave(2 * phase - 1.1 * t + own) + 0.35 * wave(3 * phase - 2.3 * t + own * 2.3)
        let reach = breadth * (0.34 + 0.75 * t)
        let x = x0 + seat * breadth * (1 - 0.35 * t) + lean * rise * t * t
            + curl * breadth * (0.12 + 0.85 * t)
        let puff = 0.5 + 0.5 * wave(3 * phase - 1.7 * t + own * 1.7)
        let fade = smoothstep(0, 0.16, t) * (1 - t) * (1 - 0.3 * t)
        return Strand(
            centre: Float(x), reach: Float(reach),
            density: Float(alpha * fade * (0.28 + 0.72 * puff)))
    }

    private func row(_ strands: [Strand], _ pixels: UnsafeMutablePointer<UInt32>, _ count: Int) {
        let left = strands.map { $0.centre - $0.reach }.min() ?? 0
        let right = strands.map { $0.centre + $0.reach }.max() ?? 0
        let (first, last) = (max(Int(left), 0), min(Int(right), count - 1))
        guard first <= last else { return }
        let paint = colour.rgba()
        strands.withUnsafeBufferPointer { strands in
            for x in first...last {
                var density: Float = 0
                for strand in strands {
                    let d = (Float(x) - strand.centre) / strand.reach
                    let w = max(1 - d * d, 0)
                    density += strand.density * w * w
                }
                guard density > 0.003 else { continue }
                let a = min(density, 0.8)
                pixels[x] = Pixel.packed(paint * a + Pixel.unpacked(pixels[x]) * (1 - a))
            }
        }
    }
}
