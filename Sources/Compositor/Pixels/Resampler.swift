import BatchVideo
import CPixels

/// Shows a window of a picture on a frame at sub-pixel positions. One per thread: it owns scratch.
///
/// Catmull-Rom in both directions. Positions are of sample centres; chroma is sited left, so chroma
/// sample j lies at luma x = 2j (+ 1/2 from the edge) and between luma rows 2j and 2j + 1.
final class Resampler {
    private let avx2: Bool
    private var xIndex: [Int32] = []
    private var yIndex: [Int32] = []
    private var xWeight: [Int16] = []
    private var yWeight: [Int16] = []
    private var scratch: [Int16] = []

    init(avx2: Bool = px_has_avx2()) { self.avx2 = avx2 }

    func show(_ window: Window, of picture: PaddedPicture, on frame: VideoFrame) {
        let planes = frame.planes
        guard planes.count == 3 else { return }
        let stepX = window.width / Double(frame.size.width)
        let stepY = window.height / Double(frame.size.height)
        resample(
            picture.luma, to: planes[0],
            x: Walk(start: window.left + 0.5 * stepX - 0.5, step: stepX),
            y: Walk(start: window.top + 0.5 * stepY - 0.5, step: stepY))
        let x = Walk(start: (window.left + 0.5 * stepX - 0.5) / 2, step: stepX)
        let y = Walk(start: (window.top + stepY - 1) / 2, step: stepY)
        resample(picture.blue, to: planes[1], x: x, y: y)
        resample(picture.red, to: planes[2], x: x, y: y)
    }

    /// Source positions of output samples: `start + i * step`.
    private struct Walk {
        var start: Double
        var step: Double
    }

    private func resample(_ source: PaddedPlane, to target: PlaneView, x: Walk, y: Walk) {
        reserve(width: target.width, height: target.height, span: source.stride)
        let (left, top) = (Int32(PaddedPlane.sideBorder), Int32(PaddedPlane.topBorder))
        px_taps(
            Int32(target.width), x.start, x.step, -left, Int32(source.width) + left - 1,
            &xIndex, &xWeight)
        px_taps(
            Int32(target.height), y.start, y.step, -top, Int32(source.height) + top - 1,
            &yIndex, &yWeight)
        px_resample(
            target.start, target.stride, Int32(target.width), Int32(target.height),
            source.origin, source.stride, xIndex, xWeight, yIndex, yWeight, &scratch, avx2)
    }

    private func reserve(width: Int, height: Int, span: Int) {
        if xIndex.count < width {
            xIndex = [Int32](repeating: 0, count: width)
            xWeight = [Int16](repeating: 0, count: 4 * width)
        }
        if yIndex.count < height {
            yIndex = [Int32](repeating: 0, count: height)
            yWeight = [Int16](repeating: 0, count: 4 * height)
        }
        if scratch.count < span + 64 { scratch = [Int16](repeating: 0, count: span + 64) }
    }
}
