import ArgumentParser
import BatchVideo

/// What a channel puts on its films, and around them.
struct BrandingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Logo for a corner of the picture.", valueName: "file"))
    var logo: String?

    @Option(help: "The logo's corner: top-left, top-right, bottom-left or bottom-right.")
    var logoCorner: Corner = .topRight

    @Option(help: "The logo's width in pixels of a picture 1360 wide, 16 to 680.")
    var logoWidth: Int = Branding.LogoPlace().width

    @Option(help: "The logo's opacity, 0.05 to 1.")
    var logoOpacity: Double = 1

    @Option(help: ArgumentHelp("A short text, faint, across from the logo.", valueName: "text"))
    var watermark: String?

    @Option(help: ArgumentHelp("A line along the upper edge; 'title' for the film's title.", valueName: "text"))
    var titleBar: String?

    @Flag(help: "Show the text's headings as they are reached.")
    var chapters = false

    @Option(help: ArgumentHelp("A bar that grows with the film, in this colour (RRGGBB).", valueName: "colour"))
    var progressBar: String?

    @Option(help: ArgumentHelp("A clip of your own before the film.", valueName: "file"))
    var intro: String?

    @Option(help: ArgumentHelp("A clip of your own after the film.", valueName: "file"))
    var outro: String?

    @Option(help: "The cover: file (beside the film), first-frame or attached (inside its file).")
    var cover: Branding.CoverUse = .file

    @Option(help: "The title on the cover: elegant, or classic (four lines in white, yellow, yellow, red).")
    var coverStyle: CoverStyle?

    @Option(
        help: "How the film says that models made parts of it: none, metadata, opening (3 s) or always.")
    var aiLabel: AILabel = .metadata

    mutating func validate() throws {
        guard (16...680).contains(logoWidth) else {
            throw ValidationError("--logo-width is 16 to 680 pixels, not \(logoWidth)")
        }
        guard (0.05...1).contains(logoOpacity) else {
            throw ValidationError("--logo-opacity is 0.05 to 1, not \(logoOpacity)")
        }
        try Self.checkText("--watermark", watermark, longest: 60)
        try Self.checkText("--title-bar", titleBar, longest: 120)
        try Self.checkColour("--progress-bar", progressBar)
    }

    static func checkText(_ name: String, _ text: String?, longest: Int) throws {
        guard let text else { return }
        guard text.count <= longest, text.contains(where: { !$0.isWhitespace }),
            !text.contains(where: \.isNewline)
        else {
            throw ValidationError("\(name) is a line of 1 to \(longest) characters")
        }
    }

    static func checkColour(_ name: String, _ colour: String?) throws {
        guard let colour, colour.wholeMatch(of: /[0-9A-Fa-f]{6}/) == nil else { return }
        throw ValidationError("\(name) is a colour such as F2B632, not '\(colour)'")
    }

    /// Nil when nothing is asked for. Throws `.notFound` for a clip that cannot be read.
    func branding(title: String) throws -> Branding? {
        let branding = Branding(
            logo: Branding.LogoPlace(corner: logoCorner, width: logoWidth, opacity: logoOpacity),
            watermark: watermark, titleBar: titleBar == "title" ? title : titleBar,
            hasChapters: chapters, progressBar: progressBar?.uppercased(), cover: cover,
            intro: try intro.map(BriefBuilder.readable), outro: try outro.map(BriefBuilder.readable),
            aiLabel: aiLabel == .metadata ? nil : aiLabel,
            coverStyle: coverStyle)
        return branding == .none ? nil : branding
    }
}

extension Corner: ExpressibleByArgument {}
extension Branding.CoverUse: ExpressibleByArgument {}
extension CoverStyle: ExpressibleByArgument {}
extension AILabel: ExpressibleByArgument {}
