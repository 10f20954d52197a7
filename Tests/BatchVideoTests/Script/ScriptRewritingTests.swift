import BatchVideo
import Testing

@Suite("Rewriting a script")
struct ScriptRewritingTests {
    private func script(_ text: String) throws -> Script { try Script(reading: text) }

    /// The sentences' pieces, with new words for some.
    private func pieces(_ script: Script, _ changes: [Int: String]) -> [ScriptPiece] {
        let starts = ScriptLetters(script).starts
        return script.sentences.indices.map {
            ScriptPiece(letters: starts[$0]..<starts[$0 + 1], text: changes[$0])
        }
    }

    @Test("a script without changes is itself, and its letters stay")
    func unchanged() throws {
        let script = try script("The lamp is lit. A boat comes home.\n\nNobody came. They wait until it is close.")
        let pieces = pieces(script, [:])

        let rewritten = try script.rewritten(pieces)

        #expect(rewritten.script == script)
        #expect(rewritten.letters == pieces.map(\.letters))
    }

    @Test("a changed sentence leaves the others and the paragraphs alone")
    func sentence() throws {
        let script = try script("The lamp is lit. A boat comes home.\n\nThe snow falls. They wait for him.")

        let rewritten = try script.rewritten(pieces(script, [1: "A ship comes home at last."]))

        #expect(
            rewritten.script.sentences.map(\.text) == [
                "The lamp is lit.", "A ship comes home at last.", "The snow falls.", "They wait for him.",
            ])
        #expect(rewritten.script.sentences.map(\.paragraph) == [0, 0, 1, 1])
        #expect(rewritten.script.sentences.map(\.joiner) == script.sentences.map(\.joiner))
        let letters = ScriptLetters(rewritten.script)
        #expect(rewritten.letters.map(letters.text)[1] == "A ship comes home at last.")
        #expect(rewritten.letters.map(letters.text)[3] == "They wait for him.")
    }

    @Test("two sentences for one are two, and what was cut within a sentence is said as one")
    func division() throws {
        let script = try script("雾从河面慢慢升起来，鸟叫了一声飞走了。太阳出来照着山谷。")
        let letters = ScriptLetters(script)
        let pieces = [
            ScriptPiece(letters: 0..<10, text: nil),
            ScriptPiece(letters: 10..<letters.starts[1], text: "狗叫了两声。然后又安静了下来。"),
            ScriptPiece(letters: letters.starts[1]..<letters.count, text: nil),
        ]

        let rewritten = try script.rewritten(pieces)

        #expect(
            rewritten.script.sentences.map(\.text) == [
                "雾从河面慢慢升起来，狗叫了两声。", "然后又安静了下来。", "太阳出来照着山谷。",
            ])
        #expect(ScriptLetters(rewritten.script).text(rewritten.letters[1]) == "狗叫了两声。然后又安静了下来。")
    }

    @Test("pieces without letters of their own take their words to the place of the one before")
    func added() throws {
        let script = try script("The lamp is lit at dusk. A boat comes home.")
        let letters = ScriptLetters(script)
        let first = letters.starts[1]
        let pieces = [
            ScriptPiece(letters: 0..<first, text: "The lamp is lit"),
            ScriptPiece(letters: first..<first, text: "when it is dark."),
            ScriptPiece(letters: first..<letters.count, text: nil),
        ]

        let rewritten = try script.rewritten(pieces)

        #expect(rewritten.script.sentences.map(\.text) == ["The lamp is lit when it is dark.", "A boat comes home."])
        #expect(ScriptLetters(rewritten.script).text(rewritten.letters[1]) == "when it is dark.")
    }

    @Test("words are cleaned as a filed text is, and a film that has nothing left to say is refused")
    func cleaned() throws {
        let script = try script("The lamp is lit at dusk.")
        let changed = try script.rewritten(pieces(script, [0: "**The lamp** is\u{202E} out."]))
        #expect(changed.script.sentences.map(\.text) == ["The lamp is out."])
        #expect(changed.letters == [0..<13])
        #expect(throws: BatchVideoError.self) { try script.rewritten(pieces(script, [0: "..."])) }
        #expect(throws: BatchVideoError.self) {
            try script.rewritten(pieces(script, [0: String(repeating: "long words. ", count: 900)]))
        }
    }
}
