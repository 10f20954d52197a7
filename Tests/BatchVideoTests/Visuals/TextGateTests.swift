import Testing

@testable import BatchVideo

@Suite("Pictures with writing")
struct TextGateTests {
    private func texts(_ words: String...) -> [FoundText] {
        words.map { FoundText(text: $0, confidence: 0.9) }
    }

    @Test("a picture with up to ten characters is taken, spaces not counted")
    func clean() {
        for found in [[], texts("公园"), texts("no entry", "ab c")] {
            var gate = TextGate(seed: 5)
            #expect(gate.judge(found) == .take(.init(picture: 0, seed: 5, flag: nil)))
        }
    }

    @Test("eleven characters are one too many, however they are spread")
    func eleven() {
        var gate = TextGate(seed: 5)
        #expect(gate.judge(texts("abcdef", "ghijk")) == .again(seed: gate.seed(of: 1)))
        #expect(gate.judge(texts("abc")) == .take(.init(picture: 1, seed: gate.seed(of: 1), flag: nil)))
    }

    @Test("after three more pictures the one with the least writing is taken and flagged")
    func least() {
        var gate = TextGate(seed: 9)
        var seeds: Set<UInt64> = [9]
        for words in ["a text of many letters", "twelve chars", "another long text"] {
            let verdict = gate.judge(texts(words))
            guard case .again(let seed) = verdict else {
                Issue.record("it took a picture with \(words)")
                return
            }
            #expect(seeds.insert(seed).inserted && seed < 1 << 53)
        }
        let last = gate.judge(texts("thirteen letters"))
        #expect(last == .take(.init(picture: 1, seed: gate.seed(of: 1), flag: .hasText(characters: 11))))
    }

    @Test("the same seed asks for the same pictures again")
    func seeded() {
        let (one, two) = (TextGate(seed: 3), TextGate(seed: 3))
        #expect((0..<4).map(one.seed(of:)) == (0..<4).map(two.seed(of:)))
        #expect(one.seed(of: 1) != TextGate(seed: 4).seed(of: 1))
    }

    @Test("where nobody can look the picture is taken and flagged")
    func unseen() {
        var gate = TextGate(seed: 5)
        _ = gate.judge(texts("a text of many letters"))
        #expect(gate.judge(nil) == .take(.init(picture: 1, seed: gate.seed(of: 1), flag: .unseen)))
    }
}
