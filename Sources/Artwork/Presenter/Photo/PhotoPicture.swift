import BatchVideo
import CCairo
import Foundation

/// A person's picture in memory: opaque ARGB words, rows without padding.
struct PhotoPicture: Sendable {
    let size: PixelSize
    let pixels: [UInt32]

    init(size: PixelSize, pixels: [UInt32]) {
        self.size = size
        self.pixels = pixels
    }

    /// Reads a PNG. Throws `.notFound` when it is not there, `.invalid` when it is none or too large.
    init(_ file: URL) throws {
        guard let surface = cairo_image_surface_create_from_png(file.path) else {
            throw BatchVideoError(.internal, "no memory for the presenter's picture")
        }
        defer { cairo_surface_destroy(surface) }
        switch cairo_surface_status(surface) {
        case CAIRO_STATUS_SUCCESS: break
        case CAIRO_STATUS_FILE_NOT_FOUND:
            throw BatchVideoError(.notFound, "cannot read the presenter's picture \(file.path); check that it exists")
        default:
            throw BatchVideoError(.invalid, "\(file.lastPathComponent) is no picture of a presenter that can be read")
        }
        let size = PixelSize(
            width: Int(cairo_image_surface_get_width(surface)), height: Int(cairo_image_surface_get_height(surface)))
        try PictureLimits.check(size)
        self.size = size
        pixels = Self.words(surface, size)
    }

    /// Over white, where the picture is transparent.
    private static func words(_ surface: OpaquePointer, _ size: PixelSize) -> [UInt32] {
        var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: size.pixels)
        pixels.withUnsafeMutableBytes { bytes in
            let target = cairo_image_surface_create_for_data(
                bytes.bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32, Int32(size.width),
                Int32(size.height),
                Int32(size.width * 4))
            let context = cairo_create(target)
            cairo_set_source_surface(context, surface, 0, 0)
            cairo_paint(context)
            cairo_destroy(context)
            cairo_surface_finish(target)
            cairo_surface_destroy(target)
        }
        return pixels
    }
}

extension PaintSurface {
    /// Paints `picture` with its upper left corner at (x, y), `scale` pixels wide for each of its own.
    func draw(_ picture: PhotoPicture, x: Double, y: Double, scale: Double) {
        var pixels = picture.pixels
        pixels.withUnsafeMutableBytes { bytes in
            let source = cairo_image_surface_create_for_data(
                bytes.bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32, Int32(picture.size.width),
                Int32(picture.size.height), Int32(picture.size.width * 4))
            isolated {
                translate(x, y)
                self.scale(scale, scale)
                cairo_set_source_surface(context, source, 0, 0)
                cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
                cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
                rectangle(0, 0, Double(picture.size.width), Double(picture.size.height))
                cairo_fill(context)
            }
            cairo_surface_finish(source)
            cairo_surface_destroy(source)
        }
    }
}
