package import Foundation

/// A few words to be painted on a transparent ground and laid over the film.
package struct TextLabel: Hashable, Sendable, Codable {
    package enum Style: String, Sendable, Codable {
        /// White letters with a soft shadow.
        case watermark
        /// A strip across the picture with the words in its middle.
        case titleBar
        /// Words beside a coloured stroke, on a plate.
        case chapter
        /// Large letters with a dark edge: yellow for a number, white for a title.
        case number, title
        /// Plain white letters.
        case text
    }

    package var text: String
    package var style: Style
    /// The widest that the picture may be; a title bar is just so wide. In pixels.
    package var width: Int
    /// The highest that it may be.
    package var height: Int
    /// Height of a square character; letters shrink where the words would not fit.
    package var em: Int
    package var lines: Int

    package init(
        _ text: String, _ style: Style, width: Int, height: Int, em: Int, lines: Int
    ) {
        self.text = text
        self.style = style
        self.width = width
        self.height = height
        self.em = em
        self.lines = lines
    }
}

/// Port: paints words.
///
/// Writes a PNG with alpha at `file`, no larger than the label allows, or throws and leaves nothing
/// there; returns its size, both sides even. The same label gives the same bytes.
package protocol LabelPainter: Sendable {
    var version: String { get }
    func paint(_ label: TextLabel, to file: URL) async throws -> PixelSize
}
