import CCairo

// Letters are outlines, to be filled and stroked; emoji are little pictures in colours of their own.
extension TextBlock {
    /// Adds the letters' outlines to the surface's path, `top` and the middle of the lines given.
    ///
    /// - Parameter line: one of the lines alone; nil: all.
    func trace(on surface: PaintSurface, centre: Double, top: Double, line: Int? = nil) {
        eachRun(on: surface, centre: centre, top: top, line: line) { run in
            guard !run.isPicture else { return }
            surface.move(run.x, run.y)
            pango_cairo_glyph_string_path(surface.context, run.font, run.glyphs)
        }
    }

    /// Draws the emoji among the letters.
    func drawPictures(on surface: PaintSurface, centre: Double, top: Double) {
        eachRun(on: surface, centre: centre, top: top, line: nil) { run in
            guard run.isPicture else { return }
            surface.use(.white)
            surface.move(run.x, run.y)
            pango_cairo_show_glyph_string(surface.context, run.font, run.glyphs)
        }
    }

    /// Letters in one colour, emoji in theirs.
    func draw(on surface: PaintSurface, centre: Double, top: Double, _ colour: Colour) {
        trace(on: surface, centre: centre, top: top)
        surface.fill(colour)
        drawPictures(on: surface, centre: centre, top: top)
    }

    /// A soft shadow below all of it; `grown` by so many pixels at each edge.
    func drawShadow(
        on surface: PaintSurface, centre: Double, top: Double, radius: Double, strength: Double, drop: Double = 0,
        grown: Double = 0
    ) {
        surface.shadow(radius: radius, strength: strength) { mask in
            trace(on: mask, centre: centre, top: top + drop)
            if grown > 0 { mask.stroke(.black, width: 2 * grown, keep: true) }
            mask.fill(.black)
            drawPictures(on: mask, centre: centre, top: top + drop)
        }
    }

    private struct Run {
        let font: UnsafeMutablePointer<PangoFont>
        let glyphs: UnsafeMutablePointer<PangoGlyphString>
        /// Where its base line begins.
        let x: Double
        let y: Double
        let isPicture: Bool
    }

    private func eachRun(
        on surface: PaintSurface, centre: Double, top: Double, line: Int?, _ body: (Run) -> Void
    ) {
        let origin = origin(centre: centre, top: top)
        let scale = Double(PANGO_SCALE)
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        var number = 0
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator) else {
                number += 1  // a line's end
                continue
            }
            if let line, line != number { continue }
            guard let font = run.pointee.item.pointee.analysis.font, let glyphs = run.pointee.glyphs else { continue }
            var box = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &box)
            body(
                Run(
                    font: font, glyphs: glyphs, x: origin.x + Double(box.x) / scale,
                    y: origin.y + Double(pango_layout_iter_get_run_baseline(iterator)) / scale,
                    isPicture: Self.isPictures(font)))
        } while pango_layout_iter_next_run(iterator) != 0
    }

    private static func isPictures(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
        guard let description = pango_font_describe(font) else { return false }
        defer { pango_font_description_free(description) }
        guard let family = pango_font_description_get_family(description) else { return false }
        return String(cString: family).contains("Emoji")
    }
}
