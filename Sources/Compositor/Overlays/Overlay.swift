import BatchVideo
import CPixels

/// A picture with transparency, ready to be laid on frames: premultiplied YUV 4:2:0 with alpha, at
/// even coordinates. Immutable.
struct Overlay: Sendable {
    /// Place of the upper left corner on the canvas, and size; all even.
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    private let luma: [UInt8]
    private let lumaAlpha: [UInt8]
    private let blue: [UInt8]
    private let red: [UInt8]
    private let chromaAlpha: [UInt8]

    /// `rgba`: premultiplied, 0 ... 1, row by row, `width * height * 4` values.
    init(x: Int, y: Int, width: Int, height: Int, premultiplied rgba: [Float]) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
        let canvas = FloatCanvas(width: width, height: height, rgba: rgba)
        (luma, lumaAlpha) = canvas.lumaPlanes()
        (blue, red, chromaAlpha) = canvas.chromaPlanes()
    }

    /// The same with `presence` (0 ... 1) of its opacity.
    func faded(to presence: Double) -> Overlay {
        let factor = UInt32((min(max(presence, 0), 1) * 256).rounded())
        func scaled(_ bytes: [UInt8]) -> [UInt8] {
            bytes.map { UInt8((UInt32($0) * factor + 128) >> 8) }
        }
        return Overlay(
            x: x, y: y, width: width, height: height, luma: scaled(luma),
            lumaAlpha: scaled(lumaAlpha), blue: scaled(blue), red: scaled(red),
            chromaAlpha: scaled(chromaAlpha))
    }

    private init(
        x: Int, y: Int, width: Int, height: Int, luma: [UInt8], lumaAlpha: [UInt8],
        blue: [UInt8], red: [UInt8], chromaAlpha: [UInt8]
    ) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
        (self.luma, self.lumaAlpha) = (luma, lumaAlpha)
        (self.blue, self.red, self.chromaAlpha) = (blue, red, chromaAlpha)
    }

    func lay(on frame: VideoFrame, avx2: Bool) {
        let planes = frame.planes
        guard planes.count == 3 else { return }
        let half = (x: x / 2, y: y / 2, width: width / 2, height: height / 2)
        blend(luma, lumaAlpha, at: (x, y, width, height), on: planes[0], avx2)
        blend(blue, chromaAlpha, at: half, on: planes[1], avx2)
        blend(red, chromaAlpha, at: half, on: planes[2], avx2)
    }

    private func blend(
        _ color: [UInt8], _ alpha: [UInt8], at area: (x: Int, y: Int, width: Int, height: Int),
        on plane: PlaneView, _ avx2: Bool
    ) {
        color.withUnsafeBufferPointer { color in
            alpha.withUnsafeBufferPointer { alpha in
                guard let color = color.baseAddress, let alpha = alpha.baseAddress else { return }
                for row in 0..<area.height {
                    let start = row * area.width
                    px_over(
                        plane.row(area.y + row) + area.x, color + start, alpha + start,
                        Int32(area.width), avx2)
                }
            }
        }
    }
}

/// Premultiplied float RGBA on its way to bt709.
private struct FloatCanvas {
    var width: Int
    var height: Int
    var rgba: [Float]

    /// bt709 luma, limited range.
    func lumaPlanes() -> (luma: [UInt8], alpha: [UInt8]) {
        var luma = [UInt8](repeating: 0, count: width * height)
        var alpha = luma
        for i in 0..<width * height {
            let (r, g, b, a) = (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3])
            luma[i] = byte(16 * a + 219 * (0.2126 * r + 0.7152 * g + 0.0722 * b))
            alpha[i] = byte(255 * a)
        }
        return (luma, alpha)
    }

    /// bt709 colour differences, sited left: weights 1 2 1 across, 1 1 down.
    func chromaPlanes() -> (blue: [UInt8], red: [UInt8], alpha: [UInt8]) {
        let (columns, rows) = (width / 2, height / 2)
        var blue = [UInt8](repeating: 0, count: columns * rows)
        var (red, alpha) = (blue, blue)
        for row in 0..<rows {
            for column in 0..<columns {
                var sum = SIMD4<Float>.zero
                for dy in 0...1 {
                    for (dx, weight) in [(-1, Float(1)), (0, 2), (1, 1)] {
                        sum += weight * pixel(2 * column + dx, 2 * row + dy)
                    }
                }
                sum /= 8
                let y = 0.2126 * sum.x + 0.7152 * sum.y + 0.0722 * sum.z
                let i = row * columns + column
                blue[i] = byte(128 * sum.w + 224 * (sum.z - y) / 1.8556)
                red[i] = byte(128 * sum.w + 224 * (sum.x - y) / 1.5748)
                alpha[i] = byte(255 * sum.w)
            }
        }
        return (blue, red, alpha)
    }

    private func pixel(_ x: Int, _ y: Int) -> SIMD4<Float> {
        let i = 4 * (y * width + min(max(x, 0), width - 1))
        return SIMD4(rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3])
    }

    private func byte(_ value: Float) -> UInt8 { UInt8(min(max(value.rounded(), 0), 255)) }
}
