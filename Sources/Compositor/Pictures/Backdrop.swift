import BatchVideo
import CPixels
import Foundation

/// Shows all of a picture, over a blurred and darker copy of it that covers the canvas.
enum Backdrop {
    /// How much smaller the copy is made and enlarged again: that is the blur.
    static let reduction = 32
    /// What the copy keeps of its brightness, in 256ths: 70 %.
    static let brightness: Int32 = 180

    /// Fills `picture`, whose proportions are the canvas's. Crops `image`: it is of no use then.
    static func draw(_ image: DecodedImage, on picture: PaddedPicture) throws {
        let size = PixelSize(width: picture.luma.width, height: picture.luma.height)
        let front = PaddedPicture(size: inner(image.size, within: size))
        try image.scale(onto: front)
        try image.cropToProportions(of: size)
        let small = PaddedPicture(
            size: PixelSize(
                width: max(4, size.width / reduction / 2 * 2),
                height: max(4, size.height / reduction / 2 * 2)))
        try image.scale(onto: small)
        for plane in small.planes { plane.repeatEdges() }
        let back = try VideoFrame(size: size)
        Resampler().show(
            Window(
                left: 0, top: 0, width: Double(small.luma.width),
                height: Double(small.luma.height)), of: small, on: back)
        for (index, (plane, target)) in zip(back.planes, picture.planes).enumerated() {
            for y in 0..<plane.height {
                if index == 0 {
                    px_fade_to_level(plane.row(y), 16, Int32(plane.width), 256 - brightness, false)
                }
                memcpy(target.view.row(y), plane.row(y), plane.width)
            }
        }
        lay(front, on: picture)
    }

    /// The largest even size with the picture's proportions.
    private static func inner(_ image: PixelSize, within size: PixelSize) -> PixelSize {
        let scale = min(
            Double(size.width) / Double(image.width), Double(size.height) / Double(image.height))
        func even(_ length: Int, _ most: Int) -> Int {
            min(most, max(2, Int((Double(length) * scale / 2).rounded()) * 2))
        }
        return PixelSize(
            width: even(image.width, size.width), height: even(image.height, size.height))
    }

    /// In the middle, at whole chroma samples.
    private static func lay(_ front: PaddedPicture, on picture: PaddedPicture) {
        let left = (picture.luma.width - front.luma.width) / 4
        let top = (picture.luma.height - front.luma.height) / 4
        for (index, (source, target)) in zip(front.planes, picture.planes).enumerated() {
            let unit = index == 0 ? 2 : 1
            for y in 0..<source.height {
                memcpy(
                    target.view.row(top * unit + y) + left * unit, source.view.row(y),
                    source.width)
            }
        }
    }
}
