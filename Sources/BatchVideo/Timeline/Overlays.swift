/// A rectangle of the film's picture in pixels, from its upper left corner; all even, so that it
/// covers whole chroma samples.
package struct PixelArea: Hashable, Sendable, Codable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    /// Rounds down to even numbers.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x & ~1
        self.y = y & ~1
        self.width = width & ~1
        self.height = height & ~1
    }

    package var size: PixelSize { PixelSize(width: width, height: height) }

    package func isInside(_ canvas: PixelSize) -> Bool {
        x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= canvas.width
            && y + height <= canvas.height
    }
}

/// A picture with transparency over the film: logo, watermark, title, chapter, cover.
package struct PictureOverlay: Hashable, Sendable, Codable {
    /// Path of a PNG, already at its size on the canvas, relative to the workspace.
    package var file: String
    package var sha256: String
    /// Where its upper left corner lies on the canvas; the renderer rounds down to even numbers.
    package var x: Int
    package var y: Int
    /// 0 ... 1.
    package var opacity: Double
    /// The frames in which it is seen; nil: all.
    package var frames: Range<Int>?
    /// Frames over which it appears and vanishes, within `frames`.
    package var fadeFrames: Int
    /// It says what the film is: seen in every rendition, also in those without branding; nil: no.
    package var isLabel: Bool?

    package init(
        file: String, sha256: String, x: Int, y: Int, opacity: Double = 1,
        frames: Range<Int>? = nil, fadeFrames: Int = 0, isLabel: Bool? = nil
    ) {
        self.file = file
        self.sha256 = sha256
        self.x = x
        self.y = y
        self.opacity = opacity
        self.frames = frames
        self.fadeFrames = fadeFrames
        self.isLabel = isLabel
    }

    /// How much of it is seen in frame `k`, 0 ... 1, its own opacity not counted.
    package func presence(inFrame k: Int) -> Double {
        guard let frames else { return 1 }
        guard frames.contains(k) else { return 0 }
        let room = Double(fadeFrames + 1)
        let rising = Double(k - frames.lowerBound + 1) / room
        let falling = Double(frames.upperBound - k) / room
        return min(1, rising, falling)
    }
}

/// Where in the picture a mark sits.
package enum Corner: String, Sendable, Codable, CaseIterable {
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomLeft = "bottom-left"
    case bottomRight = "bottom-right"

    /// The upper left corner of something of `size` that keeps `margin` pixels from both edges.
    package func place(
        _ size: PixelSize, on canvas: PixelSize, margin: Int
    ) -> (x: Int, y: Int) {
        let isLeft = self == .topLeft || self == .bottomLeft
        let isTop = self == .topLeft || self == .topRight
        return (
            isLeft ? margin : max(0, canvas.width - size.width - margin),
            isTop ? margin : max(0, canvas.height - size.height - margin)
        )
    }
}

/// A bar along an edge that grows with the film.
package struct ProgressBar: Hashable, Sendable, Codable {
    package enum Edge: String, Sendable, Codable, CaseIterable { case top, bottom }

    package var edge: Edge
    /// In pixels; even.
    package var height: Int
    /// RRGGBB.
    package var colour: String
    /// 0 ... 1.
    package var opacity: Double

    package init(edge: Edge = .bottom, height: Int, colour: String, opacity: Double = 0.9) {
        self.edge = edge
        self.height = max(2, height & ~1)
        self.colour = colour
        self.opacity = opacity
    }
}

/// A person who speaks, filmed or drawn, over the film or in place of it.
package struct PresenterTrack: Hashable, Sendable, Codable {
    package enum Shape: Hashable, Sendable, Codable {
        /// The whole area.
        case rectangle
        /// Corners rounded by a tenth of the shorter side.
        case rounded
        /// The largest ellipse in the area: a circle when it is square.
        case circle
        /// Everything but a background of about this colour (RRGGBB).
        case keyed(colour: String)
    }

    /// A clip, seen from its start again when it ends.
    package var source: PictureSource
    /// The frame of the film beside which the clip's first frame belongs.
    package var startFrame: Int
    package var area: PixelArea
    package var shape: Shape
    /// Where it is seen: in order, apart from each other.
    package var spans: [Range<Int>]
    /// How it comes and goes at a span's inner ends, inside the span.
    package var transition: Transition

    package init(
        source: PictureSource, startFrame: Int = 0, area: PixelArea, shape: Shape,
        spans: [Range<Int>], transition: Transition
    ) {
        self.source = source
        self.startFrame = startFrame
        self.area = area
        self.shape = shape
        self.spans = spans
        self.transition = transition
    }

    package func span(at frame: Int) -> Range<Int>? { spans.first { $0.contains(frame) } }
}

/// The film inside a canvas of other proportions, with words above and below it.
package struct Reframe: Hashable, Sendable, Codable {
    package enum Ground: Hashable, Sendable, Codable {
        /// A blurred, darker and enlarged copy of the film.
        case blur
        /// RRGGBB.
        case plain(colour: String)
    }

    package var canvas: PixelSize
    /// Where the film lies in it.
    package var film: PixelArea
    package var ground: Ground
    package var texts: [PictureOverlay]

    package init(canvas: PixelSize, film: PixelArea, ground: Ground, texts: [PictureOverlay]) {
        self.canvas = canvas
        self.film = film
        self.ground = ground
        self.texts = texts
    }
}
