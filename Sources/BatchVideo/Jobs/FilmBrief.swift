/// What to make: a text and the choices for it. Repeatable: the same brief makes the same film.
package struct FilmBrief: Hashable, Sendable, Codable {
    package var text: String
    package var title: String
    package var language: Language
    /// A `Voice.id`.
    package var voice: String
    /// A sample of a voice that the film is to sound like; absolute path.
    package var timbre: String?
    /// 0.5 ... 2.0.
    package var speed: Double
    package var canvas: Canvas
    /// Percent of shots that move, 0 ... 100.
    package var mix: Int
    /// Which they are and where they come from; nil: `MixChoice()`.
    package var mixing: MixChoice?
    package var captions: CaptionStyle
    package var quality: RenderQuality
    package var seed: UInt64
    /// Also make the film without logo and captions.
    package var wantsClean: Bool
    /// Absolute paths of the user's own media; nil or empty for none.
    package var images: [String]
    package var footage: [String]
    /// None in manifests of earlier versions that do not name any.
    package var music: FilmMusic
    package var logo: String?
    package var lexicon: [String: String]
    /// Nil: `.auto`.
    package var transitions: TransitionChoice?
    package var motion: MotionChoice?
    package var fit: PictureFit?
    package var branding: Branding?
    package var presenter: PresenterChoice?
    package var reframe: ReframeChoice?
    /// Also captions that the player can turn on.
    package var hasTextTrack: Bool?
    /// How loud clips' own sound is beneath the voice, 0 ... 100; nil: 0.
    package var clipSound: Int?
    /// Nil: `.auto`.
    package var encoder: RenderEncoder?
    /// How pictures that vendors make are to look.
    package var look: PictureLook?

    package init(
        text: String, title: String, language: Language, voice: String, speed: Double = 1,
        canvas: Canvas, mix: Int = 30, captions: CaptionStyle = CaptionStyle(),
        quality: RenderQuality = .standard, seed: UInt64, wantsClean: Bool = false,
        images: [String] = [], footage: [String] = [], music: FilmMusic = .auto, logo: String? = nil,
        lexicon: [String: String] = [:], transitions: TransitionChoice? = nil,
        motion: MotionChoice? = nil, fit: PictureFit? = nil, branding: Branding? = nil,
        presenter: PresenterChoice? = nil, reframe: ReframeChoice? = nil,
        hasTextTrack: Bool? = nil, clipSound: Int? = nil, encoder: RenderEncoder? = nil,
        look: PictureLook? = nil, mixing: MixChoice? = nil, timbre: String? = nil
    ) {
        self.text = text
        self.title = title
        self.language = language
        self.voice = voice
        self.speed = speed
        self.canvas = canvas
        self.mix = mix
        self.captions = captions
        self.quality = quality
        self.seed = seed
        self.wantsClean = wantsClean
        self.images = images
        self.footage = footage
        self.music = music
        self.logo = logo
        self.lexicon = lexicon
        self.transitions = transitions
        self.motion = motion
        self.fit = fit
        self.branding = branding
        self.presenter = presenter
        self.reframe = reframe
        self.hasTextTrack = hasTextTrack
        self.clipSound = clipSound
        self.encoder = encoder
        self.look = look
        self.mixing = mixing
        self.timbre = timbre
    }
}

extension KeyedDecodingContainer {
    /// Chosen by `FilmBrief`'s own decoding.
    func decode(_ type: FilmMusic.Type, forKey key: Key) throws -> FilmMusic {
        try decodeIfPresent(type, forKey: key) ?? FilmMusic.none
    }
}
