/// The `.srt` format: number, times, lines, empty line.
///
/// Players take `<i>` and `{\an8}` in it for commands and have no way to escape them. The writer puts
/// an invisible word joiner (U+2060) after `<` and `{` where they would start one; the reader takes it
/// away again, and drops commands that others have written.
package enum SubRip {
    package static func write(_ sheet: CueSheet) -> String {
        sheet.cues.enumerated().map { i, cue in
            let times = [cue.span.start, cue.span.end].map { TimeCode.text($0, separator: ",") }
            let lines = cue.fileLines.map(disarmed)
            return (["\(i + 1)", times.joined(separator: " --> ")] + lines + ["", ""])
                .joined(separator: "\n")
        }.joined()
    }

    /// Throws `.invalid` naming the line for anything that is not SubRip, and for cues that overlap.
    package static func read(_ file: String, language: Language) throws -> CueSheet {
        var sheet = CueSheet(language: language, cues: [])
        var lines = SubtitleLines(file)
        lines.skipBlank()
        while !lines.isAtEnd {
            let number = lines.number
            let count = lines.nextLine()?.filter { !$0.isWhitespace } ?? ""
            guard !count.isEmpty, count.allSatisfy(\.isASCIIDigit) else {
                throw SubtitleLines.fault(number, "expected the number of a cue")
            }
            guard let span = lines.nextLine().flatMap(TimeCode.span) else {
                throw SubtitleLines.fault(number + 1, "expected times as 00:00:01,000 --> 00:00:02,000")
            }
            let text = lines.block().map(rearmed)
            try sheet.append(span: span, lines: text, at: number + 1)
            lines.skipBlank()
        }
        return sheet
    }

    private static let joiner: Unicode.Scalar = "\u{2060}"

    private static func disarmed(_ line: String) -> String {
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in line.unicodeScalars {
            if startsCommand(previous, scalar) { out.append(joiner) }
            out.append(scalar)
            previous = scalar
        }
        return String(out)
    }

    private static func startsCommand(_ mark: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        switch mark {
        case "<": next == "/" || next == joiner || next.properties.isAlphabetic
        case "{": next == "\\" || next == joiner
        default: false
        }
    }

    private static func rearmed(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var out = String.UnicodeScalarView()
        var i = 0
        while i < scalars.count {
            if let end = commandEnd(scalars, i) {
                i = end
                continue
            }
            out.append(scalars[i])
            let isMark = scalars[i] == "<" || scalars[i] == "{"
            i += isMark && i + 1 < scalars.count && scalars[i + 1] == joiner ? 2 : 1
        }
        return String(out)
    }

    /// Past `<b>`, `</font>`, `{\an8}` at `i`; nil when none begins there.
    private static func commandEnd(_ line: [Unicode.Scalar], _ i: Int) -> Int? {
        guard i + 1 < line.count, line[i + 1] != joiner, startsCommand(line[i], line[i + 1]) else {
            return nil
        }
        let close: Unicode.Scalar = line[i] == "<" ? ">" : "}"
        return line[i...].prefix(200).firstIndex(of: close).map { $0 + 1 }
    }
}
