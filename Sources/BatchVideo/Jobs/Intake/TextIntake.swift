internal import Foundation

/// Makes text that people send fit to be kept and spoken. The API and the command line use the same rules.
package enum TextIntake {
    /// Without what earlier answers put between `#@#` marks, without control and direction characters, with one
    /// kind of line break, composed (NFC), and without white space at the ends.
    ///
    /// Ideographic spaces, joiners and variation selectors stay: they mean something.
    package static func clean(_ text: String) -> String {
        let plain = withoutMarkedBlocks(text).replacing("\r\n", with: "\n")
            .replacing("\r", with: "\n")
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: plain.unicodeScalars.filter { !isUnwanted($0) })
        return String(scalars).precomposedStringWithCanonicalMapping
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The specification's description block, which comes back when people copy a description.
    static func withoutMarkedBlocks(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let start = rest.range(of: "#@#"),
            let end = rest[start.upperBound...].range(of: "#@#")
        {
            kept += rest[..<start.lowerBound]
            rest = rest[end.upperBound...]
        }
        return kept + rest
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        // Overrides of writing direction, which make text lie; the byte order mark.
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// Lengths in Unicode scalars, and the range of speeds (rulings 8; T3, T4).
package struct IntakeLimits: Sendable, Hashable {
    package static let standard = IntakeLimits()

    package var title = 255
    package var content = 10_000
    package var description = 10_000
    package var publishTitle = TitleWriter.publishable
    package var speed = 0.5...2.0

    package init() {}
}

extension JobDraft {
    /// The draft as it may be filed: texts cleaned, numbers within their ranges.
    /// - Throws: `.invalid` naming the field, in the specification's words.
    package func accepted(within limits: IntakeLimits = .standard) throws -> JobDraft {
        var draft = self
        draft.title = try Self.text(title, "title", 1...limits.title).replacing("\n", with: " ")
        draft.content = try Self.text(content, "content", 1...limits.content)
        draft.description = try Self.text(description, "description", 0...limits.description)
        draft.publishTitle = try Self.text(publishTitle, "publish_title", 0...limits.publishTitle)
            .replacing("\n", with: " ")
        guard limits.speed.contains(speechSpeed) else {
            let range = "\(limits.speed.lowerBound)...\(limits.speed.upperBound)"
            throw BatchVideoError(
                .invalid, "speech_speed must be \(range)", field: "speech_speed")
        }
        _ = try FilmChoices(json: extra)
        return draft
    }

    private static func text(_ text: String, _ field: String, _ length: ClosedRange<Int>) throws
        -> String
    {
        let cleaned = TextIntake.clean(text)
        let count = cleaned.unicodeScalars.count
        guard length.contains(count) else {
            let rule =
                count == 0
                ? "must not be empty"
                : "must have at most \(length.upperBound) characters, not \(count)"
            throw BatchVideoError(.invalid, "\(field) \(rule)", field: field)
        }
        return cleaned
    }
}
