/// A figure of our own that a presenter can be: a drawing, called what it is, never a real person.
package enum PresenterFigure: String, Hashable, Sendable, Codable, CaseIterable {
    case anchorWoman = "anchor-woman"
    case anchorMan = "anchor-man"
    case elderWoman = "elder-woman"
    case elderMan = "elder-man"
}

/// The colours of a figure's skin, hair, clothes and studio.
package enum FigurePalette: String, Hashable, Sendable, Codable, CaseIterable {
    case classic, warm, fresh, deep
}

/// A figure in its colours (2D 卡通主持人).
package struct DrawnFigure: Hashable, Sendable, Codable {
    package var figure: PresenterFigure
    package var palette: FigurePalette

    package init(_ figure: PresenterFigure = .anchorWoman, _ palette: FigurePalette = .classic) {
        self.figure = figure
        self.palette = palette
    }
}
