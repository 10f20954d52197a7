import BatchVideo
import TestKit
import Testing

@Suite("Storyboards")
struct StoryboarderTests {
    private static func film(
        _ text: String, mix: Int = 30, seed: UInt64 = 1
    ) throws -> (CueSheet, Narration, Storyboard) {
        let narration = try SyntheticNarration.of(text)
        let cues = Captioner(for: narration.language, on: .portrait).cues(for: narration)
        let board = Storyboarder.plan(cues: cues, duration: narration.duration, mix: mix, seed: seed)
        return (cues, narration, board)
    }

    private static let long = ReadingTexts.chinese.joined(separator: "\n")

    @Test(
        "shots cover the film without gap and never cut a cue",
        arguments: ReadingTexts.chinese + ReadingTexts.english)
    func cover(text: String) throws {
        let (cues, narration, board) = try Self.film(text)

        #expect(board.shots.first?.span.start == .zero)
        #expect(board.shots.last?.span.end == narration.duration)
        for (a, b) in zip(board.shots, board.shots.dropFirst()) {
            #expect(a.span.end == b.span.start)
            #expect(a.lastCue + 1 == b.firstCue)
        }
        for shot in board.shots {
            for cue in cues.cues[shot.firstCue...shot.lastCue] {
                #expect(shot.span.start <= cue.span.start && cue.span.end <= shot.span.end)
            }
        }
        #expect(board.shots.first?.firstCue == 0 && board.shots.last?.lastCue == cues.cues.count - 1)
    }

    @Test("shots last 4 to 10 seconds, 6 to 7 on average, and mostly end with a sentence")
    func lengths() throws {
        for text in [Self.long, ReadingTexts.english.joined(separator: "\n\n")] {
            let (cues, _, board) = try Self.film(text)

            let lengths = board.shots.map(\.span.length.ms)
            let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
            let ends = board.shots.dropLast().count { shot in
                cues.cues[shot.lastCue].sentence != cues.cues[shot.lastCue + 1].sentence
            }
            #expect(lengths.allSatisfy { (4000...10_000).contains($0) }, "\(lengths)")
            #expect((5800...7200).contains(mean), "\(mean)")
            #expect(ends * 3 >= (board.shots.count - 1) * 2, "\(ends) of \(board.shots.count - 1)")
        }
    }

    @Test("the border between two shots is the middle of the silence")
    func borders() throws {
        let (cues, _, board) = try Self.film("第一段到这里就结束了，请大家休息一会儿。\n第二段从这里开始，大家都坐好了没有。")

        let border = try #require(board.shots.dropFirst().first).span.start.ms
        let before = cues.cues[board.shots[0].lastCue].span.end.ms
        let after = cues.cues[board.shots[1].firstCue].span.start.ms
        #expect(after - before > 400)
        #expect(border == (before + after) / 2)
    }

    @Test("a short film is one shot, an empty sheet none")
    func short() throws {
        let (_, narration, board) = try Self.film("秋天来了。")

        #expect(board.shots.count == 1)
        #expect(board.shots[0].span == TimeSpan(start: .zero, end: narration.duration))
        let empty = CueSheet(language: .mandarin, cues: [])
        #expect(Storyboarder.plan(cues: empty, duration: .zero, mix: 50, seed: 1).shots.isEmpty)
    }

    @Test("the asked share of shots moves, spread evenly, never the first but at 100")
    func mix() throws {
        let (cues, narration, _) = try Self.film(Self.long)
        for mix in stride(from: 0, through: 100, by: 5) {
            for seed in UInt64(0)..<40 {
                let shots = Storyboarder.plan(
                    cues: cues, duration: narration.duration, mix: mix, seed: seed
                ).shots
                let moving = shots.filter(\.isMoving).map(\.index)
                let wanted = min((shots.count * mix + 50) / 100, mix == 100 ? shots.count : shots.count - 1)
                #expect(moving.count == wanted)
                #expect(mix == 100 || !moving.contains(0))
                let gaps = zip(moving, moving.dropFirst()).map { $1 - $0 }
                #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) <= 1)
            }
        }
    }

    @Test("the same seed gives the same storyboard, another seed another")
    func seeds() throws {
        let first = try Self.film(Self.long, seed: 5).2
        let again = try Self.film(Self.long, seed: 5).2
        let others = try (6..<12).map { try Self.film(Self.long, seed: $0).2 }

        #expect(first == again)
        #expect(others.contains { $0 != first })
    }

    @Test("a shot's text is what is said in it; the prompt is its first hundred characters")
    func text() throws {
        let (_, narration, board) = try Self.film(ReadingTexts.english[0])

        let said = narration.sentences.map(\.sentence.text).joined(separator: " ")
        #expect(board.shots.map(\.text).joined(separator: " ") == said)
        #expect(board.shots.allSatisfy { !$0.prompt.isEmpty && $0.prompt.count <= 100 })
        #expect(board.shots.allSatisfy { $0.text.hasPrefix($0.prompt) })
    }
}
