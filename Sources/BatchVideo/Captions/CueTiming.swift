/// When captions come and go, given when their words are spoken.
///
/// A caption comes with its first word, never later. It stays until the next one when the silence is
/// short, else a moment after its last word; at least 5/6 s and at most 7 s where the voice allows.
/// Starts rise strictly and nothing overlaps or outlasts the film.
struct CueTiming {
    let limits: CaptionLimits
    let duration: MediaTime

    func spans(for spoken: [TimeSpan]) -> [TimeSpan] {
        let starts = risingStarts(spoken.map(\.start.ms))
        return spoken.indices.map { i in
            let next = i + 1 < starts.count ? starts[i + 1] : max(duration.ms, starts[i] + 1)
            let isLast = i + 1 == starts.count
            let voiceEnd = min(max(spoken[i].end.ms, starts[i]), next)
            let end = end(start: starts[i], voiceEnd: voiceEnd, next: next, isLast: isLast)
            return TimeSpan(startMs: starts[i], endMs: min(max(end, starts[i] + 1), next))
        }
    }

    private func end(start: Int, voiceEnd: Int, next: Int, isLast: Bool) -> Int {
        if !isLast, next - voiceEnd < limits.bridgedGapMs {
            return max(voiceEnd, min(next, start + limits.maxMs))
        }
        let held = max(voiceEnd + limits.holdMs, start + limits.minMs)
        let flickers = !isLast && next - held < Self.leastGapMs
        return flickers ? next : min(held, next)
    }

    /// In order, one millisecond apart at least, all before the film's end.
    private func risingStarts(_ starts: [Int]) -> [Int] {
        var rising: [Int] = []
        for start in starts { rising.append(max(start, rising.last.map { $0 + 1 } ?? 0)) }
        for i in rising.indices.reversed() {
            rising[i] = max(i, min(rising[i], duration.ms - (rising.count - i)))
        }
        return rising
    }

    /// Two frames at 25 per second: a shorter gap would flicker.
    private static let leastGapMs = 80
}
