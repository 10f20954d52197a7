import BatchVideo
import Foundation

/// An ASS file as the compositor needs it: when what is on screen changes, and which events a
/// stretch of the film shows. The drawing itself is libass's.
struct CaptionScript: Sendable {
    struct Event: Hashable, Sendable {
        var span: TimeSpan
        /// The event's line without its times: layer, style, margins, text.
        var content: String
        /// Times at which its look changes in steps (karaoke syllables), ascending.
        var steps: [Int]
        /// Stretches in which it changes all the time (fades, sweeps, moves).
        var animations: [TimeSpan]
    }

    /// Everything but the events: styles, resolution.
    var header: String
    var events: [Event]
    /// All moments at which the picture may change, ascending.
    private let boundariesMs: [Int]

    /// Reads the file's text; lines that are not well-formed events are part of the header, so that
    /// they still take part in a segment's key.
    init(_ text: String) {
        var header: [Substring] = []
        var events: [Event] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if let event = Event(line) { events.append(event) } else { header.append(line) }
        }
        self.header = header.joined(separator: "\n")
        self.events = events
        let moments = events.flatMap { event in
            [event.span.start.ms, event.span.end.ms] + event.steps
                + event.animations.flatMap { [$0.start.ms, $0.end.ms] }
        }
        boundariesMs = Set(moments).sorted()
    }

    /// The number of changes up to `time`: equal numbers mean equal pictures unless something is
    /// animated.
    func interval(at time: MediaTime) -> Int {
        var (low, high) = (0, boundariesMs.count)
        while low < high {
            let middle = (low + high) / 2
            if boundariesMs[middle] <= time.ms { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func isAnimated(at time: MediaTime) -> Bool {
        events.contains { event in
            event.span.contains(time) && event.animations.contains { $0.contains(time) }
        }
    }

    func isEmpty(at time: MediaTime) -> Bool { !events.contains { $0.span.contains(time) } }
}

extension CaptionScript.Event {
    /// `Dialogue: layer,start,end,style,name,left,right,vertical,effect,text`
    init?(_ line: Substring) {
        guard line.hasPrefix("Dialogue:") else { return nil }
        let fields = line.dropFirst("Dialogue:".count).split(
            separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let start = Self.time(fields[1]), let end = Self.time(fields[2])
        else { return nil }
        span = TimeSpan(start: start, end: end)
        content = fields[0] + "," + fields[3]
        (steps, animations) = ([], [])
        for tag in Self.tags(in: fields[3]) { note(tag) }
    }

    /// `h:mm:ss.cc`
    private static func time(_ text: Substring) -> MediaTime? {
        let parts = text.trimmingCharacters(in: .whitespaces).split(separator: ":")
        guard parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]),
            let seconds = Double(parts[2]), (0..<100_000).contains(hours),
            (0...60).contains(minutes), (0...61).contains(seconds)
        else { return nil }
        let centiseconds = Int((seconds * 100).rounded())
        return MediaTime(ms: (hours * 3600 + minutes * 60) * 1000 + centiseconds * 10)
    }

    /// Override tags without their backslash, in order.
    private static func tags(in text: Substring) -> [Substring] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).flatMap { block in
            block.prefix { $0 != "}" }.split(separator: "\\")
        }
    }

    private mutating func note(_ tag: Substring) {
        let numbers = tag.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        if tag.hasPrefix("kf") || tag.hasPrefix("K") {
            let start = syllableEnd
            addSyllable(numbers.first)
            animations.append(TimeSpan(startMs: start, endMs: syllableEnd))
        } else if tag.hasPrefix("k") {
            addSyllable(numbers.first)
        } else if tag.hasPrefix("fad("), numbers.count == 2 {
            let (start, end) = (span.start, span.end)
            animations.append(TimeSpan(start: start, end: start + MediaTime(ms: numbers[0])))
            animations.append(TimeSpan(start: end - MediaTime(ms: numbers[1]), end: end))
        } else if ["t(", "move(", "fad"].contains(where: tag.hasPrefix) {
            animations.append(span)
        }
    }

    private var syllableEnd: Int { steps.last ?? span.start.ms }

    private mutating func addSyllable(_ centiseconds: Int?) {
        steps.append(syllableEnd + 10 * min(centiseconds ?? 0, 100_000))
    }
}

extension CaptionScript {
    /// The moment whose captions frame `frame` shows: the middle of its time on screen, so that a
    /// caption enters at the frame boundary nearest to its start.
    static func time(ofFrame frame: Int, fps: Int) -> MediaTime {
        MediaTime(ms: (frame * 2000 + 1000) / (2 * fps))
    }

    /// The first frame whose moment is `ms` or later.
    static func frame(atOrAfter ms: Int, fps: Int) -> Int {
        max(0, (2 * fps * ms - 1000 + 1999) / 2000)
    }
}
