import BatchVideo
import Foundation

/// The three planes of a YUV 4:2:0 picture, each with a border that repeats its edge.
///
/// Filled by one thread, then only read.
final class PaddedPicture {
    let luma: PaddedPlane
    let blue: PaddedPlane
    let red: PaddedPlane

    /// `size`: of the luma plane, even.
    init(size: PixelSize) {
        luma = PaddedPlane(width: size.width, height: size.height)
        blue = PaddedPlane(width: size.width / 2, height: size.height / 2)
        red = PaddedPlane(width: size.width / 2, height: size.height / 2)
    }

    var planes: [PaddedPlane] { [luma, blue, red] }

    /// Takes over a frame of the same size.
    func fill(from frame: VideoFrame) {
        for (target, source) in zip(planes, frame.planes) {
            for y in 0..<target.height { memcpy(target.view.row(y), source.row(y), target.width) }
            target.repeatEdges()
        }
    }
}
