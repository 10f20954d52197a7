/// The `.vtt` format of the web (W3C WebVTT): header, then cues with optional names and settings.
package enum WebVTT {
    package static func write(_ sheet: CueSheet) -> String {
        "WEBVTT\n\n"
            + sheet.cues.map { cue in
                let times = [cue.span.start, cue.span.end].map { TimeCode.text($0, separator: ".") }
                return ([times.joined(separator: " --> ")] + cue.fileLines.map(escaped) + ["", ""])
                    .joined(separator: "\n")
            }.joined()
    }

    /// Tags, settings, notes, styles and regions are read over. Throws `.invalid` naming the line for
    /// anything that is not WebVTT, and for cues that overlap.
    package static func read(_ file: String, language: Language) throws -> CueSheet {
        var sheet = CueSheet(language: language, cues: [])
        var lines = SubtitleLines(file)
        let header = lines.block().first ?? ""
        guard header == "WEBVTT" || header.hasPrefix("WEBVTT ") || header.hasPrefix("WEBVTT\t") else {
            throw SubtitleLines.fault(1, "expected WEBVTT")
        }
        lines.skipBlank()
        while !lines.isAtEnd {
            let number = lines.number
            let block = lines.block()
            lines.skipBlank()
            guard !isAside(block[0]) else { continue }
            let timesAt = block[0].contains("-->") ? 0 : 1
            guard timesAt < block.count, let span = TimeCode.span(block[timesAt]) else {
                throw SubtitleLines.fault(
                    number + timesAt, "expected times as 00:01.000 --> 00:02.000")
            }
            let text = block[(timesAt + 1)...].map { unescaped(withoutTags($0)) }
            try sheet.append(span: span, lines: text, at: number + timesAt)
        }
        return sheet
    }

    /// A block that is no cue.
    private static func isAside(_ line: String) -> Bool {
        ["NOTE", "STYLE", "REGION"].contains { line == $0 || line.hasPrefix($0 + " ") }
    }

    private static let entities: [(String, String)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&lrm;", "\u{200e}"),
        ("&rlm;", "\u{200f}"), ("&amp;", "&"),
    ]

    private static func escaped(_ line: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    private static func unescaped(_ line: String) -> String {
        let parts = line.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
        var out = parts.first.map { String($0) } ?? ""
        for part in parts.dropFirst() {
            let text = "&" + String(part)
            let entity = entities.first { text.unicodeScalars.starts(with: $0.0.unicodeScalars) }
            guard let (name, character) = entity else {
                out += text
                continue
            }
            out += character
            out.unicodeScalars.append(
                contentsOf: text.unicodeScalars.dropFirst(name.unicodeScalars.count))
        }
        return out
    }

    /// Without `<b>`, `<v Name>`, `<00:00:01.000>`.
    private static func withoutTags(_ line: String) -> String {
        var out = String.UnicodeScalarView()
        var isInside = false
        for scalar in line.unicodeScalars {
            if scalar == "<" { isInside = true }
            if !isInside { out.append(scalar) }
            if scalar == ">" { isInside = false }
        }
        return String(out)
    }
}
