import BatchVideo

/// A saying in serif letters on a softened scene, in a hairline frame with a quotation mark above.
struct QuoteCard {
    let text: String
    let by: String
    let ink: CardInk

    func draw(on frame: Frame) {
        CardGround(frame: frame).soften(0.022, keep: 0.55, tint: ink.ground)
        let surface = PaintSurface(frame)
        let stage = frame.stage
        CardOrnament.frame(on: surface, inset: stage.unit * 0.06, ink.accent)

        let limits = TextBlock.Limits(
            width: stage.width * stage.pick(0.72, portrait: 0.74, square: 0.72),
            height: stage.height * stage.pick(0.44, portrait: 0.42, square: 0.44),
            lines: stage.pick(4, portrait: 6, square: 5),
            sizes: stage.unit * 0.03...stage.unit
                * stage.pick(0.098, portrait: 0.11, square: 0.095) * Self.growth(of: text),
            leading: 1.02, tracking: 0.02)
        guard
            let block = TextBlock.fitting(
                CardWording.clausesOnLines(text), .serif, limits, on: surface)
        else { return }
        let middle = stage.width / 2
        let centre = stage.height * stage.pick(0.5, portrait: 0.46, square: 0.49)
        let top = centre - block.height / 2 + stage.unit * 0.02
        CardOrnament.quotationMark(
            on: surface, centre: middle, bottom: top - stage.unit * 0.035,
            size: stage.unit * 0.085, ink)
        lay(block, on: surface, centre: middle, top: top, ink.letter)
        drawFoot(on: surface, centre: middle, top: top + block.height + stage.unit * 0.055)
    }

    /// One word alone may be larger than a sentence's.
    static func growth(of text: String) -> Double {
        let columns = TextWidth.columns(text, ideographic: true)
        return 1 + 0.9 * max(0, 1 - Double(columns) / 16)
    }

    private func drawFoot(on surface: PaintSurface, centre: Double, top: Double) {
        let unit = surface.stage.unit
        CardOrnament.rule(on: surface, centre: centre, y: top, reach: unit * 0.15, ink.accent)
        guard !by.isEmpty,
            let block = TextBlock.fitting(
                by, .serif,
                .init(
                    width: surface.stage.width * 0.6, height: unit * 0.12, lines: 2,
                    sizes: unit * 0.025...unit * 0.042, tracking: 0.04), on: surface)
        else { return }
        lay(block, on: surface, centre: centre, top: top + unit * 0.035, ink.accentLight)
    }

    private func lay(
        _ block: TextBlock, on surface: PaintSurface, centre: Double, top: Double,
        _ colour: Colour
    ) {
        block.drawShadow(
            on: surface, centre: centre, top: top, radius: block.size * 0.22, strength: 0.75,
            drop: block.size * 0.05)
        block.draw(on: surface, centre: centre, top: top, colour)
    }
}
