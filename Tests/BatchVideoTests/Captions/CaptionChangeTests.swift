import BatchVideo
import Foundation
import TestKit
import Testing

@Suite("Captions that people changed")
struct CaptionChangeTests {
    private func sheet() throws -> CueSheet {
        let narration = try SyntheticNarration.of("早上起来喝一杯温水。然后出门走一走。早上起来喝一杯温水。")
        return Captioner(.for(language: narration.language, canvas: .landscape)).cues(for: narration)
    }

    private func change(_ cue: Cue, by ms: Int = 0, text: String? = nil) -> CaptionChange {
        let made = cue.caption
        let span = TimeSpan(startMs: made.span.start.ms + ms, endMs: made.span.end.ms + ms)
        return CaptionChange(made: made, wanted: .init(span: span, text: text ?? made.text))
    }

    @Test("A changed text is shown with words of its own, and nothing else changes")
    func text() throws {
        let before = try sheet()
        let (after, wanted, left) = before.changed(by: [change(before.cues[1], text: "出门\n走走")])

        #expect(left == 0 && wanted.count == 1)
        #expect(after.cues[1].lines == ["出门", "走走"])
        #expect(after.cues[1].span == before.cues[1].span)
        let words = after.cues[1].words
        #expect(words.first?.span.start == after.cues[1].span.start)
        #expect(words.last?.span.end == after.cues[1].span.end)
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.span.end == $1.span.start })
        #expect(after.cues[0] == before.cues[0] && after.cues[2] == before.cues[2])
        #expect(after.cues[1].text == before.cues[1].text, "what is said stays")
    }

    @Test("Of equal captions the nearest in time is changed, also after all of them moved")
    func nearest() throws {
        let before = try sheet()
        let later = before.shifted(by: MediaTime(ms: 300))
        let (after, _, left) = later.changed(by: [change(before.cues[2], by: -100, text: "喝水")])

        #expect(left == 0)
        #expect(after.cues[0] == later.cues[0])
        #expect(after.cues[2].lines == ["喝水"])
        #expect(after.cues[2].span.start.ms == later.cues[2].span.start.ms - 100)
    }

    @Test("A change of words that are said no more is left out and counted")
    func gone() throws {
        let before = try sheet()
        let other = CaptionChange(
            made: .init(span: before.cues[0].span, text: "没有这句"), wanted: .init(span: before.cues[0].span, text: "x"))
        let (after, wanted, left) = before.changed(by: [other])

        #expect(after == before && wanted.isEmpty && left == 1)
    }

    @Test("A caption that was moved over the next one ends where that begins")
    func overlap() throws {
        let before = try sheet()
        let (after, _, _) = before.changed(by: [change(before.cues[0], by: 900)])

        #expect(after.cues[0].span.end <= after.cues[1].span.start)
        #expect(zip(after.cues, after.cues.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
        #expect(after.cues.allSatisfy { $0.span.length >= CueSheet.shortestCaption })
    }

    @Test("Words of a moved caption move and stretch with it")
    func stretched() throws {
        let whole = try sheet()
        let cue = whole.cues[1]
        let longer = TimeSpan(startMs: cue.span.start.ms, endMs: cue.span.end.ms + 200)
        let (after, _, _) = whole.changed(
            by: [CaptionChange(made: cue.caption, wanted: .init(span: longer, text: cue.caption.text))])

        #expect(after.cues[1].words.count == cue.words.count)
        let end = try #require(after.cues[1].words.last).span.end
        let before = try #require(cue.words.last).span.end
        #expect(end <= longer.end && end > before)
    }

    @Test("Wishes that cannot be followed name the field")
    func refused() throws {
        let before = try sheet()
        var track = JobCaptions(
            jobID: 1, entries: before.cues.map { .init(made: $0.caption) }, lead: .zero, version: 1, updatedAt: .now)
        func field(_ change: (inout [CaptionChange.Caption]) -> Void) -> String? {
            var wanted = before.cues.map(\.caption)
            change(&wanted)
            var copy = track
            do {
                try copy.want(wanted)
                return nil
            } catch { return (error as? BatchVideoError)?.field }
        }

        #expect(field { $0.removeLast() } == "cues")
        #expect(field { $0[1].span.end = $0[1].span.start } == "cues.1.end")
        #expect(field { $0[1].span.start = $0[0].span.start } == "cues.1.start")
        #expect(field { $0[2].text = "早\n " } == "cues.2.text")
        #expect(field { $0[2].text = "早" } == nil)
        try track.want(before.cues.map(\.caption))
        #expect(!track.isEdited, "wishes that change nothing are none")
    }
}
