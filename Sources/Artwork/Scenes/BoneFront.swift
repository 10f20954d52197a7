import BatchVideo
import Foundation

/// The side of a bone that faces us.
struct BoneFront {
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
