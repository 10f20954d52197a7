import Foundation

/// A person's text without what nobody reads or says: marks of other tools, control characters,
/// invisible direction overrides and the typing of Markdown.
///
/// Kept: every letter, punctuation, emoji (a reader expects them in the captions; voices skip them,
/// see ``Sentence/spoken``), ideographic spaces and joiners. Lines end in "\n". Composed (NFC).
package struct CleanText: Hashable, Sendable {
    package let value: String

    package init(_ raw: String) {
        let visible = Self.removingMarks(Self.removingControls(raw))
        let composed = visible.precomposedStringWithCanonicalMapping
        value = MarkdownMarks.removed(from: Self.withBareSpaces(composed))
    }

    /// True when there is at least one letter or number.
    package var isSpeakable: Bool { value.unicodeScalars.contains(where: \.isSpeakable) }

    /// Drops C0 and C1 controls but tab and line feed, bidi overrides and isolates, and byte order
    /// marks. Every other kind of line end becomes a line feed.
    private static func removingControls(_ raw: String) -> String {
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\0"
        for scalar in raw.unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": continue
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: out.append("\n")
            case 0x09: out.append(scalar)
            case 0x00...0x1F, 0x7F...0x9F: continue
            case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Drops accents, joiners and variation selectors that have only white space to hang on.
    private static func withBareSpaces(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var isAfterSpace = true
        for scalar in text.unicodeScalars {
            let hangs = scalar.properties.isGraphemeExtend || scalar == "\u{200D}"
            if hangs, isAfterSpace { continue }
            isAfterSpace = scalar.properties.isWhitespace
            out.append(scalar)
        }
        return String(out)
    }

    /// Drops `#@# ... #@#`, the marks (with what is between) that writing tools leave in texts.
    private static func removingMarks(_ text: String) -> String {
        let parts = text.components(separatedBy: "#@#")
        var out = ""
        for (i, part) in parts.enumerated() {
            if i.isMultiple(of: 2) {
                out += part
            } else if i == parts.count - 1 {
                out += "#@#" + part
            }
        }
        return out
    }
}
