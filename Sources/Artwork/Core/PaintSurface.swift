import BatchVideo
import CCairo
import Foundation

/// A point in picture coordinates.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A stop of a vector gradient.
struct Stop {
    var at: Double
    var colour: Colour
    var alpha: Double

    init(_ at: Double, _ colour: Colour, _ alpha: Double = 1) {
        self.at = at
        self.colour = colour
        self.alpha = alpha
    }
}

/// A cairo image that is painted on in picture coordinates; owns its surface and context.
///
/// Not Sendable on purpose: a surface is painted by one thread and then turned into a ``Plate``.
final class PaintSurface {
    let stage: Stage
    /// Pixels of the image, and which of them is the picture's (0, 0).
    let columns: Int
    let rows: Int
    let origin: Int
    let context: OpaquePointer
    private let surface: OpaquePointer

    /// Transparent, with the stage's overscan.
    init(_ stage: Stage) {
        self.stage = stage
        origin = stage.margin
        columns = stage.size.width + 2 * stage.margin
        rows = stage.size.height + 2 * stage.margin
        surface = cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32, Int32(columns), Int32(rows))
        context = cairo_create(surface)
        prepare()
    }

    /// Paints straight into a frame's memory, which must outlive this surface.
    init(_ frame: Frame) {
        stage = frame.stage
        origin = 0
        columns = frame.stage.size.width
        rows = frame.stage.size.height
        surface = cairo_image_surface_create_for_data(
            UnsafeMutableRawPointer(frame.pixels).assumingMemoryBound(to: UInt8.self),
            CAIRO_FORMAT_ARGB32, Int32(columns), Int32(rows), Int32(columns * 4))
        context = cairo_create(surface)
        prepare()
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    private func prepare() {
        cairo_translate(context, Double(origin), Double(origin))
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_tolerance(context, 0.2)
    }

    /// Premultiplied ARGB words, `columns` x `rows`, no padding (width x 4 is cairo's stride).
    func withPixels<Result>(
        _ body: (UnsafeMutablePointer<UInt32>) throws -> Result
    ) rethrows -> Result? {
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { return nil }
        defer { cairo_surface_mark_dirty(surface) }
        return try data.withMemoryRebound(to: UInt32.self, capacity: columns * rows, body)
    }
}

// Paths.
extension PaintSurface {
    func move(_ x: Double, _ y: Double) { cairo_move_to(context, x, y) }
    func line(_ x: Double, _ y: Double) { cairo_line_to(context, x, y) }

    func curve(_ a: Point, _ b: Point, to end: Point) {
        cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
    }

    func close() { cairo_close_path(context) }

    func circle(_ x: Double, _ y: Double, _ radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, x, y, max(radius, 0.05), 0, 2 * .pi)
    }

    /// `tilt` in radians.
    func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, tilt: Double = 0) {
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_rotate(context, tilt)
        cairo_scale(context, max(rx, 0.05), max(ry, 0.05))
        cairo_new_sub_path(context)
        cairo_arc(context, 0, 0, 1, 0, 2 * .pi)
        cairo_restore(context)
    }

    /// A pointed oval, cheaper than an ellipse; `tilt` in radians.
    func leaf(_ x: Double, _ y: Double, _ half: Double, _ breadth: Double, tilt: Double) {
        let (ux, uy) = (cos(tilt) * half, sin(tilt) * half)
        let (vx, vy) = (-sin(tilt) * breadth * 1.33, cos(tilt) * breadth * 1.33)
        move(x - ux, y - uy)
        curve(
            Point(x - ux * 0.4 + vx, y - uy * 0.4 + vy),
            Point(x + ux * 0.4 + vx, y + uy * 0.4 + vy), to: Point(x + ux, y + uy))
        curve(
            Point(x + ux * 0.4 - vx, y + uy * 0.4 - vy),
            Point(x - ux * 0.4 - vx, y - uy * 0.4 - vy), to: Point(x - ux, y - uy))
        close()
    }

    func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        cairo_rectangle(context, x, y, width, height)
    }

    func polygon(_ points: [Point]) {
        for (i, p) in points.enumerated() { i == 0 ? move(p.x, p.y) : line(p.x, p.y) }
        close()
    }

    /// A smooth open curve through `points` (Catmull-Rom as Béziers).
    func spline(_ points: [Point]) {
        guard let first = points.first, let last = points.last else { return }
        move(first.x, first.y)
        for i in 0..<max(points.count - 1, 0) {
            let before = i > 0 ? points[i - 1] : first
            let (a, b) = (points[i], points[i + 1])
            let after = i + 2 < points.count ? points[i + 2] : last
            curve(
                Point(a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6),
                Point(b.x - (after.x - a.x) / 6, b.y - (after.y - a.y) / 6), to: b)
        }
    }

    func roundedRectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double
    ) {
        let r = min(radius, width / 2, height / 2)
        cairo_new_sub_path(context)
        cairo_arc(context, x + width - r, y + r, r, -.pi / 2, 0)
        cairo_arc(context, x + width - r, y + height - r, r, 0, .pi / 2)
        cairo_arc(context, x + r, y + height - r, r, .pi / 2, .pi)
        cairo_arc(context, x + r, y + r, r, .pi, 1.5 * .pi)
        close()
    }
}

// Painting the current path; it is consumed unless `keep`.
extension PaintSurface {
    func use(_ colour: Colour, _ alpha: Double = 1) {
        cairo_set_source_rgba(
            context, Double(colour.r), Double(colour.g), Double(colour.b), alpha)
    }

    func fill(_ colour: Colour, _ alpha: Double = 1, keep: Bool = false) {
        use(colour, alpha)
        keep ? cairo_fill_preserve(context) : cairo_fill(context)
    }

    func stroke(_ colour: Colour, _ alpha: Double = 1, width: Double, keep: Bool = false) {
        cairo_set_line_width(context, width)
        use(colour, alpha)
        keep ? cairo_stroke_preserve(context) : cairo_stroke(context)
    }

    func fill(from a: Point, to b: Point, _ stops: [Stop], keep: Bool = false) {
        fill(with: cairo_pattern_create_linear(a.x, a.y, b.x, b.y), stops, keep)
    }

    func fill(around c: Point, radius: Double, _ stops: [Stop], keep: Bool = false) {
        fill(with: cairo_pattern_create_radial(c.x, c.y, 0, c.x, c.y, radius), stops, keep)
    }

    private func fill(with pattern: OpaquePointer?, _ stops: [Stop], _ keep: Bool) {
        for stop in stops {
            cairo_pattern_add_color_stop_rgba(
                pattern, stop.at, Double(stop.colour.r), Double(stop.colour.g),
                Double(stop.colour.b), stop.alpha)
        }
        cairo_set_source(context, pattern)
        keep ? cairo_fill_preserve(context) : cairo_fill(context)
        cairo_pattern_destroy(pattern)
    }

    /// Runs `body` with the graphics state (clip, transform, operator) restored afterwards.
    func isolated(_ body: () -> Void) {
        cairo_save(context)
        body()
        cairo_restore(context)
    }

    /// Restricts painting to the current path until the enclosing ``isolated(_:)`` ends.
    func clip() { cairo_clip(context) }
    func translate(_ x: Double, _ y: Double) { cairo_translate(context, x, y) }
    func rotate(_ radians: Double) { cairo_rotate(context, radians) }
    func scale(_ x: Double, _ y: Double) { cairo_scale(context, x, y) }
}
