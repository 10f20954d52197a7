/// What a channel puts on its films, and around them.
package struct Branding: Hashable, Sendable, Codable {
    /// Where the logo sits; sizes in pixels of a picture 1360 wide (high, in portrait).
    package struct LogoPlace: Hashable, Sendable, Codable {
        package var corner: Corner
        package var width: Int
        package var margin: Int
        /// 0 ... 1.
        package var opacity: Double

        package init(
            corner: Corner = .topRight, width: Int = 100, margin: Int = 30, opacity: Double = 1
        ) {
            self.corner = corner
            self.width = width
            self.margin = margin
            self.opacity = opacity
        }
    }

    /// Where a player finds the cover.
    package enum CoverUse: String, Sendable, Codable, CaseIterable {
        /// A file beside the film only.
        case file
        /// Also the film's first frame.
        case firstFrame = "first-frame"
        /// Also a picture inside the film's file.
        case attached
    }

    package var logo: LogoPlace
    /// A short text, faint, in the corner across from the logo.
    package var watermark: String?
    /// A line along the upper edge through all of the film.
    package var titleBar: String?
    /// Shows headings of the text as they are reached.
    package var hasChapters: Bool
    /// Colour of the bar that grows with the film, RRGGBB.
    package var progressBar: String?
    package var cover: CoverUse
    /// How the title stands on the cover; nil: `.elegant`.
    package var coverStyle: CoverStyle?
    /// What the cover says; nil: the film's title.
    package var coverText: String?
    /// How the film says that models made parts of it; nil: `.metadata`.
    package var aiLabel: AILabel?
    /// Absolute paths of clips.
    package var intro: String?
    package var outro: String?

    package init(
        logo: LogoPlace = LogoPlace(), watermark: String? = nil, titleBar: String? = nil,
        hasChapters: Bool = false, progressBar: String? = nil, cover: CoverUse = .file,
        intro: String? = nil, outro: String? = nil, aiLabel: AILabel? = nil,
        coverStyle: CoverStyle? = nil, coverText: String? = nil
    ) {
        self.logo = logo
        self.watermark = watermark
        self.titleBar = titleBar
        self.hasChapters = hasChapters
        self.progressBar = progressBar
        self.cover = cover
        self.coverStyle = coverStyle
        self.coverText = coverText
        self.intro = intro
        self.aiLabel = aiLabel
        self.outro = outro
    }

    package static let none = Branding()
}

/// A presenter, filmed or drawn, and how it is shown.
package struct PresenterChoice: Hashable, Sendable, Codable {
    /// Absolute path of a video, whose sound is not used, or of a picture; nil: a figure is drawn.
    package var file: String?
    /// The person in the picture agrees to be shown speaking; nil: nobody said so.
    package var hasConsent: Bool?
    /// Nil, and no file: the standard figure.
    package var drawn: DrawnFigure?
    package var place: PresenterPlan.Place
    package var appearance: PresenterPlan.Appearance
    package var introLength: MediaTime
    package var outroLength: MediaTime
    package var transitions: TransitionChoice
    /// A vendor makes it say the film's words; nil: if there is one.
    package var speaks: Bool?

    package init(
        file: String? = nil, hasConsent: Bool? = nil, drawn: DrawnFigure? = nil, place: PresenterPlan.Place,
        appearance: PresenterPlan.Appearance, introLength: MediaTime = MediaTime(ms: 120_000),
        outroLength: MediaTime = MediaTime(ms: 120_000), transitions: TransitionChoice = .auto,
        speaks: Bool? = nil
    ) {
        self.file = file
        self.hasConsent = hasConsent
        self.drawn = drawn
        self.place = place
        self.appearance = appearance
        self.introLength = introLength
        self.outroLength = outroLength
        self.transitions = transitions
        self.speaks = speaks
    }
}

/// The landscape film inside a portrait one (竖屏), with words around it.
package struct ReframeChoice: Hashable, Sendable, Codable {
    package enum Geometry: String, Sendable, Codable, CaseIterable {
        /// 1080 x 1920, clear of phones' own buttons.
        case phone
        /// 1360 x 2418 with the film at its own size, as the old tool made it.
        case classic
    }

    package var geometry: Geometry
    package var ground: Reframe.Ground
    /// Number of the episode (集数), title and description; empty for none.
    package var index: String
    package var title: String
    package var description: String

    package init(
        geometry: Geometry = .phone, ground: Reframe.Ground = .blur, index: String = "",
        title: String = "", description: String = ""
    ) {
        self.geometry = geometry
        self.ground = ground
        self.index = index
        self.title = title
        self.description = description
    }
}
