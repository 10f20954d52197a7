import BatchVideo

/// A chapter's number between two hairlines and its title below, over a scene that is still to be seen.
struct ChapterCard {
    let number: Int
    let title: String
    let ink: CardInk

    func draw(on frame: Frame) {
        CardGround(frame: frame).soften(0.012, keep: 0.58, tint: ink.ground)
        let surface = PaintSurface(frame)
        let stage = frame.stage
        let (middle, unit) = (stage.width / 2, stage.unit)
        let titleBlock = TextBlock.fitting(
            CardWording.clausesOnLines(title), .serif,
            .init(
                width: stage.width * stage.pick(0.72, portrait: 0.8, square: 0.78),
                height: stage.height * stage.pick(0.36, portrait: 0.3, square: 0.34),
                lines: stage.pick(3, portrait: 4, square: 4),
                sizes: unit * 0.032...unit * stage.pick(0.118, portrait: 0.112, square: 0.108),
                leading: 0.98, tracking: 0.03), on: surface)
        let figure = TextBlock(
            number < 10 ? "0\(number)" : "\(number)", .strong, size: unit * 0.15, width: 100_000, leading: 1,
            on: surface)
        guard let titleBlock, let figure else { return }
        // Figures have no descenders: what counts is their own height.
        let figureHeight = figure.size * 0.74
        let gap = unit * 0.058
        let total = figureHeight + gap + titleBlock.height + gap
        let top = stage.height * stage.pick(0.475, portrait: 0.45, square: 0.47) - total / 2
        draw(figure, on: surface, centre: middle, top: top, height: figureHeight)
        let titleTop = top + figureHeight + gap * 0.8
        titleBlock.drawShadow(
            on: surface, centre: middle, top: titleTop, radius: titleBlock.size * 0.2, strength: 0.9,
            drop: titleBlock.size * 0.04)
        titleBlock.draw(on: surface, centre: middle, top: titleTop, ink.letter)
        CardOrnament.rule(
            on: surface, centre: middle, y: titleTop + titleBlock.height + gap * 0.7, reach: unit * 0.2, ink.accent)
    }

    /// The figures with a line to each side that thins out.
    private func draw(
        _ figure: TextBlock, on surface: PaintSurface, centre: Double, top: Double, height: Double
    ) {
        let unit = surface.stage.unit
        let y = top - (figure.height - height) * 0.53
        figure.drawShadow(on: surface, centre: centre, top: y, radius: figure.size * 0.12, strength: 0.8)
        figure.trace(on: surface, centre: centre, top: y)
        surface.fill(
            from: Point(0, top), to: Point(0, top + height),
            [Stop(0, ink.accentLight), Stop(1, ink.accent)])
        let thick = max(1.2, unit * 0.0026)
        for side in [-1.0, 1.0] {
            let near = centre + side * (figure.width / 2 + unit * 0.04)
            let far = near + side * unit * 0.2
            surface.rectangle(min(near, far), top + height / 2 - thick / 2, abs(far - near), thick)
            surface.fill(
                from: Point(near, 0), to: Point(far, 0), [Stop(0, ink.accent, 0.95), Stop(1, ink.accent, 0)])
        }
    }
}
