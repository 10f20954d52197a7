import BatchVideo

/// A heading and two to five numbered lines on a softened scene; clear of the captions below.
struct ListCard {
    let heading: String
    let items: [String]
    let ink: CardInk

    func draw(on frame: Frame) {
        CardGround(frame: frame).soften(0.024, keep: 0.48, tint: ink.ground)
        let surface = PaintSurface(frame)
        guard let setting = ListSetting(heading: heading, items: items, on: surface) else { return }
        let stage = frame.stage
        let middle = stage.height * stage.pick(0.44, portrait: 0.44, square: 0.44)
        var top = middle - setting.height / 2
        if let heading = setting.heading {
            lay(heading, on: surface, centre: stage.width / 2, top: top, ink.accentLight)
            let ruleY = top + heading.height + setting.ruleGap
            CardOrnament.rule(
                on: surface, centre: stage.width / 2, y: ruleY, reach: stage.unit * 0.22, ink.accent)
            top = ruleY + setting.ruleGap * 1.15
        }
        for (number, row) in setting.rows.enumerated() {
            draw(row, number + 1, setting, on: surface, top: top)
            top += row.height + setting.rowGap
            guard number + 1 < setting.rows.count else { continue }
            let thick = max(1, stage.unit * 0.0016)
            surface.rectangle(setting.left, top - setting.rowGap / 2 - thick / 2, setting.width, thick)
            surface.fill(
                from: Point(setting.left, 0), to: Point(setting.left + setting.width, 0),
                [(0, 0), (0.2, 0.34), (0.8, 0.34), (1, 0)].map { Stop($0.0, ink.accent, $0.1) })
        }
    }

    private func draw(
        _ row: TextBlock, _ number: Int, _ setting: ListSetting, on surface: PaintSurface, top: Double
    ) {
        let radius = setting.badge / 2
        let start = setting.isMirrored ? setting.left + setting.width - radius : setting.left + radius
        // Beside the first line, not the middle of two.
        let y = top + row.height / Double(max(row.lineCount, 1)) / 2
        surface.circle(start, y, radius)
        surface.fill(
            from: Point(start, y - radius), to: Point(start, y + radius),
            [Stop(0, ink.accentLight), Stop(1, ink.accent)])
        if let figure = TextBlock(
            "\(number)", .strong, size: radius * 1.18, width: 1000, leading: 1, on: surface)
        {
            figure.trace(on: surface, centre: start, top: y - figure.height / 2)
            surface.fill(ink.ground.darker(0.25))
        }
        let space = setting.badge + setting.indent
        let centre =
            setting.isMirrored
            ? setting.left + setting.width - space - row.width / 2 : setting.left + space + row.width / 2
        lay(row, on: surface, centre: centre, top: top, ink.letter)
    }

    private func lay(
        _ block: TextBlock, on surface: PaintSurface, centre: Double, top: Double, _ colour: Colour
    ) {
        block.drawShadow(
            on: surface, centre: centre, top: top, radius: block.size * 0.22, strength: 0.75,
            drop: block.size * 0.04)
        block.draw(on: surface, centre: centre, top: top, colour)
    }
}

/// Heading and rows in the largest size that the card has room for; one size for all rows.
private final class ListSetting {
    private(set) var heading: TextBlock?
    private(set) var rows: [TextBlock] = []
    private(set) var rowGap = 0.0
    let ruleGap: Double
    /// Of the rows with their numbers.
    private(set) var left = 0.0
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// Diameter of a number's disc, and the space after it.
    private(set) var badge = 0.0
    private(set) var indent = 0.0
    /// Numbers stand on the right of text that runs from right to left.
    let isMirrored: Bool

    init?(heading text: String, items: [String], on surface: PaintSurface) {
        let stage = surface.stage
        let unit = stage.unit
        ruleGap = unit * 0.042
        isMirrored = (items + [text]).joined().unicodeScalars.contains { (0x0590...0x08FF).contains($0.value) }
        let room = (
            width: stage.width * stage.pick(0.74, portrait: 0.82, square: 0.8),
            height: stage.height * stage.pick(0.74, portrait: 0.66, square: 0.7)
        )
        if text.contains(where: { !$0.isWhitespace }) {
            heading = TextBlock.fitting(
                CardWording.unbroken(text), .strong,
                .init(
                    width: stage.width * stage.pick(0.74, portrait: 0.82, square: 0.8), height: room.height * 0.28,
                    lines: 2, sizes: unit * 0.04...unit * stage.pick(0.086, portrait: 0.088, square: 0.08),
                    tracking: 0.02), on: surface)
        }
        let head = heading.map { $0.height + 2.15 * ruleGap } ?? 0
        let face = Typeface.plain.suited(to: items.joined())
        let texts = items.map(CardWording.unbroken)
        var size = min(unit * stage.pick(0.08, portrait: 0.078, square: 0.074), (heading?.size ?? 1e6) * 0.92)
        let (least, lines) = (unit * 0.026, stage.pick(2, portrait: 3, square: 2))
        while true {
            set(texts, face, size: size, width: room.width, on: surface)
            guard rows.count == items.count else { return nil }
            let isWhole = rows.allSatisfy { row in
                row.lineCount <= lines && !row.breaksWords(allowing: textWidth(room.width))
            }
            if isWhole && head + height <= room.height || size <= least { break }
            size = max(size * 0.95, least)
        }
        height += head
        left = (stage.width - width) / 2
    }

    private func textWidth(_ room: Double) -> Double { max(8, room - badge - indent) }

    /// `items` as they may be broken.
    private func set(_ items: [String], _ face: Typeface, size: Double, width room: Double, on surface: PaintSurface) {
        badge = size * 1.3
        indent = size * 0.55
        rows = items.compactMap { item in
            TextBlock(
                item, face, size: size, width: textWidth(room), leading: 0.95,
                tracking: 0.02, alignment: .leading, on: surface)
        }
        rowGap = size * (rows.count > 3 ? 0.22 : 0.45)
        width = badge + indent + (rows.map(\.width).max() ?? 0)
        height = rows.reduce(0) { $0 + $1.height } + rowGap * Double(max(rows.count - 1, 0))
    }
}
