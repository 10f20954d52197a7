import ArgumentParser
import BatchVideo

/// The landscape film inside a portrait one, with words around it (NAME.reframed.mp4).
struct ReframeOptions: ParsableArguments {
    @Option(
        name: .customLong("reframe"),
        help: "Also a portrait film around this one: phone (1080x1920) or classic (1360x2418).")
    var geometry: ReframeChoice.Geometry?

    @Option(
        name: .customLong("reframe-ground"),
        help: ArgumentHelp("What is behind it: blur, or a colour RRGGBB.", valueName: "ground"))
    var ground: String = "blur"

    @Option(
        name: .customLong("reframe-index"), help: ArgumentHelp("Number of the episode, such as 第3集.", valueName: "text")
    )
    var index: String?

    @Option(
        name: .customLong("reframe-title"),
        help: ArgumentHelp("Title above the film (default: the film's).", valueName: "text"))
    var title: String?

    @Option(name: .customLong("reframe-text"), help: ArgumentHelp("Description below the film.", valueName: "text"))
    var text: String?

    mutating func validate() throws {
        if ground != "blur" { try BrandingOptions.checkColour("--reframe-ground", ground) }
        try BrandingOptions.checkText("--reframe-index", index, longest: 40)
        try BrandingOptions.checkText("--reframe-title", title, longest: 120)
        try BrandingOptions.checkText("--reframe-text", text, longest: 240)
    }

    func choice(title filmTitle: String) -> ReframeChoice? {
        geometry.map {
            ReframeChoice(
                geometry: $0, ground: ground == "blur" ? .blur : .plain(colour: ground.uppercased()),
                index: index ?? "", title: title ?? filmTitle, description: text ?? "")
        }
    }
}

extension ReframeChoice.Geometry: ExpressibleByArgument {}
