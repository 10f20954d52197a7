/// A picture of a person who agrees to be shown speaking.
package struct PresenterPhoto: Hashable, Sendable, Codable {
    /// Where the mouth is, in shares of the picture's width and height.
    package struct Mouth: Hashable, Sendable, Codable {
        package var x: Double
        package var y: Double
        /// Half of its width, of the picture's width.
        package var halfWidth: Double
        /// The chin's lower edge, of the picture's height.
        package var chin: Double

        package init(x: Double, y: Double, halfWidth: Double, chin: Double) {
            self.x = x
            self.y = y
            self.halfWidth = halfWidth
            self.chin = chin
        }
    }

    /// Absolute path of a PNG.
    package var file: String
    /// Nil: it is looked for.
    package var mouth: Mouth?

    package init(file: String, mouth: Mouth? = nil) {
        self.file = file
        self.mouth = mouth
    }
}

/// A presenter that this program draws and moves itself.
package struct DrawnPresenter: Hashable, Sendable, Codable {
    package enum Likeness: Hashable, Sendable, Codable {
        case figure(DrawnFigure)
        case photo(PresenterPhoto)
    }

    package enum Ground: Hashable, Sendable, Codable {
        /// A studio of the figure's own; a photo's own surroundings.
        case studio
        /// One colour, RRGGBB, to be keyed out; a photo keeps its surroundings.
        case colour(String)
    }

    /// A white line along the picture's edge.
    package enum Rim: String, Hashable, Sendable, Codable { case none, circle, rounded }

    package var likeness: Likeness
    package var ground: Ground
    package var rim: Rim
    /// Even numbers.
    package var size: PixelSize
    package var seed: UInt64

    package init(
        _ likeness: Likeness, on ground: Ground = .studio, rim: Rim = .none, size: PixelSize, seed: UInt64
    ) {
        self.likeness = likeness
        self.ground = ground
        self.rim = rim
        self.size = size
        self.seed = seed
    }
}
