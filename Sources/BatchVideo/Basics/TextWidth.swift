/// How much room text takes on a line, in columns: a Latin letter takes one, a Chinese character two.
package enum TextWidth {
    /// - Parameter ideographic: quotes, dashes and dots of ambiguous width are drawn full width, as a
    ///   Chinese or Japanese font does.
    package static func columns(_ text: some StringProtocol, ideographic: Bool) -> Int {
        text.reduce(0) { $0 + columns($1, ideographic: ideographic) }
    }

    package static func columns(_ character: Character, ideographic: Bool) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.isASCII { return scalar.value < 0x20 ? 0 : 1 }
        if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format: return 0
        default: break
        }
        switch scalar.eastAsianWidth {
        case .wide: return 2
        case .ambiguous: return ideographic ? 2 : 1
        case .narrow: return character.isEmoji ? 2 : 1
        }
    }
}
