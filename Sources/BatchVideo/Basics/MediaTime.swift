/// A position or length on a film's timeline in whole milliseconds.
///
/// Encodes as a bare integer. Frame numbers are derived from absolute times with ``frame(fps:)``,
/// never by adding rounded lengths.
package struct MediaTime: Hashable, Comparable, Sendable {
    package var ms: Int

    package init(ms: Int) { self.ms = ms }

    /// Nearest millisecond to `seconds`.
    package init(seconds: Double) { ms = Int((seconds * 1000).rounded()) }

    /// Nearest millisecond to sample `sample` of audio at `rate` Hz.
    package init(sample: Int, rate: Int) {
        ms = (sample * 2000 + rate) / (2 * rate)
    }

    package static let zero = MediaTime(ms: 0)
    package var seconds: Double { Double(ms) / 1000 }

    /// The frame shown at this time: nearest frame boundary, halves up.
    package func frame(fps: Int) -> Int { (ms * fps * 2 + 1000) / 2000 }

    /// The sample at this time, nearest, halves up.
    package func sample(rate: Int) -> Int { (ms * rate * 2 + 1000) / 2000 }

    package static func < (a: Self, b: Self) -> Bool { a.ms < b.ms }
    package static func + (a: Self, b: Self) -> Self { Self(ms: a.ms + b.ms) }
    package static func - (a: Self, b: Self) -> Self { Self(ms: a.ms - b.ms) }
}

extension MediaTime: Codable {
    package init(from decoder: any Decoder) throws {
        ms = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(ms)
    }
}

/// A half-open stretch of the timeline: `start` is inside, `end` is not.
package struct TimeSpan: Hashable, Sendable, Codable {
    package var start: MediaTime
    package var end: MediaTime

    package init(start: MediaTime, end: MediaTime) {
        self.start = start
        self.end = end
    }

    package init(startMs: Int, endMs: Int) {
        self.init(start: MediaTime(ms: startMs), end: MediaTime(ms: endMs))
    }

    package var length: MediaTime { end - start }

    package func contains(_ time: MediaTime) -> Bool { start <= time && time < end }
    package func overlaps(_ other: TimeSpan) -> Bool { start < other.end && other.start < end }

    private enum CodingKeys: String, CodingKey {
        case start = "startMs"
        case end = "endMs"
    }
}
