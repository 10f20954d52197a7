import BatchVideo
import CPixels

/// Shows a window of a picture on a frame at sub-pixel positions. One per thread: it owns scratch.
///
/// Catmull-Rom in both directions. Positions are of sample centres; chroma is sited left, so chroma
/// sample j lies at luma x = 2j (+ 1/2 from the edge) and between luma rows 2j and 2j + 1.
final class Resampler {
    private let speed: px_speed
    private var columns = Taps()
    private var rows = Taps()
    private var scratch: [UInt8] = []

    init(speed: px_speed = px_fastest()) { self.speed = speed }

    func show(_ window: Window, of picture: PaddedPicture, on frame: VideoFrame) {
        let planes = frame.planes
        guard planes.count == 3 else { return }
        let stepX = window.width / Double(frame.size.width)
        let stepY = window.height / Double(frame.size.height)
        columns.walk(
            planes[0].width, window.left + 0.5 * stepX - 0.5, stepX, picture.luma.width,
            border: PaddedPlane.sideBorder)
        rows.walk(
            planes[0].height, window.top + 0.5 * stepY - 0.5, stepY, picture.luma.height,
            border: PaddedPlane.topBorder)
        resample(picture.luma, to: planes[0])
        columns.walk(
            planes[1].width, (window.left + 0.5 * stepX - 0.5) / 2, stepX, picture.blue.width,
            border: PaddedPlane.sideBorder)
        rows.walk(
            planes[1].height, (window.top + stepY - 1) / 2, stepY, picture.blue.height,
            border: PaddedPlane.topBorder)
        resample(picture.blue, to: planes[1])
        resample(picture.red, to: planes[2])
    }

    /// The taps of one direction.
    private struct Taps {
        var index: [Int32] = []
        var weight: [Int16] = []

        /// Output i reads at `start + i * step` of `length` samples with a border.
        mutating func walk(
            _ count: Int, _ start: Double, _ step: Double, _ length: Int, border: Int
        ) {
            if index.count < count {
                index = [Int32](repeating: 0, count: count)
                weight = [Int16](repeating: 0, count: 4 * count)
            }
            px_taps(
                Int32(count), start, step, Int32(-border), Int32(length + border - 1), &index,
                &weight)
        }
    }

    private func resample(_ source: PaddedPlane, to target: PlaneView) {
        let needed = px_scratch_bytes(Int32(target.width), Int32(source.stride))
        if scratch.count < needed { scratch = [UInt8](repeating: 0, count: needed) }
        columns.index.withUnsafeBufferPointer { xIndex in
            columns.weight.withUnsafeBufferPointer { xWeight in
                rows.index.withUnsafeBufferPointer { yIndex in
                    rows.weight.withUnsafeBufferPointer { yWeight in
                        var picture = px_picture(
                            target: target.start, target_stride: target.stride,
                            width: Int32(target.width), height: Int32(target.height),
                            source: source.origin, source_stride: source.stride,
                            x_index: xIndex.baseAddress, y_index: yIndex.baseAddress,
                            x_weight: xWeight.baseAddress, y_weight: yWeight.baseAddress)
                        px_resample(&picture, &scratch, speed)
                    }
                }
            }
        }
    }
}
