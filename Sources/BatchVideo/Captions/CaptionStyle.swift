/// How captions look on the picture.
package struct CaptionStyle: Hashable, Sendable, Codable {
    package enum Look: String, Sendable, Codable, CaseIterable {
        /// Dark text on a translucent plate of the brand's colour.
        case box
        /// White text with a dark outline.
        case outline
        /// Outline, and each word lights up as it is spoken.
        case karaoke
        /// Nothing on the picture (the .srt is written all the same).
        case none
    }

    /// Where on the picture.
    package enum Position: String, Sendable, Codable, CaseIterable { case bottom, middle, top }

    package var look: Look
    /// Plate colour of `.box` as RRGGBB.
    package var plate: String
    /// Nil: `.bottom`.
    package var position: Position?
    /// Chinese captions in traditional characters, whatever the text is written in; nil: as it is.
    package var isTraditional: Bool?

    package init(
        look: Look = .outline, plate: String = "578B2E", position: Position? = nil,
        isTraditional: Bool? = nil
    ) {
        self.look = look
        self.plate = plate
        self.position = position
        self.isTraditional = isTraditional
    }
}
