import BatchVideo
import TestKit
import Testing

@Suite("Traditional captions")
struct TraditionalCaptionsTests {
    private func sheet(_ text: String, _ canvas: Canvas) throws -> CueSheet {
        Captioner(for: .mandarin, on: canvas).cues(for: try SyntheticNarration.of(text, language: .mandarin))
    }

    @Test("lines break where they did, times and words stay, what is said stays")
    func scalarForScalar() async throws {
        let text = "他的头发在风里飞来飞去，看见的人都停下来看。后来头发飞走了，再也没有人看见它。"
        for canvas in [Canvas.landscape, .portrait] {
            let before = try sheet(text, canvas)

            let after = before.written(as: try await FakeConverter().traditional(before.runningTexts))

            #expect(after.language.tag == "zh-TW")
            #expect(after.cues.map(\.span) == before.cues.map(\.span))
            #expect(after.cues.map(\.text) == before.cues.map(\.text))
            #expect(after.cues.map(\.words) == before.cues.map(\.words))
            #expect(after.cues.map { $0.lines.map(\.count) } == before.cues.map { $0.lines.map(\.count) })
            let shown = after.cues.map { $0.lines.joined(separator: "") }.joined(separator: "")
            #expect(shown.contains("頭髮在") && !shown.contains("发"))
        }
    }

    @Test("where characters become more, words still rise and lie within the lines")
    func otherCount() async throws {
        let before = try sheet("千山千水千里来，千言千语说不完，千千万万的人看见了飞来的鸟。", .portrait)

        let after = before.written(as: try await FakeConverter().traditional(before.runningTexts))

        #expect(after.cues.contains { $0.lines.joined(separator: "").contains("韆𠀀") })
        for (cue, old) in zip(after.cues, before.cues) {
            #expect(cue.lines.count == old.lines.count)
            let length = cue.lines.joined(separator: "\n").utf16.count
            for (word, next) in zip(cue.words, cue.words.dropFirst()) {
                #expect(word.range.end <= next.range.start && word.span.end <= next.span.start)
            }
            #expect(cue.words.allSatisfy { $0.range.start >= 0 && $0.range.end <= length && !$0.range.isEmpty })
            #expect(cue.words.count == old.words.count)
        }
    }
}
