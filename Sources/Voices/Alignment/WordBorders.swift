import BatchVideo

/// Brings the borders of words that a time warp found to the silences that are heard: a word after a
/// pause begins where the silence ends, the word before it ended where the silence begins.
struct WordBorders {
    /// In seconds of the sound.
    private(set) var starts: [Double]
    private(set) var ends: [Double]
    /// The reference paused before this word (true of the first).
    private let isPaused: [Bool]

    private struct Choice {
        var border: Int
        var silence: Int
        var score: Double
    }

    /// How far a silence may be, and how long it must be, to be the pause at a border; shorter ones
    /// within a clause are the closures of p, t and k.
    private static let pauseReach = 0.35
    private static let innerReach = 0.15
    private static let innerLength = 0.12
    static let shortestPause = 0.07
    /// Where noise hides soft beginnings and ends, an edge of a silence that lies this near to what the
    /// warp says is no better than that.
    private static let blurSeconds = 0.08
    private static let sharpDB = 45.0
    private static let blurredDB = 20.0

    init(starts: [Double], ends: [Double], isPaused: [Bool]) {
        self.starts = starts
        self.ends = ends
        self.isPaused = isPaused
    }

    /// - Parameter seconds: length of the sound.
    mutating func snap(to silences: Silences, seconds: Double) {
        let unsharp = (Self.sharpDB - silences.contrastDB) / (Self.sharpDB - Self.blurredDB)
        let blur = Self.blurSeconds * min(max(unsharp, 0), 1)
        for choice in chosen(silences.spans) {
            let silence = silences.spans[choice.silence]
            let (start, before) = (starts[choice.border], choice.border - 1)
            if before >= 0 {
                let end = ends[before]
                ends[before] = abs(end - silence.lowerBound) < blur ? min(end, start) : silence.lowerBound
            }
            if abs(start - silence.upperBound) >= blur { starts[choice.border] = silence.upperBound }
        }
        if let last = silences.spans.last, last.upperBound >= seconds - 0.02, let end = ends.last,
            let start = starts.last, last.lowerBound > start, end > last.lowerBound - Self.pauseReach
        {
            ends[ends.count - 1] = last.lowerBound
        }
    }

    /// Best first, each silence and each border once, and none that would change the order.
    private func chosen(_ silences: [Range<Double>]) -> [Choice] {
        var choices: [Choice] = []
        for border in starts.indices {
            let reach = isPaused[border] ? Self.pauseReach : Self.innerReach
            for (index, silence) in silences.enumerated() {
                let length = silence.upperBound - silence.lowerBound
                let distance = max(0, silence.lowerBound - starts[border], starts[border] - silence.upperBound)
                guard distance <= reach, isPaused[border] || length >= Self.innerLength else { continue }
                let handicap = isPaused[border] ? 0 : 0.2
                choices.append(
                    Choice(border: border, silence: index, score: distance - 0.5 * min(length, 0.6) + handicap))
            }
        }
        var taken: [Choice] = []
        for choice in choices.sorted(by: { $0.score < $1.score }) {
            let fits = taken.allSatisfy {
                $0.border < choice.border && $0.silence < choice.silence
                    || $0.border > choice.border && $0.silence > choice.silence
            }
            if fits { taken.append(choice) }
        }
        return taken
    }
}
