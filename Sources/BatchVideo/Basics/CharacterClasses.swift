/// What a character is, as far as reading and wrapping care.
extension Unicode.Scalar {
    /// A Chinese character (Japanese kanji and Korean hanja too).
    package var isHan: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        case 0x3005, 0x3007: true
        default: false
        }
    }

    /// Japanese hiragana or katakana.
    package var isKana: Bool {
        switch value {
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
        case 0x31F0...0x31FF, 0xFF66...0xFF9F: true
        default: false
        }
    }

    package var isHangul: Bool {
        switch value {
        case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: true
        case 0xA960...0xA97F, 0xD7B0...0xD7FF: true
        default: false
        }
    }

    /// A letter or number of any script: something a voice can say.
    package var isSpeakable: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Drawn as a coloured picture by default.
    fileprivate var isPictograph: Bool {
        properties.isEmojiPresentation || (0x1F000...0x1FAFF).contains(value)
    }
}

extension Character {
    package var isHan: Bool { firstScalar.isHan }
    /// Han, kana or hangul.
    package var isCJK: Bool { firstScalar.isHan || firstScalar.isKana || firstScalar.isHangul }
    package var isSpeakable: Bool { unicodeScalars.contains(where: \.isSpeakable) }
    package var isASCIIDigit: Bool { isASCII && isWholeNumber }
    /// A letter that is neither Chinese, Japanese nor Korean.
    package var isAlphabetic: Bool { isLetter && !isCJK }

    /// A pictograph, flag, or anything with the emoji variation selector.
    package var isEmoji: Bool {
        firstScalar.isPictograph || unicodeScalars.contains("\u{FE0F}")
            || unicodeScalars.contains("\u{20E3}")
    }

    /// Punctuation that may not begin a line (JIS X 4051 and GB/T 15834 line start rules).
    package var isCloser: Bool { Self.closers.contains(self) }
    /// Punctuation that may not end a line.
    package var isOpener: Bool { Self.openers.contains(self) }
    /// Brackets and quotes that close, without ，。 and the like.
    package var isClosingBracket: Bool { Self.closingBrackets.contains(self) }

    private static let openers = Set("“‘（《〈「『【〔〖［｛([{«‹¿¡")
    private static let closingBrackets = Set("”’）》〉」』】〕〗］｝)]}»›")
    private static let closers = closingBrackets.union(
        "，。、；：？！…—～·・‥％℃,.;:?!%ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")

    private var firstScalar: Unicode.Scalar { unicodeScalars.first ?? "\0" }
}
