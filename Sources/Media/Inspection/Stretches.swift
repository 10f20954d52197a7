import BatchVideo

/// Collects the stretches of a film in which something lasts.
struct Stretches: Sendable {
    private(set) var spans: [TimeSpan] = []
    private var start: Int?
    private let perSecond: Int

    /// Positions count `perSecond` to the second: frames or windows of samples.
    init(perSecond: Int) { self.perSecond = perSecond }

    /// Whether it is so at `position`; positions come in order without gaps.
    mutating func note(_ isSo: Bool, at position: Int) {
        if isSo {
            start = start ?? position
        } else {
            close(at: position)
        }
    }

    mutating func close(at position: Int) {
        if let start { add(start..<position) }
        start = nil
    }

    mutating func add(_ range: Range<Int>) {
        spans.append(
            TimeSpan(
                startMs: range.lowerBound * 1000 / perSecond, endMs: range.upperBound * 1000 / perSecond))
    }
}

extension TimeSpan {
    /// What of it lies outside `others`.
    func outside(_ others: [TimeSpan]) -> [TimeSpan] {
        others.reduce([self]) { rest, other in
            rest.flatMap { span -> [TimeSpan] in
                guard span.overlaps(other) else { return [span] }
                return [
                    TimeSpan(start: span.start, end: min(span.end, other.start)),
                    TimeSpan(start: max(span.start, other.end), end: span.end),
                ].filter { $0.start < $0.end }
            }
        }
    }
}
