/// The `.ass` format (Advanced SubStation Alpha v4+), times in hundredths of a second.
///
/// The looks for burning captions into a film are ``CaptionDocument``'s.
package enum AdvancedSubStation {
    /// A document in the outline look, for people's players and editors.
    package static func write(_ sheet: CueSheet, canvas: Canvas = .landscape) -> String {
        CaptionDocument(
            cues: sheet, style: CaptionStyle(look: .outline), canvas: canvas, keepsEmoji: true
        ).text
    }

    /// Reads the dialogue; commands, comments and shadows of our own documents are dropped.
    ///
    /// Throws `.invalid` naming the line for anything that is not ASS, and for cues that overlap.
    package static func read(_ file: String, language: Language) throws -> CueSheet {
        var sheet = CueSheet(language: language, cues: [])
        var lines = SubtitleLines(file)
        var section = ""
        var columns: [String] = []
        while let (number, line) = lines.numbered() {
            if line.hasPrefix("[") { section = line.lowercased() }
            guard section == "[events]" else {
                guard section.hasPrefix("[") || SubtitleLines.isBlank(line) else {
                    throw SubtitleLines.fault(number, "expected [Script Info]")
                }
                continue
            }
            if let format = field("Format:", of: line) {
                columns = format.split(separator: ",").map { $0.filter { $0 != " " } }
            } else if let fields = field("Dialogue:", of: line) {
                let event = try Event(fields, columns: columns, line: number)
                guard event.style != CaptionDocument.shadeStyle else { continue }
                try sheet.append(span: event.span, lines: ASSText.lines(event.text), at: number)
            }
        }
        guard section.hasPrefix("[") else { throw SubtitleLines.fault(1, "expected [Script Info]") }
        return sheet
    }

    private static func field(_ name: String, of line: String) -> Substring? {
        guard line.hasPrefix(name) else { return nil }
        let rest = line.dropFirst(name.count)
        return rest.first == " " ? rest.dropFirst() : rest
    }

    private struct Event {
        var span: TimeSpan
        var style: String
        var text: String

        init(_ fields: Substring, columns: [String], line: Int) throws {
            guard let start = columns.firstIndex(of: "Start"), let end = columns.firstIndex(of: "End"),
                columns.last == "Text"
            else {
                throw SubtitleLines.fault(line, "expected a Format line with Start, End and Text before")
            }
            let values = fields.unicodeScalars.split(
                separator: ",", maxSplits: columns.count - 1, omittingEmptySubsequences: false
            ).map { String($0) }
            guard values.count == columns.count else {
                throw SubtitleLines.fault(line, "expected \(columns.count) fields")
            }
            guard let from = TimeCode.milliseconds(values[start].filter { $0 != " " }),
                let to = TimeCode.milliseconds(values[end].filter { $0 != " " })
            else {
                throw SubtitleLines.fault(line, "expected times as 0:00:01.00")
            }
            span = TimeSpan(startMs: from, endMs: to)
            style = columns.firstIndex(of: "Style").map { values[$0] } ?? ""
            text = values[columns.count - 1]
        }
    }

    /// `h:mm:ss.cc`.
    static func time(_ time: MediaTime) -> String {
        let text = TimeCode.text(time, separator: ".").dropLast()
        return String(text.first == "0" ? text.dropFirst() : text)
    }

    /// The spans in whole hundredths of a second: starts and ends rounded down alike, so that what
    /// touched still touches; never empty, never overlapping.
    static func spans(of sheet: CueSheet) -> [TimeSpan] {
        var last = 0
        return sheet.cues.map { cue in
            let start = max(last, cue.span.start.ms / 10 * 10)
            let end = max(start + 10, cue.span.end.ms / 10 * 10)
            last = end
            return TimeSpan(startMs: start, endMs: end)
        }
    }
}

extension SubtitleLines {
    fileprivate mutating func numbered() -> (Int, String)? {
        let number = number
        return nextLine().map { (number, $0) }
    }
}
