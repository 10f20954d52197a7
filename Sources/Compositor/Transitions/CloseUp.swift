import BatchVideo
import CPixels
import Foundation

/// Zooms into the middle of a frame that is already composed. One per thread.
final class CloseUp {
    private let copy: PaddedPicture
    private let resampler: Resampler

    init(size: PixelSize, avx2: Bool) {
        copy = PaddedPicture(size: size)
        resampler = Resampler(speed: avx2 ? px_fastest() : PX_PLAIN)
    }

    /// `zoom` 1 leaves every sample as it is.
    func show(_ frame: VideoFrame, zoom: Double) {
        guard zoom > 1 else { return }
        copy.fill(from: frame)
        let view = Motion.View(zoom: zoom, x: 0.5, y: 0.5)
        let window = view.window(width: copy.luma.width, height: copy.luma.height)
        resampler.show(window, of: copy, on: frame)
    }
}
