/// Sizes of burnt-in captions in pixels of the canvas.
///
/// In portrait the captions stand well above the bottom, where phones' apps put their own buttons.
package struct CaptionLayout: Hashable, Sendable {
    /// Height of a square Chinese character.
    package var em: Double
    package var bottomMargin: Int
    package var sideMargin: Int
    /// Room for a line.
    package var lineWidth: Int

    package init(canvas: Canvas, language: Language) {
        let width = Double(canvas.width)
        let height = Double(canvas.height)
        em = width / Self.emsPerWidth(language.captionFamily, isPortrait: canvas.isPortrait)
        bottomMargin = Int((height * (canvas.isPortrait ? 0.18 : 0.07)).rounded())
        sideMargin = Int((width * 0.05).rounded())
        lineWidth = canvas.width - 2 * sideMargin
    }

    /// So that the widest line (`CaptionLimits.maxColumns`) fills 80 to 90 % of the picture.
    private static func emsPerWidth(_ family: CaptionFamily, isPortrait: Bool) -> Double {
        switch (family, isPortrait) {
        case (.ideographic, false), (.korean, false): 22
        case (.ideographic, true), (.korean, true): 14
        case (.alphabetic, false): 26
        case (.alphabetic, true): 15
        }
    }
}
