import Testing

@testable import BatchVideo

@Suite("Chapters")
struct ChapterTests {
    private func chapters(_ text: String) throws -> [String] {
        let script = try Script(reading: text)
        let sentences = script.sentences.enumerated().map { index, sentence in
            NarratedSentence(
                sentence: sentence, span: TimeSpan(startMs: index * 1000, endMs: index * 1000 + 900),
                words: [])
        }
        return Narration(
            language: script.language, audio: "n.wav", sampleRate: 48_000,
            sampleCount: sentences.count * 48_000, sentences: sentences
        ).chapters.map { "\($0.start.ms) \($0.title)" }
    }

    @Test("are the headings of a text, with the time they are spoken")
    func headings() throws {
        let text = "# 山里的早晨\n\n老人推开木门。他泡了茶。\n\n## 夜晚\n\n星星布满了天空。"
        #expect(try chapters(text) == ["0 山里的早晨", "3000 夜晚"])
    }

    @Test("are not found where a paragraph is a sentence, or nothing follows")
    func others() throws {
        #expect(try chapters("他来了。\n\n天黑了。\n\n完").isEmpty)
    }
}
