import BatchVideo

extension Overlay {
    /// The logo in its corner, margins rounded to whole chroma samples.
    ///
    /// Throws `.invalid` when it does not fit on the canvas.
    init(logo: LogoOverlay, path: String, canvas: PixelSize) throws {
        let image = try DecodedImage(path: path)
        let size = image.size
        let (width, height) = ((size.width + 1) & ~1, (size.height + 1) & ~1)
        guard width + logo.margin <= canvas.width, height + logo.margin <= canvas.height else {
            throw BatchVideoError(
                .invalid, "the logo (\(size.width) x \(size.height)) does not fit on the picture"
                    + " (\(canvas.width) x \(canvas.height)); use a smaller one")
        }
        let bytes = try image.rgba()
        var rgba = [Float](repeating: 0, count: width * height * 4)
        let opacity = Float(min(max(logo.opacity, 0), 1))
        for y in 0..<size.height {
            for x in 0..<size.width {
                let (source, target) = (4 * (y * size.width + x), 4 * (y * width + x))
                let alpha = Float(bytes[source + 3]) / 255 * opacity
                for k in 0..<3 { rgba[target + k] = Float(bytes[source + k]) / 255 * alpha }
                rgba[target + 3] = alpha
            }
        }
        let margin = max(logo.margin, 0) & ~1
        let isLeft = logo.corner == .topLeft || logo.corner == .bottomLeft
        let isTop = logo.corner == .topLeft || logo.corner == .topRight
        self.init(
            x: isLeft ? margin : canvas.width - width - margin,
            y: isTop ? margin : canvas.height - height - margin, width: width, height: height,
            premultiplied: rgba)
    }
}
