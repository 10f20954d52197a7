import BatchVideo

extension Overlay {
    /// A PNG at its place, moved to whole chroma samples.
    ///
    /// Throws `.invalid` when it does not fit on the canvas.
    init(_ picture: PictureOverlay, path: String, canvas: PixelSize) throws {
        let image = try DecodedImage(path: path)
        let size = image.size
        let (width, height) = ((size.width + 1) & ~1, (size.height + 1) & ~1)
        let (x, y) = (picture.x & ~1, picture.y & ~1)
        guard x >= 0, y >= 0, x + width <= canvas.width, y + height <= canvas.height else {
            throw BatchVideoError(
                .invalid, "the logo or title (\(size.width) x \(size.height)) does not fit on the"
                    + " picture (\(canvas.width) x \(canvas.height)); use a smaller one")
        }
        let bytes = try image.rgba()
        var rgba = [Float](repeating: 0, count: width * height * 4)
        let opacity = Float(min(max(picture.opacity, 0), 1))
        for y in 0..<size.height {
            for x in 0..<size.width {
                let (source, target) = (4 * (y * size.width + x), 4 * (y * width + x))
                let alpha = Float(bytes[source + 3]) / 255 * opacity
                for k in 0..<3 { rgba[target + k] = Float(bytes[source + k]) / 255 * alpha }
                rgba[target + 3] = alpha
            }
        }
        self.init(x: x, y: y, width: width, height: height, premultiplied: rgba)
    }
}
