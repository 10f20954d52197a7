import BatchVideo
import CPixels

/// Takes detail out of a frame: blurs it sideways, or shows it as blocks. One per thread.
final class Softener {
    /// Half the width of the strongest blur, and the largest block, in widths of the picture.
    private static let blurReach = 0.06
    private static let blockSize = 0.04

    private var scratch: [UInt8]

    init(width: Int) { scratch = [UInt8](repeating: 0, count: width) }

    /// Two running means: a tent. `strength` 0 leaves every sample as it is.
    func blur(_ frame: VideoFrame, strength: Double) {
        let reach = strength * Self.blurReach * Double(frame.size.width) / 2
        for (index, plane) in frame.planes.enumerated() {
            let radius = Int32((index == 0 ? reach : reach / 2).rounded())
            guard radius > 0 else { continue }
            for y in 0..<plane.height {
                px_box(plane.row(y), &scratch, Int32(plane.width), radius)
                px_box(plane.row(y), &scratch, Int32(plane.width), radius)
            }
        }
    }

    /// Blocks of one colour, growing from the middle. `strength` 0 leaves every sample as it is.
    func mosaic(_ frame: VideoFrame, strength: Double) {
        let half = Int((strength * Self.blockSize * Double(frame.size.width) / 2).rounded())
        guard half > 0 else { return }
        for (index, plane) in frame.planes.enumerated() {
            px_mosaic(
                plane.start, plane.stride, Int32(plane.width), Int32(plane.height),
                Int32(index == 0 ? 2 * half : half))
        }
    }
}
