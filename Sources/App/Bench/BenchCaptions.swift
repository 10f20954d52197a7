import BatchVideo
import Foundation

/// An ASS document whose events can be repeated, for films longer than it.
struct BenchCaptions: Hashable, Sendable {
    /// Everything before the first event.
    var header: String
    var events: [Event]

    struct Event: Hashable, Sendable {
        /// Hundredths of a second, as ASS counts.
        var start: Int
        var end: Int
        /// From the style's name on.
        var rest: String
    }

    /// Reads a document in which all events come last.
    init(reading text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        header = lines.prefix { !$0.hasPrefix("Dialogue:") }.joined(separator: "\n")
        events = lines.compactMap(Event.init(line:))
    }

    /// The document for a film of `seconds` that repeats every `period` seconds.
    func document(seconds: Int, period: Int) -> String {
        let repeats = (seconds + period - 1) / period
        let lines = (0..<repeats).flatMap { turn in
            events.map { $0.shifted(by: turn * period * 100) }
        }
        let shown = lines.filter { $0.start < seconds * 100 }
        return header + "\n" + shown.map(\.line).joined(separator: "\n") + "\n"
    }
}

extension BenchCaptions.Event {
    /// Nil for a line that is no event.
    fileprivate init?(line: Substring) {
        guard line.hasPrefix("Dialogue:") else { return nil }
        let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let start = Self.hundredths(fields[1]),
            let end = Self.hundredths(fields[2])
        else { return nil }
        self.init(start: start, end: end, rest: String(fields[3]))
    }

    fileprivate func shifted(by hundredths: Int) -> Self {
        Self(start: start + hundredths, end: end + hundredths, rest: rest)
    }

    fileprivate var line: String {
        "Dialogue: 0,\(Self.text(start)),\(Self.text(end)),\(rest)"
    }

    /// "0:01:02.50" -> 6250.
    private static func hundredths(_ text: Substring) -> Int? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." }).map { Int($0) }
        guard parts.count == 4, let h = parts[0], let m = parts[1], let s = parts[2],
            let c = parts[3]
        else { return nil }
        return ((h * 60 + m) * 60 + s) * 100 + c
    }

    private static func text(_ time: Int) -> String {
        String(
            format: "%d:%02d:%02d.%02d", time / 360_000, time / 6000 % 60, time / 100 % 60,
            time % 100)
    }
}

extension BenchCaptions {
    /// Captions of our own in the look of `gen_assets.py`: a box, one line every 2.5 s.
    static func own(canvas: Canvas) -> BenchCaptions {
        let size = Int(Double(canvas.size.shorter) * 0.062)
        let header = """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: \(canvas.width)
            PlayResY: \(canvas.height)

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
            BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
            BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: D,Noto Sans CJK SC,\(size),&H00FFFFFF,&H00FFFFFF,&H00000000,&H73000000,0,0,0,0,\
            100,100,0,0,4,0,\(size / 4),2,\(canvas.width / 20),\(canvas.width / 20),\
            \(canvas.height / 18),1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """
        let events = (0..<22).map { index in
            Event(
                start: 250 * index + 10, end: 250 * index + 240,
                rest: "D,,0,0,0,,\(lines[index % lines.count])")
        }
        return BenchCaptions(header: header, events: events)
    }

    private init(header: String, events: [Event]) {
        self.header = header
        self.events = events
    }

    private static let lines = [
        "一杯茶的时间，看云慢慢走过山顶", "A line of words under the moving picture",
        "灯塔亮起来的时候，海面已经很静", "Twelve shots, and each of them moves",
    ]
}
