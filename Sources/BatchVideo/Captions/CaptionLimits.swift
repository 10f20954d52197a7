/// What a reader can take in: how wide, how fast and how long captions may be.
///
/// Widths are columns of `TextWidth` (a Latin letter is one, a Chinese character two). Sources: Netflix
/// timed text style guides (5/6 s to 7 s, gaps under half a second closed, 42 letters and 20 letters
/// a second; 16 characters and 9 a second for Chinese), BBC subtitle guidelines; measured against
/// short-video practice for portrait.
package struct CaptionLimits: Hashable, Sendable, Codable {
    /// Width of a line that is not passed without need, and the width that is never passed.
    package var preferredColumns: Int
    package var maxColumns: Int
    package var maxLines: Int
    /// Width of a cue, over all its lines, that reads best.
    package var idealColumns: Int
    /// Reluctance to use a second line; 0 is none, 1 is that of breaking between any two words.
    package var secondLineCost: Double
    /// Narrower cues are orphans unless they are a whole sentence.
    package var orphanColumns: Int
    package var maxCharactersPerSecond: Double
    package var minMs = 833
    package var maxMs = 7000
    /// Silences shorter than this are bridged: the caption stays until the next one.
    package var bridgedGapMs = 500
    /// How long a caption stays after the voice when a longer silence follows.
    package var holdMs = 250
    /// Full-width punctuation; ，。；：、 at a line's end are not shown.
    package var isIdeographic: Bool

    /// The limits for captions in `language` on `canvas`.
    package static func `for`(language: Language, canvas: Canvas) -> CaptionLimits {
        switch (language.captionFamily, canvas.isPortrait) {
        case (.ideographic, false):
            ideographic(preferred: 32, max: 36, lines: 1, ideal: 23, for: language)
        case (.ideographic, true):
            ideographic(preferred: 24, max: 24, lines: 2, ideal: 17, for: language)
        case (.korean, false): korean(preferred: 32, max: 36, ideal: 30)
        case (.korean, true): korean(preferred: 22, max: 24, ideal: 22)
        case (.alphabetic, false): alphabetic(max: 42, ideal: 44)
        case (.alphabetic, true): alphabetic(max: 24, ideal: 27)
        }
    }

    private static func ideographic(
        preferred: Int, max: Int, lines: Int, ideal: Int, for language: Language
    ) -> CaptionLimits {
        CaptionLimits(
            preferredColumns: preferred, maxColumns: max, maxLines: lines, idealColumns: ideal,
            secondLineCost: 0.5, orphanColumns: 6,
            maxCharactersPerSecond: language.primary == "ja" ? 7 : 9, isIdeographic: true)
    }

    private static func korean(preferred: Int, max: Int, ideal: Int) -> CaptionLimits {
        CaptionLimits(
            preferredColumns: preferred, maxColumns: max, maxLines: 2, idealColumns: ideal,
            secondLineCost: 0.3, orphanColumns: 6, maxCharactersPerSecond: 12, isIdeographic: false)
    }

    private static func alphabetic(max: Int, ideal: Int) -> CaptionLimits {
        CaptionLimits(
            preferredColumns: max, maxColumns: max, maxLines: 2, idealColumns: ideal,
            secondLineCost: 0, orphanColumns: 8, maxCharactersPerSecond: 20,
            isIdeographic: false)
    }
}

/// Languages that are set in captions alike.
enum CaptionFamily {
    case ideographic, korean, alphabetic
}

extension Language {
    var captionFamily: CaptionFamily {
        if isIdeographic { return .ideographic }
        return primary == "ko" ? .korean : .alphabetic
    }
}
