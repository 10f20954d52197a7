import BatchVideo
import Foundation

/// The last pass over every frame: bloom, vignette, contrast and grain, folded into one
/// multiplication and one addition per byte. The bloom is that of the still.
struct Finish: Sendable {
    struct Look: Sendable {
        /// Light that spills over from bright places, 0...1.
        var bloom = 0.35
        /// How much darker the corners are, 0...1.
        var vignette = 0.28
        /// Standard deviation of the grain in grey levels.
        var grain = 1.3
        /// Colour of the corners' shade: black is neutral.
        var shade = Colour.black
    }

    /// Each byte becomes `byte * (scale + 1) / 256 + offset`; 4 bytes per pixel.
    private let scale: [UInt8]
    private let offset: [UInt8]

    init(
        _ stage: Stage, _ look: Look, layers: [any SceneLayer], phase: Double, seed: UInt64
    ) {
        let count = stage.size.pixels
        var picture = [UInt32](repeating: 0xFF00_0000, count: count)
        picture.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let frame = Frame(stage: stage, pixels: base)
            for layer in layers { layer.draw(on: frame, at: Moment(phase: phase)) }
        }
        let bloom = Bloom(picture, stage)
        var scale = [UInt8](repeating: 255, count: count * 4)
        var offset = [UInt8](repeating: 0, count: count * 4)
        Self.fill(&scale, &offset, stage, look, bloom, seed)
        self.scale = scale
        self.offset = offset
    }

    /// Changes nothing.
    static func none(_ stage: Stage) -> Finish {
        Finish(
            scale: [UInt8](repeating: 255, count: stage.size.pixels * 4),
            offset: [UInt8](repeating: 0, count: stage.size.pixels * 4))
    }

    private init(scale: [UInt8], offset: [UInt8]) {
        self.scale = scale
        self.offset = offset
    }

    private static func fill(
        _ scale: inout [UInt8], _ offset: inout [UInt8], _ stage: Stage, _ look: Look,
        _ bloom: Bloom, _ seed: UInt64
    ) {
        let (w, h) = (stage.size.width, stage.size.height)
        let (cx, cy) = (Float(w) / 2, Float(h) * 0.47)
        let reach = 1 / (Float(w * w + h * h).squareRoot() / 2)
        let (strength, dark) = (Float(look.bloom), Float(look.vignette))
        let shade = SIMD4(look.shade.b, look.shade.g, look.shade.r, 0)
        let grain = Float(look.grain) * 3.46
        var state = UInt32(truncatingIfNeeded: seed) | 1
        scale.withUnsafeMutableBufferPointer { scale in
            offset.withUnsafeMutableBufferPointer { offset in
                for y in 0..<h {
                    for x in 0..<w {
                        let (dx, dy) = ((Float(x) - cx) * reach, (Float(y) - cy) * reach)
                        let d = dx * dx + dy * dy
                        let shadow = dark * d * (0.55 + 0.45 * d)
                        state = state &* 1_664_525 &+ 1_013_904_223
                        let noise = (Float(state >> 8) * 0x1p-24 - 0.5) * grain
                        let light = bloom.bgr(x, y) * strength
                        let keep = 1 - shadow
                        let s = (1 - light) * keep * (1 - max(noise, 0) / 255) * 255
                        let o =
                            light * keep * 255 + shade * (shadow * 255) + 0.5
                            + (0.5 + max(noise, 0))
                        let i = (y * w + x) * 4
                        for c in 0..<3 {
                            scale[i + c] = UInt8(min(max(s[c], 0), 255))
                            offset[i + c] = UInt8(min(max(o[c], 0), 255 - s[c]))
                        }
                    }
                }
            }
        }
    }

    func apply(to frame: Frame) {
        let count = frame.stage.size.pixels * 4
        let bytes = UnsafeMutableRawPointer(frame.pixels)
        let (low, one) = (SIMD16<UInt16>(repeating: 0xFF), SIMD16<UInt16>(repeating: 1))
        scale.withUnsafeBytes { scale in
            offset.withUnsafeBytes { offset in
                var i = 0
                while i + 32 <= count {
                    let c = Self.load(UnsafeRawPointer(bytes), i)
                    let s = Self.load(scale.baseAddress, i)
                    let o = Self.load(offset.baseAddress, i)
                    // Bytes in even and in odd places, as 16-bit lanes.
                    let even = ((c & low) &* ((s & low) &+ one)) &>> 8
                    let odd = ((c &>> 8) &* ((s &>> 8) &+ one)) & (low &<< 8)
                    bytes.storeBytes(
                        of: (even | odd) &+ o, toByteOffset: i, as: SIMD16<UInt16>.self)
                    i += 32
                }
                while i < count {
                    let c = UInt16(bytes.load(fromByteOffset: i, as: UInt8.self))
                    let value = (c * (UInt16(scale[i]) + 1)) >> 8 + UInt16(offset[i])
                    bytes.storeBytes(
                        of: UInt8(truncatingIfNeeded: value), toByteOffset: i, as: UInt8.self)
                    i += 1
                }
            }
        }
    }

    @inline(__always)
    private static func load(_ base: UnsafeRawPointer?, _ i: Int) -> SIMD16<UInt16> {
        guard let base else { return .zero }
        return base.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt16>.self)
    }
}

/// What spills from the bright parts of a picture: kept small, read smoothly.
private struct Bloom {
    private let planes: [NoiseField]
    private let cell: Float

    init(_ picture: [UInt32], _ stage: Stage) {
        let step = max(stage.size.shorter / 120, 1)
        cell = Float(step)
        let (w, h) = (max(stage.size.width / step, 2), max(stage.size.height / step, 2))
        var bright = [[Float]](repeating: [Float](repeating: 0, count: w * h), count: 3)
        for y in 0..<h {
            for x in 0..<w {
                let c = Self.mean(picture, x * step, y * step, step, stage)
                let luma = 0.114 * c.x + 0.587 * c.y + 0.299 * c.z
                let weight = smoothstep(0.55, 0.95, luma) + 0.06
                for p in 0..<3 { bright[p][y * w + x] = c[p] * weight }
            }
        }
        planes = bright.map {
            let field = NoiseField(width: w, height: h, values: $0)
            let (near, far) = (field.blurred(2), field.blurred(8))
            let sum = zip(near.values, far.values).map { $0 * 0.5 + $1 * 0.5 }
            return NoiseField(width: w, height: h, values: sum)
        }
    }

    private static func mean(
        _ picture: [UInt32], _ x: Int, _ y: Int, _ step: Int, _ stage: Stage
    ) -> SIMD4<Float> {
        var sum = SIMD4<Float>.zero
        for dy in stride(from: 0, to: step, by: 2) {
            for dx in stride(from: 0, to: step, by: 2) {
                let word = picture[
                    min(y + dy, stage.size.height - 1) * stage.size.width
                        + min(x + dx, stage.size.width - 1)]
                let c = Pixel.unpacked(word)
                sum += SIMD4(c.z, c.y, c.x, 1)
            }
        }
        return sum / sum.w
    }

    func bgr(_ x: Int, _ y: Int) -> SIMD4<Float> {
        let (w, h) = (planes[0].width, planes[0].height)
        let u = (Float(x) + 0.5 - cell / 2) / cell / Float(w - 1)
        let v = (Float(y) + 0.5 - cell / 2) / cell / Float(h - 1)
        return SIMD4(
            planes[0].sample(u, v), planes[1].sample(u, v), planes[2].sample(u, v), 0)
    }
}
