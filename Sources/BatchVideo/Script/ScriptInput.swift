package import Foundation

/// The border where people's text comes in: what cannot be made into a film is refused here, each
/// fault with one line that says what to do.
package enum ScriptInput {
    /// Longest text, in Unicode scalars: about 40 minutes of speech.
    package static let maxCharacters = 10_000
    /// What an installation may raise it to: about six hours.
    package static let mostCharacters = 100_000
    /// Longest title, in Unicode scalars.
    package static let maxTitleCharacters = 255

    /// Reads the bytes of a text file.
    ///
    /// Throws `.invalid` for bytes that are not UTF-8, a NUL, blank text, text without a letter or
    /// number, and text longer than `limit`.
    package static func check(_ data: Data, limit: Int = maxCharacters) throws -> String {
        let bytes = Array(data)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw BatchVideoError(.invalid, notUTF8(bytes, at: error.byteOffsets.lowerBound))
        }
        return try check(String(decoding: bytes, as: UTF8.self), limit: limit)
    }

    /// The same rules for text that is a string already.
    package static func check(_ text: String, limit: Int = maxCharacters) throws -> String {
        if let offset = text.utf8.enumerated().first(where: { $0.element == 0 })?.offset {
            throw BatchVideoError(
                .invalid, "The text has a NUL at byte \(offset): is it a text file? Remove it.")
        }
        let count = text.unicodeScalars.count
        guard count <= limit else {
            throw BatchVideoError(
                .invalid,
                "The text has \(count) characters, \(limit) is the limit: "
                    + "shorten it or split it into several films.")
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw BatchVideoError(.invalid, "The text is empty: write what the film should say.")
        }
        guard CleanText(text).isSpeakable else {
            throw BatchVideoError(
                .invalid,
                "The text has nothing to say, only punctuation or emoji: write some words.")
        }
        return text
    }

    /// The title as it is shown: cleaned, on one line. Throws `.invalid` when it is empty or longer
    /// than ``maxTitleCharacters``.
    package static func checkTitle(_ title: String) throws -> String {
        let clean = CleanText(title).value.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let count = clean.unicodeScalars.count
        guard count > 0 else {
            throw BatchVideoError(.invalid, "The title is empty: give it 1 to 255 characters.")
        }
        guard count <= maxTitleCharacters else {
            throw BatchVideoError(
                .invalid,
                "The title has \(count) characters, \(maxTitleCharacters) is the limit: shorten it.")
        }
        return clean
    }

    private static func notUTF8(_ bytes: [UInt8], at offset: Int) -> String {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let what = isUTF16 ? "is UTF-16" : "is not valid UTF-8"
        return "The text \(what) (byte \(offset)): save it as UTF-8 and try again."
    }
}
