import ArgumentParser
import BatchVideo
import Foundation

/// The choices that are the same for every film of one `make`.
struct MakeOptions: ParsableArguments {
    @Option(help: "Title on the cover (default: the text's heading or first words).")
    var title: String?

    @Option(help: "Voice, e.g. zh-female or en-us (default: by the text's language; see 'voices').")
    var voice: String?

    @Option(
        help: ArgumentHelp(
            "A recording (3 to 25 s) of the voice that the film is to sound like, whose owner agrees; a vendor converts the speech.",
            valueName: "file"))
    var timbre: String?

    @Option(help: "Language of the text as a BCP 47 tag (default: found from the text).")
    var language: String?

    @Option(help: "Speech speed, 0.5 to 2.0.")
    var speed: Double = 1

    @Flag(help: "768x1360.")
    var portrait = false

    @Flag(help: "1360x768 (the default).")
    var landscape = false

    @Option(help: "Picture size as WIDTHxHEIGHT, even numbers from 128 to 4096.")
    var size: String?

    @Option(help: ArgumentHelp("Folder of your own pictures, used in order.", valueName: "dir"))
    var images: String?

    @Option(help: ArgumentHelp("Folder of your own video clips for the moving shots.", valueName: "dir"))
    var footage: String?

    @OptionGroup(title: "What moves")
    var mixing: MixOptions

    @Option(
        help: ArgumentHelp(
            "Music under the voice: none, auto (composed for the text), a file, or a folder whose files take turns.",
            valueName: "music"))
    var music: String = "auto"

    @OptionGroup(title: "Branding")
    var branding: BrandingOptions

    @OptionGroup(title: "Presenter")
    var presenter: PresenterOptions

    @OptionGroup(title: "A portrait film around a landscape one")
    var reframe: ReframeOptions

    @Option(help: "Captions on the picture: box, outline, karaoke or none.")
    var captions: CaptionStyle.Look = .outline

    @Option(help: ArgumentHelp("Colour of the box behind captions, RRGGBB.", valueName: "colour"))
    var plate: String = CaptionStyle().plate

    @Option(help: "Where captions stand: bottom, middle or top.")
    var captionPosition: CaptionStyle.Position = .bottom

    @Flag(help: "Chinese captions in traditional characters; the voice says the same.")
    var traditional = false

    @Flag(help: "Also captions that a player can turn on and off, inside the film's file.")
    var softCaptions = false

    @Option(help: "Loudness of your clips' own sound, in percent of the voice's.")
    var clipSound: Int = 0

    @Option(help: ArgumentHelp("Readings that win over the dictionary: lines '银行 = yin2 hang2'.", valueName: "file"))
    var lexicon: String?

    @Option(help: "Transitions between shots: auto, none, or names such as fade,slideleft,wipeup.")
    var transitions: String = "auto"

    @Option(help: "Camera moves over stills: auto, none, zoom, pan or parallax.")
    var motion: MotionChoice = .auto

    @Option(help: "Pictures of another shape: fill (cut off what hangs over) or blur (show all).")
    var fit: PictureFit = .fill

    @Option(help: "Another seed makes another film of the same text.")
    var seed: UInt64?

    @Flag(help: "A quick look at half size.")
    var draft = false

    @Option(help: "Encoding: draft, standard or high.")
    var quality: RenderQuality?

    @Option(
        help: "Encoder: auto (x264), x264, x265, svt-av1, nvenc, qsv or vaapi; see 'doctor'.")
    var encoder: RenderEncoder = .auto

    @Flag(help: "Pay again for calls of vendors that nobody knows the end of: their replies were lost.")
    var askLostAnew = false

    @Flag(help: "Also write the film without logo and captions (NAME.clean.mp4).")
    var clean = false

    mutating func validate() throws {
        guard (0.5...2).contains(speed) else {
            throw ValidationError("--speed must be between 0.5 and 2.0, not \(speed)")
        }
        guard [portrait, landscape, size != nil].filter({ $0 }).count <= 1 else {
            throw ValidationError("choose one of --portrait, --landscape and --size")
        }
        guard plate.wholeMatch(of: /[0-9A-Fa-f]{6}/) != nil else {
            throw ValidationError("--plate is a colour such as 578B2E, not '\(plate)'")
        }
        guard (0...100).contains(clipSound) else {
            throw ValidationError("--clip-sound is a percentage from 0 to 100, not \(clipSound)")
        }
        if let title { try Self.checkTitle(title) }
        _ = try transitionChoice
        if let language, language.wholeMatch(of: /[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*/) == nil {
            throw ValidationError("--language is a tag such as zh-CN or en, not '\(language)'")
        }
        guard try reframe.geometry == nil || !canvas.isPortrait else {
            throw ValidationError("--reframe puts a landscape film into a portrait one; leave --portrait out")
        }
    }

    /// Someone who brings pictures and no clips wants to see the pictures.
    var effectiveMix: Int { mixing.mix ?? (images != nil && footage == nil ? 0 : 30) }

    /// Nil for `auto`.
    var transitionChoice: TransitionChoice? {
        get throws {
            do {
                let choice = try TransitionChoice(transitions)
                return choice == .auto ? nil : choice
            } catch let error as BatchVideoError {
                throw ValidationError("--transitions: \(error.message)")
            }
        }
    }

    /// The film's canvas; half of it in each direction for a draft.
    var canvas: Canvas {
        get throws {
            let full = try size.map(Self.parseSize) ?? (portrait ? Canvas.portrait : .landscape).size
            guard draft else { return Canvas(size: full) }
            return Canvas(size: PixelSize(width: full.width / 4 * 2, height: full.height / 4 * 2))
        }
    }

    private static func checkTitle(_ title: String) throws {
        guard (1...255).contains(title.count), title.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--title must have 1 to 255 characters, not \(title.count)")
        }
    }

    static func parseSize(_ text: String) throws -> PixelSize {
        let range = 128...4096
        guard let match = text.wholeMatch(of: /(\d{1,5})[xX×](\d{1,5})/),
            let width = Int(match.1), let height = Int(match.2),
            range.contains(width), range.contains(height),
            width.isMultiple(of: 2), height.isMultiple(of: 2)
        else {
            throw ValidationError(
                "--size is WIDTHxHEIGHT in even pixels from 128 to 4096, such as 1080x1920, not '\(text)'")
        }
        return PixelSize(width: width, height: height)
    }
}

extension CaptionStyle.Position: ExpressibleByArgument {}
extension CaptionStyle.Look: ExpressibleByArgument {}
extension RenderQuality: ExpressibleByArgument {}
extension RenderEncoder: ExpressibleByArgument {}
extension MotionChoice: ExpressibleByArgument {}
extension PictureFit: ExpressibleByArgument {}
