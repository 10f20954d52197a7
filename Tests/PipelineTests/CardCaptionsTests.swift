import BatchVideo
import Testing

@testable import Pipeline

@Suite("Captions over cards")
struct CardCaptionsTests {
    private func cue(_ index: Int, _ text: String) -> Cue {
        Cue(
            index: index, span: TimeSpan(startMs: index * 1000, endMs: index * 1000 + 900),
            lines: [text], text: text, sentence: index, range: TextRange(0, text.utf16.count),
            words: [])
    }

    private func shown(_ subject: PaintedPicture.Subject) -> ShotVisual {
        let picture = PaintedPicture(
            subject: subject, palette: .warm, size: PixelSize(width: 16, height: 16), seed: 1)
        let provenance = Provenance(
            source: "card", detail: "", prompt: "", seed: 1, sha256: "", licence: "")
        return ShotVisual(
            plan: .still(picture),
            visual: Visual(medium: .still, file: "x.png", size: picture.size, provenance: provenance))
    }

    @Test("what a quote card shows is left off the picture, all else stays")
    func burnt() {
        let sheet = CueSheet(
            language: .english,
            cues: [cue(0, "Never give up,"), cue(1, "he said."), cue(2, "Never give up,")])
        let shots = [(0, 1), (2, 2)].enumerated().map { index, cues in
            Shot(
                index: index, span: TimeSpan(startMs: cues.0 * 1000, endMs: cues.1 * 1000 + 1000),
                text: "", firstCue: cues.0, lastCue: cues.1, isMoving: false, prompt: "")
        }
        let visuals = [shown(.quote(text: "Never\ngive up", by: "", over: .sea)), shown(.scene(.sea))]

        let burnt = CardCaptions.burnt(
            sheet, over: Storyboard(language: .english, shots: shots), showing: visuals)

        #expect(burnt.cues.map(\.index) == [1, 2])
    }

    @Test("a heading on a chapter's card is not read twice, with its number or without; lists keep their captions")
    func chapters() {
        let sheet = CueSheet(
            language: .mandarin, cues: [cue(0, "第三章 夜晚"), cue(1, "星星布满了天空。"), cue(2, "米"), cue(3, "夜晚")])
        let shots = [(0, 1), (2, 2), (3, 3)].enumerated().map { index, cues in
            Shot(
                index: index, span: TimeSpan(startMs: cues.0 * 1000, endMs: cues.1 * 1000 + 1000),
                text: "", firstCue: cues.0, lastCue: cues.1, isMoving: false, prompt: "")
        }
        let visuals = [
            shown(.chapter(number: 3, title: "夜晚", over: .sea)),
            shown(.list(heading: "", items: ["米", "油"], over: .sea)),
            shown(.chapter(number: 4, title: "夜晚", over: .sea)),
        ]

        let burnt = CardCaptions.burnt(
            sheet, over: Storyboard(language: .mandarin, shots: shots), showing: visuals)

        #expect(burnt.cues.map(\.index) == [1, 2])
    }
}
