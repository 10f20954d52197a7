/// Divides one sentence's tokens into cues, and cues into lines: the cheapest of all divisions, by
/// dynamic programming over the tokens (Knuth and Plass, "Breaking paragraphs into lines", 1981, with
/// a reader's costs instead of a printer's).
struct CueDivision {
    let tokens: [CaptionToken]
    let limits: CaptionLimits
    /// Silence after the sentence, in which its last cue may stay.
    let silenceAfterMs: Int

    /// Tokens of each cue, in order.
    func cues() -> [Range<Int>] {
        var best = [Double](repeating: .infinity, count: tokens.count + 1)
        var previous = [Int](repeating: 0, count: tokens.count + 1)
        best[0] = 0
        for end in 1..<max(tokens.count + 1, 1) {
            for start in stride(from: end - 1, through: 0, by: -1) {
                let cue = start..<end
                guard let wrapping = wrapping(of: cue) else { break }
                let cost = best[start] + cost(of: cue) + wrapping.cost + breakCost(after: end) + 0.25
                if cost < best[end] {
                    best[end] = cost
                    previous[end] = start
                }
            }
        }
        return path(previous)
    }

    /// Tokens of each line of a cue: one line if it fits, else two that balance at a good break.
    func lines(of cue: Range<Int>) -> [Range<Int>] {
        guard let middle = wrapping(of: cue)?.secondLine else { return [cue] }
        return [cue.lowerBound..<middle, middle..<cue.upperBound]
    }

    private func path(_ previous: [Int]) -> [Range<Int>] {
        var cues: [Range<Int>] = []
        var end = tokens.count
        while end > 0 {
            cues.append(previous[end]..<end)
            end = previous[end]
        }
        return cues.reversed()
    }

    /// How a cue stands on the screen.
    private struct Wrapping {
        /// The token that begins its second line, if it has one.
        var secondLine: Int?
        var cost: Double
    }

    /// One line, or two between the preferred and the greatest width and beyond; nil when the cue does
    /// not fit, and no longer one would.
    private func wrapping(of cue: Range<Int>) -> Wrapping? {
        let width = columns(of: cue)
        let excess = Double(max(0, width - limits.preferredColumns))
        let single = Wrapping(secondLine: nil, cost: excess * 0.25)
        if excess == 0 || cue.count == 1 { return single }
        guard limits.maxLines > 1, width <= limits.maxColumns * 2, let double = bestBreak(in: cue) else {
            return width <= limits.maxColumns ? single : nil
        }
        return double
    }

    /// The second line begins where both lines fit, are alike in width and end well.
    private func bestBreak(in cue: Range<Int>) -> Wrapping? {
        var best: Wrapping?
        for middle in cue.lowerBound + 1..<cue.upperBound {
            guard columns(of: cue.lowerBound..<middle) <= limits.maxColumns,
                columns(of: middle..<cue.upperBound) <= limits.maxColumns
            else { continue }
            let cost = limits.secondLineCost + 0.4 * lineCost(cue, middle)
            if cost < best?.cost ?? .infinity { best = Wrapping(secondLine: middle, cost: cost) }
        }
        return best
    }

    private func lineCost(_ cue: Range<Int>, _ middle: Int) -> Double {
        let upper = columns(of: cue.lowerBound..<middle)
        let lower = columns(of: middle..<cue.upperBound)
        let unevenness = Double(upper - lower) / Double(limits.maxColumns)
        let isOrphan = min(upper, lower) < limits.orphanColumns
        return 2.5 * unevenness * unevenness + tokens[middle - 1].breakCost * 0.7
            + (isOrphan ? 1.5 : 0)
    }

    private func cost(of cue: Range<Int>) -> Double {
        let width = Double(columns(of: cue))
        let ideal = Double(limits.idealColumns)
        let off = (width - ideal) / ideal
        var cost = off * off * (off < 0 ? 0.8 : 0.5)
        if Int(width) < limits.orphanColumns, cue.count < tokens.count { cost += 1.5 }
        if tokens[cue.dropLast()].contains(where: \.endsSentence) { cost += 1 }
        return cost + timeCost(of: cue)
    }

    private func timeCost(of cue: Range<Int>) -> Double {
        let start = tokens[cue.lowerBound].span.start.ms
        let voiceEnd = tokens[cue.upperBound - 1].span.end.ms
        let silence = cue.upperBound < tokens.count
            ? tokens[cue.upperBound].span.start.ms - voiceEnd : silenceAfterMs
        let shownMs = Double(max(1, voiceEnd - start + min(max(0, silence), limits.bridgedGapMs)))
        let least = Double(limits.minMs)
        let rate = Double(tokens[cue].reduce(0) { $0 + $1.characters }) * 1000 / shownMs
        var cost = max(0, shownMs - Double(limits.maxMs)) / 1000 * 8
        cost += max(0, least - shownMs) / least * 3
        cost += max(0, rate / limits.maxCharactersPerSecond - 1) * 2
        return cost
    }

    /// Breaking where the voice rests is good, where it runs on is a little worse.
    private func breakCost(after end: Int) -> Double {
        guard end < tokens.count else { return 0 }
        let silence = tokens[end].span.start.ms - tokens[end - 1].span.end.ms
        let cost = tokens[end - 1].breakCost
        if silence > 150 { return cost - 0.25 }
        return cost > 0.5 ? cost + 0.2 : cost
    }

    private func columns(of part: Range<Int>) -> Int {
        guard !part.isEmpty else { return 0 }
        let all = prefix[part.upperBound] - prefix[part.lowerBound]
        return all - tokens[part.upperBound - 1].hiddenColumns
    }

    /// Columns of all tokens before each.
    private let prefix: [Int]

    init(tokens: [CaptionToken], limits: CaptionLimits, silenceAfterMs: Int) {
        self.tokens = tokens
        self.limits = limits
        self.silenceAfterMs = silenceAfterMs
        prefix = tokens.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.columns) }
    }
}
