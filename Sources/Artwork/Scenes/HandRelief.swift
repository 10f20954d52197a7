import BatchVideo
import Foundation

/// A hand as heights over the picture, from which its light and shade follow.
///
/// Each bone's front is found exactly for a view from far away; the bones of a finger melt into each
/// other and into the palm, fingers stay apart. Two samples per pixel and direction.
struct HandRelief {
    static let grid: Float = 2

    let left: Int
    let top: Int
    /// Samples.
    let columns: Int
    let rows: Int
    private(set) var heights: [Float]
    private(set) var flush: [Float]
    /// 0 in the open ... 1 deep between fingers.
    private(set) var hollow: NoiseField
    static let nothing: Float = -1e6

    init(_ model: HandModel, _ placement: HandPlacement, within stage: Stage) {
        let scale = Float(placement.length)
        let parts = model.parts.map { bones in
            bones.map { bone in
                var placed = bone
                placed.a = placement.place(bone.a)
                placed.b = placement.place(bone.b)
                placed.ra *= scale
                placed.rb *= scale
                return placed
            }
        }
        let all = parts.flatMap { $0 }
        let xs = all.flatMap { [min($0.a.x, $0.b.x) - $0.ra - $0.rb, max($0.a.x, $0.b.x) + $0.ra + $0.rb] }
        let ys = all.flatMap { [min($0.a.y, $0.b.y) - $0.ra - $0.rb, max($0.a.y, $0.b.y) + $0.ra + $0.rb] }
        left = max(Int(xs.min() ?? 0), Int(stage.left))
        top = max(Int(ys.min() ?? 0), Int(stage.top))
        let (right, bottom) = (
            min(Int(xs.max() ?? 0) + 1, Int(stage.right)), min(Int(ys.max() ?? 0) + 1, Int(stage.bottom))
        )
        columns = max(right - left, 2) * Int(Self.grid)
        rows = max(bottom - top, 2) * Int(Self.grid)
        heights = [Float](repeating: Self.nothing, count: columns * rows)
        flush = [Float](repeating: 0, count: columns * rows)
        hollow = NoiseField(width: 2, height: 2, values: [0, 0, 0, 0])
        raise(parts, scale)
        hollow = hollows(scale)
    }

    private mutating func raise(_ parts: [[HandBone]], _ scale: Float) {
        var palm = Layer(count: columns * rows)
        cast(parts[0], into: &palm, blend: scale * 0.05)
        smooth(&palm, scale * 0.026)
        heights = palm.heights
        flush = palm.flush
        for finger in parts.dropFirst() {
            var layer = Layer(count: columns * rows)
            let area = cast(finger, into: &layer, blend: scale * 0.016)
            smooth(&layer, scale * 0.007)
            let blend = scale * 0.030
            for row in area.rows {
                for column in area.columns {
                    let i = row * columns + column
                    guard layer.heights[i] > Self.nothing else { continue }
                    let base = palm.heights[i]
                    let joined = Self.melt(layer.heights[i], base, blend)
                    guard joined > heights[i] else { continue }
                    heights[i] = joined
                    let share = smoothstep(-blend, blend, layer.heights[i] - base)
                    flush[i] = lerp(palm.flush[i], layer.flush[i], base > Self.nothing ? share : 1)
                }
            }
        }
    }

    private struct Layer {
        var heights: [Float]
        var flush: [Float]

        init(count: Int) {
            heights = [Float](repeating: HandRelief.nothing, count: count)
            flush = [Float](repeating: 0, count: count)
        }
    }

    /// Smooths the inside of a part over `reach` pixels; its outline stays round.
    private func smooth(_ layer: inout Layer, _ reach: Float) {
        let radius = max(Int(reach * Self.grid / 2), 1)
        let mask = layer.heights.map { $0 > Self.nothing ? Float(1) : 0 }
        let raw = zip(layer.heights, mask).map { $1 > 0 ? $0 : 0 }
        let soft = NoiseField(width: columns, height: rows, values: raw).blurred(radius)
        let cover = NoiseField(width: columns, height: rows, values: mask).blurred(radius)
        for i in layer.heights.indices where mask[i] > 0 {
            let share = smoothstep(0.72, 1, cover.values[i])
            let mean = soft.values[i] / max(cover.values[i], 1e-3)
            layer.heights[i] = lerp(layer.heights[i], mean, share)
        }
    }

    /// A smooth maximum: rises above both where they are within `k` of each other.
    @inline(__always)
    private static func melt(_ a: Float, _ b: Float, _ k: Float) -> Float {
        let h = max(k - abs(a - b), 0) / k
        return max(a, b) + h * h * k * 0.25
    }

    @discardableResult
    private func cast(
        _ bones: [HandBone], into layer: inout Layer, blend: Float
    ) -> (rows: Range<Int>, columns: Range<Int>) {
        var (y0, y1, x0, x1) = (rows, 0, columns, 0)
        for bone in bones {
            let front = BoneFront(bone)
            let reach = max(bone.ra, bone.rb)
            let r0 = max(Int((min(bone.a.y, bone.b.y) - reach - Float(top)) * Self.grid), 0)
            let r1 = min(Int((max(bone.a.y, bone.b.y) + reach - Float(top)) * Self.grid) + 1, rows)
            let c0 = max(Int((min(bone.a.x, bone.b.x) - reach - Float(left)) * Self.grid), 0)
            let c1 = min(Int((max(bone.a.x, bone.b.x) + reach - Float(left)) * Self.grid) + 1, columns)
            guard r0 < r1, c0 < c1 else { continue }
            (y0, y1, x0, x1) = (min(y0, r0), max(y1, r1), min(x0, c0), max(x1, c1))
            for row in r0..<r1 {
                let y = Float(top) + (Float(row) + 0.5) / Self.grid
                for column in c0..<c1 {
                    let x = Float(left) + (Float(column) + 0.5) / Self.grid
                    guard let hit = front.hit(x, y) else { continue }
                    let i = row * columns + column
                    let before = layer.heights[i]
                    layer.heights[i] = Self.melt(hit.z, before, blend)
                    let share = before > Self.nothing ? smoothstep(-blend, blend, hit.z - before) : 1
                    layer.flush[i] = lerp(layer.flush[i], hit.flush, share)
                }
            }
        }
        return (min(y0, y1)..<y1, min(x0, x1)..<x1)
    }

    /// How far each place lies below its surroundings, on a coarser grid.
    private func hollows(_ scale: Float) -> NoiseField {
        let step = 6
        let (w, h) = (max(columns / step, 2), max(rows / step, 2))
        var (sum, mask) = ([Float](repeating: 0, count: w * h), [Float](repeating: 0, count: w * h))
        for y in 0..<h {
            for x in 0..<w {
                let z = heights[y * step * columns + x * step]
                guard z > Self.nothing else { continue }
                sum[y * w + x] = z
                mask[y * w + x] = 1
            }
        }
        let radius = max(Int(scale * Self.grid * 0.045 / Float(step)), 1)
        let near = NoiseField(width: w, height: h, values: sum).blurred(radius)
        let cover = NoiseField(width: w, height: h, values: mask).blurred(radius)
        var deep = [Float](repeating: 0, count: w * h)
        for i in deep.indices where mask[i] > 0 {
            let mean = near.values[i] / max(cover.values[i], 1e-3)
            deep[i] = min(max((mean - sum[i]) / (scale * 0.05), 0), 1)
        }
        return NoiseField(width: w, height: h, values: deep).blurred(1)
    }
}

/// The side of a bone that faces us.
private struct BoneFront {
    private let bone: HandBone
    private let ux: Float
    private let uy: Float
    private let uz: Float
    /// Share of the axis that lies in the picture's plane.
    private let flat: Float
    private let length: Float

    init(_ bone: HandBone) {
        self.bone = bone
        let d = bone.b - bone.a
        length = max((d * d).sum().squareRoot(), 1e-4)
        (ux, uy, uz) = (d.x / length, d.y / length, d.z / length)
        flat = (ux * ux + uy * uy).squareRoot()
    }

    func hit(_ x: Float, _ y: Float) -> (z: Float, flush: Float)? {
        var best = HandRelief.nothing
        var flush: Float = 0
        if let z = Self.ball(x, y, bone.a, bone.ra) { (best, flush) = (z, bone.flushA) }
        if let z = Self.ball(x, y, bone.b, bone.rb), z > best { (best, flush) = (z, bone.flushB) }
        if flat > 0.05 {
            let (dx, dy) = (x - bone.a.x, y - bone.a.y)
            let along = (dx * ux + dy * uy) / flat
            let across = (dx * uy - dy * ux) / flat
            let guess = min(max(along / flat / length, 0), 1)
            let r = bone.ra + (bone.rb - bone.ra) * guess
            let inside = r * r - across * across
            if inside > 0 {
                let rise = inside.squareRoot()
                let t = (along / flat + rise * uz / flat) / length
                if t >= 0, t <= 1 {
                    let z = bone.a.z + along * uz / flat + rise / flat
                    if z > best { (best, flush) = (z, lerp(bone.flushA, bone.flushB, t)) }
                }
            }
        }
        return best > HandRelief.nothing ? (best, flush) : nil
    }

    private static func ball(_ x: Float, _ y: Float, _ c: SIMD3<Float>, _ r: Float) -> Float? {
        let (dx, dy) = (x - c.x, y - c.y)
        let inside = r * r - dx * dx - dy * dy
        return inside > 0 ? c.z + inside.squareRoot() : nil
    }
}
