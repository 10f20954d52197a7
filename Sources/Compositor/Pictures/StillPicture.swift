import BatchVideo
import CAV

/// A still, decoded once and scaled once: YUV 4:2:0, bt709, limited range, with the canvas's
/// proportions and `oversampling` times its size.
///
/// @unchecked Sendable — proof: the planes are filled by `init` and only read afterwards.
final class StillPicture: @unchecked Sendable {
    let picture: PaddedPicture

    /// How much finer than the canvas a still is kept. At the largest zoom a sample of the film
    /// is 1.1 samples of the still or more: the sharpness then pulses by 0.15 % at most (measured
    /// at 1360x768 as the rms of the Laplacian over pans and zooms). A picture that does not move
    /// is kept at the canvas's size, and arrives sample for sample.
    static func oversampling(for motion: Motion) -> Double {
        let isStill =
            motion.from.inside == motion.to.inside && motion.largestZoom == 1 && motion.parallax == nil
        return isStill ? 1 : min(max(1.2, 1.1 * motion.largestZoom), 2)
    }

    /// Throws `.media` or `.notFound` naming the file.
    init(path: String, canvas: PixelSize, oversampling: Double, fit: PictureFit = .fill) throws {
        let width = Int((Double(canvas.width) * oversampling / 2).rounded()) * 2
        let height = Int((Double(canvas.height) * oversampling / 2).rounded()) * 2
        picture = PaddedPicture(size: PixelSize(width: width, height: height))
        let decoded = try DecodedImage(path: path)
        switch fit {
        case .fill:
            try decoded.cropToProportions(of: canvas)
            try decoded.scale(onto: picture)
        case .blur: try Backdrop.draw(decoded, on: picture)
        }
        for plane in picture.planes { plane.repeatEdges() }
    }

    var view: (width: Int, height: Int) { (picture.luma.width, picture.luma.height) }
}
