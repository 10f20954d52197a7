import ArgumentParser
import BatchVideo
import Foundation

/// A presenter, drawn or filmed, over the film or in place of it.
struct PresenterOptions: ParsableArguments {
    enum Place: String, CaseIterable, ExpressibleByArgument {
        case full
        case topLeft = "top-left"
        case topRight = "top-right"
        case bottomLeft = "bottom-left"
        case bottomRight = "bottom-right"
    }

    enum Shape: String, CaseIterable, ExpressibleByArgument {
        case circle, rounded, rectangle, keyed
    }

    @Option(
        help: ArgumentHelp(
            "Who speaks: a drawn figure (anchor-woman, anchor-man, elder-woman, elder-man), a picture of a person who agrees, or a video, whose sound is not used.",
            valueName: "figure|file"))
    var presenter: String?

    @Option(help: "Colours of a drawn figure: classic, warm, fresh or deep.")
    var presenterPalette: FigurePalette = .classic

    @Flag(help: "The person in the picture agrees to be shown speaking.")
    var presenterConsent = false

    @Option(help: "Where: full, top-left, top-right, bottom-left or bottom-right.")
    var presenterPlace: Place = .bottomRight

    @Option(help: "Shape in a corner: circle, rounded, rectangle or keyed (background taken out).")
    var presenterShape: Shape = .circle

    @Option(help: ArgumentHelp("Colour of the background that keyed takes out, RRGGBB.", valueName: "colour"))
    var presenterKey: String = "00FF00"

    @Option(help: "When: whole, intro, outro or ends (both).")
    var presenterWhen: PresenterPlan.Appearance = .whole

    @Option(
        help: ArgumentHelp(
            "Seconds at the beginning and at the end, up to the next border of a shot.", valueName: "seconds"))
    var presenterSeconds: Int = 120

    @Option(help: "How a full-screen presenter comes and goes: auto, none, or names of transitions.")
    var presenterTransitions: String = "auto"

    mutating func validate() throws {
        try BrandingOptions.checkColour("--presenter-key", presenterKey)
        guard (1...3600).contains(presenterSeconds) else {
            throw ValidationError("--presenter-seconds is 1 to 3600, not \(presenterSeconds)")
        }
        if isPicture {
            guard presenterConsent else {
                throw ValidationError(
                    "--presenter with a picture makes the person in it speak; add --presenter-consent when that person agrees"
                )
            }
            guard presenterShape != .keyed else {
                throw ValidationError(
                    "--presenter-shape keyed takes out a background of one colour; a picture has none")
            }
        }
        _ = try transitions
    }

    private var figure: PresenterFigure? { presenter.flatMap(PresenterFigure.init(rawValue:)) }

    private var isPicture: Bool {
        guard let presenter, figure == nil else { return false }
        return FolderListing.images.contains(URL(filePath: presenter).pathExtension.lowercased())
    }

    private var transitions: TransitionChoice {
        get throws {
            do {
                return try TransitionChoice(presenterTransitions)
            } catch let error as BatchVideoError {
                throw ValidationError("--presenter-transitions: \(error.message)")
            }
        }
    }

    private var place: PresenterPlan.Place {
        guard let corner = Corner(rawValue: presenterPlace.rawValue) else { return .fullscreen }
        let shape: PresenterTrack.Shape =
            switch presenterShape {
            case .circle: .circle
            case .rounded: .rounded
            case .rectangle: .rectangle
            case .keyed: .keyed(colour: presenterKey.uppercased())
            }
        return .corner(corner, shape)
    }

    /// Throws `.notFound` for a video or picture that cannot be read.
    func choice() throws -> PresenterChoice? {
        guard let presenter else { return nil }
        let length = MediaTime(ms: presenterSeconds * 1000)
        return PresenterChoice(
            file: figure == nil ? try BriefBuilder.readable(presenter) : nil, hasConsent: isPicture ? true : nil,
            drawn: figure.map { DrawnFigure($0, presenterPalette) }, place: place, appearance: presenterWhen,
            introLength: length, outroLength: length, transitions: try transitions)
    }
}

extension PresenterPlan.Appearance: ExpressibleByArgument {}
extension FigurePalette: ExpressibleByArgument {}
