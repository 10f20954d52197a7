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
        var palm = Layer(self, parts[0])
        cast(parts[0], into: &palm, blend: scale * 0.05)
        palm.smooth(scale * 0.026)
        palm.each { i, j in
            heights[i] = palm.heights[j]
            flush[i] = palm.flush[j]
        }
        let (under, below) = (heights, flush)
        let blend = scale * 0.030
        for finger in parts.dropFirst() {
            var layer = Layer(self, finger)
            cast(finger, into: &layer, blend: scale * 0.016)
            layer.smooth(scale * 0.007)
            layer.each { i, j in
                guard layer.heights[j] > Self.nothing else { return }
                let base = under[i]
                let joined = Self.melt(layer.heights[j], base, blend)
                guard joined > heights[i] else { return }
                heights[i] = joined
                let share = smoothstep(-blend, blend, layer.heights[j] - base)
                flush[i] = lerp(below[i], layer.flush[j], base > Self.nothing ? share : 1)
            }
        }
    }

    /// One part of the hand, over the samples it can touch.
    private struct Layer {
        let firstRow: Int
        let firstColumn: Int
        let rows: Int
        let columns: Int
        let stride: Int
        var heights: [Float]
        var flush: [Float]

        init(_ relief: HandRelief, _ bones: [HandBone]) {
            let grid = HandRelief.grid
            var (y0, y1, x0, x1) = (Float(1e6), Float(-1e6), Float(1e6), Float(-1e6))
            for bone in bones {
                let reach = max(bone.ra, bone.rb)
                y0 = min(y0, bone.a.y - reach, bone.b.y - reach)
                y1 = max(y1, bone.a.y + reach, bone.b.y + reach)
                x0 = min(x0, bone.a.x - reach, bone.b.x - reach)
                x1 = max(x1, bone.a.x + reach, bone.b.x + reach)
            }
            firstRow = min(max(Int((y0 - Float(relief.top)) * grid), 0), relief.rows - 2)
            firstColumn = min(max(Int((x0 - Float(relief.left)) * grid), 0), relief.columns - 2)
            let lastRow = min(Int((y1 - Float(relief.top)) * grid) + 1, relief.rows)
            let lastColumn = min(Int((x1 - Float(relief.left)) * grid) + 1, relief.columns)
            rows = max(lastRow - firstRow, 2)
            columns = max(lastColumn - firstColumn, 2)
            stride = relief.columns
            heights = [Float](repeating: HandRelief.nothing, count: rows * columns)
            flush = [Float](repeating: 0, count: rows * columns)
        }

        /// The hand's and the part's own index of every sample.
        func each(_ body: (_ i: Int, _ j: Int) -> Void) {
            for row in 0..<rows {
                let start = (firstRow + row) * stride + firstColumn
                for column in 0..<columns { body(start + column, row * columns + column) }
            }
        }

        /// Smooths the inside over `reach` pixels; the outline stays round.
        mutating func smooth(_ reach: Float) {
            let radius = max(Int(reach * HandRelief.grid / 2), 1)
            let mask = heights.map { $0 > HandRelief.nothing ? Float(1) : 0 }
            let raw = heights.map { $0 > HandRelief.nothing ? $0 : 0 }
            let soft = NoiseField(width: columns, height: rows, values: raw).blurred(radius)
            let cover = NoiseField(width: columns, height: rows, values: mask).blurred(radius)
            for i in heights.indices where mask[i] > 0 {
                let share = smoothstep(0.72, 1, cover.values[i])
                let mean = soft.values[i] / max(cover.values[i], 1e-3)
                heights[i] = lerp(heights[i], mean, share)
            }
        }
    }

    /// A smooth maximum: rises above both where they are within `k` of each other.
    @inline(__always)
    private static func melt(_ a: Float, _ b: Float, _ k: Float) -> Float {
        let h = max(k - abs(a - b), 0) / k
        return max(a, b) + h * h * k * 0.25
    }

    private func cast(_ bones: [HandBone], into layer: inout Layer, blend: Float) {
        let (x0, y0) = (
            Float(left) + (Float(layer.firstColumn) + 0.5) / Self.grid,
            Float(top) + (Float(layer.firstRow) + 0.5) / Self.grid
        )
        for bone in bones {
            let front = BoneFront(bone)
            let reach = max(bone.ra, bone.rb)
            let r0 = max(Int((min(bone.a.y, bone.b.y) - reach - y0) * Self.grid), 0)
            let r1 = min(Int((max(bone.a.y, bone.b.y) + reach - y0) * Self.grid) + 2, layer.rows)
            let c0 = max(Int((min(bone.a.x, bone.b.x) - reach - x0) * Self.grid), 0)
            let c1 = min(Int((max(bone.a.x, bone.b.x) + reach - x0) * Self.grid) + 2, layer.columns)
            guard r0 < r1, c0 < c1 else { continue }
            for row in r0..<r1 {
                let y = y0 + Float(row) / Self.grid
                for column in c0..<c1 {
                    guard let hit = front.hit(x0 + Float(column) / Self.grid, y) else { continue }
                    let i = row * layer.columns + column
                    let before = layer.heights[i]
                    layer.heights[i] = Self.melt(hit.z, before, blend)
                    let share = before > Self.nothing ? smoothstep(-blend, blend, hit.z - before) : 1
                    layer.flush[i] = lerp(layer.flush[i], hit.flush, share)
                }
            }
        }
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
