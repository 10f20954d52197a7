import _FoundationICU

/// Where a text may be divided, by the Unicode rules and dictionaries of the ICU that Swift ships
/// (UAX #14 lines, UAX #29 words and graphemes; Chinese, Japanese and Thai words by dictionary).
///
/// Offsets count UTF-16 code units. The one place that touches ICU.
package enum TextBreaks {
    package enum Unit: Sendable, CaseIterable { case grapheme, word, line, sentence }

    /// All borders of `text` in ascending order, its start (0) and its end included.
    package static func offsets(_ unit: Unit, in text: String, locale: String) -> [Int] {
        let units = Array(text.utf16)
        var offsets = [0]
        walk(unit, units, locale) { end, _ in offsets.append(end) }
        if offsets.last != units.count { offsets.append(units.count) }
        return offsets
    }

    /// The words of `text` in order: letters, numbers and ideographs; no spaces, no punctuation.
    package static func words(in text: String, locale: String) -> [TextRange] {
        let units = Array(text.utf16)
        var words: [TextRange] = []
        var start = 0
        walk(.word, units, locale) { end, status in
            if status >= UBRK_WORD_NUMBER.rawValue { words.append(TextRange(start, end)) }
            start = end
        }
        return words
    }

    /// Calls `visit` with each border after the first and ICU's rule status for the part before it.
    private static func walk(
        _ unit: Unit, _ units: [UInt16], _ locale: String, visit: (Int, UInt32) -> Void
    ) {
        units.withUnsafeBufferPointer { text in
            var status = U_ZERO_ERROR
            let iterator = swift_ubrk_open(
                unit.type, locale, text.baseAddress, Int32(text.count), &status)
            guard let iterator, status.rawValue <= U_ZERO_ERROR.rawValue else { return }
            defer { swift_ubrk_close(iterator) }
            var start = 0
            var border = swift_ubrk_next(iterator)
            while border > 0 {
                let status = UInt32(bitPattern: swift_ubrk_getRuleStatus(iterator))
                let end = Int(border)
                if unit == .word, isMisread(text[start..<end]) { visit(start + 1, status) }
                visit(end, status)
                start = end
                border = swift_ubrk_next(iterator)
            }
        }
    }

    /// ICU's dictionary takes 了三 in 用了三十年 for a word.
    private static func isMisread(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
        guard word.count > 1, let first = word.first else { return false }
        return aspects.contains(first) && numerals.contains(word[word.startIndex + 1])
    }

    private static let aspects = Set("了着过".utf16)
    private static let numerals = Set("一二三四五六七八九十两几".utf16)
}

extension TextBreaks.Unit {
    fileprivate var type: UBreakIteratorType {
        switch self {
        case .grapheme: UBRK_CHARACTER
        case .word: UBRK_WORD
        case .line: UBRK_LINE
        case .sentence: UBRK_SENTENCE
        }
    }
}

/// ICU's view of single characters.
extension Unicode.Scalar {
    /// UAX #11: W and F always take two columns, A does in East Asian text.
    package enum EastAsianWidth: Sendable { case narrow, wide, ambiguous }

    package var eastAsianWidth: EastAsianWidth {
        switch swift_u_getIntPropertyValue(Int32(bitPattern: value), UCHAR_EAST_ASIAN_WIDTH) {
        case Int32(U_EA_WIDE.rawValue), Int32(U_EA_FULLWIDTH.rawValue): .wide
        case Int32(U_EA_AMBIGUOUS.rawValue): .ambiguous
        default: .narrow
        }
    }
}
