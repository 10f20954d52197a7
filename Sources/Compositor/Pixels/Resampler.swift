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

    /// `lean`: by how much of its width the window is moved to the right at the frame's lower
    /// edge; nothing at the horizon and above.
    func show(
        _ window: Window, of picture: PaddedPicture, on frame: VideoFrame, lean: Double = 0
    ) {
        let planes = frame.planes
        guard planes.count == 3 else { return }
        let stepX = window.width / Double(frame.size.width)
        let stepY = window.height / Double(frame.size.height)
        rows.walk(
            planes[0].height, window.top + 0.5 * stepY - 0.5, stepY, picture.luma.height,
            border: PaddedPlane.topBorder)
        let left = window.left + 0.5 * stepX - 0.5
        let shift = lean * window.width
        show(picture.luma, on: planes[0], unit: 1, left: left, step: stepX, shift: shift)
        rows.walk(
            planes[1].height, (window.top + stepY - 1) / 2, stepY, picture.blue.height,
            border: PaddedPlane.topBorder)
        show(picture.blue, on: planes[1], unit: 2, left: left, step: stepX, shift: shift)
        show(picture.red, on: planes[2], unit: 2, left: left, step: stepX, shift: shift)
    }

    /// Luma rows that lean by the same amount: in between, the eye sees no step.
    private static let band = 4
    /// Of the frame's height, from its upper edge.
    private static let horizon = 0.35

    private func show(
        _ source: PaddedPlane, on target: PlaneView, unit: Int, left: Double, step: Double,
        shift: Double
    ) {
        let height = shift == 0 ? target.height : Self.band / unit
        for top in stride(from: 0, to: target.height, by: height) {
            let middle = (Double(top) + Double(height) / 2) / Double(target.height)
            let depth = max(0, (middle - Self.horizon) / (1 - Self.horizon))
            columns.walk(
                target.width, (left + shift * depth * depth) / Double(unit), step, source.width,
                border: PaddedPlane.sideBorder)
            resample(source, to: target, rows: top..<min(top + height, target.height))
        }
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

    private func resample(_ source: PaddedPlane, to target: PlaneView, rows shown: Range<Int>) {
        let needed = px_scratch_bytes(Int32(target.width), Int32(source.stride))
        if scratch.count < needed { scratch = [UInt8](repeating: 0, count: needed) }
        columns.index.withUnsafeBufferPointer { xIndex in
            columns.weight.withUnsafeBufferPointer { xWeight in
                rows.index.withUnsafeBufferPointer { yIndex in
                    rows.weight.withUnsafeBufferPointer { yWeight in
                        var picture = px_picture(
                            target: target.row(shown.lowerBound), target_stride: target.stride,
                            width: Int32(target.width), height: Int32(shown.count),
                            source: source.origin, source_stride: source.stride,
                            x_index: xIndex.baseAddress,
                            y_index: yIndex.baseAddress.map { $0 + shown.lowerBound },
                            x_weight: xWeight.baseAddress,
                            y_weight: yWeight.baseAddress.map { $0 + 4 * shown.lowerBound })
                        px_resample(&picture, &scratch, speed)
                    }
                }
            }
        }
    }
}
