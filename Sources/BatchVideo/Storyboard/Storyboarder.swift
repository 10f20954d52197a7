/// Divides a film into shots: whole cues, 4 to 10 seconds each where the text allows, cut where the
/// voice rests, by dynamic programming over the cues.
package enum Storyboarder {
    /// - Parameters:
    ///   - mix: percent that moves, 0 ... 100; the first shot only at 100.
    ///   - measure: of the shots, or of the time.
    ///   - seed: decides which shots move; the same seed gives the same storyboard.
    package static func plan(
        cues: CueSheet, duration: MediaTime, mix: Int, by measure: MixChoice.Measure = .shots, seed: UInt64
    ) -> Storyboard {
        let borders = borders(of: cues.cues, duration: duration)
        let parts = division(of: cues.cues, borders: borders)
        let lengthsMs = parts.map { (borders[$0.upperBound] - borders[$0.lowerBound]).ms }
        let moving =
            switch measure {
            case .shots: MovingShots.byCount(parts.count, mix: mix, seed: seed)
            case .time: MovingShots.byTime(lengthsMs, mix: mix, seed: seed)
            }
        let shots = parts.enumerated().map { index, part in
            let text = text(of: cues.cues[part])
            return Shot(
                index: index,
                span: TimeSpan(start: borders[part.lowerBound], end: borders[part.upperBound]),
                text: text, firstCue: part.lowerBound, lastCue: part.upperBound - 1,
                isMoving: moving.contains(index), prompt: prompt(for: text))
        }
        return Storyboard(language: cues.language, shots: shots)
    }

    static let leastMs = 4_000
    static let mostMs = 10_000
    private static let targetMs = 6_200.0
    /// Graphemes of the text that a prompt takes.
    private static let promptLength = 100

    /// Where a shot may begin or end: the film's start, the middle of each silence between two cues,
    /// the film's end.
    static func borders(of cues: [Cue], duration: MediaTime) -> [MediaTime] {
        let between = zip(cues, cues.dropFirst()).map { before, after in
            MediaTime(ms: (before.span.end.ms + after.span.start.ms) / 2)
        }
        let end = max(duration, cues.last?.span.end ?? .zero)
        return [.zero] + between + (cues.isEmpty ? [] : [end])
    }

    private static func division(of cues: [Cue], borders: [MediaTime]) -> [Range<Int>] {
        guard !cues.isEmpty else { return [] }
        var best = [Double](repeating: .infinity, count: cues.count + 1)
        var previous = [Int](repeating: 0, count: cues.count + 1)
        best[0] = 0
        for end in 1...cues.count {
            for start in stride(from: end - 1, through: 0, by: -1) {
                let lengthMs = (borders[end] - borders[start]).ms
                guard lengthMs <= 2 * mostMs || start == end - 1 else { break }
                let cost = best[start] + lengthCost(lengthMs) + cutCost(cues, at: end)
                if cost < best[end] {
                    best[end] = cost
                    previous[end] = start
                }
            }
        }
        var parts: [Range<Int>] = []
        var end = cues.count
        while end > 0 {
            parts.append(previous[end]..<end)
            end = previous[end]
        }
        return parts.reversed()
    }

    /// 0 at the target, 1 at the lower limit, steep beyond the limits.
    private static func lengthCost(_ lengthMs: Int) -> Double {
        let off = (Double(lengthMs) - targetMs) / 2_500
        let beyond = max(0, leastMs - lengthMs, lengthMs - mostMs)
        return off * off + (beyond > 0 ? 2 : 0) + Double(beyond) / 1000 * 4
    }

    /// Cutting after the cue before `end`: at a sentence's end, best after a long rest.
    private static func cutCost(_ cues: [Cue], at end: Int) -> Double {
        guard end < cues.count else { return 0 }
        let (before, after) = (cues[end - 1], cues[end])
        let restMs = after.span.start.ms - before.span.end.ms
        if before.sentence != after.sentence { return restMs > 300 ? -0.4 : 0 }
        let last = before.text.last { !$0.isWhitespace && !$0.isClosingBracket }
        return last.map { "，,；;：:。！？!?.…—".contains($0) } == true ? 0.7 : 2.2
    }

    /// Cues of one sentence follow each other directly; a space parts Western sentences.
    private static func text(of cues: ArraySlice<Cue>) -> String {
        var text = ""
        var sentence: Int?
        for cue in cues {
            let isSpaced = text.last.map { $0.isASCII && !$0.isWhitespace } ?? false
            if sentence != cue.sentence, isSpaced, cue.text.first?.isCJK == false { text += " " }
            text += cue.text
            sentence = cue.sentence
        }
        return trimmed(text)
    }

    package static func prompt(for text: String) -> String {
        trimmed(String(text.prefix(promptLength)))
    }

    private static func trimmed(_ text: String) -> String {
        let visible = text.drop(while: \.isWhitespace)
        guard let last = visible.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(visible[...last])
    }
}
