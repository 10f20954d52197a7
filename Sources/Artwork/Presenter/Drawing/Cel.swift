import CCairo
import Foundation

/// Where a figure stands in the picture.
struct Framing: Hashable, Sendable {
    let stage: Stage
    /// The figure's (0, 0), between its eyes, in picture coordinates.
    let centre: Point
    /// Pixels per unit; a head is about 470 units high.
    let scale: Double

}

/// A sheet that one part of a figure is painted on, in the figure's units.
struct Cel {
    let paint: PaintSurface
    let scale: Double

    init(_ framing: Framing) {
        self.init(PaintSurface(framing.stage), framing)
    }

    /// Paints on `surface`, which shows the picture.
    init(_ surface: PaintSurface, _ framing: Framing) {
        paint = surface
        scale = framing.scale
        paint.translate(framing.centre.x, framing.centre.y)
        paint.scale(framing.scale, framing.scale)
    }

    var plate: Plate { Plate(paint) }

    func fill(_ shape: Contour, _ colour: Colour, _ alpha: Double = 1) {
        paint.add(shape)
        paint.fill(colour, alpha)
    }

    /// With a gradient from `a` to `b`.
    func fill(_ shape: Contour, from a: (Double, Double), to b: (Double, Double), _ stops: [Stop]) {
        paint.add(shape)
        paint.fill(from: Point(a.0, a.1), to: Point(b.0, b.1), stops)
    }

    func fill(_ shape: Contour, around c: (Double, Double), radius: Double, _ stops: [Stop]) {
        paint.add(shape)
        paint.fill(around: Point(c.0, c.1), radius: radius, stops)
    }

    func line(_ points: [(Double, Double)], _ colour: Colour, _ alpha: Double = 1, width: Double) {
        paint.add(line: Contour(points))
        paint.stroke(colour, alpha, width: width)
    }

    /// A line that swells and thins.
    func ribbon(_ points: [(Double, Double)], _ widths: [Double], _ colour: Colour, _ alpha: Double = 1) {
        fill(.ribbon(points, widths), colour, alpha)
    }

    /// The shape with an edge that falls over `softness` units.
    func airbrush(_ shape: Contour, _ colour: Colour, _ alpha: Double, softness: Double) {
        guard let mask = SoftMask(shape, softness: softness, scale: scale) else { return }
        paint.isolated {
            paint.use(colour, alpha)
            paint.translate(mask.corner.x, mask.corner.y)
            paint.scale(1 / mask.scale, 1 / mask.scale)
            cairo_mask_surface(paint.context, mask.surface, 0, 0)
        }
    }

    /// Runs `body` with painting kept inside `shape`.
    func within(_ shape: Contour, _ body: () -> Void) {
        paint.isolated {
            paint.add(shape)
            paint.clip()
            body()
        }
    }

    /// Runs `body` with painting kept outside `shape`.
    func outside(_ shape: Contour, _ body: () -> Void) {
        paint.isolated {
            paint.rectangle(-4000, -4000, 8000, 8000)
            paint.add(shape)
            cairo_set_fill_rule(paint.context, CAIRO_FILL_RULE_EVEN_ODD)
            paint.clip()
            cairo_set_fill_rule(paint.context, CAIRO_FILL_RULE_WINDING)
            body()
        }
    }
}
