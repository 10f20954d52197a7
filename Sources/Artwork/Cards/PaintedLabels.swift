package import BatchVideo
package import Foundation

/// Words for laying over the film, set by pango on a transparent ground.
package struct PaintedLabels: LabelPainter {
    package let version = "painted-labels 2"

    package init() {}

    /// Throws `.invalid` for a label without words or room, `.unwritable` when it cannot be written.
    package func paint(_ label: TextLabel, to file: URL) async throws -> PixelSize {
        guard label.text.contains(where: { !$0.isWhitespace }), label.lines > 0,
            (8...8192).contains(label.width), (8...8192).contains(label.height),
            (4...label.height).contains(label.em)
        else {
            throw BatchVideoError(.invalid, "a title needs words, and room for a line of them")
        }
        return try await Easel.run {
            let drawing = LabelDrawing(label)
            var pixels = [UInt32](repeating: 0, count: drawing.size.pixels)
            try pixels.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                drawing.draw(on: Frame(stage: Stage(drawing.size), pixels: base))
                try PNGFile.writeTransparent(UnsafeBufferPointer(buffer), drawing.size, to: file)
            }
            return drawing.size
        }
    }
}

/// How one label is set. Lengths are in heights of a character of the size that fits.
private struct LabelDrawing {
    let label: TextLabel
    let size: PixelSize
    private let em: Double
    private let textWidth: Double
    private let textHeight: Double

    init(_ label: TextLabel) {
        self.label = label
        let sheet = PaintSurface(Stage(PixelSize(width: 16, height: 16)))
        let room = Self.padding(label.style)
        let largest = Double(label.em)
        let block = TextBlock.fitting(
            label.text, Self.typeface(label.style),
            TextBlock.Limits(
                width: max(8, Double(label.width) - 2 * room.x * largest),
                height: max(8, Double(label.height) - 2 * room.y * largest), lines: label.lines,
                sizes: largest * 0.3...largest, leading: label.style == .text ? 1.1 : 0.95),
            on: sheet)
        em = block?.size ?? largest
        textWidth = block?.width ?? 0
        textHeight = block?.height ?? 0
        let wide = label.style == .titleBar ? Double(label.width) : textWidth + 2 * room.x * em
        let high = textHeight + 2 * room.y * em
        size = PixelSize(
            width: min(label.width, Int(wide.rounded(.up)) + 1) & ~1,
            height: min(label.height, Int(high.rounded(.up)) + 1) & ~1)
    }

    func draw(on frame: Frame) {
        let surface = PaintSurface(frame)
        let block = TextBlock(
            label.text, Self.typeface(label.style), size: em, width: textWidth + 1,
            leading: label.style == .text ? 1.1 : 0.95, on: surface)
        guard let block else { return }
        let (width, height) = (Double(size.width), Double(size.height))
        let top = (height - block.height) / 2
        var centre = width / 2
        switch label.style {
        case .titleBar:
            surface.rectangle(0, 0, width, height)
            surface.fill(
                from: Point(0, 0), to: Point(0, height),
                [Stop(0, Self.plate, 0.78), Stop(0.7, Self.plate, 0.62), Stop(1, Self.plate, 0.5)])
        case .chapter:
            surface.roundedRectangle(0, 0, width, height, radius: em * 0.22)
            surface.fill(Self.plate, 0.66)
            surface.roundedRectangle(
                em * 0.42, em * 0.42, em * 0.14, height - em * 0.84, radius: em * 0.07)
            surface.fill(Self.yellow)
            centre += em * 0.16
        case .watermark:
            block.drawShadow(
                on: surface, centre: centre, top: top, radius: em * 0.2, strength: 1.6, grown: em * 0.04)
        case .number, .title, .text: edge(block, on: surface, centre: centre, top: top)
        }
        block.draw(on: surface, centre: centre, top: top, label.style == .number ? Self.yellow : .white)
    }

    private func edge(
        _ block: TextBlock, on surface: PaintSurface, centre: Double, top: Double
    ) {
        block.trace(on: surface, centre: centre, top: top)
        let isLarge = label.style != .text
        surface.stroke(Self.ink, isLarge ? 1 : 0.55, width: em * (isLarge ? 0.14 : 0.08))
    }

    private static let yellow = Colour(0xFFD94A)
    private static let ink = Colour(0x14100C)
    private static let plate = Colour(0x0E1116)

    private static func typeface(_ style: TextLabel.Style) -> Typeface {
        switch style {
        case .watermark, .text: .plain
        case .titleBar, .chapter, .number, .title: .strong
        }
    }

    private static func padding(_ style: TextLabel.Style) -> (x: Double, y: Double) {
        switch style {
        case .watermark: (0.3, 0.2)
        case .titleBar: (0.6, 0.28)
        case .chapter: (0.95, 0.32)
        case .number, .title: (0.12, 0.1)
        case .text: (0.08, 0.06)
        }
    }
}
