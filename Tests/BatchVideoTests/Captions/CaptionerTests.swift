import BatchVideo
import TestKit
import Testing

@Suite("Captions")
struct CaptionerTests {
    private static let canvases = [Canvas.landscape, .portrait, .square]

    private static func sheet(_ text: String, _ language: Language, _ canvas: Canvas) throws -> CueSheet {
        let narration = try SyntheticNarration.of(text, language: language)
        return Captioner(.for(language: language, canvas: canvas)).cues(for: narration)
    }

    @Test("Chinese texts read without a flaw", arguments: ReadingTexts.chinese, canvases)
    func chinese(text: String, canvas: Canvas) throws {
        let sheet = try Self.sheet(text, .mandarin, canvas)

        let quality = CueQuality.measure(sheet, .for(language: .mandarin, canvas: canvas))
        #expect(quality.isFlawless, "\(quality)\n\(sheet.listing)")
        #expect(quality.cueCount > 4)
    }

    @Test("English texts read without a flaw", arguments: ReadingTexts.english, canvases)
    func english(text: String, canvas: Canvas) throws {
        let sheet = try Self.sheet(text, .english, canvas)

        let quality = CueQuality.measure(sheet, .for(language: .english, canvas: canvas))
        #expect(quality.isFlawless, "\(quality)\n\(sheet.listing)")
        #expect(quality.cueCount > 3)
    }
}

extension CueSheet {
    /// One cue a line, for people.
    var listing: String {
        cues.map { "\($0.span.start.ms)-\($0.span.end.ms)  " + $0.lines.joined(separator: " / ") }
            .joined(separator: "\n")
    }
}
