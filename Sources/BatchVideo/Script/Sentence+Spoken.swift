extension Sentence {
    /// What a voice should say: `text` with everything that is only to be seen (emoji, flags, arrows,
    /// stars, hash signs) replaced by spaces.
    ///
    /// As many UTF-16 units long as `text`, so that ranges of words in it are ranges in `text` too.
    package var spoken: String {
        var units: [UInt16] = []
        for character in text {
            let isSilent = character.isEmoji && !character.isSpeakable || character.isOrnament
            if isSilent {
                units += [UInt16](repeating: 0x20, count: character.utf16.count)
            } else {
                units += character.unicodeScalars.flatMap(\.spokenUnits)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}

extension Character {
    /// Drawn, not read: arrows, box drawing, shapes, dingbats; and the typing of lists and tags.
    fileprivate var isOrnament: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return switch value {
        case 0x2190...0x21FF, 0x2500...0x2775, 0x2794...0x27BF, 0x2B00...0x2BFF: true
        case 0xE000...0xF8FF: true
        default: "#*_^`|•※¶●○".contains(self)
        }
    }
}

extension Unicode.Scalar {
    /// The scalar itself, or blanks for the invisible parts of an emoji sequence.
    fileprivate var spokenUnits: [UInt16] {
        let isInvisible = value == 0xFE0F || value == 0x20E3 || value == 0x200D
        return isInvisible ? [0x20] : Array(String(self).utf16)
    }
}
