/// The ASS document that libass burns into the film: looks, sizes, and every cue's text made harmless.
///
/// Lines are broken here and nowhere else (`WrapStyle: 2`); sizes are pixels of the canvas.
package struct CaptionDocument: Sendable {
    let cues: CueSheet
    let style: CaptionStyle
    let canvas: Canvas
    let font: CaptionFont
    let layout: CaptionLayout
    /// libass draws no colour emoji; unless kept for other programs they are drawn in one colour,
    /// and left out where no font has them.
    let keepsEmoji: Bool

    /// - Parameter font: the language's Noto family when nil.
    package init(
        cues: CueSheet, style: CaptionStyle, canvas: Canvas, font: CaptionFont? = nil,
        keepsEmoji: Bool = false
    ) {
        self.cues = cues
        self.style = style
        self.canvas = canvas
        self.font = font ?? .noto(for: cues.language)
        self.keepsEmoji = keepsEmoji
        layout = CaptionLayout(canvas: canvas, language: cues.language)
    }

    package var text: String {
        let looks = CaptionLooks(style: style, font: font, layout: layout)
        let spans = AdvancedSubStation.spans(of: cues)
        let shown = style.look == .none ? [] : Array(zip(cues.cues, spans))
        let events = shown.flatMap { cue, span in lines(for: cue, span: span) }
        return (header + looks.styles + [""] + eventsHeader + events).joined(separator: "\n") + "\n"
    }

    /// Name of the style of the soft shadow under a caption; readers pass over its events.
    static let shadeStyle = "Shade"

    private var header: [String] {
        [
            "[Script Info]", "ScriptType: v4.00+", "PlayResX: \(canvas.width)",
            "PlayResY: \(canvas.height)", "WrapStyle: 2", "ScaledBorderAndShadow: yes",
            "YCbCr Matrix: None", "",
        ]
    }

    private var eventsHeader: [String] {
        [
            "[Events]",
            "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text",
        ]
    }

    private func lines(for cue: Cue, span: TimeSpan) -> [String] {
        let lines = cue.fileLines.map { keepsEmoji ? $0 : EmojiText.drawable($0) }
        let shown = lines.filter { !SubtitleLines.isBlank($0) }
        guard !shown.isEmpty else { return [] }
        let size = sizeCommand(for: shown)
        let plain = shown.map { keepsEmoji ? ASSText.escaped($0) : EmojiText.escaped($0) }
            .joined(separator: "\\N")
        // A word that changes its font in the middle cannot light up: such a caption stands still.
        let isKaraoke =
            style.look == .karaoke && shown == cue.lines && !cue.words.isEmpty
            && !plain.contains("{\\fn")
        let text = isKaraoke ? Karaoke(cue: cue, startMs: span.start.ms).text : plain
        guard style.look != .box else {
            return [event(layer: 1, span, "Caption", plateCommand + size + plain)]
        }
        let shade = event(layer: 0, span, Self.shadeStyle, shadeCommand + size + plain)
        return [shade, event(layer: 1, span, "Caption", size + text)]
    }

    private func event(layer: Int, _ span: TimeSpan, _ style: String, _ text: String) -> String {
        let times = [span.start, span.end].map(AdvancedSubStation.time).joined(separator: ",")
        return "Dialogue: \(layer),\(times),\(style),,0,0,0,,\(text)"
    }

    /// Scales a caption down whose widest line would leave the picture (long words, capitals).
    private func sizeCommand(for lines: [String]) -> String {
        let isIdeographic = cues.language.isIdeographic
        let widest = lines.map { CaptionFont.emWidth(of: $0, isIdeographic: isIdeographic) }.max()
        let width = (widest ?? 0) * layout.em
        guard width > Double(layout.lineWidth) else { return "" }
        let percent = max(20, Int(Double(layout.lineWidth) / width * 100))
        return "{\\fscx\(percent)\\fscy\(percent)}"
    }

    /// The plate's padding: the line's own height leaves room enough above and below.
    private var plateCommand: String {
        "{\\xshad\(Int((layout.em * 0.38).rounded()))\\yshad\(Int((layout.em * 0.04).rounded()))}"
    }

    private var shadeCommand: String { "{\\blur\(Int((layout.em * 0.11).rounded()))}" }
}
