import BatchVideo

/// The old tool's cover: up to four lines in white, yellow, yellow and red with thick dark edges, each
/// as wide as the picture lets it.
struct ClassicCover {
    let lines: [String]

    static let white = Colour(0xFFFFFF)
    static let yellow = Colour(0xFFE11A)
    static let red = Colour(0xFF2A1C)
    private static let edge = Colour(0x100806)
    /// A short line may have letters larger than those of the longest by this.
    private static let growth = 1.35

    /// Of `count` lines.
    static func colour(of line: Int, of count: Int) -> Colour {
        switch (line, count) {
        case (0, 1), (1, 2): yellow
        case (0, _): white
        case (count - 1, 3...): red
        default: yellow
        }
    }

    func draw(on frame: Frame) {
        let surface = PaintSurface(frame)
        let rows = rows(on: surface)
        guard !rows.isEmpty else { return }
        shade(surface)
        let stage = frame.stage
        let gap = stage.unit * 0.012
        let total = rows.reduce(0) { $0 + $1.height } + gap * Double(rows.count - 1)
        var top = stage.height * stage.pick(0.5, portrait: 0.44, square: 0.5) - total / 2
        for (number, row) in rows.enumerated() {
            draw(row, Self.colour(of: number, of: rows.count), on: surface, centre: stage.width / 2, top: top)
            top += row.height + gap
        }
    }

    /// The picture keeps its colours and steps back a little, most where the letters stand.
    private func shade(_ surface: PaintSurface) {
        let stage = surface.stage
        let (height, centre) = (Float(stage.height), Float(stage.pick(0.5, portrait: 0.44, square: 0.5)))
        surface.shade(top: 0, bottom: stage.height, left: 0, right: stage.width) { _, y in
            let away = abs(y / height - centre) * 2
            return SIMD4(0.03, 0.02, 0.02, 0.10 + 0.24 * smoothstep(1, 0.2, away))
        }
    }

    private func rows(on surface: PaintSurface) -> [TextBlock] {
        let texts = lines.map { $0.trimmingWhitespace }.filter { !$0.isEmpty }
        let stage = surface.stage
        let width = stage.width * 0.9
        let height = stage.height * stage.pick(0.86, portrait: 0.6, square: 0.82)
        let ceiling = min(height / Double(max(texts.count, 1)) * 0.86, stage.unit * 0.3)
        // The longest line decides; the others grow towards the edges, within reason.
        func single(_ text: String, _ size: Double) -> TextBlock? {
            TextBlock(text, .strong, size: size, width: 1_000_000, leading: 1, on: surface)
        }
        let fitting = texts.map { text -> Double in
            guard let block = single(text, 100), block.width > 0 else { return ceiling }
            return min(ceiling, 100 * width / (block.width + 100 * Self.edgeShare))
        }
        let least = max(fitting.min() ?? ceiling, stage.unit * 0.03)
        var blocks = zip(texts, fitting).compactMap { single($0, max(min($1, least * Self.growth), 1)) }
        let used = blocks.reduce(0) { $0 + $1.height }
        if used > height {
            blocks = zip(texts, blocks).compactMap { single($0, $1.size * height / used) }
        }
        return blocks
    }

    /// The dark edge's width over the letters' size.
    private static let edgeShare = 0.2

    private func draw(
        _ row: TextBlock, _ colour: Colour, on surface: PaintSurface, centre: Double, top: Double
    ) {
        row.drawShadow(
            on: surface, centre: centre, top: top, radius: row.size * 0.14, strength: 0.9, drop: row.size * 0.05,
            grown: row.size * Self.edgeShare / 2)
        row.trace(on: surface, centre: centre, top: top)
        surface.stroke(Self.edge, width: row.size * Self.edgeShare)
        row.trace(on: surface, centre: centre, top: top)
        // A stroke of its own colour makes the bold face a black one.
        surface.stroke(colour, width: row.size * 0.035, keep: true)
        surface.fill(colour)
        row.drawPictures(on: surface, centre: centre, top: top)
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
