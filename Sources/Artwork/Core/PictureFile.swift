import BatchVideo
import CCairo
import Foundation

/// A PNG file opened for painting; owns its cairo surface.
final class PictureFile {
    let size: PixelSize
    private let surface: OpaquePointer?

    private static let largestSide = 8192

    /// Throws `.media` when it cannot be read, or is larger than 8192 pixels at a side.
    init(_ file: URL) throws {
        surface = cairo_image_surface_create_from_png(file.path)
        size = PixelSize(
            width: Int(cairo_image_surface_get_width(surface)),
            height: Int(cairo_image_surface_get_height(surface)))
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            (1...Self.largestSide).contains(size.width), (1...Self.largestSide).contains(size.height)
        else {
            throw BatchVideoError(.media, "the picture cannot be read; send another")
        }
    }

    deinit { cairo_surface_destroy(surface) }

    /// Covers `target` with the picture's middle.
    func fill(_ target: PaintSurface) {
        let stage = target.stage
        let scale = max(stage.width / Double(size.width), stage.height / Double(size.height))
        target.isolated {
            target.translate(
                (stage.width - Double(size.width) * scale) / 2, (stage.height - Double(size.height) * scale) / 2)
            target.scale(scale, scale)
            cairo_set_source_surface(target.context, surface, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(target.context), CAIRO_FILTER_BEST)
            // What lies beyond the edge is the edge, not transparency.
            cairo_pattern_set_extend(cairo_get_source(target.context), CAIRO_EXTEND_PAD)
            cairo_paint(target.context)
        }
    }
}
