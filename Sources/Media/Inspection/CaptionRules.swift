import BatchVideo
import Foundation

/// What captions must keep to: order, length, the film's ends, and the safe area by estimate.
struct CaptionRules: Sendable {
    let sheet: CueSheet
    let canvas: Canvas
    let durationMs: Int

    /// Captions stay this share of the width away from each side.
    static let sideMargin = 0.05
    /// Font sizes count from ascender to descender: an em of the fonts in use is that much less.
    static let emShare = 1 / 1.36

    func faults() -> [InspectionReport.Fault] {
        let cues = sheet.cues
        var faults: [InspectionReport.Fault] = []
        func report(_ name: String, _ cue: Cue, _ words: String) {
            let line = "caption \(cue.index + 1) at \(cue.span.start.clock) \(words)"
            faults.append(InspectionReport.Fault(name: name, detail: line))
        }
        for (cue, next) in zip(cues, cues.dropFirst()) where next.span.start < cue.span.end {
            report("caption-overlap", next, "begins before caption \(cue.index + 1) ends")
        }
        for cue in cues {
            if cue.span.end <= cue.span.start { report("caption-length", cue, "has no length") }
            if cue.span.start.ms < 0 || cue.span.end.ms > durationMs {
                report("caption-range", cue, "lies outside the film")
            }
            if !cue.lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
                report("caption-empty", cue, "shows nothing")
            }
            if cue.lines.contains(where: { estimatedWidth($0) > safeWidth }) {
                report("caption-width", cue, "is wider than the safe area")
            }
        }
        return faults
    }

    private var safeWidth: Double { Double(canvas.width) * (1 - 2 * Self.sideMargin) }

    /// Pixels: full-width characters are an em wide, others half of one.
    private func estimatedWidth(_ line: String) -> Double {
        let em = Double(canvas.width) / (canvas.isPortrait ? 14 : 22) * Self.emShare
        let columns = TextWidth.columns(line, ideographic: sheet.language.isIdeographic)
        return Double(columns) / 2 * em
    }
}

extension MediaTime {
    /// "1:02.345" for messages.
    var clock: String {
        String(format: "%d:%02d.%03d", ms / 60_000, ms / 1000 % 60, ms % 1000)
    }
}

extension TimeSpan {
    var clock: String { "\(start.clock)-\(end.clock)" }
}
