import BatchVideo
package import Foundation

/// Lines of text over a picture, each in its share of the height (the old tool's `drawtext`).
package struct LinesOverPicture: Sendable {
    package struct Line: Sendable {
        package var text: String
        /// 0xRRGGBB.
        package var colour: UInt32
        /// Height of a character in pixels.
        package var em: Int

        package init(text: String, colour: UInt32, em: Int) {
            self.text = text
            self.colour = colour
            self.em = em
        }
    }

    private static let margin = 10.0
    private static let edge = 3.0

    package init() {}

    /// Draws over `picture`, a PNG of ours, and writes another PNG.
    ///
    /// Throws `.media` when the picture cannot be read, `.unwritable` when the other cannot be written.
    package func draw(_ lines: [Line], over picture: URL, to file: URL) async throws {
        try await Easel.run {
            let source = try PictureFile(picture)
            let size = source.size
            var pixels = [UInt32](repeating: 0xFF00_0000, count: size.pixels)
            try pixels.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                let surface = PaintSurface(Frame(stage: Stage(size), pixels: base))
                source.fill(surface)
                Self.draw(lines, on: surface)
                try PNGFile.write(UnsafeBufferPointer(buffer), size, to: file)
            }
        }
    }

    /// Letters shrink where a line would hang over the edge.
    private static func draw(_ lines: [Line], on surface: PaintSurface) {
        let height = surface.stage.height / Double(max(1, lines.count))
        for (index, line) in lines.enumerated() where line.text.contains(where: { !$0.isWhitespace }) {
            let em = min(Double(line.em), max(8, height))
            let block = TextBlock.fitting(
                line.text, .strong,
                TextBlock.Limits(
                    width: max(16, surface.stage.width - 2 * margin), height: .infinity, lines: 1,
                    sizes: min(8, em)...em), on: surface)
            guard let block else { continue }
            let top = Double(index) * height + margin
            let centre = margin + block.width / 2
            block.trace(on: surface, centre: centre, top: top)
            surface.stroke(.black, width: 2 * edge)
            block.draw(on: surface, centre: centre, top: top, Colour(line.colour))
        }
    }
}
