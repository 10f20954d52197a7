/// Text inside an ASS event, where `{...}` commands and `\N` breaks lines (libass, `ass_parse.c`).
///
/// libass reads `\{` and `\}` as braces. A backslash cannot be escaped; an invisible word joiner
/// (U+2060) after it keeps it from becoming a command with what follows.
enum ASSText {
    private static let joiner: Unicode.Scalar = "\u{2060}"

    /// One line of a person's text, made harmless. Never contains a command or a line break.
    static func escaped(_ line: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\\": out.append(contentsOf: [scalar, joiner])
            case "{", "}": out.append(contentsOf: ["\\", scalar])
            case "\n", "\r": out.append(" ")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The lines of an event's text; commands are dropped.
    static func lines(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var lines = [String.UnicodeScalarView()]
        var i = 0
        while i < scalars.count {
            if scalars[i] == "{", let close = scalars[i...].firstIndex(of: "}") {
                i = close + 1
                continue
            }
            guard scalars[i] == "\\", i + 1 < scalars.count else {
                lines[lines.count - 1].append(scalars[i])
                i += 1
                continue
            }
            switch scalars[i + 1] {
            case "N", "n": lines.append(String.UnicodeScalarView())
            case "h": lines[lines.count - 1].append("\u{a0}")
            case "{", "}": lines[lines.count - 1].append(scalars[i + 1])
            case joiner: lines[lines.count - 1].append("\\")
            default: lines[lines.count - 1].append(contentsOf: ["\\", scalars[i + 1]])
            }
            i += 2
        }
        return lines.map { String($0) }
    }
}
