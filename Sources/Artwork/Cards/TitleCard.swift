import BatchVideo

/// The film's cover: its title so large that it reads on a thumbnail, white and yellow lines with a
/// dark edge, over the film's own scene.
struct TitleCard {
    let text: String
    let ink: CardInk

    private static let yellow = Colour(0xFFD94A)
    private static let edge = Colour(0x1A0F08)

    func draw(on frame: Frame) {
        let surface = PaintSurface(frame)
        let stage = frame.stage
        let block = TextBlock.fitting(
            CoverLines(stage.size, title: text).lines.map(CardWording.unbroken).joined(separator: "\n"),
            .strong,
            .init(
                width: stage.width * stage.pick(0.8, portrait: 0.86, square: 0.84),
                height: stage.height * stage.pick(0.66, portrait: 0.46, square: 0.6),
                lines: stage.pick(4, portrait: 7, square: 5),
                sizes: stage.unit * 0.035...stage.unit
                    * stage.pick(0.2, portrait: 0.19, square: 0.18) * (text.count < 5 ? 1.3 : 1),
                leading: 0.9), on: surface)
        guard let block else { return }
        let middle = stage.width / 2
        let centre = stage.height * stage.pick(0.5, portrait: 0.40, square: 0.47)
        let top = centre - block.height / 2
        darken(surface, centre: centre, reach: block.height * 0.75 + stage.unit * 0.14)
        drawBar(on: surface, centre: middle, y: top - stage.unit * 0.042)
        drawLetters(block, on: surface, centre: middle, top: top)
    }

    /// A band of shade behind the title, clear above and below it.
    private func darken(_ surface: PaintSurface, centre: Double, reach: Double) {
        let shade = ink.ground.darker(0.35).rgba()
        let (cy, inverse) = (Float(centre), Float(1 / reach))
        surface.shade(top: 0, bottom: surface.stage.height, left: 0, right: surface.stage.width) {
            _, y in
            var c = shade
            c.w = 0.10 + 0.58 * smoothstep(1, 0.15, abs(y - cy) * inverse)
            return c
        }
    }

    private func drawBar(on surface: PaintSurface, centre: Double, y: Double) {
        let unit = surface.stage.unit
        let width = unit * 0.12
        surface.roundedRectangle(
            centre - width / 2, y, width, unit * 0.012, radius: unit * 0.006)
        surface.fill(Self.yellow)
    }

    private func drawLetters(
        _ block: TextBlock, on surface: PaintSurface, centre: Double, top: Double
    ) {
        block.drawShadow(
            on: surface, centre: centre, top: top, radius: block.size * 0.2, strength: 1.1,
            drop: block.size * 0.06, grown: block.size * 0.08)
        block.trace(on: surface, centre: centre, top: top)
        surface.stroke(Self.edge, width: block.size * 0.13)
        for line in 0..<block.lineCount {
            let colour = Self.isYellow(line, of: block.lineCount) ? Self.yellow : .white
            block.trace(on: surface, centre: centre, top: top, line: line)
            // A thin stroke of its own colour makes the bold face a heavy one.
            surface.stroke(colour, width: block.size * 0.018, keep: true)
            surface.fill(colour)
        }
        block.drawPictures(on: surface, centre: centre, top: top)
    }

    /// The last of two or three lines; every other one of more.
    static func isYellow(_ line: Int, of count: Int) -> Bool {
        count < 4 ? count > 1 && line == count - 1 : line % 2 == 1
    }
}
