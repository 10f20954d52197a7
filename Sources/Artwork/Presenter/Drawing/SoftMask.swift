import CCairo
import Foundation

/// The coverage of a shape with a soft edge, as cairo masks with.
///
/// Kept no larger than the softness needs: what is blurred has no detail.
final class SoftMask {
    let surface: OpaquePointer
    /// Where its upper left corner lies, and its pixels per unit.
    let corner: Point
    let scale: Double

    /// Pixels over which an edge falls in a mask that is drawn smaller for it.
    private static let softest = 5.0

    /// `softness`: how far in units the edge falls; `scale`: pixels per unit of what is painted.
    init?(_ shape: Contour, softness: Double, scale: Double) {
        let small = min(1, Self.softest / max(softness * scale, 0.01))
        self.scale = scale * small
        let (low, high) = shape.bounds
        let pad = softness * 1.6 + 2 / self.scale
        corner = Point(low.x - pad, low.y - pad)
        let columns = Int(((high.x - low.x + 2 * pad) * self.scale).rounded(.up))
        let rows = Int(((high.y - low.y + 2 * pad) * self.scale).rounded(.up))
        guard (1...8192).contains(columns), (1...8192).contains(rows),
            let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(columns), Int32(rows))
        else { return nil }
        self.surface = surface
        draw(shape)
        blur(columns: columns, rows: rows, deviation: softness * self.scale / 2)
    }

    deinit { cairo_surface_destroy(surface) }

    private func draw(_ shape: Contour) {
        let context = cairo_create(surface)
        cairo_scale(context, scale, scale)
        cairo_translate(context, -corner.x, -corner.y)
        for (i, curve) in shape.curves.enumerated() {
            if i == 0 { cairo_move_to(context, curve.from.x, curve.from.y) }
            cairo_curve_to(context, curve.a.x, curve.a.y, curve.b.x, curve.b.y, curve.to.x, curve.to.y)
        }
        cairo_fill(context)
        cairo_destroy(context)
    }

    /// Three box passes come close to a Gaussian (Wells 1986).
    private func blur(columns: Int, rows: Int, deviation: Double) {
        let radius = Int(((4 * deviation * deviation + 1).squareRoot() / 2).rounded())
        guard radius > 0 else { return }
        cairo_surface_flush(surface)
        guard let bytes = cairo_image_surface_get_data(surface) else { return }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var line = [UInt8](repeating: 0, count: max(columns, rows))
        for _ in 0..<3 {
            for y in 0..<rows { Self.box(bytes + y * stride, 1, columns, radius, &line) }
            for x in 0..<columns { Self.box(bytes + x, stride, rows, radius, &line) }
        }
        cairo_surface_mark_dirty(surface)
    }

    /// Nothing lies beyond the ends.
    private static func box(
        _ values: UnsafeMutablePointer<UInt8>, _ stride: Int, _ count: Int, _ radius: Int, _ line: inout [UInt8]
    ) {
        for i in 0..<count { line[i] = values[i * stride] }
        var sum = 0
        for i in 0..<min(radius, count) { sum += Int(line[i]) }
        let width = 2 * radius + 1
        for i in 0..<count {
            if i + radius < count { sum += Int(line[i + radius]) }
            values[i * stride] = UInt8((sum + radius) / width)
            if i - radius >= 0 { sum -= Int(line[i - radius]) }
        }
    }
}
