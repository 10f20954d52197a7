/// A range of UTF-16 code units inside a text (ICU's and JavaScript's unit).
package struct TextRange: Hashable, Sendable, Codable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package var count: Int { end - start }
    package var isEmpty: Bool { end <= start }
}

extension String {
    /// The part of the text inside `range`; clamped, and never splitting a surrogate pair's validity
    /// (a lone half becomes U+FFFD).
    package subscript(_ range: TextRange) -> String {
        let units = utf16
        let low = max(0, min(range.start, units.count))
        let high = max(low, min(range.end, units.count))
        let from = units.index(units.startIndex, offsetBy: low)
        let to = units.index(from, offsetBy: high - low)
        return String(decoding: Array(units[from..<to]), as: UTF16.self)
    }
}
