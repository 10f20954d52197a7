import BatchVideo
import Testing

@Suite("Caption quality")
struct CueQualityTests {
    private let limits = CaptionLimits.for(language: .mandarin, canvas: .landscape)

    private func measure(_ cues: [(Int, Int, [String], Int)]) -> CueQuality {
        let sheet = CueSheet(
            language: .mandarin,
            cues: cues.enumerated().map { i, cue in
                Cue(
                    index: i, span: TimeSpan(startMs: cue.0, endMs: cue.1), lines: cue.2,
                    text: cue.2.joined(), sentence: cue.3, range: TextRange(0, 0), words: [])
            })
        return CueQuality.measure(sheet, limits)
    }

    @Test("good captions have no fault")
    func good() {
        let quality = measure([(0, 2000, ["秋天来了天气变凉"], 0), (2000, 4000, ["要注意保暖"], 1)])

        #expect(quality.isFlawless)
        #expect(quality.cueCount == 2)
    }

    @Test("every fault is counted under its name")
    func faults() {
        #expect(measure([(0, 5000, [String(repeating: "好", count: 19)], 0)]).tooWide == 1)
        #expect(measure([(0, 5000, ["我们一起去", "公园看花吧"], 0)]).tooWide == 1)
        #expect(measure([(0, 2000, ["，我们走吧"], 0)]).kinsoku == 1)
        #expect(measure([(0, 2000, ["他说：“"], 0)]).kinsoku == 1)
        #expect(measure([(0, 2000, ["我们去公园"], 0), (2000, 3000, ["吧"], 0)]).orphans == 1)
        #expect(measure([(0, 800, ["我们走吧"], 0)]).tooShort == 1)
        #expect(measure([(0, 7001, ["我们走吧"], 0)]).tooLong == 1)
        #expect(measure([(0, 1000, ["我们一起去公园看花吧"], 0)]).tooFast == 1)
        #expect(measure([(0, 2000, ["我们去看人工智"], 0), (2000, 4000, ["能的展览吧"], 0)]).splitWords == 1)
        #expect(measure([(0, 2000, ["我们走吧"], 0), (1999, 4000, ["他们也走"], 1)]).overlaps == 1)
        #expect(measure([(0, 0, ["我们走吧"], 0)]).overlaps == 1)
    }
}
