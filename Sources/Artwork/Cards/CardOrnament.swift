import CCairo

/// Lines and marks that frame a card's words.
enum CardOrnament {
    /// A hairline frame whose corners step inward, and a fainter one inside it.
    static func frame(on surface: PaintSurface, inset: Double, _ colour: Colour) {
        let unit = surface.stage.unit
        outline(surface, inset: inset, notch: unit * 0.035)
        surface.stroke(colour, 0.75, width: max(1.2, unit * 0.0024))
        outline(surface, inset: inset + unit * 0.013, notch: unit * 0.035)
        surface.stroke(colour, 0.28, width: max(0.8, unit * 0.0013))
    }

    private static func outline(_ surface: PaintSurface, inset: Double, notch: Double) {
        let (l, t) = (inset, inset)
        let (r, b) = (surface.stage.width - inset, surface.stage.height - inset)
        surface.polygon([
            Point(l + notch, t), Point(r - notch, t), Point(r - notch, t + notch),
            Point(r, t + notch), Point(r, b - notch), Point(r - notch, b - notch),
            Point(r - notch, b), Point(l + notch, b), Point(l + notch, b - notch),
            Point(l, b - notch), Point(l, t + notch), Point(l + notch, t + notch),
        ])
    }

    /// Two lines that thin out, a lozenge between them.
    static func rule(
        on surface: PaintSurface, centre: Double, y: Double, reach: Double, _ colour: Colour
    ) {
        let thick = max(1.2, surface.stage.unit * 0.0026)
        let gem = surface.stage.unit * 0.0085
        for side in [-1.0, 1.0] {
            let (near, far) = (centre + side * gem * 2.4, centre + side * reach)
            surface.rectangle(min(near, far), y - thick / 2, abs(far - near), thick)
            surface.fill(
                from: Point(near, y), to: Point(far, y),
                [Stop(0, colour, 0.95), Stop(1, colour, 0)])
        }
        surface.polygon([
            Point(centre, y - gem), Point(centre + gem, y), Point(centre, y + gem),
            Point(centre - gem, y),
        ])
        surface.fill(colour)
    }

    /// Opening quotation marks between two lines: drawn, so that no font's metrics misplace them.
    static func quotationMark(
        on surface: PaintSurface, centre: Double, bottom: Double, size: Double, _ ink: CardInk
    ) {
        let radius = size * 0.21
        for side in [-1.0, 1.0] {
            let x = centre + side * size * 0.3
            let y = bottom - radius
            surface.circle(x, y, radius)
            surface.move(x - radius, y)
            surface.curve(
                Point(x - radius, y - size * 0.40), Point(x - radius * 0.3, y - size * 0.66),
                to: Point(x + radius * 0.85, y - size * 0.74))
            surface.curve(
                Point(x + radius * 0.2, y - size * 0.56), Point(x - radius * 0.3, y - size * 0.40),
                to: Point(x - radius * 0.1, y - radius * 0.6))
            surface.close()
            cairo_set_fill_rule(surface.context, CAIRO_FILL_RULE_WINDING)
            surface.fill(
                from: Point(x, y - size * 0.7), to: Point(x, bottom),
                [Stop(0, ink.accentLight), Stop(1, ink.accent)])
        }
        let thick = max(1, surface.stage.unit * 0.0018)
        for side in [-1.0, 1.0] {
            let (near, far) = (centre + side * size * 0.95, centre + side * size * 2.6)
            surface.rectangle(min(near, far), bottom - size * 0.34, abs(far - near), thick)
            surface.fill(
                from: Point(near, 0), to: Point(far, 0),
                [Stop(0, ink.accent, 0.8), Stop(1, ink.accent, 0)])
        }
    }
}
